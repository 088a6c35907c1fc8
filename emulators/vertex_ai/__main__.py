"""python -m emulators.vertex_ai --port P [--latency-ms N]"""

from __future__ import annotations

import argparse
import asyncio

from emulators.server import serve_until_signal
from emulators.vertex_ai.server import vertex_ai


def main() -> None:
    parser = argparse.ArgumentParser(prog="emulators.vertex_ai")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--latency-ms", type=int, default=0, help="before each answer")
    options = parser.parse_args()
    asyncio.run(
        serve_until_signal("vertex_ai", vertex_ai(port=options.port, latency_s=options.latency_ms / 1000))
    )


if __name__ == "__main__":
    main()
