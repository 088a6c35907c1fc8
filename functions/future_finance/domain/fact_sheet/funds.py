"""Funds as they stand: facts M01 and M07; the others of funds and shares have modules of their own."""

from __future__ import annotations

from collections.abc import Sequence

from future_finance.domain.allocation import share_pct
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.cash_flow.entry import Cashbook
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet import fund_returns, plans, shares, sips
from future_finance.domain.facts import rupees
from future_finance.domain.reconciliation import checks_of
from future_finance.domain.scheme import Scheme, schemes_of
from future_finance.domain.sufficiency import age_caveats, freshness, reconciled

SECTOR = "sectoral_thematic"


def enter(dossier: Dossier, cashbook: Cashbook, book: FactBook) -> None:
    """Enter M01 to M10."""
    shares.enter(dossier, book)
    schemes = schemes_of(dossier.portfolio, dossier.trades)
    if not schemes:
        for code in ("M01", "M02", "M04", "M05", "M07", "M08", "M09", "M06M"):
            book.miss(code, "no_funds", "It needs mutual funds that are connected at Fi.")
    else:
        _values(schemes, dossier, book)
        plans.enter(schemes, book)
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
        *age_caveats(as_of, book.today),
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
