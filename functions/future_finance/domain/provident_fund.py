"""A person's provident fund: unique memberships over all connections, the pension apart."""

from __future__ import annotations

from dataclasses import dataclass

from future_finance.domain.portfolio import Portfolio
from future_finance.domain.snapshot import EpfMembership


@dataclass(frozen=True, slots=True)
class ProvidentFund:
    """Paise. `stated_minor` is the provider's own total; `pension_minor` (EPS) is never added to the fund."""

    members: tuple[EpfMembership, ...]
    pension_minor: int | None
    stated_minor: int | None

    @property
    def total_minor(self) -> int:
        return sum(member.net_minor for member in self.members)

    @property
    def past(self) -> tuple[EpfMembership, ...]:
        """Memberships that ended."""
        return tuple(member for member in self.members if member.left_on is not None)

    @property
    def past_minor(self) -> int:
        return sum(member.net_minor for member in self.past)


def fund_of(portfolio: Portfolio) -> ProvidentFund | None:
    """None where no connection brings a provident fund."""
    funds = [held.epf for held in portfolio.connections if held.epf is not None]
    if not funds:
        return None
    members = {member.id: member for fund in funds for member in fund.memberships}
    pensions = [fund.pension_minor for fund in funds if fund.pension_minor is not None]
    stated = [fund.stated_current_minor for fund in funds if fund.stated_current_minor is not None]
    return ProvidentFund(
        tuple(members.values()), sum(pensions) if pensions else None, sum(stated) if stated else None
    )
