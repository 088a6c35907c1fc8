"""Provident fund: facts E01-E04."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from future_finance.domain import provident_fund
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.dossier import Dossier
from future_finance.domain.employer import pays_salary
from future_finance.domain.fact_book import FactBook
from future_finance.domain.facts import rupees
from future_finance.domain.net_worth import dates_of
from future_finance.domain.portfolio import Portfolio
from future_finance.domain.snapshot import EpfMembership
from future_finance.domain.sufficiency import age_caveats, freshness

NO_FUND = "no_provident_fund"
_NEEDS_FUND = "It needs a provident fund that is connected at Fi."


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter E01 to E04."""
    fund = provident_fund.fund_of(dossier.portfolio)
    if fund is None:
        for code in ("E01", "E02", "E03", "E04"):
            book.miss(code, NO_FUND, _NEEDS_FUND)
        return
    as_of = dated(dossier.portfolio)
    sources = sources_of(dossier.portfolio)
    sufficiency = freshness(as_of, dossier.today)
    caveats = age_caveats(as_of, dossier.today)
    members = []
    for member in fund.members:
        left = member.left_on is not None
        fact = book.enter(
            "E01M",
            rupees(member.net_minor),
            as_of,
            key=member.id,
            label=f"Provident fund with {member.employer}" + (" (left)" if left else ""),
            label_hi=f"{member.employer} के साथ भविष्य निधि" + (" (छोड़ा)" if left else ""),
            names=(member.employer,),
            sources=sources,
            sufficiency=sufficiency,
            caveats=caveats,
        )
        members.append(fact.id)
    past = [f"E01M:{member.id}" for member in fund.past]

    def money(code: str, minor: int, inputs: Iterable[str] = ()) -> None:
        book.enter(
            code,
            rupees(minor),
            as_of,
            sources=sources,
            inputs=inputs,
            sufficiency=sufficiency,
            caveats=caveats,
        )

    money("E01", fund.total_minor, members)
    money("E02", fund.past_minor, past)
    with_balance = sum(1 for member in fund.past if member.net_minor > 0)
    book.enter("E02N", Decimal(with_balance), as_of, sources=sources, inputs=past, sufficiency=sufficiency)
    if fund.pension_minor is not None:
        money("E01P", fund.pension_minor)
    taken = [_taken_out_minor(member) for member in fund.members]
    known = [minor for minor in taken if minor is not None]
    if known:
        money("E03", sum(known))
    else:
        book.miss("E03", "no_shares", "It needs both what was paid in and what is left, of one membership.")
    _match(fund, as_of, sources, sufficiency, cashbook, book)


def dated(portfolio: Portfolio) -> date | None:
    """The fund's date: of its class; else the newest in the person's data, since its own answer has none."""
    classes = [part for held in portfolio.connections for part in held.assets]
    own = [part.as_of for part in classes if part.asset_class is AssetClass.EPF and part.as_of is not None]
    return max(own or dates_of(portfolio), default=None)


def sources_of(portfolio: Portfolio) -> tuple[str, ...]:
    """Documents that the fund is read from."""
    return tuple(f"epf/{held.connection_id}" for held in portfolio.connections if held.epf is not None)


def _taken_out_minor(member: EpfMembership) -> int | None:
    """Share credits less balances, where both are known."""
    shares = (
        (member.employee_credit_minor, member.employee_balance_minor),
        (member.employer_credit_minor, member.employer_balance_minor),
    )
    known = [credit - balance for credit, balance in shares if credit is not None and balance is not None]
    return sum(known) if known else None


def _match(
    fund: provident_fund.ProvidentFund,
    as_of: date | None,
    sources: tuple[str, ...],
    sufficiency: float,
    cashbook: Cashbook,
    book: FactBook,
) -> None:
    """E04: whether an employer who still pays into the fund is one whose salary comes to the bank."""
    active = [member for member in fund.members if member.left_on is None]
    if not active:
        book.miss("E04", "no_active_employer", "It needs an employer without an exit date.")
        return
    salaries = [entry for entry in cashbook.events if entry.category == "salary"]
    if not salaries:
        book.miss("E04", "no_salary", "It needs a salary in the bank rows.")
        return
    newest = max(entry.on for entry in salaries)
    paid = [entry.row.narration for entry in salaries if (newest - entry.on).days <= 92]
    found = any(pays_salary(member.employer, narration) for member in active for narration in paid)
    book.enter(
        "E04",
        "yes" if found else "no",
        as_of,
        sources=sources,
        inputs=tuple(f"E01M:{member.id}" for member in active),
        sufficiency=sufficiency,
    )
