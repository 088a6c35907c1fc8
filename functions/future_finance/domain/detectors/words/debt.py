"""Words of D01-D04, D07-D09."""

from __future__ import annotations

from future_finance.domain.detectors.words.words import words

OVERDUE = words(
    (
        "{overdue} is past its due date",
        "By the latest data {overdue} is overdue. Late fees and interest grow while it stays open, and it weighs on the score.",
        "Options: pay it now, ask the lender for a schedule, or dispute the entry where it is wrong.",
    ),
    (
        "{overdue} की अदायगी की तारीख़ निकल चुकी है",
        "नवीनतम डेटा के अनुसार {overdue} अतिदेय है। खुला रहने तक विलंब शुल्क और ब्याज बढ़ते हैं, और स्कोर पर असर पड़ता है।",
        "विकल्प: अभी चुकाना, कर्ज़दाता से किस्तों की बात करना, या गलत हो तो प्रविष्टि पर आपत्ति करना।",
    ),
    ("Check the amount with the lender", "कर्ज़दाता से रकम की पुष्टि करें"),
    ("Pay it, or agree on a schedule in writing", "चुकाएँ, या लिखित में किस्तें तय करें"),
    ("Look at the next credit report", "अगली क्रेडिट रिपोर्ट देखें"),
)

DEFAULT = words(
    (
        "Fi marks a loan as in default: {owed}",
        "{owed} is outstanding on the {owed_name}, and Fi shows it as in default.",
        "Options: ask the lender what is due, or dispute the status where it is wrong.",
    ),
    (
        "Fi एक लोन को डिफ़ॉल्ट में दिखाता है: {owed}",
        "{owed_name} पर {owed} बकाया है, और Fi इसे डिफ़ॉल्ट में दिखाता है।",
        "विकल्प: कर्ज़दाता से पूछना कि क्या बाकी है, या गलत हो तो स्थिति पर आपत्ति करना।",
    ),
    ("Ask the lender what is due", "कर्ज़दाता से पूछें कि क्या बाकी है"),
)

CARD_REVOLVING = words(
    (
        "Card interest comes to about {interest}",
        "A balance of {balance} seems to be carried from bill to bill. At the reported rate that is {interest} in interest, an estimate: only your issuer knows the exact sum.",
        "Options: pay more than the minimum, ask the issuer for an EMI plan, or compare both in the simulator.",
    ),
    (
        "कार्ड का ब्याज करीब {interest} है",
        "{balance} का बकाया एक बिल से दूसरे में जाता दिखता है। बताई गई दर पर ब्याज {interest} है, यह अनुमान है: सही रकम जारीकर्ता ही जानता है।",
        "विकल्प: न्यूनतम से ज़्यादा चुकाना, जारीकर्ता से EMI योजना पूछना, या सिम्युलेटर में दोनों की तुलना करना।",
    ),
    ("See the interest line of the last card bill", "पिछले कार्ड बिल में ब्याज की पंक्ति देखें"),
    ("Try a payoff plan in the simulator", "सिम्युलेटर में चुकाने की योजना आज़माएँ"),
)

LOAN_WITHOUT_RECORD = words(
    (
        "An EMI of {emi} leaves for a loan that is not listed",
        "{emi_label}: {emi}. Neither Fi nor the credit report lists this loan, so your debts are likely larger than shown.",
        "You could link the loan at Fi, or enter its balance in your profile.",
    ),
    (
        "{emi} की EMI जाती है, जिसका लोन दर्ज नहीं है",
        "{emi_label}: {emi}। न Fi में और न क्रेडिट रिपोर्ट में यह लोन है, इसलिए आपका कर्ज़ शायद दिखाए से ज़्यादा है।",
        "आप यह लोन Fi पर जोड़ सकते हैं, या उसका बकाया प्रोफ़ाइल में लिख सकते हैं।",
    ),
    ("Find the loan's latest statement", "लोन का नया स्टेटमेंट देखें"),
    ("Enter the outstanding in your profile", "बकाया प्रोफ़ाइल में लिखें"),
)

