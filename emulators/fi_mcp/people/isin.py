"""International securities identification numbers with a right check digit, for invented securities."""

from __future__ import annotations


def isin(stem: str) -> str:
    """The twelve characters for an eleven-character stem (ISO 6166: Luhn over letters as 10 to 35)."""
    if len(stem) != 11:
        raise ValueError("an ISIN stem has 11 characters")
    digits = [int(digit) for character in stem for digit in str(int(character, 36))]
    total = sum(
        sum(divmod(digit * 2, 10)) if place % 2 == 0 else digit
        for place, digit in enumerate(reversed(digits))
    )
    return f"{stem}{-total % 10}"
