"""Whether a figure is told with the direction it has: gained or lost, owned or owed, more or less."""

from __future__ import annotations

import re

from future_finance.domain.grounding.reading.claim import Bound, Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import NEGATIVE, POSITIVE, STRONG_NEGATIVE, Measure
from future_finance.domain.grounding.sheet.known import Known

_BECAUSE = frozenset({"because", "since", "kyunki", "क्योंकि"})
_RATHER = frozenset({"instead", "rather", "bajay", "बजाय"})
_OWING = frozenset({"negative", "minus", "deficit", "short", "shortfall", "ऋणात्मक", "माइनस"})
_CHANGE = frozenset({"change", "changed", "explain", "explained", "unexplained", "badlav", "बदलाव"})
_LEFT, _FOR = (
    frozenset({"left", "spare", "bachenge", "bachte", "bachega", "बचेंगे", "बचते", "बचेगा"}),
    frozenset({"to", "for", "until"}),
)
_SHORT = re.compile(r"\bshort(?:fall)?\b(?![- ]term)")
_SAVED = re.compile(
    r"\b(?:money|amount|cash|you|was|were|been) saved\b|\bsaved (?:so far|up|a month|by you|from)\b"
)
_OUT = re.compile(
    r"\b(?:goes|going|went|flows) out (?:\w+ ){0,4}than (?:what )?(?:comes|coming|came|flows|you earn)|\bmore out than in\b"
    r"|\b(?:spend|spent|spending) (?:\w+ ){0,3}than (?:you )?(?:earn|earned|comes)|\b(?:aane|aate) se (?:zyada|jyada) (?:ja|nikal)|आने से ज्यादा (?:जा|निकल)"
)
_LENGTHS = frozenset({Measure.MONTHS, Measure.YEARS, Measure.DAYS})
_SOONER = re.compile(r"\b(?:earlier|sooner|saved)\b")  # "38 months less" of "Months earlier"
_AIMED_AT = 5  # words from "short" to what is aimed at
_NEEDING = frozenset({"need", "needs", "needed", "chahiye", "chahie", "चाहिए", "find", "add"})
_LOSING = frozenset(["lost", "lose", "loses", "losing", "gawaye", "gawaya", "gavaye", "गंवाए", "गंवाया"])
_GAINS = frozenset(
    ["surplus", "profit", "gain", "gained", "gains", "made", "earned", "munafa", "labh", "मुनाफा", "लाभ"]
)
_LOSS = frozenset(["loss", "losses", "nuksan", "nuksaan", "ghata", "ghaata", "ghate", "नुकसान", "घाटा", "घाटे"])
_NO_LOSS = frozenset(["no", "not", "without", "never", "against", "offset", "off", "t", "nahi", "nahin", "नहीं", "बिना", "bina"])  # fmt: skip
_EXCEEDING = frozenset(
    ["exceed", "exceeds", "exceeded", "outweigh", "outweighs", "beyond", "more", "above", "se", "से"]
)
_INWARD = frozenset(
    [
        "earn",
        "earns",
        "earned",
        "income",
        "salary",
        "own",
        "assets",
        "sampatti",
        "संपत्ति",
        "make",
        "kamate",
        "kamai",
        "aamdani",
        "कमाते",
        "कमाई",
        "आमदनी",
        "आय",
    ]
)
_OUTWARD = frozenset(
    [
        "debts",
        "debt",
        "liabilities",
        "loans",
        "owe",
        "spending",
        "expenses",
        "spend",
        "spent",
        "outgo",
        "kharcha",
        "kharch",
        "karz",
        "खर्च",
        "कर्ज",
    ]
)


