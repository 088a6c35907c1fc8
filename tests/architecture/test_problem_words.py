"""Each problem that a person can meet has words in both languages of the app."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from future_finance.errors import AppError

WORDS = Path(__file__).parents[2] / "web" / "src" / "i18n" / "problems.ts"
UNEXPECTED = {"internal"}  # told as such, without a reason
NEVER_BY_THE_APP = {  # what only another client than our own can cause
    "bad_request",
    "idempotency_mismatch",
    "method_not_allowed",
    "origin_refused",
    "unsupported_media_type",
}


def codes(error: type[AppError] = AppError) -> Iterator[str]:
    yield error.code
    for child in error.__subclasses__():
        yield from codes(child)


def test_a_person_is_told_what_happened_and_not_only_that_something_did() -> None:
    told = set(re.findall(r"^  ([a-z_]+): (?:\{|NETWORK)", WORDS.read_text(), re.MULTILINE))
    assert set(codes()) - told - UNEXPECTED - NEVER_BY_THE_APP == set()
