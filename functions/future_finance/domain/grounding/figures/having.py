"""What one has towards a goal, aims at and lacks: three figures of one name, told apart by the words around."""

from __future__ import annotations

import re
from enum import Enum, auto

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.tokens import pattern
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.known import Known


class Standing(Enum):
    HAVE = auto()
    AIM = auto()
    LACK = auto()


def _re(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\u0900-\u097f])(?:{pattern(words)})(?![\w\u0900-\u097f])")


_LABELS = (
    (Standing.LACK, _re(r"missing|short|shortfall|still needed|still to save|gap|to go|lacking")),
    (Standing.AIM, _re(r"target|you aim for|aim|goal amount|target amount|wanted")),
    (Standing.HAVE, _re(r"at hand|in hand|saved so far|saved|would last|lasts|covers|covered|runway|put aside|set aside")),
)  # fmt: skip
_TOLD = {
    Standing.LACK: _re(r"missing|short|shortfall|gap|to go|lacking|needed|need|needs|more|left|remaining|remains|rest|behind|kam|kami|baaki|baki|bacha|bachi|bache|chahiye|jodn\w+|jod\w*|कम|कमी|बाकी|चाहिए|जोड\S*"),
    Standing.AIM: _re(r"targets?|aims?|aiming|goals?|wants?|wanted|should|plan|planned|needs?|needed|of|lakshya|chahiye|chahte|rakhna|लक्ष्य|चाहिए|चाहते|रखना|में से|out of|against|versus|vs|se"),
    Standing.HAVE: _re(r"you(?: ve| have|' ve)?(?: already| now)? (?:have|saved|hold|got)|at hand|in hand|saved|covers?|covered|cover|lasts?|last|enough for|good for|holds?|set aside|put aside|already|haath mein|jama (?:hain|hai|ho|kiye|kar)|chal\w*|(?:abhi|ab tak) (?:\S+ )?(?:hain|hai)|हाथ में|जमा|चल\S*|(?:अभी|अब तक) (?:\S+ )?(?:हैं|है)"),
}  # fmt: skip
_LASTING_BEFORE = _re(
    r"(?:covers?|lasts?|last you|enough for|good for|see you through|survive)(?: about| around| for| you| roughly| nearly)*$"
)
_LASTING_BEHIND = _re(
    r"^(?:tak )?(?:chal(?:eg[aei]|t[aei]|enge|ti)?|nikal\w*|kaat\w*|चलेग\S*|चलत\S*|चलेंगे|निकल\S*)"
)
_AIMED_BEFORE = _re(r"(?:you|your|the)? ?(?:aim|aims|aiming|target|goal)(?: is| for| of| at| about|:)*$")
_PUT_BEFORE = _re(
    r"(?:you(?: ve| have|' ve)? (?:already )?(?:saved|set aside|put aside|put away)|have|saved up)(?: up| already| about)*$"
)
_PUT_BEHIND = _re(
    r"^(?:is |are |has been |already |tak )*(?:saved|set aside|put aside|in place|jama (?:ho|hai|hain|kiy\w+|kar chuk\w+)|जमा (?:हो|है|हैं|किए|कर चुके))"
)
_FEW = 5
_MOST_WORDS = 8  # that are read on each side


def standing_of(known: Known) -> Standing | None:
    """What a label says it is, of money or of the months that it lasts."""
    if known.measure not in {Measure.INR, Measure.MONTHS, Measure.PERCENT} or known.per is not None:
        return None
    return next((which for which, words in _LABELS if words.search(known.label.lower)), None)


def told_as(which: Standing, claim: Claim, reading: Reading) -> bool:
    """Whether the words around say that the number is this, and neither of the others."""
    words = _around(claim, reading)
    found = {one for one, told in _TOLD.items() if told.search(words)}
    return found == {which} or (which is Standing.LACK and found == {which, Standing.AIM})  # "still needs"


def told_against(which: Standing, claim: Claim, reading: Reading) -> bool:
    """Whether the words right around say plainly that it is another one: "₹1,48,600 saved" of what is missing."""
    before, behind = _beside(claim, reading)
    if claim.measure is Measure.MONTHS:
        if which is Standing.AIM:
            lasts = _LASTING_BEFORE.search(before) or _LASTING_BEHIND.search(behind)
            return lasts is not None and not _TOLD[Standing.AIM].search(f"{before} {behind}")
        return which is Standing.HAVE and _AIMED_BEFORE.search(before) is not None
    if claim.measure is not Measure.INR or which is not Standing.LACK:
        return False
    put = _PUT_BEFORE.search(before) or _PUT_BEHIND.search(behind)
    return put is not None and not _TOLD[Standing.LACK].search(f"{before} {behind}")


def _beside(claim: Claim, reading: Reading) -> tuple[str, str]:
    first, end = reading.clauses.near(claim.first)
    before = max([one.end for one in reading.claims if first <= one.end <= claim.first], default=first)
    behind = min([one.first for one in reading.claims if claim.end <= one.first < end], default=end)
    return (
        " ".join(token.text for token in reading.tokens[max(before, claim.first - _FEW) : claim.first]),
        " ".join(token.text for token in reading.tokens[claim.end : min(behind, claim.end + _FEW)]),
    )


def _around(claim: Claim, reading: Reading) -> str:
    first, end = reading.clauses.near(claim.first)
    before = max([one.end for one in reading.claims if first <= one.end <= claim.first], default=first)
    behind = min([one.first for one in reading.claims if claim.end <= one.first < end], default=end)
    near = [
        *reading.tokens[max(before, claim.first - _MOST_WORDS) : claim.first],
        *reading.tokens[claim.end : min(behind, claim.end + _MOST_WORDS)],
    ]
    return " ".join(token.text for token in near)
