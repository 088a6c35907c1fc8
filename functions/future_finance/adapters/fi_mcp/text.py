"""How much of Fi's text is kept."""

from __future__ import annotations

NAME_LIMIT = 120
NARRATION_LIMIT = 400


def last_four(number: str) -> str:
    """The last four characters of an account number; empty when they are all mask."""
    tail = "".join(c for c in number if c.isascii() and c.isalnum())[-4:]
    return "" if set(tail.upper()) <= {"X"} else tail
