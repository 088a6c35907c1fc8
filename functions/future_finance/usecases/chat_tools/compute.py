"""The tool `compute`: arithmetic on facts by rules of units; its result is a fact with a formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from future_finance.domain import compute as arithmetic
from future_finance.domain.consent import Scope
from future_finance.domain.facts import Per, Unit
from future_finance.usecases.chat_tools.arguments import Arguments, read_arguments, schema
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer
from future_finance.usecases.model import ToolSpec

_UNITS = (Unit.INR, Unit.PERCENT, Unit.MONTHS, Unit.YEARS, Unit.COUNT)


class Operand(Arguments):
    """A fact by its id, or a number that the person said."""

    fact: Annotated[str, StringConstraints(max_length=200)] = ""
    said: Annotated[Decimal | None, Field(ge=-(10**15), le=10**15)] = None
    unit: Literal["INR", "percent", "months", "years", "count"] = "INR"
    per: Literal["", "month", "year"] = ""


class Asked(Arguments):
    """What the model asks for."""

    operation: Annotated[str, StringConstraints(max_length=20)]
    operands: Annotated[Sequence[Operand], Field(min_length=1, max_length=12)]


async def run(desk: Desk, arguments: Mapping[str, Any]) -> ToolAnswer:
    asked = read_arguments(Asked, arguments)
    operands = [
        each.fact if each.said is None else arithmetic.Literal(each.said, each.unit, each.per or None)
        for each in asked.operands
    ]
    sheet = desk.sheet.plus(fact for fact in desk.shown.values() if fact.id not in desk.sheet.facts)
    result = arithmetic.compute(asked.operation, operands, sheet, said_by_user=desk.said)
    if isinstance(result, arithmetic.Refusal):
        return ToolAnswer({"error": result.code, "hint": result.detail}, status="error")
    inputs = [fact for fact in map(sheet.get, result.inputs) if fact is not None]
    return ToolAnswer({"facts": [desk.line(result)], "formula": result.formula}, (result, *inputs))


TOOL = Tool(
    ToolSpec(
        "compute",
        "Arithmetic on facts, the only way to a figure that no fact has. add, subtract, difference, multiply, divide, share "
        "(the first in percent of the second), per_year (of a monthly fact). A stock and a flow do not add up.",
        schema(
            {
                "operation": {"type": "string", "enum": [each.value for each in arithmetic.Operation]},
                "operands": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {
                            "fact": {"type": "string", "description": "id of a fact"},
                            "said": {"type": "number", "description": "instead: a number the person said"},
                            "unit": {"type": "string", "enum": [unit.value for unit in _UNITS]},
                            "per": {"type": "string", "enum": [per.value for per in Per]},
                        },
                    },
                },
            },
            "operation",
            "operands",
        ),
    ),
    frozenset(Scope),
    run,
)
