"""The names in a person's finances that no prompt may spell out: people, payees and employers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from future_finance.domain.cash_flow import purposes
from future_finance.domain.cash_flow.entry import Cashbook, Category
from future_finance.domain.cash_flow.vocabulary import GENERIC_WORDS, TITLES
from future_finance.domain.fact_catalogue import KINDS
from future_finance.domain.facts import FactSheet
from future_finance.domain.portfolio import Portfolio

_SHORTEST_WORD = 4
_SHORTEST_PART = 3
_MOST_WORDS = 4  # of a person's name
_WORD = re.compile(r"[\w\u0900-\u097f]+")
_ALPHABETIC = re.compile(r"[^\W\d_][^\d_]*")
# Words that banks write where a payee would stand. To hide them would make a question unreadable.
_EVERYDAY_TEXTS = (
    "rent payment salary credit debit bank transfer self cash atm upi neft imps rtgs bill card loan home house",
    "medical school fee fees maintenance insurance premium gold food store mart shop mother father parents family",
    "interest tax refund claim sip fund deposit account person someone last month week year today what how much",
)
# Short words of questions, and words of businesses: a name that has one is no person's.
_NO_PART_TEXTS = (
    "the and for from with you your are was were can may has had have not all any who whom whose when where why which",
    "did does pay paid send sent get got give gave spend spent money rupees between since until total more less",
    "das teen char saat aath nau bees sau lakh crore hazaar din mah saal kya kab kitna kitni kitne kaise mera meri",
    "mere aur mein kal aaj paisa paise diya diye gaya gaye bheja bheje hai hain tha the thi",
    "stores traders trading enterprises enterprise services service solutions industries agency agencies brothers",
    "sons associates foundation trust centre center hotel palace bazaar market mall works studio design labs online",
    "order phone dinner lunch using via ride metro help nagar road city new old sri shree guru house",
)


def private_names(cashbook: Cashbook, portfolio: Portfolio) -> frozenset[str]:
    """Payees and employers; brands that everybody knows and institutions are not among them."""
    payees = {
        entry.payee for entry in cashbook.entries if entry.payee and not (entry.brand or entry.institution)
    }
    employers = {
        member.employer for held in portfolio.connections if held.epf for member in held.epf.memberships
    }
    return frozenset(payees | employers)


def names_of(sheet: FactSheet, own_name: str | None = None) -> frozenset[str]:
    """All of them that can be told from words, one's own name among them."""
    found = {*sheet.names, *(name for fact in sheet.facts.values() for name in fact.names)}
    if own_name:
        found |= {own_name, *own_name.split()}
    return telling(found)


def telling(names: Iterable[str]) -> frozenset[str]:
    """Names that can be told from words: "Das" is ten, and "Rent" is no payee."""
    return frozenset(name for name in names if _tells(name))


def parts_of_person(name: str) -> Iterator[str]:
    """The words by which a person of this name may be called; none of a name that a business or a note may have."""
    words = [word.casefold() for word in _WORD.findall(name)]
    if not 2 <= len(words) <= _MOST_WORDS or any(word in _no_part() for word in words):
        return
    for word in words:
        if len(word) >= _SHORTEST_PART and _ALPHABETIC.fullmatch(word):
            yield word


def _tells(name: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(name)]
    if len(words) == 1 and len(words[0]) < _SHORTEST_WORD:
        return False
    return bool(words) and not all(word in _everyday() or word.isdigit() for word in words)


@cache
def _everyday() -> frozenset[str]:
    texts = (
        *(kind.label for kind in KINDS.values()),
        *(kind.label_hi for kind in KINDS.values()),
        *(category.value.replace("_", " ") for category in Category),
        *_EVERYDAY_TEXTS,
    )
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


@cache
def _no_part() -> frozenset[str]:
    texts = (*purposes.SPENDING.values(), *GENERIC_WORDS, *TITLES, *_NO_PART_TEXTS)
    return _everyday().union(
        word.casefold() for text in texts for word in _WORD.findall(text) if len(word) > 2
    )
