"""`scripts/demo`: the journey of one person, or of all eight, on the stack at --port or on one of its own."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from emulators import option
from emulators.children import ChildFailed
from emulators.fi_mcp.people.catalogue import BY_SLUG
from scripts.journey.api import Api, StepFailed
from scripts.journey.journey import Journey
from scripts.journey.person import Traveller, of_other_server, of_simulator
from scripts.journey.report import progress, report
from scripts.journey.stack import NoStack, stack_at
from scripts.journey.steps import Step, Steps


def _file(text: str) -> Path:
    """A file that can be written, seen from where the script was called: it is written at the very end."""
    file = Path(os.environ.get("FF_CALLED_FROM", ".")) / text
    if file.is_dir() or not os.access(file if file.exists() else file.parent, os.W_OK):
        raise argparse.ArgumentTypeError(f"{file} cannot be written")
    return file


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/demo", description="Walk a person's whole journey over HTTP."
    )
    parser.add_argument("--persona", choices=[*BY_SLUG, "all"], default="priya", help="default: priya")
    parser.add_argument(
        "--fi-url", type=option.server, metavar="URL", help="another Fi MCP server; needs --fi-phone"
    )
    parser.add_argument("--fi-phone", metavar="PHONE", help="who logs in there")
    parser.add_argument(
        "--history", type=int, default=0, metavar="MONTHS", help="sync that many past months first"
    )
    parser.add_argument("--json", type=_file, metavar="FILE", help="write the result there as JSON")
    parser.add_argument("--port", type=option.port, default=5000, help="port of the stack (default: 5000)")
    options = parser.parse_args(arguments)
    if bool(options.fi_url) != bool(options.fi_phone):
        parser.error("--fi-url and --fi-phone go together")
    if not 0 <= options.history <= 60:
        parser.error("--history takes 0 to 60 months")
    return options


def travel(
    base_url: str, traveller: Traveller, history_months: int, *, leaves: bool = True
) -> dict[str, Any]:
    """One journey, told as it goes, and to its end where the person `leaves`; returns the demo's JSON."""
    print(f"\n{traveller.name}", flush=True)
    steps = Steps(_tell)
    api = Api(base_url)
    journey = Journey(api, traveller, steps)
    try:
        journey.travel(history_months, leaves=leaves)
        print("\n" + report(journey.found), flush=True)
    except StepFailed:
        pass  # told and recorded by the step
    finally:
        api.close()
    return {
        "ok": steps.ok,
        "persona": traveller.persona,
        "steps": [step.as_json() for step in steps.done],
        "receipt": journey.found.agreed.receipt,
        "overview": journey.found.overview,
        "counts": journey.found.counts(),
        "cost": journey.found.cost,
        "insights": [insight["detector"] for insight in journey.found.talk.insights],
        "questions": len(journey.found.talk.turns),
        "simulations": [found["kind"] for found in journey.found.talk.simulations],
        "takenBack": journey.found.left.taken_back,
        "erasures": journey.found.left.receipts,
    }


def _tell(step: Step, note: str) -> None:
    print(progress(step, note), flush=True)


def _travellers(options: argparse.Namespace) -> list[Traveller]:
    if options.fi_url:
        return [of_other_server(options.fi_phone)]
    return [of_simulator(slug) for slug in (BY_SLUG if options.persona == "all" else [options.persona])]


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    try:
        with stack_at(options.port, options.fi_url) as base_url:
            results = [travel(base_url, each, options.history) for each in _travellers(options)]
    except (ChildFailed, NoStack) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    ok = all(result["ok"] for result in results)
    if options.json:
        whole = results[0] if len(results) == 1 else {"ok": ok, "people": results}
        options.json.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
    return 0 if ok else 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(main())
