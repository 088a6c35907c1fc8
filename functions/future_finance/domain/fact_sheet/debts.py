"""Debts one by one: facts L01-L04, L08 and N08."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from future_finance.domain import loan, trades
from future_finance.domain.bureau_code import DebtKind
from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.consent import Scope
from future_finance.domain.credit_score import report_of
from future_finance.domain.debt import Debt, debts_of
from future_finance.domain.debt_payments import Payments, contract_emi, payments_of
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_catalogue import KINDS
from future_finance.domain.fact_sheet import debt_load, unlisted_debts
from future_finance.domain.fact_sheet.credit import NEEDS_REPORT, NO_REPORT
from future_finance.domain.fact_sheet.ledger_basis import documents_of
from future_finance.domain.facts import Fact, rupees
from future_finance.domain.sufficiency import age_caveats, freshness

NEVER_ENDS = "never_ends"
_BOUGHT_DAYS = 60
_L, _C, _T = Scope.LIABILITIES, Scope.CREDIT_SCORE, Scope.TRANSACTIONS
_CONTRACT_NEEDS = "It needs the amount, rate and tenure of the loan on the credit report."


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter L01 to L13, and N08."""
    debts = debts_of(dossier.portfolio)
    payments = payments_of(debts, cashbook)
    if not debts:
        book.miss("L01", "no_debts", "It needs a loan or card that Fi or a credit report lists.")
    found = report_of(dossier.portfolio)
    reported_on = found[1].report_date if found is not None else None
    home = () if found is None else (f"creditScores/{found[0].connection_id}_{found[1].report_date}",)
    for debt in debts:
        page = _Page(book, debt, payments, reported_on, home)
        page.owed()
        if not debt.is_card:
            page.contract()
            page.months_left()
    _overdue(debts, book, reported_on, home)
    _bureau_only(debts, book, reported_on, home)
    debt_load.enter(debts, payments, cashbook, book)
    unlisted_debts.enter(debts, payments, cashbook, book)
    _bought_while_overdue(dossier, book, reported_on)


class _Page:
    """One debt, and the facts it gives."""

    def __init__(
        self, book: FactBook, debt: Debt, payments: Payments, reported_on: date | None, home: tuple[str, ...]
    ) -> None:
        """`home`: the document of the report, where there is one."""
        self.book, self.debt, self.reported_on, self.home = book, debt, reported_on, home
        self.paid = payments.of_debt.get(debt.id, ())

    def enter(
        self,
        code: str,
        value: Decimal | str,
        label: str,
        label_hi: str,
        as_of: date | None,
        scopes: Iterable[Scope],
        *,
        sources: Sequence[str] = (),
        inputs: Sequence[str] = (),
        caveats: Sequence[str] = (),
    ) -> Fact:
        old = age_caveats(as_of, self.book.today)
        return self.book.enter(
            code,
            value,
            as_of,
            key=self.debt.id,
            label=f"{label}: {self.debt.name}",
            label_hi=f"{label_hi}: {self.debt.name_hi}",
            sources=sources,
            inputs=inputs,
            sufficiency=freshness(as_of, self.book.today),
            caveats=[*old, *caveats],
            scopes=frozenset(scopes),
            names=(self.debt.name,) if self.debt.source == "you" else (),  # whom they owe, as they wrote it
        )

    def miss(self, code: str, reason: str, needs: str) -> None:
        kind, debt = KINDS[code], self.debt
        self.book.miss(
            code, reason, needs, key=debt.id,
            label=f"{kind.label}: {debt.name}", label_hi=f"{kind.label_hi}: {debt.name_hi}",
        )  # fmt: skip

    def owed(self) -> None:
        """L01, L01K, L01R, L01E, L08S. A debt of which nothing is owed has no facts of its own."""
        debt, line = self.debt, self.debt.line
        if not debt.balance_minor:
            return
        of_balance = {_L} if debt.at_provider else {_C}
        self.enter(
            "L01",
            rupees(debt.balance_minor),
            "Outstanding",
            "बकाया",
            debt.as_of,
            of_balance,
            sources=(debt.source,),
            caveats=() if debt.counted else ("bureau_only",),
        )
        of_kind = of_balance if debt.kind_by_provider else {*of_balance, _C}
        self.enter("L01K", debt.kind.value, "Kind", "प्रकार", debt.as_of, of_kind, sources=(debt.source,))
        if line is not None and line.rate_pct is not None:
            self.enter(
                "L01R", line.rate_pct, "Interest rate", "ब्याज दर", self.reported_on, {_C}, sources=self.home
            )
        if debt.account is not None and debt.account.status and debt.account.status != "active":
            self.enter(
                "L08S", debt.account.status, "Status at Fi", "Fi पर स्थिति", debt.as_of, {_L},
                sources=(debt.source,),
            )  # fmt: skip
        if self.paid and not debt.is_card:
            last = self.paid[-1]
            self.enter(
                "L01E", rupees(last.amount_minor), "EMI paid", "चुकाई EMI", last.on, {*of_balance, _T},
                sources=documents_of(self.paid),
            )  # fmt: skip

    def contract(self) -> None:
        """L02, L03C and L04. An education loan is repaid after a moratorium of unknown length: it has no schedule here."""
        line, due = self.debt.line, contract_emi(self.debt)
        if line is None or due is None or line.rate_pct is None or not line.original_minor:
            self.miss("L02", "no_contract", _CONTRACT_NEEDS)
            return
        emi = self.enter(
            "L02", due, "EMI by contract", "अनुबंध की EMI", self.reported_on, {_C},
            sources=self.home, inputs=(f"L01R:{self.debt.id}",),
        )  # fmt: skip
        tenure = line.tenure_months or 0
        if self.debt.kind is DebtKind.EDUCATION or line.opened_on is None or line.reported_on is None:
            self.miss("L03C", "no_schedule", "It needs the month in which repayment began.")
            return
        run = min(months_between(line.opened_on, line.reported_on), tenure)
        self.enter(
            "L03C", Decimal(tenure - run), "Months left by contract", "अनुबंध के बचे महीने", self.reported_on, {_C},
            sources=self.home,
        )  # fmt: skip
        planned = loan.contract_balance(rupees(line.original_minor), line.rate_pct, tenure, run)
        gap = loan.to_paisa(rupees(line.balance_minor) - planned)
        doubtful = gap < 0 and -gap > planned / 4
        self.enter(
            "L04", gap, "Outstanding above schedule", "तय से ऊपर बकाया", self.reported_on, {_C},
            sources=self.home, inputs=(emi.id, f"L03C:{self.debt.id}"), caveats=("doubtful",) if doubtful else (),
        )  # fmt: skip

    def months_left(self) -> None:
        """L03, on the EMI that is really paid."""
        owed, rate, paid = (self.book.get(f"{code}:{self.debt.id}") for code in ("L01", "L01R", "L01E"))
        if owed is None or rate is None or paid is None:
            self.miss(
                "L03", "no_emi_or_rate", "It needs the EMI in your bank rows and the rate on the report."
            )
            return
        left = loan.months_left(owed.number, rate.number, paid.number)
        if left is None:
            self.miss(
                "L03", NEVER_ENDS, "At the EMI paid the debt never ends: it does not cover the interest."
            )
            return
        self.enter(
            "L03", Decimal(left), "Months left", "बचे महीने", owed.as_of,
            {Scope(scope) for fact in (owed, rate, paid) for scope in fact.scopes},
            inputs=(owed.id, rate.id, paid.id),
        )  # fmt: skip


