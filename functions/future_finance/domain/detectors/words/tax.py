"""Words of X01 and X02."""

from __future__ import annotations

from future_finance.domain.detectors.words.words import words

ELSS_FREE = words(
    (
        "{free} of ELSS is beyond its lock-in",
        "The lock-in of units worth {free} has ended; they can be kept or redeemed at any time. Nothing has to be done.",
        "If you plan to use this money, you could look up the tax on the gain first.",
    ),
    (
        "ELSS का {free} लॉक-इन से बाहर है",
        "{free} की यूनिट का लॉक-इन पूरा हो चुका है; इन्हें रखा या कभी भी भुनाया जा सकता है। कुछ करना ज़रूरी नहीं।",
        "यह पैसा इस्तेमाल करना हो तो पहले लाभ पर टैक्स देख सकते हैं।",
    ),
    ("Look up the tax on the gain", "लाभ पर टैक्स देखें"),
)

TAX_DEDUCTED = words(
    (
        "{deducted} of tax was deducted from your interest",
        "In the latest year of bank rows, banks deducted {deducted} from interest of {interest}. That may be in more than one tax year: each part counts towards the tax of its own, and what is too much comes back with the return.",
        "You could check that it stands in the annual information statement (AIS) of the tax portal; where all your income stays untaxed, a declaration at the bank avoids the deduction.",
    ),
    (
        "आपके ब्याज से {deducted} टैक्स कटा",
        "बैंक पंक्तियों के पिछले एक साल में बैंकों ने {interest} के ब्याज से {deducted} काटा। यह एक से ज़्यादा कर वर्ष का हो सकता है: हर हिस्सा अपने कर वर्ष के टैक्स में गिना जाता है, और ज़्यादा कटा रिटर्न भरने पर लौटता है।",
        "आप टैक्स पोर्टल के वार्षिक सूचना विवरण (AIS) में देख सकते हैं कि यह दर्ज है; कुल मिलाकर टैक्स न बनता हो तो बैंक में घोषणा देने से कटौती नहीं होती।",
    ),
    ("Compare with the annual information statement (AIS)", "वार्षिक सूचना विवरण (AIS) से मिलाएँ"),
    ("Keep the bank's interest certificate", "बैंक का ब्याज प्रमाणपत्र रखें"),
)
