"""Everything that a database holds, looked through for what names a person."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable

from google.cloud.firestore_v1.async_client import AsyncClient
from google.cloud.firestore_v1.async_collection import AsyncCollectionReference


async def mentions(client: AsyncClient, words: Iterable[str]) -> list[str]:
    """Paths of documents that have one of the words in their path or anywhere in their fields."""
    wanted = list(words)
    found = []
    async for collection in client.collections():
        async for path, text in _documents(collection):
            if any(word in path or word in text for word in wanted):
                found.append(path)
    return sorted(found)


async def _documents(collection: AsyncCollectionReference) -> AsyncIterator[tuple[str, str]]:
    """Also those below documents that are not there."""
    async for ref in collection.list_documents():
        snapshot = await ref.get()
        if snapshot.exists:
            yield ref.path, repr(snapshot.to_dict())
        async for below in ref.collections():
            async for document in _documents(below):
                yield document
