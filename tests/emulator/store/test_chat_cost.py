"""What a turn of the chat reads and writes, counted as it is billed."""

from __future__ import annotations

import pytest

from future_finance.adapters import metering
from future_finance.adapters.firestore.ai_access import FirestoreAccessLog
from future_finance.adapters.firestore.ai_budget import FirestoreAiBudget
from future_finance.adapters.firestore.consent_change import ConsentChange
from future_finance.adapters.firestore.consents import FirestoreConsentStore
from future_finance.adapters.firestore.conversations import FirestoreConversationStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.fact_build import FactBuild
from future_finance.adapters.firestore.facts import FirestoreFactStore
from future_finance.adapters.firestore.insights import FirestoreInsightStore
from future_finance.adapters.firestore.profile import FirestoreProfileStore
from future_finance.domain.local_date import local_date
from future_finance.usecases.chat import admit, answer
from future_finance.usecases.chat_events import Finished
from future_finance.usecases.chat_turn import Turn
from future_finance.usecases.chatting import Chatting, Question
from future_finance.usecases.model import ToolCall
from tests.emulator.store.conftest import NOW
from tests.fakes.clock import FixedClock
from tests.fakes.scripted_model import ScriptedModel

pytestmark = pytest.mark.emulator

MOST_READS = 10
MOST_LATER = 15  # with what was said in the four turns before it
MOST_WRITES = 7


class Chat:
    """A person's, on an instance that has answered nobody yet."""

    def __init__(self, documents: Documents, clock: FixedClock, uid: str) -> None:
        self.documents = documents
        self.clock = clock
        self.uid = uid
        self.conversation_id: str | None = None

    async def ask(self, tool: str) -> metering.Meter:
        """A turn that uses one tool, in the conversation that goes on."""
        build = FactBuild(self.documents)
        chatting = Chatting(
            begin=lambda: Turn,
            model=lambda: ScriptedModel([ToolCall("c1", tool, {})], "That is what there is."),
            facts=FirestoreFactStore(self.documents, lambda: build),
            profiles=FirestoreProfileStore(self.documents, lambda: pytest.fail("nothing changes a profile")),
            consents=FirestoreConsentStore(self.documents, lambda: ConsentChange(self.documents)),
            budget=FirestoreAiBudget(self.documents, tokens_per_day=10**6, global_tokens_per_day=10**7),
            access_log=FirestoreAccessLog(self.documents),
            conversations=FirestoreConversationStore(self.documents),
            insights=FirestoreInsightStore(self.documents),
            clock=self.clock,
        )
        meter = metering.start()
        admitted = await admit(chatting, self.uid, Question("What is my net worth?", self.conversation_id))
        async for event in answer(chatting, admitted):
            if isinstance(event, Finished):
                self.conversation_id = event.conversation.id
        return meter


async def test_a_turn_reads_few_documents_and_no_rows(
    documents: Documents, clock: FixedClock, uid: str
) -> None:
    await FactBuild(documents).sheet(uid, local_date(NOW))
    await documents.ref("users", uid, "views", "overview").set({"dataVersion": 0})  # as a sync leaves it
    chat = Chat(documents, clock, uid)
    first, *later = [await chat.ask("overview") for _ in range(8)]
    assert first.firestore_reads <= MOST_READS
    assert max(meter.firestore_reads for meter in later) <= MOST_LATER
    assert max(meter.firestore_writes for meter in (first, *later)) <= MOST_WRITES
