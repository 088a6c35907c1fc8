"""GET /api/financial/facts: every figure with what it rests on, and why some cannot be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.fact_catalogue import KINDS, told_per
from future_finance.domain.facts import Fact, FactSheet, MissingFact, Unit
from future_finance.domain.formula_hindi import in_hindi
from future_finance.domain.local_date import local_date
from future_finance.domain.money import minor_of
from future_finance.domain.needs_hindi import needs_in_hindi
from future_finance.domain.overview_view import MoneyView, money
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import query_of, require_method
from future_finance.errors import InvalidInput


class FactView(TypedDict):
    """`value` is exact, in `unit`; `amount` says it once more where that is rupees.

    `sources` are documents below the user, or "you"; `inputs` the ids of facts that `formula` uses.
    `sufficiency`, 0 to 1: how far it may be relied on. `caveats` are stable codes.
    """

    id: str
    code: str
    name: str
    label: str
    labelHi: str
    value: str
    unit: str
    per: str | None
    amount: MoneyView | None
    asOf: str | None
    sources: list[str]
    formula: str
    formulaHi: str
    inputs: list[str]
    sufficiency: float
    caveats: list[str]


class MissingFactView(TypedDict):
    """A figure that cannot be: `reason` is a stable code, `needs` says it in words."""

    id: str
    code: str
    label: str
    labelHi: str
    reason: str
    needs: str
    needsHi: str


class FactsView(TypedDict):
    """Answer of GET /api/financial/facts. `dataVersion` grows with every change of the data."""

    builtOn: str
    dataVersion: int
    facts: list[FactView]
    missing: list[MissingFactView]


async def facts(request: Request, user: User) -> Response:
    """GET /api/financial/facts: all, those of one `code`, or the one `id` with all that it is computed from."""
    require_method(request, "GET")
    asked = query_of(request, ("code", "id"))
    code = asked.get("code", asked.get("id", "").partition(":")[0])
    if len(asked) > 1 or (asked and code not in KINDS):
        raise InvalidInput("Ask for one code of the catalogue, or for one id.")
    sheet = await bootstrap.fact_store().sheet(user.uid, local_date(bootstrap.clock().now()))
    if "id" in asked:
        wanted = _with_inputs(sheet, asked["id"])
        missing = [gone for gone in sheet.missing.values() if gone.id == asked["id"]]
    else:
        wanted = [fact for fact in sheet.facts.values() if not asked or fact.code == code]
        missing = [gone for gone in sheet.missing.values() if not asked or gone.id.partition(":")[0] == code]
    answer: FactsView = {
        "builtOn": sheet.built_on.isoformat(),
        "dataVersion": sheet.data_version,
        "facts": [_view(fact) for fact in wanted],
        "missing": [_missing_view(gone) for gone in missing],
    }
    return json_response(answer)


def _with_inputs(sheet: FactSheet, fact_id: str) -> list[Fact]:
    """The fact, then what it is computed from, then what that is computed from."""
    found: dict[str, Fact] = {}
    waiting = [fact_id]
    while waiting:
        fact = sheet.get(waiting.pop(0))
        if fact is not None and fact.id not in found:
            found[fact.id] = fact
            waiting += fact.inputs
    return list(found.values())


def _view(fact: Fact) -> FactView:
    rupees = fact.value if fact.unit == Unit.INR and isinstance(fact.value, Decimal) else None
    return {
        "id": fact.id,
        "code": fact.code,
        "name": KINDS[fact.code].name,
        "label": fact.label,
        "labelHi": fact.label_hi,
        "value": _said(fact.value),
        "unit": fact.unit,
        "per": told_per(fact.id, fact.per),
        "amount": None if rupees is None else money(minor_of(rupees)),
        "asOf": None if fact.as_of is None else fact.as_of.isoformat(),
        "sources": list(fact.sources),
        "formula": fact.formula,
        "formulaHi": in_hindi(fact.formula),
        "inputs": list(fact.inputs),
        "sufficiency": fact.sufficiency,
        "caveats": list(fact.caveats),
    }


def _said(value: Decimal | date | str) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value


def _missing_view(gone: MissingFact) -> MissingFactView:
    return {
        "id": gone.id,
        "code": gone.id.partition(":")[0],
        "label": gone.label,
        "labelHi": gone.label_hi,
        "reason": gone.reason,
        "needs": gone.needs,
        "needsHi": needs_in_hindi(gone.needs),
    }
