"""Every collection that holds something of a person, and whether it is taken along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from future_finance.domain.consent import Scope


class ExportType(StrEnum):
    """How much is taken along."""

    INSIGHTS = "insights"
    FINANCIAL_DATA = "financial_data"
    FULL_EXPORT = "full_export"


class ExportFormat(StrEnum):
    """json holds every document as it is stored; csv and xlsx are tables for people."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Exported:
    """A collection that is exported. `scope`: the consent under which it is stored, where there is one."""

    types: frozenset[ExportType]
    scope: Scope | None = None


_MONEY = frozenset({ExportType.FINANCIAL_DATA, ExportType.FULL_EXPORT})
_INSIGHTS = frozenset({ExportType.INSIGHTS, ExportType.FULL_EXPORT})
_FULL = frozenset({ExportType.FULL_EXPORT})

ACCOUNT = "account"  # users/{uid} itself: a document, not a collection
# In the order they are written. All are below users/{uid}; turns are below their conversation.
EXPORTED: Mapping[str, Exported] = {
    ACCOUNT: Exported(_FULL),
    "profile": Exported(_MONEY),
    "connections": Exported(_MONEY),
    "assets": Exported(_MONEY, Scope.ASSETS),
    "liabilities": Exported(_MONEY, Scope.LIABILITIES),
    "epf": Exported(_MONEY, Scope.EPF),
    "creditScores": Exported(_MONEY, Scope.CREDIT_SCORE),
    "ledger": Exported(_MONEY, Scope.TRANSACTIONS),
    "trades": Exported(_MONEY, Scope.TRANSACTIONS),
    "netWorth": Exported(_MONEY),
    "views": Exported(_MONEY),
    "insights": Exported(_INSIGHTS),
    "insightActions": Exported(_INSIGHTS),
    "conversations": Exported(_FULL),
    "turns": Exported(_FULL),
    "consentEvents": Exported(_FULL),
    "aiAccess": Exported(_FULL),
    "jobs": Exported(_FULL),
    "notices": Exported(_FULL),
    "pushTokens": Exported(_FULL),
}
# Collections that are not, each with the reason.
NOT_EXPORTED: Mapping[str, str] = {
    "users": "the person's own document is exported as the account",
    "exports": "earlier exports, which are files of the same data",
    "keys": "the vault: a wrapped key opens nothing outside",
    "tokens": "the vault: sealed sessions are never given out",
    "quotas": "counts of a day, gone in two",
    "aiTotals": "sums of everybody",
    "anonymousCounts": "how many people there were in broad groups, which name nobody",
    "oauthStates": "sign-ins under way, which name nobody",
    "deadLetters": "for operators: ids and a reason",
    "erasures": "receipts, which name nobody",
    "processingLog": "of erased accounts, without content",
}


def collections_of(kind: ExportType) -> tuple[str, ...]:
    """What an export of this type holds, in order."""
    return tuple(name for name, exported in EXPORTED.items() if kind in exported.types)
