"""Words of I01-I03."""

from __future__ import annotations

from future_finance.domain.detectors.words.words import words

REGULAR_PLAN = words(
    (
        "Regular plans cost about {low_amount} to {high} more",
        "{value} is in regular plans, {share} of your mutual funds. A direct plan of the same scheme exists and has lower charges; on this value the difference is usually {low_amount} to {high}, an estimate. Leaving a plan may carry tax and exit load.",
        "You could compare both plans of a scheme on the fund house's page, or ask a registered adviser.",
    ),
    (
        "रेगुलर प्लान की अतिरिक्त लागत करीब {low_amount} से {high} है",
        "{value} रेगुलर प्लान में है, आपके म्यूचुअल फंड का {share}। उसी स्कीम का डायरेक्ट प्लान होता है जिसका शुल्क कम है; अतिरिक्त लागत आम तौर पर {low_amount} से {high} है, यह अनुमान है। प्लान छोड़ने पर टैक्स और एग्ज़िट लोड लग सकता है।",
        "आप फंड हाउस के पेज पर दोनों प्लान मिला सकते हैं, या पंजीकृत सलाहकार से पूछ सकते हैं।",
    ),
    ("Look up the charges of both plans", "दोनों प्लान के शुल्क देखें"),
    ("Look up exit load and tax of your units", "अपनी यूनिट का एग्ज़िट लोड और टैक्स देखें"),
)

SECTOR_SHARE = words(
    (
        "{share} of your mutual funds is in sector or thematic funds",
        "Sector and thematic funds follow one part of the economy and move more than broad ones. They are {share} of your mutual funds of {funds}.",
        "You could think about how large you want this part to be; a registered adviser can weigh it with your goals.",
    ),
    (
        "आपके म्यूचुअल फंड का {share} सेक्टर या थीमैटिक फंड में है",
        "ऐसे फंड अर्थव्यवस्था के एक हिस्से पर चलते हैं और व्यापक फंडों से ज़्यादा हिलते हैं। ये आपके {funds} के म्यूचुअल फंड का {share} हैं।",
        "आप सोच सकते हैं कि यह हिस्सा कितना बड़ा रखना है; पंजीकृत सलाहकार इसे लक्ष्यों के साथ तौल सकता है।",
    ),
    ("Decide how large this part may be", "तय करें कि यह हिस्सा कितना बड़ा हो"),
)

SHARE_OF_ASSETS = words(
    (
        "{share} of your assets is in a single company",
        "{value_label} is worth {value}, {share} of your assets. What happens to this company then matters a lot to your net worth, more so where it also pays your salary.",
        "You could think about how large you want a single company to be; a registered adviser can weigh tax and timing.",
    ),
    (
        "आपकी संपत्ति का {share} एक ही कंपनी में है",
        "{value_label} का मूल्य {value} है, आपकी संपत्ति का {share}। इस कंपनी का हाल आपके नेट वर्थ पर बड़ा असर डालता है, और ज़्यादा जब वेतन भी वहीं से आता हो।",
        "आप सोच सकते हैं कि एक कंपनी कितनी बड़ी रहे; पंजीकृत सलाहकार टैक्स और समय तौल सकता है।",
    ),
    ("Decide how large a single company may be", "तय करें कि एक कंपनी कितनी बड़ी हो"),
)

SHARE_OF_SHARES = words(
    (
        "{share} of your direct shares is in a single company",
        "{value_label} is worth {value}, {share} of the shares you hold directly.",
        "You could think about how large you want a single company to be; a registered adviser can weigh tax and timing.",
    ),
    (
        "आपके सीधे शेयरों का {share} एक ही कंपनी में है",
        "{value_label} का मूल्य {value} है, आपके सीधे रखे शेयरों का {share}।",
        "आप सोच सकते हैं कि एक कंपनी कितनी बड़ी रहे; पंजीकृत सलाहकार टैक्स और समय तौल सकता है।",
    ),
    ("Decide how large a single company may be", "तय करें कि एक कंपनी कितनी बड़ी हो"),
)

SIP_MISMATCH = words(
    (
        "The bank sends {bank}, the fund records show {record}",
        "{bank_label}: {bank}. {record_label}: {record}. A failed or an unrecorded instalment is the usual reason.",
        "You could compare the last instalments with the fund house's statement.",
    ),
    (
        "बैंक {bank} भेजता है, फंड रिकॉर्ड में {record} है",
        "{bank_label}: {bank}। {record_label}: {record}। छूटी या दर्ज न हुई किस्त आम कारण है।",
        "आप पिछली किस्तों को फंड हाउस के स्टेटमेंट से मिला सकते हैं।",
    ),
    ("Compare with the fund house's statement", "फंड हाउस के स्टेटमेंट से मिलाएँ"),
)
