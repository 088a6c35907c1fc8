"""scripts/statistics: how many people who agreed to be counted there were in a month that is over, in cells of many.

Of a month that goes on nothing is told: who asked today and tomorrow would see who came in between.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from datetime import UTC, datetime

from emulators.supervisor.report import table
from future_finance.adapters.firestore.anonymous_counts import counts_of
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from future_finance.domain.anonymous_record import FEWEST, publishable
from future_finance.domain.local_date import local_date


async def told(project: str, month: str) -> dict[str, int]:
    client = connect(project)
    try:
        return publishable(await counts_of(Documents(client), month))
    finally:
        await disconnect(client)


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/statistics", description=__doc__)
    parser.add_argument("month", help="yyyy-mm")
    parser.add_argument("--project", default=os.environ.get("GOOGLE_CLOUD_PROJECT", "demo-future-finance"))
    options = parser.parse_args()
    if options.month >= f"{local_date(datetime.now(UTC)):%Y-%m}":
        parser.error("that month is not over yet")
    cells = asyncio.run(told(options.project, options.month))
    rows = [(cell.replace("__", ", ").replace("_", " "), str(count)) for cell, count in cells.items()]
    print(table(rows) if rows else f"  no cell of {FEWEST} people or more")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
