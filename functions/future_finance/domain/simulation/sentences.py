"""What is said about results, in English and in Hindi. Places in braces are filled with facts, nothing else."""

from __future__ import annotations

from future_finance.domain.disclosures import SECURITIES
from future_finance.domain.simulation.result import Words

SENTENCES: dict[str, Words] = {
    "ends_earlier": Words(
        "The loan ends in {after} in place of {before}, and takes {saved} less interest.",
        "लोन {before} की जगह {after} में खत्म होगा, और ब्याज {saved} कम लगेगा।",
    ),
    "ends_as_before": Words(
        "The loan ends in {after} as before, and takes {saved} less interest.",
        "लोन पहले की तरह {after} में खत्म होगा, और ब्याज {saved} कम लगेगा।",
    ),
    "is_paid_off": Words(
        "The loan is paid off now, and takes {saved} less interest.",
        "लोन अभी पूरा चुक जाता है, और ब्याज {saved} कम लगेगा।",
    ),
    "emi_falls": Words(
        "The EMI becomes {after} in place of {before}, and the loan takes {saved} less interest.",
        "EMI {before} की जगह {after} होगी, और ब्याज {saved} कम लगेगा।",
    ),
    "tenure_moves": Words(
        "At {rate}, with the same EMI, the loan ends in {after} in place of {before}. "
        "To end as before, the EMI would be {emi}.",
        "{rate} की दर पर, वही EMI रखने से लोन {before} की जगह {after} में खत्म होगा। "
        "पहले जितने समय में खत्म करने को EMI {emi} होगी।",
    ),
    "emi_moves": Words(
        "At {rate}, ending as before, the EMI becomes {after} in place of {before}.",
        "{rate} की दर पर, उतने ही समय में खत्म करने को EMI {before} की जगह {after} होगी।",
    ),
    "never_ends": Words(
        "At {rate} the EMI does not cover the interest, so the loan would not end. To end in {months}, the EMI would be {emi}.",
        "{rate} की दर पर EMI ब्याज से कम है, इसलिए लोन खत्म नहीं होगा। {months} में खत्म करने को EMI {emi} होगी।",
    ),
    "interest_saved_surely": Words(
        "Prepaying takes {saved} off the loan's interest: that is certain at today's rate.",
        "प्रीपेमेंट से ब्याज {saved} कम लगेगा: आज की दर पर यह तय है।",
    ),
    "deposit_against_loan": Words(
        "In the first year the loan costs {gap} more on this amount than the deposit brings after tax.",
        "पहले साल इस रकम पर लोन की लागत, टैक्स के बाद FD की कमाई से {gap} ज़्यादा है।",
    ),
    "both_at_the_end": Words(
        "When the loan would have ended you hold {prepaid:short} having prepaid, {invested:short} having invested, after tax.",
        "लोन की तय अवधि पर, टैक्स के बाद, प्रीपेमेंट करने पर {prepaid:short} और निवेश करने पर {invested:short} होंगे।",
    ),
    "invest_ahead_in": Words(
        "In {chance} of the paths investing ends with more; in the others prepaying does.",
        "{chance} रास्तों में निवेश ज़्यादा पर खत्म होता है, बाकी में प्रीपेमेंट।",
    ),
    "avalanche_and_snowball": Words(
        "Highest rate first: {months} and {interest} of interest. Smallest debt first: {other_months} and {other_interest}.",
        "सबसे ऊंची दर पहले: {months} और {interest} ब्याज। सबसे छोटा कर्ज़ पहले: {other_months} और {other_interest}।",
    ),
    "payments_too_small": Words(
        "With these payments the debts do not end: the interest is higher.",
        "इन भुगतानों से कर्ज़ खत्म नहीं होते: ब्याज ज़्यादा है।",
    ),
    "one_loan_costs_more": Words(
        "You would pay {after} in place of {before}, and {by} more interest and fees in all.",
        "भुगतान {before} की जगह {after} होगा, और कुल ब्याज और शुल्क {by} ज़्यादा।",
    ),
    "one_loan_costs_less": Words(
        "You would pay {after} in place of {before}, and {by} less interest and fees in all.",
        "भुगतान {before} की जगह {after} होगा, और कुल ब्याज और शुल्क {by} कम।",
    ),
    "one_loan_alone": Words(
        "You would pay {after}, with {interest} of interest in all.",
        "भुगतान {after} होगा, और कुल ब्याज {interest}।",
    ),
    "job_loss_lasts": Words(
        "Over {said} without pay, money at hand lasts; its lowest point is {low}.",
        "{said} बिना वेतन के पैसा चलता है; सबसे कम {low} बचता है।",
    ),
    "job_loss_runs_out": Words(
        "Over {said} without pay, money at hand runs out by {on}; at its lowest you are {short} short.",
        "{said} बिना वेतन के पैसा {on} तक खत्म हो जाता है; सबसे नीचे {short} की कमी रहती है।",
    ),
    "surplus_moves": Words(
        "What is left over becomes {after} in place of {before}.",
        "बचत {before} की जगह {after} होगी।",
    ),
    "salary_runs_out": Words(
        "With {said} left over, your money at hand runs out by {on}; at its lowest you are {short} short.",
        "{said} बचने पर पैसा {on} तक खत्म हो जाता है; सबसे नीचे {short} की कमी रहती है।",
    ),
    "purchase": Words(
        "After it you have {after} at hand, which lasts {months}.",
        "इसके बाद हाथ में {after} रहेंगे, जो {months} चलेंगे।",
    ),
    "purchase_short_runs_out": Words(
        "With {said} after the purchase, money at hand is below zero by {on}; at its lowest you are {short} short.",
        "खरीद के बाद {said} रहने पर, पैसा {on} तक शून्य से नीचे जाता है; सबसे नीचे {short} की कमी रहती है।",
    ),
    "purchase_alone": Words("After it you have {after} at hand.", "इसके बाद हाथ में {after} रहेंगे।"),
    "income_covers": Words(
        "Over {said} without pay, what still comes in covers the spending.",
        "{said} बिना वेतन के भी बाकी आमदनी से खर्च पूरा होता है।",
    ),
    "fund_is_there": Words(
        "Your money at hand already covers {months} of spending, {target}.",
        "आपके पास {months} के खर्च, {target}, जितना पैसा पहले से है।",
    ),
    "fund_needs_saving": Words(
        "To {target} there are {gap} missing, and with what is set aside it is not reached.",
        "{target} तक {gap} कम हैं, और अभी की बचत से यह पूरा नहीं होता।",
    ),
    "fund_grows": Words(
        "The fund of {target} is there in {months}, on {on}.",
        "{target} की निधि {months} में, {on} को पूरी होगी।",
    ),
    "goal_needs": Words(
        "To have {target} on {by} takes {need} on the middle path.",
        "{by} को {target} पाने के लिए बीच के रास्ते पर {need} चाहिए।",
    ),
    "goal_reached_in": Words(
        "With what you set aside, the target is reached in {chance} of the paths.",
        "आपकी बचत से लक्ष्य {chance} रास्तों में पूरा होता है।",
    ),
    "sip_grows": Words(
        "In {years} the value at the end on the middle path is {after:short}, in place of {before:short}.",
        "{years} में बीच के रास्ते पर अंत का मूल्य {before:short} की जगह {after:short} होगा।",
    ),
    "sip_range": Words(
        "A bad path ends at {low:short}, a good one at {high:short}. The middle is {real:short} in today's money.",
        "खराब रास्ता {low:short} पर, अच्छा {high:short} पर खत्म होता है। बीच का मूल्य आज के पैसे में {real:short} है।",
    ),
    "retirement_pot": Words(
        "At the age of {age} the middle path has {pot:short}, {real:short} in today's money; the first spending is {first:short}.",
        "{age} की उम्र में बीच के रास्ते पर {pot:short}, आज के पैसे में {real:short}; पहला खर्च {first:short}।",
    ),
    "retirement_lasts": Words(
        "The money lasts to the age of {plan} in {chance} of the paths; on a bad path to {worst}.",
        "{chance} रास्तों में पैसा {plan} की उम्र तक चलता है; खराब रास्ते पर {worst} तक।",
    ),
    "home_or_rent": Words(
        "In {years}, buying leaves you worth {bought:short} and renting {rented:short}, on the middle path.",
        "{years} बाद खरीदने पर संपत्ति {bought:short}, और किराए पर रहने पर बीच के रास्ते पर {rented:short} होगी।",
    ),
    "rent_ahead_in": Words(
        "In {chance} of the paths renting and investing ends with more; in the others buying does.",
        "{chance} रास्तों में किराया और निवेश ज़्यादा पर खत्म होता है, बाकी में खरीदना।",
    ),
}

