"""How old each part is: fact D01."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from future_finance.domain.asset_class import LABELS, LABELS_HI
from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.consent import Scope
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.ledger_basis import connection_of
from future_finance.domain.ledger import month_of
from future_finance.domain.net_worth import asset_scopes
from future_finance.domain.portfolio import ConnectionHoldings
from future_finance.domain.sufficiency import age_caveats
from future_finance.domain.trades import documents_of


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the data, as of its oldest date."""

    key: str
    label: str
    label_hi: str
    as_of: date
    scopes: frozenset[Scope]
    sources: tuple[str, ...]
    stated: bool = True  # False: the provider gave no date


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter D01 of each class, the credit report, the bank rows, and the trades of each market.

    Of a part that two connections bring, the older one tells.
    """
    oldest: dict[str, _Part] = {}
    for part in (*_held(dossier.portfolio.connections), *_rows(dossier)):
        if part.key not in oldest or part.as_of < oldest[part.key].as_of:
            oldest[part.key] = part
    for key, part in oldest.items():
        caveats = [
            *age_caveats(part.as_of, book.today),
            *([] if part.stated else ["undated"]),
        ]
        book.enter(
            "D01",
            Decimal((book.today - part.as_of).days),
            part.as_of,
            key=key,
            label=f"Age of the data: {part.label}",
            label_hi=f"डेटा की उम्र: {part.label_hi}",
            sources=part.sources,
            scopes=part.scopes,
            caveats=caveats,
        )


def _held(connections: tuple[ConnectionHoldings, ...]) -> Iterator[_Part]:
    for held in connections:
        for asset in held.assets:
            name, dates = asset.asset_class, asset.dates()
            source, scopes = (f"assets/{held.connection_id}_{name}",), asset_scopes(name)
            if dates:
                yield _Part(
                    name, LABELS[name], LABELS_HI[name], min(dates), scopes, source, asset.as_of_stated
                )
        for debt in held.liabilities:
            owed, dates = debt.liability_class, debt.dates()
            source, scopes = (f"liabilities/{held.connection_id}",), frozenset({Scope.LIABILITIES})
            if dates:
                yield _Part(
                    owed, LABELS[owed], LABELS_HI[owed], min(dates), scopes, source, debt.as_of_stated
                )
        if held.credit_report is not None:
            on = held.credit_report.report_date
            source, scopes = (f"creditScores/{held.connection_id}_{on}",), frozenset({Scope.CREDIT_SCORE})
            yield _Part("credit_report", "Credit report", "क्रेडिट रिपोर्ट", on, scopes, source)


def _rows(dossier: Dossier) -> Iterator[_Part]:
    scopes = frozenset({Scope.TRANSACTIONS})
    if dossier.rows:
        row = max(dossier.rows, key=lambda row: row.on)
        source = f"ledger/{connection_of(row.account_id)}_{month_of(row.on)}"
        yield _Part("bank", "Bank statements", "बैंक स्टेटमेंट", row.on, scopes, (source,))
    for market, key, label, label_hi in (
        ("mf", "fund_trades", "Fund purchases and sales", "फंड की खरीद-बिक्री"),
        ("stock", "share_trades", "Share purchases and sales", "शेयरों की खरीद-बिक्री"),
    ):
        own = [trade for trade in dossier.trades if trade.market == market]
        if own:
            newest = max(own, key=lambda trade: trade.on)
            held = [connection.connection_id for connection in dossier.portfolio.connections]
            yield _Part(key, label, label_hi, newest.on, scopes, documents_of([newest], held))
