"""Lenders by name: as Fi, credit bureaus and bank statements each spell them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from future_finance.domain.cash_flow.bank_codes import BANK_BY_CODE

_WORD = re.compile(r"[a-z0-9]+")
_ADDRESS = re.compile(r"[\w.]+@\w+")
_PART = re.compile(r"[^-/|*:]+")
_IFSC = re.compile(r"[a-z]{4}0[a-z0-9]{6}")
_FORMS = frozenset(
    {"bank", "ltd", "limited", "pvt", "private", "fip", "of", "the", "india", "co", "company", "finance"}
)
_SPELLINGS = (
    {"sbi", "statebankofindia", "sbicard", "sbicards"},
    {"pnb", "punjabnationalbank"},
    {"bob", "bankofbaroda"},
    {"boi", "bankofindia"},
    {"amex", "americanexpress"},
    {"bajajfinance", "bajajfinserv", "bajajfin"},
    {"idfc", "idfcbank", "idfcfirst", "idfcfirstbank"},
    {"manappuram", "mannapuram", "manappuramfinance", "mannapuramfinance"},
)
_CUT_SHORT = 7  # letters of a name cut short that are enough to know it by
_LONGEST_NAME = 5  # words


def shown(name: str) -> str:
    """A lender's name without the suffix that marks a provider of data."""
    return re.sub(r"[- ]FIP$", "", name.strip(), flags=re.IGNORECASE)


def same_lender(one: str, other: str) -> bool:
    return bool(_names(one) & _names(other))


def named_in(lender: str, narration: str) -> bool:
    """Whether a bank's line names the lender: in full, by its short name, cut short, or by its IFSC."""
    return Spelled.of(narration).names(lender)


@dataclass(frozen=True, slots=True)
class Spelled:
    """What a bank's line spells: runs of up to five words, banks by their IFSC among them, and parts cut short."""

    runs: frozenset[str]
    parts: tuple[str, ...]

    @classmethod
    def of(cls, narration: str) -> Spelled:
        narration = _ADDRESS.sub(" ", narration.lower())  # whose bank is the app's, not the payee's
        words = _WORD.findall(narration)
        runs = {
            "".join(words[start:end])
            for start in range(len(words))
            for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1)
        }
        if words and words[0] != "upi":
            codes = {word[:4].upper() for word in words if _IFSC.fullmatch(word)}
            runs |= {name for code in codes if code in BANK_BY_CODE for name in _names(BANK_BY_CODE[code])}
        parts = ("".join(_WORD.findall(part)) for part in _PART.findall(narration))
        return cls(frozenset(runs), tuple(part for part in parts if len(part) >= _CUT_SHORT))

    def names(self, lender: str) -> bool:
        known = _names(lender)
        return bool(self.runs & known) or any(name.startswith(part) for part in self.parts for name in known)


@lru_cache(maxsize=1024)
def _names(lender: str) -> frozenset[str]:
    """All spellings: the name with and without the forms at its end, and those known to be the same."""
    words = _WORD.findall(shown(lender).lower())
    names = {"".join(words)}
    while len(words) > 1 and words[-1] in _FORMS:
        words.pop()
        if words[0] != "state":  # there are many state banks
            names.add("".join(words))
    names.discard("")
    for spellings in _SPELLINGS:
        if names & spellings:
            names |= spellings
    return frozenset(names)
