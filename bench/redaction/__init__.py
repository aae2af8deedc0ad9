"""How well redaction suggestions do: a synthetic set, its generator, the figures; and what makes the bundled lists."""

from __future__ import annotations
