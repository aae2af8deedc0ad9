"""People, as administrators see them: who is here, who is invited, what each does, letting somebody in again."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from sessions.accounts.cards import invitation_card, only_here
from sessions.accounts.people import LASTS_DAYS, USUALLY_DAYS, People
from sessions.accounts.places import Tree
from sessions.accounts.refusals import BadAccount
from sessions.accounts.schemas import CHANGE, CLOSE, INVITE, NOTHING, POLICY, RESET
from sessions.accounts.sentences import sentence
from sessions.accounts.service import Staff
from sessions.permissions import StaffRole
from sessions.rooms.ids import now_ms
from sessions.rooms.persons import person_of
from sessions.rooms.schemas import read_form
from sessions.storage.accounts import Account

Errors = list[tuple[str, str]]


def blueprint(staff: Staff, people: People) -> Blueprint:
    """The pages about people. The guard has seen to it that an administrator is asking."""
    pages = Blueprint("people", __name__, url_prefix="/people")
    storage, tree = staff.storage, Tree(staff.storage.places)

    def places() -> dict[str, str]:
        """Regions and sites → their names, with that of what they lie in; first of all "", the whole organisation."""
        known = {place.id: place for place in storage.places.all()}
        root = tree.organisation()
        names = {"": _("%(organisation)s, all of it", organisation=root.name) if root else ""}
        for place in known.values():
            above = known.get(place.parent or "")
            if above is not None:
                names[place.id] = f"{place.name} ({above.name})" if above.parent else place.name
        return names

    def one(account: str) -> Account:
        return storage.accounts.with_id(account) or abort(404)

    def person_page(account: Account, errors: Errors, done: str = "", asks: str = "") -> str:
        asking = person_of(storage, request.cookies)
        return render_template(
            "person.html",
            account=account,
            own=asking is not None and asking.account == account.id,
            # What is asked about once more stands as it was sent.
            chosen=request.form.getlist("roles") if asks == "roles" else [role.value for role in account.roles],
            place=request.form.get("place", "") if asks == "roles" else account.place or "",
            asks=asks,
            places=places(),
            seen=storage.sign_ins.last_seen().get(account.id),
            resets=staff.resets.of(account.id, now_ms()),
            last=people.is_last_administrator(account),
            errors=errors,
            done=done,
        )

    def refused(account: Account, bad: BadAccount) -> tuple[str, int]:
        asks = bad.field if bad.code == "leads_alone" else ""
        return person_page(account, [(bad.field, sentence(bad.code))], asks=asks), 422

    def invite_page(given: MultiDict[str, str], errors: Errors) -> str:
        return render_template(
            "invite.html",
            name=given.get("name", ""),
            chosen=given.getlist("roles"),
            place=given.get("place", ""),
            days=given.get("days", str(USUALLY_DAYS)),
            lasts=LASTS_DAYS,
            places=places(),
            alone=only_here(),
            errors=errors,
        )

    @pages.get("")
    def people_page() -> str:
        invited = storage.invitations.all(now_ms())
        return render_template(
            "people.html",
            accounts=storage.accounts.all(),
            invitations=[known for known in invited if known.account is None],
            resets={known.account: known for known in invited if known.account},
            told={known.id for known in invited if people.still_told(known.id)},
            places=places(),
            has_places=tree.organisation() is not None,
            seen=storage.sign_ins.last_seen(),
            all_need=storage.policies.second_factor_since is not None,
            alone=only_here(),
            organisation=tree.organisation(),
            one_administrator=people.administrators() == 1,
            administrator_invited=any(StaffRole.ADMINISTRATOR in known.says.get("roles", ()) for known in invited),
        )

    @pages.get("/invite")
    def invite_form() -> str:
        return invite_page(MultiDict(request.args), [])

    @pages.post("/invite")
    def invite() -> Response | tuple[str, int]:
        form = read_form(INVITE, request.form.to_dict(flat=False))
        try:
            made = people.invite(form["name"], form["roles"], form["place"], form["days"])
        except BadAccount as bad:
            return invite_page(request.form, [(bad.field, sentence(bad.code))]), 422
        return redirect(f"/people/invitations/{made.invitation.id}")

    @pages.get("/invitations/<invitation>")
    def card(invitation: str) -> str:
        """For an hour it can be opened again, to be printed or looked at; then only its hash is left."""
        made = people.still_told(invitation) or abort(404)
        place = made.invitation.says.get("place")
        return invitation_card(made, tree.organisation(), places().get(place, "") if place else "")

    @pages.post("/invitations/<invitation>/take-back")
    def take_back(invitation: str) -> Response:
        read_form(NOTHING, request.form.to_dict(flat=False))
        storage.invitations.use(invitation)
        return redirect("/people")

    @pages.post("/second-factor")
    def policy() -> Response:
        form = read_form(POLICY, request.form.to_dict(flat=False))
        storage.policies.set_second_factor_since(now_ms() if form["all"] == "yes" else None)
        return redirect("/people#signing-in")

    @pages.get("/<account>")
    def person(account: str) -> str:
        return person_page(one(account), [])

    @pages.post("/<account>")
    def change(account: str) -> str | tuple[str, int]:
        form, known = read_form(CHANGE, request.form.to_dict(flat=False)), one(account)
        try:
            people.change(known, form["roles"], form["place"], anyway=form["anyway"] == "yes")
        except BadAccount as bad:
            return refused(known, bad)
        return person_page(one(account), [], _("Changed."))

    @pages.post("/<account>/reset")
    def reset(account: str) -> Response:
        form, known = read_form(RESET, request.form.to_dict(flat=False)), one(account)
        asking = person_of(storage, request.cookies)
        made = people.reset(known, second_factor=form["second_factor"] == "yes", by=asking.name if asking else "")
        return redirect(f"/people/invitations/{made.invitation.id}")

    @pages.post("/<account>/sign-out")
    def sign_out(account: str) -> str:
        read_form(NOTHING, request.form.to_dict(flat=False))
        known = one(account)
        staff.sign_out_everywhere(known.id)
        return person_page(known, [], _("Signed out everywhere."))

    @pages.post("/<account>/close")
    def close(account: str) -> str | tuple[str, int]:
        form, known = read_form(CLOSE, request.form.to_dict(flat=False)), one(account)
        try:
            people.close(known, anyway=form["anyway"] == "yes")
        except BadAccount as bad:
            return refused(known, bad)
        return person_page(one(account), [], _("The account is closed."))

    @pages.post("/<account>/open")
    def reopen(account: str) -> str:
        read_form(NOTHING, request.form.to_dict(flat=False))
        people.reopen(one(account))
        return person_page(one(account), [], _("The account is open again."))

    return pages
