"""A chat on fakes: a person's finances, a model with a script, and what came of a turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from future_finance.domain.conversation import Citation, Message
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import FactSheet
from future_finance.domain.insight import Insight
from future_finance.usecases.chat import admit, answer
from future_finance.usecases.chat_events import ChatEvent, Cited, Finished, TextReleased, ToolUsed
from future_finance.usecases.chat_turn import Turn
from future_finance.usecases.chatting import Chatting, Question
from future_finance.usecases.model import Model
from tests.dossiers import TODAY, of_person
from tests.fakes.ai import InMemoryAccessLog, InMemoryBudget, InMemoryConsents, InMemoryFacts
from tests.fakes.clock import FixedClock
from tests.fakes.conversations import InMemoryConversationStore
from tests.fakes.profile import InMemoryProfileStore

UID = "priya-uid"
NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 6, 0, tzinfo=UTC)


class OpenInsights:
    """InsightReader with a list."""

    def __init__(self, insights: Sequence[Insight] = ()) -> None:
        self.insights = insights

    async def open(self, uid: str) -> Sequence[Insight]:
        return self.insights


@dataclass
class Talk:
    """What is behind a chat, within a test's reach."""

    model: Model
    papers: Dossier = field(default_factory=lambda: of_person("priya"))
    sheet: FactSheet | None = None
    consents: InMemoryConsents = field(default_factory=InMemoryConsents)
    budget: InMemoryBudget = field(default_factory=InMemoryBudget)
    log: InMemoryAccessLog = field(default_factory=InMemoryAccessLog)
    conversations: InMemoryConversationStore = field(default_factory=InMemoryConversationStore)
    insights: OpenInsights = field(default_factory=OpenInsights)
    profiles: InMemoryProfileStore = field(default_factory=InMemoryProfileStore)
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOW))

    def __post_init__(self) -> None:
        if self.sheet is None:
            self.sheet = build(self.papers)

    @property
    def chatting(self) -> Chatting:
        return Chatting(
            begin=lambda: Turn,
            model=lambda: self.model,
            facts=InMemoryFacts(self.sheet, self.papers),
            profiles=self.profiles,
            consents=self.consents,
            budget=self.budget,
            access_log=self.log,
            conversations=self.conversations,
            insights=self.insights,
            clock=self.clock,
        )

    async def ask(self, question: str | Question) -> Told:
        """The whole turn. Raises what it raises."""
        asked = Question(question) if isinstance(question, str) else question
        admitted = await admit(self.chatting, UID, asked)
        return Told([event async for event in answer(self.chatting, admitted)])

    @property
    def kept(self) -> list[Message]:
        """Every message of the user's that was stored."""
        return [
            each for (uid, _), messages in self.conversations.kept.items() if uid == UID for each in messages
        ]


@dataclass(frozen=True)
class Told:
    """The events of a turn."""

    events: Sequence[ChatEvent]

    @property
    def text(self) -> str:
        return "".join(event.text for event in self.events if isinstance(event, TextReleased))

    @property
    def tools(self) -> list[tuple[str, str]]:
        return [(event.name, event.status) for event in self.events if isinstance(event, ToolUsed)]

    @property
    def citations(self) -> list[Citation]:
        return [event.citation for event in self.events if isinstance(event, Cited)]

    @property
    def messages(self) -> Sequence[Message]:
        (finished,) = (event for event in self.events if isinstance(event, Finished))
        return finished.messages

    @property
    def conversation_id(self) -> str:
        (finished,) = (event for event in self.events if isinstance(event, Finished))
        return finished.conversation.id
