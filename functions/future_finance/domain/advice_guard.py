"""What this app may not say: advice on a security, promises, rankings, target prices, links. Three languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from future_finance.domain.grounding.reading.sentences import split
from future_finance.domain.lazy_pattern import LazyPattern
from future_finance.domain.urgent_help import Help, Need, urgent_help

__all__ = ["Help", "Need", "Objection", "Rule", "review", "urgent_help"]


class Rule(StrEnum):
    """Which requirement a text breaks."""

    NAMED_INSTRUMENT = "named_instrument"  # an order or opinion about one security
    DIRECTIVE = "directive"  # "you should invest"
    PROMISE = "promise"  # guaranteed, risk-free; a score or an approval to come
    SUPERLATIVE = "superlative"  # best, no. 1
    TARGET_PRICE = "target_price"
    RANKING = "ranking"
    ADVISER = "adviser"  # claims to be one
    LINK = "link"
    SECRET = "secret"  # asks for an OTP or PIN


@dataclass(frozen=True, slots=True)
class Objection:
    """The words objected to and the rule they break."""

    text: str
    rule: Rule


_VERB = r"(?:buy|sell|hold|redeem|switch|exit|accumulate|dump|offload|purchase|invest|book profits?|liquidate|average (?:down|up)|subscribe)"
_GERUND = r"(?:buying|selling|holding(?: on)?|redeeming|switching|exiting|accumulating|dumping|investing|purchasing|moving|liquidating)"
_SECURITY = r"(?:funds?|schemes?|shares?|stocks?|sips?|elss|etfs?|mutual funds?|equity|equities|nps|bonds?|gold|sgbs?|ipo|crypto|bitcoin|units?|portfolio|f&o)"
_BANKED = r"(?:loans?|debts?|cards?|fds?|deposits?|epf|ppf|pf|provident fund|policy|savings)"
_BEGINS = r"(?:^|[.!?]\s+)(?:please |so |then |now )?"
_YOU = r"\b(?:you|u|aap|tum)\b(?:'d| would)?"
_OUGHT = r"(?:should|must|need to|needs to|have to|ought to|had better|better|'d better|shall|may want to|might want to|should consider)"

_ASKED = LazyPattern(
    r"\b(?:whether|asked|asking|ask|wondering|question|decide|decision|deciding|if)\b(?:\W+\w+){0,4}\W*$",
)
_REFUSING = LazyPattern(
    r"\b(?:cannot|can't|can’t|can not|could not|couldn't|won't|won’t|will not|do not (?:say|tell|advise|recommend|suggest|give)|don'?t (?:say|tell|advise|recommend|suggest|give)"
    r"|not able|unable|never (?:say|tell|advise|recommend|suggest)|not (?:a |an )?(?:recommendation|advice|suggestion|advising|telling|saying|suggesting|recommending)|not here to|isn't advice|nor)\b"
    r"|नहीं (?:कह|बता|दे)|nahi[n]? (?:keh|kah|bata|de|bol)",
)
_REFUSED_AFTER = LazyPattern(
    r"(?:nahi[n]?|नहीं|na) (?:keh|kah|bata|bol|de|कह|बता|बोल|दे)|(?:cannot|can't) (?:say|tell)|(?:salah|salaah|सलाह) (?:nahi|नहीं)",
)
_DENIED_DENIAL = LazyPattern(r"\b(?:not|isn't|never|nothing is|nor)\b[^.;!?]{0,25}$")
_DENIED_BEFORE = LazyPattern(
    r"\b(?:no|not|never|nobody|no one|none|nothing|neither|nor|cannot|can't|can’t|isn't|isn’t|aren't|aren’t|wasn't|doesn't|don't|won't|without|hardly|rather than|koi|कोई)\b(?!\s+(?:doubt|only|worries|problem))[^.;!?।]{0,60}$",
)
_DENIED_AFTER = LazyPattern(
    r"^[^.;,!?।]{0,30}?(?:\bnahi[n]?\b|नहीं|\bnot\b|\bna ho|न हो|isn't|\bnever\b|\bnothing\b)"
)

_DIRECTIVE = LazyPattern(
    rf"{_YOU}\s+(?:\w+ly |also |really |just |definitely )?{_OUGHT}\s+(?:\w+ly |also |really |just |now |be |consider |start |think about |not |never |at once )*(?:{_VERB}|{_GERUND})\b",
    rf"{_YOU}\s+(?:\w+ly )?{_OUGHT}\s+(?:\w+ )?(?:stop|start|increase|raise|reduce|pause|move|shift|put|park|allocate|rebalance|transfer|add|get out|cut|trim|take)\b[^.;!?]{{0,50}}\b{_SECURITY}\b",
    rf"\b(?:i|we)(?:'d| would| strongly| do)? (?:strongly )?(?:suggest|recommend|advise|urge|propose)\b[^.;!?]{{0,60}}?\b(?:{_VERB}|{_GERUND}|invest\w*|{_SECURITY})\b",
    rf"\b(?:my|our) (?:advice|recommendation|suggestion|tip|call)\b[^.;!?]{{0,40}}\b(?:{_VERB}|{_GERUND}|{_SECURITY})\b",
    rf"\b(?:it is|it's|it’s|now is|this is|would be) (?:a |the )?(?:\w+ )?(?:time|moment|wise|better|advisable|prudent|smart|good idea|right time)\b[^.;!?]{{0,30}}\bto (?:{_VERB}|stop|start)\b",
    rf"\b(?:recommended|advisable|advised) (?:to|that you) (?:{_VERB})\b",
    r"\b(?:strong |clear |definite )?(?:buy|sell|hold)[- ](?:rating|call|recommendation)\b|\b(?:is|are|looks like|remains?) an? (?:strong |clear |good |great |solid |definite )?(?:buy|sell|hold|investment|pick)\b(?!-)",
    rf"(?:^|[\n:;•*–]\s*|[.!?]\s+|\b(?:please|so|then|just|simply|now|instead|also|first|and(?! hold)|or|,)\s+)(?:please |do not |don't |don’t |never |just |simply |better )*(?:{_VERB})\b (?:your|all|the|this|that|these|it|them|more|some|half|out|into|in|from|to|now|off|₹|rs|only|at|every|units?|shares?|on)\b",
    rf"(?:^|[\n:;•*–]\s*|[.!?]\s+|\b(?:please|so|then|just|simply|now|instead|also)\s+)(?:put|shift|move|park|transfer|allocate|start|add|switch|divert|deploy)\b[^.;!?]{{0,60}}\b(?:{_SECURITY})\b",
    rf"\b(?:i'd|i’d|i would|i will|we'd) (?:\w+ly |rather |just )?(?:{_VERB})\b",
    rf"(?:^|[.!?]\s+)(?:definitely|absolutely|certainly|surely|clearly|immediately|quickly),? (?:{_VERB})\b",
    r"\bbook (?:your |some |the |partial )?(?:profit|gain)s?\b",
    r"\b(?:good|great|excellent|solid|fantastic|attractive|promising|wonderful|superb) (?:\w+ )?(?:fund|stock|scheme|share|pick|bet|buy|investment)s? (?:to (?:own|buy|hold|have|invest)|for you|right now|at this)\b",
    rf"\b(?:why (?:don't|don’t|not)|how about|what about)\s+(?:you |we )?(?:just )?(?:{_VERB}|{_GERUND})\b",
    rf"\bconsider (?:{_GERUND})\b[^.;!?]{{0,60}}\b(?:{_SECURITY})\b",
    r"\b(?:stop|start|pause|increase|cancel|continue|keep) (?:your |the |this |that |these |all )(?:\w+ ){0,3}(?:sip|sips|funds?|shares?|stocks?)\b(?! (?:to see|would|will|can|may))",
    rf"{_YOU}\s+(?:\w+ly )?(?:should|must|ought to|had better)\s+(?:\w+ly )?(?:take|withdraw|close|break|prepay|repay|pay off|borrow|surrender|use)\b[^.;!?]{{0,50}}\b{_BANKED}\b",
    rf"{_BEGINS}(?:break|withdraw|use|surrender)\s+(?:your|the)\s+(?:\w+ )?{_BANKED}\b|{_BEGINS}take (?:a|another|out a) (?:\w+ )?loan\b|{_BEGINS}stop investing\b|{_BEGINS}(?:pay off|clear|close) (?:the|your)\b[^.;!?]{{0,30}}\bfirst\b",
    rf"\byou (?:may|might|could|can) (?:want to )?consider \w+ing\b[^.;!?]{{0,40}}\b{_SECURITY}\b",
    r"\b(?:is|would be|are) (?:a |the )?(?:smart|smarter|wise|wiser|right|better) (?:move|choice|step|call)\b|\bis what i(?:'d|’d| would) do\b|\bdeserves? a place\b",
)  # fmt: skip
_HINDI_DIRECTIVE = LazyPattern(
    r"\b(?:bech|beich|nikal|nikaal|kh?arid|kharid|khareed|le|switch kar|redeem kar|invest kar|exit kar|hold kar|nivesh kar|book kar|sell kar|buy kar)\s?(?:do|dijiye|dijie|dein|den|lo|lijiye|lijie|lein|len|daalo|dalo|daliye|dena|lena)\b(?!\s+(?:ke|se|par|mein|me|hai ya)\b)",
    r"\b(?:bech|kharid|khareed|nikal|nikaal|invest kar|nivesh kar|switch kar|redeem kar|hold kar|becha|sell kar|buy kar|rakh|le)\w*\s?(?:na|ne|dena|lena|lene)?\s+(?:chahiye|chaahiye|chahie|hi behtar|behtar hai|sahi rahega|theek rahega|accha rahega|achha rahega|padega)\b",
    r"\b(?:invest|nivesh|switch|redeem|hold|sell|buy|exit)\s+(?:karo|kijiye|kijie|karein|karen|kar dein|kariye|kar dijiye|kar do|kar lo|kar lein|karte raho|karte rahiye)\b",
    r"\b(?:paisa|paise|paisे|rupaye|lakh|hazaar|rakam)\b[^.;!?।]{0,40}\b(?:lagao|laga do|laga dijiye|lagaiye|daalo|daal do|daal dijiye|nikaal lo|nikal lo)\b",
    r"\b(?:se\s+)?nika?l\s+(?:jaiye|jao|jaayein|jayen|jaana chahiye|lijiye)\b",
    r"\b(?:sip|nivesh|niwesh|fund)\b[^.;!?।]{0,20}\b(?:badhan[aei]|ghatan[aei]|rokn[aei]|band karn[aei]|shuru karn[aei])\s+(?:chahiye|chaahiye|hogi|hoga)\b",
    r"(?:एसआईपी|SIP|निवेश|फंड)[^.;!?।]{0,20}(?:बढ़ान[ाीे]|घटान[ाीे]|रोकन[ाीे]|बंद करन[ाीे]|शुरू करन[ाीे]|बंद कर देन[ाीे])\s*(?:चाहिए|चाहिये)",
    r"से\s+निकल\s+(?:जाइए|जाओ|जाएँ|जाएं)",
    r"\bsip\s+(?:band|shuru|start|stop|chalu|badha)\s+(?:kar )?(?:do|dijiye|karo|kijiye|dein|karein|lo)\b",
    r"(?:बेच|खरीद|ख़रीद|निकाल|ले)\s?(?:दो|दीजिए|दीजिये|दें|डालो|डालिए|लो|लीजिए|लीजिये|लें)(?!\s*(?:तो|के|से))",
    r"(?:बेच|खरीद|ख़रीद|निकाल|रख|स्विच कर|रिडीम कर|निवेश कर|होल्ड कर)(?:ना|ने|नी| देना| देने| देनी| लेना| लेने| लेनी)?\s*(?:चाहिए|चाहिये|ही बेहतर|बेहतर है|सही रहेगा|ठीक रहेगा|अच्छा रहेगा|पड़ेगा)",
    r"(?:निवेश|स्विच|रिडीम|होल्ड)\s*(?:करो|करें|कीजिए|कीजिये|करिए|कर दें|कर दो|कर लें|कर लो|कर दीजिए|करते रहें|करते रहिए)(?!\s*(?:तो|से पहले))",
    r"(?:पैसा|पैसे)[^.;!?।]{0,30}(?:लगाओ|लगा दो|लगाइए|लगाएं|लगाएँ|डाल दो|डालें|डालिए)",
    r"(?:एसआईपी|SIP|निवेश)\s*(?:बढ़ा|बढ़ा|घटा|रोक)\s*(?:दो|दें|दीजिए|लो|लें|लीजिए)",
    r"(?:लोन|कर्ज़|कर्ज|FD|एफडी)[^.;!?।]{0,15}(?:चुका|तोड़|तोड़|तुड़वा|तुड़वा)\s*(?:दो|दें|दीजिए|लो|लें|लीजिए)",
    r"(?:फंड|शेयर|स्कीम|SIP|एसआईपी|इसमें)[^.;!?।]{0,20}बने (?:रहिए|रहो|रहें)|(?:प्लान|फंड|स्कीम) (?:में|पर) (?:शिफ्ट |स्विच )?(?:हो |चले )(?:जाइए|जाओ|जाएँ|जाएं)",
    r"\b(?:fund|share|scheme|sip|isme|ismein|is mein)\b[^.;!?]{0,20}\bbane (?:raho|rahiye|rahein)\b|\b(?:plan|fund|scheme) (?:mein|me|par) (?:shift|switch|chale)\w* (?:ho )?(?:jaiye|jao|jayein|jaaiye)\b",
    r"\b(?:lagana|invest karna|nivesh karna)\b[^.;!?]{0,15}\b(?:fa[iy]demand|behtar|sahi|accha|achha|theek)\b|(?:लगाना|निवेश करना)[^.;!?।]{0,15}(?:फायदेमंद|फ़ायदेमंद|बेहतर|सही|अच्छा) (?:रहेगा|होगा|है)",
    r"एसआईपी\s*(?:बंद|शुरू)\s*(?:कर\s*)?(?:दो|दें|दीजिए|करें|करो|कीजिए)",
)  # fmt: skip
_CHOSEN = LazyPattern(r"\b(?:agar|yadi|maan lijiye|maan lo)\b|अगर|यदि|मान लीजिए")

_HOUSES = (
    r"HDFC|ICICI|SBI|Axis|Reliance|Tata|Infosys|TCS|Wipro|LIC|Kotak|Nippon|Parag Parikh|PPFAS|Mirae|UTI|DSP|Canara|IDBI|Quant|Motilal|Franklin|Aditya Birla|Birla|Bandhan|Edelweiss|"
    r"Invesco|Sundaram|Baroda|PGIM|HSBC|Mahindra|Maruti|Bajaj|Adani|ITC|ONGC|NTPC|Zomato|Eternal|Paytm|Nifty(?: \w+)?|Sensex|Bharti|Airtel|Vedanta|Titan|Asian Paints|Hindustan Unilever|Larsen|Suzlon|Yes Bank|"
    r"Vodafone|IRCTC|IRFC|Nykaa|Groww|Zerodha|Apple|Tesla|Google|Microsoft|Nvidia|Amazon|Bitcoin|Ethereum|Dogecoin|Sovereign Gold"
)
_INSTRUMENT = LazyPattern(
    rf"\b(?:{_HOUSES})\b|\bIN[EF][A-Z0-9]{{9}}\b"
    r"|(?:\b[A-Z][\w&.-]+ ){1,5}(?:Fund|Scheme|ETF|FoF|Ltd|Limited|Industries|Bank shares?|shares?|stocks?|Bees|Plan|Bonds?)\b",
    any_case=False,
)
_NAMED_ORDER = LazyPattern(
    rf"(?:^|[\n:;•*–,]\s*|[.!?]\s+|\b(?:please|so|then|just|simply|now|instead|also|first|and|or|better|could|can|should|must|may|might|would|to consider|consider|time to|good to|wise to|worth|let's|lets|go ahead and|do not|don't|don’t|never|to)\s+)(?:{_VERB}|put|shift|park|exit from|get out of|go for|stick with|stay (?:invested )?in|stay with|move (?:your \w+ )?(?:out of|into|from|to)|shift (?:from|to|into)|get rid of|choose|pick|prefer|add|avoid)\b",
    rf"\b(?:consider|try|keep|continue|recommend|suggest|start|stop|worth|think about|favou?r)\s+(?:{_GERUND}|to hold|on holding)\b",
    r"\b(?:looks?|is|are|seems?)\s+(?:an? )?(?:very |quite |really )?(?:attractive|undervalued|overvalued|cheap|expensive|a (?:buy|sell|hold)|poor|bad|good|great|excellent|solid|promising|better|superior|a winner|worth (?:buying|holding|keeping))\b(?! on (?:the|your))",
)  # fmt: skip
_FACTUAL = LazyPattern(
    rf"\b(?:you|u|that you|which you|aap|aapne|have|has|had|when you|before you|after you|if you|once you|were to|was to|happens? (?:if|when)|what if (?:you|i)|effect of|cost of|tax on|by|of|and you|did|you (?:\w+ )?(?:want|wanted|plan|planned|wish|wished|intend|decided|chose|asked) to)\s+(?:(?!could|should|must|can|may|might|need|ought|shall|better)\w+ )?{_VERB}\b|\bif (?:you|i|one) (?:were to )?{_VERB}|\b{_VERB}(?:ing)? (?:date|price|order|transaction|rate)s?\b|\bexit load\b",
)
_PROMISE = LazyPattern(
    r"\bguarante\w*", r"\bassured\b(?<!sum assured)(?<!rest assured)", r"\brisk[- ]?free\b", r"\b(?:no|zero|without any|without) (?:risk|loss|(?:chance|possibility|danger) of (?:a )?loss)\b", r"\b(?:can(?:not|'t|’t)|won't|will never|never) (?:lose|go wrong|fail|fall)\b",
    r"\bsure[- ]?shot\b", r"\bfool[- ]?proof\b", r"\b100 ?% (?:safe|sure|secure|return)", r"\bcertain to (?:grow|rise|earn|double)\b", r"\b(?:completely|totally|absolutely|perfectly) safe\b", r"\bsafe bet\b", r"\bget rich\b",
    r"\bpakk[ae] (?:return|munafa|fayda|profit|kamai|paisa)\w*", r"\b(?:return|munafa|fayda|profit|kamai|paisa|paise|double|dugna)s? (?:\w+ )?(?:bilkul )?pakk[aei]\b", r"(?:रिटर्न|मुनाफा|मुनाफ़ा|फायदा|कमाई|पैस[ाे]|दोगुना|दुगुना) (?:[^\s।]+ ){0,5}पक्क[ाीे]", r"\bgarant\w+", r"\bbina (?:kisi )?(?:risk|jokhim|nuksan)\b", r"\b(?:risk|jokhim|nuks[a]+n) (?:bilkul )?(?:nahi|nahin|zero)\b(?! (?:pata|janta|dikh|bata))", r"\bpaisa (?:double|dugna|doguna) ho\b",
    r"\b(?:credit |experian |cibil )?score (?:will|shall|is going to|is sure to) (?:\w+ )?(?:go up|rise|increase|improve|reach|cross|jump|recover)\b", r"(?:\bscore|स्कोर)[^.;!?।]{0,15}(?:\b(?:badh|sudhar) ja(?:ye|e)ga\b|\b(?:badhega|sudhrega)\b|(?:बढ़|बढ़|सुधर) जाएगा|(?:बढ़े|बढ़े|सुधरे)गा)",
    r"\byou (?:will|would|should) (?:\w+ )?(?:get|be given|be approved for|qualify for|receive) (?:the |a |this |that |your )?(?:\w+ )?(?:loan|credit card)\b(?! (?:statement|account|schedule))", r"\b(?:banks?|lenders?|they) (?:will|would|should) (?:\w+ )?(?:approve|sanction|grant|offer)\b", r"\bloan (?:will be|would be|gets?) (?:approved|sanctioned)\b",
    r"\bloan (?:\w+ )?mil ja(?:ye|e)ga\b", r"लोन (?:[^\s।]+ )?मिल जा(?:ए|ये)गा",
    r"गारंटी|गारन्टी|गारंटीड", r"पक्क[ाीे] (?:रिटर्न|मुनाफा|मुनाफ़ा|फायदा|फ़ायदा|कमाई|लाभ)", r"(?:जोखिम|रिस्क)[ -]?(?:मुक्त|रहित|फ्री)", r"बिना (?:किसी )?(?:जोखिम|रिस्क|नुकसान)", r"(?:जोखिम|रिस्क|नुकसान) (?:बिल्कुल )?(?:नहीं (?:है|होगा)|शून्य)", r"निश्चित (?:रिटर्न|मुनाफा|लाभ)", r"सुनिश्चित (?:रिटर्न|लाभ)",
)  # fmt: skip
_ALWAYS_PROMISE = LazyPattern(
    r"^(?:no|zero|without|cannot|can't|can’t|won't|will never|never|bina|risk|jokhim|nuks|बिना|जोखिम|रिस्क|नुकसान)",
)
_SUPERLATIVE = LazyPattern(
    r"(?<!at )(?<!personal )(?<!second )(?<!my )(?<!the )(?<!all the )\bbest\b(?!\s+(?:guess|effort|regards|wishes|before|of luck|(?:\w+ )?(?:month|year|week)|estimate|case|understood|read|seen|known|asked|left|answered|discussed|way to (?:read|check|see)))",
    r"\bthe best\b(?!\s+(?:guess|estimate|case|month|i can|we can|way to (?:read|check|see)))", r"\b(?:no\.?|number|#)\s?1\b(?![,.]\d)|\b(?:number|no\.)\s?one\b(?!\s?(?:\d|cost|expense|spend|in your|category|on your list))", r"\btop[- ](?:rated|performing|ranked|notch|pick\w*|fund\w*|scheme\w*|stock\w*|\d+ (?:fund|stock|scheme|share|sip|pick)\w*)", r"\b(?:5|five)[- ]star\b", r"\bmust[- ]have\b", r"\bmultibagger\b",
    r"\bsab\s?se (?:accha|achha|acha|acchi|achhi|badhiya|behtar|best|badiya)\b", r"\bnumber ek\b", r"सबसे (?:अच्छ[ाीे]|बढ़िया|बढ़िया|बेहतर|बेहतरीन|उत्तम|सुरक्षित)", r"सर्वश्रेष्ठ|सर्वोत्तम", r"(?:नंबर|नम्बर) (?:1|एक|१)(?!\d)", r"मल्टीबैगर",
)  # fmt: skip
_TARGET = LazyPattern(
    r"\b(?:target|fair) (?:price|value|level)s?\b", r"\bprice targets?\b", r"\btarget (?:of|is|:)\s*(?:₹|rs)", r"\bstop[- ]?loss\b(?! (?:order )?is an? )", r"\b(?:up|down)side (?:of|potential|target)\b",
    r"\b(?:will|shall|should|is going to|could|set to|likely to|expected to|poised to|bound to)\s+(?:\w+ )?(?:reach|hit|touch|cross|rise to|go (?:up )?to|climb to|double|triple|rally|soar|outperform|beat|jump|deliver|return|give you|give|surge)\b[^.;!?]{0,40}(?:₹|rs\.?\s?\d|%|per ?cent|\bby\b|\bin \d|\bsoon|nifty|market|benchmark|return|this year|next year|money)",
    r"\b(?:money|investment|paisa|wealth|capital|corpus|value) (?:will|is going to|is sure to) (?:\w+ )?(?:double|triple|multiply|grow|rise|increase)\b(?! if)",
    r"लक्ष्य मूल्य|टारगेट प्राइस", r"\btarget (?:price )?(?:₹|rs)", r"\b(?:tak|तक) (?:jayega|jaega|pahunch\w*|जाएगा|पहुंच\w*|पहुँच\w*)[^.;!?]{0,10}$",
)  # fmt: skip
_MARKETY = LazyPattern(
    r"share|stock|fund|scheme|price|nav|nifty|sensex|market|gold|sip|return|investment|शेयर|फंड|" + _HOUSES,
)
_RANKING = LazyPattern(
    r"\brank(?:s|ed|ing|ings)?\b[^.;!?]{0,40}\b(?:fund|stock|share|scheme|peers?|category|amc)s?\b", r"\b(?:fund|stock|share|scheme|amc)s?\b[^.;!?]{0,40}\brank(?:s|ed|ing|ings)?\b",
    r"\bout\s?perform\w*\b", r"\b(?:beats?|beating) (?:the )?(?:market|benchmark|index|peers|nifty|others)\b", r"\b(?:better|superior|safer|stronger) (?:fund|stock|scheme|share|investment|choice|option|pick)s?\b[^.;!?]{0,30}\b(?:than|is|are)\b",
    rf"\b(?:fund|scheme|stock|share|{_HOUSES})\w*\b[^.;!?]{{0,40}}\b(?:is|are|se|looks?)\b[^.;!?]{{0,15}}\b(?:better|safer|superior|stronger|behtar|zyada accha|achha) (?:than|hai|fund|choice|option)\b",
    r"(?:फंड|शेयर|स्कीम)[^.;!?।]{0,30} से (?:बेहतर|अच्छा|ज़्यादा अच्छा) (?:है|रहेगा)", r"\b(?:category|class) (?:leader|topper)\b", r"\b(?:fund|share|stock)s?\b[^.;!?]{0,30}\bse (?:behtar|accha|achha) hai\b",
)  # fmt: skip
_ADVISER = LazyPattern(
    r"\b(?:i am|i'm|i’m|we are|we're|as|being) (?:your|a|an|the|your own|your personal)?\s*(?:\w+[- ])?(?:\w+ )?(?:advis[eo]r|wealth manager|planner|portfolio manager|research analyst)s?\b(?! (?:can|could|would|is|may|who))",
    r"\byour (?:\w+ )?(?:advis[eo]r|wealth manager) (?:here|says|at)\b", r"(?<!not )(?<!isn't )(?<!nor )\b(?:we are|i am|we're|i'm) (?:a )?SEBI[- ]registered\b", r"\bmain (?:aapka|aapki) (?:\w+ )?(?:advis[eo]r|salahkar)\b", r"मैं आपक[ाी] (?:\S+ )?(?:सलाहकार|एडवाइज़र|एडवाइजर)",
)  # fmt: skip
_LINK = LazyPattern(
    r"https?:|\bwww\.|!?\[[^\]\n]*\]\([^)\n]*\)|<\s*(?:img|a|iframe|script)\b|\bdata:image|\b[\w-]+\.(?:com|in|co\.in|org|net|io|app|gov\.in|nic\.in|info|xyz|me|ly|link|page|dev)\b(?:/\S*)?|\b[\w.+-]+@[\w-]+\.\w+",
)
_SECRET = LazyPattern(
    r"\b(?:share|send|tell|enter|give|type|provide|confirm|reply with|forward|paste)\b[^.;!?]{0,25}\b(?:otp|cvv|upi pin|pin|passcode|password|mpin)\b",
    r"\b(?:otp|cvv|pin|passcode|password|mpin)\b[^.;!?]{0,20}\b(?:bata(?:o|iye|do|yein|en)|bhej(?:o|iye|do|en)|daal(?:o|iye|do)|share karo|share kijiye|de do|dijiye)\b",
    r"(?:OTP|ओटीपी|पिन|PIN|पासवर्ड)[^.;!?।]{0,20}(?:बताएँ|बताएं|बताओ|बताइए|भेजें|भेजो|भेजिए|डालें|शेयर करें|साझा करें|दें)",
)  # fmt: skip


_WITHHELD = LazyPattern(r"\b(?:mat|na|nahi|never|not)\b|मत|(?:^|\s)(?:न|ना)\s|नहीं")


def review(text: str) -> tuple[Objection, ...]:
    """All that a text says and must not; empty for facts, arithmetic, class education and refusals."""
    found = [Objection(match.group(), Rule.LINK) for match in _LINK.finditer(text)]
    for sentence in split(text):
        found += _sentence(sentence.strip())
    return tuple(dict.fromkeys(found))


def _sentence(sentence: str) -> list[Objection]:
    found = list(_orders(sentence))
    for match in _PROMISE.finditer(sentence):
        if not _denied(sentence, match):
            found.append(Objection(match.group(), Rule.PROMISE))
    for match in _SUPERLATIVE.finditer(sentence):
        if not _denied(sentence, match):
            found.append(Objection(match.group().strip(), Rule.SUPERLATIVE))
    for match in _TARGET.finditer(sentence):
        if not _denied(sentence, match) and (_MARKETY.search(sentence) or "target" in match.group().lower()):
            found.append(Objection(match.group(), Rule.TARGET_PRICE))
    for pattern, rule in ((_RANKING, Rule.RANKING), (_ADVISER, Rule.ADVISER), (_SECRET, Rule.SECRET)):
        for match in pattern.finditer(sentence):
            if not _denied(sentence, match) and not (rule is Rule.SECRET and _WITHHELD.search(match.group())):
                found.append(Objection(match.group().strip(), rule))
    return found


def _orders(sentence: str) -> list[Objection]:
    """Directives, and opinions on one named security."""
    found: list[Objection] = []
    for match in _DIRECTIVE.finditer(sentence):
        before = sentence[: match.start()]
        asked = _ASKED.search(before) and match.group()[:3].lower() in {"you", "aap", "tum"}
        if not asked and not _REFUSING.search(before):
            found.append(Objection(match.group().strip(" \n:;,.•*–"), Rule.DIRECTIVE))
    for match in _HINDI_DIRECTIVE.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        supposed = _CHOSEN.search(before) and re.match(r"\s*,?\s*(?:to|तो|aur|और)\b", after, re.IGNORECASE)
        if not supposed and not _REFUSING.search(before) and not _REFUSED_AFTER.search(after):
            found.append(Objection(match.group(), Rule.DIRECTIVE))
    if not _INSTRUMENT.search(sentence) or _REFUSING.search(sentence):
        return found
    plain = _FACTUAL.sub(lambda fact: "\u00b7" * len(fact.group()), sentence)
    for match in _NAMED_ORDER.finditer(plain):
        if _ASKED.search(sentence[: match.start()]):
            continue
        if _INSTRUMENT.search(sentence[max(0, match.start() - 80) : match.end() + 80]):
            found.append(Objection(match.group().strip(" \n:;,.•*–"), Rule.NAMED_INSTRUMENT))
    return found


def _denied(sentence: str, match: re.Match[str]) -> bool:
    """Whether the sentence says the contrary: "no return is guaranteed", "I cannot say which is best"."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if _ALWAYS_PROMISE.match(match.group()):  # "no risk" is itself a denial
        return _DENIED_DENIAL.search(before) is not None
    return any((_REFUSING.search(before), _DENIED_BEFORE.search(before), _DENIED_AFTER.search(after)))
