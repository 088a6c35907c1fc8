"""How English, Hindi and Hinglish tell a figure without a number: multiples, nothing, trends, extremes, bands."""

from __future__ import annotations

import re
from decimal import Decimal

from future_finance.domain.grounding.reading.calendar_words import MONTH_OF
from future_finance.domain.grounding.reading.tokens import pattern as folded


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(folded(pattern), re.VERBOSE)  # of statements, which are in small letters


MULTIPLES = {
    Decimal(2): _re(r"\b(?:doubled|twice\ (?=as\b|the\b|your|what|that\b|this\b|its\b|his\b|her\b|their\b|my\b|of\b|over\b|in\ value|all\b)|dugn[aei]|dogun[aei]|double\ (?:ho|hua|hui)|has\ doubled|is\ double|double\ (?:that|what|the|your|of))\b|दोगुन[ाेी]|दुगन[ाेी]|दुगुन[ाेी]|दोगुना"),
    Decimal(3): _re(r"\b(?:tripled|trebled|thrice|tigun[aei]|triple\ (?:ho|that|what|the|your))\b|तिगुन[ाेी]|तीन\ गुन[ाेी]"),
    Decimal(4): _re(r"\b(?:quadrupled|chaugun[aei])\b|चौगुन[ाेी]"),
    Decimal("0.5"): _re(r"\b(?:halved|aadh[aei]\ (?:ho|rah)\w*\ ?(?:gay\w+|gai|gya)?)\b|आध[ाेी]\ (?:हो|रह)\ ग"),
}  # fmt: skip
MORE_THAN_THAT = _re(r"\ (?:se|से)\ (?:bhi\ |भी\ )?(?:zyada|jyada|zyaada|adhik|upar|ज्?यादा|अधिक|ऊपर)")
MAJORITY = _re(
    r"\b(?:most\ of\ (?:your|the|what\ you|it|this|that|aapk\w)(?!\ time)|most\ (?:income|spending|assets|money|savings)|(?:the\ |a\ )?(?:vast\ )?majority\ of|(?:the\ )?(?:bulk|lion's\ share)\ of|mostly\ in"
    r"|zyada?tar|jyada?tar|adhiktar|adhikansh)\b|अधिकांश|ज्?यादातर|अधिकतर"
)
NEARLY_ALL = _re(
    r"\b(?:almost|nearly|virtually|practically)\ (?:all|everything|the\ (?:entire|whole))\b|\blagbhag\ (?:saar[aei]|sab|poor[aei])\b|लगभग\ (?:सार[ाेी]|सब|पूर[ाेी])"
)
ALL = _re(
    r"(?<!than\ )\ball\ of\ your\ (?:income|assets|money|savings|spending|debts?|salary)\b|\byour\ (?:entire|whole)\ (?:income|salary|savings|spending|portfolio)\b"
)

