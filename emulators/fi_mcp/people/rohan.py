"""Rohan Kulkarni, 33: sales in Thane; two personal loans, two full cards, pay-later, late salaries."""

from __future__ import annotations

from datetime import date

from emulators.fi_mcp.people.calendar import every, in_months, steps
from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.fi_mcp.people.credit_file import CreditFile
from emulators.fi_mcp.people.debts import Card, Loan, straight
from emulators.fi_mcp.people.deposits import Employment, Pot, growing
from emulators.fi_mcp.people.funds import HIMADRI, Scheme, Sip
from emulators.fi_mcp.people.ledger import Flow, Kind
from emulators.fi_mcp.people.narration import (
    ARAVALLI,
    GODAVARI,
    KONKAN,
    Bank,
    ach,
    atm,
    billpay,
    card_bill,
    charge,
    imps,
    neft,
    one_of,
    pos,
    salary,
    upi,
)
from emulators.fi_mcp.people.person import Person

EMPLOYER = "VAJRA AGRO SALES PVT LTD"
TEJAS = Bank("Tejas Finance", "TJFN")
LOTUSLEND = Bank("Lotuslend Capital", "LTLC")

PL1 = Loan(
    TEJAS, "8841", "PERSONAL", "OTHER_LOAN", "05", 700_000, 15.5, 48, paid=17, opened=-6, collected=19_660
)
PL2 = Loan(LOTUSLEND, "2270", "PERSONAL", "OTHER_LOAN", "05", 200_000, 24.0, 24, paid=8, opened=4)
BIKE = Loan(KONKAN, "0193", "TWO_WHEELER", "VEHICLE_LOAN", "01", 110_000, 11.0, 36, paid=20, opened=-9)

CARD_A = (9500, 9200, 8900, 8700, 8100, 7600, 7300, 7100, 6900, 6800, 6800, 6700)
CARD_B = (5200, 5000, 4900, 4700, 4200, 3600, 3300, 3100, 2900, 2800, 2700, 2700)
PAY_LATER = (3200, 3600, 3900, 4100, 4400, 4600, 4900, 5100, 5200, 5600, 5800, 6300)
UPI = (9000, 8500, 6000, 5500, 4500, 4000, 4200, 3800, 3600, 3700, 3500, 6200)

# His salary came on the 12th in three months, so mandates were returned unpaid and collected later.
JUN, AUG, SEP = 7, 9, 10
LATE = ((JUN, 12), (AUG, 12), (SEP, 12))
AFTER_PAY = ((JUN, 13), (AUG, 13), (SEP, 13))


def after_pay(day: int) -> tuple[tuple[int, int], ...]:
    """Put off in August and September, when the account was empty until the salary."""
    return ((AUG, day), (SEP, day))


FOOD = one_of(
    upi("BHUKKAD ONLINE", "BHUKKAD.RZP@KNKPAY", "FOOD ORDER"),
    upi("THANE MISAL HOUSE", "Q71190218@ARVPAY", "PAYMENT FROM PHONE"),
    upi("HOTEL SUPRABHAT", "SUPRABHAT@KNKPAY", "LUNCH"),
)
PEOPLE = one_of(
    upi("NITIN SAWANT", "NITINSAWANT88@ARVPAY", "UDHAARI"),
    upi("KAPDA BAZAAR", "KAPDABAZAAR@SHYPAY", "SHOPPING"),
    upi("SHRADDHA MEDICALS", "Q60041127@KNKPAY", "PAYMENT FROM PHONE"),
    upi("LUCKY GAMES ZONE", "LUCKYZONE@GDVPAY", "UPI"),
)

