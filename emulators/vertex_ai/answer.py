"""An answer in the stand-in's own words, with every figure as the tools gave it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from emulators.vertex_ai.figures import Figure, Gap, figures_in, gaps_in, notes_in
from emulators.vertex_ai.intent import Intent, intent_of, said_amount
from emulators.vertex_ai.language import Tongue
from emulators.vertex_ai.month import month_name
from emulators.vertex_ai.phrases import (
    AS_OF,
    BESIDE,
    CANNOT_SAY,
    NO_DATA,
    NOT_AGREED,
    NOTHING_FOUND,
    PLAIN,
    SCOPES,
    STOCK,
    YOU_SAID,
)

_MOST_GAPS = 2
_LOANS = (
    (r"home loan|house loan|होम लोन|ghar ka loan", "home loan|होम लोन"),
    (r"car loan|vehicle loan|auto loan|कार लोन|gaadi ka loan", "vehicle loan|वाहन लोन"),
    (r"education loan|study loan", "education loan"),
    (r"personal loan|पर्सनल लोन", r"(?<!home )(?<!vehicle )(?<!education )loan$|पर्सनल"),
    (r"credit card|\bcards?\b|कार्ड", "card|कार्ड"),
)
_ORDERS = ("Say", "Show", "Tell", "Figures only", "सिर्फ़ आँकड़े")  # how a note tells the model what to do


def answer_to(question: str, answers: Sequence[Any], tongue: Tongue) -> list[str]:
    """One sentence a figure, the most telling first, then what cannot be told."""
    intent = intent_of(question)
    told = _opening(question, intent, tongue) + _summaries(answers)
    if not told or intent.codes:
        told += _body(question, intent, answers, tongue, told)
    if not told and any(isinstance(each, dict) and each.get("found") == 0 for each in answers):
        return [NOTHING_FOUND[tongue]]
    return told or [NO_DATA[tongue]]


def _opening(question: str, intent: Intent, tongue: Tongue) -> list[str]:
    found = [STOCK[intent.stock][tongue]] if intent.stock else []
    if amount := said_amount(question):
        found.append(YOU_SAID[tongue].format(amount=amount))
    return found


def _body(
    question: str, intent: Intent, answers: Sequence[Any], tongue: Tongue, told: Sequence[str]
) -> list[str]:
    months = [each for each in answers if isinstance(each, dict) and "monthsKnown" in each]
    found = [_without_orders(note) for note in notes_in(months)]
    figures = figures_in(answers)
    chosen = chosen_figures(intent, figures, question)
    if not chosen:
        found += [_gap(gap, tongue) for gap in _gaps(intent, answers)]
    if not chosen and not found and not told:
        found += [note for note in map(_without_orders, notes_in(answers)[:1]) if note]
        chosen = [] if found else figures[: intent.most]
    found += [_sentence(figure, tongue) for figure in chosen]
    if (chosen or told) and intent.name in BESIDE:
        found.append(BESIDE[intent.name][tongue])
    return found


def again(refused: Sequence[str], sentences: Sequence[str]) -> list[str]:
    """For each refused sentence the one that shares the most words with it, each once."""
    best = (max(sentences, key=lambda sentence: _shared(sentence, each)) for each in refused)
    return list(dict.fromkeys(best))


def _shared(one: str, other: str) -> int:
    return len(set(one.casefold().split()) & set(other.casefold().split()))


def chosen_figures(intent: Intent, figures: Sequence[Figure], question: str = "") -> list[Figure]:
    """Those of the intent's codes, in its order; of these the ones that it, or the question, names, where there are any."""
    wanted = [figure for code in intent.codes for figure in figures if figure.code == code]
    for words in (intent.labels, _loan_in(question), _month_in(question, intent)):
        if words is not None:
            wanted = [figure for figure in wanted if words.search(figure.label)] or wanted
    return wanted[: intent.most]


def _loan_in(question: str) -> re.Pattern[str] | None:
    """What the labels of the loan say that a question is about."""
    said = next((label for words, label in _LOANS if re.search(words, question, re.IGNORECASE)), None)
    return re.compile(said, re.IGNORECASE) if said else None


def _month_in(question: str, intent: Intent) -> re.Pattern[str] | None:
    """The month of points of net worth that is asked for."""
    found = re.search(
        r"\bin (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: (20\d\d))?", question, re.IGNORECASE
    )
    if found is None or "P01" not in intent.codes:
        return None
    return re.compile(rf"{found[1]} {found[2] or ''}", re.IGNORECASE)


def _gaps(intent: Intent, answers: Sequence[Any]) -> list[Gap]:
    gaps = gaps_in(answers)
    named = [gap for gap in gaps if intent.labels and intent.labels.search(gap.label)]
    return (named or gaps)[:_MOST_GAPS]


def _summaries(answers: Sequence[Any]) -> list[str]:
    """Sentences that code has written: a simulation's summary, the titles of insights."""
    found: list[str] = []
    for each in answers:
        if not isinstance(each, dict):
            continue
        summary = each.get("summary")
        found += (
            [summary]
            if isinstance(summary, str)
            else [line for line in summary or () if isinstance(line, str)]
        )
        found += [f"{line['title']}." for line in (each.get("insights") or ())[:3] if isinstance(line, dict)]
    return found


def _sentence(figure: Figure, tongue: Tongue) -> str:
    day = _day(figure.as_of, tongue)
    pattern = AS_OF if day else PLAIN
    return pattern[tongue].format(label=figure.label, text=figure.text, day=day)


def _gap(gap: Gap, tongue: Tongue) -> str:
    label = gap.label or ", ".join(SCOPES[scope][tongue] for scope in gap.scopes if scope in SCOPES)
    opening = CANNOT_SAY[tongue].format(label=label) if label else ""
    return f"{opening} {gap.reason or NOT_AGREED[tongue]}".strip()


def _without_orders(note: str) -> str:
    """A tool's note to the model, without what it tells the model to do."""
    parts = re.split(r"(?<=[.।]) ", note.strip())
    return " ".join(part for part in parts if part and not part.startswith(_ORDERS))


def _day(iso: str, tongue: Tongue) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ""
    return f"{day.day} {month_name(day.month, hindi=tongue is Tongue.HINDI)} {day.year}"
