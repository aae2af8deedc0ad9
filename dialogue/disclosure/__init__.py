"""What may be told, and to whom, of answers that people gave apart from their names.

`summary` is for the group itself and for whoever led it. Managers are told of several dialogues together only:
`gathering` puts them into blocks, each of which is counted once and for all (`blocks`, `noise`), and `figures` adds
blocks up. Nothing here looks at a clock or draws at random: noise follows from a key and from who is counted.

Sources: the rules k = 5 and dominance after the handbook on statistical disclosure control (Hundepool and others 2012);
noise by the two-sided geometric mechanism (Ghosh, Roughgarden, Sundararajan 2009), which keeps e^epsilon-differential
privacy (Dwork and others 2006) of each answer whatever an attacker knows of the others.
"""

from __future__ import annotations

from dialogue.disclosure.summary import Answers, form_told, screen_time_median, summary

__all__ = ["Answers", "form_told", "screen_time_median", "summary"]
