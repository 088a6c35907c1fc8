"""The tests bite: each defect, seeded into a copy, is refused by Terraform or caught by the assertion it is meant for."""

from __future__ import annotations

import inspect
from concurrent.futures import Future

import pytest

from tests.infra import test_access, test_data, test_functions, test_grants, test_observability
from tests.infra.broken import CAUGHT, OWNER, Broken, BrokenPlans, needs, trips
from tests.infra.defects.defect import Assertion, Defect
from tests.infra.defects.refused import REFUSED

ROOMS = (test_access, test_data, test_functions, test_grants, test_observability)
READS_A_PLAN = {"plan", "prod", "plans", "own_domain"}


def assertions() -> list[Assertion]:
    """Every test of these modules that reads a plan."""
    return [
        function
        for room in ROOMS
        for name, function in inspect.getmembers(room, inspect.isfunction)
        if name.startswith("test_") and READS_A_PLAN & set(inspect.signature(function).parameters)
    ]


@pytest.mark.parametrize("defect", REFUSED, ids=lambda defect: defect.name)
def test_terraform_refuses_it(defect: Defect, broken: Future[Broken]) -> None:
    assert REFUSED[defect] in broken.result().refusals[defect]


@pytest.mark.parametrize("defect", OWNER, ids=lambda defect: defect.name)
def test_the_assertion_catches_it(defect: Defect, broken: Future[Broken]) -> None:
    plans = broken.result().of(defect)
    with pytest.raises(AssertionError):
        plans.hold(OWNER[defect])


@pytest.mark.parametrize("assertion", assertions(), ids=lambda assertion: assertion.__name__)
def test_an_assertion_fails_for_the_defects_that_it_is_meant_for_alone(
    assertion: Assertion, broken: Future[Broken]
) -> None:
    """Else one defect could hide that another, planned with it, is not caught."""
    made = [each for each in broken.result().plans.values() if isinstance(each, BrokenPlans)]
    for plans in {id(each): each for each in made}.values():
        tripped = any(assertion in trips(defect) for defect in plans.defects)
        if needs(assertion) <= set(plans.made) and not tripped:
            plans.hold(assertion)


def test_every_assertion_on_the_plan_is_shown_to_catch_something() -> None:
    assert set(CAUGHT) == set(assertions())
