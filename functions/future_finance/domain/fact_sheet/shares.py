"""Direct shares: facts M10."""

from __future__ import annotations

import re

from future_finance.domain import top_holdings
from future_finance.domain.allocation import share_pct
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.facts import rupees
from future_finance.domain.sufficiency import freshness


def enter(dossier: Dossier, book: FactBook) -> None:
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
