"""python -m emulators.front_door --port P --upstream URL --jwks-url URL; accounts and audiences from FF_*."""

from __future__ import annotations

import argparse
import asyncio

from emulators.front_door.emulator import front_door
from emulators.server import serve_until_signal
from future_finance.config import settings


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.front_door")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--upstream", required=True, help="the gateway that starts functions")
    parser.add_argument("--jwks-url", required=True, help="the Cloud Tasks emulator's /jwks")
    options = parser.parse_args()
    door = front_door(
        settings(), upstream=options.upstream, jwks_url=options.jwks_url, http_port=options.port
    )
    asyncio.run(serve_until_signal("front_door", door))


if __name__ == "__main__":
    main()
