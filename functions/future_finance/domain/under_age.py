"""Whether a person says that they are no adult yet. Of themselves, now: not of a child, of the past, or of an "if"."""

from __future__ import annotations

from future_finance.domain.lazy_pattern import LazyPattern
from future_finance.domain.profile import ADULT_AGE
from future_finance.domain.tongue import Said

# 1098: the Child Helpline of the Ministry of Women and Child Development.
ADULTS_ALONE = Said(
    "This service is for adults alone, from 18 years on. You write that you are younger, so I answer nothing about money here, "
    "and this message is not sent to the AI model. You can delete your account in the settings. Ask a parent, a guardian or a "
    "teacher about money; if something at home or elsewhere is not right, call the child help line 1098. If I misunderstood you, "
    "begin a new conversation.",
    "यह सेवा सिर्फ़ वयस्कों के लिए है, 18 साल की उम्र से। आपने लिखा है कि आप छोटे हैं, इसलिए मैं यहाँ पैसों के बारे में कुछ नहीं बताता, "
    "और यह संदेश AI मॉडल को नहीं भेजा जाता। अपना खाता आप सेटिंग में मिटा सकते हैं। पैसों के बारे में माता-पिता, अभिभावक या शिक्षक से पूछें; "
    "घर पर या कहीं और कुछ ठीक न हो तो चाइल्ड हेल्पलाइन 1098 पर कॉल करें। अगर मैंने ग़लत समझा, तो नई बातचीत शुरू करें।",
    "Yeh service sirf adults ke liye hai, 18 saal ki umar se. Aapne likha hai ki aap chhote hain, isliye main yahan paison ke baare "
    "mein kuch nahi batata, aur yeh message AI model ko nahi bheja jata. Apna account aap settings mein delete kar sakte hain. Paison "
    "ke baare mein mummy-papa, guardian ya teacher se poochhiye; ghar par ya kahin aur kuch theek na ho to child help line 1098 par "
    "call kijiye. Agar maine galat samjha, to nayi baatcheet shuru kijiye.",
)

