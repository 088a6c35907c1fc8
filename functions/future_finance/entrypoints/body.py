"""A JSON body, read into a model that takes no unknown field and no wrong type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic.alias_generators import to_camel
from starlette.requests import Request

from future_finance.entrypoints.request import ID_PATTERN
from future_finance.errors import BadRequest, InvalidInput

_MOST_PROBLEMS = 20

Id = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$")]


class Body(BaseModel):
    """What a client sends: camelCase, exact JSON types, nothing beyond the fields named."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        alias_generator=to_camel,
        str_strip_whitespace=True,
        defer_build=True,  # a GET of the same endpoint need not pay for it
    )


def _problems(error: ValidationError) -> list[dict[str, str]]:
    return [
        {"path": ".".join(str(step) for step in problem["loc"]), "problem": problem["type"]}
        for problem in error.errors(include_url=False, include_context=False, include_input=False)
    ]


async def parse_body[M: BaseModel](
    request: Request,
    model: type[M],
    problems_of: Callable[[ValidationError], list[dict[str, str]]] = _problems,
) -> M:
    """The body as `model`; an absent body is an empty object. `problems_of`: rows of {"path", "problem"}.

    Raises BadRequest when it is not JSON, InvalidInput with the paths (never the values) that are wrong.
    """
    raw = await request.body()
    try:
        return model.model_validate_json(raw or b"{}")
    except ValidationError as error:
        problems = problems_of(error)
    if problems[0]["problem"] == "json_invalid":
        raise BadRequest("The body is not valid JSON.")
    raise InvalidInput(details={"fields": problems[:_MOST_PROBLEMS]})
