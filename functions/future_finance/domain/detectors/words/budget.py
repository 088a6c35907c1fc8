"""Words of B01 and B02."""

from __future__ import annotations

from future_finance.domain.detectors.words.words import words

SPEND_SPIKE = words(
    (
        "{month_label}: {rise} above the months before",
        "{month_label} came to {month_amount}; the months before had {usual_amount} on average, so this is {percent} above them.",
        "You could look at the largest rows of the month; a single purchase explains most rises.",
    ),
    (
        "{month_label}: पहले के महीनों से {rise} ऊपर",
        "{month_label}: {month_amount}; पहले के महीनों का औसत {usual_amount} था, यह औसत से {percent} ऊपर है।",
        "आप महीने की सबसे बड़ी पंक्तियाँ देख सकते हैं; अक्सर कोई एक खरीद कारण होती है।",
    ),
    ("Look at the largest rows of the month", "महीने की सबसे बड़ी पंक्तियाँ देखें"),
)

BUDGET_OVER = words(
    (
        "{spent_label}: {over} over your budget",
        "{spent_label} came to {spent_amount}. Your budget for it is {limit_amount}.",
        "You could look at the rows, or change the budget in your profile.",
    ),
    (
        "{spent_label}: बजट से {over} ऊपर",
        "{spent_label}: {spent_amount}। इसका आपका बजट {limit_amount} है।",
        "आप पंक्तियाँ देख सकते हैं, या प्रोफ़ाइल में बजट बदल सकते हैं।",
    ),
    ("Look at the rows of this category", "इस श्रेणी की पंक्तियाँ देखें"),
)
