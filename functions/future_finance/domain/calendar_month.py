"""Calendar months by name, in English and Hindi."""

from __future__ import annotations

_NAMES = (
    ("January", "जनवरी"), ("February", "फ़रवरी"), ("March", "मार्च"), ("April", "अप्रैल"), ("May", "मई"), ("June", "जून"),
    ("July", "जुलाई"), ("August", "अगस्त"), ("September", "सितंबर"), ("October", "अक्टूबर"), ("November", "नवंबर"), ("December", "दिसंबर"),
)  # fmt: skip


def month_name(month: str) -> tuple[str, str]:
    """A month yyyy-mm as said in English and in Hindi: "October 2026"."""
    year, _, number = month.partition("-")
    english, hindi = _NAMES[int(number) - 1]
    return f"{english} {year}", f"{hindi} {year}"
