"""What the words around a number are about: its clause, the colon before it, what "which" points back to."""

from __future__ import annotations

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import CORE
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.tokens import Token

_ITS = frozenset(
    ["its", "iska", "iski", "iske", "uska", "uski", "uske", "इसका", "इसकी", "इसके", "उसका", "उसकी", "उसके"]
)

_IT, _IS = frozenset({"it", "that"}), frozenset({"is", "was", "'", "comes"})
_RELATIVE = frozenset({"which", "that", "jo", "yani", "yaani", "जो", "यानी", "यानि"})

_DETERMINERS = frozenset({"the", "a", "an", "your"})
_MEASURING = frozenset({"above", "below", "over", "under", "than", "beyond", "beats", "exceeds", "against"})
_TELLING = frozenset({"you", "that", "which", "it", "they"})
_WITHOUT = frozenset({"without", "bina", "बिना"})
_OF_IT, _AFTER = frozenset({"ke", "के"}), frozenset({"baad", "bad", "बाद"})
_OUTGO = frozenset({"spend", "invest", "emi", "rent", "tax", "sip", "food", "saving", "loan", "prepayment"})
_FEW = 5  # words
_FROM, _IN = frozenset({"से", "se"}), frozenset({"में", "mein", "me"})
_SINCE = frozenset({"since", "from", "until", "till", "than", "before"})


def told_in(reading: Reading, first: int, end: int) -> frozenset[str]:
    """What a stretch is about; "since April" does not name April's own figure."""
    since = {
        f"month{one.on.month}"
        for one in reading.claims
        if one.on is not None and first <= one.first < end and _begins(one, reading)
    }
    absent = [at for at in range(first, end) if reading.tokens[at].text in _WITHOUT]
    told = reading.told(first, end)
    for at in absent:  # "without a salary"
        told -= reading.told(at + 1, min(at + 3, end))
    told -= _passed(reading, first, end)
    later = [at for at in range(first, end - 1) if reading.tokens[at].text == "after"]
    if later and all(_counts_after(at, reading) for at in later):
        told -= {"after"}  # "after 20 years"
    return told - since


def _counts_after(at: int, reading: Reading) -> bool:
    """ "after 20 years", "after a purchase of ₹1.1 lakh"."""
    number = next((place for place in range(at + 1, at + _FEW) if place in reading.taken), 0)
    return number == at + 1 or (
        number > 0
        and reading.tokens[number - 1].text in {"of", "₹"}
        and reading.tokens[at + 1].text in _DETERMINERS
    )


def _passed(reading: Reading, first: int, end: int) -> frozenset[str]:
    """ "kharch aur nivesh ke baad", "after spending and investing": what a figure is counted after."""
    for at in range(first + 1, end - 1):
        if reading.tokens[at].text in _OF_IT and reading.tokens[at + 1].text in _AFTER:
            start = max(first, at - _FEW)
            if not reading.taken.isdisjoint(range(start, at)):
                start = max(place for place in range(start, at) if place in reading.taken) + 1
            return reading.told(start, at) & _OUTGO
    return frozenset()


def _begins(date: Claim, reading: Reading) -> bool:
    """ "since July", "July ke end se"."""
    behind = {text_at(reading.tokens, date.end + at) for at in range(3)}
    return text_at(reading.tokens, date.first - 1) in _SINCE or bool(behind & {"se", "से"})


def header_of(claim: Claim, reading: Reading) -> frozenset[str]:
    """What stands before the first colon of the sentence: "Personal loan: 15.5% p.a., EMI ₹11,900"."""
    first = reading.clauses.sentence.index(claim.sentence)
    for at in range(first, claim.first):
        if reading.tokens[at].text == ":":
            own = any(reading.tokens[place].text == ":" for place in range(at + 1, claim.first))
            return frozenset() if own else told_in(reading, first, at)
        if at in reading.taken and not any(
            one.first <= at < one.end and one.worded for one in reading.claims
        ):
            break
    return frozenset()


