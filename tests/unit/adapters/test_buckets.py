"""Buckets: one document a month until it would be too large."""

from __future__ import annotations

import random

from future_finance.adapters.firestore.buckets import MAX_BYTES, documents_of, rows_of


def row(number: int, size: int = 200) -> dict[str, object]:
    return {"id": str(number), "on": f"2026-11-{number % 28 + 1:02}", "narration": "₹" * (size // 3)}


def test_a_usual_month_is_one_document() -> None:
    made = documents_of("c1", "month", "2026-11", [row(n) for n in range(100)])
    assert list(made) == ["c1_2026-11"]
    assert (made["c1_2026-11"]["parts"], made["c1_2026-11"]["to"]) == (1, "2026-11-28")


def test_a_month_that_outgrows_a_document_splits_and_comes_back_whole_and_in_order() -> None:
    rows = [row(n, 3_000) for n in range(700)]
    made = documents_of("c1", "month", "2026-11", rows)
    assert list(made) == ["c1_2026-11", "c1_2026-11_2", "c1_2026-11_3"]
    assert all(len(str(fields["rows"]).encode()) < 1.1 * MAX_BYTES for fields in made.values())
    shuffled = random.Random(1).sample(list(made.values()), len(made))
    assert rows_of(shuffled) == rows


def test_equal_rows_make_an_equal_hash() -> None:
    first = documents_of("c1", "month", "2026-11", [row(1)])["c1_2026-11"]
    again = documents_of("c1", "month", "2026-11", [row(1)])["c1_2026-11"]
    assert first["contentHash"] == again["contentHash"]
