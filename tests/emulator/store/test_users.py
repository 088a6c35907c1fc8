"""users/{uid} and its profile on Firestore."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest

from future_finance.adapters import metering
from future_finance.adapters.firestore.absentees import FirestoreAbsentees
from future_finance.adapters.firestore.account_erasure import FirestoreErasureStore
from future_finance.adapters.firestore.accounts import FirestoreAccounts
from future_finance.adapters.firestore.documents import Documents, Fields, Transaction
from future_finance.adapters.firestore.profile import FirestoreProfileStore
from future_finance.adapters.firestore.profile_change import ProfileChange
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.profile import Budget, Goal, Language, Profile, RiskProfile, TaxRegime
from future_finance.domain.retention import INACTIVE_AFTER
from future_finance.domain.user import shard_of
from future_finance.errors import Busy, Conflict, Forbidden, NotFound
from future_finance.usecases.ports import SignedInPerson
from tests.emulator.store.conftest import NOW

pytestmark = pytest.mark.emulator

WHOLE = Profile(
    birth_year=1990,
    retirement_age=60,
    dependants=0,
    tax_regime=TaxRegime.OLD,
    risk_profile=RiskProfile.AGGRESSIVE,
    language=Language.HINDI,
    goals=(Goal("home", "घर", 500_000_000, date(2031, 4, 1)),),
    budgets=(Budget("dining", 1_000_000),),
    assets=(ManualEntry("flat", AssetClass.PROPERTY, "Flat", 900_000_000, date(2026, 1, 1)),),
    debts=(ManualEntry("uncle", LiabilityClass.PERSONAL_DEBT, "Uncle", 5_000_000, date(2026, 1, 1)),),
)


def person(**changes: str) -> SignedInPerson:
    uid = changes.get("uid") or f"u-{uuid.uuid4().hex}"
    return SignedInPerson(uid, "asha@example.com", changes.get("name", "Asha"), None)


async def mark_erasing(documents: Documents, uid: str) -> None:
    async def work(transaction: Transaction) -> None:
        transaction.update(documents.ref("users", uid), {"erasing": True})

    await documents.transact(work)


async def test_the_first_sign_in_creates_the_user_with_every_field(documents: Documents) -> None:
    asha = person()
    assert await FirestoreUserStore(documents).ensure(asha, NOW) is True
    assert await documents.get("users", asha.uid) == {
        "schemaVersion": 1,
        "email": "asha@example.com",
        "name": "Asha",
        "avatar": None,
        "locale": "en-IN",
        "createdAt": NOW,
        "lastSeenAt": NOW,
        "isActive": True,
        "erasing": False,
        "consentVersion": 0,
        "shard": shard_of(asha.uid),
    }


async def test_another_sign_in_on_the_same_day_writes_nothing(documents: Documents) -> None:
    users, asha = FirestoreUserStore(documents), person()
    await users.ensure(asha, NOW)
    meter = metering.start()
    assert await users.ensure(asha, NOW + timedelta(hours=23)) is False
    assert (meter.firestore_reads, meter.firestore_writes) == (1, 0)


async def test_a_sign_in_on_another_day_or_under_a_new_name_is_noted(documents: Documents) -> None:
    users, asha = FirestoreUserStore(documents), person()
    await users.ensure(asha, NOW)
    later = NOW + timedelta(days=1)
    await users.ensure(asha, later)
    renamed = person(uid=asha.uid, name="Asha Rao")
    await users.ensure(renamed, later)
    found = await documents.get("users", asha.uid)
    assert found is not None
    assert (found["lastSeenAt"], found["name"], found["createdAt"]) == (later, "Asha Rao", NOW)


async def test_who_stays_signed_in_and_looks_in_is_no_absentee(documents: Documents) -> None:
    asha = person()
    await FirestoreUserStore(documents).ensure(asha, NOW)
    accounts = FirestoreAccounts(documents)
    later = NOW + INACTIVE_AFTER
    seen_before = later - INACTIVE_AFTER
    known = await FirestoreAbsentees(documents).absentees(shard_of(asha.uid), seen_before, 10_000)
    assert asha.uid in {absentee.uid for absentee in known}
    await accounts.visit(asha.uid, later)
    known = await FirestoreAbsentees(documents).absentees(shard_of(asha.uid), seen_before, 10_000)
    assert asha.uid not in {absentee.uid for absentee in known}


async def test_a_second_look_on_the_same_day_writes_nothing(documents: Documents) -> None:
    asha = person()
    await FirestoreUserStore(documents).ensure(asha, NOW)
    meter = metering.start()
    await FirestoreAccounts(documents).visit(asha.uid, NOW + timedelta(hours=23))
    assert (meter.firestore_reads, meter.firestore_writes) == (1, 0)


class Held(Documents):
    """Somebody else's transaction holds what is to be changed."""

    async def update_if_there(self, fields: Fields, *path: str) -> None:
        raise Busy


