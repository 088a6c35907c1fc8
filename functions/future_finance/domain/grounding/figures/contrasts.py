"""Figures told by the contrary of what their label says: a regular plan told as direct, what is missing as above the target."""

from __future__ import annotations

import re
from dataclasses import dataclass

from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.tokens import pattern
from future_finance.domain.grounding.sheet.known import Known


@dataclass(frozen=True, slots=True)
class Contrast:
    """A label of `label` is not told by `against`, unless `unless` stands there too."""

    label: re.Pattern[str]
    against: re.Pattern[str]
    unless: re.Pattern[str]


def _re(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\u0900-\u097f])(?:{pattern(words)})(?![\w\u0900-\u097f])")


_NEVER = r"(?!)"
_NOT = r"not|no longer|never|nahi|nahin|नहीं|instead|rather than|unlike|than|versus|vs|against"


def _contrast(label: str, against: str, unless: str = _NEVER) -> Contrast:
    return Contrast(_re(label), _re(against), _re(rf"{unless}|{_NOT}"))


_CONTRASTS = (
    _contrast(r"(?:share of|value (?:in|of)|invested in|held in) regular(?: plans?)?", r"direct(?: plans?| schemes?| mein| me)|direct|डायरेक्ट", r"regular|रेगुलर|direct (?:shares?|stocks?|equity)|mov\w+|switch\w*"),
    _contrast(r"direct plans?", r"regular|रेगुलर", r"direct|डायरेक्ट"),
    _contrast(r"(?:missing|short|lacking|gap)(?! term)(?: (?:to|of|from|for|towards))?", r"(?:above|over|past|beyond|ahead of) (?:the |your )?(?:target|goal|aim)|(?:lakshya|target) se (?:\S+ ){0,3}?(?:upar|zyada|aage)|(?:लक्ष्य|टारगेट) से (?:\S+ ){0,3}?(?:ऊपर|ज्यादा|अधिक|आगे)|surplus", r"short|missing|behind|below|kam|कम"),
    _contrast(r"(?:over|above|past) (?:the |your )?(?:[\w' ]{0,20})?budget|over budget|overspent", r"bach(?:e|a|i|at|ta|te)?(?: gay\w+| gai| rah\w+)?|बच(?:े|ा|ी|त)?|left|unused|unspent|under|below|saved|to spare|remain\w*|baaki|baki|बाकी", r"over|past|zyada|jyada|ज्यादा|अधिक|exceed\w*|overspen\w*|upar|ऊपर"),
    _contrast(r"above (?:the|your|its)? ?(?:contract|schedule|plan|limit|usual|average)[\w' ]*", r"below|under|behind|neeche|niche|नीचे", r"above|over|upar|ऊपर"),
    _contrast(r"below (?:the|your|its)? ?(?:contract|schedule|plan|limit|usual|average)[\w' ]*", r"above|over|upar|ऊपर", r"below|under|neeche|नीचे"),
    _contrast(r"balance|closing balance", r"(?:aa|आ) (?:gay[aei]|gai|गई|गया|गए|चुकी|चुका|chuk[aei])|(?:was |has been |have been )?(?:credited|received)|mil(?:i|a|e)|मिली|मिला|मिले|जमा (?:किए|किया|कराए|कराया)|jama (?:kiy\w+|kara\w+)|you(?: have| ve)? (?:paid|put) in|deposited", r"balance|बैलेंस|bakaya|interest|byaj|ब्याज|refund"),
    _contrast(r"cost of (?:a scheme's |the )?units(?: still held)?|cost of a scheme's units still held|amount paid for (?:the )?[\w ]+", r"value|worth|मूल्य|mulya|moolya|कीमत|keemat|kimat", r"cost|paid|invested|lagat|laagat|लागत|lagaye|lagaya|लगाए|लगाया|निवेश|nivesh|kharid\w*|bought"),
    _contrast(r"(?:saved|reached|funded)(?: so far)?(?: (?:of|for) (?:the )?[\w ]+)?$", r"(?:still )?(?:to go|left to (?:go|save)|needed|missing|lacking)|baaki|baki|बाकी", r"saved|reached|done|have|jama|जमा|poora|पूरा|bach\w*"),
    _contrast(r"minimum (?:amount )?due", r"bill|total|full|poora|pura|बिल|कुल|पूरा", r"minimum|min|least|nyuntam|न्यूनतम|kam se kam|कम से कम"),
    _contrast(r"interest saved|less interest", r"(?:pay|paying|pays|payable|costs?)|dena|lagega|lagta|chukana|देना|लगेगा|लगता", r"sav\w+|less|lower|bach\w*|kam|cut|बच\S*|कम|don ?' ?t|avoid"),
    _contrast(r"long ?-? ?term", r"short ?-? ?term|stcg|शॉर्ट ?-? ?टर्म|अल्पकालिक", r"long ?-? ?term|ltcg"),
    _contrast(r"short ?-? ?term", r"long ?-? ?term|ltcg|लॉन्ग ?-? ?टर्म|दीर्घकालिक", r"short ?-? ?term|stcg"),
    _contrast(r"now|today|as things are|as now|at present|currently", r"becomes|would become|turns into|ho (?:jaayeg\w+|jayeg\w+|jaayenge|jayenge)|हो (?:जाएग\S*|जायेग\S*|जाएंगे)", r"now|today|current\w*|stays?|remains?|from|abhi|अभी|aaj|आज"),
    _contrast(r"total|in all|altogether", r"each|apiece|har ek|har baar|हर एक|हर बार|प्रत्येक", r"total|in all|altogether|kul|कुल|each (?:month|year|day|week)|every"),
    _contrast(r"(?:instalments?|emis?|premiums?) (?:already |so far )?paid", r"(?:still |yet )?(?:left|remaining|to go|to pay|pending)|remains?|baaki|baki|bachi|bache|बाकी|बची|बचे", r"paid|done|over|de chuk\w*|di ja\w*|bhar\w*|चुक\S*|भर\S*|जा चुक\S*"),
    _contrast(r"(?:instalments?|emis?|premiums?) (?:still )?(?:left|remaining|to go)", r"(?:have |has |already |been )*(?:paid|completed|done)|de chuk\w*|bhar chuk\w*|दे चुक\S*|भर चुक\S*|चुकाई जा चुक\S*", r"left|remain\w*|to go|still|to be|baaki|baki|bach\w*|बाकी|बच\S*"),
    _contrast(r"investing ends ahead", r"prepay\w*(?: (?:it|the loan|early))? (?:comes? out|ends?|is|wins?|finish\w*|stays?)|prepay\w* (?:wins|ahead)|प्रीपे\S* (?:आगे|बेहतर)", r"invest\w*|निवेश"),
    _contrast(r"renting ends ahead", r"buying (?:comes? out|ends?|is|wins?|finish\w*|stays?)|खरीदना (?:आगे|बेहतर)", r"rent\w*|किराए"),
    _contrast(r"buying ends ahead", r"renting (?:comes? out|ends?|is|wins?|finish\w*|stays?)|किराए (?:पर )?(?:आगे|बेहतर)", r"buy\w*|खरीद\S*"),
)  # fmt: skip


def contrary(known: Known, claim: Claim, reading: Reading) -> bool:
    """Whether the words around a number say the contrary of its label."""
    label = known.label.lower
    words = ""
    for one in _CONTRASTS:
        if one.label.search(label) is None:
            continue
        words = words or _clause(claim, reading)
        if one.against.search(words) and not one.unless.search(words) and not one.against.search(label):
            return True
    return False


def _clause(claim: Claim, reading: Reading) -> str:
    """The words of a number's clause, up to its neighbours of the same unit."""
    first, end = reading.clauses.near(claim.first)
    inside = [one for one in reading.claims if first <= one.first < end and one.measure is claim.measure]
    before = max((one.end for one in inside if one.end <= claim.first), default=first)
    behind = min((one.first for one in inside if one.first >= claim.end), default=end)
    return " ".join(token.text for token in reading.tokens[before:behind])
