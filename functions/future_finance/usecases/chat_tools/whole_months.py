"""Several whole months of income or spending together: sums of the facts of each month, never of bank rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from future_finance.domain.calendar_month import month_name
from future_finance.domain.cash_flow.category_names import NAMES
from future_finance.domain.cash_flow.entry import Category
from future_finance.domain.facts import Fact, Unit
from future_finance.usecases.chat_tools.desk import Desk

_TOTALS = (("T02M", "Spending", "खर्च"), ("T01M", "Income", "आमदनी"))


def within(months: Sequence[str], since: str, until: str) -> tuple[str, ...]:
    """Months yyyy-mm from `since` to `until`, both included; "" is no limit."""
    return tuple(month for month in months if since <= month and (not until or month <= until))


def sums(desk: Desk, months: Sequence[str], category: str) -> Iterator[Fact]:
    """What these months, one or more, come to: of a category, else in all."""
    english, hindi = _span(months)
    if category:
        name, name_hi = NAMES[Category(category)]
        keys = {f"{month}:{category}" for month in months}
        parts = [fact for fact in desk.facts("T02C") if fact.key in keys]
        yield from _sum(
            parts, f"{months[0]}-{months[-1]}-{category}", f"{name} {english}", f"{hindi} {name_hi}"
        )
        return
    for code, name, name_hi in _TOTALS:
        parts = [fact for fact in desk.facts(code) if fact.key in months]
        key = f"{months[0]}-{months[-1]}-{name.casefold()}"
        yield from _sum(parts, key, f"{name} {english}", f"{hindi} {name_hi}")


def _span(months: Sequence[str]) -> tuple[str, str]:
    """From which month to which, and what between them is left out."""
    first, last = month_name(months[0]), month_name(months[-1])
    english, hindi = f"from {first[0]} to {last[0]}", f"{first[1]} से {last[1]} तक"
    if gaps := [month_name(month) for month in _between(months[0], months[-1]) if month not in months]:
        english += f", without {', '.join(name for name, _ in gaps)}"
        hindi += f" ({', '.join(name for _, name in gaps)} छोड़कर)"
    return english, hindi


def _between(first: str, last: str) -> Iterator[str]:
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    for count in range(start, end + 1):
        yield f"{count // 12}-{count % 12 + 1:02}"


def _sum(parts: Sequence[Fact], key: str, label: str, label_hi: str) -> Iterator[Fact]:
    if not parts:
        return
    yield Fact(
        id=f"R04:{key}",
        label=label,
        label_hi=label_hi,
        value=sum((fact.number for fact in parts), Decimal(0)),
        unit=Unit.INR,
        as_of=max((fact.as_of for fact in parts if fact.as_of is not None), default=None),
        scopes=frozenset[str]().union(*(fact.scopes for fact in parts)),
        sources=tuple(dict.fromkeys(source for fact in parts for source in fact.sources)),
        formula=" + ".join(sorted(fact.id for fact in parts)),
        inputs=tuple(sorted(fact.id for fact in parts)),
        sufficiency=min(fact.sufficiency for fact in parts),
        caveats=tuple(dict.fromkeys(caveat for fact in parts for caveat in fact.caveats)),
    )
