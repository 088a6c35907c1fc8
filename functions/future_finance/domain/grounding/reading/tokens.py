"""A text as tokens: numbers, words, currency and other signs, and what looks like a number but claims nothing."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

NUKTA = "़"
# Character for character, so that positions hold in the original text.
_FOLDED = str.maketrans({
    **{ord("०") + digit: str(digit) for digit in range(10)},
    **{ord(first) + digit: str(digit + 1) for first in "①❶➀➊⓵⑴" for digit in range(9)},
    **dict.fromkeys(map(ord, "\u00a0\u2009\u202f\u2007\u200b\u2060*`_"), " "),
    **dict.fromkeys(map(ord, "\u2212\u2010\u2011"), "-"),
    **dict.fromkeys(map(ord, "\u2012\u2014\u2015"), "–"),
    **{0x0958 + at: base for at, base in enumerate("कखगजडढफय")},
    ord("’"): "'", ord("‘"): "'",
})  # fmt: skip


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    WORD = auto()
    CURRENCY = auto()
    DATE = auto()  # 31/10/2026, 2026-10-31
    YEARS = auto()  # 2025-26, FY26
    CODE = auto()  # an ISIN, a section, an account's tail, a time: no claim
    SIGN = auto()


class Token(NamedTuple):
    """`text` is folded: lower case, Western digits, without nukta."""

    kind: Kind
    text: str
    start: int
    end: int
    spaced: bool  # white space before it
    capital: bool  # begins with a capital letter


SECTION = r"80\s?(?:C{1,3}[DE]?(?:\s?\(\s?\d[AB]?\s?\))?|D{1,2}B?|EE?[AB]?|TT[AB]|U|GG)(?!\w)|24\s?\(\s?B\s?\)"  # of the tax act

_TOKEN = re.compile(
    r"""
    (?P<isin>\bIN[A-Z0-9]{9}\d\b)
  | (?P<mask>(?:[xX]{2,}|[*•●]{1,}|\b[xX])[\s-]?\d{2,6}\b)
  | (?P<iso>\b(?:19|20)\d\d-\d\d-\d\d\b)
  | (?P<dmy>\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d\b(?![,.]\d))
  | (?P<my>\b\d{1,2}/(?:19|20)\d\d\b)
  | (?P<time>\b\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?)
  | (?P<always>\b24\s?[x/×]\s?7\b)
  | (?P<helpline>\b1-?800-\d{2,4}-\d{4}\b)
  | (?P<section>\b(?:"""
    + SECTION
    + r"""))
  | (?P<years>\b(?:19|20)\d\d\s?[-–/]\s?\d\d\b(?![,.%]?\d)|\b[FA]\.?Y\.?\s?'?(?:20)?\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\b)
  | (?P<currency>₹|(?<!')\b(?:rs|re|inr)\b\.?|\b(?:rs|inr)\.?(?=\d)|रु(?![\u0900-\u0963])[.]?|\$|\busd\b|€|£)
  | (?P<roman>(?-i:\b[IVXLC]+\b)(?=\s?(?:%|per\s?cent|lakhs?|lacs?|crores?|thousand|rupees|months?|years?|times)\b|\s?%))
  | (?P<number>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|(?<![\w.])\.\d+|[½¼¾])
  | (?P<code>\b[A-Za-z]+[-/]?\d+[A-Za-z0-9]*\b)
  | (?P<word>[^\W\d_]+(?:[\u0900-\u0963\u0970-\u097f\u200c\u200d]+)?|[\u0900-\u0963\u0970-\u097f]+)
  | (?P<line>\n)
  | (?P<sign>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ROMAN = {"C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
_KINDS = {
    "isin": Kind.CODE, "mask": Kind.CODE, "time": Kind.CODE, "always": Kind.CODE, "helpline": Kind.CODE,
    "code": Kind.CODE, "section": Kind.CODE, "iso": Kind.DATE, "my": Kind.DATE, "dmy": Kind.DATE, "years": Kind.YEARS, "currency": Kind.CURRENCY,
    "number": Kind.NUMBER, "word": Kind.WORD, "line": Kind.SIGN, "sign": Kind.SIGN,
}  # fmt: skip


def fold(text: str) -> str:
    """Same length: Western digits, plain dashes and spaces, no markdown emphasis, plain letters."""
    return text.translate(_FOLDED)


def pattern(text: str) -> str:
    """A regular expression for folded texts: letters as tokens have them, its own signs as they stand."""
    return _without_nukta("".join(char if char in "*_`" else fold(char) for char in text))


_FY_END = re.compile(r"(?:20)?(\d\d)$")


def fiscal_year(text: str) -> int | None:
    """The year in which a fiscal year such as "2025-26" or "FY26" ends, two digits."""
    found = _FY_END.search(text)
    return int(found.group(1)) if found else None


def plain(text: str) -> str:
    """As a token's text is: folded, lower case, without nukta."""
    return _without_nukta(fold(text).lower())


def _without_nukta(text: str) -> str:
    return text.replace(NUKTA, "") if NUKTA in text else text


def solid(text: str) -> str:
    """Its letters and digits."""
    return "".join(filter(str.isalnum, text))


def _of_roman(text: str) -> int:
    """14 of "XIV"."""
    values = [_ROMAN[char] for char in text]
    return sum(
        -one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True)
    )


def tokens_of(text: str) -> list[Token]:
    """Tokens of a text, positions of the original."""
    folded = fold(text)
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(folded):
        kind = match.lastgroup or "sign"
        raw = match.group()
        start = match.start()
        if kind == "roman":
            kind, raw = "number", str(_of_roman(raw))
        elif kind == "section":
            raw = solid(raw)  # "80 CCD (1B)" is 80CCD1B
        found.append(
            Token(
                _KINDS[kind], _without_nukta(raw.lower()), start, match.end(), start > end, raw[:1].isupper()
            )
        )
        end = match.end()
    return found
