"""A static file as Firebase Hosting sends it: text goes compressed to whoever can read that."""

from __future__ import annotations

import gzip
from functools import lru_cache
from mimetypes import guess_type
from pathlib import Path

from starlette.responses import FileResponse, Response

_TEXT = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest"})


def static_file(file: Path, accept_encoding: str) -> Response:
    """`accept_encoding`: the header of the request, empty where it has none."""
    if file.suffix not in _TEXT or "gzip" not in accept_encoding:
        return FileResponse(file)
    media_type, _ = guess_type(file.name)
    headers = {"content-encoding": "gzip", "vary": "accept-encoding"}
    return Response(
        _compressed(file, file.stat().st_mtime_ns), headers=headers, media_type=media_type or "text/plain"
    )


@lru_cache(maxsize=512)
def _compressed(file: Path, _modified_ns: int) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)
