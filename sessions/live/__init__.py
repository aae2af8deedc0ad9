"""The live layer: sockets in, commands to the rooms, changed views out."""
