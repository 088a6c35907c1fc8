"""python -m emulators.cloud_scheduler --port P --http-port Q --signing-key FILE [--worker-url URL]"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from emulators.cloud_scheduler.emulator import cloud_scheduler
from emulators.cloud_scheduler.table import jobs_of_table
from emulators.identity_token import Signer
from emulators.server import serve_until_signal


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.cloud_scheduler")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--http-port", type=int, required=True)
    parser.add_argument("--signing-key", type=Path, required=True, help="PEM file, created if missing")
    parser.add_argument("--worker-url", help="with {name}; creates a job for each scheduled function")
    parser.add_argument("--project", default="demo-future-finance")
    parser.add_argument("--region", default="asia-south1")
    parser.add_argument("--invoker", help="e-mail in the OIDC token of those jobs")
    options = parser.parse_args()
    invoker = options.invoker or f"ff-scheduler-invoker@{options.project}.iam.gserviceaccount.com"
    jobs = (
        jobs_of_table(options.project, options.region, options.worker_url, invoker)
        if options.worker_url
        else []
    )
    emulator = cloud_scheduler(
        Signer.from_file(options.signing_key), jobs, grpc_port=options.port, http_port=options.http_port
    )
    asyncio.run(serve_until_signal("cloud_scheduler", emulator))


if __name__ == "__main__":
    main()
