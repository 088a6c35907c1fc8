"""The bucket of exports in Cloud Storage, whose client blocks and so runs in a few threads."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import google.auth
import google.auth.transport.requests
import requests
from google.api_core.exceptions import GoogleAPIError
from google.api_core.exceptions import NotFound as NoSuchObject
from google.auth.credentials import AnonymousCredentials
from google.auth.exceptions import GoogleAuthError
from google.cloud.storage import Client
from google.cloud.storage.blob import Blob
from google.cloud.storage.fileio import BlobWriter
from google.cloud.storage.retry import DEFAULT_RETRY

from future_finance.errors import NotFound, Unavailable
from future_finance.usecases.export_ports import LINK_LIFETIME

CHUNK = 1024 * 1024  # of an upload or a download: what is held in memory of a file
_THREADS = 4
_TIMEOUT_S = 20
_RETRY = DEFAULT_RETRY.with_timeout(5)


class ExportsBucket:
    """ExportBucket and UserObjects. `emulated`: STORAGE_EMULATOR_HOST says where, and nobody signs addresses."""

    def __init__(self, project: str, bucket: str, *, emulated: bool) -> None:
        self._emulated = emulated
        self._client = Client(project=project, credentials=AnonymousCredentials() if emulated else None)
        self._bucket = self._client.bucket(bucket)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="storage")

    async def write(self, uid: str, export_id: str, chunks: AsyncIterator[bytes]) -> None:
        blob = self._blob(uid, export_id)
        writer = BlobWriter(blob, CHUNK, content_type="application/zip", timeout=_TIMEOUT_S, retry=_RETRY)
        try:
            async for chunk in chunks:
                await self._run(writer.write, chunk)
            await self._run(writer.close)
        finally:
            if not writer.closed:
                await self._run(_abandon, writer)

    async def read(self, uid: str, export_id: str) -> AsyncIterator[bytes]:
        blob = self._blob(uid, export_id)
        await self._run(blob.reload, timeout=_TIMEOUT_S, retry=_RETRY)
        for start in range(0, blob.size or 0, CHUNK):
            last = min(start + CHUNK, blob.size) - 1
            yield await self._run(
                blob.download_as_bytes, start=start, end=last, timeout=_TIMEOUT_S, retry=_RETRY
            )

    async def delete(self, uid: str, export_id: str) -> None:
        await self._run(_delete, self._blob(uid, export_id))

    async def link(self, uid: str, export_id: str, file_name: str) -> str | None:
        """Signed by IAM as this function's own account: no key lies anywhere."""
        if self._emulated:
            return None
        address: str = await self._run(_signed, self._blob(uid, export_id), file_name)
        return address

    async def delete_all(self, uid: str) -> int:
        blobs = await self._of(uid)
        for blob in blobs:
            await self._run(_delete, blob)
        return len(blobs)

    async def count(self, uid: str) -> int:
        return len(await self._of(uid))

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._client.close()

    def _blob(self, uid: str, export_id: str) -> Blob:
        return self._bucket.blob(f"{_folder(uid)}{export_id}.zip")

    async def _of(self, uid: str) -> list[Blob]:
        def listed() -> list[Blob]:
            return list(self._bucket.list_blobs(prefix=_folder(uid), timeout=_TIMEOUT_S, retry=_RETRY))

        found: list[Blob] = await self._run(listed)
        return found

    async def _run(self, call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._threads, partial(call, *args, **kwargs)
            )
        except NoSuchObject:
            raise NotFound from None
        except (GoogleAPIError, GoogleAuthError, requests.RequestException) as error:
            raise Unavailable from error


def _folder(uid: str) -> str:
    """Where a user's files are: names of objects stand in logs of access, which are to name nobody."""
    return f"{hashlib.sha256(b'exports:' + uid.encode()).hexdigest()[:32]}/"


def _abandon(writer: BlobWriter) -> None:
    """Nothing is kept of it. What the bucket has of an upload that was never finished, it forgets in a week."""
    try:
        writer.terminate()
    except (GoogleAPIError, GoogleAuthError, requests.RequestException, ValueError):
        writer._buffer.close()  # else the client finishes the upload when it forgets the writer


def _delete(blob: Blob) -> None:
    try:
        blob.delete(timeout=_TIMEOUT_S, retry=_RETRY)
    except NoSuchObject:
        return  # gone already


def _signed(blob: Blob, file_name: str) -> str:
    credentials: Any  # a function's own account
    credentials, _ = google.auth.default(scopes=["https://www.googleapis.com/auth/cloud-platform"])
    credentials.refresh(google.auth.transport.requests.Request())
    address: str = blob.generate_signed_url(
        version="v4",
        expiration=LINK_LIFETIME,
        method="GET",
        service_account_email=credentials.service_account_email,
        access_token=credentials.token,
        response_disposition=f'attachment; filename="{file_name}"',
    )
    return address
