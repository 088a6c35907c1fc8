"""Figures told by a word right beside them that their label does not bear: "₹61,300 is overdue" of what is carried over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from future_finance.domain.grounding.figures.wholes import part_told
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.tokens import pattern
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_NOWHERE = re.compile(r"(?!)")
_TELLING = frozenset(pattern("contract lowest low worst late missed delayed overdue due arrears atidey अतिदेय lack miss missing short shortfall kami lacking chahiye चाहिए needed go used claimed utilised utilized limit worth keemat kimat value कीमत वैल्यू cost paid put invested in out spend spent goes added deposited into done full finished complete completed free over fill fills this invest invested usual usually took takes brought earned made cover covers covered enough good buy buys end ends poora khatam earlier sooner faster quicker pehle pahle jaldi पहले जल्दी save saves saving saved bachega bachenge has holds contains stopped ruk band off shorter fewer ब्याज बंद रुक").split())  # fmt: skip
_JOINING = ("jod", "जोड", "daal", "dal", "डाल", "laga", "लगा")
_FEW = 6  # words that are read on each side
_ABOUT = r"(?: (?:about|around|nearly|roughly|just|only|over|under|some|exactly|a|the|rs|karib|lagbhag))*$"
_IS = r"^(?:(?:is|are|was|were|has|have|been|still|now|already|yet|hai|hain|है|हैं|the) )*"


@dataclass(frozen=True, slots=True)
class _Predicate:
    """How texts say it before or behind a figure, what labels that bear it say, and what labels that do not."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    borne: re.Pattern[str]
    against: re.Pattern[str]


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\u0900-\u097f])(?:{pattern(words)}){_ABOUT}") if words else _NOWHERE


def _behind(words: str) -> re.Pattern[str]:
    return re.compile(rf"{_IS}(?:{pattern(words)})(?![\w\u0900-\u097f])") if words else _NOWHERE


def _label(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})", re.IGNORECASE) if words else _NOWHERE


