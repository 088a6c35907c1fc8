"""What the person entered in users/{uid}/profile/main, as entries of net worth."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.manual_entry import ManualEntry


def manual_entries(profile: Mapping[str, Any] | None) -> tuple[ManualEntry, ...]:
    """Assets, then debts, in the person's order."""
    fields = profile or {}
    return tuple(
        ManualEntry(
            id=entry["id"],
            entry_class=kind(entry["class"]),
            name=entry["name"],
            amount_minor=entry["amountMinor"],
            as_of=date.fromisoformat(entry["asOf"]),
        )
        for kind, name in ((AssetClass, "assets"), (LiabilityClass, "debts"))
        for entry in fields.get(name, ())
    )
