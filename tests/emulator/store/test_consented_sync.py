"""Consent at the stores: what is not agreed to is not begun, not kept and not shown, from one moment to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.consent_change import ConsentChange
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.fact_build import FactBuild
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.profile_change import ProfileChange
from future_finance.adapters.firestore.scope_erasure import FirestoreScopeErasure
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.consent import LASTS, Purpose, Scope
from future_finance.domain.consent_notice import notice
from future_finance.domain.facts import NO_CONSENT
from future_finance.domain.job import Job, JobStatus
from future_finance.domain.local_date import local_date
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.profile import Language, Profile
from future_finance.domain.snapshot import AssetPart, NetWorth, PartName, PartStatus, Snapshot
from future_finance.errors import Busy, ConsentMissing
from future_finance.usecases.consents import agreement
from future_finance.usecases.ports import LeaseRefusal, LeaseTaken, SignedInPerson
from tests.consenting import EVERYTHING, consent
from tests.emulator.store.conftest import NOW, Screens
from tests.emulator.store.syncing import UNTIL, begin, job, link
from tests.fakes.person import SNAPSHOT

pytestmark = pytest.mark.emulator

EVERY_SCOPE = frozenset(Scope)
COLLECTIONS = ("assets", "liabilities", "epf", "creditScores", "ledger", "trades", "netWorth")


def _whole() -> Snapshot:
    """The snapshot with the provident fund also among the assets, as providers send it."""
    worth = SNAPSHOT.net_worth
    assert worth is not None
    fund = AssetPart(AssetClass.EPF, 900_000, (), (), date(2026, 11, 20))
    return replace(SNAPSHOT, net_worth=NetWorth((*worth.assets, fund), worth.liabilities, 6_150_000))


WHOLE = _whole()


class Person:
    """Someone with an active link, who agrees and takes back."""

    def __init__(self, documents: Documents, uid: str) -> None:
        self.uid = uid
        self._documents = documents
        self._change = ConsentChange(documents)
        self.jobs = FirestoreJobStore(documents, syncs_per_day=20)
        self._syncs = FirestoreSyncStore(documents)

    async def agree(self, scopes: Iterable[Scope], at: datetime = NOW) -> None:
        pairs = [(scope, Purpose.SYNC) for scope in scopes]
        await self._change.grant(
            self.uid, agreement(notice("global", "privacy@example.in"), pairs, Language.ENGLISH, at)
        )

    async def take_back(self, scope: Scope, at: datetime = NOW) -> None:
        await self._change.revoke(self.uid, scope, [Purpose.SYNC], at)

    async def sync(self, job_id: str = "j1") -> Job:
        taken = await begin(self.jobs, self.uid, job_id)
        return await self._syncs.commit(taken, WHOLE, (), NOW)

    async def commit(self, taken: LeaseTaken, at: datetime = NOW) -> Job:
        return await self._syncs.commit(taken, WHOLE, (), at)

    async def kept(self) -> dict[str, set[str]]:
        """The ids of all that is stored of the person's money."""
        home = self._documents.ref("users", self.uid)
        return {
            name: {key for key, _ in await self._documents.query(home.collection(name))}
            for name in COLLECTIONS
        }


@pytest.fixture
async def person(documents: Documents, connections: FirestoreConnectionStore) -> Person:
    uid = f"u-{id(documents)}-{datetime.now().timestamp()}"  # noqa: DTZ005  only to be unique
    await FirestoreUserStore(documents).ensure(SignedInPerson(uid, None, None, None), NOW)
    await connections.put(uid, link(), expected=None)
    return Person(documents, uid)


async def test_who_has_agreed_to_nothing_cannot_sync_and_no_first_screen_guesses(
    person: Person, screens: Screens
) -> None:
    with pytest.raises(ConsentMissing):
        await begin(person.jobs, person.uid)
    body = await screens.overview(person.uid)
    assert (body["netWorth"], body["unavailable"]) == (None, "no_consent")
    assert body["withoutConsent"] == list(Scope)


