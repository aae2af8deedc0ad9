"""A plain form as a command: what a browser without JavaScript sends."""

from __future__ import annotations

import json

from werkzeug.datastructures import MultiDict


def envelope(form: MultiDict[str, str]) -> dict[str, object]:
    """A plain form as a command.

    `json-…` fields hold values that are not text, `maybe-…` an id or nothing, `list-…` any number of ids.
    """
    data: dict[str, object] = {}
    for name, value in form.items():
        if name in {"csrf_token", "type", "id"} or (not value and name.startswith(("items-", "json-", "maybe-"))):
            continue  # what was not chosen is left out; a text left blank is the rules' to judge
        if name.startswith("list-"):
            data[name.removeprefix("list-")] = [one for one in form.getlist(name) if one]
            continue
        if name.startswith("maybe-"):
            data[name.removeprefix("maybe-")] = value
            continue
        if name.startswith("items-"):
            items = data.setdefault("items", {})
            if isinstance(items, dict):
                items[name.removeprefix("items-")] = int(value) if value.isdecimal() and len(value) < 4 else value
        elif name.startswith("json-"):
            try:
                data[name.removeprefix("json-")] = json.loads(value)
            except (ValueError, RecursionError):
                data[name.removeprefix("json-")] = value
        else:
            data[name] = value
    return {"id": form.get("id", ""), "type": form.get("type", ""), "data": data}
