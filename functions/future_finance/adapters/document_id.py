"""Ids of documents that are made of several parts."""

from __future__ import annotations

from urllib.parse import quote


def segment(part: str) -> str:
    """A part of a document id, which neither ends the id nor runs into the next part."""
    return quote(part, safe="").replace("_", "%5F").replace(".", "%2E")
