"""The HTTP interface described: OpenAPI, made from the schemas that read the commands."""

from __future__ import annotations

from functools import cache
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from sessions.rooms.schemas import SCHEMAS


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document, with one schema per command."""
    spec = APISpec(title="Dialogue", version="1", openapi_version="3.0.3", plugins=[MarshmallowPlugin()])
    for name, schema in SCHEMAS.items():
        spec.components.schema(name, schema=schema)
    envelopes = [
        {
            "type": "object",
            "required": ["id", "type", "data"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
                "type": {"type": "string", "enum": [name]},
                "data": {"$ref": f"#/components/schemas/{name}"},
            },
        }
        for name in SCHEMAS
    ]
    where = [{"name": "dialogue", "in": "path", "required": True, "schema": {"type": "string"}}]
    spec.path(
        "/d/{dialogue}/api/v1/commands",
        parameters=where,
        operations={
            "post": {
                "summary": "Ask for one command; answered only once it is on disk.",
                "requestBody": {"content": {"application/json": {"schema": {"oneOf": envelopes}}}},
                "responses": {
                    "200": {"description": "{ok: true, receipt}"},
                    "default": {"description": "{ok: false, error}"},
                },
            }
        },
    )
    spec.path(
        "/d/{dialogue}/api/v1/snapshot",
        parameters=where,
        operations={
            "get": {"summary": "What this screen shows now.", "responses": {"200": {"description": "A snapshot"}}}
        },
    )
    made: dict[str, Any] = spec.to_dict()
    return made
