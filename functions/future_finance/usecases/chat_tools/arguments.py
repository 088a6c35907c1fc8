"""What the model may ask a tool for: read leniently, never trusted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

Month = Annotated[str, StringConstraints(pattern=r"^$|^(19|20)\d\d-(0[1-9]|1[0-2])$")]
Day = Annotated[str, StringConstraints(pattern=r"^$|^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Words = Annotated[str, StringConstraints(max_length=80)]


class Arguments(BaseModel):
    """Unknown arguments are passed over: models invent some, the user id among them."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True, frozen=True)


class ArgumentsRefused(Exception):
    """They cannot be read; the message says which, for the model."""


def read_arguments[A: Arguments](kind: type[A], arguments: Mapping[str, Any]) -> A:
    """Raises ArgumentsRefused."""
    try:
        return kind.model_validate(dict(arguments))
    except ValidationError as error:
        wrong = sorted({str(problem["loc"][0]) for problem in error.errors() if problem["loc"]})
        raise ArgumentsRefused(f"not valid: {', '.join(wrong)}") from None


def schema(properties: Mapping[str, Mapping[str, Any]], *required: str) -> Mapping[str, Any]:
    """A tool's parameters as JSON schema."""
    return {"type": "object", "properties": dict(properties), "required": list(required)}
