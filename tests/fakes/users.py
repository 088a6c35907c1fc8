"""users/{uid} in memory."""

from __future__ import annotations

from datetime import datetime

from future_finance.errors import Forbidden
from future_finance.usecases.ports import SignedInPerson


class InMemoryUserStore:
    """UserStore. A uid in `erasing` is being erased."""

    def __init__(self) -> None:
        self.people: dict[str, SignedInPerson] = {}
        self.erasing: set[str] = set()

    async def ensure(self, person: SignedInPerson, now: datetime) -> bool:
        if person.uid in self.erasing:
            raise Forbidden
        created = person.uid not in self.people
        self.people[person.uid] = person
        return created