async def test_a_job_that_waits_while_the_last_consent_is_taken_back_ends_without_a_fetch(
    person: Person,
) -> None:
    await person.agree({Scope.EPF})
    await person.jobs.create_jobs([job(person.uid)])
    await person.take_back(Scope.EPF)
    assert await person.jobs.take_lease(person.uid, "j1", "a", NOW, UNTIL) is LeaseRefusal.FINISHED
    ended = await person.jobs.get_job(person.uid, "j1")
    assert ended is not None
    assert (ended.status, ended.error) == (JobStatus.FAILED, "consent_missing")


async def test_a_lease_names_what_may_be_fetched(person: Person) -> None:
    await person.agree({Scope.EPF, Scope.ASSETS})
    taken = await begin(person.jobs, person.uid)
    assert taken.scopes == {Scope.EPF, Scope.ASSETS}


@pytest.mark.parametrize("scope", Scope)
async def test_nothing_of_a_scope_that_was_not_agreed_to_is_kept_whatever_fi_sent(
    person: Person, screens: Screens, scope: Scope
) -> None:
    await person.agree(EVERY_SCOPE)
    await person.sync()
    everything = await person.kept()
    assert all(everything.values())
    other = Person(screens._documents, f"{person.uid}-2")
    await FirestoreUserStore(screens._documents).ensure(SignedInPerson(other.uid, None, None, None), NOW)
    await FirestoreConnectionStore(screens._documents, screens._clock).put(other.uid, link(), expected=None)
    await other.agree(EVERY_SCOPE - {scope})
    done = await other.sync()
    lost = {name: everything[name] - ids for name, ids in (await other.kept()).items()}
    gone = {name for name, ids in lost.items() if ids}
    assert (
        gone
        == {
            Scope.ASSETS: {"assets", "netWorth"},
            Scope.LIABILITIES: {"netWorth"},  # the document says only that there was an answer
            Scope.TRANSACTIONS: {"ledger", "trades"},
            Scope.CREDIT_SCORE: {"creditScores"},
            Scope.EPF: {"epf", "assets"},
        }[scope]
    )
    assert await screens.liability_documents(other.uid) == [] or scope is not Scope.LIABILITIES
    (debts,) = await screens._collection(other.uid, "liabilities")
    assert (debts["parts"] == []) is (scope is Scope.LIABILITIES)
    assert ("statedTotalMinor" in debts) is (scope in {Scope.TRANSACTIONS, Scope.CREDIT_SCORE})
    assert done.status is JobStatus.SUCCEEDED
    body = await screens.overview(other.uid)
    assert body["withoutConsent"] == [scope.value]


async def test_one_side_alone_makes_no_net_worth_and_no_fact_of_it(person: Person, screens: Screens) -> None:
    await person.agree(EVERY_SCOPE - {Scope.LIABILITIES})
    await person.sync()
    body = await screens.overview(person.uid)
    assert (body["netWorth"], body["unavailable"]) == (None, "no_consent")
    assert [line["class"] for line in body["allocation"]] != []
    assert body["liabilities"] == []
    assert await screens.points(person.uid, date.min, date(2026, 12, 31)) == []
    sheet = await FactBuild(screens._documents).sheet(person.uid, local_date(NOW))
    assert {"N01", "N01L", "N02", "N04"} & sheet.facts.keys() == set()
    assert sheet.missing["N01"].reason == NO_CONSENT
    assert "N01A" in sheet.facts
    for fact in sheet.facts.values():
        assert Scope.LIABILITIES not in fact.scopes, fact.id


async def test_what_the_person_entered_does_not_pass_for_the_missing_side(
    person: Person, screens: Screens
) -> None:
    await person.agree({Scope.ASSETS})
    await person.sync()
    gold = ManualEntry("m1", AssetClass.GOLD, "Ring", 5_000_000, date(2026, 10, 1))
    await ProfileChange(screens._documents).replace(person.uid, Profile(assets=(gold,)), None, NOW)
    body = await screens.overview(person.uid)
    assert (body["netWorth"], body["unavailable"]) == (None, "no_consent")


