"""Words of V01-V06."""

from __future__ import annotations

from future_finance.domain.detectors.words.words import words

FIGURE_CONFLICT = words(
    (
        "Fi's own figures cannot be confirmed for {count} of your funds",
        "The purchases on record do not bear out what Fi reports for {count} of your funds, or its prices carry no date. An example is {example_label}: {example}. We show no return of our own where the record has gaps.",
        "You could compare these funds with the statement of the registrar (CAMS or KFintech), which lists every purchase.",
    ),
    (
        "आपके {count} फंड के लिए Fi के आँकड़ों की पुष्टि नहीं हो सकी",
        "Fi आपके {count} फंड के लिए ऐसा रिटर्न या निवेश बताता है जो दर्ज खरीद से मेल नहीं खाता, या जिसकी तारीख़ नहीं है। एक उदाहरण, {example_label}: {example}। जहाँ रिकॉर्ड अधूरा है वहाँ हम अपना रिटर्न नहीं दिखाते।",
        "आप इन फंडों को रजिस्ट्रार (CAMS या KFintech) के स्टेटमेंट से मिला सकते हैं, जिसमें हर खरीद होती है।",
    ),
    ("Get the consolidated statement from CAMS or KFintech", "CAMS या KFintech से समेकित स्टेटमेंट लें"),
    ("Compare units and purchases fund by fund", "हर फंड की यूनिट और खरीद मिलाएँ"),
)

PARTS_DISAGREE = words(
    (
        "{gap} does not add up: {of}",
        "{gap_label} is {gap}. Your net worth counts what Fi states for it; the difference is shown apart, never spread over its details.",
        "You could look at this part in the Fi app: a missing account or an old value is the usual reason.",
    ),
    (
        "{gap} का हिसाब नहीं मिलता: {of}",
        "{gap_label}: {gap}। आपकी नेट वर्थ में Fi का बताया हुआ आँकड़ा गिना जाता है; अंतर अलग दिखता है, उसके ब्योरे में नहीं बाँटा जाता।",
        "आप Fi ऐप में इस हिस्से को देख सकते हैं: अक्सर कोई छूटा खाता या पुराना मूल्य कारण होता है।",
    ),
    ("Open this part in the Fi app", "Fi ऐप में यह हिस्सा खोलें"),
    ("Refresh or relink the account that is missing", "छूटे खाते को दोबारा जोड़ें"),
)

LEDGER_UNUSABLE = words(
    (
        "Your bank rows cannot be read as income and spending",
        "The balances of the bank rows that Fi sent do not follow from one another. We do not show income or spending from them, since any figure would be a guess.",
        "You could relink the bank account at Fi, or compare the rows with your passbook.",
    ),
    (
        "बैंक पंक्तियों से आमदनी और खर्च नहीं निकाले जा सकते",
        "Fi से आई बैंक पंक्तियों के बैलेंस आपस में नहीं मिलते। इनसे हम आमदनी या खर्च नहीं दिखाते, क्योंकि वह सिर्फ़ अनुमान होता।",
        "आप Fi पर बैंक खाता दोबारा जोड़ सकते हैं, या पंक्तियों को पासबुक से मिला सकते हैं।",
    ),
    ("Relink the bank account at Fi", "Fi पर बैंक खाता दोबारा जोड़ें"),
    ("Sync again and see whether this notice has gone", "फिर सिंक करें और देखें कि यह सूचना हटी या नहीं"),
)

UNSEEN_MOVEMENT = words(
    (
        "{unseen} moved without a row that shows it",
        "Between the bank statements the balance changed by {unseen}, and no row says why. Income here is {income}. We never count such movements as spending.",
        "You could look for the missing days in your bank's own statement.",
    ),
    (
        "{unseen} का बदलाव बिना किसी पंक्ति के",
        "बैंक स्टेटमेंट के बीच बैलेंस {unseen} बदला, और कोई पंक्ति इसका कारण नहीं बताती। यहाँ आमदनी {income} है। हम ऐसे बदलाव को खर्च में नहीं गिनते।",
        "आप छूटे दिनों को अपने बैंक के स्टेटमेंट में देख सकते हैं।",
    ),
    ("Download the bank's statement of the missing days", "छूटे दिनों का बैंक स्टेटमेंट डाउनलोड करें"),
)

STALE_PART = words(
    (
        "Some of your data is {oldest} old",
        "{oldest_name} data is {oldest} old. Figures that mix old and new parts can mislead, so each shows its own date.",
        "You could refresh this part in the Fi app and sync again.",
    ),
    (
        "आपका कुछ डेटा {oldest} पुराना है",
        "{oldest_name} का डेटा {oldest} पुराना है। पुराने और नए हिस्सों से बने आँकड़े भ्रम दे सकते हैं, इसलिए हर आँकड़े पर उसकी तारीख़ है।",
        "आप Fi ऐप में यह हिस्सा ताज़ा करके फिर सिंक कर सकते हैं।",
    ),
    ("Refresh the part in the Fi app", "Fi ऐप में वह हिस्सा ताज़ा करें"),
    ("Sync again here", "यहाँ फिर सिंक करें"),
)

ASSET_MISSING = words(
    (
        "Your net worth holds a loan of {owed}, but not what it paid for",
        "{owed} is outstanding on the {owed_name}. The home or vehicle behind it is unknown to Fi, so net worth looks lower than it is.",
        "You could enter its present value in your profile; it is then shown as entered by you.",
    ),
    (
        "नेट वर्थ में {owed} का लोन है, पर उससे खरीदी चीज़ नहीं",
        "{owed_name} पर {owed} बकाया है। इससे खरीदा मकान या वाहन Fi को पता नहीं, इसलिए नेट वर्थ कम दिखता है।",
        "आप उसका मौजूदा मूल्य प्रोफ़ाइल में लिख सकते हैं; वह आपके लिखे के रूप में दिखेगा।",
    ),
    ("Enter the home or vehicle in your profile", "प्रोफ़ाइल में मकान या वाहन लिखें"),
)
