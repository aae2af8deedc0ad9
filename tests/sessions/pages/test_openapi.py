"""The OpenAPI document: well formed, complete, and true to the schemas that read the commands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any

import pytest

from sessions.pages.openapi import document
from sessions.rooms.schemas import COMMANDS, DRAWN
from tests.sessions.pages.given import Served, Visitor

DOCUMENT = document()


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(inner)


def test_it_is_served_to_anyone_as_it_is(served: Served) -> None:
    answer = Visitor(served).get("/api/v1/openapi.json")
    assert answer.status == 200
    assert answer.json == json.loads(json.dumps(DOCUMENT))


def test_it_has_what_the_specification_requires() -> None:
    assert re.fullmatch(r"3\.0\.\d", DOCUMENT["openapi"])
    assert set(DOCUMENT["info"]) >= {"title", "version"}
    assert set(DOCUMENT["paths"]) == {"/d/{dialogue}/api/v1/commands", "/d/{dialogue}/api/v1/snapshot"}
    for path, item in DOCUMENT["paths"].items():
        named = {known["name"] for known in item["parameters"] if known["in"] == "path" and known["required"]}
        assert named == set(re.findall(r"\{(\w+)\}", path))
        for method, operation in item.items():
            if method != "parameters":
                assert method in {"get", "post"}
                assert operation["responses"]
                assert all(response["description"] for response in operation["responses"].values())


def test_every_reference_points_somewhere_and_every_schema_is_used() -> None:
    used = {node["$ref"].removeprefix("#/components/schemas/") for node in _nodes(DOCUMENT) if "$ref" in node}
    assert used == set(DOCUMENT["components"]["schemas"])


def test_every_command_is_listed_with_its_envelope() -> None:
    content = DOCUMENT["paths"]["/d/{dialogue}/api/v1/commands"]["post"]["requestBody"]["content"]
    envelopes = content["application/json"]["schema"]["oneOf"]
    assert [envelope["properties"]["type"]["enum"] for envelope in envelopes] == [[name] for name in COMMANDS]
    for envelope in envelopes:
        assert envelope["additionalProperties"] is False
        assert re.fullmatch(envelope["properties"]["id"]["pattern"], "0" * 32)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_schema_has_its_fields_and_says_which_are_needed(name: str) -> None:
    schema, command = DOCUMENT["components"]["schemas"][name], COMMANDS[name]
    known = {field.name for field in fields(command)} - DRAWN.get(command, frozenset())
    assert set(schema.get("properties", {})) == known
    needed = {field.name for field in fields(command) if field.default is MISSING} & known
    assert set(schema.get("required", ())) == needed
    assert schema.get("additionalProperties") is False
    for field in schema.get("properties", {}).values():
        assert (
            field.get("type") in {"string", "boolean", "integer", "array", "object"}
            or "enum" in field
            or "allOf" in field
        )
