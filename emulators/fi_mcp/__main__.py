"""python -m emulators.fi_mcp --port P [--latency-ms N] [--recorded DIR] [--public-url URL]"""

from __future__ import annotations

import argparse
import asyncio
import os
from pathlib import Path

from emulators.fi_mcp.accounts import Accounts
from emulators.fi_mcp.clock import OffsetClock
from emulators.fi_mcp.faults import Faults
from emulators.fi_mcp.server import fi_mcp
from emulators.fi_mcp.sessions import Logins
from emulators.fi_mcp.simulator import Simulator
from emulators.server import serve_until_signal


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.fi_mcp")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--latency-ms", type=int, default=0, help="before each answer")
    parser.add_argument(
        "--recorded", type=Path, metavar="DIR", help="serve DIR/<phone>/<tool>.json as they are"
    )
    parser.add_argument(
        "--public-url", metavar="URL", help="origin of login URLs; default: where the request came"
    )
    options = parser.parse_args()
    if options.recorded is not None and not options.recorded.is_dir():
        parser.error("--recorded: no such folder")
    asyncio.run(_serve(options))


async def _serve(options: argparse.Namespace) -> None:
    clock = OffsetClock(os.environ.get("FF_CLOCK_FILE"))
    accounts = Accounts(clock, options.recorded)
    simulator = Simulator(accounts, Logins(), Faults(), options.latency_ms / 1000)
    await serve_until_signal("fi_mcp", fi_mcp(simulator, port=options.port, public_url=options.public_url))


if __name__ == "__main__":
    main()
