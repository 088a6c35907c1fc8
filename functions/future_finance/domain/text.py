"""Text that others wrote: made safe to store and show, never interpreted."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"  # shape letters of Indian scripts


def clean(text: str, limit: int) -> str:
    """Without control, invisible and unpaired characters, white space collapsed, at most `limit` long.

    Empty when nothing is left that can be seen.
    """
    text = text[: limit * 4]
    if not (text.isascii() and text.isprintable()):
        text = "".join(
            " " if c.isspace() else c
            for c in text
            if c.isspace() or c in _JOINERS or unicodedata.category(c)[0] != "C"
        )
    text = " ".join(text.split())[:limit].rstrip()
    return text if text.strip(_JOINERS + " ") else ""
