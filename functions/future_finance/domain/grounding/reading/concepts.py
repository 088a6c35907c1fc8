"""What labels and sentences are about: words of English, Hindi and Hinglish brought to one concept."""

from __future__ import annotations

import re
from functools import lru_cache

from future_finance.domain.grounding.reading.calendar_words import MONTH_OF
from future_finance.domain.grounding.reading.number_words import SCALES, SMALL
from future_finance.domain.grounding.reading.tokens import SECTION, Kind, Token, plain, solid
from future_finance.domain.grounding.reading.units import UNITS

_SAME = """
market markets bazaar bazar bajar बाजार
sale sales bikri बिक्री trade trades
room headroom space jagah जगह gunjaish गुंजाइश
carried carry carries carrying rolls rolled rolling revolves
income earn earns earned earning earnings salary paycheck credited lands aamdani amdani kamai kamate kamaate kamaya income आमदनी आय कमाई कमाते वेतन तनख्वाह tankhwah salary सैलरी inflow inflows aavak आवक
spend spending spends spent expense expenses expenditure outflow outgo kharch kharcha kharche kharchte खर्च खर्चा खर्चे व्यय outgoings outgoing outlay udaye udaaye उडाए
rent रेंट rental kiraya kiraye किराया किराए किराये landlord makaan-malik
emi emis instalment instalments installment installments kist kisht किस्त किस्तें ईएमआई
loan loans लोन लोनों ऋण rin
debt debts karz karza karj owe owes owed liabilities liability borrowed borrowing कर्ज कर्जा उधार udhar udhaar देनदारी dena borrowings
interest byaj byaaj ब्याज sood सूद
networth नेटवर्थ wealth haisiyat हैसियत
asset assets sampatti संपत्ति सम्पत्ति
saving savings jama जमा bachat bachate bachaate बचत बचाते save saves saved saving
surplus leftover बचा bacha bachta bachte bachenge bachega bachegi बचता बचेंगे बचेगा बचेगी
invest invested investing investment investments nivesh निवेश लगाए लगाया लगाई lagaye lagaya lagayi lagaaye लगाते lagate
mf mutual म्यूचुअल
fund funds फंड फंडों scheme schemes स्कीम
epf pf provident भविष्य निधि ईपीएफ पीएफ epfo
gold sona सोना सोने गोल्ड jewellery jewelry gahne gehne गहने
score स्कोर cibil credit-score
card cards कार्ड कार्डों
utilisation utilization use used उपयोग इस्तेमाल usage istemal istemaal
overdue atidey due dues past-due अतिदेय arrears
outstanding remaining left बाकी baaki baki bakaya बकाया owing unpaid
food फूड khana khaana khane भोजन खाना खाने dining restaurant restaurants swiggy zomato eating meals meal takeaway
grocery groceries kirana राशन किराना ration rashan
travel yatra यात्रा सफर cab transport commute commuting आवाजाही ट्रांसपोर्ट परिवहन taxi ghoomne ghumne घूमने
fuel petrol diesel पेट्रोल ईंधन
shopping शॉपिंग खरीदारी kharidari
utilities utility bijli बिजली electricity
medical health ilaj दवा दवाई dawa dawai dawaai dawaiyan dawaiyon दवाइयाँ दवाइयों इलाज स्वास्थ्य medicine medicines hospital hospitals hospitalisation doctor chikitsa mediclaim
school education padhai शिक्षा पढाई एजुकेशन एज्युकेशन स्कूल स्कूली college tuition coaching
insurance insurer insured bima बीमा policy policies पॉलिसी
premium premiums प्रीमियम
tax taxes कर टैक्स
cover covers coverage कवर
fee fees charge charges penalty penalties शुल्क फीस जुर्माना जुर्माने fine fines
bounce bounced bounces बाउंस
bank banks बैंक
cash nakad नकद at-hand liquid hand haath turant तुरंत उपलब्ध accessible
tds टीडीएस
limit limits सीमा seema
emergency aapatkaleen aapatkalin आपातकालीन आपात
rate dar दर
return returns xirr रिटर्न munafa मुनाफा
share shares stock stocks शेयर शेयरों
equity equities इक्विटी
enquiry enquiries inquiry inquiries पूछताछ
late delayed देर der missed
home house housing ghar घर मकान होम
car auto vehicle वाहन vahan gaadi gadi गाडी कार
personal पर्सनल निजी
bike two-wheeler scooter बाइक motorcycle motorbike scooty
employer employers company naukri नियोक्ता नियोक्ताओं
pension eps पेंशन
retirement retire सेवानिवृत्ति retires retiring
goal target lakshya लक्ष्य aim aims aiming
need needs needed required require chahiye चाहिए zaroorat ज़रूरत
budget bajat बजट
cost lagat laagat लागत
gain gains profit labh laabh लाभ
loss losses nuksan nuksaan नुकसान
gap differ differs differing missing difference antar farq fark farak अंतर फर्क shortfall deficit short kami कमी घाटा ghata ghaata
change changed badlav badlaav बदलाव
regular रेगुलर
direct डायरेक्ट seedhe sidhe सीधे
sector sectoral thematic सेक्टर
pension पेंशन
age umar उम्र आयु
holding holdings होल्डिंग
subscription subscriptions सब्सक्रिप्शन membership memberships
total kul कुल overall altogether combined milake milakar milaakar मिलाकर मिलाके
surplus सरप्लस
sip sips एसआईपी
fd fds एफडी
subsidy subsidies chhoot छूट rebate rebates सब्सिडी
prepayment prepayments prepay prepays prepaying prepaid प्रीपेमेंट प्रीपे
maturity mature matures matured maturing परिपक्वता परिपक्व मैच्योरिटी मैच्योर paripakvata
price bhav भाव nav keemat kimat कीमत
parents maa-baap माता पिता mata pita
duration tenure avadhi अवधि
withdraw withdrew withdrawn withdraws withdrawal withdrawals nikala nikale nikali nikaala nikaale निकाला निकाले निकाली निकासी
contract anubandh अनुबंध करार
schedule कार्यक्रम शेड्यूल
last lasts lasting runway chalega chalegi chalta chalti चलता चलती चलेगा chal चल survive
refund रिफंड
bonus बोनस
dividend लाभांश
bill bills बिल बिलों
balance balances बैलेंस शेष
earlier sooner jaldi जल्दी पहले-ही
wedding marriage shaadi shadi शादी vivah विवाह
result natija नतीजा परिणाम outcome
month-left khatm khatam end ends ending close closes खत्म समाप्त
"""
_STOPS = frozenset(
    plain("""
the a an of in on at to for from with by and or is are was were be been being has have had do does did your you our we i my me it its this that these those
which who what when there here as per than then so if not no only also just about around nearly over under more less most much many
some any all both each every other into out up down now still already currently current today ago since until till within
month months monthly year years yearly annual annually day days lakh crore rs inr rupee rupees percent value amount number figure
total worth approximately account accounts a/c name own will would can could may might should make makes made get gets goes go going
stands stand comes come works work part equals shows show shown data based checked fact one two three first second per cent
का की के को में से पर है हैं हो पास हिसाब हाल वाला वाले वाली जिस जिसका जिसकी जिसके जिसमें उसका उसकी उसके इसका इसकी इसके उनका कुछ किसी सभी आपने लिए साथ बाद पहले था थी थे और या यह वह इस उस एक आप आपका आपकी आपके आपको हर प्रति महीने महीना साल लाख करोड रुपये रुपए लगभग करीब कुल राशि अभी तक भी ही तो जो कि ने
ka ki ke ko mein me se par hai hain ho tha thi the aur ya yeh ye woh wo is us aap aapka aapki aapke aapko har prati mahine mahina saal lakh rupaye rupay lagbhag kareeb kul abhi tak bhi hi to jo ne kya itna kitna matlab yani paas hisab hisaab haal peene pine peena wala wale wali jis jiska jiski jiske jisme jismein uska uski uske iska iski iske unka kuch kisi sabhi aapne liye saath baad pehle
pvt ltd limited llp inc private expected roughly same monthly-basis basis level sum paid pays paying uses currently latest recent reported stated states computed गया गई गए कटा कटी मिला मिली average mean औसत ausat
""").split()
)
_PAIRS = {
    ("net", "worth"): "networth", ("नेट", "वर्थ"): "networth", ("mutual", "fund"): "mf fund", ("mutual", "funds"): "mf fund",
    ("provident", "fund"): "epf", ("भविष्य", "निधि"): "epf", ("fixed", "deposit"): "fd", ("fixed", "deposits"): "fd",
    ("savings", "rate"): "savingsrate saving rate", ("saving", "rate"): "savingsrate saving rate", ("बचत", "दर"): "savingsrate saving rate", ("bachat", "dar"): "savingsrate saving rate",
    ("bachat", "rate"): "savingsrate saving rate", ("credit", "card"): "card", ("credit", "cards"): "card", ("क्रेडिट", "कार्ड"): "card",
    ("left", "over"): "surplus", ("re", "worth"): "networth", ("you", "own"): "asset", ("run", "out"): "last", ("runs", "out"): "last", ("stop", "working"): "retirement", ("stop", "work"): "retirement", ("past", "due"): "overdue", ("म्यूचुअल", "फंड"): "mf fund", ("interest", "rate"): "rate interest",
    ("ब्याज", "दर"): "rate interest", ("byaj", "dar"): "rate interest", ("credit", "score"): "score", ("experian", "score"): "score",
    ("आने", "जाने"): "travel", ("aane", "jaane"): "travel", ("ane", "jane"): "travel", ("getting", "around"): "travel", ("take", "home"): "income", ("home", "loan"): "home loan", ("dining", "out"): "food", ("take", "out"): "withdraw", ("at", "hand"): "cash", ("recurring", "deposit"): "rd", ("फिक्स्ड", "डिपॉजिट"): "fd", ("सावधि", "जमा"): "fd", ("फंड", "वैल्यू"): "fund",
    ("credit", "limit"): "limit", ("share", "of"): "", ("in", "all"): "total", ("left", "to"): "", ("come", "in"): "income", ("comes", "in"): "income", ("coming", "in"): "income", ("going", "out"): "spend", ("went", "out"): "spend", ("that", "leaves"): "outstanding surplus", ("which", "leaves"): "outstanding surplus", ("this", "leaves"): "outstanding surplus", ("came", "in"): "income",  ("what", "came"): "income", ("what", "comes"): "income", ("what", "went"): "spend", ("what", "goes"): "spend", ("to", "go"): "gap outstanding surplus", ("so", "far"): "sofar", ("ab", "tak"): "sofar", ("अब", "तक"): "sofar", ("बीच", "का"): "middle", ("beech", "ka"): "middle", ("बीच", "की"): "middle", ("down", "payment"): "downpayment", ("life", "cover"): "insurance",
    ("aage", "badh"): "carried", ("aage", "badha"): "carried", ("aage", "badhta"): "carried", ("आगे", "बढ"): "carried", ("आगे", "बढा"): "carried", ("आगे", "बढता"): "carried",
    ("ready", "money"): "cash", ("ready", "cash"): "cash", ("within", "reach"): "cash", ("brings", "home"): "income", ("bring", "home"): "income", ("living", "costs"): "spend", ("monthly", "payment"): "emi", ("loan", "payment"): "emi", ("sum", "insured"): "cover", ("sum", "assured"): "cover", ("term", "deposit"): "fd", ("term", "deposits"): "fd",
    ("have", "to"): "need goal", ("has", "to"): "need goal",
    **{(kam, pad): "gap surplus" for kam, pads in (("kam", ("pad", "padenge", "padega", "padegi", "padte", "pade")), ("कम", ("पड", "पडेंगे", "पडेगा", "पडेगी", "पडते", "पडे"))) for pad in pads},
}  # fmt: skip


