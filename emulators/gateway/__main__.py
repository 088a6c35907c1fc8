"""`python -m emulators.gateway --port P`: the public site on this machine."""

from __future__ import annotations

import argparse
import asyncio
import os
from pathlib import Path

from emulators.children import ROOT
from emulators.door_key import DOOR_KEY_FILE
from emulators.gateway.app import Files, create_app
from emulators.server import running, serve_until_signal


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.gateway", description=__doc__)
    parser.add_argument("--port", type=int, default=5000)
    parser.add_argument(
        "--state", type=Path, default=ROOT / ".local", help="folder for the log, the clock and the door key"
    )
    options = parser.parse_args()
    files = Files(
        firebase_json=ROOT / "firebase.json",
        functions=ROOT / "functions",
        log=options.state / "functions.log",
        clock=options.state / "clock",
        stack=options.state / "stack.json",
        door_key=options.state / DOOR_KEY_FILE,
    )
    app = create_app(files, {**os.environ, "FF_CLOCK_FILE": str(files.clock)})
    asyncio.run(serve_until_signal("gateway", running(app, http_port=options.port)))


if __name__ == "__main__":
    main()
