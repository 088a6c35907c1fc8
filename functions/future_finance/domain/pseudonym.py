"""Pseudonyms: people, payees and employers go to the model under other names, and come back by code."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels: no words
_LENGTH = 3
# As models write them: "person BCD", "Person-BCD", and with a Hindi ending close by.
_PSEUDONYM = re.compile(rf"\bperson[\s_-]+([{_LETTERS}]{{{_LENGTH},8}})(?![A-Za-z0-9_])", re.IGNORECASE)
_SHORTEST = 3  # a shorter name would be found inside ordinary words
UNKNOWN = "someone"


class Pseudonyms:
    """Stable ones of one user: the same name has the same pseudonym in every prompt of theirs."""

    def __init__(self, uid: str, names: Iterable[str]) -> None:
        self._by_name: dict[str, str] = {}
        self._by_code: dict[str, str] = {}
        for name in sorted({name.strip() for name in names if len(name.strip()) >= _SHORTEST}):
            if name.casefold() not in self._by_name:
                code = self._free_code(uid, name)
                self._by_name[name.casefold()] = f"Person {code}"
                self._by_code[code] = name
        longest_first = sorted(self._by_code.values(), key=lambda name: (-len(name), name))
        found = "|".join(re.escape(name) for name in longest_first)
        self._names = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else None

    def of(self, name: str) -> str:
        """The pseudonym of a name that was given. Raises KeyError."""
        return self._by_name[name.strip().casefold()]

    def hide(self, text: str) -> str:
        """The text with every known name replaced."""
        if self._names is None:
            return text
        return self._names.sub(lambda found: self._by_name.get(found[0].casefold(), UNKNOWN), text)

    def reveal(self, text: str) -> str:
        """The text with the names back; a pseudonym that was never given out names nobody."""
        return _PSEUDONYM.sub(self._revealed, text)

    def _revealed(self, found: re.Match[str]) -> str:
        """Small letters that are no code of ours may be a word: "person spry"."""
        unknown = UNKNOWN if found[1].isupper() else found[0]
        return self._by_code.get(found[1].upper(), unknown)

    def _free_code(self, uid: str, name: str) -> str:
        digest = hashlib.sha256(f"{uid}\x1f{name.casefold()}".encode()).digest()
        letters = "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest)
        return next(code for length in range(_LENGTH, 9) if (code := letters[:length]) not in self._by_code)
