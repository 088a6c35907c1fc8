"""What the codes of an Indian credit report mean, as data."""

from __future__ import annotations

from enum import StrEnum


class DebtKind(StrEnum):
    """What a debt is for."""

    HOME = "home"
    VEHICLE = "vehicle"
    PERSONAL = "personal"
    EDUCATION = "education"
    GOLD = "gold"
    CONSUMER = "consumer"
    SECURED = "against_shares"
    BUSINESS = "business"
    CARD = "card"
    OTHER = "other"


# Account types of the Experian layout that credit institutions in India report in.
_KINDS = {
    "01": DebtKind.VEHICLE,
    "02": DebtKind.HOME,
    "03": DebtKind.HOME,  # against property
    "04": DebtKind.SECURED,
    "05": DebtKind.PERSONAL,
    "06": DebtKind.CONSUMER,
    "07": DebtKind.GOLD,
    "08": DebtKind.EDUCATION,
    "10": DebtKind.CARD,
    "13": DebtKind.VEHICLE,  # two wheelers
    "53": DebtKind.BUSINESS,
}
_LATE = frozenset("123456")  # thirty days late for each step: 1 = 30-59 ... 6 = 180 and more
_KNOWN = _LATE | {"0"}


def kind_of(account_type: str) -> DebtKind:
    return _KINDS.get(account_type, DebtKind.OTHER)


def late_months(history: str) -> int:
    """Months paid 30 days late or more. Their order conflicts between reports: they are only counted."""
    return sum(month in _LATE for month in history)


def known_months(history: str) -> int:
    """Months of which the days late are known."""
    return sum(month in _KNOWN for month in history)