async def test_parts_that_were_not_asked_for_say_so(person: Person, screens: Screens) -> None:
    await person.agree({Scope.EPF})
    done = await person.sync()
    assert done.status is JobStatus.SUCCEEDED
    (line,) = (await screens.overview(person.uid))["connections"]
    said = {name: part["status"] for name, part in line["parts"].items()}
    assert said.pop(PartName.EPF) == PartStatus.OK
    assert set(said.values()) == {PartStatus.NO_CONSENT}


async def test_taking_a_scope_back_while_a_sync_runs_stores_nothing_of_that_sync(person: Person) -> None:
    await person.agree(EVERY_SCOPE)
    taken = await begin(person.jobs, person.uid)
    await person.take_back(Scope.TRANSACTIONS)
    with pytest.raises(Busy):
        await person.commit(taken)
    assert not any((await person.kept()).values())
    again = await person.jobs.take_lease(person.uid, "j1", "attempt-2", UNTIL, UNTIL + timedelta(minutes=3))
    assert isinstance(again, LeaseTaken)
    assert again.scopes == EVERY_SCOPE - {Scope.TRANSACTIONS}
    await person.commit(again, UNTIL)
    kept = await person.kept()
    assert kept["assets"]
    assert not kept["ledger"]
    assert not kept["trades"]


async def test_what_is_taken_back_is_off_every_screen_before_it_is_deleted(
    person: Person, screens: Screens
) -> None:
    await person.agree(EVERY_SCOPE)
    await person.sync()
    whole = await screens.overview(person.uid)
    assert whole["netWorth"] is not None
    assert whole["withoutConsent"] == []
    for scope in (Scope.LIABILITIES, Scope.TRANSACTIONS, Scope.CREDIT_SCORE, Scope.EPF):
        await person.take_back(scope)
    body = await screens.overview(person.uid)
    assert (body["netWorth"], body["creditScore"], body["epf"]) == (None, None, None)
    assert body["coverage"] == {"ledgerMonths": [], "tradeYears": [], "ledgerTo": None}
    assert await screens.liability_documents(person.uid) == []
    assert await screens.ledger_rows(person.uid, "2026-11") == []
    assert await screens.trade_rows(person.uid, 2026) == []
    assert await screens.points(person.uid, date.min, date(2026, 12, 31)) == []
    assert [fields["assetClass"] for fields in await screens.asset_documents(person.uid)] == [
        AssetClass.MUTUAL_FUNDS,
        AssetClass.SAVINGS,
    ]
    dossier = await FactBuild(screens._documents).dossier(person.uid, local_date(NOW))
    assert (dossier.rows, dossier.trades, dossier.points) == ((), (), ())
    await person.agree(EVERY_SCOPE)  # nothing was deleted yet: the screens have it all again
    assert await screens.overview(person.uid) == whole


@pytest.mark.parametrize("scope", [Scope.ASSETS, Scope.EPF])
async def test_the_total_that_would_tell_what_was_erased_goes_with_it(
    documents: Documents, person: Person, screens: Screens, scope: Scope
) -> None:
    await person.agree(EVERY_SCOPE)
    await person.sync()
    await person.take_back(scope)
    asked = job(person.uid)
    await FirestoreScopeErasure(documents).erase_scope(asked, scope, frozenset(Purpose), NOW)
    (debts,) = await screens._collection(person.uid, "liabilities")
    assert debts["parts"] != []
    assert "statedTotalMinor" not in debts


async def test_a_consent_that_runs_out_is_like_one_never_given(
    documents: Documents, person: Person, screens: Screens
) -> None:
    earlier = NOW - LASTS + timedelta(hours=1)
    debts = [(Scope.LIABILITIES, purpose) for purpose in Purpose]
    await consent(documents, person.uid, NOW, [pair for pair in EVERYTHING if pair not in debts])
    await person.agree({Scope.LIABILITIES}, earlier)
    await person.sync()
    assert (await screens.overview(person.uid))["netWorth"] is not None
    screens._clock.forward(timedelta(hours=1))  # type: ignore[attr-defined]
    body = await screens.overview(person.uid)
    assert (body["netWorth"], body["withoutConsent"]) == (None, ["liabilities"])
    assert await screens.liability_documents(person.uid) == []