_BY_CONTRACT = _Predicate(
    _NOWHERE,
    _behind(r"(?:by|per|as per|under|in) (?:the )?contract"),
    _label(r"contract"),
    _label(r"."),
)
_OF_AMOUNTS = (
    _Predicate(
        _NOWHERE,
        _behind(r"(?:daal\w*|dal(?:enge|oge|ne)|lagaa?(?:enge|oge|ne)|invest kar\w*|डाल\S*|लगाएंगे|लगाओगे)"),
        _label(r"put in|invest|sip|paid|pay|contribut|deposit|said|a month|need|extra|prepa|missing|sav|cost|premium"),
        _label(r"value|at the end|worth|path"),
    ),
    _Predicate(
        _NOWHERE,
        _behind(r"at (?:its|the|your|their) (?:lowest|low point|worst)"),
        _label(r"lowest|low\b|least|minimum|short|worst"),
        _label(r"."),
    ),
    _BY_CONTRACT,
    _Predicate(
        _before(r"(?:overdue|past due)(?: amount| dues)?(?: is| of| stands at| comes to| :)?"),
        _behind(r"(?:overdue|past due|in arrears|atidey|अतिदेय)"),
        _label(r"overdue|past[- ]due|late|arrears|dues?\b|default"),
        _label(r"."),
    ),
    _Predicate(
        _before(r"you (?:still )?(?:lack|miss)|missing is|short by|shortfall (?:of|is)|kami (?:hai )?:?"),
        _behind(r"(?:missing|lacking|short(?! of| term|-)|(?:more )?(?:aur|और) (?:chahiye|jodn\w+|चाहिए)|(?:more )?(?:still )?(?:needed|to go))"),
        _label(r"missing|short|gap|need|lack|left|remaining|deficit|to go|still|balance|unpaid|pending|required|extra|more|additional|a month|each month"),
        _label(r"target|goal|saved|so far|balance|aim|cover"),
    ),
    _Predicate(
        _before(r"(?:you (?:' )?(?:ve|have) (?:already )?(?:paid|put|invested)|used(?: up)?|claimed|utilised|utilized)"),
        _NOWHERE,
        _label(r"us(?:e|ed|age|ing)\b|spent|spending|claim|utili[sz]|so far|invested|(?<!be )paid|drawn|done|deduct|taken|exempt|saved|down ?payment"),
        _label(r"limit|left|remaining|unused|budget|most (?:that )?(?:may|can)|maximum"),
    ),
    _Predicate(
        _before(r"limit(?: is| was| of| stands at| :)?"),
        _NOWHERE,
        _label(r"limit|cap\b|maximum|max\b|allowed|ceiling|minimum|budget|headroom|room|free|exempt|threshold"),
        _label(r"outstanding|used|spent|spending|balance|bill|owed|debt"),
    ),
    _Predicate(
        _before(r"(?:is|are|be|been|now|today|currently|still) worth|ki (?:keemat|kimat|value)(?: ab)?|की (?:कीमत|वैल्यू)(?: अब)?"),
        _NOWHERE,
        _label(r"value|worth|price|market|current|now\b|today|at the end|path|assets?\b|nav\b"),
        _label(r"outstanding|loan\b|debt|cost|owed?\b|emi\b|premium|spent|spending|invested|paid|put in"),
    ),
    _Predicate(
        _before(r"(?:they|it|which|that|units|shares|bonds) cost you|you paid|you put in|cost you"),
        _behind(r"(?:paid|invested|put in) for (?:it|them|units)"),
        _label(r"cost|paid|pay|invested|put in|spent|spending|spend|emi|premium|fees?\b|charge|interest|bill|price|expense|tax|rent|down ?payment|contribution|penalt|sip|instal|purchase|deposit|bought|markup|donation|subscription|recurring|insur|rate|kist|prepay|extra|sent|remit|transfer|booked|given|as you said|month|year|brokerage|commission|gst|refund|advance"),
        _label(r"value|balance|worth|current"),
    ),
    _Predicate(
        _before(r"(?:you d|you ' d|you|would|will|and|which|it|that) saves?|saving(?: of)?"),
        _behind(r"(?:of interest |in interest |interest )?(?:would be |will be |is )?saved|(?:byaj|byaaj|ब्याज) (?:bach\w+|बच\S*)"),
        _label(r"less|sav|more|gap|difference|surplus|left over|cheaper|sip|a month|put|set aside|contribut"),
        _label(r"to be paid|outstanding|owed?\b|as things are|in this scenario"),
    ),
    _Predicate(
        _before(r"(?:fund|pot|kitty|goal) (?:now |already )?(?:has|holds|contains)"),
        _NOWHERE,
        _label(r"saved|balance|value|so far|at hand|hold|put in|cash"),
        _label(r"target|missing|gap|needed|short"),
    ),
    _Predicate(
        _NOWHERE,
        _behind(r"(?:(?:sip|investment|mandate) )?(?:has |have )?(?:stopped|ruk gay\w+|band ho gay\w+|रुक गई|बंद हो गई)"),
        _label(r"stopp|paused|ended"),
        _label(r"sip|mandate|invest"),
    ),
    _Predicate(
        _before(r"this (?:year|month|week|time|january|february|march|april|may|june|july|august|september|october|november|december)(?: s)?(?: \w+){0,3}(?<! than)(?<! against)(?<! from)(?<! versus)(?<! vs)"),
        _behind(r"this$|this (?:year|month|week|january|february|march|april|may|june|july|august|september|october|november|december)"),
        _label(r"this |so far|current|financial year|rise|fall|change|more|less|above|below"),
        _label(r"last year|(?:month|week|year) before|previous (?:month|week|year)|last (?:month|week)|(?:month|week|year) ago"),
    ),
    _Predicate(
        _before(r"you(?: also)? invest(?:ed)?|invested is"),
        _behind(r"(?:of (?:your |the )?(?:income|salary|money) )?(?:goes|went) into investments?"),
        _label(r"invest|sip|put in|mutual|fund|month|deposit|cost|bought|rd\b|nps|ppf|elss|shares?\b|saved|amount"),
        _label(r"savings rate|spen[dt]|income|left over"),
    ),
    _Predicate(
        _before(r"(?:your |the )?usual(?:ly)?(?: \w+){0,2}(?: is| was| of| at| :)?"),
        _NOWHERE,
        _label(r"usual|average|mean\b|lately|normal|typical|before"),
        _label(r"budget|limit|target|largest|rise|over"),
    ),
    _Predicate(
        _before(r"(?:you|january|february|march|april|may|june|july|august|september|october|november|december|the (?:month|year)) (?:took in|takes? in|brought (?:in|home)|earned|made)"),
        _behind(r"(?:came |comes |coming |went |goes |going )?in(?= [,;.|\n]| and\b| but\b)"),
        _label(r"income|earn|salary|receiv|credit|inflow|in\b|sale|interest|rent|bonus|pension"),
        _label(r"spending|spent|outflow|expense"),
    ),
    _Predicate(
        _NOWHERE,
        _behind(r"(?:went |goes |going |go )?out(?= [,;.|\n]| and\b| but\b)"),
        _label(r"spend|spent|outflow|expense|paid|cost|out\b|emi|debit|withdr"),
        _label(r"income|earn|salary|received|inflow"),
    ),
    _Predicate(
        _before(r"you spend|you spent|you used|goes on spending"),
        _behind(r"of (?:your |the |what you )?(?:income|salary|earn\w*|paycheck) (?:was |is |gets |got )?(?:spent|goes out)"),
        _label(r"spen|expense|outflow|cost|bill|fee|rent|emi|share of income|share of|limit|budget|paid|charge|premium|a month|shopping|food|grocer"),
        _label(r"saving|saved|surplus|left"),
    ),
    _Predicate(
        _before(r"(?:put|added|deposited|paid)(?: in| into)?"),
        _behind(r"(?:added|deposited|put) (?:in|into|to)"),
        _label(r"put in|paid|invest|deposit|contribut|added|set aside|sip|a month|each month|premium|emi|moved"),
        _label(r"taken out|withdraw|withdrawn|redeem"),
    ),
)  # fmt: skip
_OF_LENGTHS = (
    _BY_CONTRACT,
    _Predicate(
        _NOWHERE,
        _behind(r"(?:of (?:them|these) )?(?:were |was |had been |have been )?(?:paid late|late|missed|delayed|der se|देर से)"),
        _label(r"late|missed|overdue|delay"),
        _label(r"known|history|record"),
    ),
    _Predicate(
        _before(r"(?:would |will |could )?(?:covers?|covered|enough for|good for|buys?)"),
        _NOWHERE,
        _label(r"cover|spend|last|hold|runway|hand|fund\b(?!.*(?:full|until))|contract|said|policy|years"),
        _label(r"until|left|ends?\b|full|reach"),
    ),
    _Predicate(
        _before(r"(?:done|full|finished|complete|completed|free|over|fills?|ends?|poora|khatam)(?: up)? in"),
        _NOWHERE,
        _label(r"until|left|reach|full|ends?|remain|clear|free|finish|lasts?|clos|complet|contract|matur|to go|need|payoff|said|in \d|next"),
        _label(r"cover|spending|known|late"),
    ),
    _Predicate(
        _NOWHERE,
        _behind(r"(?:earlier|sooner|faster|quicker|off\b|shorter|fewer|pehle|pahle|jaldi|पहले|जल्दी) ?(?!than\b)"),
        _label(r"earlier|sooner|faster|quicker|saved|less|fewer|shorter|cut|ago|ahead|reduc|before|past|last|since|old"),
        _label(r"until|left|remaining|contract|ends"),
    ),
)  # fmt: skip
_TOLD = {
    Measure.INR: _OF_AMOUNTS,
    Measure.PERCENT: _OF_AMOUNTS,
    Measure.COUNT: _OF_AMOUNTS,
    Measure.MONTHS: _OF_LENGTHS,
    Measure.YEARS: _OF_LENGTHS,
}


