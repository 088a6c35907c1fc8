"""A month of so many users: everything they and the schedules use, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

from scripts.scale import people
from scripts.scale.assumptions import Assumptions
from scripts.scale.people import DAYS, Day
from scripts.scale.prices import total_inr
from scripts.scale.schedules import ScheduleRun, monthly, nightly, nightly_of_all, weekly
from scripts.scale.usage import Usage


@dataclass(frozen=True, slots=True)
class Month:
    """`users` are accounts, active or not. `parts`: units by what they are for."""

    users: int
    day: Day
    runs: tuple[ScheduleRun, ...]
    if_logins_lasted: ScheduleRun
    parts: dict[str, Usage]

    @property
    def usage(self) -> Usage:
        return reduce(lambda one, other: one + other, self.parts.values())

    @property
    def inr_each(self) -> float:
        return total_inr(self.usage, with_free=True) / self.users


def month(users: int, a: Assumptions) -> Month:
    night, week, first = nightly(users, a), weekly(users, a), monthly(users, a)
    parts = people.month(users, a) | {
        "nightly syncs": night.usage * DAYS,
        "weekly insights": week.usage * (DAYS / 7),
        "monthly points": first.usage,
    }
    return Month(users, people.day(users, a), (night, week, first), nightly_of_all(users, a), parts)
