"""python -m emulators.google_oauth --port P"""

from __future__ import annotations

import argparse
import asyncio

from emulators.google_oauth.emulator import google_oauth
from emulators.server import serve_until_signal


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.google_oauth")
    parser.add_argument("--port", type=int, required=True)
    options = parser.parse_args()
    asyncio.run(serve_until_signal("google_oauth", google_oauth(http_port=options.port)))


if __name__ == "__main__":
    main()
