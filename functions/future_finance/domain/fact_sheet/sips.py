"""SIPs by the bank and by fund records: facts M06B and M06M, in all and of each fund house."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from future_finance.domain.cash_flow.entry import Cashbook, Category, Entry, Flow
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.ledger_basis import document_of
from future_finance.domain.facts import rupees
from future_finance.domain.mandate import Mandate, mandates_of
from future_finance.domain.scheme import Scheme
from future_finance.domain.sufficiency import age_caveats, freshness, history
from future_finance.domain.trades import documents_of

OTHER = "other"  # mandates of a fund house that no holding names
_UNNAMED = "another fund house"
_GENERIC = frozenset({"mutual", "fund", "mf", "asset", "management", "the", "of", "india"})


def enter(schemes: Sequence[Scheme], dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter M06B and M06M; keys are fund houses: "M06B:kotak-mahindra"."""
    _by_the_bank(schemes, cashbook, book)
    if schemes:
        _by_records(schemes, dossier, book)


def house_key(amc: str | None) -> str:
    """A fund house as a key: "HDFC_MUTUAL_FUND" -> "hdfc"."""
    words = [word for word in (amc or "").lower().replace("_", " ").split() if word not in _GENERIC]
    return "-".join(words) or OTHER


def _by_the_bank(schemes: Sequence[Scheme], cashbook: Cashbook, book: FactBook) -> None:
    if not cashbook.full_months or cashbook.last is None:
        book.miss("M06B", "ledger", "It needs a full month of bank rows that link up.")
        return
    houses = {house_key(scheme.main.amc) for scheme in schemes}
    invested = [
        entry
        for entry in cashbook.usable
        if entry.category is Category.MUTUAL_FUND and entry.flow is Flow.INVESTMENT
    ]
    paid: dict[tuple[str, str], list[tuple[date, int]]] = defaultdict(list)
    for entry in invested:
        paid[_house_of(entry, houses), entry.payee_key or ""].append((entry.on, entry.amount_minor))
    found: dict[str, list[Mandate]] = defaultdict(list)
    for (house, _), payments in paid.items():
        found[house] += mandates_of(payments, cashbook.last)
    sufficiency = freshness(cashbook.last, book.today) * history(len(cashbook.full_months), 2)
    sources = tuple(sorted({f"ledger/{document_of(entry)}" for entry in invested or cashbook.usable}))
    _sum("M06B", found, sources, sufficiency, cashbook.last, _spoken(schemes), book)


def _house_of(entry: Entry, houses: Iterable[str]) -> str:
    """By the first word of its name, with which banks begin: "kotakmf" is of "kotak-mahindra"."""
    payee = entry.payee_key or ""
    named = [house for house in houses if payee.startswith(house.partition("-")[0])]
    return max(named, key=len, default=OTHER)


def _by_records(schemes: Sequence[Scheme], dossier: Dossier, book: FactBook) -> None:
    """Monthly purchases that still ran at the newest purchase of all: records may lag behind the bank."""
    houses = {scheme.key: house_key(scheme.main.amc) for scheme in schemes}
    bought: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for trade in dossier.trades:
        if trade.market == "mf" and trade.kind == "buy" and trade.amount_minor is not None:
            bought[trade.isin].append((trade.on, trade.amount_minor))
    newest = max((on for payments in bought.values() for on, _ in payments), default=None)
    if newest is None:
        book.miss("M06M", "no_trades", "It needs purchases in the fund records.")
        return
    traded = [trade for trade in dossier.trades if trade.isin in bought]
    found: dict[str, list[Mandate]] = defaultdict(list)
    for isin, payments in bought.items():
        found[houses.get(isin, OTHER)] += mandates_of(payments, newest)
    connections = dict.fromkeys(held for scheme in schemes for held in scheme.connection_ids)
    sources = (
        *dict.fromkeys(source for scheme in schemes for source in scheme.sources),
        *documents_of(traded, connections),
    )
    _sum("M06M", found, sources, freshness(newest, book.today), newest, _spoken(schemes), book)


def _sum(
    code: str,
    found: Mapping[str, Sequence[Mandate]],
    sources: tuple[str, ...],
    sufficiency: float,
    newest: date,
    spoken: Mapping[str, str],
    book: FactBook,
) -> None:
    running = {house: mandates for house, mandates in sorted(found.items()) if mandates}
    where, where_hi = ("bank", "बैंक") if code == "M06B" else ("fund records", "फंड रिकॉर्ड")
    for house, mandates in running.items():
        as_of = max(mandate.last for mandate in mandates)
        book.enter(
            code,
            rupees(sum(mandate.amount_minor for mandate in mandates)),
            as_of,
            key=house,
            label=f"SIP with {spoken.get(house, _UNNAMED)} by the {where}",
            label_hi=f"{spoken.get(house, 'अन्य फंड हाउस')} में SIP ({where_hi})",
            sources=sources,
            sufficiency=sufficiency,
            caveats=age_caveats(as_of, book.today),
        )
    every = [mandate for mandates in running.values() for mandate in mandates]
    if code == "M06M" and not every:
        book.miss(code, "no_sip", "It needs purchases that come back every month.")
        return
    book.enter(
        code,
        rupees(sum(mandate.amount_minor for mandate in every)),
        max((mandate.last for mandate in every), default=newest),
        sources=sources,
        inputs=[f"{code}:{house}" for house in running],
        sufficiency=sufficiency,
        caveats=age_caveats(newest, book.today),
    )


def _spoken(schemes: Sequence[Scheme]) -> dict[str, str]:
    """Houses as their schemes write them: "HDFC", "Kotak Mahindra"."""
    spoken: dict[str, str] = {}
    for scheme in schemes:
        house = house_key(scheme.main.amc)
        written = {word.lower(): word for word in scheme.main.name.split()}
        words = [written.get(word, word.title()) for word in house.split("-")]
        if house != OTHER:
            spoken.setdefault(house, " ".join(words))
    return spoken
