"""The door: open or not, its code; for those who let people in who knocks, for the wall how many wait."""

from __future__ import annotations

from dialogue.state.whole import Dialogue
from dialogue.views.collections import plain
from dialogue.views.patches import View, lean
from dialogue.visibility import FACILITATOR, KNOCK_FIELDS, WAITING_SEEN_BY, WIFI_SEEN_BY
from dialogue.vocabulary import Audience

_KNOCK_FIELDS = tuple(name for name, seen_by in KNOCK_FIELDS.items() if seen_by >= FACILITATOR)


def door(state: Dialogue, audience: Audience) -> View:
    """What this audience sees of the door.

    The network is for those who prepare it, and on the wall for those who come in: only while they can.
    """
    leads = audience is Audience.FACILITATOR
    view: View = {"open": state.code is not None, "code": state.code}
    if state.wifi is not None and audience in WIFI_SEEN_BY and (leads or state.code is not None):
        view["wifi"] = {"name": state.wifi.name, "password": state.wifi.password}
    if audience in WAITING_SEEN_BY:
        view["waiting"] = len(state.knocking) or None
    if leads:
        view |= {"mode": state.door.value, "latecomers_knock": state.latecomers_knock, "admits": state.admits}
        view |= {"heads": state.heads, "keeps_code": state.kept_code is not None or None}
        view["knocking"] = {
            knock.id: {name: plain(getattr(knock, name)) for name in _KNOCK_FIELDS} for knock in state.knocking.values()
        }
    return lean(view)
