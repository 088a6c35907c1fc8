"""python -m emulators.front_door --port P --upstream URL --door-key FILE --signing-key FILE; accounts and audiences from FF_*."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from emulators import door_key
from emulators.front_door.emulator import front_door
from emulators.identity_token import Signer
from emulators.server import serve_until_signal
from future_finance.config import settings


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.front_door")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--upstream", required=True, help="the gateway's internal route for functions")
    parser.add_argument("--door-key", type=Path, required=True, help="file that the gateway reads too")
    parser.add_argument(
        "--signing-key", type=Path, required=True, help="PEM file that Tasks and Scheduler use"
    )
    options = parser.parse_args()
    signer = Signer.from_file(options.signing_key)
    door = front_door(
        settings(),
        upstream=options.upstream,
        key=door_key.read(options.door_key),
        signer=signer,
        http_port=options.port,
    )
    asyncio.run(serve_until_signal("front_door", door))


if __name__ == "__main__":
    main()