def misnamed(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """The first of the stated, where a word beside the figure says what none of their labels bears."""
    if claim.measure not in _TOLD or not stated or claim.direction or claim.sign < 0:
        return None
    near = reading.tokens[max(claim.first - _FEW, 0) : claim.end + _FEW]
    if all(token.text not in _TELLING and not token.text.startswith(_JOINING) for token in near):
        return None
    if part_told(claim, reading):
        return None  # "four of your last 36 months were late"
    before, behind = _beside(claim, reading)
    for one in _TOLD[claim.measure]:
        if not (one.before.search(before) or one.behind.search(behind)):
            continue
        if all(one.against.search(known.label.lower) and not one.borne.search(known.label.lower) and not known.negative and not known.asked for known in stated):  # fmt: skip
            return stated[0]
    return None


def _beside(claim: Claim, reading: Reading) -> tuple[str, str]:
    """The words right before and behind a number, up to its neighbours."""
    first, _end = reading.clauses.near(claim.first)
    before = max([one.end for one in reading.claims if first <= one.end <= claim.first], default=first)
    behind = min([one.first for one in reading.claims if one.first >= claim.end], default=len(reading.tokens))
    ahead = reading.tokens[claim.end : min(behind, claim.end + _FEW)]
    words = " ".join(token.text for token in ahead)
    return (
        " ".join(token.text for token in reading.tokens[max(before, claim.first - _FEW) : claim.first]),
        words if len(ahead) == _FEW or behind < len(reading.tokens) else f"{words} .",
    )