def antecedent_of(claim: Claim, reading: Reading, first: int) -> frozenset[str]:
    """What a clause that begins with "which" is about: all that its sentence said before."""
    whole = reading.clauses.sentence.index(claim.sentence)
    if reading.tokens[whole].text == "|" and not reading.told(first, claim.first):
        bar = whole + 1
        while bar < first and reading.tokens[bar].text != "|":
            bar += 1
        return reading.told(whole, bar)  # the first cell names the row
    alone = not any(one.sentence == claim.sentence and one.first < claim.first for one in reading.claims)
    if whole and alone and any(token.text in _ITS for token in reading.tokens[first : claim.end + 3]):
        last = whole - 1
        while last and reading.tokens[last].text == "\n":
            last -= 1
        before = reading.clauses.sentence.index(reading.clauses.sentence[last])
        # "Your Yes Bank card is nearly full. 94% of its limit is used."
        return reading.told(before, whole) - CORE
    if text_at(reading.tokens, first) in _IT and text_at(reading.tokens, first + 1) in _IS and first > whole:
        return reading.told(whole, first)  # "you thought you had ₹4 lakh left; it is ₹3.26 lakh"
    if reading.tokens[first].text not in _RELATIVE:
        return frozenset()
    start = max(
        (one.end for one in reading.claims if one.end <= first and one.measure is claim.measure),
        default=whole,
    )
    return reading.told(max(start, whole), first)


def told_behind(claim: Claim, reading: Reading, end: int) -> frozenset[str] | None:
    """ "The low path is above the ₹10,80,000 you would have paid in": what alone names a number something is measured by."""
    before = text_at(reading.tokens, claim.first - 1), text_at(reading.tokens, claim.first - 2)
    if before[0] not in _DETERMINERS or before[1] not in _MEASURING:
        return None
    if text_at(reading.tokens, claim.end) not in _TELLING:
        return None
    return reading.told(claim.end, end)


def noun_of(claim: Claim, reading: Reading) -> frozenset[str]:
    """ "against a budget of ₹15,000": the noun that a number is said to be the amount of."""
    if text_at(reading.tokens, claim.first - 1) != "of":
        return frozenset()
    if text_at(reading.tokens, claim.first - 3) not in _DETERMINERS:
        return frozenset()
    return reading.told(claim.first - 2, claim.first - 1) & CORE


def is_out_of(tokens: list[Token], at: int) -> bool:
    """Whether "mein se" stands before a place: what follows is a part of what is told before."""
    return text_at(tokens, at - 1) in _FROM and text_at(tokens, at - 2) in _IN


def aligned(
    claim: Claim, reading: Reading, first: int, end: int, about: frozenset[str], names: frozenset[str]
) -> frozenset[str]:
    """In "assets ₹A minus debts ₹B" each number has its own name, before it or behind it all along.

    `names` are the words that labels have.
    """
    inside = [one for one in reading.claims if first <= one.first < end and one.on is None]
    if len(inside) < 2 or any(one.measure is not claim.measure for one in inside):
        return about
    at = inside.index(claim)
    if at and is_out_of(reading.tokens, claim.first):
        # "₹1.5 लाख की सीमा में से ₹96,000": what stands between is told of the first
        return about - reading.told(inside[at - 1].end, claim.first)
    if any(is_out_of(reading.tokens, one.first) for one in inside):
        return about
    before = [
        reading.told(past.end if past else first, one.first)
        for past, one in zip((None, *inside), inside, strict=False)
    ]
    behind = [
        reading.told(one.end, coming.first if coming else end)
        for one, coming in zip(inside, (*inside[1:], None), strict=True)
    ]
    if all(words & names for words in before) and not behind[-1] & names:
        return before[at]
    if all(words & names for words in behind) and not before[0] & names:
        return behind[at]
    return about