WARNINGS: dict[str, Words] = {
    "more_than_liquid": Words("This is more than your money at hand.", "यह आपके तुरंत उपलब्ध पैसे से ज़्यादा है।"),
    "amount_above_balance": Words(
        "This is more than is owed; only what is owed was paid.", "यह बकाया से ज़्यादा है; सिर्फ़ बकाया चुकाया गया।"
    ),
    "home_loan_deduction": Words(
        "Tax deductions on loan interest, where you have any, are not counted.",
        "लोन के ब्याज पर टैक्स छूट, अगर मिलती हो, नहीं जोड़ी गई है।",
    ),
    "prepayment_is_locked": Words(
        "What is prepaid cannot be taken out again; what is invested can.",
        "प्रीपेमेंट का पैसा वापस नहीं निकलता; निवेश का निकल सकता है।",
    ),
    "deposit_rate_stays": Words(
        "The deposit is taken to be renewed at the same rate.", "FD उसी दर पर दोबारा मानी गई है।"
    ),
    "one_sale_at_the_end": Words(
        "Gains are taxed as if all were sold on one day, by today's rules.",
        "लाभ पर टैक्स ऐसे गिना है जैसे सब एक दिन बिका, आज के नियमों से।",
    ),
    "never_ends": Words(
        "Where a payment does not cover the interest, the debt does not end.",
        "जहां भुगतान ब्याज से कम है, वहां कर्ज़ खत्म नहीं होता।",
    ),
    "no_new_spending": Words(
        "Nothing new is spent on the cards, and no charge for prepaying is counted.",
        "कार्ड पर नया खर्च और प्रीपेमेंट शुल्क नहीं जोड़ा गया है।",
    ),
    "debts_left_out": Words(
        "Debts without a known rate or payment are left out.",
        "जिन कर्ज़ की दर या भुगतान पता नहीं, वे शामिल नहीं हैं।",
    ),
    "cards_paid_in_full": Words(
        "Cards that are paid in full each month bear no interest and are left out.",
        "हर महीने पूरे चुकाए कार्ड पर ब्याज नहीं लगता, वे शामिल नहीं हैं।",
    ),
    "closing_charges_not_counted": Words(
        "What lenders charge for closing the old debts is not counted.",
        "पुराने कर्ज़ बंद करने का शुल्क नहीं जोड़ा गया है।",
    ),
    "investing_stops": Words(
        "Investing stops while there is no pay.", "वेतन न होने पर निवेश रुका हुआ माना गया है।"
    ),
    "flat_prices": Words(
        "In today's money: pay and prices are taken to grow alike, and money at hand brings no interest.",
        "आज के पैसे में: वेतन और महंगाई साथ बढ़ते माने गए हैं, और हाथ के पैसे पर ब्याज नहीं।",
    ),
    "nothing_left_to_save": Words(
        "With what is set aside now the target is not reached.", "अभी की बचत से लक्ष्य पूरा नहीं होता।"
    ),
    "before_tax": Words("Before tax on gains, costs and exit loads.", "लाभ पर टैक्स, लागत और एग्ज़िट लोड से पहले।"),
    "epf_contributions_not_counted": Words(
        "Further contributions to the provident fund are not counted.",
        "भविष्य निधि में आगे का योगदान नहीं जोड़ा गया है।",
    ),
    "annuity_not_counted": Words(
        "NPS is counted whole; the part that has to buy a pension is not set apart.",
        "NPS पूरा गिना गया है; पेंशन खरीदने का अनिवार्य हिस्सा अलग नहीं किया गया।",
    ),
    "home_price_is_certain_here": Words(
        "Home prices move, too; here they grow evenly.",
        "घर की कीमतें भी घटती-बढ़ती हैं; यहां वे बराबर बढ़ती मानी गई हैं।",
    ),
    "market_risk": Words(SECURITIES.en, SECURITIES.hi),
    "sampled": Words(
        "Percentiles come from sampled paths; another sample would differ a little.",
        "प्रतिशतक नमूना रास्तों से हैं; दूसरे नमूने में थोड़ा फ़र्क होगा।",
    ),
}
