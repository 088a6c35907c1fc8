"""The chat's tools over the dossier of a demo person, or one of a test's own."""

from __future__ import annotations

from typing import Any

from future_finance.domain.consent import Scope
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_sheet import build
from future_finance.domain.private_names import names_of
from future_finance.domain.profile import Language, Profile
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.usecases.chat_tools import ToolBench
from future_finance.usecases.chat_tools.desk import Desk, ToolAnswer, without_names
from future_finance.usecases.chat_tools.records import Records
from future_finance.usecases.model import ToolCall
from tests.chatting import UID, OpenInsights
from tests.dossiers import of_person


def records_of(papers: Dossier, pseudonyms: Pseudonyms) -> Records:
    async def dossier() -> Dossier:
        return papers

    async def profile() -> Profile:
        return papers.profile

    return Records(dossier, profile, pseudonyms)


def desk_of(
    who: str | Dossier = "priya",
    *,
    scopes: frozenset[Scope] = frozenset(Scope),
    language: Language = Language.ENGLISH,
    insights: OpenInsights | None = None,
    said: str = "",
    months: int = 12,
) -> Desk:
    papers = of_person(who, months) if isinstance(who, str) else who
    sheet = build(papers)
    pseudonyms = Pseudonyms(UID, names_of(sheet))
    found = insights or OpenInsights()
    return Desk(
        sheet=without_names(sheet.within(scopes), pseudonyms),
        records=records_of(papers, pseudonyms),
        scopes=scopes,
        pseudonyms=pseudonyms,
        language=language,
        insights=lambda: found.open(UID),
        said=said,
    )


async def use(desk: Desk, tool: str, **arguments: Any) -> ToolAnswer:
    return await ToolBench(desk).use(ToolCall("c1", tool, arguments))


def by_id(answer: ToolAnswer) -> dict[str, dict[str, Any]]:
    return {line["id"]: line for line in answer.content["facts"]}
