"""scripts/statistics: how many people who agreed to be counted there were in a month that is over, in cells of many.

Of a month that goes on nothing is told: who asked today and tomorrow would see who came in between.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from emulators.supervisor.report import table
from future_finance.adapters.firestore.anonymous_counts import counts_of
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.anonymous_record import FEWEST, publishable
from future_finance.domain.local_date import local_date
from future_finance.errors import AppError, ConfigError


async def told(project: str, month: str) -> dict[str, int]:
    """Raises ConfigError, Unavailable."""
    client = connect(project)
    try:
        return publishable(await counts_of(Documents(client), month))
    finally:
        await disconnect(client)


def _month(text: str) -> str:
    if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", text, re.ASCII):
        raise argparse.ArgumentTypeError("a month is written yyyy-mm")
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="scripts/statistics", description=__doc__)
    parser.add_argument("month", type=_month, help="yyyy-mm")
    parser.add_argument("--project", default=os.environ.get("GOOGLE_CLOUD_PROJECT", "demo-future-finance"))
    options = parser.parse_args(arguments)
    if options.month >= f"{local_date(datetime.now(UTC)):%Y-%m}":
        parser.error("that month is not over yet")
    try:
        cells = asyncio.run(told(options.project, options.month))
    except ConfigError as error:
        print(f"statistics: {error}", file=sys.stderr)
        return 2
    except AppError as error:
        print(f"statistics: {error.message}", file=sys.stderr)
        return 1
    rows = [(cell.replace("__", ", ").replace("_", " "), str(count)) for cell, count in cells.items()]
    print(table(rows) if rows else f"  no cell of {FEWEST} people or more")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
