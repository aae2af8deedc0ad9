"""The results as people read them: one table per question, each with its target."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Result = dict[str, Any]

QUIET_LOAD = 0.5
NOTE = (
    "Milliseconds are p50 / p99, of what was delivered. *Screen*: from a contribution's sending until a screen has it, "
    "each screen counted; *commit*: the server's own time for the transaction, before the ack. A contribution is a "
    "doubt of 180 characters about a sentence. Doubts stay on the wall, so rooms grow meanwhile (by about "
    "10 entries a second and room; the large room to 1,000). The relay stores and checks nothing. *Ratio*: Dialogue's "
    "screen p99 less its commit p99, to the screen p99 of the relay that sends one message per text."
)


def markdown(results: Result) -> str:
    """All results as Markdown."""
    machine, parts = results["machine"], results["parts"]
    pinned = "server on one, load client on another"
    cores = pinned if machine["pinned"] else "not pinned, so server and client disturb each other"
    lines = [
        f"# Measured on {results['date']}",
        "",
        f"{machine['cores']} cores ({cores}), {machine['system']}, Python {machine['python']}, Node {machine['node']}; "
        f"a page is on the disk after {machine['disk_ms']} ms.",
        "",
        NOTE,
        "",
        *_warning(machine["load"]),
        *(line for name, write in WRITERS.items() if name in parts for line in _part(name, parts[name], write)),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _warning(load: float | None) -> list[str]:
    if load is None or load <= QUIET_LOAD:
        return []
    return [f"**The machine was not idle** (load {load} before the start): these numbers say little.", ""]


def _part(name: str, part: Any, write: Any) -> Iterator[str]:
    if isinstance(part, dict) and "not_measured" in part:
        yield from (f"## {name.capitalize()}", "", f"Not measured: {part['not_measured']}")
    else:
        yield from write(part)
    yield ""


def _live(scenarios: list[Result]) -> Iterator[str]:
    yield "## Live"
    for result in scenarios:
        yield from ("", f"### {result['scenario']['name']}", "")
        if "not_measured" in result:
            yield f"Not measured: {result['not_measured']}"
            continue
        yield from _table(("", "ack", "screen", "delivered", "commit", "frames, KB sent per contribution"))
        ours = result["dialogue"]
        commits = f"{_pair(ours['commit'])} in {ours['commit']['transactions']} transactions"
        yield _row(("**Dialogue**", *_times(ours), commits, _sent(ours)))
        for gathered, relay in result["relays"].items():
            name = "relay" if gathered == "0" else f"relay, gathering {gathered} ms"
            yield _row((name, *_times(relay), "–", _sent(relay)))
        yield from ("", f"Ratio {_known(result['ratio'])}{_verdict(result, 'at most ')}{_troubles(ours)}")


def _times(told: Result) -> tuple[str, str, str]:
    delivered = "–" if told["delivered"] is None else f"{told['delivered'] * 100:.1f} %"
    return _pair(told["ack"]), _pair(told["screen"]), delivered


def _sent(told: Result) -> str:
    return f"{_known(told['framesPerContribution'])}, {_known(told['kbPerContribution'])}"


def _troubles(told: Result) -> str:
    refused = ", ".join(f"{count} × {code}" for code, count in told["refusals"].items())
    lost = f" Connections lost: {told['lost']}." if told["lost"] else ""
    lag = f" The load client itself was late by up to {told['clientLagP99']} ms (p99)."
    return (f" Not taken: {refused}." if refused else "") + lost + lag


def _pure(pure: Result) -> Iterator[str]:
    fold, views = pure["fold"], pure["views"]
    yield from ("## Pure core", "")
    yield f"Fold: {fold['per_second']:,} events/s over {fold['events']:,} events{_verdict(fold, 'at least ')}"
    audiences = ", ".join(f"{name} {ms} ms" for name, ms in views["audiences_ms"].items())
    yield ""
    yield f"View and patch at {views['entries']} entries: {audiences}{_verdict(views, 'at most ', ' ms each')}"
    yield f"The own slices of all {views['seats']} seats together: {views['slices_of_all_seats_ms']} ms."


def _start(start: Result) -> Iterator[str]:
    yield from ("## Start", "")
    taken = f"{start['first_s']} s with a new data folder, {start['again_s']} s later"
    yield f"`start.py serve` to the first answer: {taken}{_verdict(start, 'at most ', ' s')}"


def _page(page: Result) -> Iterator[str]:
    yield from ("## Participant's page", "")
    kinds = ", ".join(f"{kind} {kb}" for kind, kb in page["kinds"].items())
    sizes = f"{page['kb_gz']} KB compressed ({page['kb_raw']} KB plain) in {len(page['files'])} files"
    yield f"{sizes}: {kinds}{_verdict(page, 'at most ', ' KB')}"


def _memory(memory: Result) -> Iterator[str]:
    yield from ("## Memory", "")
    sizes = f"{memory['kb_per_screen']} KB per screen, over {memory['screens']} idle screens"
    yield sizes + _verdict(memory, "at most ", " KB")


def _console(console: Result) -> Iterator[str]:
    yield from ("## The facilitator's console", "")
    opened = (
        f"usable after {console['cold_ms']} ms cold, {console['warm_ms']} ms with its files in the cache; "
        f"everything drawn after {console['whole_cold_ms']} and {console['whole_warm_ms']} ms"
    )
    verdict = _verdict(console, "cold at most ", " ms")
    yield f"{console['entries']} entries, a processor {console['slower']} times slower: {opened}{verdict}"


def _door(door: Result) -> Iterator[str]:
    check, signing, guessing, joining = (door[name] for name in ("check", "sign_in", "guessing", "joining"))
    late, screens, guesses = signing["hub_late_ms"], guessing["screen_p99_ms"], guessing["guesses"]
    enough = f" with at least {guessing['least']:,} a minute, none of which opens anything"
    yield from (
        "## The door",
        "",
        f"A question to the map of rights: {check['us']} µs{_verdict(check, 'at most ', ' µs')} All that is asked "
        f"before a page of a dialogue is given, the sign-in and the relation looked up: {check['request_us']} µs; "
        f"before a seat's command is decided: {check['command_us']} µs.",
        "",
    )
    yield (
        f"{signing['sign_ins']} sign-ins, four at a time ({signing['sign_in_ms']} ms each): what is due every 5 ms "
        f"came at most {late['most']} ms late (p99 {late['p99']}; without them at most {late['quiet']})"
        f"{_verdict(signing, 'at most ', ' ms')}"
    )
    yield ""
    yield (
        f"{guesses['least_per_minute']:,} guessed codes a minute or more ({guesses['found']} opened something) beside "
        f"{guessing['scenario']}: screen p99 {screens['guessed']} ms with, {screens['quiet']} without; ratio of "
        f"medians {guessing['ratio']}{_verdict(guessing, 'at most ', enough)}"
    )
    yield ""
    yield (
        f"{joining['people']} people in {joining['seconds']:g} s from one address: what is in the room is there after "
        f"{joining['p50_s']} s (p50), {joining['p95_s']} s (p95){_verdict(joining, 'p95 at most ', ' s')}"
    )


def _exports(exports: Result) -> Iterator[str]:
    yield from (f"## Exports of {exports['entries']} entries", "")
    yield "Seconds from the button to the file, its process and the page that waits for it included."
    yield ""
    for key, told in exports["formats"].items():
        yield f"- {key}: {told['s']} s{_verdict(told, 'at most ', ' s')}"
    hub = exports["hub"]
    yield ""
    yield (
        f"What is due every 5 ms came at most {hub['most_ms']} ms late meanwhile (before at most {hub['quiet_ms']})"
        f"{_verdict(hub, 'at most ', ' ms')}"
    )


WRITERS: dict[str, Callable[[Any], Iterator[str]]] = {
    "live": _live,
    "pure": _pure,
    "start": _start,
    "page": _page,
    "console": _console,
    "door": _door,
    "exports": _exports,
    "memory": _memory,
}


def _verdict(result: Result, bound: str, unit: str = "") -> str:
    target, met = result["target"], result["met"]
    if target is None:
        return "."
    return f" (target: {bound}{target:,}{unit}; {'met' if met else '**missed**'})."


def _pair(told: Result) -> str:
    return f"{_known(told['p50'])} / {_known(told['p99'])}"


def _known(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}" if value < 10 else f"{value:.0f}"


def _table(names: tuple[str, ...]) -> Iterator[str]:
    yield _row(names)
    yield _row(("---",) * len(names))


def _row(cells: tuple[Any, ...]) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"
