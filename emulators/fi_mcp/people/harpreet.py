"""Harpreet Singh Gill, 52: PSU manager in Ludhiana; deposits, NPS, his daughter's education loan."""

from __future__ import annotations

from emulators.fi_mcp.people.calendar import every, in_months
from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.fi_mcp.people.credit_file import ClosedAccount, CreditFile
from emulators.fi_mcp.people.debts import Card, Loan, billed_next
from emulators.fi_mcp.people.deposits import FixedDeposit, Pot, RecurringDeposit
from emulators.fi_mcp.people.ledger import Flow, Kind
from emulators.fi_mcp.people.narration import (
    SAHYADRI,
    SATLUJ,
    ach,
    billpay,
    card_bill,
    imps,
    interest,
    neft,
    one_of,
    plain,
    pos,
    salary,
    upi,
)
from emulators.fi_mcp.people.person import Person

EMPLOYER = "BHARAT URVARAK NIGAM LTD"
JAN, JUL = 2, 8
CARD = (18400, 21000, 16800, 17300, 19900, 16200, 17700, 18100, 16900, 18800, 17400, 23500)

# Repayment began in January; in November and December he paid interest accrued during the moratorium,
# the same amount by the same mandate, which leaves the principal at 15 lakh.
EDUCATION = Loan(SATLUJ, "5508", "EDUCATION", "OTHER_LOAN", "08", 1_500_000, 10.2, 84, paid=10, opened=-26)

HARPREET = Person(
    identity=BY_SLUG["harpreet"],
    bank=SATLUJ,
    account_tail="3391",
    opening=390_000,
    flows=(
        Flow(Kind.INCOME, every(136_000), salary(EMPLOYER), 1),
        Flow(Kind.INCOME, in_months(Dec=2_900, Mar=3_100, Jun=3_200, Sep=3_300), interest("SAVINGS QTR"), 31),
        Flow(Kind.INCOME, in_months(Apr=92_000), neft(EMPLOYER, "PAY ARREARS"), 15),
        Flow(Kind.OTHER_CREDIT, in_months(Jul=300_000), plain("FD XXXX7204 MATURITY PROCEEDS PRINCIPAL"), 9),
        Flow(Kind.INCOME, in_months(Jul=18_900), interest("FD XXXX7204 MATURITY INTEREST"), 9),
        Flow(Kind.EMI, every(EDUCATION.emi), ach("SATLUJ STATE BANK", "EDUCATION LOAN EMI", "STEL0005508"), 5),
        Flow(Kind.SPEND, every(24_000), upi("MANJEET KAUR GILL", "MANJEETGILL@STLPAY", "GHAR KHARCH"), 2),
        Flow(Kind.SPEND, every(4_700), billpay("PANJ BIJLI", "ELECTRICITY"), 8),
        Flow(Kind.SPEND, every(1_400), billpay("SATLUJ GAS", "GAS BILL"), 14),
        Flow(Kind.SPEND, every(14_500), one_of(upi("GURU KIRPA STORES", "Q20118834@STLPAY", "RATION"), upi("VERKA DAIRY BOOTH", "Q77810023@STLPAY", "MILK")), 3, pieces=7),
        Flow(Kind.SPEND, every(5_200), pos("SHAKTI PETROLEUM", "LUDHIANA", "6120"), 4, pieces=3),
        Flow(Kind.SPEND, every(4_800), upi("AMRIT MEDICOS", "AMRITMEDICOS@STLPAY", "MEDICINE"), 6, pieces=2, until=20),
        Flow(Kind.SPEND, every(15_000), imps("SIMRAN GILL", "HOSTEL AND MESS"), 3),
        Flow(Kind.SPEND, CARD, card_bill(SAHYADRI, "1150"), 17),
        Flow(Kind.SPEND, in_months(Mar=62_000), ach("JEEVAN RAKSHA LIFE", "PREMIUM", "JRL60122874"), 12),
        Flow(Kind.SPEND, in_months(May=38_000), ach("SURAKSHA HEALTH INSURANCE", "PREMIUM", "SHI41100736"), 18),
        Flow(Kind.SPEND, in_months(Oct=26_000), pos("NANAK JEWELLERS", "LUDHIANA", "6120"), 22),
        Flow(Kind.INVESTMENT, every(15_000), plain("TO TRANSFER-RD INSTALLMENT XXXX8842--"), 6),
        Flow(Kind.INVESTMENT, in_months(Jan=300_000), plain("TO TRANSFER-NEW FD XXXX9310 BOOKED--"), 10),
        Flow(Kind.INVESTMENT, in_months(Jul=300_000), plain("TO TRANSFER-FD RENEWAL XXXX7861 BOOKED--"), 10),
    ),
    loans=(EDUCATION,),
    cards=(Card(SAHYADRI, "1150", 200_000, billed_next(CARD, 18_900), 39.0, opened=-88),),
    fixed=(
        FixedDeposit(SATLUJ, "4410", 800_000, 7.1, -30),
        FixedDeposit(SATLUJ, "4427", 350_000, 7.0, -21),
        FixedDeposit(SATLUJ, "7204", 300_000, 7.1, -7, closed=JUL),
        FixedDeposit(SATLUJ, "7861", 300_000, 7.1, JUL),
        FixedDeposit(SATLUJ, "9310", 300_000, 7.1, JAN),
        FixedDeposit(SAHYADRI, "2206", 450_000, 7.25, -16),
        FixedDeposit(SAHYADRI, "2213", 300_000, 7.25, -12),
    ),
    recurring=(RecurringDeposit(SATLUJ, "8842", 15_000, 360_000, 60),),
    nps=Pot(4_200_000, monthly=27_200, growth_pct=8.0),
    credit=CreditFile("19740803", 803, 798, enquiries=(("SATLUJ STATE BANK", "08", 320),), closed=(
        ClosedAccount("SATLUJ STATE BANK", "02", "I", -190, -22, 2_200_000, 8.9, 180),
    )),
)  # fmt: skip
