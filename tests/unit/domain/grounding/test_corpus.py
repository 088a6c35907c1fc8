"""How many wrong sentences are caught and right ones refused, over hand-written sentences of three languages.

Sets 01, 18 to 21, 26 to 34, 48b, 49b and 50b were written with the check; the others were measured before anything was fixed for them
(docs/grounding.md has the figures of the later ones).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from future_finance.domain.facts import Fact
from future_finance.domain.grounding import Grounder
from future_finance.domain.rupee_words import grouped

pytestmark = pytest.mark.slow  # thousands of sentences

FOLDER = Path(__file__).parent / "corpus"
SETS = tuple(sorted(path.name.removesuffix("_right.jsonl") for path in FOLDER.glob("*_right.jsonl")))


@dataclass(frozen=True)
class Sentence:
    sheet: str
    text: str
    said: str


def sentences(name: str) -> Iterator[Sentence]:
    for line in (FOLDER / f"{name}.jsonl").read_text().splitlines():
        row = json.loads(line)
        yield Sentence(row["sheet"], row["text"], row.get("said", ""))


@cache
def grounders() -> dict[str, Grounder]:
    sheets: dict[str, list[Fact]] = {}
    for line in (FOLDER / "facts.jsonl").read_text().splitlines():
        row = json.loads(line)
        sheets.setdefault(row.pop("sheet"), []).append(fact(**row))
    return {name: Grounder(facts) for name, facts in sheets.items()}


def fact(
    id: str, label: str, value: str, unit: str, label_hi: str = "", per: str | None = None, as_of: str | None = None
) -> Fact:  # fmt: skip
    read = {"date": date.fromisoformat, "text": str}.get(unit, Decimal)
    return Fact(
        id=id, label=label, label_hi=label_hi, value=read(value), unit=unit, per=per,
        as_of=date.fromisoformat(as_of) if as_of else None, scopes=frozenset(),
    )  # fmt: skip


def refused(sentence: Sentence, text: str | None = None) -> bool:
    grounder = grounders()[sentence.sheet]
    return not grounder.check(sentence.text if text is None else text, said_by_user=sentence.said).ok


@pytest.mark.parametrize("name", SETS)
def test_at_most_two_of_a_hundred_right_sentences_are_refused(name: str) -> None:
    right = list(sentences(f"{name}_right"))
    wrongly = [sentence.text for sentence in right if refused(sentence)]
    assert len(wrongly) <= 0.02 * len(right), wrongly


def test_ninety_nine_of_a_hundred_wrong_sentences_are_caught() -> None:
    wrong = [sentence for path in FOLDER.glob("*_wrong.jsonl") for sentence in sentences(path.stem)]
    missed = [sentence.text for sentence in wrong if not refused(sentence)]
    assert len(wrong) > 1100
    assert len(missed) <= 0.01 * len(wrong), missed


def test_most_wrong_claims_without_a_number_are_caught() -> None:
    claims = [sentence for path in FOLDER.glob("*_claims.jsonl") for sentence in sentences(path.stem)]
    missed = [sentence.text for sentence in claims if not refused(sentence)]
    assert len(claims) >= 30
    assert len(missed) <= 0.4 * len(claims), missed


NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w.]*\d)")
NO_AMOUNTS = {"900", "300", "14416", "1930", "80", "123", "50", "100", "2025", "2026"}
SWAPS = {
    "scale": [("lakh", "crore"), ("लाख", "करोड़"), ("crore", "lakh"), ("hazaar", "lakh"), ("thousand", "lakh")],
    "unit": [("%", " months"), ("months", "years"), ("महीने बाकी", "साल बाकी"), (" percent", " months")],
    "period": [
        ("a month", "a year"), ("per month", "per year"), ("every month", "every year"), ("each month", "each year"),
        ("a year", "a month"), ("har mahine", "har saal"), ("हर महीने", "हर साल"), ("/month", "/year"), ("p.a.", "a month"),
    ],
    "sign": [("fell", "rose"), ("lower", "higher"), ("dropped", "rose"), ("grew", "shrank"), ("badhi", "ghati"), ("घटी", "बढ़ी")],
}  # fmt: skip


def mutations(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """The sentence with one digit changed, a figure ten times as large, or a word that means something else."""
    text = sentence.text
    if re.search(r"Section|Act 2025|31st", text):  # their numbers claim no amount
        return
    for found in NUMBER.finditer(text):
        number = found.group()
        if number in NO_AMOUNTS or re.match(r"\d{1,2}\. ", text[found.start() :]):
            continue
        for at in (place for place, char in enumerate(number) if char.isdigit()):
            other = str((int(number[at]) + 3) % 10)
            if at == 0 and other == "0":
                continue
            yield (
                "digit",
                text[: found.start()] + number[:at] + other + number[at + 1 :] + text[found.end() :],
            )
        if "," in number:
            yield (
                "tenfold",
                text[: found.start()] + f"{int(float(number.replace(',', '')) * 10)}" + text[found.end() :],
            )
    for kind, pairs in SWAPS.items():
        for before, after in pairs:
            changed = re.sub(rf"(?<![a-z]){re.escape(before)}(?![a-z])", after, text, count=1)
            if changed != text:
                yield kind, changed


def test_changed_digits_scales_units_periods_and_signs_are_caught() -> None:
    changed = [
        (kind, sentence, text)
        for name in SETS
        for sentence in sentences(f"{name}_right")
        if not sentence.said
        for kind, text in mutations(sentence)
    ]
    changed = changed[::3]
    missed = [(kind, text) for kind, sentence, text in changed if not refused(sentence, text)]
    assert len(changed) > 1500
    assert len(missed) <= 0.01 * len(changed), missed


AMOUNT = re.compile(r"₹\d[\d,]*(?![\d,.]|\s*(?:lakh|crore|लाख|करोड़))")


@cache
def amounts() -> dict[str, list[Decimal]]:
    """Whole rupees that each sheet's facts state."""
    found: dict[str, list[Decimal]] = {}
    for line in (FOLDER / "facts.jsonl").read_text().splitlines():
        row = json.loads(line)
        if row["unit"] == "INR" and row["value"].isdigit():
            found.setdefault(row["sheet"], []).append(Decimal(row["value"]))
    return found


def exchanges(sentence: Sentence) -> Iterator[str]:
    """The sentence with an amount exchanged for any other amount of the same person."""
    for found in AMOUNT.finditer(sentence.text):
        own = Decimal(found.group()[1:].replace(",", ""))
        if own not in amounts().get(sentence.sheet, []):
            continue
        for other in amounts().get(sentence.sheet, []):
            text = f"₹{grouped(int(other))}"
            if other != own and text not in sentence.text:
                yield sentence.text[: found.start()] + text + sentence.text[found.end() :]


def test_most_amounts_exchanged_for_another_of_the_same_person_are_caught() -> None:
    exchanged = [
        (sentence, text)
        for name in SETS
        for sentence in sentences(f"{name}_right")
        if not sentence.said
        for text in exchanges(sentence)
    ][::3]
    missed = [text for sentence, text in exchanged if not refused(sentence, text)]
    assert len(exchanged) > 2000
    assert len(missed) <= 0.2 * len(exchanged), missed
