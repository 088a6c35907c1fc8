"""Words of R01-R03."""

from __future__ import annotations

from future_finance.domain.detectors.words.words import words

PAST_EMPLOYER = words(
    (
        "{past} of provident fund sits with past employers",
        "The EPF record does not show these balances as transferred: {past}. Past employers with a balance: {employers}. The money stays yours.",
        "You could ask for a transfer in the EPFO member portal; old dates of joining and leaving have to be right there.",
    ),
    (
        "भविष्य निधि का {past} पुराने नियोक्ताओं के पास है",
        "EPF रिकॉर्ड में ये बैलेंस ट्रांसफर हुए नहीं दिखते: {past}। बैलेंस वाले पुराने नियोक्ता: {employers}। पैसा आपका ही है।",
        "आप EPFO सदस्य पोर्टल पर ट्रांसफर का अनुरोध कर सकते हैं; वहाँ जुड़ने और छोड़ने की तारीख़ें सही होनी चाहिए।",
    ),
    ("Check dates of joining and leaving in the member portal", "सदस्य पोर्टल में जुड़ने और छोड़ने की तारीख़ें देखें"),
    ("Ask for the transfer online", "ऑनलाइन ट्रांसफर का अनुरोध करें"),
)

EMPLOYER_UNMATCHED = words(
    (
        "The employer in your EPF record is not the one in your bank rows",
        "No employer that is still active in the EPF record was found in the salary lines of your bank. A trade name or a payroll company can be the reason. Provident fund here: {total}.",
        "You could check in the EPFO passbook that contributions of the present employer arrive.",
    ),
    (
        "EPF रिकॉर्ड का नियोक्ता आपकी बैंक पंक्तियों वाला नहीं है",
        "EPF रिकॉर्ड का कोई मौजूदा नियोक्ता आपके बैंक की वेतन पंक्तियों में नहीं मिला। अलग व्यापार नाम या पेरोल कंपनी कारण हो सकती है। यहाँ भविष्य निधि: {total}।",
        "आप EPFO पासबुक में देख सकते हैं कि मौजूदा नियोक्ता का अंशदान आ रहा है।",
    ),
    ("Open the EPFO passbook of the present employer", "मौजूदा नियोक्ता की EPFO पासबुक खोलें"),
)

TAKEN_OUT = words(
    (
        "{taken} seems to have been taken out of your provident fund",
        "The difference between the shares credited to your provident fund and its balances is {taken}. A withdrawal or an advance is the usual reason.",
        "If you know of none, you could look at the claims in the EPFO member portal.",
    ),
    (
        "भविष्य निधि से {taken} निकाला गया लगता है",
        "आपकी भविष्य निधि में जमा हिस्सों और उसके बैलेंस का अंतर {taken} है। निकासी या अग्रिम आम कारण है।",
        "अगर आपको ऐसा याद नहीं, तो EPFO सदस्य पोर्टल में दावे देख सकते हैं।",
    ),
    ("Look at the claims in the member portal", "सदस्य पोर्टल में दावे देखें"),
)
