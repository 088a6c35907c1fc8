"""Score bands."""

from __future__ import annotations

import pytest

from future_finance.domain.credit_score import band_of


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (299, None),
        (300, "poor"),
        (599, "poor"),
        (600, "fair"),
        (699, "fair"),
        (700, "good"),
        (749, "good"),
        (750, "excellent"),
        (900, "excellent"),
        (901, None),
        (-1, None),
    ],
)
def test_each_score_has_its_band(score: int, band: str | None) -> None:
    assert band_of(score) == band
