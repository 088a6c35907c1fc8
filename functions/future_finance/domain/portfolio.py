"""What is stored about a person's finances: one record a connection, and what the person entered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from future_finance.domain.as_of import dated, newest_date
from future_finance.domain.consent import Scope
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.snapshot import (
    AssetPart,
    CreditReport,
    Epf,
    LiabilityPart,
    PartName,
    PartStatus,
    Snapshot,
)


@dataclass(frozen=True, slots=True)
class ConnectionHoldings:
    """One connection's latest parts. `known`: Fi has stated a net worth at least once."""

    connection_id: str
    provider_id: str
    known: bool = False
    assets: tuple[AssetPart, ...] = ()
    liabilities: tuple[LiabilityPart, ...] = ()
    stated_total_minor: int | None = None
    credit_report: CreditReport | None = None
    epf: Epf | None = None


_SIDES = frozenset({Scope.ASSETS, Scope.LIABILITIES})


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All of a person's connections and manual entries. `scopes`: what of it may be kept and shown."""

    connections: tuple[ConnectionHoldings, ...] = ()
    manual: tuple[ManualEntry, ...] = ()
    scopes: frozenset[Scope] = frozenset(Scope)

    @property
    def known(self) -> bool:
        """Whether there is anything that a net worth can be made of, and both of its sides."""
        return not self.one_sided and (bool(self.manual) or any(held.known for held in self.connections))

    @property
    def one_sided(self) -> bool:
        """Whether providers tell of what the person owns or of what they owe, and consent keeps the other back."""
        missing = _SIDES - self.scopes
        return len(missing) == 1 and any(
            held.known or held.assets or held.liabilities for held in self.connections
        )


def absorb(
    held: ConnectionHoldings, snapshot: Snapshot, fetched_on: date, ledger_to: date | None = None
) -> ConnectionHoldings:
    """The connection's parts after a fetch on `fetched_on`, the person's local date.

    `ledger_to` is the day of the newest bank row that is stored.

    A part that failed, or of which Fi knows nothing for now, keeps its old data. An empty answer
    means that nothing of the kind is connected any more; a credit report already seen is kept.
    """

    def ended(part: PartName, *statuses: PartStatus) -> bool:
        return snapshot.outcomes[part].status in statuses

    if ended(PartName.NET_WORTH, PartStatus.OK) and snapshot.net_worth is not None:
        stated = dated(snapshot.net_worth, newest_date(snapshot, _known_dates(held, ledger_to), fetched_on))
        held = replace(
            held,
            known=True,
            assets=tuple(sorted(stated.assets, key=lambda part: part.asset_class)),
            liabilities=tuple(sorted(stated.liabilities, key=lambda part: part.liability_class)),
            stated_total_minor=stated.stated_total_minor,
        )
    elif ended(PartName.NET_WORTH, PartStatus.EMPTY):
        held = replace(held, known=False, assets=(), liabilities=(), stated_total_minor=None)
    if ended(PartName.EPF, PartStatus.OK, PartStatus.EMPTY):
        held = replace(held, epf=snapshot.epf)
    if ended(PartName.CREDIT_REPORT, PartStatus.OK) and snapshot.credit_report is not None:
        held = replace(held, credit_report=newest(held.credit_report, snapshot.credit_report))
    return held


def _known_dates(held: ConnectionHoldings, ledger_to: date | None) -> list[date]:
    days = [part.as_of for part in held.assets if part.as_of_stated]
    days += [part.as_of for part in held.liabilities if part.as_of_stated]
    days += [ledger_to, held.credit_report.report_date if held.credit_report else None]
    return [day for day in days if day is not None]


def newest(old: CreditReport | None, new: CreditReport) -> CreditReport:
    """The report with the later date; of the same date, the new one."""
    return old if old is not None and old.report_date > new.report_date else new
