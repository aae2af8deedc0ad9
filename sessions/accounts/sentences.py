"""A sentence for each refusal about an account: what happened and what to do."""

from __future__ import annotations

from flask_babel import gettext as _

from sessions.accounts.passwords import LONGEST_PASSWORD, SHORTEST_PASSWORD
from sessions.accounts.places import LONGEST_PLACE
from sessions.accounts.service import LONGEST_NAME


def sentence(code: str) -> str:
    """The sentence of a code, in the reader's language."""
    sentences: dict[str, str] = {
        "account_name": _("Write a name to sign in with, at most %(n)d characters.", n=LONGEST_NAME),
        "account_name_taken": _("There is an account of this name. Choose another."),
        "account_password": _(
            "Choose a password of %(from)d to %(to)d characters. Three or four words are good.",
            **{"from": SHORTEST_PASSWORD, "to": LONGEST_PASSWORD},
        ),
        "password_now_wrong": _("That is not your current password. Try again."),
        "sign_in_wrong": _("Name and password don't fit together. Try again."),
        "too_often": _("Too many tries. Wait a minute, then try again."),
        "second_factor_wrong": _(
            "That code is not right. Take the newest one. If it is refused again, look whether the clocks of this "
            "computer and of the authenticator are right."
        ),
        "no_role": _("Choose what this person does here."),
        "manager_alone": _(
            "A manager sees nothing but what groups released, so “Manager” goes with no other task. "
            "Invite the person a second time for the other task."
        ),
        "last_administrator": _("Somebody has to look after people and sites. Make another administrator first."),
        "leads_alone": _(
            "This person leads a dialogue that is going on just now, and nobody there helps to lead it: without them "
            "the group can't go on. If that has to be, press the button once more."
        ),
        "invitation_wrong": _("No invitation has this code. Check it letter by letter, or ask for a new one."),
        "place_name": _("Write a name, at most %(n)d characters.", n=LONGEST_PLACE),
        "place_parent": _("Choose where it lies."),
        "place_there": _("There is one of this name already. Choose another."),
        "place_gone": _("That place is no longer there."),
        "place_used": _("Something lies in it, or somebody belongs to it. Move them first."),
    }
    return sentences[code]
