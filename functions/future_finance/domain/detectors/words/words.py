"""The words of one detector in English and Hindi."""

from __future__ import annotations

from dataclasses import dataclass

from future_finance.domain.finding import FindingStep, FindingText


@dataclass(frozen=True, slots=True)
class Words:
    """Templates: {name} is a fact as spoken, {name_label} its label, {name_name} what follows the
    label's colon, {name_amount} the value without a period."""

    text: FindingText
    text_hi: FindingText
    steps: tuple[FindingStep, ...] = ()


def words(english: tuple[str, str, str], hindi: tuple[str, str, str], *steps: tuple[str, str]) -> Words:
    """Title, description and next step in both languages; steps as pairs."""
    return Words(
        FindingText(*english),
        FindingText(*hindi),
        tuple(FindingStep(text, text_hi) for text, text_hi in steps),
    )
