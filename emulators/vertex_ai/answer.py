"""An answer in the stand-in's own words, with every figure as the tools gave it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from emulators.vertex_ai.figures import Figure, Gap, figures_in, gaps_in, notes_in
from emulators.vertex_ai.intent import Intent, intent_of, said_amount
from emulators.vertex_ai.language import Tongue
from emulators.vertex_ai.phrases import (
    AS_OF,
    BESIDE,
    CANNOT_SAY,
    NO_DATA,
    NOTHING_FOUND,
    PLAIN,
    STOCK,
    YOU_SAID,
)

_MOST_GAPS = 2
_MONTHS = {
    Tongue.ENGLISH: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    Tongue.HINDI: [
        "जनवरी",
        "फरवरी",
        "मार्च",
        "अप्रैल",
        "मई",
        "जून",
        "जुलाई",
        "अगस्त",
        "सितंबर",
        "अक्टूबर",
        "नवंबर",
        "दिसंबर",
    ],
}


def answer_to(question: str, answers: Sequence[Any], tongue: Tongue) -> list[str]:
    """One sentence a figure, the most telling first, then what cannot be told."""
    intent = intent_of(question)
    sentences = [STOCK[intent.stock][tongue]] if intent.stock else []
    if amount := said_amount(question):
        sentences.append(YOU_SAID[tongue].format(amount=amount))
    sentences += _summaries(answers)
    months = [each for each in answers if isinstance(each, dict) and "monthsKnown" in each]
    sentences += [_without_orders(note) for note in notes_in(months)]
    figures = figures_in(answers)
    chosen = chosen_figures(intent, figures)
    if not chosen:
        sentences += [_gap(gap, tongue) for gap in gaps_in(answers)[:_MOST_GAPS]]
        sentences += [_without_orders(note) for note in notes_in(answers)[:1]]
    if not chosen and not sentences:
        chosen = figures[: intent.most]
    sentences += [_sentence(figure, tongue) for figure in chosen]
    if chosen and intent.name in BESIDE:
        sentences.append(BESIDE[intent.name][tongue])
    if not sentences and any(isinstance(each, dict) and each.get("found") == 0 for each in answers):
        return [NOTHING_FOUND[tongue]]
    return sentences or [NO_DATA[tongue]]


def again(refused: Sequence[str], sentences: Sequence[str]) -> list[str]:
    """For each refused sentence the one that shares the most words with it, each once."""
    best = (max(sentences, key=lambda sentence: _shared(sentence, each)) for each in refused)
    return list(dict.fromkeys(best))


def _shared(one: str, other: str) -> int:
    return len(set(one.casefold().split()) & set(other.casefold().split()))


def chosen_figures(intent: Intent, figures: Sequence[Figure]) -> list[Figure]:
    """Those of the intent's codes, in its order."""
    return [figure for code in intent.codes for figure in figures if figure.code == code][: intent.most]


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
    opening = (
        CANNOT_SAY[tongue].format(label=gap.label or "that")
        if tongue is not Tongue.HINDI or gap.label
        else ""
    )
    return f"{opening} {gap.reason}".strip()


def _without_orders(note: str) -> str:
    """A tool's note to the model, without what it tells the model to do."""
    return " ".join(part for part in note.split(". ") if not part.startswith("Say so")).strip()


def _day(iso: str, tongue: Tongue) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ""
    return f"{day.day} {_MONTHS.get(tongue, _MONTHS[Tongue.ENGLISH])[day.month - 1]} {day.year}"