_PAIR_HEADS = frozenset(head for head, _ in _PAIRS)


def _same() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in plain(_SAME).strip().splitlines():
        words = line.split()
        for word in words:
            table.setdefault(word, words[0])
    return table


_CONCEPTS = _same()
CORE = frozenset(_CONCEPTS.values())
VAGUE = frozenset({"total", "share", "rate", "change", "gap", "cost", "outstanding", "surplus"})
# what many facts of a sheet are: "You spent ₹X on rent" names rent, not spending
KINDS = VAGUE | {
    "spend",
    "income",
    "debt",
    "loan",
    "asset",
    "invest",
    "fund",
    "saving",
    "cash",
    "interest",
    "emi",
    "payment",
    "balance",
    "bill",
    "money",
    "value",
}
THINGS = frozenset(["rent", "food", "grocery", "travel", "fuel", "shopping", "utilities", "medical", "school", "home", "car", "personal", "bike", "gold", "epf", "fd", "rd", "card"])  # fmt: skip
_TWOFOLD = {plain(word): words.split() for word, words in {
    "left": "outstanding surplus", "bach": "outstanding surplus", "बच": "outstanding surplus", "bacha": "outstanding surplus", "bachi": "outstanding surplus", "bache": "outstanding surplus",
    "बचा": "outstanding surplus", "बची": "outstanding surplus", "बचे": "outstanding surplus", "बचता": "outstanding surplus",
    "bachta": "outstanding surplus", **dict.fromkeys(("bachenge", "bachega", "bachegi", "बचेंगे", "बचेगा", "बचेगी"), "surplus"), "owe": "debt outstanding", "karz": "debt loan", "कर्ज": "debt loan", "कर्जा": "debt loan",
    **dict.fromkeys(("save", "saves", "bachate", "bachaate", "बचाते", "बचाती"), "saving surplus"),
    **dict.fromkeys(("need", "needs", "needed", "required", "require", "chahiye", "चाहिए"), "need goal"),
    **dict.fromkeys(("rest", "remainder", "remaining", "remains"), "outstanding surplus"),
    "tds": "tds tax", "टीडीएस": "tds tax",
    **dict.fromkeys(("premium", "premiums", "प्रीमियम"), "insurance premium"),
    **dict.fromkeys(("sbi", "एसबीआई"), "sbi state india"), "bob": "bank baroda", "pnb": "punjab national bank",
    **dict.fromkeys(("sgb", "sgbs"), "sgb gold sovereign bond"),
    "due": "overdue outstanding", "dues": "overdue outstanding",
}.items()}  # fmt: skip
_MUTE = _STOPS | frozenset(UNITS) | frozenset(SCALES) | frozenset(SMALL)


