"""Figures told as the opposite of what they are: borrowed for lent, under for over, later for sooner."""

from __future__ import annotations

import re

from future_finance.domain.grounding.figures.having import standing_of, told_against, told_as
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.sheet.known import Known

_RECEIVED = re.compile(
    r"\b(?:owed to you|owes? you|lent|receivables?|customers (?:still )?owe|clients (?:still )?owe|you are owed)\b"
)
_OWED = re.compile(r"\b(?:owed by you|you owe|borrowed)\b")
_OWING = re.compile(r"\byou (?:still )?owe\b(?! d)|\bवापस करन|\bchukan|चुकान|\bdene hain")
_RECEIVING = re.compile(r"\bowes? you\b|\bowed to you\b|\blene hain|लेने हैं|वापस मिल")
_LEFT_OF = re.compile(r"\b(?:left|remaining|unused|room)\b")
_PAST_IT = frozenset({"over", "exceeded", "exceed", "beyond", "crossed", "overshot", "past"})
_FREE = re.compile(r"\b(?:beyond|past|out of)\b.*\block")
_LOCKED = re.compile(
    r"\bstill (?:\w+ )?lock|\blocked in\b|\b(?:inside|within|under) (?:its |the |their )?lock|\block[- ]?in (?:mein|me) (?:hai|hain)\b|लॉक[- ]?इन में (?:है|हैं)"
)
_STILL_LOCKED = re.compile(r"\b(?:still|within|under)\b.*\block")
_UNLOCKED = re.compile(
    r"\b(?:past|beyond|out of|over|outlived|finished|cleared) (?:its |the |their )?lock\b|\block[- ]?in (?:se bahar|khatam|is over|has ended|ke bahar|ke baad)\b|लॉक[- ]?इन (?:से बाहर|खत्म|से मुक्त)|\b(?:free|unlocked)\b"
)
_LESSENED = re.compile(r"\bless interest\b|\bsaved\b")
_STILL_DUE = re.compile(
    r"\b(?:dena|bharna|chukana) (?:bach|hog|pad|baki|baaki)|\bstill (?:to be paid|to pay|have to pay|owe)\b|\b(?:left|remains?) to (?:be paid|pay)\b|देना (?:बच|होग|पड|बाकी)"
)
_AIMED = re.compile(r"\b(?:goal|target) amount\b|^(?:goal|target) (?:of|for) |^[\w ]+ (?:goal|target)$")
_PUT_IN = re.compile(
    r"\bjama (?:kar(?!n)|kiy)|जमा (?:कर(?!न)|किय)|\byou(?: will| ll| would| have| ve)? (?:have )?(?:paid|pay|put) in\b"
)
_AIM = re.compile(r"\b(?:goals?|targets?|lakshya|needs?|chahiye)\b|लक्ष्य|चाहिए")
_BORROWED, _LENT = frozenset({"borrowed", "borrow", "borrowing"}), frozenset({"lent", "lend", "lending"})
_BOUGHT, _SOLD = (
    frozenset({"bought", "buy", "purchased"}),
    frozenset({"sold", "sell", "redeemed", "redemption"}),
)
ABOVE = frozenset({"over", "above", "beyond", "upar", "oopar", "ऊपर"})
BELOW = frozenset({"under", "below", "within", "neeche", "niche", "नीचे"})
_SOONER = frozenset(
    {
        "sooner",
        "earlier",
        "shorter",
        "early",
        "ahead",
        "faster",
        "quicker",
        "pehle",
        "pahle",
        "पहले",
        "jaldi",
        "जल्दी",
        "kam",
        "कम",
        "less",
        "fewer",
        "off",
    }
)
_LATER = frozenset({"later", "longer"})
_REACHED = re.compile(
    r"\b(?:reach(?:es)?|grows? (?:to|into)|becomes?|turns? into|adds? up to|builds? up to|ends? (?:up )?(?:at|with)|could be|would be|worth)(?: (?:about|around|nearly|roughly|some))*$"
)
_IN_THE_END = re.compile(
    r"\b(?:paths?|percentile|in the end|at the end|in \d+ years|after \d+ years|corpus|future value|final)\b"
)
_HOW, _NEEDED = (
    re.compile(r"\b(?:kaise|kaise|how)\b|कैसे"),
    re.compile(r"\b(?:needed|required|missing|short|still)\b"),
)
_COVERING = re.compile(r"\b(?:covers?|enough for|good for|lasts?)(?: (?:about|around|nearly|roughly))*$")
_MONTHS_LESS = re.compile(
    r"\b(?:months?|years?|time|days?) (?:saved|cut|less|fewer|shaved|off)\b|\b(?:saved|fewer) (?:months?|years?|days?)\b"
)
_TURNED = (
    (ABOVE, BELOW | {"less", "lower", "fewer"}),
    (BELOW, ABOVE | {"more", "higher"}),
    (_SOONER, _LATER),
    (_LATER | {"baad", "बाद"}, _SOONER - {"pehle", "पहले"}),
)
_OPPOSITES = ((_BORROWED, _LENT), (_LENT, _BORROWED), (_BOUGHT, _SOLD), (_SOLD, _BOUGHT))


