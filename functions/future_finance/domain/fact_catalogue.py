"""The catalogue of facts: code, name, label in English and Hindi, unit, and the consents each needs."""

from __future__ import annotations

from dataclasses import dataclass

from future_finance.domain.consent import Scope
from future_finance.domain.facts import Per, Unit

_A, _L, _T, _C, _E = (
    Scope.ASSETS, Scope.LIABILITIES, Scope.TRANSACTIONS, Scope.CREDIT_SCORE, Scope.EPF,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactKind:
    """One row: what all facts of a code share. `formula` is said to people."""

    code: str
    name: str
    label: str
    label_hi: str
    unit: Unit
    scopes: frozenset[Scope]
    formula: str
    per: Per | None = None


def _kind(
    code: str, name: str, label: str, label_hi: str, unit: Unit, scopes: tuple[Scope, ...], formula: str,
    per: Per | None = None,
) -> FactKind:  # fmt: skip
    return FactKind(code, name, label, label_hi, unit, frozenset(scopes), formula, per)


_ROWS = (
    # Net worth
    _kind("N01", "net_worth", "Net worth", "नेट वर्थ", Unit.INR, (_A, _L), "all assets - all debts, as stated per class"),
    _kind("N01A", "total_assets", "Total assets", "कुल संपत्ति", Unit.INR, (_A,), "sum of the classes of assets"),
    _kind("N01L", "total_debts", "Total debts", "कुल कर्ज़", Unit.INR, (_L,), "sum of the classes of debts"),
    _kind("N02", "net_worth_stated", "Net worth as Fi states it", "Fi के अनुसार नेट वर्थ", Unit.INR, (_A, _L), "the provider's own total"),
    _kind("N02D", "net_worth_difference", "Difference between stated and computed net worth", "बताए और गिने नेट वर्थ का अंतर", Unit.INR, (_A, _L), "stated - computed"),
    _kind("N03", "net_worth_change", "Change of net worth", "नेट वर्थ में बदलाव", Unit.INR, (_A, _L, _T, _E), "closing - opening, explained by its parts"),
    _kind("N04", "debt_to_assets", "Debts as a share of assets", "संपत्ति के मुकाबले कर्ज़", Unit.PERCENT, (_A, _L), "debts / assets"),
    _kind("N05", "allocation", "Share of assets", "संपत्ति में हिस्सा", Unit.PERCENT, (_A,), "class / assets"),
    _kind("N05V", "class_value", "Value of a class of assets", "इस वर्ग की संपत्ति", Unit.INR, (_A,), "as stated"),
    _kind("N06", "top_holding", "Largest holding as a share of assets", "सबसे बड़ी होल्डिंग का हिस्सा", Unit.PERCENT, (_A,), "largest security / assets"),
    _kind("N06V", "top_holding_value", "Value of the largest holding", "सबसे बड़ी होल्डिंग", Unit.INR, (_A,), "as stated"),
    _kind("N07", "part_gap", "Gap between a class and its parts", "वर्ग और उसके हिस्सों का अंतर", Unit.INR, (_A,), "sum of the parts - stated figure"),
    _kind("N08", "bureau_only_debt", "Debts only the credit report knows", "सिर्फ़ क्रेडिट रिपोर्ट में दिखता कर्ज़", Unit.INR, (_L, _C), "report balances without a match at Fi"),
    _kind("N09", "implied_fx", "Implied rupees a dollar", "डॉलर का निहित भाव", Unit.INR, (_A,), "rupee figure / dollar holdings"),
    # Cash
    _kind("Q01", "liquid", "Money at hand", "तुरंत उपलब्ध पैसा", Unit.INR, (_A,), "savings + current + fixed deposits + overnight and liquid funds"),
    _kind("Q01S", "liquid_savings", "Money in savings and current accounts", "बचत खातों में पैसा", Unit.INR, (_A,), "savings + current accounts"),
    _kind("Q02", "liquid_months", "Months your money at hand would last", "पैसा कितने महीने चलेगा", Unit.MONTHS, (_A, _T), "money at hand / spending a month lately"),
    _kind("Q03", "deposits_at_bank", "Deposits at one bank", "एक बैंक में जमा", Unit.INR, (_A,), "savings, current, fixed and recurring deposits at the bank"),
    _kind("T01", "income_month", "Income a month", "महीने की आमदनी", Unit.INR, (_T,), "mean of full months", Per.MONTH),
    _kind("T01M", "income_of_month", "Income of the month", "उस महीने की आमदनी", Unit.INR, (_T,), "sum of income credits", Per.MONTH),
    _kind("T01P", "income_so_far", "Income of the month so far", "महीने की अब तक की आमदनी", Unit.INR, (_T,), "sum of income credits of a month that is not shown to its end"),
    _kind("T02", "outflow_month", "Spending a month", "महीने का खर्च", Unit.INR, (_T,), "mean of debits - investments - self-transfers, EMI included", Per.MONTH),
    _kind("T02M", "outflow_of_month", "Spending of the month", "उस महीने का खर्च", Unit.INR, (_T,), "debits - investments - self-transfers", Per.MONTH),
    _kind("T02R", "outflow_lately", "Spending a month lately", "हाल का महीने का खर्च", Unit.INR, (_T,), "mean of the latest three full months, or fewer", Per.MONTH),
    _kind("T02P", "outflow_so_far", "Spending of the month so far", "महीने का अब तक का खर्च", Unit.INR, (_T,), "debits - investments - self-transfers of a month that is not shown to its end"),
    _kind("T02C", "spending_category", "Spending on a category in the month", "उस महीने श्रेणी का खर्च", Unit.INR, (_T,), "sum of the category's debits", Per.MONTH),
    _kind("T03", "savings_rate", "Savings rate", "बचत दर", Unit.PERCENT, (_T,), "(income - spending) / income"),
    _kind("T04", "invest_rate", "Share of income invested", "आमदनी का निवेश हिस्सा", Unit.PERCENT, (_T,), "investments / income"),
    _kind("T04V", "investments_month", "Investments a month", "महीने का निवेश", Unit.INR, (_T,), "mean of SIP, RD, FD, NPS, PPF, broker funding", Per.MONTH),
    _kind("T05", "surplus", "Left over a month", "महीने में बचा पैसा", Unit.INR, (_T,), "income - spending - investments", Per.MONTH),
    _kind("T06", "visible_share", "Share of spending with a known category", "पहचानी श्रेणी वाला खर्च", Unit.PERCENT, (_T,), "spending with a category / spending"),
    _kind("T07", "recurring", "Recurring payment", "नियमित भुगतान", Unit.INR, (_T,), "two or more payments 25 to 35 days apart", Per.MONTH),
    _kind("T08", "rent_share", "Rent as a share of income", "आमदनी में किराया", Unit.PERCENT, (_T,), "rent / income"),
    _kind("T09", "fees", "Bank fees and penalties of the latest year", "पिछले एक साल के बैंक शुल्क और जुर्माने", Unit.INR, (_T,), "bounces + minimum balance + penal charges"),
    _kind("T09Q", "fees_lately", "Bank fees and penalties of the latest three months", "पिछले तीन महीनों के बैंक शुल्क और जुर्माने", Unit.INR, (_T,), "bounces + minimum balance + penal charges"),
    _kind("T09N", "bounces", "Bounced payments in the latest year", "पिछले एक साल के बाउंस भुगतान", Unit.COUNT, (_T,), "returned mandates"),
    _kind("T10", "bnpl", "Buy-now-pay-later bills a month", "बाद-में-भुगतान के बिल", Unit.INR, (_T,), "mean of payments to such lenders", Per.MONTH),
    _kind("T11", "unseen", "Movement between statements that no row shows", "बिना दिखा बदलाव", Unit.INR, (_T,), "next opening - last closing"),
    _kind("T12", "tax_deducted", "Tax deducted from interest in the latest year", "पिछले एक साल में ब्याज से कटा टैक्स", Unit.INR, (_T,), "TDS rows of the last twelve full months"),
    _kind("T13", "taxed_interest", "Interest credited in the same months", "उन्हीं महीनों का ब्याज", Unit.INR, (_T,), "interest rows of the last twelve full months"),
    _kind("T14", "stopped_mandate", "Monthly investment that has stopped", "बंद हुआ मासिक निवेश", Unit.INR, (_T,), "a mandate of three payments and more, absent for two months", Per.MONTH),
    # Debts
    _kind("L01", "debt", "Outstanding debt", "बकाया कर्ज़", Unit.INR, (_L, _C, _T), "Fi's balance, else the report's"),
    _kind("L01R", "debt_rate", "Interest rate of a debt", "कर्ज़ की ब्याज दर", Unit.PERCENT, (_L, _C), "as reported, a year"),
    _kind("L01K", "debt_kind", "Kind of a debt", "कर्ज़ का प्रकार", Unit.TEXT, (_L, _C), "Fi's class, else the report's account type"),
    _kind("L01E", "debt_emi_paid", "EMI paid", "चुकाई जा रही EMI", Unit.INR, (_L, _T), "from the bank rows", Per.MONTH),
    _kind("L02", "contract_emi", "EMI by contract", "अनुबंध की EMI", Unit.INR, (_C,), "P i (1+i)^n / ((1+i)^n - 1), i = rate / 1200", Per.MONTH),
    _kind("L03", "months_left", "Months until the debt ends", "कर्ज़ खत्म होने में महीने", Unit.MONTHS, (_L, _C, _T), "ceil(-ln(1 - B i / E) / ln(1 + i)) on the EMI paid"),
    _kind("L03C", "months_contract", "Months left by contract", "अनुबंध के बचे महीने", Unit.MONTHS, (_C,), "tenure - months since the loan began"),
    _kind("L04", "schedule_gap", "Outstanding above the contract's schedule", "तय कार्यक्रम से ऊपर बकाया", Unit.INR, (_C,), "outstanding - contract balance"),
    _kind("L05", "foir", "Loan EMIs as a share of income", "आमदनी में EMI का हिस्सा", Unit.PERCENT, (_T, _C), "loan EMIs / income"),
    _kind("L05C", "foir_with_cards", "EMIs and card minimum as a share of income", "EMI और कार्ड न्यूनतम का हिस्सा", Unit.PERCENT, (_T, _C), "(loan EMIs + 5% of revolved card balance) / income"),
    _kind("L05S", "foir_salary", "Loan EMIs as a share of salary", "वेतन में EMI का हिस्सा", Unit.PERCENT, (_T, _C), "loan EMIs / usual monthly salary"),
    _kind("L05T", "foir_salary_with_cards", "EMIs and card minimum as a share of salary", "वेतन में EMI और कार्ड न्यूनतम का हिस्सा", Unit.PERCENT, (_T, _C), "(loan EMIs + 5% of revolved card balance) / usual monthly salary"),
    _kind("L06", "revolver", "Card balance carried over", "कार्ड का बकाया आगे बढ़ता है", Unit.TEXT, (_T, _C), "past due, or minimum payments, or payments below the statement"),
    _kind("L06B", "revolved_balance", "Card balance that is carried over", "आगे बढ़ाया गया कार्ड बकाया", Unit.INR, (_T, _C), "sum of revolved card balances"),
    _kind("L07", "card_interest", "Card interest a year", "साल का कार्ड ब्याज", Unit.INR, (_C,), "revolved balance x reported rate", Per.YEAR),
    _kind("L08", "overdue", "Overdue amount", "अतिदेय राशि", Unit.INR, (_C,), "sum of amounts past due"),
    _kind("L08S", "loan_status", "Status of a loan as Fi reports it", "Fi के अनुसार लोन की स्थिति", Unit.TEXT, (_L,), "the provider's own word"),
    _kind("L09", "emi_without_loan", "EMI of a loan that nobody lists", "बिना दर्ज लोन की EMI", Unit.INR, (_L, _T, _C), "EMIs of two months and more without such a loan at Fi or on the report", Per.MONTH),
    _kind("L10", "unlisted_lender_payment", "Latest payment to a lender that Fi does not list", "Fi में न दिखने वाले कर्ज़दाता को पिछला भुगतान", Unit.INR, (_L, _T, _C), "latest card or pay-later bill of a lender without a debt here"),
    _kind("L12", "same_debit_twice", "Same amount leaving two of your accounts", "दो खातों से जाती एक ही रकम", Unit.INR, (_T,), "equal debits of two accounts within a day, in two months and more", Per.MONTH),
    _kind("L13", "bought_while_overdue", "Bought while a debt was overdue", "बकाया रहते हुई खरीद", Unit.INR, (_T, _C), "funds and shares bought within 60 days of the credit report"),
    # Credit report
    _kind("C01", "score", "Experian score", "Experian स्कोर", Unit.POINTS, (_C,), "as reported"),
    _kind("C01B", "score_band", "Band of the Experian score", "स्कोर की श्रेणी", Unit.TEXT, (_C,), "our bands: 300-599 poor, 600-699 fair, 700-749 good, 750-900 excellent"),
    _kind("C02", "utilisation", "Use of card limits", "कार्ड सीमा का उपयोग", Unit.PERCENT, (_C,), "open revolving balances / limits"),
    _kind("C02D", "card_utilisation", "Use of a card's limit", "इस कार्ड की सीमा का उपयोग", Unit.PERCENT, (_C,), "balance / limit"),
    _kind("C03", "enquiries_90d", "Credit enquiries in 90 days", "90 दिनों में पूछताछ", Unit.COUNT, (_C,), "counted against the report date"),
    _kind("C04", "late_months", "Months paid late", "देर से चुकाए महीने", Unit.COUNT, (_C,), "months 1-6 over the months known"),
    _kind("C04K", "late_months_known", "Months of payment history known", "ज्ञात भुगतान महीने", Unit.COUNT, (_C,), "months with a status"),
    # Funds and shares
    _kind("M01", "mf_value", "Mutual funds", "म्यूचुअल फंड", Unit.INR, (_A,), "sum of the schemes"),
    _kind("M01S", "scheme_value", "Value of a scheme", "स्कीम का मूल्य", Unit.INR, (_A,), "as stated"),
    _kind("M02", "cost_left", "Cost of the units still held", "बचे यूनिट की लागत", Unit.INR, (_A, _T), "first in, first out"),
    _kind("M02S", "scheme_cost", "Cost of a scheme's units still held", "स्कीम के यूनिट की लागत", Unit.INR, (_A, _T), "first in, first out"),
    _kind("M02F", "invested_stated", "Invested as Fi reports it", "Fi का बताया निवेश", Unit.INR, (_A,), "the provider's own figure"),
    _kind("M03", "xirr", "XIRR of a scheme", "स्कीम का XIRR", Unit.PERCENT, (_A, _T), "root of the sum of CF / (1+r)^(days/365)", Per.YEAR),
    _kind("M03F", "xirr_stated", "XIRR as Fi reports it", "Fi का बताया XIRR", Unit.PERCENT, (_A,), "the provider's own figure", Per.YEAR),
    _kind("M04", "regular_share", "Share of regular plans", "रेगुलर प्लान का हिस्सा", Unit.PERCENT, (_A,), "regular plans / mutual funds"),
    _kind("M04V", "regular_value", "Value in regular plans", "रेगुलर प्लान में मूल्य", Unit.INR, (_A,), "sum of regular plans"),
    _kind("M05", "regular_extra_cost", "Extra cost of regular plans a year", "रेगुलर प्लान की अतिरिक्त लागत", Unit.INR, (_A,), "regular value x gap of the category", Per.YEAR),
    _kind("M06B", "sip_bank", "SIP mandates in the bank", "बैंक से SIP", Unit.INR, (_T,), "sum of mandates a month", Per.MONTH),
    _kind("M06M", "sip_mf", "SIP by fund records", "फंड रिकॉर्ड की SIP", Unit.INR, (_A, _T), "latest purchases", Per.MONTH),
    _kind("M07", "sector_share", "Share of sector funds", "सेक्टर फंड का हिस्सा", Unit.PERCENT, (_A,), "sectoral and thematic / mutual funds"),
    _kind("M08", "elss_free", "ELSS beyond its lock-in", "लॉक-इन से मुक्त ELSS", Unit.INR, (_A, _T), "units of lots of 3 years and more x NAV"),
    _kind("M09", "equity_lt_gain", "Long-term gain of equity funds", "इक्विटी फंड का दीर्घकालिक लाभ", Unit.INR, (_A, _T), "value - cost of lots held over 12 months"),
    _kind("M10", "share_value", "Value of a share", "शेयर का मूल्य", Unit.INR, (_A,), "as stated"),
    _kind("M10P", "share_of_shares", "A share's part of the direct shares", "सीधे शेयरों में हिस्सा", Unit.PERCENT, (_A,), "share / direct shares"),
    # Provident fund
    _kind("E01", "epf_total", "Provident fund", "भविष्य निधि", Unit.INR, (_E,), "sum of unique memberships"),
    _kind("E01M", "epf_member", "Provident fund with an employer", "नियोक्ता के साथ भविष्य निधि", Unit.INR, (_E,), "as stated"),
    _kind("E01P", "epf_pension", "Pension (EPS), not part of the fund", "पेंशन (EPS), फंड से अलग", Unit.INR, (_E,), "as stated"),
    _kind("E02", "epf_past", "Provident fund with past employers", "पुराने नियोक्ताओं की भविष्य निधि", Unit.INR, (_E,), "memberships with an exit date"),
    _kind("E02N", "epf_past_employers", "Past employers with a balance", "बकाया वाले पुराने नियोक्ता", Unit.COUNT, (_E,), "memberships with an exit date and a balance"),
    _kind("E03", "epf_taken_out", "Taken out of the provident fund", "भविष्य निधि से निकाला", Unit.INR, (_E,), "share credits - balances"),
    _kind("E04", "employer_match", "Employer pays into the provident fund", "वेतन और भविष्य निधि का नियोक्ता", Unit.TEXT, (_E, _T), "active employer found in the salary narration"),
    # Age
    _kind("D01", "part_age", "Age of the data", "डेटा की उम्र", Unit.DAYS, (), "today - as of"),
)  # fmt: skip

KINDS: dict[str, FactKind] = {kind.code: kind for kind in _ROWS}
OF_ONE_MONTH = frozenset({"T01M", "T02M", "T02C"})  # what came to pass in the month that their labels name


def told_per(fact_id: str, per: str | None) -> str | None:
    """The period to say beside a figure: "Spending of October 2026" is an amount, not so much a month."""
    return None if fact_id.partition(":")[0] in OF_ONE_MONTH else per


# Where a fact of a code can rest on more than its kind says: the debts of one person stand in other places.
_MAY_REST_ON: dict[str, frozenset[Scope]] = {
    "N07": frozenset({_L}),
    "L05C": frozenset({_L}),
    "L05T": frozenset({_L}),
    "L06": frozenset({_L}),
    "L06B": frozenset({_L}),
    "L07": frozenset({_L, _T}),
    "L08": frozenset({_L}),
}


def scopes_of(fact_id: str) -> frozenset[Scope]:
    """The most consents that a fact of this id can need; a computed or simulated one may rest on any of them."""
    code, *keys = fact_id.split(":")
    kind = KINDS.get(code)
    if kind is None:
        return frozenset(Scope)
    return kind.scopes | _MAY_REST_ON.get(code, frozenset()) | ({_E} if "epf" in keys else frozenset())
