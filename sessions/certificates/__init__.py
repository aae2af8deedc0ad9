"""HTTPS without anyone's help: an authority of one's own, its certificate, and the page on which it is trusted."""

from __future__ import annotations
