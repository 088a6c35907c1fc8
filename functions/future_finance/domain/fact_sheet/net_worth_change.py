"""Why net worth changed: fact N03, an identity that closes to the paisa."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.cash_flow.entry import Cashbook, Category, Entry, Flow, Trust
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.ledger_basis import document_of
from future_finance.domain.facts import rupees
from future_finance.domain.net_worth import Point
from future_finance.domain.rupee_words import date_text
from future_finance.domain.sufficiency import freshness
from future_finance.domain.trades import Trade

_A_MONTH_DAYS = 30
_LOANS = (
    LiabilityClass.HOME_LOAN, LiabilityClass.VEHICLE_LOAN, LiabilityClass.OTHER_LOAN, LiabilityClass.LOAN,
)  # fmt: skip
_FUNDS = (AssetClass.MUTUAL_FUNDS,)
_SHARES = (AssetClass.INDIAN_SECURITIES, AssetClass.ETF)
_RETIREMENT = (AssetClass.EPF, AssetClass.NPS)
_ENTERED = (
    AssetClass.PROPERTY, AssetClass.VEHICLE, AssetClass.GOLD, AssetClass.OTHER_ASSET, LiabilityClass.PERSONAL_DEBT,
)  # fmt: skip
# What each part is called, in the order in which they are told.
PARTS: dict[str, tuple[str, str]] = {
    "income_less_outflow": ("Income less spending", "आमदनी घटा खर्च"),
    "principal_repaid": ("Loan principal repaid", "चुकाया गया मूलधन"),
    "card_dues": ("Change of card dues", "कार्ड के बकाये में बदलाव"),
    "market": ("Market movement of funds and shares held", "फंड और शेयरों में बाज़ार का असर"),
    "epf_nps_credits": ("Credits to the provident fund and NPS", "भविष्य निधि और NPS में जमा"),
    "fx": ("Exchange rates", "विनिमय दर"),
    "reclassified": ("New, missing or moved classes", "नए, हटे या बदले वर्ग"),
    "unexplained": ("Not explained by your data", "डेटा से समझ न आया"),
}


@dataclass(frozen=True, slots=True)
class _Span:
    """From one full point to the next; `entries` and `trades` became known in between."""

    opening: Point
    closing: Point
    entries: Sequence[Entry]
    trades: Sequence[Trade]

    def change(self, classes: Iterable[AssetClass | LiabilityClass]) -> int | None:
        """Of the classes that both points have, as it moves net worth; None where there is none."""
        before, after = self.opening.classes, self.closing.classes
        both = [name for name in classes if name in before and name in after]
        return sum(_worth(name, after) - _worth(name, before) for name in both) if both else None


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter N03 and its parts: of the month or so up to the newest full point."""
    points = _ends([point for point in dossier.points if not point.carried])
    if points is None:
        book.miss("N03", "needs_points", "It needs two days on which all connections stated their part.")
        return
    opening, closing = points
    span = _Span(
        opening,
        closing,
        tuple(e for e in cashbook.usable if _between(e.on, opening.rows_to, closing.rows_to)),
        tuple(t for t in dossier.trades if _between(t.on, opening.rows_to, closing.rows_to)),
    )
    whole = closing.net_minor - opening.net_minor
    told = {name: minor for name, minor in _told(span, cashbook).items() if minor is not None}
    told["unexplained"] = whole - sum(told.values())
    moved = sum(abs(minor) for minor in told.values())
    explained = 1 - abs(told["unexplained"]) / moved if moved else 1.0
    sufficiency = explained * freshness(closing.on, dossier.today)
    partial = any(account.trust is not Trust.TRUSTED for account in cashbook.accounts)
    caveats = ("partial_ledger",) if partial else ()
    sources = tuple(dict.fromkeys(f"netWorth/{point.on.year}" for point in points))
    rows = tuple(sorted({f"ledger/{document_of(entry)}" for entry in span.entries}))
    since = f"since {opening.on:%d %b %Y}"
    for name, (label, label_hi) in PARTS.items():
        if name in told:
            book.enter(
                "N03",
                rupees(told[name]),
                closing.on,
                key=name,
                label=f"{label} {since}",
                label_hi=f"{label_hi}, {date_text(opening.on, 'hi')} से",
                sources=rows if name == "income_less_outflow" else sources,
                formula=_FORMULAS[name],
                sufficiency=sufficiency,
                caveats=caveats,
            )
        else:
            book.miss(
                "N03",
                "not_told",
                "It needs more than the data tells.",
                key=name,
                label=label,
                label_hi=label_hi,
            )
    book.enter(
        "N03",
        rupees(whole),
        closing.on,
        label=f"Change of net worth {since}",
        label_hi=f"{date_text(opening.on, 'hi')} से नेट वर्थ में बदलाव",
        sources=sources,
        inputs=[f"N03:{name}" for name in PARTS if name in told],
        sufficiency=freshness(closing.on, dossier.today),
    )


