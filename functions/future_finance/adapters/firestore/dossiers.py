"""Everything stored about a person's finances, read at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from future_finance.adapters.firestore import buckets, portfolio, profile_document
from future_finance.adapters.firestore.codec import load
from future_finance.adapters.firestore.documents import Documents, Found, Transaction
from future_finance.adapters.firestore.points import points_of
from future_finance.domain.consent import Scope
from future_finance.domain.consented import is_whole
from future_finance.domain.dossier import Dossier
from future_finance.domain.ledger import LedgerRow
from future_finance.domain.local_date import IST
from future_finance.domain.net_worth import Point
from future_finance.domain.profile import Profile
from future_finance.domain.trades import Trade


async def read(documents: Documents, transaction: Transaction, uid: str, today: date) -> tuple[Dossier, int]:
    """What consent covers as of `today`, and the version of the data it holds.

    Raises NotFound when the user is gone or being erased.
    """
    stored = await portfolio.read(documents, transaction, uid)
    user_ref = documents.ref("users", uid)
    ledger, trades, years = await transaction.query_all(
        [user_ref.collection(name) for name in ("ledger", "trades", "netWorth")]
    )
    end_of_day = datetime.combine(today, time.max, IST)  # a consent that runs out today is over today
    whole = stored.portfolio(end_of_day)
    if Scope.TRANSACTIONS not in whole.scopes:
        ledger, trades = [], []
    if not is_whole(whole.scopes):
        years = []
    dossier = Dossier(
        today=today,
        portfolio=whole,
        rows=tuple(load(LedgerRow, row) for row in buckets.rows_of(fields for _, fields in ledger)),
        trades=tuple(load(Trade, row) for row in buckets.rows_of(fields for _, fields in trades)),
        points=tuple(sorted(_points(years), key=lambda point: point.on)),
        profile=profile_document.from_document(stored.profile) if stored.profile else Profile(),
    )
    return dossier, stored.data_version


def _points(years: Found) -> Iterator[Point]:
    for _, fields in years:
        yield from points_of(fields)
