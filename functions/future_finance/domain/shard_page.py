"""What one task of a schedule looks at: a page of one shard of the users, or the first page of several."""

from __future__ import annotations

from dataclasses import dataclass, replace

from future_finance.domain.schedule import ScheduleName
from future_finance.domain.user import SHARDS

type Cursor = str  # where the next page goes on; opaque to all but the store

# Shards whose first pages are one. A query takes 100 conditions, multiplied out: 22 times 4, and 3 orders.
TOGETHER = tuple(range(first, min(first + 22, SHARDS)) for first in range(0, SHARDS, 22))


@dataclass(frozen=True, slots=True)
class ShardPage:
    """`again`: what tells the tasks of a replay from those whose names are taken."""

    schedule: ScheduleName
    period: str
    shards: range
    number: int = 0
    after: Cursor | None = None
    again: str = ""

    @property
    def task_id(self) -> str:
        return "-".join(
            (self.schedule, self.period, text_of(self.shards), str(self.number), *filter(None, [self.again]))
        )

    def payload(self) -> dict[str, str]:
        sent = {
            "schedule": self.schedule.value,
            "period": self.period,
            "shards": text_of(self.shards),
            "number": str(self.number),
            "after": self.after or "",
            "again": self.again,
        }
        return {name: value for name, value in sent.items() if value}

    def followed_by(self, after: Cursor) -> list[ShardPage]:
        """The next page of each of its shards: from there on they go side by side."""
        return [
            replace(self, shards=range(shard, shard + 1), number=self.number + 1, after=after)
            for shard in self.shards
        ]

    def from_the_start(self, again: str) -> ShardPage:
        """All that is due in its shards, under names that nobody has taken."""
        return replace(self, number=0, after=None, again=again)


def text_of(shards: range) -> str:
    """The first one and the last one."""
    return f"{shards[0]}-{shards[-1]}"


def shards_of(text: str) -> range:
    """Raises ValueError unless it is a shard, or some that are read together."""
    first, _, last = text.partition("-")
    shards = range(int(first), int(last) + 1)
    if shards in TOGETHER or (len(shards) == 1 and shards[0] in range(SHARDS)):
        return shards
    raise ValueError(f"no such shards: {text}")
