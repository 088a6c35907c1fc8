"""Amounts as people in India read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def rupees(minor: int) -> str:
    """Paise as rupees with lakh and crore groups: 12,34,567, or 12,34,567.50 where there are paise."""
    sign = "−" if minor < 0 else ""
    whole, paise = divmod(abs(minor), 100)
    digits = str(whole)
    head, last = digits[:-3], digits[-3:]
    groups = [last]
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return f"{sign}₹{','.join(groups)}" + (f".{paise:02d}" if paise else "")


def shown(money: Mapping[str, Any] | None) -> str:
    """An amount of the API; "-" where there is none."""
    if money is None:
        return "-"
    text = rupees(money["amountMinor"])
    return text if money["currency"] == "INR" else f"{money['currency']} {text.replace('₹', '')}"
