"""What funds cost and brought: facts M02, M03, M08 and M09, each behind its gate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.facts import rupees
from future_finance.domain.lots import Lot, lots_left
from future_finance.domain.scheme import Scheme
from future_finance.domain.sufficiency import freshness
from future_finance.domain.trades import Trade, documents_of
from future_finance.domain.xirr import xirr_pct

_PAISA = Decimal("0.01")
_UNITS_OFF = Decimal("0.01")  # of the units held
_ELSS = "elss"
_LOCK_IN_YEARS = 3
_NOT_EQUITY = frozenset({"international_funds"})
_GRANDFATHERED_UNTIL = date(2018, 1, 31)
_NEEDS_UNITS = "It needs purchases and sales that make up the units held, within 1%."
_NO_XIRR = {
    "units_differ": _NEEDS_UNITS,
    "undated": "It needs a price with a date, after the last trade and at most 7 days older than the other data.",
    "too_short": "It needs a year since the first purchase.",
    "out_of_range": "It needs a result between -60% and 60%: the data may be wrong.",
}


@dataclass(frozen=True, slots=True)
class _Traded:
    """A scheme with its trades. `lots` are None where its units cannot be told from them."""

    scheme: Scheme
    trades: tuple[Trade, ...]
    lots: list[Lot] | None

    @property
    def sources(self) -> tuple[str, ...]:
        """Holdings and trades."""
        return (*self.scheme.sources, *documents_of(self.trades, self.scheme.connection_ids))


def enter(schemes: Sequence[Scheme], dossier: Dossier, book: FactBook) -> None:
    """Enter M02, M02S, M02F, M03, M03F, M08 and M09."""
    by_isin: dict[str, list[Trade]] = defaultdict(list)
    for trade in dossier.trades:
        by_isin[trade.isin].append(trade)
    traded = [_traded(scheme, by_isin.get(scheme.key, [])) for scheme in schemes]
    for one in traded:
        _cost(one, book)
        _stated(one.scheme, book)
        _xirr(one, book)
    _total_cost(traded, book)
    _elss(traded, book)
    _long_term_gain(traded, book)


def _traded(scheme: Scheme, trades: Sequence[Trade]) -> _Traded:
    lots = lots_left(trades) if trades else None
    units = sum((lot.units for lot in lots), Decimal()) if lots is not None else None
    fits = (
        scheme.units is not None
        and units is not None
        and abs(units - scheme.units) <= _UNITS_OFF * scheme.units
    )
    return _Traded(scheme, tuple(trades), lots if fits else None)


def _cost(one: _Traded, book: FactBook) -> None:
    scheme = one.scheme
    label = f"Cost of the units still held: {scheme.main.name}"
    label_hi = f"बचे यूनिट की लागत: {scheme.main.name}"
    if one.lots is None:
        book.miss("M02S", "units_differ", _NEEDS_UNITS, key=scheme.key, label=label, label_hi=label_hi)
        return
    book.enter(
        "M02S",
        sum((lot.cost for lot in one.lots), Decimal()).quantize(_PAISA),
        scheme.as_of,
        key=scheme.key,
        label=label,
        label_hi=label_hi,
        sources=one.sources,
        sufficiency=freshness(scheme.as_of, book.today),
    )


def _stated(scheme: Scheme, book: FactBook) -> None:
    """What the provider says of cost and return, as its own figures."""
    if scheme.invested_minor:
        book.enter(
            "M02F",
            rupees(scheme.invested_minor),
            scheme.as_of,
            key=scheme.key,
            label=f"Invested as Fi reports it: {scheme.main.name}",
            label_hi=f"Fi का बताया निवेश: {scheme.main.name}",
            sources=scheme.sources,
        )
    if len(scheme.pieces) == 1 and scheme.main.stated_xirr_pct is not None:
        book.enter(
            "M03F",
            scheme.main.stated_xirr_pct.quantize(_PAISA),
            scheme.as_of,
            key=scheme.key,
            label=f"XIRR as Fi reports it: {scheme.main.name}",
            label_hi=f"Fi का बताया XIRR: {scheme.main.name}",
            sources=scheme.sources,
        )


def _xirr(one: _Traded, book: FactBook) -> None:
    """M03, where units fit, the value's day is sure, a year has passed, and the result can be true."""
    scheme = one.scheme
    label, label_hi = f"XIRR of {scheme.main.name}", f"{scheme.main.name} का XIRR"
    rate = _rate(one)
    if isinstance(rate, str):
        book.miss("M03", rate, _NO_XIRR[rate], key=scheme.key, label=label, label_hi=label_hi)
        return
    book.enter(
        "M03",
        rate,
        scheme.valued_on,
        key=scheme.key,
        label=label,
        label_hi=label_hi,
        sources=one.sources,
        inputs=(f"M01S:{scheme.key}",),
        sufficiency=freshness(scheme.valued_on, book.today),
        caveats=() if scheme.dated else ("undated",),
    )


