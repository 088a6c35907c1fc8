"""Finding rows: by words, brand, category, month and amount."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from future_finance.domain.cash_flow.entry import Cashbook, Category, Entry, Flow
from future_finance.domain.ledger import month_of

INCOMING = frozenset({Flow.INCOME, Flow.OTHER_CREDIT})


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; all that is given must hold. `text` is looked for in what the bank wrote, whole words
    or their beginnings, in any case. Amounts are paise, both ends included; months are yyyy-mm."""

    text: str = ""
    brand: str = ""
    categories: Collection[Category] = ()
    flows: Collection[Flow] = ()
    since: str = ""  # month
    until: str = ""  # month, included
    at_least_minor: int | None = None
    at_most_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Entries, newest first; `paid_minor` left the accounts, `received_minor` reached them.

    Transfers between the person's own accounts are listed and counted in neither.
    """

    entries: tuple[Entry, ...]
    paid_minor: int
    received_minor: int


def search(cashbook: Cashbook, query: Query) -> Found:
    """Rows of trusted and partial accounts that the query matches."""
    wanted = query.text.upper().split()
    brand = query.brand.casefold()
    found = [
        entry
        for entry in cashbook.events
        if entry.flow is not Flow.MARKER and _matches(entry, query, brand) and _says(entry, wanted)
    ]
    found.reverse()
    return Found(
        entries=tuple(found),
        paid_minor=sum(
            entry.amount_minor for entry in found if entry.flow in (Flow.OUTFLOW, Flow.INVESTMENT)
        ),
        received_minor=sum(entry.amount_minor for entry in found if entry.flow in INCOMING),
    )


def _matches(entry: Entry, query: Query, brand: str) -> bool:
    month = month_of(entry.on)
    return (
        (not query.since or month >= query.since)
        and (not query.until or month <= query.until)
        and (not query.categories or entry.category in query.categories)
        and (not query.flows or entry.flow in query.flows)
        and (not brand or (entry.brand or "").casefold() == brand)
        and (query.at_least_minor is None or entry.amount_minor >= query.at_least_minor)
        and (query.at_most_minor is None or entry.amount_minor <= query.at_most_minor)
    )


def _says(entry: Entry, wanted: list[str]) -> bool:
    if not wanted:
        return True
    said = f"{entry.row.narration} {entry.brand or ''}".upper()
    return all(_begins_a_word(word, said) for word in wanted)


def _begins_a_word(word: str, said: str) -> bool:
    place = said.find(word)
    while place > 0 and said[place - 1].isalnum():
        place = said.find(word, place + 1)
    return place >= 0