_FORMULAS = {
    "income_less_outflow": "income - outflow, of the bank rows between the two days",
    "principal_repaid": "loans before - loans after + loans paid out",
    "card_dues": "card dues before - after",
    "market": "value after - before - purchases + sales",
    "epf_nps_credits": "balance after - before - what the bank paid in",
    "fx": "rate after - before, on what was held",
    "reclassified": "classes that only one of the two days has, and what you entered",
    "unexplained": "change - all other parts",
}


def _ends(full: Sequence[Point]) -> tuple[Point, Point] | None:
    """The newest full point, and the one that is nearest to a month before it."""
    if len(full) < 2:
        return None
    *earlier, closing = full
    return min(earlier, key=lambda point: abs((closing.on - point.on).days - _A_MONTH_DAYS)), closing


def _told(span: _Span, cashbook: Cashbook) -> dict[str, int | None]:
    """Paise of each part that the data tells; None of those it does not."""
    known = _rows_known(span, cashbook)
    paid_out = _sum(span.entries, Category.LOAN_DISBURSAL) if known else 0
    loans, retirement = span.change(_LOANS), span.change(_RETIREMENT)
    paid_in = _sum(span.entries, Category.NPS) if known else 0
    flows = sum(_signed(entry) for entry in span.entries)
    return {
        "income_less_outflow": flows if known else None,
        "principal_repaid": None if loans is None else loans + paid_out,
        "card_dues": span.change((LiabilityClass.CREDIT_CARD,)),
        "market": _market(span),
        "epf_nps_credits": None if retirement is None else retirement - paid_in,
        "reclassified": _reclassified(span),
    }


def _rows_known(span: _Span, cashbook: Cashbook) -> bool:
    """Whether trusted rows reach from one point to the other."""
    first, opening, closing = cashbook.first, span.opening.rows_to, span.closing.rows_to
    return (
        bool(span.entries)
        and first is not None
        and opening is not None
        and closing is not None
        and first <= opening
    )


def _market(span: _Span) -> int | None:
    """Purchases are no gain and sales no loss; a trade without an amount is left to units x price."""
    moved = [
        None if change is None else change - sum(_spent(t) for t in span.trades if t.market == market)
        for change, market in ((span.change(_FUNDS), "mf"), (span.change(_SHARES), "stock"))
    ]
    known = [minor for minor in moved if minor is not None]
    return sum(known) if known else None


def _spent(trade: Trade) -> int:
    """Paise that went into the market."""
    if trade.kind not in {"buy", "sell"}:
        return 0
    minor = trade.amount_minor
    if minor is None:
        minor = round(trade.units * (trade.price or 0) * 100)
    return -minor if trade.kind == "sell" else minor


def _reclassified(span: _Span) -> int:
    before, after = span.opening.classes, span.closing.classes
    lone = [name for name in {*before, *after} if (name in before) != (name in after) or name in _ENTERED]
    return sum(_worth(name, after) - _worth(name, before) for name in lone)


def _worth(name: AssetClass | LiabilityClass, classes: Mapping[AssetClass | LiabilityClass, int]) -> int:
    minor = classes.get(name, 0)
    return minor if isinstance(name, AssetClass) else -minor


def _signed(entry: Entry) -> int:
    signs = {Flow.INCOME: 1, Flow.OUTFLOW: -1}
    return signs.get(entry.flow, 0) * entry.amount_minor


def _sum(entries: Iterable[Entry], category: Category) -> int:
    return sum(entry.amount_minor for entry in entries if entry.category is category)


def _between(day: date, after: date | None, until: date | None) -> bool:
    return after is not None and until is not None and after < day <= until
