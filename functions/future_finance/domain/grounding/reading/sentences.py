"""A text that arrives in pieces, cut into whole sentences: never inside "Rs. 1.2 lakh", "No. 1" or "i.e."."""

from __future__ import annotations

import re

_ENDS = re.compile(r"[.!?।॥…]+[\"'”’)\]*_]*(?=\s)|\n")
_SHORT = re.compile(
    r"(?:^|[\s(\[*_\"'])(?:rs|re|no|nos|i\.e|e\.g|eg|ie|etc|vs|viz|approx|apx|p\.a|p\.m|a\.m|mr|mrs|ms|dr|smt|shri|st|sr|jr"
    r"|ltd|pvt|co|inc|a/c|acc|acct|sec|s|cl|fig|dept|govt|max|min|avg|est|incl|excl|cr|lac|jan|feb|mar|apr|jun|jul|aug"
    r"|sep|sept|oct|nov|dec|रु|डॉ|[a-z])\.$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?:[a-zà-ÿ(₹\d]|[-–]\d)")
_MARKER = re.compile(r"^\s*(?:[-*•>#]\s*)*\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\.$")


class Sentences:
    """Collects pieces; `feed` returns the sentences that are complete, with the white space after them."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, text: str) -> list[str]:
        """Add a piece. Joined, all that was returned and `flush` are exactly what was fed."""
        self._rest += text
        done: list[str] = []
        start = look = 0
        while found := _ENDS.search(self._rest, look):
            end = found.end()
            while end < len(self._rest) and self._rest[end].isspace():
                end += 1
            if end == len(self._rest) and "\n" not in self._rest[found.start() :]:
                break  # what follows decides whether this was the end
            if self._ends(start, found):
                done.append(self._rest[start:end])
                start = end
            look = end
        self._rest = self._rest[start:]
        return [sentence for sentence in done if sentence]

    def flush(self) -> list[str]:
        """What is left when nothing more comes."""
        rest, self._rest = self._rest, ""
        return [rest] if rest.strip() else []

    def _ends(self, start: int, found: re.Match[str]) -> bool:
        stop = found.group()
        if stop == "\n":
            return bool(self._rest[start : found.start()].strip())
        before = self._rest[start : found.start() + 1]
        if stop[0] != "." or stop.startswith(".."):
            return True
        if _MARKER.search(before):
            return False
        return not (
            _SHORT.search(before) and (_abbreviates(before) or _GOES_ON.match(self._rest, found.end()))
        )


def _abbreviates(before: str) -> bool:
    """Abbreviations that never end a sentence, whatever follows."""
    return (
        re.search(
            r"(?:^|[\s(])(?:rs|no|nos|i\.e|e\.g|vs|viz|approx|mr|mrs|ms|dr|smt|shri|sec|pvt|a/c|रु|डॉ)\.$",
            before,
            re.I,
        )
        is not None
    )


def split(text: str) -> list[str]:
    """All sentences of a whole text."""
    sentences = Sentences()
    return sentences.feed(text) + sentences.flush()
