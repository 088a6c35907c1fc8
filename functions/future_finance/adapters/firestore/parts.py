"""A connection's parts as documents: one an asset class, one for debts, one for EPF, one a credit report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from future_finance.adapters.firestore.codec import dump, load
from future_finance.adapters.firestore.content import SCHEMA_VERSION, content_hash
from future_finance.adapters.firestore.documents import Fields, Found
from future_finance.domain.portfolio import ConnectionHoldings, newest
from future_finance.domain.snapshot import AssetPart, CreditReport, Epf, LiabilityPart

# Collections below users/{uid} that hold parts, in the order they are read.
PART_COLLECTIONS = ("assets", "liabilities", "epf", "creditScores")
# Every collection below users/{uid} whose documents belong to one connection.
CONNECTION_COLLECTIONS = (*PART_COLLECTIONS, "ledger", "trades")

type Key = tuple[str, str]  # collection, document id


def documents_of(held: ConnectionHoldings) -> dict[Key, Fields]:
    """Every part's document. Equal parts make documents of equal contentHash."""
    connection_id = held.connection_id
    made: dict[Key, Fields] = {}
    for part in held.assets:
        made["assets", f"{connection_id}_{part.asset_class}"] = _document(held, dump(part))
    if held.known:
        debts = {"parts": [dump(part) for part in held.liabilities]}
        stated = {} if held.stated_total_minor is None else {"statedTotalMinor": held.stated_total_minor}
        made["liabilities", connection_id] = _document(held, debts | stated)
    if held.epf is not None:
        made["epf", connection_id] = _document(held, dump(held.epf))
    if held.credit_report is not None:
        on = held.credit_report.report_date.isoformat()
        made["creditScores", f"{connection_id}_{on}"] = _document(held, dump(held.credit_report))
    return made


def changes(stored: dict[Key, Fields], wanted: dict[Key, Fields]) -> tuple[dict[Key, Fields], list[Key]]:
    """What to write and what to delete. Older credit reports are history and stay."""
    writes = {
        key: fields
        for key, fields in wanted.items()
        if stored.get(key, {}).get("contentHash") != fields["contentHash"]
    }
    gone = [key for key in stored if key not in wanted and key[0] != "creditScores"]
    return writes, gone


def by_key(found: Sequence[Found]) -> dict[Key, Fields]:
    """Answers of the part collections, in their order, as one mapping."""
    return {
        (collection, document_id): fields
        for collection, documents in zip(PART_COLLECTIONS, found, strict=True)
        for document_id, fields in documents
    }


def holdings_of(
    stored: dict[Key, Fields], connection_ids: Iterable[tuple[str, str]]
) -> list[ConnectionHoldings]:
    """The record of each (connection id, provider id); one without documents is an empty record."""
    return [_held(stored, connection_id, provider_id) for connection_id, provider_id in connection_ids]


def _held(stored: dict[Key, Fields], connection_id: str, provider_id: str) -> ConnectionHoldings:
    own = {key: fields for key, fields in stored.items() if fields["connectionId"] == connection_id}
    debts = own.get(("liabilities", connection_id))
    report: CreditReport | None = None
    for (collection, _), fields in own.items():
        if collection == "creditScores":
            report = newest(report, load(CreditReport, fields))
    epf = own.get(("epf", connection_id))
    return ConnectionHoldings(
        connection_id=connection_id,
        provider_id=provider_id,
        known=debts is not None,
        assets=tuple(load(AssetPart, own[key]) for key in sorted(own) if key[0] == "assets"),
        liabilities=tuple(load(LiabilityPart, part) for part in debts["parts"]) if debts else (),
        stated_total_minor=debts.get("statedTotalMinor") if debts else None,
        credit_report=report,
        epf=load(Epf, epf) if epf else None,
    )


def _document(held: ConnectionHoldings, content: dict[str, Any]) -> Fields:
    own = {"connectionId": held.connection_id, "source": held.provider_id, "schemaVersion": SCHEMA_VERSION}
    return own | content | {"contentHash": content_hash(own | content)}
