"""The stand-in's own words, in three tongues. They hold no figures."""

from __future__ import annotations

from emulators.vertex_ai.language import Tongue

Said = dict[Tongue, str]


def _said(english: str, hindi: str, hinglish: str) -> Said:
    return {Tongue.ENGLISH: english, Tongue.HINDI: hindi, Tongue.HINGLISH: hinglish}


NO_DATA = _said(
    "I do not have the data to answer that.",
    "इसका जवाब देने के लिए मेरे पास डेटा नहीं है।",
    "Iska jawab dene ke liye mere paas data nahi hai.",
)
NOTHING_FOUND = _said(
    "I see no such payment in your bank rows.",
    "आपकी बैंक पंक्तियों में ऐसा कोई भुगतान नहीं दिखता।",
    "Aapki bank rows mein aisa koi payment nahi dikhta.",
)
CANNOT_SAY = _said(
    "I cannot tell {label} yet.", "{label} अभी नहीं बताया जा सकता।", "{label} abhi nahi bata sakta."
)
NOT_AGREED = _said(
    "You have not agreed to this use of it.",
    "इस उपयोग के लिए आपकी सहमति नहीं है।",
    "Is use ke liye aapki sehmati nahi hai.",
)
# What a person knows as what a consent covers.
SCOPES: dict[str, Said] = {
    "assets": _said("what you own", "आपकी संपत्ति", "aapki sampatti"),
    "liabilities": _said("what you owe", "आपके कर्ज़", "aapke karz"),
    "transactions": _said("your bank rows", "आपके बैंक लेन-देन", "aapke bank transactions"),
    "credit_score": _said("your credit score", "आपका क्रेडिट स्कोर", "aapka credit score"),
    "epf": _said("your provident fund", "आपका भविष्य निधि खाता", "aapka provident fund"),
}
AS_OF = _said("{label}: {text}, as of {day}.", "{label}: {text}, {day} तक।", "{label}: {text}, {day} tak.")
PLAIN = _said("{label}: {text}.", "{label}: {text}।", "{label}: {text}.")
YOU_SAID = _said(
    "You said you have {amount}; your connected data stays as it is.",
    "आपने कहा कि आपके पास {amount} है; जुड़ा हुआ डेटा वैसा ही रहता है।",
    "Aapne kaha ki aapke paas {amount} hai; connected data waisa hi rahega.",
)