async def test_a_look_that_cannot_be_noted_is_noted_the_next_time(documents: Documents) -> None:
    asha = person()
    await FirestoreUserStore(documents).ensure(asha, NOW)
    later = NOW + timedelta(days=2)
    await FirestoreAccounts(Held(documents.client)).visit(asha.uid, later)
    await FirestoreAccounts(documents).visit(asha.uid, later)
    found = await documents.get("users", asha.uid)
    assert found is not None
    assert found["lastSeenAt"] == later


async def test_nobody_who_is_being_erased_looks_in(documents: Documents) -> None:
    asha = person()
    await FirestoreUserStore(documents).ensure(asha, NOW)
    await mark_erasing(documents, asha.uid)
    with pytest.raises(NotFound):
        await FirestoreAccounts(documents).visit(asha.uid, NOW + timedelta(days=2))


async def test_nobody_comes_back_while_being_erased(documents: Documents) -> None:
    users, asha = FirestoreUserStore(documents), person()
    await users.ensure(asha, NOW)
    await mark_erasing(documents, asha.uid)
    with pytest.raises(Forbidden):
        await users.ensure(asha, NOW)


async def test_nobody_who_was_erased_comes_back(documents: Documents) -> None:
    users, asha = FirestoreUserStore(documents), person()
    await users.ensure(asha, NOW)
    erasures = FirestoreErasureStore(documents, timedelta(days=365))
    erasure = await erasures.begin(asha.uid, NOW)
    await erasures.write_processing_log(asha.uid, NOW)
    await erasures.finish(erasure, 0, NOW)
    assert await documents.get("users", asha.uid) is None
    with pytest.raises(Forbidden):
        await users.ensure(asha, NOW)


async def test_a_profile_is_kept_whole_under_rising_versions(documents: Documents, uid: str) -> None:
    profiles = FirestoreProfileStore(documents, lambda: ProfileChange(documents))
    assert (await profiles.get(uid)).version == 0
    assert (await profiles.replace(uid, WHOLE, 0, NOW)).version == 1
    found = await profiles.get(uid)
    assert (found.profile, found.version) == (WHOLE, 1)
    assert (await profiles.replace(uid, Profile(), None, NOW)).version == 2
    assert (await profiles.get(uid)).profile == Profile()


async def test_an_edit_of_an_older_version_changes_nothing(documents: Documents, uid: str) -> None:
    profiles = FirestoreProfileStore(documents, lambda: ProfileChange(documents))
    await profiles.replace(uid, WHOLE, None, NOW)
    with pytest.raises(Conflict):
        await profiles.replace(uid, Profile(), 0, NOW)
    assert (await profiles.get(uid)).profile == WHOLE


async def test_nobody_unknown_or_being_erased_gets_a_profile(documents: Documents, uid: str) -> None:
    profiles = FirestoreProfileStore(documents, lambda: ProfileChange(documents))
    with pytest.raises(NotFound):
        await profiles.replace(f"u-{uuid.uuid4().hex}", WHOLE, None, NOW)
    await mark_erasing(documents, uid)
    with pytest.raises(NotFound):
        await profiles.replace(uid, WHOLE, None, NOW)
