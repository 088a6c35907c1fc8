"""`scripts/simulate-scale`: what many users take, in simulated time; or a real run of some thousand."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from emulators import option
from emulators.children import ROOT
from scripts.scale.assumptions import Assumptions
from scripts.scale.bill import month
from scripts.scale.page import page
from scripts.scale.real.emulated import run_emulated
from scripts.scale.real.report import HEADING, report

PAGE = Path("docs/scale.md")
USERS = (10_000, 1_000_000, 10_000_000)
_SHOWN = 20  # complaints


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/simulate-scale", description=__doc__)
    parser.add_argument("--users", type=option.count, nargs="+", default=USERS, help="numbers of accounts")
    parser.add_argument(
        "--real", type=option.count, metavar="PEOPLE", help="run so many through the emulators instead"
    )
    parser.add_argument("--write", action="store_true", help=f"also write its part of {PAGE}")
    return parser.parse_args()


def simulated(users: tuple[int, ...] = USERS) -> str:
    assumptions = Assumptions()
    return page([month(each, assumptions) for each in users], assumptions)


def main() -> int:
    options = _options()
    before, heading, after = (ROOT / PAGE).read_text().partition(HEADING)
    if options.real is None:
        text = simulated(tuple(options.users))
        print(text)
        if options.write:
            (ROOT / PAGE).write_text(text + heading + after)
        return 0
    return _real(options.real, before if options.write else None)


def _real(people: int, before: str | None) -> int:
    ran = run_emulated(people)
    text = report(ran)
    print(text)
    for what in ran.census.wrong[:_SHOWN]:
        print(f"not as it must be: {what}")
    if before is not None and not ran.census.wrong:
        (ROOT / PAGE).write_text(before + text)
    return 1 if ran.census.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
