"""Simulate a scenario as it is, on the facts that a person's consent covers. No model has a part in it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from future_finance.domain.consent import Granted, Purpose
from future_finance.domain.facts import FactSheet
from future_finance.domain.local_date import local_date
from future_finance.domain.profile import Profile
from future_finance.domain.simulation.engine import simulate
from future_finance.domain.simulation.result import Simulation
from future_finance.domain.simulation.scenario import AnyScenario
from future_finance.usecases.scenario_words import scenario_of

if TYPE_CHECKING:
    from future_finance.usecases.ai_ports import ConsentReader, FactStore
    from future_finance.usecases.ports import Clock, ProfileStore


@dataclass(frozen=True, slots=True)
class Simulating:
    """What a simulation needs."""

    facts: FactStore
    profiles: ProfileStore
    consents: ConsentReader
    clock: Clock


async def simulate_scenario(simulating: Simulating, uid: str, scenario: AnyScenario) -> Simulation:
    """On the facts that the person's consent for this covers. Raises InvalidInput, NotFound."""
    known = await known_of(simulating, uid)
    return await worked_out(known, scenario)


def simulate_for_chat(
    sheet: FactSheet, profile: Profile, scenario: Mapping[str, Any], today: date
) -> Simulation:
    """As the chat's tool asks, in the form of `scenario_schema()`; `sheet` holds consented facts alone.

    Raises InvalidInput.
    """
    return simulate(sheet, profile, scenario_of(scenario), today)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the person. `sheet`: within their consent."""

    now: datetime
    today: date
    granted: Granted
    sheet: FactSheet
    profile: Profile


async def known_of(simulating: Simulating, uid: str) -> Known:
    now = simulating.clock.now()
    today = local_date(now)
    granted = await simulating.consents.granted(uid, Purpose.PORTFOLIO_ANALYSIS, now)
    sheet = await simulating.facts.sheet(uid, today)
    profile = (await simulating.profiles.get(uid)).profile
    return Known(now, today, granted, sheet.within(granted.scopes), profile)


async def worked_out(known: Known, scenario: AnyScenario) -> Simulation:
    """In a thread: markets take a fifth of a second, in which other requests are answered."""
    return await asyncio.to_thread(simulate, known.sheet, known.profile, scenario, known.today)
