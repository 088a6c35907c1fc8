"""What a person agrees to: scopes of data, and the purposes they are used for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """A kind of data that is agreed to on its own."""

    ASSETS = "assets"
    LIABILITIES = "liabilities"
    TRANSACTIONS = "transactions"
    CREDIT_SCORE = "credit_score"
    EPF = "epf"


class Purpose(StrEnum):
    """What the data is used for."""

    SYNC = "sync"
    INSIGHTS = "insights"
    CHAT = "chat"
    PORTFOLIO_ANALYSIS = "portfolio_analysis"


@dataclass(frozen=True, slots=True)
class Granted:
    """The scopes agreed to for one purpose now, and the version of the consent text."""

    scopes: frozenset[Scope]
    version: int
