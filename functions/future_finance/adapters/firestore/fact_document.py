"""A sheet of facts as the body of users/{uid}/views/facts: one text, exact, without what the catalogue says."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from future_finance.domain.fact_catalogue import KINDS
from future_finance.domain.facts import Fact, FactSheet, MissingFact

MAX_BYTES = 900 * 1024  # of a document's 1 MiB

_READ: dict[str, Callable[[str], Decimal | date | str]] = {
    "number": Decimal,
    "date": date.fromisoformat,
    "text": str,
}


def to_body(sheet: FactSheet) -> str:
    """JSON. What a fact has in common with its kind is left out: the reader is of the same version."""
    content = {
        "facts": [_fact(fact) for fact in sheet.facts.values()],
        "missing": [_missing(gone) for gone in sheet.missing.values()],
        "names": sorted(sheet.names),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_body(body: str, built_on: date, data_version: int) -> FactSheet:
    content = json.loads(body)
    facts = [_fact_of(fields) for fields in content["facts"]]
    missing = [_missing_of(fields) for fields in content["missing"]]
    return FactSheet(
        built_on,
        data_version,
        MappingProxyType({fact.id: fact for fact in facts}),
        MappingProxyType({gone.id: gone for gone in missing}),
        frozenset(content["names"]),
    )


def _fact(fact: Fact) -> dict[str, Any]:
    kind = KINDS[fact.code]
    own = {
        "label": (fact.label, kind.label),
        "labelHi": (fact.label_hi, kind.label_hi),
        "unit": (fact.unit, kind.unit),
        "per": (fact.per, kind.per),
        "formula": (fact.formula, kind.formula),
        "scopes": (sorted(fact.scopes), sorted(kind.scopes)),
        "asOf": (fact.as_of and fact.as_of.isoformat(), None),
        "sources": (list(fact.sources), []),
        "inputs": (list(fact.inputs), []),
        "sufficiency": (fact.sufficiency, 1.0),
        "caveats": (list(fact.caveats), []),
        "names": (list(fact.names), []),
    }
    said = {name: value for name, (value, usual) in own.items() if value != usual}
    return {"id": fact.id, "value": _value(fact.value)} | said


def _value(value: Decimal | date | str) -> dict[str, str]:
    if isinstance(value, Decimal):
        return {"number": str(value)}
    return {"date": value.isoformat()} if isinstance(value, date) else {"text": value}


def _fact_of(fields: Mapping[str, Any]) -> Fact:
    kind = KINDS[fields["id"].partition(":")[0]]
    ((how, text),) = fields["value"].items()
    as_of = fields.get("asOf")
    return Fact(
        id=fields["id"],
        label=fields.get("label", kind.label),
        label_hi=fields.get("labelHi", kind.label_hi),
        value=_READ[how](text),
        unit=fields.get("unit", kind.unit),
        per=fields.get("per", kind.per),
        formula=fields.get("formula", kind.formula),
        scopes=frozenset(fields.get("scopes", kind.scopes)),
        as_of=None if as_of is None else date.fromisoformat(as_of),
        sources=tuple(fields.get("sources", ())),
        inputs=tuple(fields.get("inputs", ())),
        sufficiency=fields.get("sufficiency", 1.0),
        caveats=tuple(fields.get("caveats", ())),
        names=tuple(fields.get("names", ())),
    )


def _missing(gone: MissingFact) -> dict[str, Any]:
    return {
        "id": gone.id,
        "label": gone.label,
        "labelHi": gone.label_hi,
        "reason": gone.reason,
        "needs": gone.needs,
        "scopes": sorted(gone.scopes),
    }


def _missing_of(fields: Mapping[str, Any]) -> MissingFact:
    return MissingFact(
        id=fields["id"],
        label=fields["label"],
        label_hi=fields["labelHi"],
        reason=fields["reason"],
        needs=fields["needs"],
        scopes=frozenset(fields["scopes"]),
    )
