"""Funds and shares as they stand: facts M01, M04, M05, M07 and M10."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from future_finance.domain import top_holdings
from future_finance.domain.allocation import share_pct
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet import fund_returns, sips
from future_finance.domain.facts import rupees
from future_finance.domain.plan_gap import GAP
from future_finance.domain.reconciliation import checks_of
from future_finance.domain.scheme import REGULAR, Scheme, schemes_of
from future_finance.domain.sufficiency import freshness, reconciled, stale

SECTOR = "sectoral_thematic"
_RUPEE = Decimal(1)


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter M01 to M10."""
    _shares(dossier, book)
    schemes = schemes_of(dossier.portfolio, dossier.trades)
    if not schemes:
        for code in ("M01", "M02", "M04", "M05", "M07", "M08", "M09", "M06M"):
            book.miss(code, "no_funds", "It needs mutual funds that are connected at Fi.")
    else:
        _values(schemes, dossier, book)
        fund_returns.enter(schemes, dossier, book)
    sips.enter(schemes, dossier, cashbook, book)


def _values(schemes: Sequence[Scheme], dossier: Dossier, book: FactBook) -> None:
    known = [scheme for scheme in schemes if scheme.value_minor is not None]
    whole = sum(scheme.value_minor or 0 for scheme in known)
    as_of = max((scheme.as_of for scheme in schemes if scheme.as_of is not None), default=None)
    sources = dict.fromkeys(source for scheme in schemes for source in scheme.sources)
    checks = [c for c in checks_of(dossier.portfolio) if c.part_class == AssetClass.MUTUAL_FUNDS]
    sufficiency = reconciled(checks) * freshness(as_of, book.today)
    caveats = [
        *(["stale"] if stale(as_of, book.today) else []),
        *([] if len(known) == len(schemes) else ["incomplete"]),
    ]
    for scheme in known:
        book.enter(
            "M01S",
            rupees(scheme.value_minor or 0),
            scheme.main.price_as_of or scheme.as_of,
            key=scheme.key,
            label=scheme.main.name,
            sources=scheme.sources,
            sufficiency=sufficiency,
        )
    parts = [f"M01S:{scheme.key}" for scheme in known]
    book.enter(
        "M01", rupees(whole), as_of, sources=sources, inputs=parts, sufficiency=sufficiency, caveats=caveats
    )
    sector = [scheme for scheme in known if scheme.main.category == SECTOR]
    share = share_pct(sum(scheme.value_minor or 0 for scheme in sector), whole)
    if share is not None:
        inputs = (*(f"M01S:{scheme.key}" for scheme in sector), "M01")
        book.enter(
            "M07", share, as_of, sources=sources, inputs=inputs, sufficiency=sufficiency, caveats=caveats
        )
    if any(scheme.plan is None for scheme in known):
        for code in ("M04", "M04V", "M05"):
            book.miss(
                code, "plan_conflict", "It needs a plan, regular or direct, that fits the scheme's name."
            )
        return
    regular = [scheme for scheme in known if scheme.plan == REGULAR]
    in_regular = sum(scheme.value_minor or 0 for scheme in regular)
    share = share_pct(in_regular, whole)
    if share is None:
        return
    inputs = tuple(f"M01S:{scheme.key}" for scheme in regular)
    value = book.enter(
        "M04V",
        rupees(in_regular),
        as_of,
        sources=sources,
        inputs=inputs,
        sufficiency=sufficiency,
        caveats=caveats,
    )
    book.enter("M04", share, as_of, inputs=(value.id, "M01"), sufficiency=sufficiency, caveats=caveats)
    if in_regular:
        _extra_cost(value.number, book)


def _extra_cost(in_regular: Decimal, book: FactBook) -> None:
    """M05:low and M05:high: a range, since no provider tells the true expense ratio."""
    base = book.get("M04V")
    for key, pct, word, word_hi in (
        ("low", GAP.low_pct, "at least", "कम से कम"),
        ("high", GAP.high_pct, "at most", "ज़्यादा से ज़्यादा"),
    ):
        book.enter(
            "M05",
            (in_regular * pct / 100).quantize(_RUPEE, ROUND_HALF_UP),
            base.as_of if base else None,
            key=key,
            label=f"Extra cost of regular plans a year, {word}",
            label_hi=f"रेगुलर प्लान की साल भर की अतिरिक्त लागत, {word_hi}",
            inputs=("M04V",),
            formula=f"regular value x {pct} points. {GAP.source}, as of {GAP.as_of.isoformat()}",
            sufficiency=base.sufficiency if base else 1.0,
            caveats=("estimate",),
        )


def _shares(dossier: Dossier, book: FactBook) -> None:
    """M10 and M10P of direct shares in India, and M10 of a foreign share that is alone in its class."""
    stakes = [
        stake
        for stake in top_holdings.ranked(dossier.portfolio)
        if stake.asset_class is AssetClass.INDIAN_SECURITIES and stake.holding.kind == "share"
    ]
    whole = sum(stake.value_minor for stake in stakes)
    for stake in stakes:
        as_of = stake.holding.price_as_of or stake.as_of
        key = stake.holding.isin or slug(stake.holding.ticker or stake.holding.name)
        sufficiency = freshness(as_of, book.today)
        value = book.enter(
            "M10",
            rupees(stake.value_minor),
            as_of,
            key=key,
            label=stake.holding.name,
            sources=(f"assets/{stake.connection_id}_{stake.asset_class}",),
            sufficiency=sufficiency,
        )
        share = share_pct(stake.value_minor, whole)
        if share is not None:
            book.enter(
                "M10P",
                share,
                as_of,
                key=key,
                label=f"{stake.holding.name} as a share of direct shares",
                label_hi=f"सीधे शेयरों में {stake.holding.name} का हिस्सा",
                inputs=(value.id,),
                sufficiency=sufficiency,
            )
    for held in dossier.portfolio.connections:
        for part in held.assets:
            foreign = [holding for holding in part.holdings if holding.kind == "us_share"]
            if len(foreign) == 1 and part.stated_minor is not None:
                book.enter(
                    "M10",
                    rupees(part.stated_minor),
                    part.as_of,
                    key=f"us-{slug(foreign[0].ticker or foreign[0].name)}",
                    label=foreign[0].name,
                    sources=(f"assets/{held.connection_id}_{part.asset_class}",),
                    formula="the stated figure of the class, whose only holding it is",
                    sufficiency=freshness(part.as_of, book.today),
                )


def slug(name: str) -> str:
    """What a key may hold of a name."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "unnamed"
