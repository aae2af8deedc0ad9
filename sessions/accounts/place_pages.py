"""Organisation, regions and sites, as administrators keep them."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from sessions.accounts.places import Tree
from sessions.accounts.refusals import BadAccount
from sessions.accounts.schemas import NOTHING, PLACE, PLACE_CHANGE
from sessions.accounts.sentences import sentence
from sessions.accounts.service import Staff
from sessions.rooms.schemas import read_form


def blueprint(staff: Staff) -> Blueprint:
    """The pages about places. The guard has seen to it that an administrator is asking."""
    pages = Blueprint("places", __name__, url_prefix="/places")
    tree = Tree(staff.storage.places)

    def page(errors: list[tuple[str, str]], **given: str) -> str:
        used: dict[str, int] = {}
        for account in staff.storage.accounts.all():
            if account.place:
                used[account.place] = used.get(account.place, 0) + 1
        return render_template("places.html", root=tree.branches(), used=used, given=given, errors=errors)

    @pages.get("")
    def places() -> str:
        return page([], **request.args.to_dict())

    @pages.post("")
    def add() -> Response | tuple[str, int]:
        form = read_form(PLACE, request.form.to_dict(flat=False))
        try:
            tree.add(form["kind"], form["parent"] or None, form["name"])
        except BadAccount as bad:
            given = {"kind": form["kind"].value, "parent": form["parent"], "name": form["name"]}
            return page([(bad.field, sentence(bad.code))], **given), 422
        return redirect("/places")

    @pages.post("/<place>")
    def change(place: str) -> Response | tuple[str, int]:
        form = read_form(PLACE_CHANGE, request.form.to_dict(flat=False))
        try:
            tree.change(place, form["name"], form["parent"])
        except BadAccount as bad:
            given = {"changed": place, "as_": form["name"], "to": form["parent"]}
            return page([(f"{bad.field}-{place}", sentence(bad.code))], **given), 422
        return redirect("/places")

    @pages.post("/<place>/remove")
    def remove(place: str) -> Response | tuple[str, int]:
        read_form(NOTHING, request.form.to_dict(flat=False))
        try:
            tree.remove(place)
        except BadAccount as bad:
            return page([(f"{bad.field}-{place}", sentence(bad.code))]), 422
        return redirect("/places")

    return pages