def _long(word: str) -> str:
    """Hinglish writes "khaane" and "khane"."""
    return word.replace("aa", "a").replace("ee", "i").replace("oo", "u")


_CONCEPTS_BY_SOUND = {
    _long(word): known for word, known in _CONCEPTS.items() if word.isascii() and len(word) > 3
}


_DOUBLED = frozenset("bdgmnprt")
_HINDI_ENDINGS = tuple(
    (plain(ending), singular)
    for ending, singular in (
        ("ियाँ", "ी"), ("ियां", "ी"), ("ियों", "ी"), ("ाओं", "ा"), ("ाएँ", "ा"), ("ाएं", "ा"), ("इयां", "ई"), ("इयाँ", "ई"), ("इयों", "ई"), ("ें", ""), ("ों", ""), ("ों", "ा"), ("े", "ा"),
    )
)  # fmt: skip


def _stem(word: str) -> str:
    """ "expire" and "expiring" are one."""
    kept = len(word) <= _SHORT_STEM or word.endswith(("ce", "ge")) or word in _OF_PAIRS
    return word if kept else word.removesuffix("e")


@lru_cache(maxsize=4096)
def concept(word: str) -> str | None:
    """The concept of a folded word, None where it says nothing about which figure is meant."""
    known = _CONCEPTS.get(word)
    if known is not None:
        return known
    if word in _MUTE or len(word) < 2:
        return None
    if word.isascii() and (alike := _CONCEPTS_BY_SOUND.get(_long(word))):
        return alike
    for ending, singular in _HINDI_ENDINGS:
        if word.endswith(ending) and (one := _CONCEPTS.get(word.removesuffix(ending) + singular)):
            return one
    month = MONTH_OF.get(word)
    if month is not None and word != "may":
        return f"month{month}"
    if word.isascii():
        for ending in ("ies", "ied", "es", "s", "ing", "ed"):
            if ending == "es" and word.endswith(("ces", "ges")):
                continue  # "invoices", "charges"
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                stem = word[: -len(ending)] + ("y" if ending in {"ies", "ied"} else "")
                if ending in {"ing", "ed"} and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
                    stem = stem[:-1]  # "planned"
                return _CONCEPTS.get(stem) or _stem(stem)
        return _stem(word)
    return word


