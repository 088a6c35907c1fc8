"""Claims without a number: "doubled", "most of", "no overdue", "higher than last month"."""

from __future__ import annotations

from collections.abc import Iterator

from future_finance.domain.grounding.known import Known, Sheet
from future_finance.domain.grounding.reading import Reading


def wordless_claims(
    reading: Reading, sheet: Sheet, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """Position, words and nearest fact of each claim that the facts do not carry."""
    return iter(())