ROHAN = Person(
    identity=BY_SLUG["rohan"],
    bank=ARAVALLI,
    account_tail="7502",
    opening=41_000,
    flows=(
        Flow(Kind.INCOME, every(92_000), salary(EMPLOYER), 1, days=LATE),
        Flow(Kind.INCOME, in_months(Apr=45_000, Oct=32_000), neft(EMPLOYER, "SALES INCENTIVE"), 10),
        Flow(Kind.OTHER_CREDIT, in_months(Mar=196_000), neft("LOTUSLEND CAPITAL", "LOAN DISBURSAL PL2270"), 1),
        Flow(Kind.SPEND, every(16_000), imps("VISHWAS PATIL", "GHARBHADA RENT"), 1),
        Flow(Kind.SPEND, every(6_000), upi("ANAGHA KULKARNI", "ANAGHAK57@KNKPAY", "AAI BABA"), 2),
        Flow(Kind.EMI, every(PL1.emi), ach("TEJAS FINANCE", "PERSONAL LOAN EMI", "TFPL0028841"), 5, days=((SEP, 14),)),
        Flow(Kind.EMI, steps((0, 4), (PL2.emi, 8)), ach("LOTUSLEND CAPITAL", "PERSONAL LOAN EMI", "LLPL0002270"), 10,
             days=((4, 30), (JUN, 14), (AUG, 14), (SEP, 15))),
        Flow(Kind.EMI, every(BIKE.emi), ach("KONKAN MERCANTILE BANK", "TWO WHEELER LOAN EMI", "KMTW0000193"), 7),
        Flow(Kind.FEE, in_months(Jun=590, Aug=590), charge("ACH RETURN CHGS-INSUFFICIENT FUNDS-LLPL0002270"), 11),
        Flow(Kind.FEE, in_months(Sep=590), charge("ACH RETURN CHGS-INSUFFICIENT FUNDS-TFPL0028841"), 6),
        Flow(Kind.FEE, in_months(Aug=354), charge("CHG FOR NON MAINTENANCE OF MIN BAL INCL GST"), 29),
        Flow(Kind.SPEND, CARD_A, card_bill(GODAVARI, "9017", "PARTIAL PMT"), 9, days=after_pay(16)),
        Flow(Kind.SPEND, CARD_B, card_bill(KONKAN, "4426", "MIN DUE PMT"), 9, days=after_pay(17)),
        Flow(Kind.SPEND, PAY_LATER, upi("ZIVO POSTPAID", "ZIVOPOSTPAID@KNKPAY", "POSTPAID BILL REPAYMENT"), 10, days=after_pay(17)),
        Flow(Kind.SPEND, every(4_000), atm("THANE WEST"), 8, days=after_pay(18)),
        Flow(Kind.SPEND, every(2_100), billpay("MAHAVIDYUT", "ELECTRICITY"), 6, days=after_pay(18)),
        Flow(Kind.SPEND, every(800), billpay("JALDHARA GAS", "PNG BILL"), 16),
        Flow(Kind.SPEND, every(649), upi("CHALCHITRA PLUS", "CHALCHITRA@KNKPAY", "MONTHLY SUBSCRIPTION"), 19),
        Flow(Kind.SPEND, every(798), upi("KHELTV", "KHELTV@GDVPAY", "MONTHLY SUBSCRIPTION"), 23),
        Flow(Kind.SPEND, every(8_200), FOOD, 2, pieces=13, days=AFTER_PAY),
        Flow(Kind.SPEND, every(6_300), upi("SAI KIRANA STORES", "Q29904471@ARVPAY", "GROCERIES"), 3, pieces=6, days=AFTER_PAY),
        Flow(Kind.SPEND, every(3_400), pos("SHAKTI PETROLEUM", "THANE", "2218"), 4, pieces=3, days=AFTER_PAY),
        Flow(Kind.SPEND, UPI, PEOPLE, 3, pieces=6, days=AFTER_PAY),
        Flow(Kind.SPEND, in_months(Mar=150_000), neft("SHUBHMANGAL CATERERS AND DECOR", "TAI WEDDING"), 12),
        Flow(Kind.SPEND, in_months(Jul=9_800), pos("OM AUTO SERVICE", "THANE", "2218"), 16),
        Flow(Kind.INVESTMENT, steps((2_000, 4)), ach(HIMADRI.label, "SIP ELSS", "HM33410958"), 15),
    ),
    loans=(PL1, PL2, BIKE),
    cards=(
        Card(GODAVARI, "9017", 150_000, straight(118_000, 142_000), 42.0, opened=-40, late=(2, 3, 5)),
        Card(KONKAN, "4426", 60_000, straight(46_500, 54_000), 39.0, opened=-22, late=(1, 2)),
    ),
    schemes=(
        Scheme(HIMADRI, "06E4", "Himadri ELSS Tax Saver Fund - Direct Plan - Growth", "DIRECT", "EQUITY", "ELSS",
               "5500301145", 61_500, 38.7716, 10.6, -18, (Sip(2_000, -18, 3, day=15),)),
    ),
    epf=(
        Employment("SAPTARISHI CONSUMER GOODS LTD", "THTHA00120450000000876", "(RO)THANE", date(2017, 6, 12), date(2021, 11, 30),
                   every(185_000)),
        Employment(EMPLOYER, "THTHA00559120000002043", "(RO)THANE", date(2021, 12, 6), None, growing(196_400, 3_600), 66),
    ),
    pension=Pot(96_250, monthly=1_250),
    credit=CreditFile("19930907", 628, 671, confidence="M", enquiries=(
        ("ZIVO FINANCIAL", "35", 9), ("LOTUSLEND CAPITAL", "05", 26), ("RUPAYA NOW", "05", 41), ("ARAVALLI BANK", "10", 63),
        ("QUICKPAISA DIGITAL", "05", 82),
    )),
)  # fmt: skip
