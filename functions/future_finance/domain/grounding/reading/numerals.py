"""Reading one number out of tokens: digits, scales and words, with the precision it displays."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from future_finance.domain.grounding.reading.number_words import (
    DOUBTFUL,
    ENGLISH,
    FRACTION_WORDS,
    GLYPHS,
    HUNDREDS,
    SCALES,
    SHIFTS,
    SHORT_SCALES,
    SMALL,
    SOUNDS,
    VAGUE_SCALES,
    sound,
)
from future_finance.domain.grounding.reading.tokens import Kind, Token
from future_finance.domain.grounding.reading.units import UNITS, Measure

_ONE = Decimal(1)
HALVES = Decimal("0.25")  # what words such as "dhai" and "and a half" tell apart
_LENGTHS = frozenset({Measure.MONTHS, Measure.YEARS})
_QUARTERS = {("a", "quarter"): Decimal("0.25"), ("three", "quarters"): Decimal("0.75")}
_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """`step` is the last place shown, in whole units: 10,000 of "1.2 lakh". `end` is the token after it."""

    value: Decimal
    step: Decimal
    end: int
    scaled: bool = False
    worded: bool = False  # no digits in it
    doubtful: bool = False  # a word that often is no number: "do", "one"
    grouped: bool = False  # 12,34,567
    scale: int = 1  # of its last part


def numeral_at(tokens: list[Token], at: int) -> Numeral | None:
    """The longest number beginning at a token, None where there is none."""
    first = tokens[at]
    if first.kind is Kind.NUMBER:
        return _digits(tokens, at)
    if first.kind is Kind.WORD:
        return _words(tokens, at)
    return None


def _digits(tokens: list[Token], at: int) -> Numeral:
    token = tokens[at]
    value, step = _decimal(token.text)
    end = at + 1
    if end < len(tokens) and tokens[end].text in GLYPHS and not tokens[end].spaced:
        value, step, end = value + GLYPHS[tokens[end].text], Decimal("0.1"), end + 1
    elif _half_follows(tokens, end):
        value, step, end = value + Decimal("0.5"), Decimal("0.1"), skip_half(tokens, end)
    total, scale, size = Decimal(0), _scale_at(tokens, end), 1
    scaled = scale is not None
    last = step
    while scale is not None:
        size, after = scale
        total += value * size
        last = step * size
        end = after
        while (again := _scale_at(tokens, end)) and again[0] > size and _spelled(tokens[end]):
            total, last, end = total * again[0], last * again[0], again[1]
        value = Decimal(0)
        following = tokens[end] if end < len(tokens) else None
        if following is None or following.kind is not Kind.NUMBER:
            break
        smaller = _scale_at(tokens, end + 1)
        if smaller is None or smaller[0] >= size:
            break
        value, step = _decimal(following.text)
        end, scale = end + 1, smaller
    return Numeral(total + value, last, end, scaled, grouped="," in token.text, scale=size)


def _decimal(text: str) -> tuple[Decimal, Decimal]:
    if text in GLYPHS:
        return GLYPHS[text], Decimal("0.1")
    value = Decimal(text.replace(",", ""))
    exponent = value.as_tuple().exponent
    return value, Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _half_follows(tokens: list[Token], at: int) -> bool:
    return skip_half(tokens, at) > at


def skip_half(tokens: list[Token], at: int) -> int:
    """Past "and a half", else `at`."""
    words = [token.text for token in tokens[at : at + 3]]
    return at + 3 if words == ["and", "a", "half"] else at


def _spelled(token: Token) -> bool:
    return token.text not in SHORT_SCALES


def _scale_at(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """A scale word at a token and the token after it; letters only count right behind digits."""
    if at >= len(tokens) or tokens[at].kind is not Kind.WORD or at == 0:
        return None
    token = tokens[at]
    size = SCALES.get(token.text)
    if size is None or token.text in VAGUE_SCALES:
        return None
    if token.text in SHORT_SCALES:
        behind = tokens[at - 1].kind is Kind.NUMBER
        if not behind or (token.spaced and token.text in {"k", "m"}):
            return None
        if token.spaced and token.text == "l" and not token.capital:
            return None
    after = at + 1
    if (
        token.text in {"cr", "crs", "lk"}
        and after < len(tokens)
        and tokens[after].text == "."
        and not tokens[after].spaced
    ):
        follows = tokens[after + 1] if after + 1 < len(tokens) else None
        if follows is not None and not follows.capital and follows.text != "\n":
            after += 1
    return size, after


def _words(tokens: list[Token], at: int) -> Numeral | None:
    """ "do lakh teen hazaar", "two and a half crore", "dhai lakh", "sadhe teen", "twenty-three"."""
    total, current, step = Decimal(0), Decimal(0), _ONE
    limit = 10**12  # the next scale must be smaller
    open_, scaled, doubtful, tens = False, False, True, False
    end = position = at
    last = _ONE
    while position < len(tokens):
        token = tokens[position]
        text = token.text
        if token.kind is not Kind.WORD:
            if text == "-" and open_ and tens and not token.spaced and position + 1 < len(tokens):
                position += 1
                continue
            break
        if text in SHIFTS:
            if open_:
                break
            shift = SHIFTS[text]
            following = tokens[position + 1].text if position + 1 < len(tokens) else ""
            small = SMALL.get(following)
            if small is None and following.replace(".", "").isdigit():
                small = int(Decimal(following))
            if small is not None:
                current, position = small + shift, position + 2
            elif following in SCALES or following in HUNDREDS:
                current, position = 1 + shift, position + 1
            else:
                break
            step, open_, doubtful, end, tens = HALVES, True, False, position, False
            last = step
            continue
        if text in FRACTION_WORDS:
            if open_:
                break
            current, step, open_ = FRACTION_WORDS[text], HALVES, True
            doubtful = doubtful and text in {"aadha", "adha", "aadhe", "आधा", "आधे"}
            position += 1
            end, last, tens = position, step, False
            continue
        if text in HUNDREDS and (open_ or text != "hundred"):
            if open_ and current >= 100:
                break
            current = (current if open_ else _ONE) * 100
            last = step * 100 if step < 1 else _ONE
            open_, doubtful, tens, scaled = True, False, True, scaled
            position += 1
            end = position
            continue
        scale = SCALES.get(text)
        if (
            scale is not None
            and text not in SHORT_SCALES
            and (open_ or (total and scale >= 10**5 and scale * 10 > limit))
        ):
            if not open_:
                total, last = total * scale, last * scale
            elif scale >= limit:
                break
            else:
                total += current * scale
                last = step * scale if step < 1 or current < 100 or scale >= 1000 else _ONE
            current, step, open_, scaled, doubtful, tens, limit = (
                Decimal(0),
                _ONE,
                False,
                True,
                False,
                False,
                scale,
            )
            position += 1
            end = position
            continue
        small = SMALL.get(text)
        if (
            small is None
            and len(text) > 3
            and text.isascii()
            and _goes_on(tokens, position + 1, open_ or bool(total))
        ):
            small = SOUNDS.get(sound(text))
        if small is None and text in _ARTICLES and position == at:
            following = tokens[position + 1].text if position + 1 < len(tokens) else ""
            if (
                following in HUNDREDS
                or (following in SCALES and following not in SHORT_SCALES)
                or following == "dozen"
            ):
                current, open_ = _ONE, True
                position += 1
                continue
        if small is not None:
            if open_:
                if (tens and current % 10 == 0 and small < 10 and current % 100 and text in ENGLISH) or (
                    tens and current >= 100 and current % 100 == 0 and small < 100
                ):
                    current += small
                else:
                    break
            elif total and not _tail_fits(tokens, position):
                break
            else:
                current, open_ = Decimal(small), True
            tens = small >= 20 and small % 10 == 0
            doubtful = doubtful and text in DOUBTFUL
            position += 1
            end, last = position, (_ONE if not total else last)
            if total and not _scale_follows(tokens, position):
                last = _ONE
            continue
        if text == "and" and open_:
            half = skip_half(tokens, position)
            if half > position:
                current, step, position, doubtful = current + Decimal("0.5"), HALVES, half, False
                end, last = position, step
                continue
            tail = tokens[position + 1].text if position + 1 < len(tokens) else ""
            quarters = _QUARTERS.get((tail, tokens[position + 2].text if position + 2 < len(tokens) else ""))
            if quarters is not None and _scale_follows(tokens, position + 3):
                current, step, position, doubtful = current + quarters, HALVES, position + 3, False
                end, last = position, step
                continue
            if current >= 100 and current % 100 == 0 and tail in SMALL and tail not in DOUBTFUL:
                position += 1
                continue
            break
        if text == "point" and open_ and current < 100:
            digits = _digits_said(tokens, position + 1)
            if digits:
                current += Decimal(int(digits)).scaleb(-len(digits))
                step, doubtful, position = Decimal(1).scaleb(-len(digits)), False, position + 1 + len(digits)
                end, last, tens = position, step, False
                continue
        if text == "half" and position == at:
            ahead = [tok.text for tok in tokens[at + 1 : at + 3]]
            if len(ahead) == 2 and ahead[0] in _ARTICLES and UNITS.get(ahead[1]) in _LENGTHS:
                return Numeral(Decimal("0.5"), HALVES, at + 2, worded=True)
            if len(ahead) == 2 and ahead[0] in _ARTICLES and ahead[1] in SCALES:
                current, step, open_, doubtful = Decimal("0.5"), HALVES, True, False
                position += 2
                continue
        if text == "dozen" and open_:
            current, open_, doubtful, position = current * 12, True, False, position + 1
            end = position
        break
    if end == at:
        return None
    return Numeral(
        total + current, last, end, scaled, worded=True, doubtful=doubtful, scale=limit if scaled else 1
    )


def _digits_said(tokens: list[Token], at: int) -> str:
    """ "five eight" behind "six point"."""
    digits = ""
    while at < len(tokens) and SMALL.get(tokens[at].text, 10) < 10 and tokens[at].text in ENGLISH:
        digits += str(SMALL[tokens[at].text])
        at += 1
    return digits


def _goes_on(tokens: list[Token], at: int, begun: bool) -> bool:
    """Whether what follows shows that a word of doubtful spelling is a number."""
    return _scale_follows(tokens, at) or (
        begun and at < len(tokens) and UNITS.get(tokens[at].text) is Measure.INR
    )


def _scale_follows(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and (
        tokens[at].text in HUNDREDS or (tokens[at].text in SCALES and tokens[at].text not in SHORT_SCALES)
    )


def _tail_fits(tokens: list[Token], at: int) -> bool:
    """Whether a small number goes on with the one before it: "ek hazaar | do sau", not "do lakh | teen mahine"."""
    for ahead in range(at + 1, min(at + 4, len(tokens))):
        text = tokens[ahead].text
        if text in HUNDREDS or text in SCALES:
            return True
        if text not in SMALL:
            return tokens[at].text not in DOUBTFUL and UNITS.get(text, Measure.INR) is Measure.INR
    return tokens[at].text not in DOUBTFUL
