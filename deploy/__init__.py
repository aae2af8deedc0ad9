"""Setting up, bringing what tests need, and the files for running Dialogue on a server."""
