"""Formulas, and where assumptions come from, in Hindi. Facts are kept with the English; this is read beside it."""

from __future__ import annotations

import re

_GAP = re.compile(r"regular value x (?P<pct>[\d.]+) points\. (?P<source>.+), as of (?P<day>[\d-]+)")
_COMPUTED = re.compile(r"(?P<operation>[a-z_]+)(?P<rest>\(.*\))", re.DOTALL)
_SIZE = re.compile(r"size of (?P<code>\S+)")
_OPERATIONS = {
    "add": "जोड़",
    "subtract": "घटाव",
    "difference": "अंतर",
    "multiply": "गुणा",
    "divide": "भाग",
    "share": "हिस्सा",
    "per_year": "साल भर का",
}

_AMORTISED_EMI = "P i (1+i)^n / ((1+i)^n - 1), i = दर / 1200"
FORMULAS = {
    # Net worth
    "all assets - all debts, as stated per class": "सारी संपत्ति - सारे कर्ज़, हर वर्ग में जैसा बताया गया",
    "all assets - all debts on that day": "उस दिन की सारी संपत्ति - सारे कर्ज़",
    "sum of the classes of assets": "संपत्ति के वर्गों का जोड़",
    "sum of the classes of debts": "कर्ज़ के वर्गों का जोड़",
    "the provider's own total": "प्रदाता का अपना जोड़",
    "stated - computed": "बताया गया - गिना गया",
    "closing - opening, explained by its parts": "अंत में - शुरू में, हिस्सों में समझाया हुआ",
    "debts / assets": "कर्ज़ / संपत्ति",
    "class / assets": "वर्ग / संपत्ति",
    "as stated": "जैसा बताया गया",
    "the stated figure of the class, whose only holding it is": "वर्ग का बताया गया आँकड़ा; उसमें यही एक होल्डिंग है",
    "largest security / assets": "सबसे बड़ी होल्डिंग / संपत्ति",
    "sum of the parts - stated figure": "हिस्सों का जोड़ - बताया गया आँकड़ा",
    "report balances without a match at Fi": "रिपोर्ट के वे बकाये जो Fi पर नहीं मिले",
    "rupee figure / dollar holdings": "रुपये का आँकड़ा / डॉलर की होल्डिंग",
    "income - outflow, of the bank rows between the two days": "आमदनी - खर्च, दोनों दिनों के बीच की बैंक पंक्तियों से",
    "loans before - loans after + loans paid out": "पहले के लोन - बाद के लोन + मिले लोन",
    "card dues before - after": "कार्ड का बकाया पहले - बाद में",
    "value after - before - purchases + sales": "मूल्य बाद में - पहले - ख़रीद + बिक्री",
    "balance after - before - what the bank paid in": "बैलेंस बाद में - पहले - बैंक से गया पैसा",
    "rate after - before, on what was held": "भाव बाद में - पहले, जितना रखा था उस पर",
    "classes that only one of the two days has, and what you entered": "वे वर्ग जो दो में से एक ही दिन हैं, और जो आपने डाला",
    "change - all other parts": "बदलाव - बाकी सारे हिस्से",
    # Cash
    "savings + current + fixed deposits + overnight and liquid funds": "बचत + चालू + सावधि जमा + ओवरनाइट और लिक्विड फंड",
    "savings + current accounts": "बचत + चालू खाते",
    "money at hand / spending a month lately": "तुरंत उपलब्ध पैसा / हाल का महीने का खर्च",
    "savings, current, fixed and recurring deposits at the bank": "उस बैंक में बचत, चालू, सावधि और आवर्ती जमा",
    "mean of full months": "पूरे महीनों का औसत",
    "mean of full months, without interest: two months do not tell what comes once a quarter":
        "पूरे महीनों का औसत, ब्याज के बिना: जो तिमाही में एक बार आता है, वह दो महीनों से पता नहीं चलता",
    "sum of income credits": "आमदनी की जमाओं का जोड़",
    "sum of income credits of a month that is not shown to its end": "आमदनी की जमाओं का जोड़, ऐसे महीने का जो अंत तक नहीं दिखता",
    "mean of debits - investments - self-transfers, EMI included": "डेबिट - निवेश - अपने खातों में भेजे पैसे का औसत, EMI मिलाकर",
    "debits - investments - self-transfers": "डेबिट - निवेश - अपने खातों में भेजा पैसा",
    "mean of the latest three full months, or fewer": "पिछले तीन या कम पूरे महीनों का औसत",
    "debits - investments - self-transfers of a month that is not shown to its end":
        "डेबिट - निवेश - अपने खातों में भेजा पैसा, ऐसे महीने का जो अंत तक नहीं दिखता",
    "sum of the category's debits": "श्रेणी के डेबिट का जोड़",
    "(income - spending) / income": "(आमदनी - खर्च) / आमदनी",
    "investments / income": "निवेश / आमदनी",
    "mean of SIP, RD, FD, NPS, PPF, broker funding": "SIP, RD, FD, NPS, PPF और ब्रोकर को भेजे पैसे का औसत",
    "income - spending - investments": "आमदनी - खर्च - निवेश",
    "spending with a category / spending": "श्रेणी वाला खर्च / खर्च",
    "two or more payments 25 to 35 days apart": "25 से 35 दिन के अंतर पर दो या ज़्यादा भुगतान",
    "rent / income": "किराया / आमदनी",
    "bounces + minimum balance + penal charges": "बाउंस + न्यूनतम बैलेंस + जुर्माने",
    "returned mandates": "लौटे हुए मैंडेट",
    "mean of payments to such lenders": "ऐसे कर्ज़दाताओं को भुगतान का औसत",
    "next opening - last closing": "अगले की शुरुआत - पिछले का अंत",
    "TDS rows of the last twelve full months": "पिछले बारह पूरे महीनों की TDS पंक्तियाँ",
    "interest rows of the last twelve full months": "पिछले बारह पूरे महीनों की ब्याज पंक्तियाँ",
    "a mandate of three payments and more, absent for two months": "तीन या ज़्यादा भुगतान वाला मैंडेट, दो महीने से नहीं दिखा",
    "one bank row": "बैंक की एक पंक्ति",
    "sum of the bank rows found": "मिली बैंक पंक्तियों का जोड़",
    "count of the bank rows found": "मिली बैंक पंक्तियों की गिनती",
    # Debts
    "Fi's balance, else the report's": "Fi का बकाया, नहीं तो रिपोर्ट का",
    "as reported, a year": "जैसा रिपोर्ट में, सालाना",
    "Fi's class, else the report's account type": "Fi का वर्ग, नहीं तो रिपोर्ट का खाता-प्रकार",
    "from the bank rows": "बैंक की पंक्तियों से",
    "P i (1+i)^n / ((1+i)^n - 1), i = rate / 1200": _AMORTISED_EMI,
    "ceil(-ln(1 - B i / E) / ln(1 + i)) on the EMI paid": "ceil(-ln(1 - B i / E) / ln(1 + i)), चुकाई जा रही EMI पर",
    "tenure - months since the loan began": "अवधि - लोन शुरू होने से अब तक के महीने",
    "outstanding - contract balance": "बकाया - अनुबंध का बकाया",
    "loan EMIs / income": "लोन की EMI / आमदनी",
    "(loan EMIs + 5% of revolved card balance) / income": "(लोन की EMI + आगे बढ़े कार्ड बकाये का 5%) / आमदनी",
    "loan EMIs / usual monthly salary": "लोन की EMI / महीने का सामान्य वेतन",
    "(loan EMIs + 5% of revolved card balance) / usual monthly salary": "(लोन की EMI + आगे बढ़े कार्ड बकाये का 5%) / महीने का सामान्य वेतन",
    "past due, or minimum payments, or payments below the statement": "बकाया बीता, या न्यूनतम भुगतान, या स्टेटमेंट से कम भुगतान",
    "sum of revolved card balances": "आगे बढ़े कार्ड बकायों का जोड़",
    "revolved balance x reported rate": "आगे बढ़ा बकाया x बताई गई दर",
    "sum of amounts past due": "बीत चुके बकायों का जोड़",
    "the provider's own word": "प्रदाता का अपना शब्द",
    "EMIs of two months and more without such a loan at Fi or on the report": "दो या ज़्यादा महीनों की EMI, जिनका लोन न Fi पर है न रिपोर्ट में",
    "latest card or pay-later bill of a lender without a debt here": "जिस कर्ज़दाता का कर्ज़ यहाँ नहीं, उसका पिछला कार्ड या बाद-में-भुगतान बिल",
    "equal debits of two accounts within a day, in two months and more": "एक दिन के भीतर दो खातों से बराबर डेबिट, दो या ज़्यादा महीनों में",
    "funds and shares bought within 60 days of the credit report": "क्रेडिट रिपोर्ट के 60 दिन के भीतर ख़रीदे फंड और शेयर",
    "interest at the EMI paid - interest at the EMI that ends in time": "चुकाई जा रही EMI पर ब्याज - समय पर ख़त्म करने वाली EMI पर ब्याज",
    # Credit report
    "as reported": "जैसा रिपोर्ट में",
    "our bands: 300-599 poor, 600-699 fair, 700-749 good, 750-900 excellent":
        "हमारी श्रेणियाँ: 300-599 कमज़ोर, 600-699 ठीक, 700-749 अच्छा, 750-900 बहुत अच्छा",
    "open revolving balances / limits": "कार्ड के खुले बकाये / सीमाएँ",
    "balance / limit": "बकाया / सीमा",
    "counted against the report date": "रिपोर्ट की तारीख़ से गिना",
    "months 1-6 over the months known": "देरी के महीने (1-6), ज्ञात महीनों में से",
    "months with a status": "जिन महीनों की स्थिति ज्ञात है",
    # Funds and shares
    "sum of the schemes": "स्कीमों का जोड़",
    "first in, first out": "पहले आया, पहले गया",
    "the provider's own figure": "प्रदाता का अपना आँकड़ा",
    "root of the sum of CF / (1+r)^(days/365)": "वह r जिस पर CF / (1+r)^(दिन/365) का जोड़ शून्य है",
    "regular plans / mutual funds": "रेगुलर प्लान / म्यूचुअल फंड",
    "sum of regular plans": "रेगुलर प्लान का जोड़",
    "regular value x gap of the category": "रेगुलर मूल्य x श्रेणी का अंतर",
    "sum of mandates a month": "महीने के मैंडेट का जोड़",
    "latest purchases": "पिछली ख़रीद",
    "sectoral and thematic / mutual funds": "सेक्टर और थीम वाले / म्यूचुअल फंड",
    "units of lots of 3 years and more x NAV": "3 साल या पुराने लॉट के यूनिट x NAV",
    "value - cost of lots held over 12 months": "12 महीने से ज़्यादा रखे लॉट का मूल्य - लागत",
    "share / direct shares": "शेयर / सीधे शेयर",
    # Provident fund
    "sum of unique memberships": "अलग-अलग सदस्यताओं का जोड़",
    "memberships with an exit date": "जिन सदस्यताओं में छोड़ने की तारीख़ है",
    "memberships with an exit date and a balance": "जिन सदस्यताओं में छोड़ने की तारीख़ और बैलेंस है",
    "share credits - balances": "हिस्सों की जमा - बैलेंस",
    "active employer found in the salary narration": "वेतन की पंक्ति में मिला मौजूदा नियोक्ता",
    "today - as of": "आज - जिस दिन का है",
    # Findings
    "mean of up to six months before": "पहले के छह या कम महीनों का औसत",
    "funds that fail a check": "वे फंड जो जाँच में खरे नहीं उतरे",
    "as you set it": "जैसा आपने तय किया",
    "our own line": "हमारी अपनी सीमा",
    "month - average": "महीना - औसत",
    "(month - average) / average": "(महीना - औसत) / औसत",
    "spent - budget": "खर्च - बजट",
    "excess x (deposit rate - savings rate)": "ऊपर का पैसा x (जमा की दर - बचत की दर)",
    "Q03 - insured sum": "Q03 - बीमित रकम",
    # What if: loans
    "as you said": "जैसा आपने कहा",
    "each month: interest = balance x rate / 1200, then the payment; balances are not rounded":
        "हर महीने: ब्याज = बकाया x दर / 1200, फिर भुगतान; बकाया पूर्णांक में नहीं बदला जाता",
    "months as now - months in the scenario": "अभी के महीने - नई स्थिति के महीने",
    "months in the scenario - months as now": "नई स्थिति के महीने - अभी के महीने",
    "today + months left": "आज + बचे महीने",
    "interest as now - interest in the scenario": "अभी का ब्याज - नई स्थिति का ब्याज",
    "interest in the scenario - interest as now": "नई स्थिति का ब्याज - अभी का ब्याज",
    "sum of EMIs and card minimums": "EMI और कार्ड की न्यूनतम रकमों का जोड़",
    "amount x charge": "रकम x शुल्क",
    "loan x fee": "लोन x शुल्क",
    "reported rate + the change": "बताई गई दर + बदलाव",
    "sum of the balances": "बकायों का जोड़",
    "EMIs / income": "EMI / आमदनी",
    # What if: markets
    "middle of the paths: each month value x growth + what is put in": "रास्तों का बीच: हर महीने मूल्य x बढ़त + जो डाला",
    "value at the end / (1 + inflation)^years": "अंत का मूल्य / (1 + महँगाई)^साल",
    "5th percentile of the paths": "रास्तों का 5वाँ पर्सेंटाइल",
    "95th percentile of the paths": "रास्तों का 95वाँ पर्सेंटाइल",
    "value now + what is put in each month": "अभी का मूल्य + हर महीने जो डाला",
    "value in the scenario - value as now, middle of the paths": "नई स्थिति का मूल्य - अभी जैसा मूल्य, रास्तों का बीच",
    "(gain - free part) x rate of tax": "(लाभ - टैक्स से मुक्त हिस्सा) x टैक्स की दर",
    "amount x growth, less tax": "रकम x बढ़त, टैक्स घटाकर",
    "EMIs after the loan x growth, less tax": "लोन के बाद की EMI x बढ़त, टैक्स घटाकर",
    "amount x (loan rate - deposit rate)": "रकम x (लोन की दर - जमा की दर)",
    "amount x (loan rate - deposit rate after tax)": "रकम x (लोन की दर - टैक्स के बाद जमा की दर)",
    "what makes the middle path reach the target": "जिससे बीच का रास्ता लक्ष्य तक पहुँचे",
    "target x (1 + inflation)^years": "लक्ष्य x (1 + महँगाई)^साल",
    "savings at retirement / (1 + inflation)^years": "रिटायरमेंट पर बचत / (1 + महँगाई)^साल",
    "spending today x (1 + inflation)^years": "आज का खर्च x (1 + महँगाई)^साल",
    "paths where it comes to pass / all paths": "जिन रास्तों में ऐसा होता है / सारे रास्ते",
    "sqrt(p (1 - p) / paths)": "sqrt(p (1 - p) / रास्ते)",
    "paths below what was put in / all paths": "जिन रास्तों में डाले पैसे से कम मिला / सारे रास्ते",
    # What if: households and homes
    "money at hand - what is paid": "तुरंत उपलब्ध पैसा - जो दिया",
    "money at hand / spending a month": "तुरंत उपलब्ध पैसा / महीने का खर्च",
    "each month: + income - spending - investments": "हर महीने: + आमदनी - खर्च - निवेश",
    "first month with the least money at hand": "पहला महीना जब हाथ में सबसे कम पैसा है",
    "first month below zero": "पहला महीना जब पैसा शून्य से नीचे है",
    "what money at hand falls below zero": "पैसा शून्य से जितना नीचे जाता है",
    "months x spending a month": "महीने x महीने का खर्च",
    "target - money at hand": "लक्ष्य - तुरंत उपलब्ध पैसा",
    "each month: value x (1 + rate / 1200) + saving": "हर महीने: मूल्य x (1 + दर / 1200) + बचत",
    "today + months until the target": "आज + लक्ष्य तक के महीने",
    "income, changed as you said": "आमदनी, आपके कहे बदलाव के साथ",
    "home - cost of selling - loan left": "घर - बेचने का खर्च - बचा लोन",
    "what buying would have cost, invested month by month": "ख़रीदने में जो लगता, महीने-दर-महीने निवेश किया हुआ",
    "EMI + upkeep": "EMI + रखरखाव",
    "down payment + cost of buying": "डाउन पेमेंट + ख़रीदने का खर्च",
}  # fmt: skip

