"""POST /api/simulate: a what-if on the person's own figures, as a scenario or in words."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, parse_body
from future_finance.entrypoints.request import query_of, require_method
from future_finance.entrypoints.simulation_view import simulation_view
from future_finance.usecases.scenario_words import LONGEST_TEXT, Scenario, problems_of
from future_finance.usecases.simulation import Simulating, simulate_scenario


class NewSimulation(Body):
    """Either a scenario, or a question in words: English, Hindi or a mix."""

    scenario: Scenario | None = None
    text: Annotated[str, Field(min_length=2, max_length=LONGEST_TEXT)] | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> NewSimulation:
        if (self.scenario is None) == (self.text is None):
            raise PydanticCustomError("either_scenario_or_text", "one of the two")
        return self


async def simulate(request: Request, user: User) -> Response:
    """POST /api/simulate. A scenario as it is needs no model."""
    require_method(request, "POST")
    query_of(request, ())
    wanted = await parse_body(request, NewSimulation, _problems)
    simulating = Simulating(
        facts=bootstrap.fact_store(),
        profiles=bootstrap.profile_store(),
        consents=bootstrap.consents(),
        clock=bootstrap.clock(),
    )
    if wanted.scenario is not None:
        return json_response(simulation_view(await simulate_scenario(simulating, user.uid, wanted.scenario)))
    assert wanted.text is not None
    interpreting = bootstrap.interpreting()(bootstrap.model(), bootstrap.ai_budget(), bootstrap.access_log())
    understood, found = await interpreting.simulate(simulating, user.uid, wanted.text)
    return json_response(simulation_view(found, understood))


def _problems(error: ValidationError) -> list[dict[str, str]]:
    return problems_of(error, "")
