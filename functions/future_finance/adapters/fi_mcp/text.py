"""Text that others wrote: made safe to store and show, never interpreted."""

from __future__ import annotations

import unicodedata

NAME_LIMIT = 120
NARRATION_LIMIT = 400
_JOINERS = "\u200c\u200d"  # shape letters of Indian scripts


def clean(text: str, limit: int = NAME_LIMIT) -> str:
    """Without control, invisible and unpaired characters, white space collapsed, at most `limit` long."""
    text = text[: limit * 4]
    if not (text.isascii() and text.isprintable()):
        text = "".join(
            " " if c.isspace() else c
            for c in text
            if c.isspace() or c in _JOINERS or unicodedata.category(c)[0] != "C"
        )
    return " ".join(text.split())[:limit].rstrip()


def last_four(number: str) -> str:
    """The last four characters of an account number; empty when they are all mask."""
    tail = "".join(c for c in number if c.isascii() and c.isalnum())[-4:]
    return "" if set(tail.upper()) <= {"X"} else tail
