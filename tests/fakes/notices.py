"""Notices and push tokens kept in memory, and a Firebase that notes what it was to show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from future_finance.domain.personal_notice import PersonalNotice, Words
from future_finance.errors import Unavailable
from future_finance.usecases.notice_ports import PushToken


class InMemoryNotices:
    """NoticeStore."""

    def __init__(self) -> None:
        self.of: defaultdict[str, dict[str, PersonalNotice]] = defaultdict(dict)

    async def stored(self, uid: str) -> Sequence[PersonalNotice]:
        return list(self.of[uid].values())

    async def get(self, uid: str, notice_id: str) -> PersonalNotice | None:
        return self.of[uid].get(notice_id)

    async def leave(self, uid: str, notice: PersonalNotice) -> bool:
        if notice.id in self.of[uid]:
            return False
        self.of[uid][notice.id] = notice
        return True

    async def mark_seen(self, uid: str, notice: PersonalNotice, now: datetime) -> None:
        known = self.of[uid].setdefault(notice.id, notice)
        if known.seen_at is None:
            self.of[uid][notice.id] = replace(known, seen_at=now)


class InMemoryPushTokens:
    """PushTokenStore."""

    def __init__(self) -> None:
        self.of: defaultdict[str, set[str]] = defaultdict(set)

    async def keep(self, uid: str, token: str, now: datetime) -> None:
        self.of[uid].add(token)

    async def forget(self, uid: str, token: str) -> None:
        self.of[uid].discard(token)

    async def tokens(self, uid: str) -> Sequence[PushToken]:
        return [PushToken(token, token) for token in sorted(self.of[uid])]


class InMemoryPushing:
    """Pushing. `gone` and `available` are for a test to set."""

    def __init__(self) -> None:
        self.available = True
        self.gone: set[str] = set()
        self.sent: list[tuple[str, str, str]] = []

    async def send(self, tokens: Sequence[str], words: Words, notice_id: str) -> Sequence[str]:
        if not self.available:
            raise Unavailable
        self.sent += [(token, words.en, notice_id) for token in tokens if token not in self.gone]
        return [token for token in tokens if token in self.gone]
