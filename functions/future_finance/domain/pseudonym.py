"""Pseudonyms: people, payees and employers go to the model under other names, and come back by code."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from future_finance.domain.private_names import parts_of_person

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels: no words
_LENGTH = 3
# As models write them: "person BCD", "Person-BCD", and with a Hindi ending close by.
_PSEUDONYM = re.compile(rf"\bperson[\s_-]+([{_LETTERS}]{{{_LENGTH},8}})(?![A-Za-z0-9_])", re.IGNORECASE)
_SHORTEST = 3  # a shorter name would be found inside ordinary words
_LETTER = r"\w\u0900-\u097f"  # vowel signs of Devanagari are no \w
_WORD = re.compile(rf"(?<![{_LETTER}])[{_LETTER}]+")
UNKNOWN = "someone"


class Pseudonyms:
    """Stable ones of one user: the same name has the same pseudonym in every prompt of theirs."""

    def __init__(self, uid: str, names: Iterable[str]) -> None:
        self._uid = uid
        self._by_name: dict[str, str] = {}
        self._by_code: dict[str, str] = {}
        self._by_part: dict[str, set[str]] = {}  # names in which a word stands
        self._names: re.Pattern[str] | None = None
        self.know(names)

    def know(self, names: Iterable[str]) -> None:
        """Further names; those known before keep their pseudonyms."""
        new = {name.strip() for name in names if len(name.strip()) >= _SHORTEST}
        for name in sorted(new):
            if name.casefold() not in self._by_name:
                self._by_name[name.casefold()] = self._named(name)
                for part in parts_of_person(name):
                    self._by_part.setdefault(part, set()).add(name.casefold())
        if new:
            longest_first = sorted(self._by_name, key=lambda name: (-len(name), name))
            found = "|".join(re.escape(name) for name in longest_first)
            self._names = re.compile(rf"(?<![{_LETTER}])(?:{found})(?![{_LETTER}])", re.IGNORECASE)

    def of(self, name: str) -> str:
        """The pseudonym of a name that was given. Raises KeyError."""
        return self._by_name[name.strip().casefold()]

    def hide(self, text: str) -> str:
        """The text with every known name replaced."""
        if self._names is None:
            return text
        return self._names.sub(lambda found: self._by_name.get(found[0].casefold(), UNKNOWN), text)

    def hide_said(self, text: str) -> str:
        """As `hide`, and a person's first or last name alone as well: for what a person says or asks.

        A word that several people's names have gets a pseudonym of its own, for any of them.
        """
        return _WORD.sub(self._called, self.hide(text))

    def reveal(self, text: str) -> str:
        """The text with the names back; a pseudonym that was never given out names nobody."""
        return _PSEUDONYM.sub(self._revealed, text)

    def _called(self, found: re.Match[str]) -> str:
        part = found[0].casefold()
        names = self._by_part.get(part, set())
        if not names:
            return found[0]
        if len(names) == 1:
            return self._by_name[next(iter(names))]
        if part not in self._by_name:
            self._by_name[part] = self._named(part.title())
        return self._by_name[part]

    def _revealed(self, found: re.Match[str]) -> str:
        """Small letters that are no code of ours may be a word: "person spry"."""
        unknown = UNKNOWN if found[1].isupper() else found[0]
        return self._by_code.get(found[1].upper(), unknown)

    def _named(self, name: str) -> str:
        """A new pseudonym."""
        digest = hashlib.sha256(f"{self._uid}\x1f{name.casefold()}".encode()).digest()
        letters = "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest)
        code = next(code for length in range(_LENGTH, 9) if (code := letters[:length]) not in self._by_code)
        self._by_code[code] = name
        return f"Person {code}"
