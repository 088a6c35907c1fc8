"""A scope is erased: its documents, what was made of them, and exports that may hold it. The others stay."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from future_finance.adapters.firestore import conversation_document
from future_finance.adapters.firestore.codec import dump
from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.adapters.firestore.scope_erasure import FirestoreScopeErasure
from future_finance.adapters.firestore.sync import FirestoreSyncStore
from future_finance.domain.consent import Purpose, Scope
from future_finance.domain.conversation import Citation, Message, MessageType, Speaker, turn_id
from future_finance.domain.fact_catalogue import KINDS, scopes_of
from future_finance.domain.insight import Figure
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.errors import NotFound
from tests.contract.test_insight_store import insight
from tests.emulator.store.conftest import NOW, Screens
from tests.emulator.store.syncing import begin, link
from tests.fakes.person import SNAPSHOT

pytestmark = pytest.mark.emulator

EVERY_PURPOSE = frozenset(Purpose)
OWN = {
    Scope.ASSETS: {"assets"},
    Scope.LIABILITIES: {"liabilities"},
    Scope.TRANSACTIONS: {"ledger", "trades"},
    Scope.CREDIT_SCORE: {"creditScores"},
    Scope.EPF: {"epf"},
}
IN_NET_WORTH = {Scope.ASSETS, Scope.LIABILITIES, Scope.EPF}
# A fact that needs nothing but this scope.
FACTS = {scope: next(code for code in KINDS if scopes_of(code) == {scope}) for scope in Scope}


class Household:
    """Synced; with an insight and a turn of a conversation that rest on each scope, and an export."""

    def __init__(self, documents: Documents, uid: str) -> None:
        self.documents = documents
        self.uid = uid
        self.user_ref = documents.ref("users", uid)
        self.erasure = FirestoreScopeErasure(documents)

    async def move_in(self) -> None:
        for turn, scope in enumerate(Scope, start=1):
            figure = Figure(FACTS[scope], "a", "b", "1", "inr", None, None, scopes=(scope.value,))
            made = replace(insight(f"i-{scope}"), figures=(figure,))
            await (
                self.user_ref.collection("insights").document(made.id).set({"body": dump(made), "open": True})
            )
            await self.user_ref.collection("insightActions").document(made.id).set({"insightId": made.id})
            citation = Citation(FACTS[scope], "a", "b", "1", "1", "inr", None, None)
            question = Message(Speaker.PERSON, MessageType.TEXT, NOW, "How much?")
            answer = Message(Speaker.ASSISTANT, MessageType.TEXT, NOW, "1", citations=(citation,))
            home = self.user_ref.collection("conversations").document("c").collection("turns")
            await home.document(turn_id(turn)).set(conversation_document.of_turn((question, answer)))
        await self.user_ref.collection("exports").document("e1").set({"format": "json"})
        await self.user_ref.collection("views").document("facts").set({"body": "{}"})

    async def stored(self) -> Counter[str]:
        """Documents by collection, and those of an insight or a turn by their scope."""
        found: Counter[str] = Counter()
        async for collection in self.user_ref.collections():
            async for ref in collection.list_documents():
                named = collection.id in {"insights", "insightActions"}
                found[f"{collection.id}/{ref.id}" if named else collection.id] += 1
        home = self.user_ref.collection("conversations").document("c").collection("turns")
        async for ref in home.list_documents():
            found[f"turns/{int(ref.id)}"] += 1
        return found

    async def erase(self, scope: Scope, purposes: frozenset[Purpose] = EVERY_PURPOSE) -> dict[str, int]:
        job = Job("x1", self.uid, "", JobType.ERASE_SCOPE, JobStatus.RUNNING, NOW)
        counts = await self.erasure.erase_scope(job, scope, purposes, NOW)
        return {name: count for name, count in counts.items() if count}


@pytest.fixture
async def household(
    documents: Documents,
    uid: str,
    connections: FirestoreConnectionStore,
    jobs: FirestoreJobStore,
    syncs: FirestoreSyncStore,
) -> Household:
    await connections.put(uid, link(), expected=None)
    await syncs.commit(await begin(jobs, uid), SNAPSHOT, (), NOW)
    household = Household(documents, uid)
    await household.move_in()
    return household


@pytest.mark.parametrize("scope", Scope)
async def test_a_scope_and_what_was_made_of_it_are_gone_and_counted_and_the_others_stay(
    household: Household, screens: Screens, scope: Scope
) -> None:
    before = await household.stored()
    counts = await household.erase(scope)
    after = await household.stored()

    turn = list(Scope).index(scope) + 1
    gone = OWN[scope] | {f"insights/i-{scope}", f"insightActions/i-{scope}", f"turns/{turn}", "exports"}
    gone |= {"netWorth"} if scope in IN_NET_WORTH else set()
    expected = Counter({name: count for name, count in before.items() if name not in gone})
    expected["views"] -= 1  # facts are built anew of what is left
    assert after == expected
    documents = Counter({name: before[name] for name in OWN[scope]})
    documents |= Counter({"insights": 1, "insightActions": 1, "turns": 1, "exports": 1})
    documents["netWorth"] = before["netWorth"] if scope in IN_NET_WORTH else 0
    assert counts == +documents
    assert await household.erase(scope) == {}  # there is nothing left

    body = await screens.overview(household.uid)
    assert (body["coverage"]["ledgerMonths"] == []) == (scope is Scope.TRANSACTIONS)
    assert (body["creditScore"] is None) == (scope is Scope.CREDIT_SCORE)


async def test_taking_back_one_purpose_keeps_the_data(household: Household) -> None:
    before = await household.stored()
    counts = await household.erase(Scope.TRANSACTIONS, frozenset({Purpose.CHAT}))
    assert counts == {"turns": 1, "exports": 1}
    lost = before - await household.stored()
    assert lost == Counter({f"turns/{list(Scope).index(Scope.TRANSACTIONS) + 1}": 1, "exports": 1})


async def test_of_who_is_being_erased_nothing_is_erased_twice(household: Household) -> None:
    await household.user_ref.update({"erasing": True})
    with pytest.raises(NotFound):
        await household.erase(Scope.ASSETS)
