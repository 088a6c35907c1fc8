"""Words of C01 and C02."""

from __future__ import annotations

from future_finance.domain.detectors.words.words import words

UTILISATION_HIGH = words(
    (
        "{used} of a card limit is in use",
        "{used} of the limit is in use on the {used_name}; all cards together stand at {total}. We compare with {line}. How much of a limit is used weighs on most scores.",
        "Options: pay part of the balance before the bill is made, spread it over cards, or ask for a higher limit.",
    ),
    (
        "कार्ड सीमा का {used} इस्तेमाल में है",
        "{used_name} की सीमा का {used} इस्तेमाल में है; सभी कार्ड मिलाकर {total}। हम {line} से तुलना करते हैं; कम उपयोग अक्सर बेहतर स्कोर के साथ दिखता है।",
        "विकल्प: बिल बनने से पहले कुछ चुकाना, खर्च कार्डों में बाँटना, या सीमा बढ़वाना।",
    ),
    ("Note the day each card's bill is made", "हर कार्ड के बिल का दिन लिखें"),
    ("Look at the next credit report", "अगली क्रेडिट रिपोर्ट देखें"),
)

ENQUIRY_BURST = words(
    (
        "Your credit report shows {enquiries} recent enquiries",
        "Before the report was made, {enquiries} enquiries were counted within its last quarter. Each stays on the report, and several close together can weigh on the score.",
        "Options: pause new applications, and check that each enquiry was your own.",
    ),
    (
        "आपकी क्रेडिट रिपोर्ट में हाल की {enquiries} पूछताछ हैं",
        "रिपोर्ट बनने से पहले की तिमाही में {enquiries} पूछताछ हुईं। हर एक रिपोर्ट में रहती है, और पास-पास की कई पूछताछ स्कोर पर असर डाल सकती हैं।",
        "विकल्प: नए आवेदन रोकना, और देखना कि हर पूछताछ आपकी ही थी।",
    ),
    ("Check each enquiry on the report", "रिपोर्ट में हर पूछताछ देखें"),
    ("Dispute those that are not yours", "जो आपकी न हों उन पर आपत्ति करें"),
)
