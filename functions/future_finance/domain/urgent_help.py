"""What comes before any figure: a person in distress, one who is being defrauded, one who cannot pay."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from future_finance.domain.lazy_pattern import LazyPattern
from future_finance.domain.tongue import Said


class Need(StrEnum):
    """What kind of help."""

    DISTRESS = "distress"
    FRAUD = "fraud"
    HARDSHIP = "hardship"  # debts that cannot be paid


@dataclass(frozen=True, slots=True)
class Help:
    """An answer that is given as it stands; nothing is sold beside it."""

    need: Need
    said: Said


# Tele-MANAS: 14416, toll-free, day and night, up to 20 languages: Minister of State for Health, Lok Sabha, 7 February 2025.
# 112: the emergency number of the whole country, Ministry of Home Affairs.
_DISTRESS_HELP = Help(
    Need.DISTRESS,
    Said(
        "I am sorry that it is this heavy right now. Please talk to a person first: Tele-MANAS, 14416, is free, in many "
        "languages, day and night. If you are in danger now, call 112. Someone you trust can stay with you meanwhile. "
        "Money can wait; it can be looked at together later.",
        "मुझे अफ़सोस है कि इस समय सब इतना भारी लग रहा है। कृपया पहले किसी इंसान से बात करें: टेली-मानस 14416, मुफ़्त, कई भाषाओं में, दिन-रात। "
        "अगर अभी ख़तरा है तो 112 पर कॉल करें। तब तक किसी अपने को साथ रखें। पैसों की बात रुक सकती है, बाद में साथ मिलकर देखेंगे।",
        "Mujhe afsos hai ki is waqt sab itna bhaari lag raha hai. Pehle kisi insaan se baat kijiye: Tele-MANAS, 14416, free hai, "
        "kai bhashaon mein, din-raat. Agar abhi khatra hai to 112 par call kijiye. Tab tak kisi apne ko saath rakhiye. "
        "Paison ki baat ruk sakti hai, baad mein saath milkar dekhenge.",
    ),
)
# 1930: Indian Cyber Crime Coordination Centre, for money lost online; what is reported in the first hours can still be
# stopped on its way. No OTP to anybody, and KYC with one's own bank: Reserve Bank, 13 September 2021.
# That a bank restricts an account whose KYC is overdue is possible, so its opposite is not said.
_FRAUD_HELP = Help(
    Need.FRAUD,
    Said(
        "This sounds like fraud. Never share an OTP, PIN, password or card number with anyone, and open no link or screen-sharing "
        "app. If money has gone or details were shared, call the cybercrime help line 1930 at once: the first hours matter. Then "
        "call your bank on the number on your card and have the account or card blocked. No bank asks for an OTP over the phone; "
        "ask your own bank about KYC, never a caller or a link. We never ask for an OTP either.",
        "यह धोखाधड़ी लगती है। OTP, PIN, पासवर्ड या कार्ड नंबर किसी को न बताएँ, कोई लिंक या स्क्रीन शेयर करने वाला ऐप न खोलें। अगर पैसे जा चुके हैं या जानकारी दे दी है, "
        "तो तुरंत साइबर अपराध हेल्पलाइन 1930 पर कॉल करें: पहले कुछ घंटे सबसे अहम हैं। फिर कार्ड पर लिखे नंबर से बैंक को कॉल करके खाता या कार्ड बंद करवाएँ। "
        "कोई बैंक फ़ोन पर OTP नहीं माँगता; KYC के बारे में अपने बैंक से ही पूछें, किसी कॉल या लिंक से नहीं। हम भी OTP कभी नहीं माँगते।",
        "Yeh fraud lagta hai. OTP, PIN, password ya card number kisi ko mat bataiye, aur koi link ya screen share karne wala app "
        "mat kholiye. Agar paise ja chuke hain ya jaankari de di hai, to turant cybercrime help line 1930 par call kijiye: pehle "
        "kuch ghante sabse zaroori hain. Phir card par likhe number par bank ko call karke account ya card block karwaiye. Koi bank "
        "phone par OTP nahi maangta; KYC ke baare mein apne bank se hi poochhiye, kisi caller ya link se nahi. Hum bhi OTP kabhi nahi maangte.",
    ),
)
# No call before 8 and after 19, no threats: Reserve Bank, 12 August 2022, on recovery agents, and its draft of 12 February
# 2026; for microfinance the hours are narrower still, so it is said when they may not. 30 days: Reserve Bank - Integrated
# Ombudsman Scheme, 2026, as by that of 2021; it does not cover every lender, which 14448 can tell. 14448: toll-free, a
# machine day and night, people from Monday to Saturday, 8 to 22: Minister of State for Finance, to the Rajya Sabha.
_HARDSHIP_HELP = Help(
    Need.HARDSHIP,
    Said(
        "That is hard, and many people are in it. Speak to the lender before the next due date, and ask in writing for more time or a "
        "smaller EMI: many lenders have a way for this. Another loan to pay this one, above all from an app, tends to make it dearer. "
        "Recovery agents may not call before 8 in the morning or after 7 in the evening, and may not threaten or shame you or your family. "
        "If they do, complain to the lender, and after 30 days without a reply to the Reserve Bank's ombudsman: its free line 14448 tells you how. "
        "In danger call 112. If it gets too heavy, Tele-MANAS, 14416, is free, day and night. Ask me for your loans, and what is overdue, "
        "whenever you want to see them.",
        "यह मुश्किल है, और बहुत लोग इससे गुज़रते हैं। अगली तारीख़ से पहले कर्ज़दाता से बात करें और लिखित में ज़्यादा समय या छोटी EMI माँगें: कई कर्ज़दाताओं के पास इसका तरीका होता है। "
        "इसे चुकाने के लिए दूसरा लोन, ख़ासकर किसी ऐप से, अक्सर और महँगा पड़ता है। वसूली एजेंट सुबह 8 से पहले और शाम 7 के बाद फ़ोन नहीं कर सकते, और आपको या परिवार को धमका या शर्मिंदा नहीं कर सकते। "
        "ऐसा हो तो कर्ज़दाता से शिकायत करें, और 30 दिन में जवाब न मिले तो रिज़र्व बैंक के लोकपाल से: तरीका मुफ़्त नंबर 14448 पर पता चलता है। ख़तरा हो तो 112। बहुत भारी लगे तो टेली-मानस 14416, मुफ़्त, दिन-रात। "
        "अपने लोन और अतिदेय रकम जब देखना चाहें, मुझसे पूछिए।",
        "Yeh mushkil hai, aur bahut log isse guzarte hain. Agli tareekh se pehle lender se baat kijiye aur likhkar zyada samay ya chhoti "
        "EMI maangiye: kai lenders ke paas iska tareeka hota hai. Ise chukane ke liye doosra loan, khaaskar kisi app se, aksar aur mehenga padta hai. "
        "Recovery agents subah 8 se pehle aur shaam 7 ke baad call nahi kar sakte, aur aapko ya parivaar ko dhamka ya sharminda nahi kar sakte. "
        "Aisa ho to lender se shikayat kijiye, aur 30 din mein jawab na mile to Reserve Bank ke ombudsman se: tareeka free number 14448 par pata chalta hai. "
        "Khatra ho to 112. Bahut bhaari lage to Tele-MANAS, 14416, free hai, din-raat. Apne loan aur overdue rakam jab dekhna chahein, mujhse poochhiye.",
    ),
)

_DISTRESS = LazyPattern(
    r"\bsuicid(?!e clause)|\bkill(?:ing)? my\s?self|\bend(?:ing)? (?:my|this) life\b(?! (?:insur|cover|polic))|\bend(?:ing)? it all\b|\bself[- ]?harm|\b(?:hurt|harm|cut)(?:ing)? my\s?self"
    r"|\b(?:want|wish|going|plan(?:ning)?|like|ready|better|prefer) to (?:die|be dead)\b(?! (?:rich|with zero|on this hill))|\b(?:do ?n[o']?t|don’t|do not|no longer|not) want to (?:live\b(?! (?:in|on|off|at|near)\b)|be alive|exist)"
    r"|\bno (?:reason|point|will)(?: (?:to|in|of))? (?:live|living\b(?! (?:beyond|below|within|in|on)\b)|going on)|\bbetter off (?:dead|without me)|\b(?:can(?:'|’)?t|cannot) go on\b(?! (?:paying|with))|\b(?:can(?:'|’)?t|cannot) live (?:like this|any ?more|with this)|\b(?:want|wish|going) to end everything\b|\bno way out\b(?! of)|\bfe(?:el|lt) like dying|\blife is (?:not worth|meaningless|pointless|over)\b|\bwant to be here any ?more|\bhang(?:ing)? my\s?self|\bpoison(?:ing)? my\s?self|\btake my (?:own )?life"
    r"|\bnot worth living|\bwish i (?:was|were) dead|\btired of (?:living|life)\b(?! (?:pay|hand|in|on|off)\w*)|\bgive up on life\b(?! insur)|\bwant to disappear forever"
    r"|khud\s?kh?ushi|kh?udkash?i|aa?tma\s?hatya|\bmar (?:jaun|jau|jaoon|jaana|jana) (?:chah|hi|hai)|\bmar ja(?:u|oo)n?g[ai]\b|\bmarna hai\b|\b(?:main|mai|mein|hum) khatam ho ja|\b(?:ph|f)aa?nsi\b.{0,15}\blag|\b(?:zeh[ae]r|jah[ae]r)\b.{0,10}\bkha|\bmar jaun\b|\bmarn[ae] (?:chah|ka man|ko dil)|\bmarna chahta"
    r"|\bjee?n[ae] (?:nahi|nahin|nhi|ka (?:man+|dil)(?: hi| bhi)? (?:nahi|nahin|nhi)|ki ich+ha nahi|ka koi)|\bjaan dene ka|\bjaan de (?:du|doon|dun|dunga|dungi)|\b(?:sab|sab kuch|khud ko|apne aap ko|apni zindagi|jeevan) khatam kar (?:dena|lena|du|loon|lun|dunga)(?!.{0,12}\b(?:loan|emi|karz))|zindagi (?:khatam|se (?:thak|haar|tang|ub|pareshan))|\bjee?na nahi"
    r"|आत्महत्या|खुदकुशी|ख़ुदकुशी|मर(?:ना|ने)\s?(?:चाह|का मन)|मर जा(?:ऊं|ऊँ|ना (?:चाह|है))|मरना है|फा?[ंँ]?सी.{0,10}लगा|(?:ज\u093c?|\u095b)हर खा|(?:ख\u093c?|\u0959)ुद को (?:खत्म|ख़त्म)|जान देने|सब (?:कुछ )?(?:खत्म|ख़त्म) कर (?:देना|लेना|दू)|(?:ज\u093c?|\u095b)ि(?:ं|न्)दगी से (?:तंग|थक|हार|ऊब|परेशान)|जी(?:ना|ने)\s?(?:नहीं|का मन नहीं|की इच्छा नहीं)|जान दे (?:दू|दूँ|दूं)|ज़?जिंदगी (?:खत्म|से थक|से हार)|ज़िंदगी (?:खत्म|ख़त्म|से थक|से हार)",
)
_FRAUD = LazyPattern(
    r"\b(?:otp|cvv|upi pin|passcode|pin|password)\b.{0,60}\b(?:ask|asked|asking|asks|share[ds]?|gave|given|told|want(?:s|ed)?|send|sent|maang|mang|bata|de di|diya|pooch|puch)"
    r"|\b(?:ask|asked|asking|asks|shared|gave|given|told|wants?|sent|maang\w*|mang\w*|bata\w*)\b.{0,60}\b(?:otp|cvv|upi pin|passcode|my pin|password)\b"
    r"|\bkyc\b.{0,50}\b(?:expir\w+|block\w*|suspend\w*|update\w*|band|khatam|link\b)|(?:block|suspend|freez)\w*.{0,50}\bkyc\b"
    r"|\baccount\b.{0,30}\b(?:will be|is being|gets?|going to be|ho jayega|ho jaega) (?:block|suspend|froz|band)\w*"
    r"|\b(?:scam|scammed|scammer|phish\w*|defraud\w*|vish?ing|digital arrest|cyber ?crime|anydesk|teamviewer|quick ?support)\b|\bfraud\b|\bfraudster"
    r"|^(?!.*\b(?:how many|are there|is there|what share|kitne)\b).*\b(?:unauthori[sz]ed|unknown|suspicious)\b.{0,20}\b(?:transaction|debit|withdrawal|payment|transfer)s?\b|\bdebited without\b|\bwithout my (?:knowledge|permission|consent)\b"
    r"|\bcall(?:ed|ing|s)?\b.{0,20}\bfor (?:the |my |an )?otp\b|(?<!life )\bhack(?:ed|er)?\b|\b(?:account|phone|sim) hack|\b(?:aadhaar|aadhar|pan|identity|documents?)\b.{0,20}\b(?:misused?|stolen|leaked)|\bloan\b.{0,20}\bi (?:never|did not|didn't) (?:take|took|apply|applied)|\bi did(?:n't| not|n’t) (?:make|do|authori[sz]e)\b.{0,30}\b(?:transaction|payment|transfer|debit)"
    r"|\b(?:won|jeeta|jeeti|jeet)\b.{0,30}\b(?:lottery|kbc|lucky draw)|(?<!on )(?<!on the )(?<!on a )\blottery\b|\b(?:card|phone|wallet|sim)\b.{0,20}\b(?:stolen|chori|kho ga)|\b(?:someone|somebody|kisi ne|they)\b.{0,30}\b(?:withdrew|stole|took (?:out )?(?:my |the )?money|nika+l li|uda li|chura)|\bclicked\b.{0,25}\blink\b|\blink\b.{0,20}\bclick(?:ed| kiya| kar di)|\b(?:telegram|whatsapp)\b.{0,30}\b(?:task|job)\b|\bloan app\w*\b.{0,60}\b(?:threat|harass|blackmail|photo|contacts|dhamk)|\bblackmail|\bextort|\b(?:i was|got|been) cheated|\bthagi|\bthag (?:liya|gaya)|\bdhokha\b|\bdhokhadhadi|^(?!.*\b(?:sip|emi|fd|rd|bill|kist|insurance)\b).*\bpaise (?:kat|ud|nikal) gaye"
    r"|^(?!.*\b(?:how much|kitna|duty|challan|charges)\b).*\b(?:police|cbi|customs|courier|fedex|narcotics|trai)\b.{0,50}\b(?:arrest|parcel|case|warrant|money|paise)"
    r"|ओटीपी.{0,40}(?:मांग|माँग|पूछ|बता|दे दि|शेयर)|OTP.{0,40}(?:मांग|माँग|पूछ|बता|दे दि|शेयर)|केवाईसी.{0,40}(?:बंद|खत्म|ब्लॉक|अपडेट)|KYC.{0,40}(?:बंद|खत्म|ब्लॉक|अपडेट)"
    r"|खाता.{0,20}(?:बंद|ब्लॉक) हो जा|किसी ने.{0,30}(?:निकाल|चुरा|उड़ा) लि|कार्ड.{0,10}चोरी|ठगी|ठग लिया|धोखा|फ्रॉड|फ़्रॉड|स्कैम|डिजिटल अरेस्ट|लॉटरी|^(?!.*(?:SIP|EMI|FD|एसआईपी|ईएमआई|बीमा|किस्त|बिल)).*पैसे (?:कट|उड़|निकल) गए",
)
_HARDSHIP = LazyPattern(
    r"\b(?:can(?:'|’)?t(?! i\b)|cannot|can not|could(?:n'?t| not)|unable to|not able to|struggling to)\b.{0,20}\b(?:pay|repay|clear)\b.{0,30}\b(?:emis?|loans?|debts?|bills?|cards?|dues|instal?ments?)\b"
    r"|\b(?:drowning|drowned|buried|sinking|trapped) in (?:debts?|loans?)|\bdebt trap\b|\b(?:recovery|collection) (?:agents?|wal[ae]|guys?|people)\b|\b(?:lenders?|banks?|agents?)\b.{0,30}\b(?:harass|threaten)"
    r"|\b(?:emi|karz\w*|qarz|kist|kisht|udhaa?r|bill)\b.{0,25}\b(?:nahi|nahin|nhi)\b.{0,6}\b(?:de|bhar|chuka|bhari|di)\b.{0,3}\b(?:paa?|sak|ja)|\bloan\w*\b.{0,25}\b(?:nahi|nahin|nhi)\b.{0,6}\b(?:bhar|chuka)\b.{0,3}\b(?:paa?|sak|ja)"
    r"|\b(?:emi|loan|karz|kist|bill)\w*\b.{0,20}\b(?:nahi|nahin|nhi)\b.{0,3}\b(?:ho|kar)\b.{0,2}\bpaa? (?:rah|rh)"
    r"|\b(?:emi|loan|kist|karz)\w*\b.{0,15}\b(?:bharne|dene|chukane|chukaane) (?:ke|ka|ko) (?:liye )?pais[ae] (?:nahi|nahin|nhi)|\bkarz\w* (?:mein|me|se) (?:doob|dub|dab|pareshan)|\b[vw]asooli\b"
    r"|(?:ईएमआई|EMI|किस्त|कर्ज|क़र्ज|लोन|उधार|बिल).{0,25}नहीं.{0,3}(?:(?:भर|चुका|दे).{0,5}(?:पा|सक)|(?:कर|हो) पा रह)|कर्\S{0,3} (?:में|से) (?:डूब|दब|परेशान)|रिकवरी (?:एजेंट|वाल)|वसूली",
)


def urgent_help(text: str) -> Help | None:
    """The help that a person's words call for: distress before fraud before hardship; None where they call for none."""
    if _DISTRESS.search(text):
        return _DISTRESS_HELP
    if _FRAUD.search(text):
        return _FRAUD_HELP
    if _HARDSHIP.search(text):
        return _HARDSHIP_HELP
    return None
