"""What a month brings and costs on average: facts T01-T06, T08, T10 and T02R."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from future_finance.domain.cash_flow.entry import Cashbook, Category
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.ledger_basis import NO_INCOME, Basis, refusal
from future_finance.domain.facts import rupees

_CODES = ("T01", "T02", "T02R", "T03", "T04", "T04V", "T05", "T06", "T08", "T10")
_WITHOUT_INTEREST = "mean of full months, without interest: two months do not tell what comes once a quarter"


def enter(cashbook: Cashbook, basis: Basis, book: FactBook) -> None:
    """Enter the levels. Means are over the latest twelve full months at most."""
    if refused := refusal(cashbook):
        for code in _CODES:
            book.miss(code, *refused)
        return
    levels = _Levels(basis, book)
    months = [basis.sums[month] for month in basis.months]
    spent = levels.mean("T02", sum(month.spent_minor for month in months))
    levels.mean("T02R", sum(basis.sums[month].spent_minor for month in basis.lately), basis.lately)
    invested = levels.mean("T04V", sum(month.invested_minor for month in months))
    levels.mean("T10", sum(month.by_category[Category.BNPL] for month in months))
    if spent:
        visible = sum(month.visible_minor for month in months)
        levels.value("T06", rupees(visible) * 100 / (spent * len(months)), ("T02",))
    else:
        book.miss("T06", "no_spending", "It needs spending in a full month.")
    interest = sum(month.interest_minor for month in months) if basis.short else 0
    earned = sum(month.income_minor for month in months) - interest
    if earned <= 0:
        for code in ("T01", "T03", "T04", "T05", "T08"):
            book.miss(code, *NO_INCOME)
        return
    income = levels.mean(
        "T01",
        earned,
        formula=_WITHOUT_INTEREST if interest else "",
        more=("interest_left_out",) if interest else (),
    )
    levels.value("T03", (income - spent) * 100 / income, ("T01", "T02"))
    levels.value("T04", invested * 100 / income, ("T04V", "T01"))
    levels.value("T05", income - spent - invested, ("T01", "T02", "T04V"))
    if rent := sum(month.by_category[Category.RENT] for month in months):
        levels.value("T08", rupees(rent) * 100 / len(months) / income, ("T01",))
    else:
        book.miss("T08", "no_rent", "It needs a payment that is marked as rent.")


class _Levels:
    """Enters facts that share a basis. Values are exact until they are entered."""

    def __init__(self, basis: Basis, book: FactBook) -> None:
        self._basis, self._book = basis, book

    def mean(
        self,
        code: str,
        total_minor: int,
        months: Sequence[str] = (),
        *,
        formula: str = "",
        more: Sequence[str] = (),
    ) -> Decimal:
        """Enters a monthly mean and gives it unrounded, in rupees."""
        months = months or self._basis.months
        mean = rupees(total_minor) / len(months)
        self.value(code, mean, (), months, formula=formula, more=more)
        return mean

    def value(
        self,
        code: str,
        value: Decimal,
        inputs: Sequence[str],
        months: Sequence[str] = (),
        *,
        formula: str = "",
        more: Sequence[str] = (),
    ) -> None:
        months = months or self._basis.months
        self._book.enter(
            code,
            value.quantize(Decimal("0.01")),
            self._basis.as_of,
            sources=self._basis.sources(months),
            inputs=inputs,
            sufficiency=self._basis.sufficiency(months),
            caveats=(*self._basis.caveats(months), *more),
            formula=formula,
        )
