"""python -m emulators.cloud_kms --port P --http-port Q [--state FILE] [--key NAME]"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from emulators.cloud_kms.emulator import cloud_kms
from emulators.cloud_kms.key_store import KeyStore
from emulators.server import serve_until_signal

_KEY = "projects/demo-future-finance/locations/asia-south1/keyRings/future-finance/cryptoKeys/user-data-keys"


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.cloud_kms")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--http-port", type=int, required=True)
    parser.add_argument("--state", type=Path, help="file that keeps the keys; without it they are in memory")
    parser.add_argument("--key", default=_KEY, help="a CryptoKey to create unless it is there")
    options = parser.parse_args()
    emulator = cloud_kms(
        KeyStore(options.state), [options.key], grpc_port=options.port, http_port=options.http_port
    )
    asyncio.run(serve_until_signal("cloud_kms", emulator))


if __name__ == "__main__":
    main()
