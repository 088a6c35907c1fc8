"""A regular expression that is compiled when it is first used: long ones take tens of milliseconds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class LazyPattern:
    """Of the methods of a pattern those that are used."""

    def __init__(self, *patterns: str, any_case: bool = True) -> None:
        """One of `patterns`."""
        self._patterns = patterns
        self._flags = re.IGNORECASE if any_case else re.NOFLAG

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        text = "|".join(f"(?:{pattern})" for pattern in self._patterns)
        return re.compile(text, self._flags)

    def search(self, text: str) -> re.Match[str] | None:
        return self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        return self.compiled.match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text)

    def sub(self, by: Callable[[re.Match[str]], str], text: str) -> str:
        return self.compiled.sub(by, text)