_ZERO_NOUN = (
    r"(?:(?:credit\ )?cards?(?!\ (?:debt|due|dues|balance|bill|interest|overdue|data))|insurance|subscriptions?|dependants?|deposits?|fds?|overdues?|past[\ -]dues?|dues|debts?|loans?|emis?|fees?|charges?|late(?:\ (?:payments?|months?|fees?))?|missed\ (?:payments?|emis?)|(?:credit\ )?(?:enquir\w+|inquir\w+)|bounces?|bounced\ payments?|penalt\w+|defaults?"
    r"|liabilit\w+|savings|income|investments?|outstanding|arrears|interest|surplus|mutual\ funds?|sips?|tax|(?:health|life|term|insurance)\ (?:cover(?:age)?|polic\w+)|shares|stocks|karz\w?|karj\w?|bakaya|udhaar?|atidey|jurmana|byaj|nivesh|aamdani|bachat|kist"
    r"|बकाया|अतिदेय|कर्ज|कर्जा|लोन|ऋण|शुल्क|टैक्स|प्रीमियम|बोनस|चार्ज|जुर्माना|ब्याज|निवेश|आमदनी|बचत|किस्त|पूछताछ|बाउंस|(?:भुगतान|payment)\ (?:bounce|बाउंस))"
)
NONE = _re(
    rf"\b(?:no|zero|nil|without\ any|not\ (?:have\ )?any|not\ (?:a\ single|one)|don't\ have\ any|nothing)\ (?P<gap>(?:[\w'-]+\ ){{0,2}}?)(?P<noun>{_ZERO_NOUN})(?![\w\u0900-\u097f])"
    rf"|(?:\b(?:koi|kuch)\ (?:bhi\ )?|(?:कोई|कुछ)\ (?:भी\ )?|\bek\ bhi\ |एक\ भी\ )(?P<gap2>(?:\S+\ ){{0,2}}?)(?P<noun2>{_ZERO_NOUN})\ [^.;,।]{{0,18}}?(?:nahi|nahin|नहीं)"
    rf"|\bnone\ of\ (?:your|the|these|those|its|all)\ (?P<gap3>(?:[\w'-]+\ ){{0,2}}?)(?:payments?|cheques?|mandates?|emis?|bills?)\ (?:was\ |were\ |has\ |have\ |been\ )*(?P<noun6>bounced?|returned|dishonou?red)|(?P<noun3>{_ZERO_NOUN})\ (?:is|are)\ (?:zero|nil|nothing|none)\b|(?P<noun4>{_ZERO_NOUN})\ (?:shunya|zero)\ hai|(?P<noun5>{_ZERO_NOUN})\ शून्य\ ह"
    r"|\b(?:no|n't\ have\ any|not\ have\ any|not\ have)\ (?:records?|data|information|details?|facts?|figures?)\ (?:of|on|about|for|regarding)\ (?P<record>[^.;:,।]*+)(?<!\?)"
    r"|\b(?P<debtfree>debt[\ -]free|karz[\ -]?mukt|karj[\ -]?mukt)\b|(?P<debtfree2>कर्ज[\ -]?मुक्त)"
    r"|\b(?P<late>(?:never|not\ once)\ (?:been\ )?(?:missed|late|paid\ late|defaulted|delayed)|(?:always|all|every)\b[^.;,]{0,30}\bon\ time|on\ time\ (?:in|on|for)\ (?:every|each|all)|none\ (?:of\ [^.;,]{0,30})?(?:late|missed|overdue)|not\ (?:one|a\ single)\ (?:month|payment|emi|bill|instal\w+)\ (?:\w+\ ){0,3}(?:late|missed|delayed)|(?:spotless|perfect|flawless|unblemished)\ (?:payment|repayment|credit)\ (?:record|history)|ek\ bhi\ (?:\S+\ ){0,3}(?:late|der\ se)\ (?:\S+\ ){0,2}nahi\w*|no\ (?:payments?|emis?|bills?|instal\w+)\ (?:\w+\ ){0,3}(?:late|missed|delayed))\b"
)
# one of these stands in all that NONE finds
NONE_HINTS = tuple(
    folded(hint)
    for hint in ("no", "zero", "nil", "without any", "koi ", "kuch ", "ek bhi", "कोई", "कुछ", "एक भी", "shunya", "शून्य", "debt", "karz", "karj", "कर्ज", "never", "all", "every", "always", "on time", "spotless", "perfect", "flawless", "unblemished")
)  # fmt: skip
BECOMING = _re(  # "debt-free in 27 months", "27 mahine mein karz-mukt"
    r"\b(?:be|become|becomes|becoming|get|gets|getting|go|going|to\ being)\ debt[\ -]free|\bdebt[\ -]free\ (?:in|by|within|date|from|on|after|with|sooner|faster|earlier|journey|plan|goal|:)"
    r"|\b\d+\ (?:months?|years?|mahine|saal|महीने|साल)\b|(?:mukt|मुक्त)\ (?:ho\w*\ (?:ja|sak)|hon\w*|हो\ (?:जा|सक)|होन|होंगे|होने)|\?\s*$"
)
NO_DATA = _re(
    r"\b(?:data|records?|information|details?|figures?|facts?|history|reports?|statements?|need|longer|guarantee|change|sign|way|idea|limit|cap|doubt|jankari|jaankari)\b|जानकारी|डेटा|रिकॉर्ड|डाटा"
)
NEVER = _re(
    r"\b(?:never|not\ once)\ (?:been\ |yet\ |once\ )?(?P<done>[a-z]{4,})|\b(?:kabhi|कभी)\ (?P<what>[^.;,।]{3,40})\ (?:nahi|nahin|नहीं)"
)
IN_PROFIT = _re(
    r"\b(?:in|at|on|sitting\ on|showing|made|booked?)\ (?:a\ |an\ |net\ |overall\ |small\ |good\ )*(?:profit|gain)s?\b|\byou(?:\ are|'re)\ (?:up|ahead|in\ the\ green)\b|\b(?:munafe|fayde)\ mein\b|(?:मुनाफे|फायदे)\ में"
)
IN_LOSS = _re(
    r"\b(?:in|at|on|sitting\ on|showing|made|booked?)\ (?:a\ |an\ |net\ |overall\ |small\ )*loss(?:es)?\b|\byou(?:\ are|'re)\ (?:down|behind|underwater)\b|\b(?:nuksan|ghate)\ mein\b|(?:नुकसान|घाटे)\ में"
)
WORTH_LESS = _re(
    r"\b(?:worth|value)\ (?:\w+\ ){0,3}?(?P<down>less|lower)\ than\ (?:you\ (?:paid|invested|put\ in)|what\ (?:you|it|they)|(?:its|their|the)\ cost)|\b(?:worth|value)\ (?:\w+\ ){0,3}?(?P<up>more|higher)\ than\ (?:you\ (?:paid|invested|put\ in)|what\ (?:you|it|they)\ (?:paid|cost|invested|put)|(?:its|their|the)\ cost)"
    r"|\b(?:lagaye|lagaaye|lagaya|invest\ kiye|invested)\ (?:hue\ |gaye\ )?(?:paise|paison|amount|rakam)?\ ?se\ (?:(?P<down2>kam)|(?P<up2>zyada|jyada|zyaada|adhik))|(?:लगाए|निवेश\ किए)\ (?:हुए\ |गए\ )?(?:पैसे|पैसों|रकम)?\ ?से\ (?:(?P<down3>कम)|(?P<up3>ज्?यादा|अधिक))"
)
PART_OF = _re(
    r"\b(?:is|are)\ (?:a\ |also\ |already\ )?(?:part\ of|included\ in|counted\ in)\b|\bmein\ shaamil\b(?!\ nahi)|में\ शामिल(?!\ नहीं)"
)
SEEN = _re(
    r"\b(?:data|records?|statements?|reports?|connected|linked|see|find|found|appears?|shown|shows?|holds?|lists?|listed|visible|available|known|dikh\w*|jaankari|jankari)\b|डेटा|डाटा|दिख|जानकारी|रिकॉर्ड"
)

