"""What a question is about, by its words: which facts answer it when no model can word them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from future_finance.domain.facts import Fact, FactSheet


@dataclass(frozen=True, slots=True)
class _Topic:
    words: re.Pattern[str]
    codes: tuple[str, ...]


def _topic(words: str, *codes: str) -> _Topic:
    return _Topic(re.compile(words, re.IGNORECASE), codes)


_TOPICS = (
    _topic(r"net ?worth|नेट ?वर्थ|total wealth", "N01", "N01A", "N01L", "N02D"),
    _topic(r"कितना पैसा|kitna paisa|how much money|cash|liquid|bank balance|बैलेंस|balance|नकद", "Q01", "Q01S", "N01"),
    _topic(r"surviv|emergency|without (?:a |an |my )?(?:job|income|salary)|बिना (?:आमदनी|वेतन)|runway|months? .*last|कितने महीने|kitne mahine|आपात", "Q02", "Q01", "T02R"),
    _topic(r"\bearn|income|salary|kamai|kamata|kamati|आमदनी|कमाई|सैलरी|वेतन", "T01"),
    _topic(r"spen[dt]|expense|kharch|खर्च|food|swiggy|zomato|\brent\b|kiraya|किराया", "T02", "T06", "T02C"),
    _topic(r"subscription|recurring|सब्सक्रिप्शन", "T07"),
    _topic(r"\bsav(?:e|ed|er|ing)s?\b(?! account)|बचत|bachat", "T03", "T05"),
    _topic(r"foir|loan of|eligib|afford.*loan|qualify|qarz mil|loan mil", "L05", "L05C", "L01E"),
    _topic(r"(?:loan|debt|emi|karz|लोन|कर्ज).*(?:\bend|over\b|paid off|khatam|खत्म|पूरे)", "L03"),
    _topic(r"\bloans?\b|debt|\bemis?\b|\bowe|karz|कर्ज|लोन|ऋण", "N01L", "L01", "L03", "L01R", "L01E", "L05"),
    _topic(r"card.*(?:interest|cost)|कार्ड.*ब्याज", "L07", "L06", "L06B"),
    _topic(r"overdue|past due|\blate\b|bounce|अतिदेय", "L08", "C04", "T09"),
    _topic(r"cibil|experian|credit score|\bscore|स्कोर|utili[sz]ation", "C01", "C01B", "C02", "C03"),
    _topic(r"\bfunds?\b|mutual|xirr|\bsip\b|फंड|म्यूचुअल|regular plan|invest|\bniv", "M01", "M03", "M03F", "M04", "M05", "T04V"),
    _topic(r"shares?\b|stocks?\b|शेयर", "M10", "N06"),
    _topic(r"\b(?:e?pf|ppf|provident|eps)\b|भविष्य निधि|पीएफ|retire", "E01", "E01M", "E01P", "E02"),
    _topic(r"\bnps\b|\bfds?\b|deposit|एफडी|सावधि", "N05V"),
    _topic(r"asset|allocation|संपत्ति|sampatti", "N01A", "N05V", "N05"),
)  # fmt: skip
_GAP = "N02D"  # worth telling where there is one
_MOST = 8
_MOST_OF_A_CODE = 6


def facts_about(question: str, sheet: FactSheet) -> tuple[Fact, ...]:
    """The sheet's facts on what the question names, the most telling first; none where it names nothing known."""
    codes = dict.fromkeys(code for topic in _TOPICS if topic.words.search(question) for code in topic.codes)
    found = (fact for code in codes for fact in of_code(code, sheet.facts.values()))
    return tuple(fact for fact in found if fact.code != _GAP or fact.number)[:_MOST]


def of_code(code: str, facts: Iterable[Fact]) -> list[Fact]:
    """Facts of a code: the one without a key, then the largest; of spending by category, those of the latest month."""
    found = [fact for fact in facts if fact.code == code]
    if code == "T02C":
        latest = max((month_in(fact) for fact in found), default="")
        found = [fact for fact in found if month_in(fact) == latest]
    found.sort(key=lambda fact: (bool(fact.key), -size_of(fact), fact.id))
    return found[:_MOST_OF_A_CODE]


def month_in(fact: Fact) -> str:
    """The month yyyy-mm of a category's spending."""
    return fact.key.partition(":")[0]


def size_of(fact: Fact) -> Decimal:
    """For ordering: how large the figure is, whatever its sign."""
    return abs(fact.value) if isinstance(fact.value, Decimal) else Decimal(0)