def _rate(one: _Traded) -> Decimal | str:
    """Percent a year, or the reason why there is none."""
    scheme = one.scheme
    if one.lots is None:
        return "units_differ"
    if scheme.valued_on is None or scheme.doubtful or scheme.value_minor is None:
        return "undated"
    if any(trade.on > scheme.valued_on for trade in one.trades):
        return "undated"
    if (scheme.valued_on - min(trade.on for trade in one.trades)).days < 365:
        return "too_short"
    flows = [(trade.on, _flow(trade)) for trade in one.trades if trade.kind != "bonus"]
    rate = xirr_pct([*flows, (scheme.valued_on, rupees(scheme.value_minor))])
    return "out_of_range" if rate is None else rate


def _flow(trade: Trade) -> Decimal:
    """Rupees out of the person's pocket are negative."""
    stated = None if trade.amount_minor is None else rupees(trade.amount_minor)
    amount = stated if stated is not None else trade.units * (trade.price or Decimal())
    return amount if trade.kind == "sell" else -amount


def _total_cost(traded: Sequence[_Traded], book: FactBook) -> None:
    costs = [book.number(f"M02S:{one.scheme.key}") for one in traded]
    known = [cost for cost in costs if cost is not None]
    if len(known) < len(costs):
        book.miss("M02", "units_differ", f"{_NEEDS_UNITS} {len(known)} of {len(costs)} schemes do.")
        return
    as_of = max((one.scheme.as_of for one in traded if one.scheme.as_of is not None), default=None)
    inputs = [f"M02S:{one.scheme.key}" for one in traded]
    book.enter("M02", sum(known, Decimal()), as_of, inputs=inputs, sufficiency=freshness(as_of, book.today))


def _elss(traded: Sequence[_Traded], book: FactBook) -> None:
    """M08: units of lots whose three years are over, at their price."""
    funds = [one for one in traded if one.scheme.main.category == _ELSS]
    free = Decimal()
    for one in funds:
        if one.lots is None or one.scheme.main.price is None or one.scheme.valued_on is None:
            book.miss("M08", "units_differ", f"{_NEEDS_UNITS} It needs a price of the time, too.")
            return
        price = one.scheme.main.price
        free += sum(
            (lot.units * price for lot in one.lots if _unlocked(lot, one.scheme.valued_on)), Decimal()
        )
    if not free:
        reason = "still_locked" if funds else "no_elss"
        book.miss("M08", reason, "It needs an ELSS fund with a purchase that is three years old.")
        return
    _enter_of("M08", free, funds, book)


def _long_term_gain(traded: Sequence[_Traded], book: FactBook) -> None:
    """M09 of funds that are equity-oriented beyond doubt, without locked units; of hybrids only their papers tell."""
    funds = [
        one
        for one in traded
        if one.scheme.main.fund_class == "equity" and one.scheme.main.category not in _NOT_EQUITY
    ]
    gain = Decimal()
    old: list[Lot] = []
    for one in funds:
        if one.lots is None or one.scheme.main.price is None or one.scheme.valued_on is None:
            book.miss("M09", "units_differ", f"{_NEEDS_UNITS} It needs a price of the time, too.")
            return
        price, on = one.scheme.main.price, one.scheme.valued_on
        locked = one.scheme.main.category == _ELSS
        held = [
            lot for lot in one.lots if _years_later(lot.on, 1) < on and (not locked or _unlocked(lot, on))
        ]
        gain += sum((lot.units * price - lot.cost for lot in held), Decimal())
        old += held
    if not old:
        reason = "too_short" if funds else "no_equity_funds"
        book.miss("M09", reason, "It needs an equity fund with a purchase over twelve months old.")
        return
    caveats = [
        *(["hybrids_left_out"] if any(one.scheme.main.fund_class == "hybrid" for one in traded) else []),
        *(["before_2018"] if any(lot.on <= _GRANDFATHERED_UNTIL for lot in old) else []),
    ]
    _enter_of("M09", gain, funds, book, caveats)


def _enter_of(
    code: str, amount: Decimal, funds: Sequence[_Traded], book: FactBook, caveats: Sequence[str] = ()
) -> None:
    as_of = min((one.scheme.valued_on for one in funds if one.scheme.valued_on is not None), default=None)
    book.enter(
        code,
        amount.quantize(_PAISA),
        as_of,
        sources=dict.fromkeys(source for one in funds for source in one.sources),
        inputs=[f"M01S:{one.scheme.key}" for one in funds],
        sufficiency=freshness(as_of, book.today),
        caveats=[*([] if all(one.scheme.dated for one in funds) else ["undated"]), *caveats],
    )


def _unlocked(lot: Lot, on: date) -> bool:
    return _years_later(lot.on, _LOCK_IN_YEARS) <= on


def _years_later(day: date, years: int) -> date:
    """The same day of a later year; of 29 February the next one, where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
