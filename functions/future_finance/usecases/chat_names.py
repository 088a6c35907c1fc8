"""The names in a person's finances that no prompt may spell out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from future_finance.domain.cash_flow.entry import Cashbook, Category
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_catalogue import KINDS
from future_finance.domain.facts import FactSheet

_SHORTEST_WORD = 4
_WORD = re.compile(r"\w+")
# Words that banks write where a payee would stand. To hide them would make a question unreadable.
_EVERYDAY = frozenset(
    word.casefold()
    for text in (
        *(kind.label for kind in KINDS.values()),
        *(kind.label_hi for kind in KINDS.values()),
        *(category.value.replace("_", " ") for category in Category),
        "rent payment salary credit debit bank transfer self cash atm upi neft imps rtgs bill card loan home house",
        "medical school fee fees maintenance insurance premium gold food store mart shop mother father parents family",
        "interest tax refund claim sip fund deposit account person someone last month week year today what how much",
    )
    for word in _WORD.findall(text)
)


def names_of(sheet: FactSheet, cashbook: Cashbook, papers: Dossier, own_name: str | None) -> frozenset[str]:
    """People, payees and employers; brands that everybody knows and institutions are not among them."""
    found = {name for fact in sheet.facts.values() for name in fact.names}
    found |= {
        entry.payee for entry in cashbook.entries if entry.payee and not (entry.brand or entry.institution)
    }
    found |= {
        member.employer
        for held in papers.portfolio.connections
        if held.epf
        for member in held.epf.memberships
    }
    if own_name:
        found |= {own_name, *own_name.split()}
    return frozenset(_telling(found))


def _telling(names: Iterable[str]) -> Iterator[str]:
    """Names that can be told from words: "Das" is ten, and "Rent" is no payee."""
    for name in names:
        words = [word.casefold() for word in _WORD.findall(name)]
        if len(words) == 1 and len(words[0]) < _SHORTEST_WORD:
            continue
        if words and not all(word in _EVERYDAY or word.isdigit() for word in words):
            yield name
