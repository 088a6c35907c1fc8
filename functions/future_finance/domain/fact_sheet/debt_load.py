"""What debts weigh on income, and what cards cost: facts L05-L07."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median_low

from future_finance.domain.cash_flow.entry import Cashbook, Category, Entry, Flow
from future_finance.domain.consent import Scope
from future_finance.domain.debt import Debt
from future_finance.domain.debt_payments import Payments
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.ledger_basis import documents_of
from future_finance.domain.fact_sheet.origin import Origin
from future_finance.domain.facts import rupees
from future_finance.domain.ledger import month_of

CARD_MINIMUM_PCT = 5
_LEVEL_MONTHS = 3  # EMIs and pay are levels: the latest months say what holds now
_L, _C, _T = Scope.LIABILITIES, Scope.CREDIT_SCORE, Scope.TRANSACTIONS


def enter(debts: Sequence[Debt], payments: Payments, cashbook: Cashbook, book: FactBook) -> None:
    """Enter L05 to L07."""
    revolved_minor = _revolving([debt for debt in debts if debt.is_card], payments, book)
    _burden(payments, cashbook, revolved_minor, book)


def _revolving(cards: Sequence[Debt], payments: Payments, book: FactBook) -> int | None:
    """L06, L06B, L07; the balance carried over, None where nobody can tell.

    A card is carried over where it is past due or its bank rows speak of a minimum or partial payment. Fi
    and the report give no statement amounts to hold payments against.
    """
    carried = [card for card in cards if _past_due(card) or _paid_in_part(card, payments)]
    paid_in_full = [card for card in cards if card not in carried and payments.of_debt.get(card.id)]
    owing = [card for card in cards if card.balance_minor]
    if not carried and (not cards or len(paid_in_full) < len(owing)):
        needs = "It needs a card that Fi or the report lists, and its payments in your bank rows."
        for code in ("L06", "L06B", "L07"):
            book.miss(code, "card_unknown", needs)
        return None
    as_of = max((card.as_of for card in cards if card.as_of is not None), default=None)
    scopes = frozenset(
        {_T if payments.of_debt.get(card.id) else _C for card in cards}
        | {_C if card.line is not None else _L for card in cards}
        | {_L if card.at_provider else _C for card in cards}
    )
    paid = [entry for card in cards for entry in payments.of_debt.get(card.id, ())]
    sources = (*dict.fromkeys(card.source for card in cards), *documents_of(paid))
    shared = Origin(book, as_of, sources, scopes=scopes)
    shared.enter("L06", "yes" if carried else "no", inputs=[f"L01:{card.id}" for card in carried])
    minor = sum(card.balance_minor or 0 for card in carried)
    shared.enter("L06B", rupees(minor), inputs=[f"L01:{card.id}" for card in carried])
    _interest(carried, shared, book)
    return minor


def _interest(carried: Sequence[Debt], shared: Origin, book: FactBook) -> None:
    """L07 in all and of each card. No total where a card's rate is unknown: it would be too low."""
    parts = []
    for card in carried:
        rate = card.line.rate_pct if card.line is not None else None
        if rate is None or card.balance_minor is None:
            book.miss("L07", "no_rate", "It needs the interest rate of the card on the credit report.")
            return
        year = (rupees(card.balance_minor) * rate / 100).quantize(Decimal("0.01"))
        parts.append(year)
        shared.enter(
            "L07",
            year,
            key=card.id,
            label=f"Interest a year: {card.name}",
            label_hi=f"साल का ब्याज: {card.name_hi}",
            inputs=(f"L01:{card.id}", f"L01R:{card.id}"),
            caveats=("estimate",),
        )
    inputs = [f"L07:{card.id}" for card in carried]
    shared.enter("L07", sum(parts, Decimal("0.00")), inputs=inputs, caveats=("estimate",) if parts else ())


def _burden(payments: Payments, cashbook: Cashbook, revolved_minor: int | None, book: FactBook) -> None:
    """L05 and L05S, and with the cards' minimum L05C and L05T."""
    months = cashbook.full_months[-_LEVEL_MONTHS:]
    trusted = {entry.row.id for entry in cashbook.usable}
    emis = [entry for entry in payments.emis if entry.row.id in trusted and month_of(entry.on) in months]
    income = book.get("T01")
    if not months or income is None or income.number <= 0:
        for code in ("L05", "L05C", "L05S", "L05T"):
            book.miss(code, "no_income", "It needs a full month of income in trusted bank rows.")
        return
    emi = rupees(sum(entry.amount_minor for entry in emis)) / len(months)
    minimum = rupees(revolved_minor or 0) * CARD_MINIMUM_PCT / 100
    salary = _usual_salary(cashbook.usable, months)
    bank_and_report: frozenset[str] = frozenset({_T, _C})
    for code, with_cards, whole in (
        ("L05", "L05C", income.number),
        ("L05S", "L05T", salary),
    ):
        if whole is None:
            for missing in (code, with_cards):
                book.miss(missing, "no_salary", "It needs a salary in the latest full months.")
            continue
        bank = Origin(
            book,
            cashbook.last,
            documents_of(emis),
            scopes=bank_and_report,
            sufficiency=income.sufficiency,
        )
        bank.enter(code, round(emi * 100 / whole, 2), inputs=("T01",) if code == "L05" else ())
        carried = book.get("L06B")
        if revolved_minor and carried is not None:
            both = replace(bank, scopes=bank_and_report | carried.scopes)
            both.enter(with_cards, round((emi + minimum) * 100 / whole, 2), inputs=(code, "L06B"))
        else:
            book.miss(with_cards, "no_card_carried_over", "It needs a card balance that is carried over.")


def _usual_salary(entries: Iterable[Entry], months: Sequence[str]) -> Decimal | None:
    """The month in the middle, so that an incentive or a bonus does not lower the share."""
    of_month: dict[str, int] = defaultdict(int)
    for entry in entries:
        if entry.flow is Flow.INCOME and entry.category in {Category.SALARY, Category.PENSION}:
            of_month[month_of(entry.on)] += entry.amount_minor
    paid = [of_month[month] for month in months if of_month.get(month)]
    return rupees(median_low(paid)) if paid else None


def _past_due(card: Debt) -> bool:
    by_report = card.line.overdue_minor if card.line is not None else 0
    by_provider = (card.account.overdue_minor or 0) if card.account is not None else 0
    return max(by_report, by_provider) > 0


def _paid_in_part(card: Debt, payments: Payments) -> bool:
    """The latest payment counts: who paid less once and pays in full now carries nothing."""
    paid = payments.of_debt.get(card.id, ())
    return bool(paid) and paid[-1].minimum_due
