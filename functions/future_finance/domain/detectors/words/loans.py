"""Words of D05 and D06."""

from __future__ import annotations

from future_finance.domain.detectors.words.words import words

FOIR_HIGH = words(
    (
        "Loan EMIs take {foir} of income",
        "EMIs come to {foir} of an income of {income}. We compare with {line}; lenders draw the line at different places.",
        "Options: a longer tenure, paying off one loan early, or waiting with a new loan until another ends; the simulator shows each.",
    ),
    (
        "EMI आमदनी का {foir} लेती है",
        "EMI आमदनी {income} का {foir} है। हम {line} से तुलना करते हैं; कर्ज़दाता अलग-अलग सीमा रखते हैं।",
        "विकल्प: लंबी अवधि, किसी एक लोन को जल्दी चुकाना, या एक लोन खत्म होने तक नया न लेना; सिम्युलेटर हर एक दिखाता है।",
    ),
    ("See which loan ends first", "देखें कि कौन सा लोन पहले खत्म होगा"),
    ("Try an extra payment in the simulator", "सिम्युलेटर में अतिरिक्त भुगतान आज़माएँ"),
)

RUNS_LONG = words(
    (
        "{owed_name}: {left} left, the contract has {planned}",
        "At the EMI paid, {emi}, this loan of {owed} runs {left} more; by its contract {planned} remain. The longer run costs about {extra} more in interest.",
        "Options: ask the lender for the current schedule, or try {on_time}, which would end it with the contract.",
    ),
    (
        "{owed_name}: {left} बाकी, अनुबंध में {planned}",
        "चुकाई जा रही EMI {emi} पर {owed} का यह लोन {left} और चलेगा; अनुबंध के अनुसार {planned} बाकी हैं। ज़्यादा समय का ब्याज करीब {extra} है।",
        "विकल्प: कर्ज़दाता से मौजूदा शेड्यूल माँगना, या {on_time} आज़माना, जिससे यह अनुबंध के साथ खत्म हो।",
    ),
    ("Ask the lender for the repayment schedule", "कर्ज़दाता से भुगतान शेड्यूल माँगें"),
    ("Try a higher EMI in the simulator", "सिम्युलेटर में ज़्यादा EMI आज़माएँ"),
)

BEHIND_SCHEDULE = words(
    (
        "{owed_name}: {gap} above its schedule",
        "{owed} is outstanding, {gap} more than the contract's schedule has at this point. Missed EMIs, added charges or a changed rate are the usual reasons.",
        "You could ask the lender for a statement of the account, with charges and rate changes.",
    ),
    (
        "{owed_name}: शेड्यूल से {gap} ऊपर",
        "{owed} बकाया है, जो अनुबंध के शेड्यूल से {gap} ऊपर है। छूटी EMI, जुड़े शुल्क या बदली दर आम कारण हैं।",
        "आप कर्ज़दाता से खाते का विवरण माँग सकते हैं, शुल्क और दर के बदलाव समेत।",
    ),
    ("Ask the lender for a statement of the loan account", "कर्ज़दाता से लोन खाते का विवरण माँगें"),
)

NEVER_ENDS = words(
    (
        "{owed_name}: the EMI paid does not cover the interest",
        "At {emi} and a rate of {rate}, this debt of {owed} does not fall.",
        "Options: ask the lender for the current schedule, or try a higher EMI in the simulator.",
    ),
    (
        "{owed_name}: चुकाई जा रही EMI ब्याज भी पूरा नहीं करती",
        "{emi} और {rate} की दर पर {owed} का यह कर्ज़ घटता नहीं।",
        "विकल्प: कर्ज़दाता से मौजूदा शेड्यूल माँगना, या सिम्युलेटर में ज़्यादा EMI आज़माना।",
    ),
    ("Ask the lender for the repayment schedule", "कर्ज़दाता से भुगतान शेड्यूल माँगें"),
)
