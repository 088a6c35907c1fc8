"""users/{uid}/profile/main."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from future_finance.adapters.firestore import portfolio
from future_finance.adapters.firestore.codec import dump, load
from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.adapters.firestore.manual_entries import manual_entries
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.local_date import local_date
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.profile import Profile, VersionedProfile
from future_finance.errors import Conflict


class FirestoreProfileStore:
    """ProfileStore in (default). A change is in the overview and in today's point at the same moment."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def get(self, uid: str) -> VersionedProfile:
        fields = await self._documents.get("users", uid, "profile", "main")
        if fields is None:
            return VersionedProfile(Profile(), 0)
        return VersionedProfile(_from_fields(fields), fields["version"])

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
            stored.profile = _fields_of(profile) | {
                "schemaVersion": SCHEMA_VERSION,
                "version": version + 1,
                "updatedAt": now,
            }
            transaction.set(ref, stored.profile)
            whole = stored.portfolio()
            portfolio.write_overview(
                self._documents, transaction, uid, stored, whole, stored.syncs(), stored.coverage(), now
            )
            if whole.known:
                portfolio.write_point(self._documents, transaction, uid, year, whole, stored.syncs(), today)
            return VersionedProfile(profile, version + 1)

        return await self._documents.transact(write)


def _fields_of(profile: Profile) -> Fields:
    """Entries as manual_entries reads them."""
    told = dump(replace(profile, assets=(), debts=()))
    return told | {"assets": _entries(profile.assets), "debts": _entries(profile.debts)}


def _from_fields(fields: Fields) -> Profile:
    told = load(Profile, {key: value for key, value in fields.items() if key not in {"assets", "debts"}})
    entries = manual_entries(fields)
    assets = tuple(entry for entry in entries if isinstance(entry.entry_class, AssetClass))
    return replace(told, assets=assets, debts=entries[len(assets) :])


def _entries(entries: tuple[ManualEntry, ...]) -> list[Fields]:
    return [
        {
            "id": entry.id,
            "class": entry.entry_class.value,
            "name": entry.name,
            "amountMinor": entry.amount_minor,
            "asOf": entry.as_of.isoformat(),
        }
        for entry in entries
    ]
