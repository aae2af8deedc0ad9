"""Whole dialogues played by simulated participants, through the same doors and sockets that people use."""
