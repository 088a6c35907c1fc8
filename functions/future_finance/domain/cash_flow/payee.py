"""Whom a row names, brought down to a stem that cuts and house styles do not change."""

from __future__ import annotations

import re

from future_finance.domain.cash_flow.entry import Category
from future_finance.domain.cash_flow.narration import Narration
from future_finance.domain.cash_flow.vocabulary import GENERIC_WORDS, TITLES

STEM_LETTERS = 12  # the shortest cut of a payee's name seen on statements is 16 characters with spaces
_WORD = re.compile(r"[A-Z0-9]+")
_SLUG = re.compile(r"[^a-z0-9]+")
_NAMELY = re.compile(r"[a-z]{5,}")


_BY_TAIL = frozenset({Category.CARD_BILL, Category.RECURRING_DEPOSIT, Category.FIXED_DEPOSIT})


def payee_key(stem: str | None, category: Category, reference: str) -> str | None:
    """A key of a-z, 0-9 and "-" that payments to the same payee share; None where nobody is named.

    Cards and deposits of one bank are told apart by the last digits of their numbers.
    """
    if category in _BY_TAIL and reference:
        return "-".join(part for part in (stem, _slug(reference)) if part)
    return stem


def stem_of(said: Narration, brand: str | None) -> str | None:
    """The payee's name as a key."""
    if brand:
        return _slug(brand)
    if "@" in said.payee:
        local = said.payee.partition("@")[0]
        name = _NAMELY.match(local)
        return name[0][:STEM_LETTERS] if name else _slug(said.payee) or None
    words = [word for word in _WORD.findall(said.payee) if word not in TITLES and word not in GENERIC_WORDS]
    stem = "".join(words)[:STEM_LETTERS].lower()
    return stem or None


def _slug(text: str) -> str:
    return _SLUG.sub("-", text.lower()).strip("-")[:40]