SOURCES = {
    "Our assumption": "हमारी मान्यता",
    "Our assumption: below what the NIFTY 50 TRI returned from 1999 on (NSE Indices). The middle outcome, not the average":
        "हमारी मान्यता: 1999 से NIFTY 50 TRI के रिटर्न से कम (NSE Indices)। बीच का नतीजा, औसत नहीं",
    "Our assumption: near the NIFTY 50's long-run yearly standard deviation (NSE Indices)":
        "हमारी मान्यता: NIFTY 50 के लंबे समय के सालाना मानक विचलन के पास (NSE Indices)",
    "Our assumption: near yields of high-grade bonds (RBI weekly statistics)":
        "हमारी मान्यता: ऊँची साख वाले बॉन्ड की यील्ड के पास (RBI के साप्ताहिक आँकड़े)",
    "Our assumption: 30 for a conservative, 60 for a moderate, 80 for an aggressive risk profile":
        "हमारी मान्यता: कम जोखिम के लिए 30, मध्यम के लिए 60, ज़्यादा जोखिम के लिए 80",
    "Our assumption: the target is 4 with a band of 2 either way, from April 2026 to March 2031 (RBI Act, s.45ZA; Gazette of 25 March 2026)":
        "हमारी मान्यता: लक्ष्य 4 है, दोनों ओर 2 का दायरा, अप्रैल 2026 से मार्च 2031 (RBI अधिनियम, धारा 45ZA; 25 मार्च 2026 का राजपत्र)",
    "Our assumption: about what large banks pay for one to three years": "हमारी मान्यता: बड़े बैंक एक से तीन साल पर लगभग इतना देते हैं",
    "Our assumption: what large banks pay on small balances": "हमारी मान्यता: बड़े बैंक छोटे बैलेंस पर इतना देते हैं",
    "Our assumption: as inflation, so that pay keeps its worth": "हमारी मान्यता: महँगाई जितनी, ताकि वेतन का मोल बना रहे",
    "Our assumption: near the RBI House Price Index over ten years": "हमारी मान्यता: दस साल के RBI आवास मूल्य सूचकांक के पास",
    "Our assumption: states take 5 to 8": "हमारी मान्यता: राज्य 5 से 8 लेते हैं",
    "Our assumption: what most issuers ask": "हमारी मान्यता: ज़्यादातर कार्ड कंपनियाँ इतना माँगती हैं",
    "Our assumption: usual differences of expense ratios that fund houses publish (SEBI, base expense ratios)":
        "हमारी मान्यता: फंड हाउस के प्रकाशित व्यय अनुपातों का सामान्य अंतर (SEBI, आधार व्यय अनुपात)",
    "Highest slab, 30, with 4 of cess (Income-tax Act 2025, s.202, old 115BAC); set your own slab":
        "सबसे ऊँचा स्लैब, 30, और 4 उपकर (आयकर अधिनियम 2025, धारा 202, पुरानी 115BAC); अपना स्लैब डालें",
    "Income-tax Act 2025, s.198 (old 112A), tax year 2026-27; cess and surcharge apart":
        "आयकर अधिनियम 2025, धारा 198 (पुरानी 112A), कर वर्ष 2026-27; उपकर और अधिभार अलग",
    "Income-tax Act 2025, s.198 (old 112A), tax year 2026-27": "आयकर अधिनियम 2025, धारा 198 (पुरानी 112A), कर वर्ष 2026-27",
    "EPFO: rate for 2025-26, as stated by the Ministry of Labour on 2 March 2026":
        "EPFO: 2025-26 की दर, जैसा श्रम मंत्रालय ने 2 मार्च 2026 को बताया",
    "RBI (Pre-payment Charges on Loans) Directions, 2025: loans to individuals for other than business":
        "RBI (लोन पर प्रीपेमेंट शुल्क) निर्देश, 2025: व्यक्तियों के वे लोन जो कारोबार के लिए नहीं",
    "DICGC Act 1961, s.16; RBI notification of 4 February 2020: 5 lakh with interest, a depositor a bank":
        "DICGC अधिनियम 1961, धारा 16; RBI की 4 फ़रवरी 2020 की अधिसूचना: हर बैंक में हर जमाकर्ता का ब्याज सहित 5 लाख",
}  # fmt: skip


def in_hindi(text: str) -> str:
    """A formula or a source in Hindi; one that is not known here, such as a word of a provider, as it is."""
    known = FORMULAS.get(text) or SOURCES.get(text)
    if known:
        return known
    if size := _SIZE.fullmatch(text):
        return f"{size['code']} का आकार, बिना चिह्न"
    if gap := _GAP.fullmatch(text):
        return f"रेगुलर मूल्य x {gap['pct']} अंक। {in_hindi(gap['source'])}, {gap['day']} तक"
    computed = _COMPUTED.fullmatch(text)
    if computed and computed["operation"] in _OPERATIONS:
        return _OPERATIONS[computed["operation"]] + computed["rest"]
    return text
