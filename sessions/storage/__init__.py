"""The record on disk: events, sealed words, keys, people, backups.

`store.open_storage(folder, master_key)` gives a Storage: its `writer` takes appends, its `load` gives a dialogue back.
"""
