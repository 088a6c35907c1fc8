"""Numbers that the person said: allowed only in sentences that mark them so."""

from __future__ import annotations

import re

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading, read
from future_finance.domain.grounding.reading.supposing import supposes
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.tokens import pattern, plain
from future_finance.domain.grounding.reading.units import SAID, SAID_WORDS, Measure

_PHRASES = tuple(plain(phrase) for phrase in SAID)
_TOLD = re.compile(
    pattern(
        r"\b(?:you|u) (?:\w+ |' \w+ ){0,2}(?:said|say|told|mention\w*|ask\w*|want\w*|plan\w*|propos\w*|suggest\w*|wrote|quoted?|describ\w*|consider\w*|think\w*|thought|guess\w*|expect\w*|worr\w*|assum\w*|believ\w*|fear\w*|estimat\w*|figured|reckon\w*|talk\w*|spoke|had in mind|name[ds]?|picked|chose\w*|intend\w*|hop\w+)\b"
        r"|\b(?:your|aapk[aei]|आपक\S) .{0,30}?(?:guess|estimate|assumption|andaz\w*|anumaan|अंदाज\S*|अनुमान)"
        r"|\b(?:aapne|aap ne|apne|aapko|apko|aap|आपने|आपको|आप)\b.{0,60}\b(?:kaha|kahe|bataya|bataye|batayi|pucha|poocha|puchha|baat|zikr|likha|socha|soch|samjha|samjhe|laga|bola|chaha|chahte|chahti)\b"
        r"|(?:आपने|आपको|आप) .{0,60}(?:कहा|कही|कहे|बताया|बताई|बताए|पूछा|पूछी|बात की|जिक्र|लिखा|सोचा|समझा|समझे|लगा|सोच रह|बोला|चाहते|चाहती|चाहा)"
    )
)
_WOULD = frozenset({"would", "could", "will", "'ll", "can", "afford"})
_DOING = frozenset(
    [
        "put",
        "invested",
        "prepaid",
        "putting",
        "pay",
        "paying",
        "prepay",
        "prepaying",
        "spend",
        "spending",
        "invest",
        "investing",
        "add",
        "adding",
        "with",
        "if",
        "extra",
        "save",
        "saving",
        "rises",
        "goes",
        "raising",
        "raise",
        "step",
        "stepping",
        "retire",
        "retiring",
        "agar",
        "अगर",
    ]
)
_DOING_BEHIND = frozenset(
    [
        "बढे",
        "badhe",
        "badhne",
        "daalne",
        "dalne",
        "dene",
        "lagane",
        "bharne",
        "kharchne",
        "now",
        "today",
        "extra",
        "more",
        "डालने",
        "देने",
        "लगाने",
        "निवेश",
        "खर्च",
        "और",
        "aur",
    ]
)
_NOT = frozenset({"नहीं", "nahi", "nahin"})
_OF_IT = frozenset({"का", "के", "की", "ka", "ke", "ki", "of"})
_LENGTHS = frozenset({Measure.MONTHS, Measure.YEARS})
_LOOSE = frozenset({Measure.BARE, Measure.COUNT})


class Said:
    """What the person's own words claim."""

    def __init__(self, text: str) -> None:
        self._claims = read(text).claims if text.strip() else []

    def covers(self, claim: Claim) -> bool:
        """Whether the person said this number, in the same unit or in none."""
        return any(_same(claim, said) for said in self._claims)

    def marked(self, claim: Claim, reading: Reading) -> bool:
        """Whether the claim's sentence says that the number is the person's own."""
        tokens = [
            token
            for token, sentence in zip(reading.tokens, reading.clauses.sentence, strict=True)
            if sentence == claim.sentence
        ]
        if any(token.text in SAID_WORDS for token in tokens):
            return True
        if text_at(reading.tokens, claim.first - 1) in {"a", "an"} and any(
            token.text in _WOULD for token in tokens
        ):
            return True  # "an ₹80,000 phone would use up ..."
        if _denied(claim, reading) or supposes(claim, reading):
            return True
        spoken = " ".join(token.text for token in tokens)
        return any(phrase in spoken for phrase in _PHRASES) or _TOLD.search(spoken) is not None


def _denied(claim: Claim, reading: Reading) -> bool:
    """ "Your income is ₹72,400, not ₹80,000", "₹80,000 नहीं"."""
    before = [text_at(reading.tokens, claim.first - back) for back in (1, 2, 3)]
    return "not" in before[:2] or before == ["t", "'", "isn"] or text_at(reading.tokens, claim.end) in _NOT


def supposed(claim: Claim, reading: Reading) -> bool:
    """ "Putting in ₹5 lakh", "the rate goes up by 1 percentage point", "लक्ष्य 6 महीने का": what a scenario begins with."""
    first, _end = reading.clauses.span(claim.clause)
    before = {token.text for token in reading.tokens[first : claim.first]}
    behind = {text_at(reading.tokens, claim.end), text_at(reading.tokens, claim.end + 1)}
    if claim.measure in _LENGTHS:
        return bool(behind & _OF_IT)
    return bool(before & _DOING or behind & _DOING_BEHIND)


def _same(claim: Claim, said: Claim) -> bool:
    if claim.on is not None or said.on is not None:
        return claim.on == said.on
    if claim.measure is said.measure or said.measure in _LOOSE or claim.measure in _LOOSE:
        return claim.covers(said.value)
    months = {Measure.MONTHS: 1, Measure.YEARS: 12}
    if claim.measure in months and said.measure in months:
        return claim.value * months[claim.measure] == said.value * months[said.measure]
    return False
