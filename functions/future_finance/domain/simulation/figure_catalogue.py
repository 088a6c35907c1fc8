"""The catalogue of results: name, label in English and Hindi, unit, and formula."""

from __future__ import annotations

from dataclasses import dataclass

from future_finance.domain.facts import Per, Unit
from future_finance.domain.simulation.result import Words


@dataclass(frozen=True, slots=True)
class FigureKind:
    """What figures of a name share. `formula` is said to people."""

    name: str
    label: Words
    unit: Unit
    formula: str
    per: Per | None = None


def _kind(name: str, en: str, hi: str, unit: Unit, formula: str, per: Per | None = None) -> FigureKind:
    return FigureKind(name, Words(en, hi), unit, formula, per)


_AMORTISED = "each month: interest = balance x rate / 1200, then the payment; balances are not rounded"
_GROWN = "middle of the paths: each month value x growth + what is put in"
_SAID = "as you said"

_ROWS = (
    # Loans
    _kind("months_left", "Months until the debt ends", "कर्ज़ खत्म होने में महीने", Unit.MONTHS, _AMORTISED),
    _kind("months_saved", "Months earlier", "इतने महीने पहले", Unit.MONTHS, "months as now - months in the scenario"),
    _kind("months_more", "Months later", "इतने महीने बाद", Unit.MONTHS, "months in the scenario - months as now"),
    _kind("ends_on", "Last payment", "आखिरी भुगतान", Unit.DATE, "today + months left"),
    _kind("interest_left", "Interest still to be paid", "अभी बाकी ब्याज", Unit.INR, _AMORTISED),
    _kind("interest_saved", "Less interest", "कम ब्याज", Unit.INR, "interest as now - interest in the scenario"),
    _kind("interest_more", "More interest", "ज़्यादा ब्याज", Unit.INR, "interest in the scenario - interest as now"),
    _kind("emi", "EMI", "EMI", Unit.INR, "P i (1+i)^n / ((1+i)^n - 1), i = rate / 1200", Per.MONTH),
    _kind("paid_month", "Paid on debts", "कर्ज़ पर भुगतान", Unit.INR, "sum of EMIs and card minimums", Per.MONTH),
    _kind("charge", "Charge for prepaying", "प्रीपेमेंट शुल्क", Unit.INR, "amount x charge"),
    _kind("fee", "Fee of the new loan", "नए लोन का शुल्क", Unit.INR, "loan x fee"),
    _kind("loan_rate", "Rate of the loan", "लोन की दर", Unit.PERCENT, "reported rate + the change", Per.YEAR),
    _kind("debt_total", "Debts in all", "कुल कर्ज़", Unit.INR, "sum of the balances"),
    _kind("snowball_interest", "Interest, smallest debt first", "ब्याज, सबसे छोटा कर्ज़ पहले", Unit.INR, _AMORTISED),
    _kind("snowball_months", "Months, smallest debt first", "महीने, सबसे छोटा कर्ज़ पहले", Unit.MONTHS, _AMORTISED),
    _kind("avalanche_interest", "Interest, highest rate first", "ब्याज, सबसे ऊंची दर पहले", Unit.INR, _AMORTISED),
    _kind("avalanche_months", "Months, highest rate first", "महीने, सबसे ऊंची दर पहले", Unit.MONTHS, _AMORTISED),
    _kind("emi_share", "EMIs as a share of income", "आमदनी में EMI का हिस्सा", Unit.PERCENT, "EMIs / income"),
    # Markets
    _kind("value_end", "Value at the end", "अंत में मूल्य", Unit.INR, _GROWN),
    _kind("value_end_real", "Value at the end in today's money", "अंत में मूल्य, आज के पैसे में", Unit.INR, "value at the end / (1 + inflation)^years"),
    _kind("value_low", "Value at the end on a bad path (5 in 100 are lower)", "खराब हाल में अंत का मूल्य", Unit.INR, "5th percentile of the paths"),
    _kind("value_high", "Value at the end on a good path (5 in 100 are higher)", "अच्छे हाल में अंत का मूल्य", Unit.INR, "95th percentile of the paths"),
    _kind("put_in", "Put in over the years", "कुल जमा", Unit.INR, "value now + what is put in each month"),
    _kind("gain_middle", "Difference of the two middle outcomes", "दोनों बीच के मूल्यों का अंतर", Unit.INR, "value in the scenario - value as now, middle of the paths"),
    _kind("tax", "Tax on the gain", "लाभ पर टैक्स", Unit.INR, "(gain - free part) x rate of tax"),
    _kind("invest_worth", "Held when the loan would have ended, having invested, after tax", "निवेश करने पर लोन की तय अवधि पर पैसा, टैक्स के बाद", Unit.INR, "amount x growth, less tax"),
    _kind("prepay_worth", "Held when the loan would have ended, having prepaid, after tax", "प्रीपेमेंट करने पर लोन की तय अवधि पर पैसा, टैक्स के बाद", Unit.INR, "EMIs after the loan x growth, less tax"),
    _kind("years_rate_gap", "Gap of the two rates on the amount, first year, before tax", "पहले साल दरों का अंतर, टैक्स से पहले", Unit.INR, "amount x (loan rate - deposit rate)", Per.YEAR),
    _kind("years_rate_gap_taxed", "Gap of the two rates on the amount, first year, after tax", "पहले साल दरों का अंतर, टैक्स के बाद", Unit.INR, "amount x (loan rate - deposit rate after tax)", Per.YEAR),
    _kind("need_month", "Needed each month", "हर महीने चाहिए", Unit.INR, "what makes the middle path reach the target", Per.MONTH),
    _kind("target", "Target on the day", "उस दिन का लक्ष्य", Unit.INR, "target x (1 + inflation)^years"),
    _kind("pot", "Savings at retirement", "रिटायरमेंट पर बचत", Unit.INR, _GROWN),
    _kind("pot_real", "Savings at retirement in today's money", "रिटायरमेंट पर बचत, आज के पैसे में", Unit.INR, "savings at retirement / (1 + inflation)^years"),
    _kind("lasts_to_age", "Age to which the money lasts on a bad path (5 in 100 are worse)", "खराब हाल में पैसा इस उम्र तक", Unit.YEARS, "5th percentile of the paths"),
    _kind("spend_first", "Spending in the first month of retirement", "रिटायरमेंट के पहले महीने का खर्च", Unit.INR, "spending today x (1 + inflation)^years", Per.MONTH),
    _kind("chance", "Paths in a hundred", "सौ में से रास्ते", Unit.PERCENT, "paths where it comes to pass / all paths"),
    _kind("chance_error", "Sampling error of the chance", "संभावना की त्रुटि", Unit.PERCENT, "sqrt(p (1 - p) / paths)"),
    _kind("loss_chance", "Paths in a hundred that end below what was put in", "सौ में से घाटे वाले रास्ते", Unit.PERCENT, "paths below what was put in / all paths"),
    # Households
    _kind("liquid_after", "Money at hand after it", "उसके बाद हाथ में पैसा", Unit.INR, "money at hand - what is paid"),
    _kind("liquid_months", "Months that money at hand lasts", "पैसा कितने महीने चलेगा", Unit.MONTHS, "money at hand / spending a month"),
    _kind("liquid_low", "Money at hand at its lowest", "हाथ में सबसे कम पैसा", Unit.INR, "each month: + income - spending - investments"),
    _kind("lowest_on", "Day on which money at hand is at its lowest", "जिस दिन हाथ में सबसे कम पैसा", Unit.DATE, "first month with the least money at hand"),
    _kind("liquid_end", "Money at hand at the end", "अंत में हाथ में पैसा", Unit.INR, "each month: + income - spending - investments"),
    _kind("runs_out_on", "Money at hand runs out", "पैसा खत्म होने का दिन", Unit.DATE, "first month below zero"),
    _kind("short", "Short at the lowest", "सबसे नीचे इतनी कमी", Unit.INR, "what money at hand falls below zero"),
    _kind("fund_target", "Target of the emergency fund", "आपात निधि का लक्ष्य", Unit.INR, "months x spending a month"),
    _kind("fund_gap", "Missing to the target", "लक्ष्य में कमी", Unit.INR, "target - money at hand"),
    _kind("months_needed", "Months until the target", "लक्ष्य तक महीने", Unit.MONTHS, "each month: value x (1 + rate / 1200) + saving"),
    _kind("reached_on", "Target reached", "लक्ष्य पूरा होने का दिन", Unit.DATE, "today + months until the target"),
    _kind("income", "Income", "आमदनी", Unit.INR, "income, changed as you said", Per.MONTH),
    _kind("surplus", "Left over", "बचा पैसा", Unit.INR, "income - spending - investments", Per.MONTH),
    _kind("savings_rate", "Savings rate", "बचत दर", Unit.PERCENT, "(income - spending) / income"),
    # Homes
    _kind("buy_worth", "Worth at the end, buying", "खरीदने पर अंत में संपत्ति", Unit.INR, "home - cost of selling - loan left"),
    _kind("rent_worth", "Worth at the end, renting (middle path)", "किराए पर रहने पर अंत में संपत्ति", Unit.INR, "what buying would have cost, invested month by month"),
    _kind("paid_first_buy", "First month's cost, buying", "पहले महीने का खर्च, खरीदने पर", Unit.INR, "EMI + upkeep", Per.MONTH),
    _kind("paid_first_rent", "First month's cost, renting", "पहले महीने का खर्च, किराए पर", Unit.INR, _SAID, Per.MONTH),
    _kind("upfront", "Paid at the start", "शुरू में भुगतान", Unit.INR, "down payment + cost of buying"),
    # Said by the person
    _kind("asked_amount", "Amount", "रकम", Unit.INR, _SAID),
    _kind("asked_month", "Amount each month", "हर महीने की रकम", Unit.INR, _SAID, Per.MONTH),
    _kind("asked_years", "Years", "साल", Unit.YEARS, _SAID),
    _kind("asked_months", "Months", "महीने", Unit.MONTHS, _SAID),
    _kind("asked_rate", "Rate", "दर", Unit.PERCENT, _SAID, Per.YEAR),
    _kind("asked_percent", "Percentage", "प्रतिशत", Unit.PERCENT, _SAID),
    _kind("asked_age", "Age", "उम्र", Unit.YEARS, _SAID),
    _kind("asked_day", "Day", "दिन", Unit.DATE, _SAID),
    _kind("income_month", "Income a month", "महीने की आमदनी", Unit.INR, _SAID, Per.MONTH),
    _kind("spend_month", "Spending a month", "महीने का खर्च", Unit.INR, _SAID, Per.MONTH),
    _kind("liquid", "Money at hand", "तुरंत उपलब्ध पैसा", Unit.INR, _SAID),
    _kind("invested", "Invested", "निवेश", Unit.INR, _SAID),
    _kind("invest_month", "Investments a month", "महीने का निवेश", Unit.INR, _SAID, Per.MONTH),
)  # fmt: skip

FIGURES: dict[str, FigureKind] = {kind.name: kind for kind in _ROWS}
