"""Bands of a credit score. They are ours, since sources disagree; the score stays the bureau's."""

from __future__ import annotations

_BANDS = ((300, 599, "poor"), (600, 699, "fair"), (700, 749, "good"), (750, 900, "excellent"))


def band_of(score: int) -> str | None:
    """poor | fair | good | excellent; None outside 300 to 900 (no history, or not a score)."""
    return next((name for low, high, name in _BANDS if low <= score <= high), None)
