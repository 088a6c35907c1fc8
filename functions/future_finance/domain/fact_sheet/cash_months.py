"""Income and spending month by month: facts T01M, T02M, T02C, and T01P and T02P of months not over."""

from __future__ import annotations

from collections.abc import Sequence

from future_finance.domain.calendar_month import month_name
from future_finance.domain.cash_flow.category_names import NAMES
from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.ledger_basis import Basis, refusal
from future_finance.domain.facts import rupees
from future_finance.domain.ledger import month_of


def enter(cashbook: Cashbook, basis: Basis, book: FactBook) -> None:
    """Enter the months of the basis, and the latest month where its rows do not show it to its end."""
    if refused := refusal(cashbook):
        for code in ("T01M", "T02M", "T02C"):
            book.miss(code, *refused)
    for month in basis.months:
        english, hindi = month_name(month)
        _enter(
            basis,
            book,
            "T01M",
            month,
            basis.sums[month].income_minor,
            f"Income of {english}",
            f"{hindi} की आमदनी",
        )
        _enter(
            basis,
            book,
            "T02M",
            month,
            basis.sums[month].spent_minor,
            f"Spending of {english}",
            f"{hindi} का खर्च",
        )
        for category, minor in sorted(basis.sums[month].by_category.items()):
            name, name_hi = NAMES[category]
            _enter(
                basis, book, "T02C", month, minor, f"{name} in {english}", f"{hindi} में {name_hi}", key=f"{month}:{category}"
            )  # fmt: skip
    latest = month_of(basis.as_of) if basis.as_of else ""
    if latest and latest not in cashbook.full_months:
        english, hindi = month_name(latest)
        part = basis.sums[latest]
        more = ("part_month",)
        _enter(
            basis,
            book,
            "T01P",
            latest,
            part.income_minor,
            f"Income of {english} so far",
            f"{hindi} की अब तक की आमदनी",
            more=more,
        )
        _enter(
            basis,
            book,
            "T02P",
            latest,
            part.spent_minor,
            f"Spending of {english} so far",
            f"{hindi} का अब तक का खर्च",
            more=more,
        )


def _enter(
    basis: Basis,
    book: FactBook,
    code: str,
    month: str,
    minor: int,
    label: str,
    label_hi: str,
    *,
    key: str = "",
    more: Sequence[str] = (),
) -> None:
    book.enter(
        code,
        rupees(minor),
        basis.as_of,
        key=key or month,
        label=label,
        label_hi=label_hi,
        sources=basis.sources((month,)),
        sufficiency=basis.of_month(),
        caveats=(*basis.caveats((month,)), *more),
    )
