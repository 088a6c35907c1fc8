"""Income and spending month by month: facts T01M, T02M, T02C, and T01P and T02P of a month not over."""

from __future__ import annotations

from collections.abc import Iterator

from future_finance.domain.calendar_month import month_name
from future_finance.domain.cash_flow.category_names import NAMES
from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.cash_flow.months import MonthSums
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.ledger_basis import NO_INCOME, Basis, refusal
from future_finance.domain.facts import rupees
from future_finance.domain.ledger import month_of

type _Line = tuple[str, str, int, str, str]  # code, key, paise, labels in English and Hindi


def enter(cashbook: Cashbook, basis: Basis, book: FactBook) -> None:
    """Enter the months of the basis, and the latest month where its rows do not show it to its end."""
    if refused := refusal(cashbook):
        for code in ("T01M", "T02M", "T02C"):
            book.miss(code, *refused)
    elif not basis.earns:
        book.miss("T01M", *NO_INCOME)
    for month in basis.months:
        _enter(month, _whole(month, basis.sums[month]), basis, book)
    latest = month_of(basis.as_of) if basis.as_of else ""
    if latest and latest not in cashbook.full_months:
        _enter(latest, _so_far(latest, basis.sums[latest]), basis, book, ("part_month",))


def _whole(month: str, sums: MonthSums) -> Iterator[_Line]:
    english, hindi = month_name(month)
    yield "T01M", month, sums.income_minor, f"Income of {english}", f"{hindi} की आमदनी"
    yield "T02M", month, sums.spent_minor, f"Spending of {english}", f"{hindi} का खर्च"
    for category, minor in sorted(sums.by_category.items()):
        name, name_hi = NAMES[category]
        yield "T02C", f"{month}:{category}", minor, f"{name} in {english}", f"{hindi} में {name_hi}"


def _so_far(month: str, sums: MonthSums) -> Iterator[_Line]:
    english, hindi = month_name(month)
    yield "T01P", month, sums.income_minor, f"Income of {english} so far", f"{hindi} की अब तक की आमदनी"
    yield "T02P", month, sums.spent_minor, f"Spending of {english} so far", f"{hindi} का अब तक का खर्च"


def _enter(
    month: str, lines: Iterator[_Line], basis: Basis, book: FactBook, more: tuple[str, ...] = ()
) -> None:
    for code, key, minor, label, label_hi in lines:
        if code in ("T01M", "T01P") and not basis.earns:
            continue
        book.enter(
            code,
            rupees(minor),
            basis.as_of,
            key=key,
            label=label,
            label_hi=label_hi,
            sources=basis.sources((month,)),
            sufficiency=basis.of_month(),
            caveats=(*basis.caveats((month,)), *more),
        )
