"""The dialogues as served: pages, sockets, storage, accounts.

Importing this package imports nothing of the web, so that a serving process can choose how it waits first
(runtime.patch).
"""