_DEVANAGARI_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_AGE = (
    r"(?<![\d.,₹$])(?:[89]|1[0-7]|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|aath|nau|das|gyarah|barah|terah|chaudah|pandrah|solah|satrah|sattrah"
    r"|आठ|नौ|दस|ग्यारह|बारह|तेरह|चौदह|पंद्रह|पन्द्रह|सोलह|सत्रह)(?![\d\w%])"
)
_TEENS = r"(?<![\d.,₹$])(?:1[2-7]|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?![\d\w%])"  # 10 and less may be a rating
_EIGHTEEN = r"(?:18|eighteen|atharah|athaarah|अठारह)(?![\d\w%])"
_SELF = r"(?<!if )(?<!when )(?<!until )(?<!till )(?<!after )(?<!before )(?<!suppose )(?<!say )(?<!that )\b(?:i am|i['’]?m|i m|iam)"
_JUST = r"(?: (?:just|only|still|now|currently|actually|really|also|about|almost|a|an))*"
_OLD = r"(?:[ -]?(?:years?|yrs?|yr)[ -]*(?:old|of age)\b|[ -]?y\W?o\b)(?!['’]s)"
# What may follow an age that is said without "years old": the end, or how a sentence goes on; never a measure.
_ON = (
    r"(?= *(?:$|[.!?;:)](?!\d)|,(?! *\d)|[-–—] |and (?!a half|half|\d)|so\b|but\b|now\b|today\b|right now|still\b|can i|how\b|what\b|should i"
    r"|in (?:school|class|std|\d+th)|studying\b|years?(?: *$|[.!?,])))"
)
_OF_WHOM = r"(?= *(?:$|[.!?,;:)]|boy\b|girl\b|kid\b|child\b|teen|student\b|male\b|female\b|and\b|so\b|but\b|who\b|from\b|in\b|with\b|here\b|can\b|how\b|what\b|living\b|looking\b|trying\b))"
_COMING = (
    r"(?= *(?:in (?!19|20[01])|next\b|soon\b|this\b|tomorrow\b|after\b|on\b|by\b|only (?:in|next)|later\b))"
)
_HOON = r"h(?:oo|u|o)n?\b"
_HINDI_YEARS = r"(?: ?(?:saal|sal|saa?l|varsh|baras|years?|yrs?))"
_ONLY = r"(?: (?:abhi|sirf|bas|to|toh|hi|just|only|ab|bhi|tak|kewal))*"
_I = r"\b(?:main|mai|mein|me|mei|hum|m)"
_MY_AGE = r"\bmeri" + _ONLY + r" (?:umar|umr|umra|age|aayu|ayu)" + _ONLY
_LESS = r"(?:se (?:kam|chh?ot[ai]|neeche|niche))"
_SAYS = LazyPattern(
    # English
    rf"{_SELF}{_JUST} {_TEENS}{_ON}",
    rf"{_SELF}{_JUST} {_AGE}{_OLD}{_OF_WHOM}",
    rf"\b(?:as|being) an? {_AGE}{_OLD}{_OF_WHOM}|^{_AGE}{_OLD}(?: (?:boy|girl|student|teen))? here\b",
    rf"\bmy age(?: is|[:=])?{_JUST} {_AGE}(?: ?(?:years?|yrs?)(?: old)?)?{_ON}",
    rf"\bi(?: have|['’]ve)?(?: just| only| recently)? turned{_JUST} {_AGE}(?= *(?:$|[.!?,]|(?:last|this) (?:week|month)|yesterday|today|recently|now\b|and\b))",
    rf"\bi(?: will|['’]ll|['’]m going to| am going to)? (?:turn|be|become|am turning)(?: turning)? (?:{_AGE}|{_EIGHTEEN}){_COMING}",
    rf"{_SELF} (?:turning|about to turn|going to be|yet to turn) (?:{_AGE}|{_EIGHTEEN})(?! *(?:lakh|k\b|crore|percent|months|emi))",
    rf"{_SELF}{_JUST} (?:under|below|less than|younger than|not(?: yet| even)?(?: over| above)?) {_EIGHTEEN}(?= *(?:$|[.!?;)](?!\d)|,(?! *\d)|years?(?: old| of age)?\b(?! from)|yet\b|and (?!\d)|so\b|but\b|can i|now\b))",
    rf"{_SELF}{_JUST} (?:under ?age|a minor|minor|not(?: yet)? an adult)(?= *(?:$|[.!?,;)]|and\b|so\b|but\b|yet\b|can i|now\b|by law))",
    # Hindi in Latin letters
    rf"{_AGE}{_HINDI_YEARS} k[aieo]e?(?: hi| ho gay[ai])? {_HOON}",
    rf"{_I}{_ONLY} {_AGE} k[ai](?: hi| ho gay[ai])? {_HOON}|{_I}{_ONLY} {_AGE}{_HINDI_YEARS} (?:{_HOON}|old\b)",
    rf"{_MY_AGE} {_AGE}{_HINDI_YEARS}?(?: (?:ki|ka))?(?: hi)?(?= *(?:$|[.!?,]|hai\b|h\b))",
    rf"{_MY_AGE} {_EIGHTEEN}{_HINDI_YEARS}? {_LESS}(?= *(?:$|[.!?,]|hai\b|h\b))",
    rf"{_I}{_ONLY} {_EIGHTEEN}{_HINDI_YEARS}?(?: (?:ka|ki))?(?: {_LESS}(?: (?:umar|umr) k[ai])?|(?: bhi)? (?:nahi|nahin|nhi)(?: hu[ai])?) {_HOON}",
    rf"{_I}{_ONLY}(?: ek)? (?:na[- ]?bali[gk]h?|minor|under ?age) {_HOON}",
    # Hindi
    rf"{_AGE} ?(?:साल|वर्ष|बरस)? ?(?:का|की)(?: ही| हो गया| हो गई)? (?:हूँ|हूं|हु(?!आ))",
    rf"मेरी (?:अभी )?(?:उम्र|उमर|आयु)(?: अभी| सिर्फ़?| केवल| तो)* {_AGE}(?: ?(?:साल|वर्ष|बरस))?(?: की)?(?: ही)?(?= *(?:$|[.!?,।]|है))",
    rf"(?:मैं|मेरी (?:उम्र|उमर|आयु))(?: अभी| तो)* {_EIGHTEEN}(?: ?(?:साल|वर्ष))?(?: (?:का|की))? (?:से (?:कम|छोट[ाी])(?: (?:उम्र )?(?:का|की))? (?:हूँ|हूं|है)|(?:भी )?नहीं (?:हूँ|हूं|हुआ|हुई))",
    r"मैं(?: अभी| तो)* (?:नाबालिग़?|अवयस्क) (?:हूँ|हूं)",
)  # fmt: skip
_BORN = LazyPattern(
    r"\bi was born (?:in|on)\b[^.?!]{0,20}?(?<!\d)((?:19|20)\d\d)(?!\d)",
    r"\bmera (?:janam|janm)\b[^.?!]{0,20}?(?<!\d)((?:19|20)\d\d)(?!\d)",
    r"मेरा जन्म[^.?!।]{0,20}?(?<!\d)((?:19|20)\d\d)(?!\d)",
    r"\bmy (?:birth year|year of birth) (?:is )?((?:19|20)\d\d)(?!\d)",
)


def says_under_age(text: str, this_year: int) -> bool:
    """Of a year of birth as of the profile's: who turns 18 this year counts as an adult."""
    plain = text.translate(_DEVANAGARI_DIGITS)
    if _SAYS.search(plain):
        return True
    born = _BORN.search(plain)
    if born is None:
        return False
    (year,) = (int(group) for group in born.groups() if group)
    return this_year - ADULT_AGE < year <= this_year