def _overdue(debts: Sequence[Debt], book: FactBook, reported_on: date | None, home: tuple[str, ...]) -> None:
    """L08 in all and of each debt: by the report, else by Fi's accounts."""
    if reported_on is not None:
        late = [(debt, debt.line.overdue_minor) for debt in debts if debt.line is not None]
    else:
        late = [(debt, debt.account.overdue_minor or 0) for debt in debts if debt.account is not None]
    if reported_on is None and not late:
        book.miss("L08", NO_REPORT, NEEDS_REPORT)
        return
    as_of = reported_on or max((debt.as_of for debt in debts if debt.as_of is not None), default=None)
    sources = home or tuple(dict.fromkeys(debt.source for debt, _ in late))

    def enter(
        minor: int, *, key: str = "", label: str = "", label_hi: str = "", inputs: Sequence[str] = ()
    ) -> str:
        return book.enter(
            "L08",
            rupees(minor),
            as_of,
            key=key,
            label=label,
            label_hi=label_hi,
            sources=sources,
            inputs=inputs,
            sufficiency=freshness(as_of, book.today),
            scopes=frozenset({_L if reported_on is None else _C}),
            caveats=age_caveats(as_of, book.today),
        ).id

    parts = [
        enter(minor, key=debt.id, label=f"Overdue: {debt.name}", label_hi=f"अतिदेय: {debt.name_hi}")
        for debt, minor in late
        if minor
    ]
    enter(sum(minor for _, minor in late), inputs=parts)


def _bought_while_overdue(dossier: Dossier, book: FactBook, reported_on: date | None) -> None:
    """L13, where the report shows something overdue."""
    if reported_on is None or not book.number("L08"):
        return
    window = timedelta(days=_BOUGHT_DAYS)  # what is overdue farther from the report nobody knows
    bought = [
        trade
        for trade in dossier.trades
        if trade.kind == "buy" and reported_on - window <= trade.on <= reported_on + window
    ]
    if not bought:
        return
    last = max(trade.on for trade in bought)
    book.enter(
        "L13",
        rupees(sum(trade.amount_minor or 0 for trade in bought)),
        last,
        sources=trades.documents_of(bought, [held.connection_id for held in dossier.portfolio.connections]),
        inputs=("L08",),
        sufficiency=freshness(reported_on, book.today),
        caveats=age_caveats(reported_on, book.today),
    )


def _bureau_only(
    debts: Sequence[Debt], book: FactBook, reported_on: date | None, home: tuple[str, ...]
) -> None:
    """N08."""
    if reported_on is None:
        book.miss("N08", NO_REPORT, NEEDS_REPORT)
        return
    only = [debt for debt in debts if not debt.counted and debt.balance_minor]
    book.enter(
        "N08",
        rupees(sum(debt.balance_minor or 0 for debt in only)),
        reported_on,
        sources=home,
        inputs=[f"L01:{debt.id}" for debt in only],
        sufficiency=freshness(reported_on, book.today),
        caveats=age_caveats(reported_on, book.today),
    )


def months_between(first: date, last: date) -> int:
    """Calendar months: EMIs due, the first of them in the month after the loan was opened; at least 0."""
    return max(0, (last.year - first.year) * 12 + last.month - first.month)
