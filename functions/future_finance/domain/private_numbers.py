"""Numbers that name a person or an account, taken out of what a person writes before a model reads it."""

from __future__ import annotations

import re

_PATTERNS = (
    (re.compile(r"\b[\w.+-]{1,64}@[\w-]{2,64}(?:\.[\w-]{2,64}){0,3}\b"), "[address]"),  # e-mail, UPI address
    (re.compile(r"\b[A-Za-z]{5}\d{4}[A-Za-z]\b"), "[PAN]"),
    (re.compile(r"\b[A-Za-z]{4}0[A-Za-z0-9]{6}\b"), "[IFSC]"),
    (re.compile(r"(?<![\d,.₹])(?:\+?91[\s-]?|0)?[6-9]\d{4}[\s-]?\d{5}(?![\d,.]\d|\d)"), "[phone]"),
    (re.compile(r"(?<![\d,.₹])\d{4}[\s-]\d{4}[\s-]\d{4}(?:[\s-]\d{4})?(?!\d)"), "[number]"),  # Aadhaar, card
    (re.compile(r"(?<![\d,.₹])\d{11,19}(?!\d)"), "[number]"),
)


def masked(text: str) -> str:
    """Phone, account, card, Aadhaar and PAN numbers, e-mail and UPI addresses become a word; amounts stay."""
    for pattern, word in _PATTERNS:
        text = pattern.sub(word, text)
    return text