def sign_fits(claim: Claim, known: Known, reading: Reading) -> bool:
    if known.value == 0 or claim.value == 0 or known.asked:
        return True
    if claim.sign < 0 or claim.boxed:
        lessens = known.label.downward and "sav" not in known.label.lower
        return known.negative or (lessens and claim.sign < 0 and not claim.boxed)
    if claim.sign > 0:
        return not known.negative
    direction = -claim.direction if _spending_side(claim, reading) else claim.direction
    if direction < 0:
        sooner = known.measure in _LENGTHS and _SOONER.search(known.label.lower) is not None
        return known.negative or known.label.downward or known.label.either_way or sooner
    if direction > 0:
        if known.negative:
            return (
                _around(claim, reading, _OWING)
                or _past_income(claim, reading)
                or _going_out(claim, reading)
                or "difference" in known.label.lower
            )
        return (
            not known.label.downward
            or known.label.either_way
            or _SAVED.search(known.label.lower) is not None
            or (_SHORT.search(known.label.lower) is not None and _around(claim, reading, _NEEDING))
        )
    if not known.negative:
        money = known.measure in {Measure.INR, Measure.PERCENT}
        gained = (
            money
            and known.label.downward
            and "sav" not in known.label.lower
            and _around(claim, reading, _GAINS)
        )
        return (
            not gained
            and not _called_negative(claim, known, reading)
            and not _called_left(claim, known, reading)
        )
    if text_at(reading.tokens, claim.end) in _LEFT:
        return False  # "₹500 bachenge" of what is short
    if _around(claim, reading, POSITIVE) and not _around(claim, reading, NEGATIVE):
        return False
    return (
        claim.bracketed
        or known.label.downward
        or _around(claim, reading, NEGATIVE)
        or _exceeded(claim, reading)
        or _headed_down(claim, reading)
        or _going_out(claim, reading)
        or _rest_of_a_fall(claim, reading)
        or (known.label.change and _around(claim, reading, _CHANGE))
    )


def _past_income(claim: Claim, reading: Reading) -> bool:
    """ "खर्च ₹83,450 रहा, जो आमदनी से ₹5,450 ज्यादा है"."""
    told = [text_at(reading.tokens, claim.first - back) for back in (2, 1)]
    return told[0] in _INWARD and told[1] in {"se", "से"}


def _going_out(claim: Claim, reading: Reading) -> bool:
    """ "₹69,000 more goes out than comes in"."""
    first, end = reading.clauses.near(claim.first)
    return _OUT.search(" ".join(token.text for token in reading.tokens[first:end])) is not None


def _rest_of_a_fall(claim: Claim, reading: Reading) -> bool:
    """ "₹38,580 of the ₹43,796 drop is overspending; the market did the rest, ₹5,216"."""
    start = reading.clauses.sentence.index(claim.sentence)
    before = [reading.tokens[at].text for at in range(start, claim.first)]
    return "rest" in before[-6:] and not NEGATIVE.isdisjoint(before)


def _headed_down(claim: Claim, reading: Reading) -> bool:
    """ "Down ₹X: ₹Y from the market": what stands before a colon tells the direction of what it lists."""
    start = reading.clauses.sentence.index(claim.sentence)
    before = [reading.tokens[at].text for at in range(start, claim.first)]
    return ":" in before and not NEGATIVE.isdisjoint(before[: before.index(":")])


def _exceeded(claim: Claim, reading: Reading) -> bool:
    """ "Your debts exceed your assets by ₹X", "kharcha aamdani se ₹X zyada hai"."""
    first, _end = reading.clauses.span(claim.clause)
    words = [reading.tokens[at].text for at in range(first, claim.first)]
    over = next((at for at, word in enumerate(words) if word in _EXCEEDING), None)
    return over is not None and any(word in _OUTWARD for word in words[:over])


def _spending_side(claim: Claim, reading: Reading) -> bool:
    """ "You spend ₹X less than you earn" tells a surplus, "... more than" a deficit."""
    if abs(claim.direction) != 1:
        return False
    first, end = reading.clauses.span(claim.clause)
    before = {reading.tokens[at].text for at in range(first, claim.first)}
    after = {reading.tokens[at].text for at in range(claim.end, end)}
    if before & _OUTWARD and after & _INWARD:
        return True
    words = [reading.tokens[at].text for at in range(claim.end, end)]
    if "than" in words:  # "₹38,580 more spent than earned"
        at = words.index("than")
        if _OUTWARD & {*words[:at]} and _INWARD & {*words[at:]}:
            return True
    hindi = after & {"kam", "zyada", "jyada", "कम", "ज्यादा", "अधिक"}
    return bool(hindi and before & _INWARD and (before | after) & _OUTWARD)


