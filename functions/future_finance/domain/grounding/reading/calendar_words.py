"""Days and months in a text: "31 Oct 2026", "October 31st", "31/10/2026", "अक्टूबर 2026", "in October"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from future_finance.domain.grounding.reading.tokens import Kind, Token, plain

_NAMES = [
    "january jan janvari जनवरी",
    "february feb farvari फरवरी",
    "march mar मार्च",
    "april apr अप्रैल",
    "may mai मई",
    "june jun जून",
    "july jul julai जुलाई",
    "august aug agast अगस्त",
    "september sep sept sitambar सितंबर सितम्बर",
    "october oct aktubar अक्टूबर अक्तूबर",
    "november nov navambar नवंबर नवम्बर",
    "december dec disambar दिसंबर दिसम्बर",
]
MONTH_OF: dict[str, int] = {
    name: number for number, names in enumerate(_NAMES, 1) for name in plain(names).split()
}
_ALSO_WORDS = frozenset({"may", "march", "mar", "jan", "dec", "sep", "mai", "jun"})
_LEADS = frozenset(
    [
        "in",
        "of",
        "since",
        "until",
        "till",
        "from",
        "by",
        "to",
        "for",
        "last",
        "this",
        "during",
        "before",
        "after",
        "between",
        "and",
        "through",
        "mid",
        "early",
        "late",
        "next",
        "as",
    ]
)
_OPENERS = frozenset(":(|→,;\n–-/")
_CLOSERS = frozenset("₹)|:")
_FOLLOWS = frozenset(["mein", "me", "ka", "ki", "ke", "se", "tak", "में", "का", "की", "के", "से", "तक"])
ORDINALS = frozenset({"st", "nd", "rd", "th", "वां", "वीं", "वें", "va", "vi"})
NO_YEAR = 1
_FIRST_DAYS = (
    dict.fromkeys(("first", "pehli", "पहली"), 1)
    | {
        word: day
        for day, word in enumerate(
            [
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
                "fourteenth",
                "fifteenth",
                "sixteenth",
                "seventeenth",
                "eighteenth",
                "nineteenth",
                "twentieth",
            ],
            2,
        )
    }
    | {"thirtieth": 30}
)
_TENS = {"twenty": 20, "thirty": 30}
_UNITS_IN_WORDS = {
    word: number
    for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1)
}


@dataclass(frozen=True, slots=True)
class When:
    """A day, or a month where `day` is None. The year is `NO_YEAR` where none is told."""

    on: date
    has_day: bool
    end: int


def when_at(tokens: list[Token], at: int) -> When | None:
    """The date that begins at a token."""
    token = tokens[at]
    if token.kind is Kind.DATE:
        return _numeric(token, at)
    if token.kind is Kind.WORD:
        return _month_first(tokens, at) or _day_in_words(tokens, at)
    if token.kind is Kind.NUMBER:
        return _day_first(tokens, at)
    return None


def _numeric(token: Token, at: int) -> When | None:
    if token.text.count("/") == 1:
        number, of_year = token.text.split("/")
        return When(date(int(of_year), int(number), 1), False, at + 1) if 1 <= int(number) <= 12 else None
    parts = [int(part) for part in token.text.replace("/", "-").replace(".", "-").split("-")]
    if parts[0] > 1000:
        year, month, day = parts
    else:
        day, month, year = parts
        year += 2000 if year < 100 else 0
    return _when(year, month, day, at + 1)


def _day_first(tokens: list[Token], at: int) -> When | None:
    if not tokens[at].text.isdigit() or not 1 <= int(tokens[at].text) <= 31:
        return None
    place = at + 1
    if _text(tokens, place) in ORDINALS:
        place += 1
    if _text(tokens, place) in {"of", "-"}:
        place += 1
    month = MONTH_OF.get(_text(tokens, place))
    if month is None:
        return None
    year, end = _year(tokens, place + 1)
    return _when(year, month, int(tokens[at].text), end)


def _day_in_words(tokens: list[Token], at: int) -> When | None:
    """ "the second of October", "twenty-first February, twenty twenty-seven"."""
    word, place = tokens[at].text, at + 1
    day = _FIRST_DAYS.get(word)
    if day is None and word in _TENS:
        place += _text(tokens, place) == "-"
        day = _TENS[word] + _FIRST_DAYS.get(_text(tokens, place), 0)
        place += 1
    if day is None or day in _TENS.values():
        return None
    place += _text(tokens, place) == "of"
    month = MONTH_OF.get(_text(tokens, place))
    if month is None:
        return None
    year, end = _year(tokens, place + 1)
    return _when(year, month, day, end)


def _month_first(tokens: list[Token], at: int) -> When | None:
    month = MONTH_OF.get(tokens[at].text)
    if month is None:
        return None
    place = at + 1
    if _text(tokens, place) == "." and not tokens[place].spaced:
        place += 1
    day = _text(tokens, place)
    if day.isdigit() and 1 <= int(day) <= 31 and len(day) <= 2 and not _apostrophe(tokens, place):
        end = place + 1
        if _text(tokens, end) in ORDINALS:
            end += 1
        if _text(tokens, end) not in {"%", "lakh", "crore"}:
            year, end = _year(tokens, end)
            return _when(year, month, int(day), end)
    year, end = _year(tokens, at + 1)
    if year == NO_YEAR and tokens[at].text in _ALSO_WORDS:
        beside = at > 0 and _text(tokens, at - 1) in _LEADS | _OPENERS
        named = tokens[at].capital and (beside or _text(tokens, at + 1) in _CLOSERS)
        if not named and _text(tokens, at + 1) not in _FOLLOWS:
            return None
    return When(date(year, month, 1), False, end)


def _year(tokens: list[Token], at: int) -> tuple[int, int]:
    place = at
    while _text(tokens, place) in {",", "'", "-", "."} and place < at + 2:
        place += 1
    text = _text(tokens, place)
    if text.isdigit() and len(text) == 4 and 1900 <= int(text) < 2100:
        return int(text), place + 1
    if text.isdigit() and len(text) == 2 and place > at and _text(tokens, place - 1) in {"'", "-"}:
        return 2000 + int(text), place + 1
    return _year_in_words(tokens, place) or (NO_YEAR, at)


def _year_in_words(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """ "twenty twenty-seven"."""
    if _text(tokens, at) != "twenty" or _text(tokens, at + 1) not in _TENS:
        return None
    end = at + 2
    ones = end + (_text(tokens, end) == "-")
    if _text(tokens, ones) in _UNITS_IN_WORDS:
        return 2000 + _TENS[_text(tokens, at + 1)] + _UNITS_IN_WORDS[_text(tokens, ones)], ones + 1
    return 2000 + _TENS[_text(tokens, at + 1)], end


def _apostrophe(tokens: list[Token], at: int) -> bool:
    return _text(tokens, at - 1) == "'"


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _when(year: int, month: int, day: int, end: int) -> When | None:
    try:
        return When(date(year, month, day), True, end)
    except ValueError:
        return None
