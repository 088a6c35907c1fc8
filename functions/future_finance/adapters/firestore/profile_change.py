"""A change of a profile, which is in the overview and in today's net worth point at the same moment."""

from __future__ import annotations

from datetime import datetime

from future_finance.adapters.firestore import portfolio, profile_document
from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.domain.local_date import local_date
from future_finance.domain.profile import Profile, VersionedProfile
from future_finance.errors import Conflict


class ProfileChange:
    """Replaces profiles."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def replace(
        self, uid: str, profile: Profile, expected_version: int | None, now: datetime
    ) -> VersionedProfile:
        ref = self._documents.ref("users", uid, "profile", "main")
        today = local_date(now)
        year_ref = self._documents.ref("users", uid, "netWorth", str(today.year))

        async def write(transaction: Transaction) -> VersionedProfile:
            stored = await portfolio.read(self._documents, transaction, uid)
            (year,) = await transaction.get_all([year_ref])
            version: int = stored.profile["version"] if stored.profile else 0
            if expected_version is not None and expected_version != version:
                raise Conflict("Your profile was changed elsewhere. Load it again.")
            stored.profile = profile_document.to_document(profile) | {
                "version": version + 1,
                "updatedAt": now,
            }
            transaction.set(ref, stored.profile)
            whole = stored.portfolio(now)
            portfolio.write_overview(transaction, stored, now, data_changed=True, whole=whole)
            rows_to = stored.coverage().ledger_to
            portfolio.write_point(transaction, stored, year, whole, stored.syncs(), today, rows_to)
            return VersionedProfile(profile, version + 1)

        return await self._documents.transact(write)
