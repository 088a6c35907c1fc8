"""The notice a person agrees to: itemised by purpose and by scope, in plain English and Hindi, versioned.

A text that was agreed to never changes: another text is another version, also where a deployment's own settings
(the model's location, the grievance contact) are what makes it another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from future_finance.domain.consent import Purpose, Scope

EDITION = "2026-11-2"
GLOBAL = "global"  # the model's location when Google chooses the data centre


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    en: str
    hi: str


@dataclass(frozen=True, slots=True)
class ConsentItem:
    """One line of the notice: what it is about, and what happens."""

    title: Words
    text: Words


@dataclass(frozen=True, slots=True)
class ConsentNotice:
    """All that is shown before a person agrees."""

    introduction: Words
    purposes: Mapping[Purpose, ConsentItem]
    scopes: Mapping[Scope, ConsentItem]
    rights: Words

    @property
    def version(self) -> str:
        """The edition, and what tells its texts from those of another deployment."""
        return f"{EDITION}.{self.sha256[:8]}"

    @property
    def sha256(self) -> str:
        """Of the whole text, so that a receipt names exactly what was agreed to."""
        text = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def notice(model_location: str, grievance_contact: str) -> ConsentNotice:
    """The present notice. `model_location`: where the language model runs, as Vertex AI names it."""
    where = _GLOBALLY if model_location == GLOBAL else _in_region(model_location)
    return ConsentNotice(_INTRODUCTION, _purposes(where), _SCOPES, _rights(grievance_contact))


_INTRODUCTION = Words(
    en=(
        "You decide which of your data Future Finance may use, and for what. Each line stands alone; you can say "
        "yes to some and no to others. A yes holds for one year and ends the moment you take it back, which is as "
        "easy as giving it. This service is for adults. Google Cloud stores and processes the data for us in "
        "Mumbai, India, under contract; nobody else gets it. Your data comes only through your own login at Fi Money."
    ),
    hi=(
        "आप तय करते हैं कि Future Finance आपका कौन-सा डेटा किस काम के लिए इस्तेमाल करे। हर पंक्ति अलग है; कुछ के लिए हाँ और "
        "कुछ के लिए ना कह सकते हैं। आपकी हाँ एक साल तक रहती है और वापस लेते ही ख़त्म हो जाती है; वापस लेना उतना ही आसान है "
        "जितना देना। यह सेवा वयस्कों के लिए है। Google Cloud हमारे लिए अनुबंध के तहत डेटा भारत (मुंबई) में रखता और संसाधित "
        "करता है; किसी और को नहीं मिलता। आपका डेटा सिर्फ़ Fi Money पर आपके अपने लॉगिन से आता है।"
    ),
)

_GLOBALLY = Words(
    en=(
        "The language model is Google's Gemini on Vertex AI and runs where Google has room, which means that "
        "these figures leave India."
    ),
    hi="भाषा मॉडल Vertex AI पर Google का Gemini है और जहाँ Google के पास जगह हो वहाँ चलता है, यानी ये आँकड़े भारत से बाहर जाते हैं।",
)


def _rights(contact: str) -> Words:
    return Words(
        en=(
            "You can see what we hold and what the AI was sent, correct what you entered and note what is wrong in "
            "what others sent, download everything, name a person to act for you, and erase all of it, at any "
            "time, in the app under Privacy. Taking back a yes deletes the data it covered and all that was made "
            "from it; a day's copy of our own database lasts 7 days, backups up to 35, logs, which hold no figure "
            f"and no name, their period. If something is wrong, write to {contact}, and we answer; you may also "
            "complain to the Data Protection Board of India."
        ),
        hi=(
            "आप कभी भी ऐप में Privacy के तहत देख सकते हैं कि हमारे पास क्या है और AI को क्या भेजा गया, अपना डाला हुआ ठीक कर "
            "सकते हैं और दूसरों के भेजे में जो ग़लत हो उसे दर्ज कर सकते हैं, सब डाउनलोड कर सकते हैं, अपनी ओर से किसी को नामित कर "
            "सकते हैं और सब मिटा सकते हैं। हाँ वापस लेने पर उससे जुड़ा डेटा और उससे बना सब कुछ मिट जाता है; हमारे डेटाबेस की पिछली "
            "प्रति 7 दिन, बैकअप 35 दिन तक और लॉग, जिनमें न कोई आँकड़ा है न नाम, अपनी अवधि तक रहते हैं। कुछ ग़लत हो तो "
            f"{contact} को लिखें, हम जवाब देंगे; आप भारतीय डेटा संरक्षण बोर्ड से भी शिकायत कर सकते हैं।"
        ),
    )


def _in_region(location: str) -> Words:
    return Words(
        en=f"The language model is Google's Gemini on Vertex AI and runs in Google's region {location}.",
        hi=f"भाषा मॉडल Vertex AI पर Google का Gemini है और Google के क्षेत्र {location} में चलता है।",
    )


def _purposes(where: Words) -> Mapping[Purpose, ConsentItem]:
    pseudonymous = Words(
        en="Names, phone numbers and account numbers are not sent; the people you pay go under made-up names.",
        hi="नाम, फ़ोन नंबर और खाता संख्या नहीं भेजे जाते; जिन्हें आप भुगतान करते हैं, उनकी जगह बनावटी नाम जाते हैं।",
    )
    kept = Words(
        en="This works only with data that you let us fetch and keep.",
        hi="यह सिर्फ़ उस डेटा के साथ होता है जिसे लाने और रखने की आपने हाँ कही हो।",
    )
    return {
        Purpose.SYNC: ConsentItem(
            Words("Fetch, keep and show", "लाना, रखना और दिखाना"),
            Words(
                "We fetch this data from Fi Money while your login there is valid, keep it encrypted until you take "
                "this back, and show you your figures and their history.",
                "जब तक Fi Money पर आपका लॉगिन मान्य है, हम यह डेटा वहाँ से लाते हैं, आपके वापस लेने तक एन्क्रिप्ट करके रखते हैं और "
                "आपको आपके आँकड़े और उनका इतिहास दिखाते हैं।",
            ),
        ),
        Purpose.INSIGHTS: ConsentItem(
            Words("Find what is worth knowing", "काम की बातें ढूँढना"),
            Words(
                "A program looks for things worth money in this data. The figures of what it finds are sent to the "
                f"language model, which puts them in words. {pseudonymous.en} {where.en} {kept.en}",
                "एक प्रोग्राम इस डेटा में पैसे के काम की बातें ढूँढता है। मिली बातों के आँकड़े भाषा मॉडल को भेजे जाते हैं, जो उन्हें शब्दों "
                f"में लिखता है। {pseudonymous.hi} {where.hi} {kept.hi}",
            ),
        ),
        Purpose.CHAT: ConsentItem(
            Words("Answer your questions", "आपके सवालों के जवाब"),
            Words(
                "When you ask, your question as you typed it, without long numbers, and the figures needed to "
                f"answer it are sent to the language model. {pseudonymous.en} {where.en} {kept.en} We keep the "
                "conversation for a year; you can delete it before.",
                "आपके पूछने पर आपका सवाल, जैसा आपने लिखा, पर लंबे नंबरों के बिना, और जवाब के लिए ज़रूरी आँकड़े भाषा मॉडल को भेजे "
                f"जाते हैं। {pseudonymous.hi} {where.hi} {kept.hi} बातचीत हम एक साल रखते हैं; आप उसे पहले भी मिटा सकते हैं।",
            ),
        ),
        Purpose.PORTFOLIO_ANALYSIS: ConsentItem(
            Words("Work out what-if", "अगर-ऐसा-हो का हिसाब"),
            Words(
                "Our program works out scenarios from this data. Only what you type in your own words goes to the "
                f"language model, to be understood. {where.en} {kept.en}",
                "हमारा प्रोग्राम इस डेटा से संभावनाओं का हिसाब लगाता है। सिर्फ़ आपके अपने शब्दों में लिखी बात समझने के लिए भाषा मॉडल "
                f"को जाती है। {where.hi} {kept.hi}",
            ),
        ),
        Purpose.ANALYTICS: ConsentItem(
            Words("Count me in statistics", "आँकड़ों में मेरी गिनती"),
            Words(
                "Once a month we add one to a count of people like you: your age group and broad bands of what you "
                "own and owe, never a figure, a name or an id. Nothing depends on this; no is as good as yes. What "
                "was counted cannot be told apart from others any more, so that it cannot be taken out again.",
                "महीने में एक बार हम आप जैसे लोगों की गिनती में एक जोड़ते हैं: आपका आयु-वर्ग और आपकी संपत्ति व कर्ज़ के मोटे दायरे; "
                "कभी कोई आँकड़ा, नाम या पहचान नहीं। इस पर कुछ निर्भर नहीं है; ना भी उतना ही ठीक है। जो गिना गया उसे दूसरों से अलग "
                "नहीं पहचाना जा सकता, इसलिए उसे वापस नहीं निकाला जा सकता।",
            ),
        ),
    }


_SCOPES: Mapping[Scope, ConsentItem] = {
    Scope.ASSETS: ConsentItem(
        Words("What you own", "आपकी संपत्ति"),
        Words(
            "Balances of bank accounts and deposits, mutual funds, shares, bonds, NPS. One answer of Fi's holds "
            "these together with your debts: if you agree to one of the two alone, we drop the other before "
            "anything is kept.",
            "बैंक खातों और जमा की रकम, म्यूचुअल फंड, शेयर, बॉन्ड, NPS। Fi का एक ही जवाब इन्हें आपके कर्ज़ के साथ देता है: अगर आप "
            "दोनों में से सिर्फ़ एक के लिए हाँ कहें तो दूसरा रखने से पहले ही हटा दिया जाता है।",
        ),
    ),
    Scope.LIABILITIES: ConsentItem(
        Words("What you owe", "आपका कर्ज़"),
        Words(
            "Loans and card balances as Fi shows them. They come in one answer together with what you own: the part you do not "
            "agree to is dropped before anything is kept.",
            "Fi के दिखाए लोन और कार्ड का बकाया। ये आपकी संपत्ति के साथ एक ही जवाब में आते हैं: जिसके लिए हाँ नहीं, वह रखने से "
            "पहले ही हटा दिया जाता है।",
        ),
    ),
    Scope.TRANSACTIONS: ConsentItem(
        Words("Your transactions", "आपके लेन-देन"),
        Words(
            "Lines of your bank statements of the last two months, and purchases and sales of funds and shares. "
            "They can name other people; those are never sent to the language model by name.",
            "पिछले दो महीनों के बैंक स्टेटमेंट की पंक्तियाँ, और फंड तथा शेयर की ख़रीद-बिक्री। इनमें दूसरे लोगों के नाम हो सकते हैं; वे नाम "
            "भाषा मॉडल को कभी नहीं भेजे जाते।",
        ),
    ),
    Scope.CREDIT_SCORE: ConsentItem(
        Words("Your credit report", "आपकी क्रेडिट रिपोर्ट"),
        Words(
            "Experian score, loans and cards on the report, late payments, and who asked for it.",
            "Experian स्कोर, रिपोर्ट के लोन और कार्ड, देर से हुए भुगतान, और किसने रिपोर्ट माँगी।",
        ),
    ),
    Scope.EPF: ConsentItem(
        Words("Your provident fund", "आपका भविष्य निधि खाता"),
        Words(
            "Balances by employer and, apart, the pension.",
            "नियोक्ता के अनुसार रकम और, अलग से, पेंशन।",
        ),
    ),
}
