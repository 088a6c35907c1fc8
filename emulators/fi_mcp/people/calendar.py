"""Twelve months that end with the last full month before today, and a view of them from a date."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

NAMES = ("Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct")
LAST = len(NAMES) - 1

Vector = tuple[int, ...]  # whole rupees of twelve months, Nov to Oct


def every(rupees: int) -> Vector:
    """The same in each of the twelve months."""
    return (rupees,) * 12


def steps(*runs: tuple[int, int]) -> Vector:
    """(rupees, how many months) after one another; what is left is zero."""
    vector = tuple(rupees for rupees, months in runs for _ in range(months))
    return vector + (0,) * (12 - len(vector))


def in_months(**rupees: int) -> Vector:
    """Named months only: in_months(Mar=62_000)."""
    if unknown := set(rupees) - set(NAMES):
        raise ValueError(f"no such month: {unknown}")
    return tuple(rupees.get(name, 0) for name in NAMES)


def plus(*vectors: Vector) -> Vector:
    """The sum, month by month."""
    return tuple(sum(column) for column in zip(*vectors, strict=True))


def month_number(day: date) -> int:
    """Months since year 0, so that months can be counted."""
    return day.year * 12 + day.month - 1


@dataclass(frozen=True, slots=True)
class Window:
    """The twelve months before `anchor`; index 0 is the oldest, 11 the newest, negative before them.

    A person's figures are named Nov to Oct; entry 11 always falls on the month before the anchor's,
    so festivals and financial-year events shift along.
    """

    anchor: int  # month number

    @classmethod
    def before(cls, day: date) -> Window:
        return cls(month_number(day))

    def day(self, index: int, day_of_month: int) -> date:
        """A day of month `index`; beyond the month's end is its last day."""
        year, month = divmod(self.anchor - 12 + index, 12)
        return date(year, month + 1, min(day_of_month, monthrange(year, month + 1)[1]))

    def end(self, index: int) -> date:
        return self.day(index, 31)

    def index(self, day: date) -> int:
        return month_number(day) - self.anchor + 12


@dataclass(frozen=True, slots=True)
class View:
    """The window as seen on `today`. `last` is the index of the last full month, 11 at most.

    Nothing of the month under way exists yet: balances stand as of the last full month's end.
    `last` below 0 is before the twelve months.
    """

    window: Window
    today: date

    @classmethod
    def at(cls, today: date, real_today: date) -> View:
        """Anchored at the real month; a clock moved forward takes the anchor along."""
        return cls(Window.before(max(today, real_today)), today)

    @property
    def last(self) -> int:
        return min(self.window.index(self.today) - 1, LAST)

    @property
    def as_of(self) -> date:
        """The end of the last full month."""
        return self.window.end(self.last)

    @property
    def priced_on(self) -> date:
        """The last weekday before today: funds and shares are priced daily."""
        return weekday_on_or_before(self.today - timedelta(days=1))


def weekday_on_or_before(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def weekday_on_or_after(day: date) -> date:
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)