REPORT_ONLY = words(
    (
        "{owed} of debt stands only on the credit report",
        "The credit report lists {owed} that Fi does not. It is not part of your net worth until it is confirmed.",
        "Options: link the lender at Fi, or dispute the entry with the bureau where it is not yours.",
    ),
    (
        "{owed} का कर्ज़ सिर्फ़ क्रेडिट रिपोर्ट में है",
        "क्रेडिट रिपोर्ट में {owed} है जो Fi में नहीं। पुष्टि होने तक यह आपके नेट वर्थ में नहीं जुड़ता।",
        "विकल्प: कर्ज़दाता को Fi पर जोड़ना, या आपका न हो तो ब्यूरो में आपत्ति करना।",
    ),
    ("Check whether the debt is yours", "देखें कि यह कर्ज़ आपका है या नहीं"),
    ("Link it at Fi or dispute it", "Fi पर जोड़ें या आपत्ति करें"),
)

UNLISTED_LENDER = words(
    (
        "{paid} went to lenders that Fi does not list",
        "The latest payments to lenders that Fi does not list, cards and pay-later services among them, come to {paid}. What is still owed there is unknown, and not in your net worth.",
        "You could link these lenders at Fi, or enter what you owe in your profile.",
    ),
    (
        "{paid} ऐसे कर्ज़दाताओं को गया जो Fi में नहीं",
        "जिन कार्ड या पे-लेटर सेवाओं का कर्ज़ यहाँ नहीं दिखता, उन्हें पिछले बिल में {paid} गया। वहाँ कितना बाकी है यह पता नहीं, और नेट वर्थ में नहीं है।",
        "आप इन्हें Fi पर जोड़ सकते हैं, या बकाया प्रोफ़ाइल में लिख सकते हैं।",
    ),
    ("Look up what is owed to each of them", "देखें कि हर एक का कितना बाकी है"),
    ("Link or enter them", "उन्हें जोड़ें या लिखें"),
)

SAME_DEBIT_TWICE = words(
    (
        "{amount} leaves different accounts of yours at about the same time",
        "{amount_label}. It may be a payment that passes through both accounts, or the same EMI collected from each.",
        "You could compare both statements with the lender's; if it was collected from each, the lender can return one.",
    ),
    (
        "{amount} लगभग एक ही समय अलग-अलग खातों से जाता है",
        "{amount_label}। यह दोनों खातों से गुज़रता एक ही भुगतान हो सकता है, या हर खाते से वही EMI।",
        "आप दोनों स्टेटमेंट को कर्ज़दाता के स्टेटमेंट से मिला सकते हैं; दोनों से कटी हो तो कर्ज़दाता एक लौटा सकता है।",
    ),
    ("Compare with the loan statement", "लोन स्टेटमेंट से मिलाएँ"),
)

BOUNCES_FEES = words(
    (
        "Bank charges took {fees}",
        "Returned mandates, minimum balance and penalties came to {fees} in the rows here. Returned payments: {bounces}.",
        "Options: move due dates after payday, keep the needed balance before them, or ask the bank to waive a charge.",
    ),
    (
        "बैंक शुल्क में {fees} गया",
        "यहाँ की पंक्तियों में लौटे भुगतान, न्यूनतम बैलेंस और जुर्माने {fees} रहे। लौटे भुगतान: {bounces}।",
        "विकल्प: तारीख़ वेतन के बाद रखना, पहले से बैलेंस रखना, या बैंक से शुल्क माफ़ी माँगना।",
    ),
    ("List the mandates and their due dates", "मैंडेट और उनकी तारीख़ें लिखें"),
    ("Ask lenders to move dates after payday", "कर्ज़दाता से तारीख़ वेतन के बाद करने को कहें"),
)

INVESTING_WHILE_OVERDUE = words(
    (
        "{bought} was invested while {overdue} was overdue",
        "Around the date of the credit report {bought} went into funds or shares, and {overdue} was past due. Late interest and fees often cost more than money earns in that time; no forecast is made here.",
        "You could compare paying first with investing on in the simulator.",
    ),
    (
        "{overdue} बकाया रहते {bought} का निवेश हुआ",
        "क्रेडिट रिपोर्ट की तारीख़ के आसपास {bought} फंड या शेयर में गया, और {overdue} अतिदेय था। विलंब का ब्याज और शुल्क अक्सर उतने समय की कमाई से ज़्यादा होते हैं; यहाँ कोई अनुमान नहीं है।",
        "आप सिम्युलेटर में पहले चुकाने और निवेश जारी रखने की तुलना कर सकते हैं।",
    ),
    ("Compare both in the simulator", "सिम्युलेटर में दोनों की तुलना करें"),
)
