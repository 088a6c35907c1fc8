"""What a person entered: an asset or a debt that no provider knows of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from future_finance.domain.asset_class import AssetClass, LiabilityClass


@dataclass(frozen=True, slots=True)
class ManualEntry:
    """An asset or a debt the person entered; it enters net worth as such. Paise, positive."""

    id: str
    entry_class: AssetClass | LiabilityClass
    name: str
    amount_minor: int
    as_of: date