_SHORT_STEM = 4
_OF_PAIRS = frozenset(word for told in _PAIRS.values() for word in told.split())
_WORD = re.compile(
    rf"(?P<section>\b(?:{SECTION}))|[a-z]+\d\w*|[^\W\d_]+[\u0900-\u0963\u0970-\u097f\u200c\u200d]*|[\u0900-\u0963\u0970-\u097f]+",
    re.IGNORECASE,
)


def concepts(tokens: list[Token], first: int = 0, end: int | None = None) -> frozenset[str]:
    """The concepts of a stretch of tokens; codes count as they stand."""
    return _of([token.text for token in tokens[first:end] if token.kind in {Kind.WORD, Kind.CODE}])


def concepts_in(text: str) -> frozenset[str]:
    """The concepts of a label."""
    return _of([solid(found[0]) if found["section"] else found[0] for found in _WORD.finditer(plain(text))])


_BEFORE_LAST = frozenset({"the", "your", "since", "over", "in"})


def _of(words: list[str]) -> frozenset[str]:
    found: set[str] = set()
    at, stop = 0, len(words)
    while at < stop:
        word = words[at]
        pair = _PAIRS.get((word, words[at + 1])) if at + 1 < stop and word in _PAIR_HEADS else None
        if pair is not None and not (word == "to" and at and words[at - 1] in UNITS):  # "12 days to go"
            found.update(pair.split())
            at += 2
            continue
        if word == "last" and at and words[at - 1] in _BEFORE_LAST:
            at += 1
            continue  # "the last purchase" lasts nothing
        if word in _TWOFOLD:
            found.update(_TWOFOLD[word])
        else:
            known = concept(word)
            if known is not None:
                found.add(known)
        at += 1
    return frozenset(found)


def undated(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not word.startswith("month"))
