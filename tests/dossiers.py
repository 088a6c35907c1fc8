"""Dossiers as months of syncs leave them: of the demo people, and of recorded accounts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.fi_mcp.people.everyone import EVERYONE
from emulators.fi_mcp.wire.answers import answer_text
from future_finance.adapters.fi_mcp.answer import read_text
from future_finance.adapters.fi_mcp.part import TOOLS, read_part
from future_finance.domain import ledger, net_worth, trades
from future_finance.domain.dossier import Dossier
from future_finance.domain.ledger import LedgerRow
from future_finance.domain.net_worth import Point
from future_finance.domain.portfolio import ConnectionHoldings, Portfolio, absorb
from future_finance.domain.profile import Profile
from future_finance.domain.snapshot import PartName, Snapshot
from future_finance.domain.trades import Trade
from tests.recordings import FOLDER

TODAY = date(2026, 11, 24)
CONNECTION = "fi-test"


@cache
def of_person(slug: str, months: int = 12, today: date = TODAY) -> Dossier:
    """A demo person after monthly syncs, the last of them on `today`; two months come with each."""
    person = EVERYONE[BY_SLUG[slug].phone]
    held = ConnectionHoldings(CONNECTION, "fi")
    rows: dict[str, list[LedgerRow]] = {}
    bought: dict[int, list[Trade]] = {}
    points = []
    for back in reversed(range(months)):
        day = today if back == 0 else _month_start(today, back - 1) - timedelta(days=1)
        view = View.at(day, today)
        fetched = _snapshot({tool: answer_text(person, tool, view) for tool in PartName})
        held, rows, bought = _synced(held, rows, bought, fetched, day)
        points.append(net_worth.measured(Portfolio((held,)), day, _newest(rows)))
    return _dossier(today, held, rows, bought, tuple(points))


@cache
def of_recording(account: str, today: date) -> Dossier:
    """A recorded account after one sync on `today`."""
    fetched = _snapshot({tool: (FOLDER / account / f"{tool}.json").read_text() for tool in PartName})
    held, rows, bought = _synced(ConnectionHoldings(CONNECTION, "fi"), {}, {}, fetched, today)
    return _dossier(
        today, held, rows, bought, (net_worth.measured(Portfolio((held,)), today, _newest(rows)),)
    )


def _month_start(today: date, back: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
    return date(year, month + 1, 1)


def _snapshot(texts: Mapping[PartName, str]) -> Snapshot:
    parts = {tool: read_part(tool, read_text(text)) for tool, text in texts.items()}
    contents: dict[str, Any] = {
        TOOLS[tool].field: part.content for tool, part in parts.items() if part.content is not None
    }
    return Snapshot(outcomes={tool: part.outcome for tool, part in parts.items()}, **contents)


def _synced(
    held: ConnectionHoldings,
    rows: Mapping[str, list[LedgerRow]],
    bought: Mapping[int, list[Trade]],
    fetched: Snapshot,
    day: date,
) -> tuple[ConnectionHoldings, dict[str, list[LedgerRow]], dict[int, list[Trade]]]:
    merged = ledger.merge(rows, fetched.statements or (), CONNECTION)
    owned = trades.merge(bought, fetched.mf_trades or (), "mf")
    owned = trades.merge(owned, fetched.stock_trades or (), "stock")
    return absorb(held, fetched, day, _newest(merged)), merged, owned


def _newest(rows: Mapping[str, list[LedgerRow]]) -> date | None:
    return max((row.on for kept in rows.values() for row in kept), default=None)


def _dossier(
    today: date,
    held: ConnectionHoldings,
    rows: Mapping[str, list[LedgerRow]],
    bought: Mapping[int, list[Trade]],
    points: tuple[Point, ...],
) -> Dossier:
    return Dossier(
        today=today,
        portfolio=Portfolio((held,)),
        rows=tuple(row for kept in rows.values() for row in kept),
        trades=tuple(trade for kept in bought.values() for trade in kept),
        points=points,
        profile=Profile(),
    )
