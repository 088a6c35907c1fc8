"""Wording findings: one call of the model for all, every text checked, one retry, else our own words."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic.alias_generators import to_camel

from future_finance.domain.advice_guard import review
from future_finance.domain.fact_catalogue import told_per
from future_finance.domain.facts import Fact, FactSheet, Unit
from future_finance.domain.finding import Finding, FindingCategory, Impact, Severity
from future_finance.domain.finding import FindingText as Template
from future_finance.domain.grounding import Reason, verify
from future_finance.domain.insight import InsightText, Wording
from future_finance.domain.named_figure import NamedFigures
from future_finance.domain.plain_text import defused, leads_elsewhere, without_links
from future_finance.domain.profile import Language
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.domain.rupee_words import spoken
from future_finance.errors import ModelBlocked, ModelUnavailable
from future_finance.usecases.event import Event, report
from future_finance.usecases.model import Finish, Model, ModelReply, ModelRequest, Role, TextPart, Turn, Usage
from future_finance.usecases.prompts import prompt

PROMPT = "insights"
PROMPT_VERSION = "v1"
MOST_FURTHER = 2
MOST_FACTS = 60
DETECTOR_OF_MODEL = "AI"
FURTHER_CONFIDENCE = 0.4

_DEVANAGARI, _LATIN = re.compile("[ऀ-ॿ]"), re.compile("[a-z]", re.IGNORECASE)

_Title = Annotated[str, StringConstraints(min_length=1, max_length=120)]
_Description = Annotated[str, StringConstraints(min_length=1, max_length=900)]
_NextStep = Annotated[str, StringConstraints(min_length=1, max_length=400)]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore", alias_generator=to_camel, str_strip_whitespace=True)


class WordedFinding(_Answer):
    """What the model says of one finding."""

    id: str
    title: _Title
    description: _Description
    next_step: _NextStep


class FurtherFinding(_Answer):
    """What the model found itself; it must cite the facts it uses."""

    title: _Title
    description: _Description
    next_step: _NextStep
    category: FindingCategory
    fact_ids: list[str]


class WordedFindings(_Answer):
    """The model's whole answer."""

    findings: list[WordedFinding]
    further: list[FurtherFinding] = []


@dataclass(slots=True)
class Worded:
    """Checked texts by finding id, what else was found, and what it took. Filled while the model is asked."""

    language: Language
    texts: dict[str, InsightText] = field(default_factory=dict)  # those of further findings, too
    further: list[Finding] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    calls: int = 0
    model: str | None = None
    stand_in: bool = False
    fact_ids: tuple[str, ...] = ()
    scopes: frozenset[str] = frozenset()

    def sends(self, findings: Sequence[Finding], sheet: FactSheet) -> None:
        """Which facts a prompt for these findings holds."""
        shown = {
            fact.id: fact for fact in (*_offered(sheet), *(f for finding in findings for f in finding.facts))
        }
        self.fact_ids = tuple(sorted(shown))
        self.scopes = frozenset[str]().union(*(fact.scopes for fact in shown.values()))


async def word(
    model: Model, findings: Sequence[Finding], sheet: FactSheet, pseudonyms: Pseudonyms, worded: Worded
) -> None:
    """Fill `worded`, which says what it sends, for the findings that the model words well; the others are left to
    the templates.

    A model that is down, blocks, or answers what cannot be read words nothing: that is no error.
    """
    facts = _offered(sheet)
    sent = _message(findings, facts, worded.language, pseudonyms)
    turns: tuple[Turn, ...] = (Turn(Role.USER, (TextPart(sent),)),)
    left = {finding.id: finding for finding in findings}
    for attempt in range(2):
        reply = await _asked(model, turns, worded)
        answer = None if reply is None else _read(reply)
        if reply is None or answer is None:
            break
        failed = _take(answer, left, worded, pseudonyms)
        if attempt == 0:
            _add_further(answer, facts, worded, pseudonyms)
        if not failed:
            break
        turns = (*turns, Turn(Role.MODEL, reply.parts), Turn(Role.USER, (TextPart(_complaint(failed)),)))


async def _asked(model: Model, turns: tuple[Turn, ...], worded: Worded) -> ModelReply | None:
    request = ModelRequest(
        system=prompt(PROMPT, PROMPT_VERSION),
        turns=turns,
        schema=WordedFindings.model_json_schema(by_alias=True),
        max_output_tokens=8192,
        timeout_s=60.0,
    )
    worded.calls += 1
    try:
        reply = await model.generate(request)
    except (ModelUnavailable, ModelBlocked):
        return None
    worded.usage += reply.usage
    worded.model, worded.stand_in = reply.model, reply.stand_in
    return reply


def _read(reply: ModelReply) -> WordedFindings | None:
    if reply.finish is not Finish.STOP:
        return None
    try:
        return WordedFindings.model_validate_json(reply.text)
    except ValidationError:
        return None


def _take(
    answer: WordedFindings, left: dict[str, Finding], worded: Worded, pseudonyms: Pseudonyms
) -> dict[str, list[str]]:
    """Keep the good texts, strike their findings off `left`; answers what is wrong with the others."""
    failed: dict[str, list[str]] = {}
    for item in answer.findings:
        finding = left.get(item.id)
        if finding is None:
            continue
        text = _revealed(item, pseudonyms)
        problems = [*_addresses(item), *problems_of(text, finding.facts)]
        if not _is_in(worded.language, item.description):
            problems.append(f"not in the language asked for: {worded.language}")
        if finding.as_question and "?" not in text.description:
            problems.append("not a question: the data is thin, the description has to ask")
        report(Event.TEXT_CHECKED, purpose="insights", verdict="ungrounded" if problems else "grounded")
        if problems:
            failed[item.id] = problems
        else:
            worded.texts[item.id] = text
            del left[item.id]
    return failed


