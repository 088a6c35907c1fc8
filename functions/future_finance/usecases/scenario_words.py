"""A scenario as a model fills it in: one flat form for all kinds, in rupees; read back within the kinds' limits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import Field, TypeAdapter, ValidationError

from future_finance.domain.money import minor_of
from future_finance.domain.simulation.scenario import AnyScenario, Loan, RupeeChange, Rupees
from future_finance.errors import InvalidInput

KINDS: Mapping[str, type[Any]] = {
    str(next(field.default for field in fields(kind) if field.name == "kind")): kind
    for kind in get_args(AnyScenario)
}
Scenario = Annotated[AnyScenario, Field(discriminator="kind")]

LONGEST_TEXT = 500  # characters of a question in words
_MONEY = (Rupees, RupeeChange)
_ASSUMABLE = ("equity_return", "equity_share", "inflation", "deposit_rate", "plan_age", "interest_tax")
_MEANINGS = {
    "kind": "what is simulated",
    "debt": "word of the loan's name, such as home or car",
    "debts": "words of the debts' names; empty: all",
    "loan": "a loan the person describes; either emi or months",
    "amount": "lump sum",
    "extraMonth": "more each month; negative: less",
    "stepUpPct": "yearly growth of the SIP",
    "keep": "what stays: the emi or the tenure",
    "points": "percentage points the rate moves",
    "changePct": "by how many percent income changes",
    "by": "yyyy-mm-dd",
    "on": "yyyy-mm-dd",
    "age": "age of retirement",
    "spendMonth": "spending now, EMIs included",
    "liquid": "money at hand",
    "todaysMoney": "whether the target is in today's prices; true unless said",
}


@cache
def _adapter() -> TypeAdapter[AnyScenario]:
    return TypeAdapter(Scenario)


@cache
def scenario_schema() -> Mapping[str, Any]:
    """The flat form as JSON schema, for a tool's parameters. Amounts are rupees; only `kind` is always there."""
    used: dict[str, tuple[Any, list[str]]] = {}
    for name, kind in KINDS.items():
        for field, hint in _hints(kind).items():
            if field not in ("kind", "assumptions"):
                used.setdefault(field, (hint, []))[1].append(name)
    everywhere = len(KINDS)
    properties: dict[str, Any] = {
        "kind": {"type": "string", "enum": list(KINDS), "description": _MEANINGS["kind"]}
    }
    for field, (hint, names) in used.items():
        told = [_MEANINGS[field]] if field in _MEANINGS else []
        told += [] if len(names) == everywhere else ["for " + ", ".join(names)]
        properties[field] = _schema(hint) | ({"description": "; ".join(told)} if told else {})
    properties["assumptions"] = {
        "type": "object",
        "properties": {name: {"type": "number"} for name in _ASSUMABLE},
        "description": "only those the person sets; percent",
    }
    return {
        "type": "object",
        "description": "Amounts in rupees, rates in percent a year. Only what the person said.",
        "properties": properties,
        "required": ["kind"],
    }


def scenario_of(words: Mapping[str, Any]) -> AnyScenario:
    """The scenario of a filled-in form; what its kind does not have, and what is empty, is passed over.

    Raises InvalidInput with the fields that are wrong, or with the kinds where it is none of them.
    """
    kind = KINDS.get(str(words.get("kind")))
    if kind is None:
        raise InvalidInput(details={"fields": [{"path": "scenario.kind", "problem": "unknown"}]})
    form = {
        field: _read(hint, words[field])
        for field, hint in _hints(kind).items()
        if words.get(field) not in (None, "", [], {})
    }
    try:
        return _adapter().validate_json(json.dumps(form, default=str))
    except ValidationError as error:
        raise InvalidInput(details={"fields": problems_of(error)}) from None


def problems_of(error: ValidationError, path: str = "scenario") -> list[dict[str, str]]:
    """What is wrong, by path; with the limit where one was passed. Never a value."""
    found = []
    for problem in error.errors(include_url=False, include_input=False):
        context = problem.get("ctx", {})
        steps = [str(step) for step in problem["loc"] if str(step) not in KINDS]
        told = str(context["error"]) if problem["type"] == "value_error" else problem["type"]
        if told.startswith("union_tag"):
            steps, told = [*steps, "kind"], "unknown" if told == "union_tag_invalid" else "missing"
        limit = next((str(context[name]) for name in ("le", "ge", "lt", "gt") if name in context), None)
        row = {"path": ".".join([*([path] if path else []), *steps]), "problem": told}
        found.append(row | ({"limit": limit} if limit is not None else {}))
    return found[:20]


def _hints(kind: type[Any]) -> Mapping[str, Any]:
    """Types by the name that a client uses, without "or nothing"."""
    hints = get_type_hints(kind, include_extras=True)
    camel = kind.__pydantic_config__["alias_generator"]
    return {camel(field.name): _bare(hints[field.name]) for field in fields(kind)}


def _bare(hint: Any) -> Any:
    options = [option for option in get_args(hint) if option is not NoneType]
    return options[0] if NoneType in get_args(hint) and len(options) == 1 else hint


def _schema(hint: Any) -> dict[str, Any]:
    plain = _plain(hint)
    if plain in _MONEY:
        return {"type": "number"}
    if plain is Loan:
        return {
            "type": "object",
            "properties": {field: _schema(inner) for field, inner in _hints(Loan).items()},
            "required": ["balance", "ratePct"],
        }
    if get_origin(plain) is Literal:
        return {"type": "string", "enum": list(get_args(plain))}
    if get_origin(plain) is tuple:
        return {"type": "array", "items": {"type": "string"}}
    names = {int: "integer", bool: "boolean", Decimal: "number", date: "string", str: "string"}
    return {"type": names[plain]}


def _plain(hint: Any) -> Any:
    return _plain(get_args(hint)[0]) if get_origin(hint) is Annotated else hint


def _read(hint: Any, value: Any) -> Any:
    """As the API takes it: paise for rupees, unless they are paise already, and whole numbers for 10.0."""
    plain = _plain(hint)
    if plain in _MONEY:
        return value if isinstance(value, Mapping) else {"amountMinor": _minor(value)}
    if plain is Loan and isinstance(value, Mapping):
        inner = _hints(Loan)
        return {field: _read(inner[field], told) for field, told in value.items()
                if field in inner and told is not None}  # fmt: skip
    if plain is int and isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _minor(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    try:
        return minor_of(Decimal(str(value)))
    except (InvalidOperation, ValueError):
        return value  # refused by its type


def required_fields(kind: str) -> tuple[str, ...]:
    """What a kind cannot do without, as a client writes it."""
    of_kind = KINDS[kind]
    camel = of_kind.__pydantic_config__["alias_generator"]
    return tuple(
        camel(field.name)
        for field in fields(of_kind)
        if field.default is MISSING and field.default_factory is MISSING
    )
