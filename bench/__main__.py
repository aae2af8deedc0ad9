"""`python -m bench [--quick] [PART …]`: measures, prints, and writes bench/results/.

PART is any of live, pure, start, page, console, door, exports, memory; all of them unless named. `--quick` runs each
with tiny numbers, to see that it works; then, and when only some parts are named, nothing is written.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from bench import console, door, exports, live, machine, memory, page, pure, report, startup
from bench.jobs import Scenario
from bench.processes import HERE, Failed

RESULTS = HERE / "results"

Measured = dict[str, Any]
PARTS: dict[str, Callable[[bool], Any]] = {
    "pure": lambda quick: pure.measure(20 if quick else 1000),
    "start": lambda quick: startup.measure(1 if quick else 5),
    "page": lambda quick: page.measure(),
    "console": lambda quick: console.measure(1 if quick else 5),
    "door": lambda quick: door.measure(quick=quick),
    "exports": lambda quick: exports.measure(20 if quick else 500, 1 if quick else 5),
    "memory": lambda quick: memory.measure(50 if quick else 500),
    "live": lambda quick: _live(quick),
}


def main() -> int:
    """0 when every part could be measured, whatever the numbers; 1 otherwise."""
    asked = _asked()
    names = asked.parts or list(PARTS)
    parts: Measured = {}
    described = machine.described()  # before anything of ours keeps it busy
    for name in (known for known in PARTS if known in names):
        print(f"Measuring: {name}", flush=True)
        parts[name] = _tried(lambda name=name: PARTS[name](asked.quick))  # type: ignore[misc]  # bound now
    now = datetime.now(UTC)
    results = {"date": now.date().isoformat(), "machine": described, "parts": parts}
    print("\n" + report.markdown(results))
    if set(names) == set(PARTS) and not asked.quick:
        _write(results)
    return 1 if "not_measured" in json.dumps(parts) else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Dialogue beside a raw relay.")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART", help=f"any of {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="tiny numbers, to see that it works; writes nothing")
    return parser.parse_args()


def _live(quick: bool) -> list[Measured]:
    if quick:
        return [_scenario(scenario, targeted=False) for scenario in live.QUICK]
    reported = [_scenario(scenario, targeted=False) for scenario in (live.MANY_ROOMS, live.ONE_LARGE)]
    return [_scenario(live.ROOMS_OF_25, targeted=True), *reported]


def _scenario(scenario: Scenario, *, targeted: bool) -> Measured:
    print(f"  {scenario.name}", flush=True)
    told = _tried(lambda: live.measure(scenario, targeted=targeted))
    return {"scenario": scenario.told(), **told}


def _tried(measure: Callable[[], Any]) -> Any:
    """What was measured, or the sentence that says why not: one part's trouble doesn't hide the others."""
    try:
        return measure()
    except Failed as failed:
        return {"not_measured": str(failed)}


def _write(results: Measured) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{results['date']}.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    (RESULTS / "latest.md").write_text(report.markdown(results), "utf-8")
    print(f"Written to bench/results/{results['date']}.json and latest.md.")


if __name__ == "__main__":
    raise SystemExit(main())
