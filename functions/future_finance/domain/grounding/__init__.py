"""Every number in a text must be a fact, or have been said by the person and be marked so."""

from __future__ import annotations

from collections.abc import Iterable
from operator import is_

from future_finance.domain.facts import Fact
from future_finance.domain.grounding.grounder import Grounder
from future_finance.domain.grounding.verdict import NumberMention, Reason, Verdict

__all__ = ["Grounder", "NumberMention", "Reason", "Verdict", "verify"]


_last: tuple[tuple[Fact, ...], Grounder] = (), Grounder(())


def verify(text: str, facts: Iterable[Fact], *, said_by_user: str = "") -> Verdict:
    """Check one text. The index of the last facts is kept and serves while the very same facts come again."""
    global _last  # one entry, replaced as a whole: safe between threads
    given = tuple(facts)
    indexed, grounder = _last
    if len(given) != len(indexed) or not all(map(is_, given, indexed)):
        grounder = Grounder(given)
        _last = given, grounder
    return grounder.check(text, said_by_user=said_by_user)
