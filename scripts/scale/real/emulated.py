"""A real run against a Firestore emulator of its own."""

from __future__ import annotations

import asyncio
import logging
import os
import tempfile
from pathlib import Path

from emulators.ports import free_port
from emulators.supervisor.stack import Stack
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.documents import Documents
from scripts.scale.real.run import Ran, run
from scripts.scale.real.trouble import Trouble

MOST_S = 1_200.0
_PROJECT = "demo-scale"


def run_emulated(count: int) -> Ran:
    """Raises TimeoutError after MOST_S. Nothing is left running."""
    logging.disable(logging.CRITICAL)  # what is made to fail would be logged, a line each
    with tempfile.TemporaryDirectory() as state:
        stack = Stack(free_port(), ("firestore",), state=Path(state))
        stack.start()
        try:
            os.environ["FIRESTORE_EMULATOR_HOST"] = stack.environment["FIRESTORE_EMULATOR_HOST"]
            return asyncio.run(_run(count))
        finally:
            stack.stop()


async def _run(count: int) -> Ran:
    client = connect(_PROJECT)
    try:
        return await asyncio.wait_for(run(Documents(client), count, Trouble()), MOST_S)
    finally:
        await disconnect(client)
