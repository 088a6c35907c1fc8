"""How clearly words name one fact and not another that fits the number."""

from __future__ import annotations

from future_finance.domain.grounding.reading.concepts import CORE, KINDS, undated
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.known import Known

_ATTRIBUTES = frozenset({"cost", "rate", "share", "change", "gap", "interest", "emi"})
UNSAID = frozenset({"total", "outstanding", "surplus"})
_FAR = 2  # names more
_COVERAGE = 0.45  # of a label's own words
_COVERAGE_OF_NAMES = 0.1  # where both are of one kind: "Mirae" of "Mirae Asset"
_COVERAGE_OF_KINDS = 0.55  # where they say only what kind it is: "loan" of "Home loan"


def named_more(other: Known, stated: list[Known], about: frozenset[str], whole: frozenset[str]) -> float:
    """How clearly the clause names `other` and none of `stated`; 0 where it does not."""
    lowest = 1.0
    siblings = any(known.fact.key and _kind(known) == _kind(other) for known in stated)
    for known in stated:
        own, its = known.concepts - other.concepts, other.concepts - known.concepts
        hit = its & about
        if hit == {"surplus"} and "outstanding" in about & known.label.english:
            return 0.0  # "₹1.44 lakh is left" of a loan
        if own & about == {"total"} and its - KINDS and its <= about:
            own = own - {"total"}  # "the total value of your direct shares" of all assets
        if not hit or (own & about and not _of_one_kind(own, hit, about) and not _far_more(own, hit, about)):
            return 0.0
        if hit <= UNSAID and (names := undated(its - CORE)) and names.isdisjoint(whole):
            return 0.0  # "what is left" of the fund, where another is with an employer you left
        if not own and known.concepts & about:
            # the stated label is a part of the other's: "Net worth" and "Change of net worth"
            english = other.label.english - known.concepts
            english = english & _ATTRIBUTES & about or english - KINDS or english
            apart = other.label.change and other.per != known.per
            whole_name = (
                not apart and "total" not in about - other.concepts and bool(english) and english <= about
            )
            lowest = min(lowest, 0.99 if whole_name else 0.0)
            continue
        wide = its & whole if known.concepts.isdisjoint(whole) and other.measure is Measure.PERCENT else hit
        share = max(
            _share(wide, label - known.concepts) for label in (other.label.english, other.label.hindi, its)
        )
        names = undated(its - CORE)
        if (
            names
            and names <= about
            and (len(names) > 1 or (other.measure is Measure.PERCENT and own.isdisjoint(whole)))
            and not own & about
        ):
            share = max(share, _COVERAGE)  # all that is peculiar to it
        least = _COVERAGE if hit - KINDS else _COVERAGE_OF_KINDS
        if hit - KINDS and other.fact.key and siblings:
            least = _COVERAGE_OF_NAMES
        lowest = min(lowest, share if share >= least else 0.0)
    return lowest


def _kind(known: Known) -> str:
    """What a fact's id says before its last key: "SIM:1:value_low" of "SIM:1:value_low:now"."""
    return known.fact.id.rpartition(":")[0]


def _far_more(own: frozenset[str], hit: frozenset[str], about: frozenset[str]) -> bool:
    """ "A ₹12,000 SIP with Axis MF has stopped" of the SIP mandates: much names the other, one word the stated."""
    return len(undated(hit - KINDS)) >= len(own & about) + _FAR and not own <= about


def _of_one_kind(own: frozenset[str], hit: frozenset[str], about: frozenset[str]) -> bool:
    """ "You spent ₹X on rent": the words share with the stated fact only what kind it is, and name another of the kind."""
    particular = undated(own - KINDS)
    return (
        own & about <= KINDS - _ATTRIBUTES
        and bool(hit & CORE - KINDS)
        and bool(particular)
        and particular.isdisjoint(about)
    )


def _share(hit: frozenset[str], label: frozenset[str]) -> float:
    """How much of a label is named; concepts of finance weigh three times as much as other words."""
    label = label - UNSAID if hit - KINDS - UNSAID else label
    whole = sum(3 if word in CORE else 1 for word in label)
    return sum(3 if word in CORE else 1 for word in hit & label) / whole if whole else 0.0
