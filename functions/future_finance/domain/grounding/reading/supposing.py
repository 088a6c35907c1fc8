"""Whether a sentence supposes a number and does not state it: "prepaying ₹2 lakh would ...", "₹5,000 badhane par ...", "until 63"."""

from __future__ import annotations

import re

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.tokens import Kind, pattern


def _re(words: str) -> re.Pattern[str]:
    return re.compile(pattern(words))


_NO_ACT = r"(?:spend|sav|exist|outstand|runn|remain|din|hous|includ|earn|hold|stand|pend|miss|dur|noth|someth|anyth|everyth|ow|be|monthly spend)ing"
_IN_ACT = _re(  # "prepaying just", but not "you are paying", "your spending of"
    rf"(?:^|(?<!\bare )(?<!\bis )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bre )(?<!\bam )(?<!\bm )(?<!\byour )(?<!\balready )(?<!\bnow )(?<!\bkeep )(?<!\bstarted )(?<!\bcurrently )(?<= ))"
    rf"(?!{_NO_ACT}\b)[a-z]{{3,}}ing\b(?: \S+){{0,5}}$"
)
_WITH = _re(
    r"(?:^|[,:;.|–-] |\b(?:but|and|so|then|while) )(?:with|at|by|on|for)(?: (?:just|only|even|an?|the|that|extra|another|additional|₹|rs|age|of))*$"
)
_ACT_OF = _re(
    r"\b(?:an?|the|this|that|such an?) (?:[a-z]+[ -]){0,2}(?:prepayment|part ?-? ?payment|increase|raise|hike|step ?-? ?up|top ?-? ?up|cut|reduction|lump ?-? ?sum|one ?-? ?off payment|withdrawal|drop|fall|rise) (?:of|by)(?: (?:₹|rs))?$"
)
_END = r"(?= |$)"  # Hindi vowel signs are no letters to \b
_ACTED_BEHIND = _re(  # "badhane par", "dene se", "करने पर", "wala plan", "prepay karein to"
    r"^(?:[^\s.;:,|]+ ){0,6}?(?!(?:aapne|apne|maine|itne|kitne|mahine|purane|अपने|आपने|मैंने|महीने|पुराने|जितने|इतने)(?: |$))(?:[a-z]+ne|[\u0900-\u097f]+ने) (?:par|pe|pr|se|ka|ki|ke|wal\w+|mein|me|पर|पे|से|का|की|के|वाल\S+|में)"
    + _END
    + r"|^(?:\S+ ){0,3}?(?:wal[aei]|वाल[ाेी])"
    + _END
    + r"|^(?:[^\s.;:,|]+ ){0,7}?(?:toh|तो)"
    + _END
    + r"|^(?:[^\s.;:,|]+ ){0,7}?[a-z]+(?:ein|enge|oge|unga|ungi|aye|iye|hain|hai|ho|do|du|doon|dun|lo|lu|loon|diya|diye|kiya|kiye|gaye|gaya|gayi|jaye|jaaye|karo|karu|karun|kare|rahe) to"
    + _END
    + r"|^(?:[^\s.;:,|]+ ){0,4}?(?:dekar|karke|kar ke|badh?akar|daal ?kar|daalkar|dalkar|bharkar|jodkar|lagakar|chukakar|nikalkar|देकर|करके|बढाकर|डालकर|भरकर|जोडकर|लगाकर|चुकाकर)"
    + _END
)
_EXTRA = _re(
    r"(?:^|[,:;.|–-] )(?:an?|just|even|only|and)?(?: ?(?:extra|additional|another|more))+(?: (?:₹|rs))?$"
)
_ADDED = frozenset(
    {
        "more",
        "extra",
        "additional",
        "zyada",
        "jyada",
        "ज्यादा",
        "अतिरिक्त",
        "prepayment",
        "hike",
        "raise",
        "increase",
    }
)
_OPENING = frozenset("\n|:,;.–-!?(")
_WORDS = 12  # that are read on each side


def supposes(claim: Claim, reading: Reading) -> bool:
    """Whether the number is a condition of what the sentence tells, or the heading of a column of such."""
    first, end = _reach(claim, reading)
    before = " ".join(token.text for token in reading.tokens[first : claim.first])
    if _IN_ACT.search(before) or _WITH.search(before) or _ACT_OF.search(before) or _EXTRA.search(before):
        return True
    behind = " ".join(token.text for token in reading.tokens[claim.end : end])
    if _ACTED_BEHIND.search(behind):
        return True
    opens = claim.first == 0 or text_at(reading.tokens, claim.first - 1) in _OPENING
    if opens and not _ADDED.isdisjoint(
        reading.tokens[at].text for at in range(claim.end, min(claim.end + 4, end))
    ):
        return True  # "₹6,000 more a month ends your loan sooner"
    return _heads_a_column(claim, reading)


def _reach(claim: Claim, reading: Reading) -> tuple[int, int]:
    """The words of the sentence before and behind a number, up to the next numbers."""
    sentence = reading.clauses.sentence
    first = max(
        [one.end for one in reading.claims if one.end <= claim.first and one.sentence == claim.sentence]
        + [claim.first - _WORDS, 0]
    )
    while sentence[first] != claim.sentence:
        first += 1
    end = min(
        [one.first for one in reading.claims if one.first >= claim.end] + [claim.end + _WORDS, len(sentence)]
    )
    while end > claim.end and sentence[end - 1] != claim.sentence:
        end -= 1
    return first, end


def _heads_a_column(claim: Claim, reading: Reading) -> bool:
    """ "| | Minimum only | ₹10,000 a month |" above a line of dashes."""
    at = claim.end
    while at < len(reading.tokens) and reading.tokens[at].text != "\n":
        at += 1
    rule = reading.tokens[at + 1 : at + 4]
    return len(rule) == 3 and all(token.kind is Kind.SIGN and token.text in "|-:" for token in rule)