def opposite(known: Known, claim: Claim, reading: Reading) -> bool:
    """ "You borrowed ₹X", where the fact is "Lent to a friend"."""
    first, end = reading.clauses.near(claim.first)
    told = {reading.tokens[at].text for at in range(first, claim.first)}
    words = " ".join(reading.tokens[at].text for at in range(first, end))
    if (_RECEIVED.search(known.label.lower) and _OWING.search(words)) or (
        _OWED.search(known.label.lower) and _RECEIVING.search(words)
    ):
        return True
    if (
        text_at(reading.tokens, claim.first - 1) == "by"
        and _LEFT_OF.search(known.label.lower)
        and told & _PAST_IT
    ):
        return True  # "over your budget by ₹7,860", which is left
    if _FREE.search(known.label.lower) and _LOCKED.search(words) and "not" not in told:
        return True
    if _STILL_LOCKED.search(known.label.lower) and _UNLOCKED.search(words) and "not" not in told:
        return True
    if _AIMED.search(known.label.lower) and _PUT_IN.search(words) and not _AIM.search(words):
        return True
    if _LESSENED.search(known.label.lower) and _STILL_DUE.search(words):
        return True
    which = standing_of(known)
    if which is not None and told_against(which, claim, reading):
        return True  # "₹1,48,600 saved" of what is missing
    label, behind = _label_and_behind(known, claim, reading)
    if behind & label - ABOVE - BELOW:
        behind = {text_at(reading.tokens, claim.end + 1)}  # "₹5,210 outstanding below the schedule"
    if any(behind & one and label & other for one, other in _TURNED):
        return True
    if behind & _LATER and _MONTHS_LESS.search(known.label.lower):
        return True  # "19 months later" of "Months saved"
    return any(told & one and label & other and not told & other for one, other in _OPPOSITES)


def agrees(known: Known, claim: Claim, reading: Reading) -> bool:
    """ "31 months earlier", where the fact is "Months earlier"."""
    which = standing_of(known)
    if which is not None and not any(known.label.sided.sides) and told_as(which, claim, reading):
        return True  # "your emergency fund covers 3.3 months"
    if (
        known.per is None
        and _REACHED.search(_before(claim, reading))
        and _IN_THE_END.search(known.label.lower)
    ):
        return True  # "your SIP could reach ₹30.18 lakh", which is no SIP
    if _COVERING.search(_before(claim, reading)) and "spending" in known.label.lower:
        return True  # "a target that covers 6 months", of spending
    if _HOW.search(_behind(claim, reading)) and _NEEDED.search(known.label.lower):
        return True  # "how do we get to ₹27,500 a month?"
    label, behind = _label_and_behind(known, claim, reading)
    if behind & _SOONER and _MONTHS_LESS.search(known.label.lower):
        return True  # "55 months sooner" of "Months saved"
    return any(behind & one and label & one for one in (_SOONER, _LATER))


def _before(claim: Claim, reading: Reading) -> str:
    first, _end = reading.clauses.near(claim.first)
    return " ".join(token.text for token in reading.tokens[first : claim.first])


def _behind(claim: Claim, reading: Reading) -> str:
    _first, end = reading.clauses.near(claim.first)
    return " ".join(token.text for token in reading.tokens[claim.end : end])


def _label_and_behind(known: Known, claim: Claim, reading: Reading) -> tuple[set[str], set[str]]:
    return set(known.label.lower.split()), {text_at(reading.tokens, claim.end)}
