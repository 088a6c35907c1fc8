"""Net worth and what it is made of: facts N01-N09 without N03 and N08."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from future_finance.domain import allocation, net_worth, reconciliation, top_holdings
from future_finance.domain.allocation import Line
from future_finance.domain.asset_class import LABELS, LABELS_HI, AssetClass, LiabilityClass
from future_finance.domain.consent import Scope
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet import implied_fx
from future_finance.domain.facts import NO_CONSENT, rupees
from future_finance.domain.reconciliation import PartCheck
from future_finance.domain.sufficiency import age_caveats, freshness, reconciled

_CODES = ("N01", "N01A", "N01L", "N02", "N02D", "N04", "N05", "N06", "N07")


def enter(dossier: Dossier, book: FactBook) -> None:
    """Enter N01, N02, N04 to N07, N09."""
    if not (dossier.portfolio.known or dossier.portfolio.one_sided):
        for code in _CODES:
            book.miss(
                code, "no_data", "It needs a connection that has been synced, or something you entered."
            )
        return
    checks = reconciliation.checks_of(dossier.portfolio)
    _totals(dossier, checks, book)
    _classes(dossier, checks, book)
    _top_holding(dossier, book)
    _gaps(dossier, checks, book)
    implied_fx.enter(dossier, book)


def _totals(dossier: Dossier, checks: Sequence[PartCheck], book: FactBook) -> None:
    portfolio = dossier.portfolio
    totals = net_worth.total(portfolio)
    dates = net_worth.dates_of(portfolio)
    as_of, oldest = max(dates, default=None), min(dates, default=None)
    sufficiency = reconciled(checks) * freshness(oldest, dossier.today)
    assets, debts = allocation.asset_lines(portfolio), allocation.debt_lines(portfolio)
    caveats = [
        *_date_caveats([*assets, *debts], oldest, dossier.today),
        *([] if all(held.known for held in portfolio.connections) else ["incomplete"]),
    ]
    without = [f"without_{name}" for name in net_worth.left_out(portfolio)]
    owned = _sources(assets)
    stating = [f"liabilities/{held.connection_id}" for held in portfolio.connections if held.known]
    owed = tuple(dict.fromkeys([*stating, *(line.source for line in debts if line.connection_id is None)]))

    def total(
        code: str, value: Decimal, sources: Iterable[str], inputs: Iterable[str], more: Iterable[str] = ()
    ) -> None:
        book.enter(
            code,
            value,
            as_of,
            sources=sources,
            inputs=inputs,
            sufficiency=sufficiency,
            caveats=(*caveats, *more),
        )

    classes = dict.fromkeys(f"N05V:{line.of_class}" for line in assets)
    if portfolio.one_sided:
        for code in ("N01A", "N01L", "N01", "N02", "N02D", "N04"):
            book.miss(code, NO_CONSENT, "It needs your consent to what you own and to what you owe.")
    if not portfolio.one_sided or Scope.ASSETS in portfolio.scopes:
        total("N01A", rupees(totals.assets_minor), owned, classes, without)
    if not portfolio.one_sided or Scope.LIABILITIES in portfolio.scopes:
        total("N01L", rupees(totals.liabilities_minor), owed, ())
    if portfolio.one_sided:
        return
    total("N01", rupees(totals.net_minor), (*owned, *owed), ("N01A", "N01L"), without)
    whole = reconciliation.of_portfolio(portfolio)
    if whole.stated_minor is None or whole.difference_minor is None:
        for code in ("N02", "N02D"):
            book.miss(code, "not_stated", "It needs a total that the provider states.")
    else:
        total("N02", rupees(whole.stated_minor), stating, ())
        total("N02D", rupees(whole.difference_minor), (*owned, *owed), ("N02", "N01"))
    share = allocation.share_pct(totals.liabilities_minor, totals.assets_minor)
    if share is None:
        book.miss("N04", "no_assets", "It needs assets above zero.")
    else:
        total("N04", share, (), ("N01L", "N01A"))


def _classes(dossier: Dossier, checks: Sequence[PartCheck], book: FactBook) -> None:
    """N05 and N05V; a class that two connections bring is one."""
    whole = net_worth.total(dossier.portfolio).assets_minor
    of_class: dict[AssetClass | LiabilityClass, list[Line]] = defaultdict(list)
    for line in allocation.asset_lines(dossier.portfolio):
        of_class[line.of_class].append(line)
    for name, lines in of_class.items():
        minor = sum(line.minor for line in lines)
        dates = [line.as_of for line in lines if line.as_of is not None]
        oldest = min(dates, default=None)
        own = [check for check in checks if check.part_class == name]
        sufficiency = reconciled(own) * freshness(oldest, dossier.today)
        scopes = net_worth.asset_scopes(name)
        caveats = _date_caveats(lines, oldest, dossier.today)
        value = book.enter(
            "N05V",
            rupees(minor),
            max(dates, default=None),
            key=name,
            label=LABELS[name],
            label_hi=LABELS_HI[name],
            sources=_sources(lines),
            sufficiency=sufficiency,
            scopes=scopes,
            caveats=caveats,
        )
        share = allocation.share_pct(minor, whole)
        if share is not None:
            book.enter(
                "N05",
                share,
                value.as_of,
                key=name,
                label=f"{LABELS[name]} as a share of assets",
                label_hi=f"संपत्ति में {LABELS_HI[name]} का हिस्सा",
                inputs=(value.id, "N01A"),
                sufficiency=sufficiency,
                scopes=scopes,
                caveats=caveats,
            )


def _top_holding(dossier: Dossier, book: FactBook) -> None:
    """N06 and N06V. A holding without a value could be the largest; one whose class does not add up is out."""
    stakes = top_holdings.ranked(dossier.portfolio)
    whole = net_worth.total(dossier.portfolio).assets_minor
    out = top_holdings.left_out(dossier.portfolio)
    share = allocation.share_pct(stakes[0].value_minor, whole) if stakes else None
    if share is None or any(holding.value_minor is None for part in out for holding in part.holdings):
        reason, needs = (
            ("parts_differ", "It needs holdings that add up to the stated figure of their class.")
            if out
            else ("no_securities", "It needs funds or shares with a value.")
        )
        for code in ("N06", "N06V"):
            book.miss(code, reason, needs)
        return
    top = stakes[0]
    name = top.holding.name
    as_of = top.holding.price_as_of or top.as_of
    caveats = [*(["class_left_out"] if out else []), *age_caveats(as_of, dossier.today)]
    first = "Largest holding in classes that add up" if out else "Largest holding"
    first_hi = "मिलान हुए वर्गों की सबसे बड़ी होल्डिंग" if out else "सबसे बड़ी होल्डिंग"
    sufficiency = freshness(as_of, dossier.today)
    value = book.enter(
        "N06V",
        rupees(top.value_minor),
        as_of,
        label=f"{first}: {name}",
        label_hi=f"{first_hi}: {name}",
        sources=(f"assets/{top.connection_id}_{top.asset_class}",),
        sufficiency=sufficiency,
        caveats=caveats,
    )
    book.enter(
        "N06",
        share,
        as_of,
        label=f"{first}, {name}, as a share of assets",
        label_hi=f"{first_hi} {name} का हिस्सा",
        inputs=(value.id, "N01A"),
        sufficiency=sufficiency,
        caveats=caveats,
    )


def _gaps(dossier: Dossier, checks: Sequence[PartCheck], book: FactBook) -> None:
    """N07 of each class and kind of detail: "N07:savings:accounts"; a second connection's is numbered."""
    for check in checks:
        if check.gap_minor is None:
            continue
        key = f"{check.part_class}:{check.basis}"
        number = 1 + sum(1 for known in book.keyed("N07") if known == key or known.startswith(f"{key}:"))
        debt = isinstance(check.part_class, LiabilityClass)
        parts = dossier.portfolio.connections
        owners = [
            f"liabilities/{held.connection_id}" if debt else f"assets/{held.connection_id}_{check.part_class}"
            for held in parts
            if check.part_class
            in {
                *(part.asset_class for part in held.assets),
                *(part.liability_class for part in held.liabilities),
            }
        ]
        book.enter(
            "N07",
            rupees(check.gap_minor),
            _class_date(dossier, check.part_class),
            key=key if number == 1 else f"{key}:{number}",
            label=f"Gap between {LABELS[check.part_class]} and the sum of its {check.basis}",
            label_hi=f"{LABELS_HI[check.part_class]} और उसके हिस्सों के जोड़ का अंतर",
            sources=owners,
            scopes=frozenset({Scope.LIABILITIES}) if debt else net_worth.asset_scopes(check.part_class),
            caveats=("incomplete",) if check.status == "incomplete" else (),
        )


def _class_date(dossier: Dossier, name: AssetClass | LiabilityClass) -> date | None:
    lines = (*allocation.asset_lines(dossier.portfolio), *allocation.debt_lines(dossier.portfolio))
    dates = [line.as_of for line in lines if line.of_class == name]
    return max((day for day in dates if day is not None), default=None)


def _sources(assets: Iterable[Line]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            f"assets/{line.connection_id}_{line.of_class}" if line.connection_id else line.source
            for line in assets
        )
    )


def _date_caveats(lines: Iterable[Line], oldest: date | None, today: date) -> list[str]:
    undated = any(not line.as_of_stated for line in lines)
    return [*age_caveats(oldest, today), *(["undated"] if undated else [])]
