"""Unwrapped data keys of an instance: few, for a short time, and only against the exact wrapped bytes."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

MAX_KEYS = 256
LIFETIME_S = 300.0


class DataKeyCache:
    """Least recently used out first. `monotonic` gives seconds."""

    def __init__(
        self,
        max_keys: int = MAX_KEYS,
        lifetime_s: float = LIFETIME_S,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._max_keys = max_keys
        self._lifetime_s = lifetime_s
        self._monotonic = monotonic
        self._keys: OrderedDict[tuple[str, bytes], tuple[bytes, float]] = OrderedDict()

    def get(self, uid: str, wrapped: bytes) -> bytes | None:
        """The data key for wrapped bytes that the caller has read in this request."""
        found = self._keys.get((uid, wrapped))
        if found is None:
            return None
        data_key, kept_until = found
        if kept_until <= self._monotonic():
            del self._keys[uid, wrapped]
            return None
        self._keys.move_to_end((uid, wrapped))
        return data_key

    def put(self, uid: str, wrapped: bytes, data_key: bytes) -> None:
        self._keys[uid, wrapped] = (data_key, self._monotonic() + self._lifetime_s)
        self._keys.move_to_end((uid, wrapped))
        while len(self._keys) > self._max_keys:
            self._keys.popitem(last=False)

    def forget(self, uid: str) -> None:
        for entry in [entry for entry in self._keys if entry[0] == uid]:
            del self._keys[entry]
