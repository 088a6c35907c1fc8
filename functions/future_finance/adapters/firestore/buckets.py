"""Bucket documents: a month of ledger rows or a year of trades, split where they outgrow a document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from future_finance.adapters.firestore.content import SCHEMA_VERSION, content_hash
from future_finance.adapters.firestore.documents import Fields

MAX_BYTES = 700 * 1024  # of a document's 1 MiB


def documents_of(
    connection_id: str, field: str, bucket: str | int, rows: Sequence[dict[str, Any]]
) -> dict[str, Fields]:
    """Document id -> fields of one bucket. `field` names the bucket: "month" or "year".

    `rows` is not empty. The first document has the bucket's plain id and says how many there are; the
    next are _2, _3, ...
    """
    pieces = _split(rows)
    base = f"{connection_id}_{bucket}"
    made: dict[str, Fields] = {}
    for number, piece in enumerate(pieces, start=1):
        content = {
            "connectionId": connection_id,
            field: bucket,
            "part": number,
            "parts": len(pieces),
            "to": max(row["on"] for row in piece),
            "schemaVersion": SCHEMA_VERSION,
            "rows": piece,
        }
        document_id = base if number == 1 else f"{base}_{number}"
        made[document_id] = content | {"contentHash": content_hash(content)}
    return made


def rows_of(documents: Iterable[Fields]) -> list[dict[str, Any]]:
    """All rows of a bucket's documents, in order."""
    ordered = sorted(documents, key=lambda fields: (fields["connectionId"], fields["part"]))
    return [row for fields in ordered for row in fields["rows"]]


def _split(rows: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    pieces: list[list[dict[str, Any]]] = [[]]
    size = 0
    for row in rows:
        row_size = len(json.dumps(row, ensure_ascii=False).encode())
        if pieces[-1] and size + row_size > MAX_BYTES:
            pieces.append([])
            size = 0
        pieces[-1].append(row)
        size += row_size
    return pieces
