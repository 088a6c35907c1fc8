"""What runs by the calendar is built of: bootstrap's third file, in the same manner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from future_finance import bootstrap
from future_finance.assembly import part

if TYPE_CHECKING:
    from future_finance.usecases.due_ports import DueStore, PointCarrier


@part
def due_store() -> DueStore:
    from future_finance.adapters.firestore.due import FirestoreDueStore

    return FirestoreDueStore(bootstrap.documents())


@part
def point_carrier() -> PointCarrier:
    from future_finance.adapters.firestore.carried_points import FirestorePointCarrier

    return FirestorePointCarrier(bootstrap.documents())
