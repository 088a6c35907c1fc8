"""A search in bank rows as the model asks for it, and every limit of it in words: a part never passes for the whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from future_finance.domain.cash_flow.category_names import NAMES
from future_finance.domain.cash_flow.entry import Category, Flow
from future_finance.domain.cash_flow.search import INCOMING, Query
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.domain.rupee_words import date_text, month_text, rupees_text
from future_finance.domain.shown_name import shown_name
from future_finance.usecases.chat_tools.arguments import Arguments, Month, Words

CATEGORIES = tuple(each.value for each in Category)
LONGEST_TOLD = 320  # characters of a label with every limit in it
_PAYING = frozenset({Flow.OUTFLOW, Flow.INVESTMENT})


class RowSearch(Arguments):
    """What the model asks for. Amounts are rupees; `until` is included."""

    search: Words = ""
    category: Words = ""
    month: Month = ""
    since: Month = ""
    until: Month = ""
    direction: Literal["", "in", "out"] = ""
    at_least: Annotated[Decimal | None, Field(ge=0, le=10**12)] = None
    at_most: Annotated[Decimal | None, Field(ge=0, le=10**12)] = None

    def query(self, pseudonyms: Pseudonyms) -> Query:
        """`category` is one of CATEGORIES, or none."""
        return Query(
            text=pseudonyms.reveal(self.search),
            categories=(Category(self.category),) if self.category else (),
            flows={"in": INCOMING, "out": _PAYING}.get(self.direction, frozenset()),
            since=self.month or self.since,
            until=self.month or self.until,
            at_least_minor=None if self.at_least is None else int(self.at_least * 100),
            at_most_minor=None if self.at_most is None else int(self.at_most * 100),
        )

    def told(self, first: date, last: date, language: str) -> str:
        """The days of the rows found, and every limit that was asked for: what follows a label."""
        hindi = language == "hi"
        days = date_text(first, language)
        span = days if first == last else f"{days} - {date_text(last, language)}"
        limits = ", ".join(self._limits(hindi))
        return f"{span}: {limits}" if limits else span

    def _limits(self, hindi: bool) -> Iterator[str]:
        if self.search:
            words = shown_name(self.search)
            yield f"“{words}” वाली" if hindi else f"with “{words}”"
        if self.category:
            english, in_hindi = NAMES[Category(self.category)]
            yield in_hindi if hindi else english.lower() if english[1:2].islower() else english
        if self.direction:
            came = self.direction == "in"
            yield (
                ("सिर्फ़ आई रकम" if came else "सिर्फ़ गई रकम")
                if hindi
                else ("money in alone" if came else "money out alone")
            )
        yield from self._months(hindi)
        if self.at_least is not None:
            least = rupees_text(self.at_least)
            yield f"{least} या ज़्यादा की" if hindi else f"{least} or more each"
        if self.at_most is not None:
            most = rupees_text(self.at_most)
            yield f"{most} या कम की" if hindi else f"{most} or less each"

    def _months(self, hindi: bool) -> Iterator[str]:
        language = "hi" if hindi else "en"
        if self.month:
            month = _month(self.month, language)
            yield f"{month} में" if hindi else f"in {month}"
            return
        if self.since:
            since = _month(self.since, language)
            yield f"{since} से" if hindi else f"from {since}"
        if self.until:
            until = _month(self.until, language)
            yield f"{until} तक" if hindi else f"to {until}"


def _month(month: str, language: str) -> str:
    return month_text(date.fromisoformat(f"{month}-01"), language)
