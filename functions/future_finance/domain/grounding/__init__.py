"""Every number in a text must be a fact, or have been said by the person and be marked so."""

from __future__ import annotations

from collections.abc import Iterable

from future_finance.domain.facts import Fact
from future_finance.domain.grounding.grounder import Grounder
from future_finance.domain.grounding.verdict import NumberMention, Reason, Verdict

__all__ = ["Grounder", "NumberMention", "Reason", "Verdict", "verify"]


def verify(text: str, facts: Iterable[Fact], *, said_by_user: str = "") -> Verdict:
    """Check one text. A caller with many sentences keeps a `Grounder`, which indexes the facts once."""
    return Grounder(facts).check(text, said_by_user=said_by_user)
