"""What several facts rest on together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from future_finance.domain.fact_book import FactBook
from future_finance.domain.sufficiency import age_caveats, freshness


@dataclass(frozen=True, slots=True)
class Origin:
    """The documents of a day. `scopes` and `sufficiency` where they are not those of the kind and of the day."""

    book: FactBook
    as_of: date | None
    sources: Sequence[str]
    scopes: frozenset[str] | None = None
    sufficiency: float | None = None

    def enter(
        self,
        code: str,
        value: Decimal | str,
        *,
        key: str = "",
        label: str = "",
        label_hi: str = "",
        inputs: Iterable[str] = (),
        caveats: Iterable[str] = (),
    ) -> None:
        fresh = freshness(self.as_of, self.book.today)
        self.book.enter(
            code,
            value,
            self.as_of,
            key=key,
            label=label,
            label_hi=label_hi,
            sources=self.sources,
            inputs=inputs,
            sufficiency=fresh if self.sufficiency is None else self.sufficiency,
            caveats=(*age_caveats(self.as_of, self.book.today), *caveats),
            scopes=self.scopes,
        )
