"""Deposits bank by bank, as deposit insurance counts them: fact Q03."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from future_finance.domain.asset_class import AssetClass
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.facts import rupees
from future_finance.domain.lender import shown
from future_finance.domain.sufficiency import age_caveats, freshness

_KINDS = frozenset({"savings", "current", "fixed_deposit", "recurring_deposit"})
_GOVERNMENT = re.compile(r"\b(?:SCSS|PPF|SSY|NSC|KVP)\b.*?(\d{4})\b", re.IGNORECASE)


def enter(dossier: Dossier, book: FactBook) -> None:
    """Enter Q03 of each bank. Government schemes kept at a bank, known by their interest, are no deposits of the bank."""
    schemes = {
        found[1]
        for row in dossier.rows
        if row.kind == "interest" and (found := _GOVERNMENT.search(row.narration))
    }
    sums: dict[str, int] = defaultdict(int)
    names: dict[str, str] = {}
    dates: dict[str, list[date]] = defaultdict(list)
    homes: dict[str, dict[str, None]] = defaultdict(dict)
    for connection, part in (
        (held.connection_id, part) for held in dossier.portfolio.connections for part in held.assets
    ):
        if part.asset_class not in {AssetClass.SAVINGS, AssetClass.DEPOSITS}:
            continue
        for account in part.accounts:
            if account.kind not in _KINDS or not account.value_minor or account.masked_number in schemes:
                continue
            name = shown(account.institution)
            key = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
            sums[key] += account.value_minor
            names[key] = name
            homes[key][f"assets/{connection}_{part.asset_class}"] = None
            dates[key] += [day for day in (account.as_of or part.as_of,) if day is not None]
    for key, minor in sums.items():
        as_of = min(dates[key], default=None)
        book.enter(
            "Q03",
            rupees(minor),
            as_of,
            key=key,
            label=f"Deposits at {names[key]}",
            label_hi=f"{names[key]} में जमा",
            sources=homes[key],
            sufficiency=freshness(as_of, book.today),
            caveats=age_caveats(as_of, book.today),
        )
