"""Meenakshi Iyer, 41: IT director in Hyderabad; home and car loan, regular funds, employer stock."""

from __future__ import annotations

from datetime import date

from emulators.fi_mcp.people.calendar import every, in_months
from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.fi_mcp.people.credit_file import ClosedAccount, CreditFile
from emulators.fi_mcp.people.debts import Card, Loan, billed_next
from emulators.fi_mcp.people.deposits import (
    Employment,
    FixedDeposit,
    GoldBond,
    Pot,
    RecurringDeposit,
    growing,
)
from emulators.fi_mcp.people.funds import ARANYA, HIMADRI, NILGIRI, SAGARIKA, Scheme, Sip
from emulators.fi_mcp.people.isin import isin
from emulators.fi_mcp.people.ledger import Flow, Kind
from emulators.fi_mcp.people.narration import (
    ARAVALLI,
    GODAVARI,
    SAHYADRI,
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
from emulators.fi_mcp.people.shares import BONUS, BUY, SELL, Share, ShareTrade, UsShare

EMPLOYER = "NORTHBRIDGE CLOUD INDIA PVT LTD"
AUG = 9

HOME = Loan(SAHYADRI, "6630", "HOME", "HOME_LOAN", "02", 7_500_000, 8.6, 240, paid=54, opened=-43)
CAR = Loan(ARAVALLI, "1187", "AUTO", "VEHICLE_LOAN", "01", 1_200_000, 9.1, 60, paid=31, opened=-20)

CARD_A = (64000, 71000, 58000, 52000, 61000, 66000, 98000, 57000, 60000, 63000, 59000, 88000)
CARD_B = every(22_000)

MEENAKSHI = Person(
    identity=BY_SLUG["meenakshi"],
    bank=GODAVARI,
    account_tail="1024",
    opening=640_000,
    flows=(
        Flow(Kind.INCOME, every(418_000), salary(EMPLOYER), 1),
        Flow(Kind.INCOME, every(32_000), neft("ARVIND BHASKAR", "FLAT 304 RENT"), 4),
        Flow(Kind.INCOME, in_months(Mar=620_000), neft(EMPLOYER, "ANNUAL BONUS"), 20),
        Flow(Kind.INCOME, in_months(Dec=4_600, Mar=4_900, Jun=5_200, Sep=5_600), interest("SAVINGS QTR"), 31),
        Flow(Kind.OTHER_CREDIT, in_months(Aug=186_000), neft("NORTHBRIDGE STOCK PLAN TRUST", "RSU SALE PROCEEDS"), 14),
        Flow(Kind.EMI, every(HOME.emi), ach("SAHYADRI BANK", "HOME LOAN EMI", "SHHL0006630"), 5),
        Flow(Kind.EMI, every(CAR.emi), ach("ARAVALLI BANK", "AUTO LOAN EMI", "ARAL0001187"), 7),
        Flow(Kind.SPEND, every(9_500), neft("LAKEVIEW TOWERS OWNERS ASSN", "MAINTENANCE"), 6),
        Flow(Kind.SPEND, every(9_000), upi("YADAMMA", "8XXXXXX731@GDVPAY", "COOK SALARY"), 2),
        Flow(Kind.SPEND, every(7_000), upi("RAMULU", "RAMULU77@GDVPAY", "DRIVER SALARY"), 2),
        Flow(Kind.SPEND, every(6_701), billpay("DECCAN VIDYUT", "ELECTRICITY"), 8),
        Flow(Kind.SPEND, every(1_499), billpay("FIBERLOOP", "INTERNET BILL"), 12),
        Flow(Kind.SPEND, every(1_000), billpay("NEERDHARA WATER", "WATER BILL"), 16),
        Flow(Kind.SPEND, every(20_000), imps("SUBRAMANIAM IYER", "APPA AMMA"), 3),
        Flow(Kind.SPEND, every(21_000), one_of(upi("RATNADEEP FRESH", "RATNAFRESH@GDVPAY", "GROCERIES"), pos("HARVEST HYPERMART", "HYDERABAD", "9906"), upi("MINUTEMART", "MINUTEMART.RZP@KNKPAY", "ORDER")), 2, pieces=8),
        Flow(Kind.SPEND, every(14_500), one_of(upi("BHUKKAD ONLINE", "BHUKKAD.RZP@KNKPAY", "FOOD ORDER"), pos("CHARMINAR PAVILION", "HYDERABAD", "9906")), 2, pieces=9),
        Flow(Kind.SPEND, every(12_000), one_of(upi("SAWAARI CABS", "SAWAARI@KNKPAY", "RIDE"), pos("SHAKTI PETROLEUM", "HYDERABAD", "9906")), 2, pieces=7),
        Flow(Kind.SPEND, every(1_499), upi("CHALCHITRA PLUS", "CHALCHITRA@KNKPAY", "FAMILY SUBSCRIPTION"), 13),
        Flow(Kind.SPEND, every(2_801), upi("FITNEST CLUB", "FITNEST@GDVPAY", "MEMBERSHIP"), 15),
        Flow(Kind.SPEND, CARD_A, card_bill(SAHYADRI, "7719"), 18),
        Flow(Kind.SPEND, CARD_B, card_bill(ARAVALLI, "5240"), 20),
        Flow(Kind.SPEND, in_months(Nov=145_000, Jun=145_000), neft("MEADOWLARK INTERNATIONAL SCHOOL", "TERM FEES"), 10),
        Flow(Kind.SPEND, in_months(Apr=84_000), ach("SURAKSHA LIFE AND HEALTH", "PREMIUM", "SLH4471902"), 12),
        Flow(Kind.SPEND, in_months(May=260_000), neft("GHUMAKKAD HOLIDAYS", "FAMILY TRIP"), 9),
        Flow(Kind.TAX, in_months(Dec=150_000, Sep=150_000), plain("BIL/ONL/CBDT TAX/ADVANCE TAX 100/ITNS280", "BILLPAY"), 14),
        Flow(Kind.INVESTMENT, every(25_000), ach(NILGIRI.label, "SIP FLEXICAP REG", "NL10920461"), 10),
        Flow(Kind.INVESTMENT, every(20_000), ach(HIMADRI.label, "SIP LARGE MIDCAP REG", "HM20117745"), 10),
        Flow(Kind.INVESTMENT, every(15_000), ach(SAGARIKA.label, "SIP SMALLCAP REG", "SG30855210"), 10),
        Flow(Kind.INVESTMENT, every(20_000), ach(ARANYA.label, "SIP NIFTY50 DIR", "AR40992187"), 12),
        Flow(Kind.INVESTMENT, every(15_000), ach(NILGIRI.label, "SIP MIDCAP DIR", "NL10920477"), 12),
        Flow(Kind.INVESTMENT, in_months(Mar=400_000), neft("ARANYA MF COLLECTION AC", "LUMPSUM NIFTY50 FOLIO 30774102"), 24),
        Flow(Kind.INVESTMENT, every(10_000), billpay("NPS TRUST", "TIER I CONTRIBUTION"), 11),
        Flow(Kind.INVESTMENT, every(20_000), plain("TRF TO RD XXXX4408 INSTALLMENT"), 6),
    ),
    loans=(HOME, CAR),
    cards=(
        Card(SAHYADRI, "7719", 800_000, billed_next(CARD_A, 96_500), 39.0, opened=-130),
        Card(ARAVALLI, "5240", 400_000, billed_next(CARD_B, 22_500), 42.0, opened=-71),
    ),
    schemes=(
        Scheme(NILGIRI, "11F2", "Nilgiri Flexi Cap Fund - Regular Plan - Growth", "REGULAR", "EQUITY", "FLEXI_CAP_FUND",
               "8100342/07", 1_560_000, 76.1980, 11.2, -48, (Sip(25_000, -30, day=10),)),
        Scheme(HIMADRI, "12L7", "Himadri Large & Mid Cap Fund - Regular Plan - Growth", "REGULAR", "EQUITY", "LARGE_AND_MID_CAP",
               "5511008390", 1_280_000, 98.4417, 12.0, -48, (Sip(20_000, -30, day=10),)),
        Scheme(SAGARIKA, "13S9", "Sagarika Small Cap Fund - Regular Plan - Growth", "REGULAR", "EQUITY", "SMALL_CAP_FUND",
               "882764015", 1_000_000, 54.0263, 13.0, -48, (Sip(15_000, -30, day=10),), swing_pct=5.0),
        Scheme(ARANYA, "02N5", "Aranya Nifty 50 Index Fund - Direct Plan - Growth", "DIRECT", "EQUITY", "INDEX_FUNDS",
               "30774102", 820_000, 231.4075, 11.1, -7, (Sip(20_000, -4, day=12),), lumps=((4, 24, 400_000),)),
        Scheme(NILGIRI, "14M3", "Nilgiri Midcap Fund - Direct Plan - Growth", "DIRECT", "EQUITY", "MID_CAP_FUND",
               "8100342/66", 580_000, 118.3904, 14.1, -24, (Sip(15_000, -17, day=12),), swing_pct=4.0),
    ),
    production_trades=True,
    fixed=(FixedDeposit(GODAVARI, "9931", 600_000, 7.1, -9),),
    recurring=(RecurringDeposit(GODAVARI, "4408", 20_000, 260_000, 36),),
    epf=(
        Employment("COROMANDEL SYSTEMS LTD", "APHYD00087610000004412", "(RO)HYDERABAD", date(2007, 7, 16), date(2014, 5, 31), every(980_000)),
        Employment("TURING AND TAGORE CONSULTING", "APHYD00231970000000845", "(RO)HYDERABAD", date(2014, 6, 9), date(2022, 11, 30), every(1_480_000)),
        Employment(EMPLOYER, "APMAD00664080000009127", "(RO)MADHAPUR", date(2022, 12, 5), None, growing(1_660_000, 38_900), 54),
    ),
    pension=Pot(271_250, monthly=1_250),
    nps=Pot(860_000, monthly=10_000, growth_pct=8.5),
    gold_bonds=(GoldBond(isin("IN002021901"), "SGB 2.50% MAY 2029 - SR II", 80, 11_750, 14.0),),
    shares=(
        Share("INE9V1A0101", "VINDHYA CEMENTS LIMITED", 950.0, 12.0, (
            ShareTrade(-40, 11, BUY, 300, 612.40), ShareTrade(-22, 5, BUY, 160, 741.15), ShareTrade(-8, 19, SELL, 40, 868.90))),
        Share("INE9G2B0202", "GANGOTRI TELECOM LIMITED", 1_150.0, 15.0, (
            ShareTrade(-33, 8, BUY, 120, 702.00), ShareTrade(-20, 14, BONUS, 120))),
        Share("INE9M3C0303", "MALNAD COFFEE ESTATES LIMITED", 1_100.0, 9.0, (
            ShareTrade(-29, 21, BUY, 200, 845.75), ShareTrade(-11, 12, BUY, 110, 968.20))),
        Share("INE9S4D0404", "SETU PAYMENTS BANK LIMITED", 410.0, -4.0, (ShareTrade(-15, 3, BUY, 400, 431.60),)),
    ),
    us_shares=(UsShare("NBCL", "Northbridge Cloud Inc.", 150, 258.0, 3_460_000, 10.0, sold=((AUG, 8.0),)),),
    credit=CreditFile("19850211", 812, 806, enquiries=(("GODAVARI BANK", "10", 171),), closed=(
        ClosedAccount("SAHYADRI BANK", "01", "I", -140, -84, 650_000, 10.4, 60),
    )),
)  # fmt: skip