def problems_of(text: InsightText, facts: Iterable[Fact]) -> list[str]:
    """What is wrong with a text: figures that no fact carries or another one does, what an adviser would say."""
    known = tuple(facts)
    names = NamedFigures(known)
    problems = []
    for passage in (text.title, text.description, text.next_step):
        problems += [f"{mention.reason}: {mention.text}" for mention in verify(passage, known).unsupported]
        problems += [f"{Reason.SWAPPED_LABEL}: {figure}" for figure in names.misnamed(passage)]
        problems += [f"not allowed ({objection.rule}): {objection.text}" for objection in review(passage)]
    return problems


def _is_in(language: Language, text: str) -> bool:
    """Whether the text is written in the language's letters; names in others may stand in it."""
    devanagari, latin = (len(letters.findall(text)) for letters in (_DEVANAGARI, _LATIN))
    return devanagari > 0 if language is Language.HINDI else latin >= devanagari


def _addresses(item: WordedFinding | FurtherFinding) -> list[str]:
    """Of the model's own making: they are looked for before names come back."""
    texts = map(without_links, (item.title, item.description, item.next_step))
    return ["not allowed: an address"] if any(map(leads_elsewhere, texts)) else []


def _revealed(item: WordedFinding | FurtherFinding, pseudonyms: Pseudonyms) -> InsightText:
    """With the names back, and no link: an address in a payee's name loses what makes it one."""

    def plain(text: str) -> str:
        return defused(pseudonyms.reveal(without_links(text)))

    return InsightText(plain(item.title), plain(item.description), plain(item.next_step), Wording.MODEL)


def _add_further(
    answer: WordedFindings, offered: Sequence[Fact], worded: Worded, pseudonyms: Pseudonyms
) -> None:
    """Keep the model's own findings that cite facts it was given and whose every figure is one of theirs."""
    by_id = {fact.id: fact for fact in offered}
    for item in answer.further[:MOST_FURTHER]:
        cited = tuple(by_id[fact_id] for fact_id in dict.fromkeys(item.fact_ids) if fact_id in by_id)
        if not cited or len(cited) != len(set(item.fact_ids)):
            continue
        text = _revealed(item, pseudonyms)
        if _addresses(item) or problems_of(text, cited) or not _is_in(worded.language, item.description):
            continue
        said = Template(text.title, text.description, text.next_step)
        key = hashlib.sha256("\x1f".join(sorted(fact.id for fact in cited)).encode()).hexdigest()[:12]
        finding_id = f"{DETECTOR_OF_MODEL}-{key}"
        worded.texts[finding_id] = text
        worded.further.append(
            Finding(
                id=finding_id,
                detector=DETECTOR_OF_MODEL,
                category=item.category,
                facts=cited,
                impact=Impact(),
                severity=Severity.LOW,
                confidence=min(FURTHER_CONFIDENCE, *(fact.sufficiency for fact in cited)),
                raise_confidence="An observation of the assistant's; no rule of ours stands behind it.",
                raise_confidence_hi="यह सहायक का अवलोकन है; इसके पीछे हमारा कोई नियम नहीं है।",
                text=said,
                text_hi=said,
            )
        )


def _offered(sheet: FactSheet) -> list[Fact]:
    """The sheet's own figures, without those of single items: what a further finding may rest on."""
    whole = [fact for fact in sheet.facts.values() if not fact.key and fact.unit != Unit.TEXT]
    return sorted(whole, key=lambda fact: fact.id)[:MOST_FACTS]


def _message(
    findings: Sequence[Finding], facts: Sequence[Fact], language: Language, pseudonyms: Pseudonyms
) -> str:
    message = {
        "language": language.value,
        "facts": [_figure(fact, language, pseudonyms) for fact in facts],
        "findings": [
            {
                "id": finding.id,
                "ask": finding.as_question,
                "observation": _hidden(
                    finding.text_hi if language is Language.HINDI else finding.text, pseudonyms
                ),
                "figures": [_figure(fact, language, pseudonyms) for fact in finding.facts],
            }
            for finding in findings
        ],
    }
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def _hidden(text: Template, pseudonyms: Pseudonyms) -> Mapping[str, str]:
    return {
        "title": pseudonyms.hide(text.title),
        "description": pseudonyms.hide(text.description),
        "nextStep": pseudonyms.hide(text.next_step),
    }


def _figure(fact: Fact, language: Language, pseudonyms: Pseudonyms) -> Mapping[str, str | None]:
    return {
        "id": fact.id,
        "label": pseudonyms.hide(fact.label_hi if language is Language.HINDI else fact.label),
        "text": pseudonyms.hide(spoken(replace(fact, per=told_per(fact.id, fact.per)), language)),
        "asOf": None if fact.as_of is None else fact.as_of.isoformat(),
    }


def _complaint(failed: Mapping[str, list[str]]) -> str:
    return json.dumps(
        {"again": [{"id": key, "problems": problems[:8]} for key, problems in failed.items()]},
        ensure_ascii=False,
    )
