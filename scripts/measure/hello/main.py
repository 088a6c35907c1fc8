"""The yardsticks: a bare async function, and one that reads a Firestore document."""

from __future__ import annotations

import os

from starlette.requests import Request

_clients: list[object] = []


async def hello(request: Request) -> str:
    """Answers at once."""
    return "hello"


async def hello_read(request: Request) -> dict[str, object]:
    """Reads the document that DOCUMENT names."""
    from google.cloud.firestore_v1.async_client import AsyncClient

    if not _clients:
        _clients.append(AsyncClient(project=os.environ["GOOGLE_CLOUD_PROJECT"]))
    client = _clients[0]
    assert isinstance(client, AsyncClient)
    found = await client.document(os.environ["DOCUMENT"]).get()
    body: dict[str, object] = (found.to_dict() or {}).get("body", {})
    return body
