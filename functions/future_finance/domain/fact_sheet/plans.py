"""Regular and direct plans: facts M04 and M05."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from future_finance.domain.allocation import share_pct
from future_finance.domain.fact_book import FactBook
from future_finance.domain.facts import Fact, rupees
from future_finance.domain.plan_gap import GAP
from future_finance.domain.scheme import REGULAR, Scheme

_RUPEE = Decimal(1)


def enter(schemes: Sequence[Scheme], book: FactBook) -> None:
    """Enter M04, M04V and M05, of the schemes that M01 sums."""
    known = [scheme for scheme in schemes if scheme.value_minor is not None]
    whole = sum(scheme.value_minor or 0 for scheme in known)
    total = book.get("M01")
    if any(scheme.plan is None for scheme in known):
        for code in ("M04", "M04V", "M05"):
            book.miss(
                code, "plan_conflict", "It needs a plan, regular or direct, that fits the scheme's name."
            )
        return
    regular = [scheme for scheme in known if scheme.plan == REGULAR]
    in_regular = sum(scheme.value_minor or 0 for scheme in regular)
    share = share_pct(in_regular, whole)
    if share is None or total is None:
        return
    value = book.enter(
        "M04V",
        rupees(in_regular),
        total.as_of,
        sources=total.sources,
        inputs=[f"M01S:{scheme.key}" for scheme in regular],
        sufficiency=total.sufficiency,
        caveats=total.caveats,
    )
    book.enter(
        "M04",
        share,
        total.as_of,
        inputs=(value.id, "M01"),
        sufficiency=total.sufficiency,
        caveats=total.caveats,
    )
    if in_regular:
        _extra_cost(value, book)


def _extra_cost(value: Fact, book: FactBook) -> None:
    """M05:low and M05:high: a range, since no provider tells the true expense ratio."""
    for key, pct, word, word_hi in (
        ("low", GAP.low_pct, "at least", "कम से कम"),
        ("high", GAP.high_pct, "at most", "ज़्यादा से ज़्यादा"),
    ):
        book.enter(
            "M05",
            (value.number * pct / 100).quantize(_RUPEE, ROUND_HALF_UP),
            value.as_of,
            key=key,
            label=f"Extra cost of regular plans a year, {word}",
            label_hi=f"रेगुलर प्लान की साल भर की अतिरिक्त लागत, {word_hi}",
            inputs=(value.id,),
            formula=f"regular value x {pct} points. {GAP.source}, as of {GAP.as_of.isoformat()}",
            sufficiency=value.sufficiency,
            caveats=("estimate", *value.caveats),
        )