def _around(claim: Claim, reading: Reading, words: frozenset[str]) -> bool:
    first, end = reading.clauses.span(claim.clause)
    return any(reading.tokens[at].text in words for at in range(first, end))


def _called_left(claim: Claim, known: Known, reading: Reading) -> bool:
    """ "You'd still have ₹X left", where X is what is short."""
    behind, then = text_at(reading.tokens, claim.end), text_at(reading.tokens, claim.end + 1)
    return behind in _LEFT and then not in _FOR and _SHORT.search(known.label.lower) is not None


def _called_negative(claim: Claim, known: Known, reading: Reading) -> bool:
    """A positive figure that the text calls a loss or a deficit, which its label does not."""
    if _gain_called_loss(claim, known, reading):
        return True
    first, end = reading.clauses.span(claim.clause)
    near = range(max(first, claim.first - 5), min(end, claim.end + 3))
    told = [one for one in reading.claims if first <= one.first < claim.first]
    listed = any(one.first > claim.first and one.sentence == claim.sentence for one in reading.claims)
    for at in near:
        word = reading.tokens[at].text
        if any(reading.tokens[place].text in _BECAUSE for place in range(at, claim.first)):
            continue
        if any(reading.tokens[place].text in _RATHER for place in range(at, claim.first)):
            continue  # "₹69,000 in the red instead of saving ₹11,000"
        if (told or listed) and any(reading.tokens[place].text == ":" for place in range(at, claim.first)):
            continue  # "you run ₹8,200 short: ₹1.45 lakh comes in"
        if word in _LOSING and (known.label.gain or known.label.change) and not known.label.downward:
            return True
        if word in STRONG_NEGATIVE and not known.label.downward and not known.label.either_way:
            before = {reading.tokens[place].text for place in range(max(0, at - 3), at)}
            after = {reading.tokens[place].text for place in range(at + 1, min(len(reading.tokens), at + 4))}
            if (
                word == "short"
                and text_at(reading.tokens, at + 1) == "of"
                and any(one.end == at for one in told)
            ):
                continue  # "₹1.9 lakh short of your ₹25 lakh goal"
            if word == "short" and [text_at(reading.tokens, at + 1), text_at(reading.tokens, at + 2)] == ["of", "the"] and at > claim.first:  # fmt: skip
                continue  # "at ₹32,000 a month you are short of the ₹50,781"
            if (
                word == "short"
                and text_at(reading.tokens, at + 1) == "of"
                and 0 < claim.first - at < _AIMED_AT
            ):
                continue  # "you would fall short of the ₹15 lakh"
            if word == "short" and (claim.bound is Bound.NEARLY or text_at(reading.tokens, at - 1) == "in"):
                continue
            if before & {"no", "not", "without", "never", "stop"} or after & {"nahi", "nahin", "नहीं", "term"}:
                continue
            if word in known.label.lower:
                continue
            return True
    return False


def _gain_called_loss(claim: Claim, known: Known, reading: Reading) -> bool:
    """ "₹88,300 ka long-term loss", "₹88,300 ka nuksaan" of a gain, where the clause tells no other figure."""
    if not known.label.gained or known.label.downward or known.measure is not Measure.INR:
        return False
    first, end = reading.clauses.near(claim.first)
    words = {reading.tokens[at].text for at in range(first, end)}
    alone = not any(
        one is not claim and first <= one.first < end and one.on is None for one in reading.claims
    )
    return alone and bool(words & _LOSS) and words.isdisjoint(_GAINS | POSITIVE | _NO_LOSS)
