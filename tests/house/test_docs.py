"""The documents say what the code does: commands, events, refusals, messages, settings, stages; all, and no others."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from typing import get_args

from dialogue.commands import Command
from dialogue.events import Event
from dialogue.methods import DEFAULT_METHOD, OFFERED
from dialogue.methods.nelson_heckmann import NELSON_HECKMANN
from dialogue.records import to_record
from dialogue.refusals import REFUSALS
from dialogue.rules import OF_THE_SERVER
from dialogue.rules.permissions import PERMITS
from dialogue.rules.seats import Draft, begin
from dialogue.state import fold
from dialogue.views import mine_for, view_for
from dialogue.vocabulary import (
    Audience,
    DialogueId,
    Kind,
    Level,
    Millis,
    OutcomeKind,
    PlanOption,
    Role,
    SeatId,
    StageKey,
    Task,
)
from sessions.config import SETTINGS, languages_there
from sessions.pages.problems import CODES
from sessions.rooms import answers
from sessions.rooms.credentials import Surface
from sessions.rooms.presence import Status
from sessions.rooms.schemas import COMMANDS, DRAWN, MOST, command_name
from sessions.rooms.sentences import SENTENCES
from tests.house.project import ROOT

PROTOCOL = (ROOT / "docs" / "protocol.md").read_text("utf-8")
COMMANDS_PAGE = (ROOT / "docs" / "commands.md").read_text("utf-8")
STAGES = (ROOT / "docs" / "stages.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
SETTINGS_PAGE = (ROOT / "docs" / "settings.md").read_text("utf-8")
MESSAGES_IN = {"command", "sync", "signal"}
MESSAGES_OUT = {"snapshot", "update", "mine", "presence", "heartbeat", "reload"}


def _section(page: str, title: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found is not None, title
    return found[1]


def _coded(text: str) -> set[str]:
    return set(re.findall(r"`([a-z][a-z_0-9]*)`", text))


def _rows(page: str, columns: int) -> list[list[str]]:
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines() if line.startswith("| `")]
    return [row for row in rows if len(row) == columns]


def test_the_protocol_fits_on_three_pages() -> None:
    assert len(PROTOCOL.splitlines()) <= 150


def test_every_command_is_documented_with_its_fields_and_who_may_ask_and_when() -> None:
    documented = {name.strip("`"): said for name, *said in _rows(COMMANDS_PAGE, 4)}
    as_they_are = {name: [_fields_of(command), *_permit_of(command)] for name, command in COMMANDS.items()}
    assert {name: said for name, said in documented.items() if as_they_are.get(name) != said} == {}
    assert documented.keys() == as_they_are.keys()
    assert len(_rows(COMMANDS_PAGE, 4)) == len(documented)


def test_what_no_screen_can_send_is_named_and_only_that() -> None:
    last = COMMANDS_PAGE[: COMMANDS_PAGE.index("\n## ")].splitlines()[-1]
    own = {name for name in _coded(last) if name not in COMMANDS}
    assert own == {command_name(command) for command in OF_THE_SERVER}
    assert f"±{MOST:,}" in COMMANDS_PAGE
    assert "commands.md" in _section(PROTOCOL, "Commands")


def _fields_of(command: type[Command]) -> str:
    known = [field for field in fields(command) if field.name not in DRAWN.get(command, ())]
    return ", ".join(field.name if field.default is MISSING else f"[{field.name}]" for field in known)


_F, _C, _P, _O = Role.FACILITATOR, Role.CO_FACILITATOR, Role.PARTICIPANT, Role.OBSERVER
_WHO = {
    frozenset({_F}): "facilitator",
    frozenset({_C}): "co-facilitator",
    frozenset({_P}): "participant",
    frozenset({_O}): "observer",
    frozenset({_F, _C}): "facilitators",
    frozenset({_F, _C, _P}): "all but observers",
    frozenset({_C, _P, _O}): "all but the facilitator",
    frozenset({_F, _C, _P, _O}): "everyone",
}


def _permit_of(command: type[Command]) -> tuple[str, str]:
    permit = PERMITS[command]
    when = [f"`{permit.task.value}`" if permit.task else "any time"]
    when += [f"with `{permit.option.value}`"] if permit.option else []
    when += [] if permit.waits else ["also in meta and rest"]
    return _WHO[permit.roles], ", ".join(when)


def test_every_event_of_the_record_is_documented_under_the_name_that_is_stored() -> None:
    names = {re.sub(r"(?<!^)(?=[A-Z])", "_", event.__name__).lower() for event in get_args(Event)}
    assert _coded(_section(PROTOCOL, "Events in the record")) == names
    stored = {to_record(event()).type for event in get_args(Event) if not fields(event)}
    assert stored
    assert stored <= names


def test_every_refusal_is_documented_and_has_its_sentence() -> None:
    said = _coded(_section(PROTOCOL, "Refusals"))
    assert said == set(SENTENCES)
    live = {known.code for known in vars(answers).values() if isinstance(known, answers.Refused)}
    assert set(REFUSALS) | live | {"bad_request", "unknown_command", "too_big"} == said


def test_the_temporary_refusals_are_named_as_such() -> None:
    temporary = {
        known.code for known in vars(answers).values() if isinstance(known, answers.Refused) and known.temporary
    }
    temporary |= {code for code, refusal in REFUSALS.items() if refusal.temporary}
    first = re.search(r"Temporary: ([^.]*)\.", PROTOCOL)
    assert first is not None
    assert _coded(first[1]) == temporary


def test_every_refusal_has_its_sentence_on_screens_too() -> None:
    screens = (ROOT / "static" / "js" / "codes.js").read_text("utf-8")
    worded = set(re.findall(r"^  ([a-z_]+): \(\) =>", screens, re.MULTILINE))
    assert worded | {"too_long"} == set(SENTENCES)
    assert 'error.code === "too_long"' in screens


def test_every_message_and_surface_and_status_is_documented() -> None:
    said_in = _section(PROTOCOL, "From a screen")
    assert set(re.findall(r"^- `([a-z]+)", said_in, re.MULTILINE)) == MESSAGES_IN
    said_out = _section(PROTOCOL, "To a screen")
    assert set(re.findall(r"^- `([a-z]+)", said_out, re.MULTILINE)) == MESSAGES_OUT
    assert {status.value for status in Status} <= _coded(said_out)
    assert {surface.value for surface in Surface} <= _coded(_section(PROTOCOL, "Connecting"))


def test_the_messages_documented_are_those_that_are_sent_and_heard() -> None:
    live = "".join(path.read_text("utf-8") for path in (ROOT / "sessions" / "live").glob("*.py"))
    sent = set(re.findall(r'(?:send\([^"]*|_fanout\.send\([^"]*)"([a-z]+)",', live))
    assert sent == MESSAGES_OUT
    heard = re.search(r"events = \{(.*?)\}", live)
    assert heard is not None
    assert set(re.findall(r'"([a-z]+)"', heard[1])) == MESSAGES_IN


def test_the_codes_of_pages_are_documented() -> None:
    said = _coded(PROTOCOL)
    assert set(CODES.values()) <= said
    pages = "".join(path.read_text("utf-8") for path in (ROOT / "sessions").rglob("*.py"))
    made = set(re.findall(r'problem\(\s*(?:\d+|status), "([a-z_]+)"|code="([a-z_]+)"', pages))
    assert {first or second for first, second in made} <= said


def test_every_address_of_the_door_is_documented() -> None:
    said = set(re.findall(r"`(?:GET |POST )?([/…][^` ]*)", _section(PROTOCOL, "HTTP")))
    said = {re.sub(r"^…|^/d/<dialogue>", "", path) for path in said}
    door = "".join(path.read_text("utf-8") for path in (ROOT / "sessions" / "pages" / "door").glob("*.py"))
    routes = re.findall(r'@pages\.(get|post)\("(?:/d/<dialogue>)?(/[^"]+)"\)', door)
    assert routes
    assert {path for _, path in routes} - said == set()
    sent = set(re.findall(r"`POST (?:…|/d/<dialogue>)?(/[^` ]*)", _section(PROTOCOL, "HTTP")))
    forms = {"/join", "/j/<code>"}  # pages that are sent to where they stand
    assert {path for method, path in routes if method == "post"} - forms <= sent


def test_every_setting_is_documented_as_it_is() -> None:
    documented = _rows(SETTINGS_PAGE, 3)
    as_they_are = [[f"`{known.name}`", f"`{known.default}`" if known.default else "", known.help] for known in SETTINGS]
    assert documented == as_they_are


def test_the_languages_that_there_are_are_documented() -> None:
    (line,) = re.findall(r"^Languages there are today: (.+)$", SETTINGS_PAGE, re.MULTILINE)
    assert tuple(re.findall(r"`([^`]+)`", line)) == languages_there()
    (told,) = re.findall(r"Pages and screens speak (.+?) today\.", README)
    assert len(re.split(r", | and ", told)) == len(languages_there())


def test_every_stage_is_documented_with_its_step_and_minutes() -> None:
    planned = {known.key: str(known.minutes) for known in DEFAULT_METHOD.plans[90].stages}
    documented = [(key, step, minutes) for key, step, minutes, _what in _rows(STAGES, 4)]
    stages = NELSON_HECKMANN.stages
    assert documented == [(f"`{known.key.value}`", known.step.value, planned.get(known.key, "–")) for known in stages]
    assert {known.key for known in stages} == set(StageKey)


def test_every_task_kind_and_outcome_is_documented() -> None:
    documented = {task.strip("`"): at for task, at in _rows(STAGES, 2)}
    invited = {
        task.value: ", ".join(known.key.value for known in NELSON_HECKMANN.stages if task in known.tasks)
        for task in Task
    }
    assert documented == invited
    words = {known.value for known in (*Kind, *OutcomeKind, *Level)} | set(OFFERED)
    assert words <= _coded(STAGES)


def test_every_option_is_documented_with_the_commands_that_need_it() -> None:
    documented = {option.strip("`"): needing for option, needing, _what in _rows(STAGES, 3)}
    assert list(documented) == [option.value for option in PlanOption]
    for option in PlanOption:
        needing = {command_name(command) for command, permit in PERMITS.items() if permit.option is option}
        assert needing <= _coded(documented[option.value])
    for method in OFFERED.values():
        assert {option.value for option in method.central} <= _coded(STAGES)


def test_what_a_view_and_a_slice_hold_is_documented() -> None:
    draft = Draft(DEFAULT_METHOD, DEFAULT_METHOD.plans[90], "Trust", "", "", "", "Facilitator", 5)
    state = fold([(begin(draft, DialogueId("d"), SeatId("s")), Millis(0))])
    said = _coded(_section(PROTOCOL, "The view"))
    assert set(view_for(state, Audience.FACILITATOR)) <= said
    assert set(mine_for(state, SeatId("s"))) <= said
