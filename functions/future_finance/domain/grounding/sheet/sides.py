"""Sides that one figure is told from: as now or in the scenario, a bad or a good path, buying or renting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from future_finance.domain.grounding.reading.tokens import pattern as folded


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\u0900-\u097f])(?:{folded(pattern)})(?![\w\u0900-\u097f])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pole:
    """One side: how labels say it and how texts do."""

    name: str
    label: re.Pattern[str]
    told: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Axis:
    """`default` is the side of labels that say none, where a figure beside it says one."""

    poles: tuple[Pole, ...]
    default: str = ""


def _pole(name: str, label: str, told: str) -> Pole:
    return Pole(name, re.compile(label, re.IGNORECASE), _re(told))


_NEVER = r"(?!)"
_COURSE = Axis((
    _pole("now", r"(?:,? |^)\bas (?:now|things (?:stand|are))\b",
          r"as now|as things (?:stand|are)|(?:at|on) (?:today ' s|this) pace|before (?:the|it|this)|right now|at present|presently|as of now|(?:at|on) (?:the|your) current|(?:your|the) current|keep going|carry on|without|as (?:it is|is|you are)|if nothing changes|status quo|abhi|अभी|bina|बिना|पहले से"),
    _pole("then", r",? \b(?:in (?:the|this) scenario|with the (?:prepayment|raise|new loan|step-up|change|(?:[\w-]+ ){0,2}loan|rent rise|purchase|trip))\b|^what if [^:]*:",
          r"with (?:the|a|an|this|that|your|extra|₹|rs)|in the scenario|would (?:then|stretch|lengthen|shorten)|new (?:emi|loan|rate)|nay[aei] (?:emi|loan|rate|kist)|नई (?:ईएमआई|किस्त|दर)|नए लोन|after (?:the raise|it|this)|after (?:the |your )?prepay\w*|stepping up|adding (?:the|₹|rs|a|an)|if you|(?:prepay\w*|step[- ]up|scenario) (?:ke baad|se|mein)|(?:प्रीपे\S*|स्टेप[- ]?अप) (?:के बाद|से|में)|बढाने पर|badhane par|(?:ज्यादा|अतिरिक्त) (?:देने|भरने|डालने) पर|(?:zyada|jyada|extra) (?:dene|bharne|daalne) (?:par|pe)"),
))  # fmt: skip
_PATH = Axis((
    _pole("bad", r",? \bon a bad path\b|\b(?:low|lower|bad|worst|weak|poor|pessimistic) (?:path|case)\b(?: of the)?", r"(?:bad|low|lower|worst|poor|weak|rough|unlucky)[ -](?:path|case|run|market|scenario|outcome)s?|on a bad|markets? (?:are|is|go|goes|turn|turns) (?:unkind|bad|badly|poor|rough)|kamzor (?:haal|halat|raste|path|market)|कमजोर (?:हाल|हालत|रास्त\S*|बाजार)|kharab (?:haal|halat|raste|path|market)|bure (?:haal|halat|raste)|(?:nichl[aei]|neeche (?:ka|ke|wala|wale)) (?:raast\w*|rast\w*|path)|low path|निचल[ाेी] (?:रास्त\S*|राह|पाथ)|नीचे (?:का|के|वाल[ाे]) रास्त\S*|खराब (?:हाल|हालत|रास्ते|बाजार)|बुरे (?:हाल|हालत|रास्ते)"),
    _pole("good", r",? \bon a good path\b|\b(?:high|upper|good|best|strong|optimistic) (?:path|case)\b(?: of the)?", r"(?:good|high|upper|best|strong|lucky)[ -](?:path|case|run|market|scenario|outcome)s?|on a good|markets? (?:are|is|go|goes|turn|turns) (?:kind|good|well|strong)|mazboot (?:haal|halat|raste|path|market)|मजबूत (?:हाल|हालत|रास्त\S*|बाजार)|ach+he? (?:haal|halat|raste|path|market)|अच्छे (?:हाल|हालत|रास्ते|बाजार)|(?:upar(?:la|li|le|i)|upar (?:ka|ke|wala|wale)) (?:raast\w*|rast\w*|path)|ऊपर(?:ी|ला| का| के| वाल[ाे]) रास्त\S*"),
    _pole("middle", r"\b(?:middle|median|central) (?:path|case)\b(?: of the)?", r"(?:middle|median|typical|central)[ -](?:path|case|outcome|run|scenario)s?|beech (?:ke|ka|wale) (?:raste|path|haal)|बीच (?:के|का|वाले) (?:रास्ते|हाल)"),
), default="middle")  # fmt: skip
_MONEY = Axis((
    _pole("today", r",? \bin today's money\b", r"in today ?' ?s|today ?' ?s (?:money|rupees|prices|value|terms)|in real terms|aaj ke (?:paise|paison|daam|mulya|hisaab)|आज के (?:पैसे|पैसों|दाम|मूल्य|हिसाब)"),
    _pole("then", _NEVER, r"before (?:taking out |removing |counting |adjusting for )?inflation|in (?:future|that day ' s) (?:money|rupees)|in nominal terms|nominal(?:ly)?|not adjusted for inflation|mehngai (?:se pehle|ghataye bina)|महंगाई (?:से पहले|घटाए बिना)"),
), default="then")  # fmt: skip
_HOME = Axis((
    _pole("buying", r",? \bbuying\b", r"buy\w*|khareed\w*|kharid\w*|खरीद\S*|purchas\w*"),
    _pole("renting", r",? \brenting\b", r"rent(?:ing|s|ed)?\b|kiray[ae]\w*|किरा\S*"),
))  # fmt: skip
_USE = Axis((
    _pole("invested", r",? \bhaving invested\b", r"invest\w*|nivesh|निवेश"),
    _pole("prepaid", r",? \bhaving prepaid\b", r"prepa(?:y|id)\w*|प्रीपे\S*|loan chuka\w*|लोन चुका\S*"),
))  # fmt: skip
_ORDER = Axis((
    _pole("smallest", r",? \bsmallest debt first\b", r"smallest|snowball|by (?:size|balance)|sabse chhot\w*|chhota|chhote|सबसे छोट\S*|स्नोबॉल"),
    _pole("dearest", r",? \bhighest rate first\b", r"highest|avalanche|by (?:rate|interest)|costliest|sabse (?:mehang\w*|mahang\w*|oonch\w*|unch\w*|zyada)|सबसे (?:ऊँच\S*|ऊंच\S*|महंग\S*|ज्यादा)|एवलांच"),
))  # fmt: skip
_REGIME = Axis((
    _pole("old", r"\bold regime\b", r"old(?: tax)? regime|(?:in|under) the old|old (?:mein|me)\b|puran[aei] (?:tax )?regime|पुरानी (?:टैक्स )?(?:रिजीम|व्यवस्था)"),
    _pole("new", r"\bnew regime\b", r"new(?: tax)? regime|(?:in|under) the new|new (?:mein|me)\b|na(?:yi|ye|ya|i) (?:tax )?regime|नई (?:टैक्स )?(?:रिजीम|व्यवस्था)"),
))  # fmt: skip
_TAX = Axis((
    _pole("before", r",? \bbefore tax\b", r"before tax|pre-?tax|tax se pehle|टैक्स से पहले"),
    _pole("after", r",? \bafter tax\b", r"after tax|post-?tax|net of tax|tax ke baad|टैक्स के बाद"),
))  # fmt: skip
_PAUSE = Axis((
    _pole("paused", r",? \band (?:the )?(?:sips?|investments?) (?:paused|stopped)\b", r"paus\w*|stop\w*|rok\w*|band|रोक\S*|बंद"),
    _pole("running", _NEVER, r"chal\w*|jaari|continu\w*|keep\w*|kept|चल\S*|जारी"),
), default="running")  # fmt: skip
AXES = (_COURSE, _PAUSE, _PATH, _MONEY, _HOME, _USE, _ORDER, _REGIME, _TAX)

_ASIDE = re.compile(r"\([^)]*\)")
_SIDE_OF_ID = re.compile(r":(now|as_now|then|scenario)$")
_JOINTS = re.compile(r"[\s,:;]+")


_SPAN = re.compile(r",? \b(?:over|in|after|for) (\d+) (?:years?|months?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sided:
    """What a label says apart from its sides, its side on each axis ("" where it says none), and the length it is of."""

    base: str
    sides: tuple[str, ...]
    span: str = ""  # "7" of "Interest over 7 years"


def sided(id: str, label: str) -> Sided:
    base, sides = _ASIDE.sub(" ", label), []
    for axis in AXES:
        side = next((pole for pole in axis.poles if pole.label.search(base)), None)
        if side is not None:
            base = side.label.sub(" ", base)
        sides.append(side.name if side is not None else "")
    course = _SIDE_OF_ID.search(id)
    if course and not sides[0]:
        sides[0] = "now" if course[1].endswith("now") else "then"
    span = _SPAN.search(base)
    if span:
        base = _SPAN.sub(" ", base)
    return Sided(_JOINTS.sub(" ", base).strip().lower(), tuple(sides), span[1] if span else "")


def told(axis: Axis, words: str) -> set[str]:
    """The sides that a folded text names."""
    return {pole.name for pole in axis.poles if pole.told.search(words)}
