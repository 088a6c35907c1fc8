"""Words of S01-S05."""

from __future__ import annotations

from future_finance.domain.detectors.words.words import words

EMERGENCY_LOW = words(
    (
        "Money at hand would last {months}",
        "{liquid} is at hand, and spending lately is {spending}. Held against {line}, {shortfall} is missing. EPF, shares and locked funds are not counted.",
        "Options: set a monthly amount aside, or see in the simulator how long it takes.",
    ),
    (
        "तुरंत उपलब्ध पैसा {months} चलेगा",
        "{liquid} तुरंत उपलब्ध है, और हाल का खर्च {spending} है। {line} से तुलना करें तो {shortfall} कम है। EPF, शेयर और लॉक फंड नहीं गिने।",
        "विकल्प: हर महीने एक रकम अलग रखना, या सिम्युलेटर में देखना कि कितना समय लगेगा।",
    ),
    ("Choose a monthly amount", "मासिक रकम चुनें"),
    ("See the time it takes in the simulator", "सिम्युलेटर में समय देखें"),
)

SPEND_ABOVE_INCOME = words(
    (
        "Spending is above income by {gap}",
        "Income is {income} and spending {spending}, EMIs included. The difference comes from savings or new debt.",
        "Options: look at the largest categories first, or set a budget for one of them.",
    ),
    (
        "खर्च आमदनी से ऊपर है: {gap}",
        "आमदनी {income} है और EMI समेत खर्च {spending}। अंतर बचत या नए कर्ज़ से आता है।",
        "विकल्प: पहले सबसे बड़ी श्रेणियाँ देखना, या किसी एक का बजट बनाना।",
    ),
    ("Look at the largest categories", "सबसे बड़ी श्रेणियाँ देखें"),
    ("Set a budget in your profile", "प्रोफ़ाइल में बजट बनाएँ"),
)

SURPLUS_BELOW_ZERO = words(
    (
        "Spending and investments are above income by {gap}",
        "Income is {income}, spending {spending} and investments {invested}. Together they take {gap} more than comes in.",
        "Options: keep it in view for another month, or match the mandates to what is left after spending.",
    ),
    (
        "खर्च और निवेश मिलकर आमदनी से ऊपर हैं: {gap}",
        "आमदनी {income}, खर्च {spending} और निवेश {invested} है। मिलकर ये आने वाले पैसे से ऊपर जाते हैं: {gap}।",
        "विकल्प: एक महीना और देखना, या मैंडेट को खर्च के बाद बचे पैसे से मिलाना।",
    ),
    ("Compare mandates with what is left", "मैंडेट को बचे पैसे से मिलाएँ"),
)

IDLE_CASH = words(
    (
        "{excess} in savings accounts lies idle",
        "{savings} is in savings accounts, more than spending of {spending} needs for a long while. At {deposit_rate} of fixed deposits against {savings_rate} of savings, both our assumptions, the difference is about {gain} before tax.",
        "Options: a sweep-in or fixed deposit, a goal of yours, or leaving it for what you plan soon.",
    ),
    (
        "बचत खातों में {excess} खाली पड़ा है",
        "बचत खातों में {savings} है, जो {spending} के खर्च के लिए लंबे समय तक काफ़ी है। FD की {deposit_rate} और बचत की {savings_rate} दर पर, दोनों हमारे अनुमान, टैक्स से पहले फ़र्क करीब {gain} है।",
        "विकल्प: स्वीप-इन या सावधि जमा, आपका कोई लक्ष्य, या जल्द होने वाले खर्च के लिए छोड़ना।",
    ),
    ("Compare the rates of your own bank", "अपने बैंक की दरें मिलाएँ"),
)

SIP_STOPPED = words(
    (
        "A monthly investment of {amount_amount} has stopped",
        "{amount_label}: {amount}. It has not left the bank since, and nothing took its place with the same fund house.",
        "If that was intended, dismiss this. If not, you could look at the mandate at your bank.",
    ),
    (
        "{amount_amount} का मासिक निवेश रुक गया है",
        "{amount_label}: {amount}। इसके बाद यह बैंक से नहीं गया, और उसी फंड हाउस में इसकी जगह कुछ नहीं आया।",
        "यह जानबूझकर हो तो इसे हटा दें। नहीं तो बैंक में मैंडेट देख सकते हैं।",
    ),
    ("Check the mandate at your bank", "बैंक में मैंडेट देखें"),
)

DEPOSIT_COVER = words(
    (
        "{held} lies at one bank; {cover} of it is insured",
        "{held_label} come to {held}. Deposit insurance covers {cover} for one person at one bank, interest included, so {beyond} is beyond it. Such cases are rare; the rule is good to know.",
        "Options: leave it, or spread deposits over banks as they mature.",
    ),
    (
        "एक बैंक में {held} है; इसमें {cover} बीमित है",
        "{held_label} {held} है। जमा बीमा एक व्यक्ति का एक बैंक में ब्याज समेत {cover} तक सुरक्षित करता है, इसलिए {beyond} उससे बाहर है। ऐसी नौबत कम आती है; नियम जानना अच्छा है।",
        "विकल्प: ऐसे ही रहने देना, या परिपक्व होने पर जमा को बैंकों में बाँटना।",
    ),
    ("Note when each deposit matures", "हर जमा की परिपक्वता तिथि लिखें"),
)