_UPWARD = r"(?:higher|more|greater|larger|bigger|above|better|zyada|jyada|zyaada|adhik|ज्?यादा|अधिक)"
_DOWNWARD = r"(?:lower|less|fewer|smaller|below|worse|kam|कम)"
_PAST = r"(?:last|previous|prior|the\ month\ before|the\ year\ before|before|earlier|a\ (?:month|year)\ ago|usual|average|pichl\w+|pehle|पिछल\S+|पहले)"
TREND_UP = _re(
    r"\b(?:increased|rose|risen|grew|grown|jumped|climbed|surged|improved|went\ up|gone\ up|going\ up|(?:is|are)\ up(?!\ (?:to|for|on)\b)|,\ up\ from\ (?:last\b|[a-z]{3,9}\b(?!'))|(?:is|are|been|keeps?)\ (?:rising|growing(?!\ (?:expensive|costly|old))|increasing|climbing|improving)|(?<!aage\ )badh\ (?:gay\w+|gai|rah\w+|chuk\w+)|badh[aei]\ (?:hai|hain)|badh\w*\ hua)\b"
    rf"|\b{_UPWARD}\ (?:(?:on|for|in)\ (?:[\w-]+\ ){{1,3}}?)?than\ {_PAST}|{_PAST}\ (?:mahine|maah|saal|महीने|माह|साल)?\ ?(?:se|ke\ mukable|से|के\ मुकाबले|की\ तुलना\ में)\ (?:[^.;,।\d]{{0,12}})?{_UPWARD}|(?<!आगे\ )बढ़\ (?:ग|रह|चुक)|बढ़[ाेी]\ ह"
)
TREND_DOWN = _re(
    r"\b(?:decreased|cooled\ (?:down|off)|(?<!\d\ )fell|fallen|dropped|declined|shrank|shrunk|slipped(?!\ (?:below\ zero|into\ the\ red))|worsened|went\ down|gone\ down|come\ down|came\ down|going\ down|is\ down|are\ down|,\ down\ from\ (?:last\b|[a-z]{3,9}\b(?!'))|(?:is|are|been|keeps?)\ (?:falling|shrinking|declining|dropping|decreasing)|ghat\ (?:gay\w+|gai|rah\w+|chuk\w+)|ghat[aei]\ (?:hai|hain)|gir\ (?:gay\w+|gai|rah\w+)|kam\ (?:ho\ (?:gay\w+|gai|rah\w+)|hu[aei]))\b"
    rf"|\b{_DOWNWARD}\ (?:(?:on|for|in)\ (?:[\w-]+\ ){{1,3}}?)?than\ {_PAST}|{_PAST}\ (?:mahine|maah|saal|महीने|माह|साल)?\ ?(?:se|ke\ mukable|से|के\ मुकाबले|की\ तुलना\ में)\ (?:[^.;,।\d]{{0,12}})?{_DOWNWARD}|घट\ (?:ग|रह|चुक)|घट[ाेी]\ ह|गिर\ (?:ग|रह)|कम\ (?:हो\ (?:ग|रह)|हु)"
)
SAME = _re(
    r"\b(?:unchanged|the\ same\ as\ (?:last|before)|did\ not\ change|has\ not\ changed|no\ change|(?:is|was|stayed|remained|been|held)\ (?:flat(?!\ (?:value|rate|fee|loan))|steady|stable|the\ same)|utna\ hi\ raha|wahi\ raha)\b"
)
MORE = _re(
    r"\b(?:(?P<up>more|higher|greater|larger|bigger|above)\ (?:interest\ )?than|(?P<down>less|lower|smaller|fewer)\ (?:interest\ )?than|(?P<exceed>exceeds?|exceeded|outweighs?|outstrips?|outr[au]ns?|(?:has|have)\ (?:already\ |now\ )?(?:passed|crossed|overtaken|surpassed)|overtook|surpasses)|(?P<dear>costlier|dearer|more\ (?:expensive|costly))\ than|(?P<cheap>cheaper|less\ (?:expensive|costly))\ than|(?P<below>falls?\ short\ of)|(?P<above2>above)\ (?=minimum|limit|budget|target)|(?:is|are|was|runs?|stays?|remains?)\ (?:(?:still|now|well|just|already|far|currently|always|valued|worth|running|sitting|\w+ly)\ )?(?:(?P<above>above|over)|(?P<under>below|under))\ (?=your|the|what|minimum|limit|budget|target))\b"
)
MONTH_AGAINST = _re(
    r"(?:\b(?:ke\ mu[kq]able|ki\ tulna\ mein)|के\ मुकाबले|की\ तुलना\ में)\ (?:(?:[^.;,।\d\s]+|20\d\d)\ ){0,8}?(?:(?P<up>zyada|jyada|zyaada|adhik|badh\w*|ज्?यादा|अधिक|बढ\S*)|(?P<down>kam|ghat\w*|कम|घट\S*))(?=[\ .।,]|$)"
)
MORE_HINDI = _re(
    r"(?:\bse|से)\ (?:kahin\ |कहीं\ |bahut\ |बहुत\ |thoda\ |थोड़ा\ )?(?:(?P<up>zyada|jyada|zyaada|adhik|badi|bada|mehang[aei]|ज्?यादा|अधिक|बड़[ाेी]|महंग[ाेी])|(?P<down>kam|chhota|chhoti|sast[aei]|कम|छोट[ाेी]|सस्त[ाेी])|(?P<before>pehle|पहले)(?=\ (?:khatam|khatm|chuk|खत्म|चुक)))"
)
NEGATED = _re(r"(?:\b(?:not|never|no|nor|neither|hardly)\b|n't)[^.;:,]{0,24}$")
NEGATED_HINDI = _re(r"[^.;:,।]{0,24}\b(?:nahi|nahin|na)\b|[^.;:,।]{0,24}नहीं")
ENOUGH = _re(
    r"\b(?:(?:enough|sufficient|suffices)\ (?:to|for)(?:\ (?:clear|cover|pay|repay|settle|meet|fund|close)(?:\ (?:off|back))?)?|(?:can|could)\ (?:easily\ |fully\ |comfortably\ )?(?:pay\ off|repay|clear|settle|cover)|(?:fully|comfortably|easily)\ (?:covers?|pays\ for)|covers?\ (?:the|your)\ (?:whole|entire|full))\b"
)
NOT_ENOUGH = _re(
    r"\b(?:doesn't|does\ not|don't|do\ not|can't|cannot|won't)\ (?:\w+ly\ )?cover\b|\b(?:is\ not|isn't)\ enough\ (?:for|to\ cover)"
)
ENOUGH_HINDI = _re(
    r"\b(?:se|से)\ (?P<what>[^.;,।]{0,24}?)\ ?(?:poor[aie]|पूर[ाीे])\ (?:ho|nikal|chal|हो|निकल|चल)\ (?:ja|जा)"
)
LASTING = _re(
    r"\b(?:good|enough|last|lasts|lasting|survive)\ (?:you\ )?(?:for\ )?(?:at\ least\ )?(?:a|an|one|another|the)\ (?:whole\ |full\ |entire\ )?(?P<long>year|month)\b|(?:\bek|एक|poora|पूरा)\ (?P<long2>saal|साल)\ (?:tak\ |तक\ )?(?:chal|चल)"
)
MET = _re(
    r"\b(?:is|are)\ (?:already\ |now\ )?(?:above|past|beyond|over)\ (?:its|the|your|their)\ (?:target|goal)\b|\b(?P<track>on\ track)\b|\b(?:met|reached|achieved|hit|crossed|exceeded|completed)\ (?:your\ |the\ |this\ |that\ )?(?:[\w-]+\ ){0,3}?(?:target|goal)\b|\b(?:goal|target)\ (?:is\ |has\ been\ |was\ )?(?:now\ |already\ |fully\ )?(?:met|achieved|hit|reached|complete|completed|fulfilled)\b(?!\ (?:on|by|in)\b)|\b(?:goal|target|lakshya)\ (?:poora|pura)\ ho\ (?:ga|chuk|ja)|\b(?:poora|pura)\ ho\ gaya\ (?:goal|target)|लक्ष्य\ (?:पूर[ाी]|हासिल)\ (?:हो|कर|हुआ|हुई)(?!न)|(?:लक्ष्य|तय\ (?:रकम|राशि))\ तक\ पहु[ंँ]च\ ग|\b(?:goal|target|lakshya)\ (?:poora|pura|haasil|hasil)\ hu[ai]\b|\b(?:goal|target|lakshya)\ tak\ pah?unch\ ga"
)
THAN_MONTH = _re(
    r"\b(?:(?P<up>more|higher|greater|stronger|better|bigger|larger|costlier|dearer|heavier|pricier)|(?P<down>less|lower|weaker|worse|poorer|smaller|slower|cheaper|lighter|leaner))\b(?:[^.;,\d]|\b20\d\d\b){0,40}?\bthan\b"
)
MONTH_LAST = re.compile(rf"(?:^|\s)(?:{'|'.join(MONTH_OF)})\s*$", re.IGNORECASE)
OTHERS = _re(
    r"\bthan\ (?:most|average|the\ average|others|other\ people|typical|many|peers)|\b(?:above|below)\ average|\btop\ \d+\ ?(?:%|per\ ?cent)|\baverage\ (?:indian|person)"
)
LARGEST = _re(
    r"\b(?:largest|biggest|highest|(?:the|your)\ (?:larger|bigger)(?!\ than|\ the)|sabse\ (?:bad[aei]|zyada|jyada|adhik))\b|सबसे\ (?:बड़[ाेी]|ज्?यादा|अधिक)"
)
SMALLEST = _re(r"\b(?:smallest|lowest|least|sabse\ (?:kam|chhot[aei]))\b|सबसे\ (?:कम|छोट[ाेी])")
EXTREME_LABEL = {
    True: re.compile(r"\b(?:largest|biggest|highest|most|peak|top|maximum)\b"),
    False: re.compile(r"\b(?:lowest|smallest|least|minimum|low point)\b"),
}
CHEAPEST = _re(
    r"\b(?:cheapest|(?:has|have|carries|charges|at)\ the\ low(?:er|est)\ (?:interest\ )?rate|least\ expensive|sabse\ sast[aei])\b|सबसे\ सस्त[ाेी]"
)
COSTLIEST = _re(
    r"\b(?:costliest|(?:has|have|carries|charges|at)\ the\ high(?:er|est)\ (?:interest\ )?rate|dearest|priciest|most\ (?:expensive|costly)|sabse\ m[ae]h[ae]?ng[aei])\b|सबसे\ महंग[ाेी]"
)
SCALES = {10**3: _re(r"\b(?:thousands|hazaaron|hazaro|hajaron)\b|हजारों"), 10**5: _re(r"\b(?:lakhs|lacs|lakhon|lakho)\b(?!\ ?\w*\d)|लाखों"), 10**7: _re(r"\b(?:crores|karodon|crorepati)\b|करोड़ों|करोड़पति")}  # fmt: skip
FIGURES = _re(
    r"\b(?:in|into|a|an|at|is|are|of|reach\w*|cross\w*|low|mid|high|now)[\ -](?P<digits>four|five|six|seven|eight|nine|ten|[4-9]|10)[\ -]figures?\b"
)
DIGITS = {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
BANDS = ("poor", "fair", "good", "very good", "excellent")
BAND = re.compile(r"\b(?:is|are|as|in the|:|a|rated|counts as)\s+(?:\w+ )?(poor|fair|good|excellent)\b")
OVERDUE = _re(
    r"\b(?:is|are|have|has|was|were|went|gone|remains?)\ (?:now\ |already\ |an?\ |still\ )?(?P<what>overdue|past[\ -]due|in\ default|in\ arrears)\b(?!\ (?:amounts?|dues))|\bmissed\ (?:an?|your)\b"
)
CONDITIONAL = _re(
    r"\b(?:once|when|until|till|unless|after|before|if|by\ the\ time|agar|yadi|jab|(?:rahe|rahenge|rahein|karein|karte|daalein|daale)\ to)\b|अगर|यदि|(?:रहे|रहें|करें|डालें|डाले)\ तो|\?"
)
LATER = _re(r"\W*(?:only\ )?(?:in|by|on|within|from|over)\ ")
PAID = _re(
    r"\b(?:is|are|has\ been|have\ been)\ (?:now\ |already\ |fully\ |completely\ )*(?:paid\ off|repaid|cleared)\b|\b(?:poora\ |pura\ |poori\ tarah\ )?(?:chuk|khatam\ ho|khatm\ ho)\ (?:gaya|gayi|chuka|chuki)\ (?:hai|hain)\b|(?:चुक|खत्म\ हो)\ (?:गया|गई|चुका)\ है"
)
WITHIN_IT = _re(
    r"\b(?:within|inside|under|below)\ (?:your\ |the\ |its\ |this\ )?(?:[\w-]+\ ){0,2}?(?:limit|budget)\b|\b(?:budget|limit)\ (?:ke|mein)\ andar\b|(?:सीमा|बजट|लिमिट)\ के\ (?:भीतर|अंदर)"
    r"|\b(?:fully|completely|entirely|all)\ insured\b|\bevery\ rupee\ (?:[\w-]+\ ){0,5}?(?:is|was)\ insured\b|\bwithin\ the\ insured\ (?:sum|limit|amount)\b|\bpoor[ai]\ (?:paisa|jama|rakam|raqam)\ (?:\w+\ )?(?:insured|surakshit)\b"
)
OVER_IT = _re(
    r"\b(?:over|above|beyond|exceeded|crossed)\ (?:your\ |the\ |its\ |this\ )?(?:[\w-]+\ ){0,2}?(?:limit|budget)\b|\b(?:budget|limit)\ (?:se\ (?:bahar|upar|zyada)|paar)\b|(?:सीमा|बजट)\ से\ (?:बाहर|ऊपर|ज्?यादा|अधिक)"
)
USED_UP = _re(
    r"\b(?:used\ up|exhausted|poor[ai]\ bhar\ (?:chuk|di|li)\w*|maxed\ out|fully\ used|used\ in\ full)\b|\bpoor[ai]\ (?:use|istemal|istemaal)\ ho\b|पूर[ाी]\ (?:(?:सीमा|लिमिट)\ )?(?:इस्तेमाल|उपयोग)\ (?:हो|कर\ ल)"
)
TAKES_FEE = _re(
    r"\b(?:carries|takes|charges|levies|comes\ with|attracts|there(?:'s|\ is|\ was))\ an?\ (?:\w+\ )?(?:charge|fee|penalty)\b"
)
WITHDREW = _re(
    r"\byou(?:'ve|\ have)?\ (?:once\ |already\ |earlier\ )?(?:withdrew|withdrawn|took\ (?:money|some|some\ money)\ out)\b|\baap(?:ne)?\ [^.;,]{0,24}\bnikaal?[ae]\ (?:hai|hain|the|tha)\b"
)
PAID_IN_FULL = _re(
    r"\b(?:pay|paying|clear|clearing|settle)\ (?:\w+\ ){0,4}(?:in\ full|off)\ (?:every|each)\b|\b(?:always|every\ month)\ (?:pay|clear|settle)\ (?:\w+\ ){0,4}in\ full\b|\b(?:har\ (?:mahine|baar)|hamesha)\ (?:\S+\ ){0,4}poor[aei]\ (?:\S+\ ){0,2}(?:bhar|chuka|pay)|(?:हर\ (?:महीने|बार)|हमेशा)\ (?:\S+\ ){0,4}पूर[ाेी]\ (?:\S+\ ){0,2}(?:भर|चुका)"
)
LIKELY = _re(
    r"\b(?P<up>more\ likely\ than\ not|odds\ are\ (?:in\ your\ favour|good|with\ you)|better\ than\ even|(?:very|quite|highly)\ likely)\b|\b(?P<down>less\ likely\ than\ not|odds\ are\ against|worse\ than\ even|(?:very|quite|highly)\ unlikely)\b"
)
CARRIED = _re(
    r"\bcarr(?:y|ies|ied|ying)\ (?:over|forward|a\ balance)|\b(?:rolls?|rolled|rolling)\ over|\baage\ badh(?:ta|ti|te|\ rah)|आगे\ बढ़(?:ता|ती|ते|\ रह)"
)
PAID_UP = _re(r"\b(?:paid\ up|up\ to\ date|fully\ paid|paid\ in\ full)\b")
SUFFICIENT = _re(
    r"\b(?:enough|sufficient|kaafi|kafi)\ (?:money|cash|balance|funds|paisa|paise)\b|(?:काफी|पर्याप्त)\ (?:पैसा|पैसे|रकम|राशि)|\bnever\ (?:falls?|goes|go|drops?|dips?|slips?|runs?)\ (?:below\ zero|out|short|negative|into\ the\ red)\b|\b(?:stays?|remains?|keeps?)\ (?:\w+\ )?above\ zero\b|\b(?:zero|shunya)\ se\ neeche\ (?:nahi|nahin)\b|शून्य\ से\ नीचे\ (?:\S+\ )?नहीं|\bpaise\ kam\ (?:nahi|nahin)\ pad|पैसे\ कम\ नहीं\ पड़"
)
PASSED = _re(
    r"\b(?:has|have|is|are)\ (?:already\ |now\ )?(?:passed|matured|lapsed|expired|ended|run\ out|fallen\ due)\b|\b(?:mature|khatam|khatm|expire|lapse)\ ho\ (?:chuk\w+|gay\w+)|(?:परिपक्व|मैच्योर|खत्म|समाप्त)\ हो\ (?:चुक|गय|गई)"
)
MANY = _re(
    r"\b(?:several|many|multiple|numerous|plenty\ of|lots\ of|kai|kayi)\ (?P<noun>(?:[\w-]+\ ){0,2}?[\w-]+)|कई\ (?P<noun2>\S+)"
)
EMPTY = _re(
    r"\b(?:is|are)\ (?:now\ |all\ |completely\ )?empty\b|\b(?:khali|khaali)\ (?:hai|hain)\b|खाली\ (?:है|हैं)"
)
LATE = _re(r"\b(?:overdue|past[\ -]due|late|missed|delayed|default\w*|arrears|dpd)\b|अतिदेय|देर")
DENIED = _re(r"\b(?:no|none|nothing|not|never|neither|nor|without|zero|any)\b|n't")
STATUS = _re(
    r"\b(?:is|are|stays?|remains?|was|mein|hai)\ (?:still\ |now\ |a\ )?(?P<positive>positive)\b|\b(?P<positive2>positive)\ (?:hai|mein)|\b(?:is|are|stays?|remains?|was)\ (?:still\ |now\ |a\ )?(?P<negative>negative|in\ the\ red)\b|\b(?P<negative2>negative|minus)\ (?:hai|mein)|(?P<negative3>ऋणात्मक)|(?P<positive3>धनात्मक|सकारात्मक)"
)
UNREAL = re.compile(
    r"\b(?:would|could|(?<!in )(?<!of )(?<!since )(?<!from )(?<!by )(?<!till )(?<!until )(?<!this )(?<!last )(?<!\d )may(?! \d)|might|can|will|when|whether|should|once|unless|to see|in case|let's|want|kya|sakta|sakti|sakte|to)\b(?=.{0,40}$)|\?|चाहें|सकत",
    re.IGNORECASE,
)
