"""python -m emulators.secret_manager --port P --http-port Q [--seed FILE.json]"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from emulators.secret_manager.emulator import secret_manager
from emulators.secret_manager.secret import Secrets
from emulators.server import serve_until_signal


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.secret_manager")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--http-port", type=int, required=True)
    parser.add_argument("--seed", type=Path, help="JSON object: secret resource name -> payload")
    options = parser.parse_args()
    secrets = Secrets()
    if options.seed is not None:
        secrets.seed(options.seed)
    emulator = secret_manager(secrets, grpc_port=options.port, http_port=options.http_port)
    asyncio.run(serve_until_signal("secret_manager", emulator))


if __name__ == "__main__":
    main()
