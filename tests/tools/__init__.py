"""Real parts for tests: a server process, screens over real sockets, groups of people, and standing checks."""
