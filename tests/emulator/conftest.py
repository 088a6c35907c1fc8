"""People on the local cloud, and hands that are clean again after each test."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

import pytest

from emulators.supervisor.stack import Stack
from tests.emulator.visitor import EVERY_PURPOSE, Hands, Visitor

type Arrive = Callable[..., Visitor]


@pytest.fixture(scope="module")
def arrive(stack: Stack) -> Iterator[Arrive]:
    """Sign a person of the simulator in, with a new account each time, who agrees to `purposes`."""
    here: list[Visitor] = []

    def arriving(slug: str, purposes: Collection[str] = EVERY_PURPOSE) -> Visitor:
        here.append(Visitor(stack, slug, purposes))
        return here[-1]

    yield arriving
    for visitor in here:
        visitor.close()


@pytest.fixture
def hands(stack: Stack) -> Iterator[Hands]:
    hands = Hands(stack)
    yield hands
    hands.all_is_well()
