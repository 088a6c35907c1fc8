"""What a figure would need that the data does not have, in Hindi. It is kept in English; this is read beside it."""

from __future__ import annotations

import re

_MONTHS = re.compile(r"It needs (?P<wanted>\d+) full months? of transactions, and has (?P<there>\d+)\.")
_SCHEMES = re.compile(r"(?P<these>\d+) of (?P<all>\d+) schemes do\.")
_SENTENCES = re.compile(r"(?<=\.) (?=[A-Z\d])")
_OTHERWISE = "इसके लिए जो चाहिए वह डेटा में नहीं है।"
NEEDS = {
    "You have not agreed to this use of the data it needs.": "इसके लिए ज़रूरी डेटा के इस इस्तेमाल पर आपने हाँ नहीं कहा है।",
    # Net worth
    "It needs a connection that has been synced, or something you entered.": "इसके लिए एक जुड़ा और ताज़ा किया हुआ खाता चाहिए, या कुछ जो आपने डाला हो।",
    "It needs a total that the provider states.": "इसके लिए प्रदाता का बताया जोड़ चाहिए।",
    "It needs assets above zero.": "इसके लिए शून्य से ज़्यादा संपत्ति चाहिए।",
    "It needs funds or shares with a value.": "इसके लिए मूल्य वाले फंड या शेयर चाहिए।",
    "It needs holdings that add up to the stated figure of their class.": "इसके लिए ऐसी होल्डिंग चाहिए जिनका जोड़ अपने वर्ग के बताए आँकड़े के बराबर हो।",
    "It needs your consent to what you own and to what you owe.": "इसके लिए आपकी संपत्ति और आपके कर्ज़, दोनों पर आपकी हाँ चाहिए।",
    "It needs more than the data tells.": "डेटा से इतना पता नहीं चलता।",
    "It needs two days on which all connections stated their part.": "इसके लिए दो ऐसे दिन चाहिए जब सब जुड़े खातों ने अपना हिस्सा बताया हो।",
    "It needs dollar holdings with a figure in rupees.": "इसके लिए डॉलर की ऐसी होल्डिंग चाहिए जिनका आँकड़ा रुपये में भी हो।",
    "It needs a reference rate of the time to be checked against.": "जाँचने के लिए उस समय का संदर्भ भाव चाहिए।",
    # Cash
    "It needs a bank balance and a full month of transactions.": "इसके लिए बैंक बैलेंस और लेन-देन का एक पूरा महीना चाहिए।",
    "It needs spending above zero.": "इसके लिए शून्य से ज़्यादा खर्च चाहिए।",
    "It needs the balance of a bank account.": "इसके लिए किसी बैंक खाते का बैलेंस चाहिए।",
    "It needs bank rows whose balances follow from one another; these do not.": "इसके लिए बैंक की ऐसी पंक्तियाँ चाहिए जिनके बैलेंस एक-दूसरे से मिलते हों; ये नहीं मिलते।",
    "It needs bank rows whose balances follow from one another.": "इसके लिए बैंक की ऐसी पंक्तियाँ चाहिए जिनके बैलेंस एक-दूसरे से मिलते हों।",
    "It needs two payments to the same payee, a month apart.": "इसके लिए एक ही व्यक्ति या संस्था को एक महीने के अंतर पर दो भुगतान चाहिए।",
    "It needs a payment that is marked as rent.": "इसके लिए ऐसा भुगतान चाहिए जिस पर किराया लिखा हो।",
    "It needs spending in a full month.": "इसके लिए एक पूरे महीने का खर्च चाहिए।",
    "It needs a full month of trusted bank rows.": "इसके लिए बैंक की भरोसेमंद पंक्तियों का एक पूरा महीना चाहिए।",
    "It needs tax deducted at source in trusted bank rows.": "इसके लिए बैंक की भरोसेमंद पंक्तियों में कटा हुआ टैक्स (TDS) चाहिए।",
    "It needs a credit that the bank names as salary, pension, rent, invoice or the like.": "इसके लिए ऐसी जमा चाहिए जिसे बैंक वेतन, पेंशन, किराया, इनवॉइस या ऐसा कुछ कहे।",
    "It needs bank transactions, and none are connected.": "इसके लिए बैंक के लेन-देन चाहिए, और कोई जुड़े नहीं हैं।",
    # Debts and the credit report
    "It needs a card balance that is carried over.": "इसके लिए कार्ड का आगे बढ़ा हुआ बकाया चाहिए।",
    "It needs a card that Fi or the report lists, and its payments in your bank rows.": "इसके लिए Fi या रिपोर्ट में दर्ज कार्ड और बैंक की पंक्तियों में उसके भुगतान चाहिए।",
    "It needs a full month of income in trusted bank rows.": "इसके लिए बैंक की भरोसेमंद पंक्तियों में एक पूरे महीने की आमदनी चाहिए।",
    "It needs a salary in the latest full months.": "इसके लिए पिछले पूरे महीनों में वेतन चाहिए।",
    "It needs the interest rate of the card on the credit report.": "इसके लिए क्रेडिट रिपोर्ट में कार्ड की ब्याज दर चाहिए।",
    "It needs a loan or card that Fi or a credit report lists.": "इसके लिए Fi या क्रेडिट रिपोर्ट में दर्ज लोन या कार्ड चाहिए।",
    "It needs the EMI in your bank rows and the rate on the report.": "इसके लिए बैंक की पंक्तियों में EMI और रिपोर्ट में दर चाहिए।",
    "It needs the amount, rate and tenure of the loan on the credit report.": "इसके लिए क्रेडिट रिपोर्ट में लोन की रकम, दर और अवधि चाहिए।",
    "It needs the month in which repayment began.": "इसके लिए वह महीना चाहिए जब चुकाना शुरू हुआ।",
    "It needs a credit report that is connected at Fi.": "इसके लिए Fi पर जुड़ी क्रेडिट रिपोर्ट चाहिए।",
    "It needs a month of payment history on the report.": "इसके लिए रिपोर्ट में भुगतान के इतिहास का एक महीना चाहिए।",
    "It needs a score between 300 and 900.": "इसके लिए 300 से 900 के बीच का स्कोर चाहिए।",
    "It needs a score on the credit report.": "इसके लिए क्रेडिट रिपोर्ट में स्कोर चाहिए।",
    "It needs an open card with a limit on the credit report.": "इसके लिए क्रेडिट रिपोर्ट में सीमा वाला चालू कार्ड चाहिए।",
    "It needs enquiries dated before the report itself.": "इसके लिए रिपोर्ट से पहले की तारीख़ वाली पूछताछ चाहिए।",
    # Funds
    "It needs mutual funds that are connected at Fi.": "इसके लिए Fi पर जुड़े म्यूचुअल फंड चाहिए।",
    "It needs a result between -60% and 60%: the data may be wrong.": "नतीजा -60% और 60% के बीच होना चाहिए: शायद डेटा ग़लत है।",
    "It needs a price of the time, too.": "उस समय का भाव भी चाहिए।",
    "It needs a price with a date, after the last trade and at most 7 days older than the other data.": "इसके लिए तारीख़ वाला भाव चाहिए, आख़िरी लेन-देन के बाद का और बाकी डेटा से ज़्यादा से ज़्यादा 7 दिन पुराना।",
    "It needs a year since the first purchase.": "इसके लिए पहली ख़रीद को एक साल होना चाहिए।",
    "It needs an ELSS fund with a purchase that is three years old.": "इसके लिए ELSS फंड में तीन साल पुरानी ख़रीद चाहिए।",
    "It needs an equity fund with a purchase over twelve months old.": "इसके लिए इक्विटी फंड में बारह महीने से पुरानी ख़रीद चाहिए।",
    "It needs purchases and sales that make up the units held, within 1%.": "इसके लिए ऐसी ख़रीद और बिक्री चाहिए जिनसे अभी के यूनिट 1% के भीतर बनें।",
    "It needs a plan, regular or direct, that fits the scheme's name.": "इसके लिए स्कीम के नाम से मेल खाता प्लान चाहिए, रेगुलर या डायरेक्ट।",
    "It needs a full month of bank rows that link up.": "इसके लिए आपस में मिलती बैंक पंक्तियों का एक पूरा महीना चाहिए।",
    "It needs purchases in the fund records.": "इसके लिए फंड रिकॉर्ड में ख़रीद चाहिए।",
    "It needs purchases that come back every month.": "इसके लिए हर महीने आने वाली ख़रीद चाहिए।",
    # Provident fund
    "It needs a provident fund that is connected at Fi.": "इसके लिए Fi पर जुड़ी भविष्य निधि चाहिए।",
    "It needs a salary in the bank rows.": "इसके लिए बैंक की पंक्तियों में वेतन चाहिए।",
    "It needs an employer without an exit date.": "इसके लिए ऐसा नियोक्ता चाहिए जिसे छोड़ने की तारीख़ न हो।",
    "It needs both what was paid in and what is left, of one membership.": "इसके लिए एक ही सदस्यता में जमा और बचा, दोनों चाहिए।",
}  # fmt: skip


def needs_in_hindi(text: str) -> str:
    """The same in Hindi; where it is not known here, that something is lacking."""
    told = [_sentence(each) for each in _SENTENCES.split(text)]
    return " ".join(each for each in told if each is not None) or _OTHERWISE


def _sentence(text: str) -> str | None:
    if months := _MONTHS.fullmatch(text):
        return f"इसके लिए लेन-देन के {months['wanted']} पूरे महीने चाहिए, और {months['there']} हैं।"
    if schemes := _SCHEMES.fullmatch(text):
        return f"{schemes['all']} में से {schemes['these']} स्कीमों में ऐसा है।"
    return NEEDS.get(text)
