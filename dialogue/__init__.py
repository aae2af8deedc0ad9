"""The Socratic dialogue and its record: pure rules, no web, no storage, no clock."""
