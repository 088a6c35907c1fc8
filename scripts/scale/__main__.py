"""`scripts/simulate-scale`: what many users take, in simulated time."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from emulators.children import ROOT
from scripts.scale.assumptions import Assumptions
from scripts.scale.bill import month
from scripts.scale.page import page

PAGE = Path("docs/scale.md")
REAL = "\n## A real run\n"
USERS = (10_000, 1_000_000, 10_000_000)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/simulate-scale", description=__doc__)
    parser.add_argument("--users", type=int, nargs="+", default=USERS, help="numbers of accounts")
    parser.add_argument("--write", action="store_true", help=f"also write {PAGE}")
    return parser.parse_args()


def simulated(users: tuple[int, ...] = USERS) -> str:
    assumptions = Assumptions()
    return page([month(each, assumptions) for each in users], assumptions)


def _after(page: Path) -> str:
    """What a real run wrote there."""
    text = page.read_text() if page.exists() else ""
    return "".join(text.partition(REAL)[1:])


def main() -> int:
    options = _options()
    text = simulated(tuple(options.users))
    print(text)
    if options.write:
        (ROOT / PAGE).write_text(text + _after(ROOT / PAGE))
    return 0


if __name__ == "__main__":
    sys.exit(main())
