"""Employers by name: whether a bank narration names the one that a provident fund does."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9]+")
_FORMS = frozenset(
    {
        *("private", "pvt", "limited", "ltd", "llp", "inc", "corp", "corporation", "company", "co"),
        *("india", "global", "group", "of", "and", "the"),
        *("service", "services", "solutions", "technology", "technologies"),
    }
)


def pays_salary(employer: str, narration: str) -> bool:
    """Whether every telling word of the employer's name stands in the narration, whole or cut short at its end.

    Forms of companies and words that many names share tell nothing, unless the name has no others.
    """
    words = _WORD.findall(employer.lower())
    telling = [word for word in words if word not in _FORMS] or words
    said = _WORD.findall(narration.lower())
    return bool(telling) and all(any(_same(word, other) for other in said) for word in telling)


def _same(word: str, other: str) -> bool:
    return word == other or (len(other) >= 5 and word.startswith(other))
