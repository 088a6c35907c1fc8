"""python -m emulators.cloud_tasks --port P --http-port Q --signing-key FILE [--queues FILE]"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from emulators.cloud_tasks.emulator import cloud_tasks
from emulators.cloud_tasks.table import queues_of_file, queues_of_table
from emulators.identity_token import Signer
from emulators.server import serve_until_signal


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.cloud_tasks")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--http-port", type=int, required=True)
    parser.add_argument("--signing-key", type=Path, required=True, help="PEM file, created if missing")
    parser.add_argument("--queues", type=Path, help="JSON file of queues, instead of the endpoint table's")
    parser.add_argument("--project", default="demo-future-finance")
    parser.add_argument("--region", default="asia-south1")
    options = parser.parse_args()
    if options.queues is not None:
        queues = queues_of_file(options.queues)
    else:
        queues = queues_of_table(options.project, options.region)
    emulator = cloud_tasks(
        Signer.from_file(options.signing_key), queues, grpc_port=options.port, http_port=options.http_port
    )
    asyncio.run(serve_until_signal("cloud_tasks", emulator))


if __name__ == "__main__":
    main()