# Answers that need no figures, by the name that an intent gives.
STOCK: dict[str, Said] = {
    "own_data": _said(
        "I can only speak about your own data, and my rules stay as they are.",
        "मैं सिर्फ़ आपके अपने डेटा के बारे में बता सकता हूँ, और मेरे नियम वही रहते हैं।",
        "Main sirf aapke apne data ke baare mein bata sakta hoon.",
    ),
    "fraud": _said(
        "Do not share an OTP, PIN or password with anyone; call your bank on the number printed on your card.",
        "किसी को OTP, PIN या पासवर्ड न बताएँ; अपने कार्ड पर छपे नंबर पर बैंक को फ़ोन करें।",
        "Kisi ko OTP, PIN ya password mat bataiye; card par chhape number par bank ko phone kijiye.",
    ),
    "no_pick": _said(
        "I do not pick or rank funds, shares or lenders. You can compare schemes of one category by cost, by how long they have "
        "been run, and by how closely they follow their index, and ask a registered adviser.",
        "मैं फ़ंड या शेयर नहीं चुनता और न उन्हें क्रम देता हूँ। एक ही श्रेणी की स्कीमों की लागत और इतिहास की तुलना की जा सकती है, "
        "और किसी पंजीकृत सलाहकार से पूछा जा सकता है।",
        "Main fund ya share nahi chunta. Ek hi category ki schemes ki cost aur history compare ki ja sakti hai, aur kisi "
        "registered adviser se poocha ja sakta hai.",
    ),
    "no_choice": _said(
        "I do not say whether to sell, stop or keep something. I can show its figures and what a change would come to, and a "
        "registered adviser can be asked.",
        "क्या बेचें, रोकें या रखें, यह मैं नहीं बताता। मैं उसके आँकड़े और बदलाव का असर दिखा सकता हूँ, और पंजीकृत सलाहकार से पूछा जा सकता है।",
        "Kya bechna, rokna ya rakhna hai, yeh main nahi batata. Uske figures aur badlav ka asar dikha sakta hoon, aur "
        "registered adviser se poocha ja sakta hai.",
    ),
    "no_tax": _said(
        "I cannot work out your tax: that needs your salary slip, your deductions and your regime. Tax that left your bank is "
        "among your spending.",
        "आपका टैक्स मैं नहीं निकाल सकता: उसके लिए वेतन पर्ची, छूट और टैक्स व्यवस्था चाहिए। बैंक से गया टैक्स आपके खर्च में है।",
        "Aapka tax main nahi nikal sakta: uske liye salary slip, deductions aur regime chahiye. Bank se gaya tax aapke "
        "kharch mein hai.",
    ),
    "no_days": _said(
        "I cannot tell spending by day or week, only by month; single payments are in the list of transactions.",
        "मैं दिन या हफ़्ते का खर्च नहीं बता सकता, सिर्फ़ महीने का; एक-एक भुगतान लेन-देन की सूची में है।",
        "Main din ya hafte ka kharch nahi bata sakta, sirf mahine ka; ek ek payment transactions ki list mein hai.",
    ),
    "rent_or_buy": _said(
        "To compare, I need the price, the down payment, the rate and months of the loan, the rent, and for how many years. "
        "What-if has a form for it.",
        "तुलना के लिए कीमत, डाउन पेमेंट, लोन की दर और महीने, किराया और साल चाहिए। 'अगर ऐसा हो' में इसका फ़ॉर्म है।",
        "Tulna ke liye price, down payment, loan ki rate aur months, rent aur saal chahiye. What-if mein iska form hai.",
    ),
    "gold": _said(
        "Gold at home is counted only where you entered it; gold bonds and funds are among your assets. These are known:",
        "घर का सोना तभी गिना जाता है जब आपने जोड़ा हो; सोने के बॉन्ड और फंड संपत्ति में हैं। ये पता हैं:",
        "Ghar ka sona tabhi gina jata hai jab aapne joda ho; gold bonds aur funds assets mein hain. Yeh pata hain:",
    ),
    "not_understood": _said(
        "I did not understand that. I am the offline stand-in for the assistant and know simple questions only: net worth, "
        "spending of a month, income, loans, funds, shares, provident fund, credit score, and some what-ifs.",
        "मैं यह नहीं समझा। मैं सहायक का ऑफ़लाइन विकल्प हूँ और सरल सवाल ही समझता हूँ: नेट वर्थ, महीने का खर्च, आमदनी, कर्ज़, फंड, शेयर, भविष्य निधि, क्रेडिट स्कोर।",
        "Main yeh nahi samjha. Main assistant ka offline stand-in hoon aur simple sawal hi samajhta hoon: net worth, "
        "mahine ka kharch, income, loans, funds, shares, PF, credit score.",
    ),
    "no_insurance_data": _said(
        "I cannot tell: insurance is not part of your connected data. Your income, your debts and who depends on you are "
        "what such a check starts from.",
        "मैं नहीं बता सकता: जुड़े हुए डेटा में कोई बीमा नहीं दिखता।",
        "Main nahi bata sakta: connected data mein koi insurance nahi dikhta.",
    ),
    "no_prediction": _said(
        "I cannot predict what a lender decides. What I can show is how your EMIs stand against your income.",
        "कर्ज़ देने वाला क्या तय करेगा, यह मैं नहीं बता सकता। आमदनी के मुकाबले EMI दिखा सकता हूँ।",
        "Lender kya decide karega, yeh main nahi bata sakta. Income ke mukable EMI dikha sakta hoon.",
    ),
    "score_education": _said(
        "Paying every bill by its due date, using a smaller part of card limits and asking for less new credit tend to "
        "help a score over time; nobody can promise a result.",
        "हर बिल समय पर चुकाना, कार्ड सीमा का कम उपयोग और कम नए आवेदन समय के साथ स्कोर में मदद करते हैं; नतीजे का कोई वादा नहीं कर सकता।",
        "Har bill time par chukana, card limit ka kam use aur kam nayi applications score mein madad karte hain; result "
        "ka koi vaada nahi kar sakta.",
    ),
}

# What belongs beside the figures of an intent.
BESIDE: dict[str, Said] = {
    "net_worth": _said(
        "Property, vehicles and gold are not in it unless you entered them.",
        "इसमें मकान, गाड़ी और सोना तभी हैं जब आपने खुद जोड़े हों।",
        "Isme ghar, gaadi aur sona tabhi hai jab aapne khud joda ho.",
    ),
    "loan_end": _said(
        "That assumes the EMI and the rate stay as they are.",
        "यह मानकर कि EMI और ब्याज दर वही रहें।",
        "Yeh maan kar ki EMI aur rate wahi rahe.",
    ),
    "retire": _said(
        "It rests on the assumptions shown with it.",
        "यह साथ दिखाए गए अनुमानों पर टिका है।",
        "Yeh saath dikhaye gaye assumptions par tika hai.",
    ),
    "prepay_or_invest": _said(
        "Both sides are shown; the choice is yours.",
        "दोनों पक्ष दिखाए गए हैं; चुनाव आपका है।",
        "Dono side dikhaye gaye hain; choice aapki hai.",
    ),
}  # fmt: skip
