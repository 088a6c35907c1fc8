"""Priya Nair, 29: designer in Bengaluru, changed jobs in April, invests by SIP."""

from __future__ import annotations

from datetime import date

from emulators.fi_mcp.people.calendar import every, in_months, steps
from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.fi_mcp.people.credit_file import ClosedAccount, CreditFile
from emulators.fi_mcp.people.debts import Card, billed_next
from emulators.fi_mcp.people.deposits import Employment, Pot
from emulators.fi_mcp.people.funds import ARANYA, HIMADRI, NILGIRI, SAGARIKA, Scheme, Sip
from emulators.fi_mcp.people.ledger import Flow, Kind
from emulators.fi_mcp.people.narration import (
    ARAVALLI,
    CAUVERY,
    ach,
    billpay,
    card_bill,
    imps,
    interest,
    neft,
    one_of,
    salary,
    upi,
)
from emulators.fi_mcp.people.person import Person

OLD_JOB = "LUMEN AND LARK DESIGN PVT LTD"
NEW_JOB = "KESTREL INTERACTIVE PVT LTD"
CARD = (26500, 31200, 24800, 22900, 27600, 38400, 25100, 24400, 26700, 29900, 25600, 41300)
SPRING = 5  # index of April, the first month in the new job

GROCERIES = one_of(
    upi("NAMMA BASKET", "NAMMABASKET@CVNPAY", "GROCERIES"),
    upi("HOSAHALLI ORGANICS", "Q30077185@ARVPAY", "PAYMENT FROM PHONE"),
    upi("MINUTEMART", "MINUTEMART.RZP@KNKPAY", "ORDER"),
)
FOOD = one_of(
    upi("BHUKKAD ONLINE", "BHUKKAD.RZP@KNKPAY", "FOOD ORDER"),
    upi("THIRD PLACE COFFEE", "THIRDPLACE@ARVPAY", "COFFEE"),
    upi("MALABAR TABLE", "MALABARTABLE@CVNPAY", "DINNER"),
)
TRAVEL = one_of(
    upi("SAWAARI CABS", "SAWAARI@KNKPAY", "RIDE"),
    upi("NAMMA TRANSIT", "NAMMATRANSIT@CVNPAY", "METRO RECHARGE"),
)

PRIYA = Person(
    identity=BY_SLUG["priya"],
    bank=CAUVERY,
    account_tail="2096",
    opening=185_000,
    flows=(
        Flow(Kind.INCOME, steps((128_000, 5)), salary(OLD_JOB), 1),
        Flow(Kind.INCOME, steps((0, 5), (152_000, 7)), salary(NEW_JOB), 1),
        Flow(Kind.INCOME, in_months(Apr=60_000), neft(NEW_JOB, "JOINING BONUS"), 2),
        Flow(Kind.INCOME, in_months(Dec=1_150, Mar=1_240, Jun=1_390, Sep=1_510), interest("SAVINGS QTR"), 31),
        Flow(Kind.OTHER_CREDIT, in_months(Sep=14_200), neft("INCOME TAX DEPT CPC", "ITDTAX REFUND AY"), 18),
        Flow(Kind.SPEND, every(34_000), imps("GEETHA RAMESH", "RENT"), 3),
        Flow(Kind.SPEND, every(10_000), upi("MADHAVAN NAIR", "MADHAVANNAIR55@CVNPAY", "ACHAN AMMA"), 3),
        Flow(Kind.SPEND, every(3_500), upi("SELVI", "9XXXXXX412@ARVPAY", "HOUSE HELP"), 4),
        Flow(Kind.SPEND, every(1_801), billpay("VIDYUTHI POWER", "ELECTRICITY"), 9),
        Flow(Kind.SPEND, every(999), billpay("FIBERLOOP", "INTERNET BILL"), 13),
        Flow(Kind.SPEND, every(7_200), GROCERIES, 2, pieces=8),
        Flow(Kind.SPEND, every(6_400), FOOD, 2, pieces=11),
        Flow(Kind.SPEND, every(3_900), TRAVEL, 2, pieces=10),
        Flow(Kind.SPEND, every(649), upi("CHALCHITRA PLUS", "CHALCHITRA@KNKPAY", "MONTHLY SUBSCRIPTION"), 11),
        Flow(Kind.SPEND, every(199), upi("DHUN MUSIC", "DHUNMUSIC@KNKPAY", "MONTHLY SUBSCRIPTION"), 16),
        Flow(Kind.SPEND, every(948), upi("PIXELFORGE STUDIO", "PIXELFORGE@ARVPAY", "DESIGN SUITE"), 21),
        Flow(Kind.SPEND, CARD, card_bill(ARAVALLI, "3358"), 18),
        Flow(Kind.SPEND, in_months(Jan=18_500), ach("SURAKSHA HEALTH INSURANCE", "PREMIUM", "SHI20918834"), 22),
        Flow(Kind.INVESTMENT, every(10_000), ach(NILGIRI.label, "SIP FLEXICAP", "NL88410231"), 5),
        Flow(Kind.INVESTMENT, every(9_000), ach(ARANYA.label, "SIP NIFTY50", "AR55129074"), 5),
        Flow(Kind.INVESTMENT, every(7_000), ach(HIMADRI.label, "SIP MIDCAP", "HM70218365"), 7),
        Flow(Kind.INVESTMENT, steps((5_000, 7)), ach(SAGARIKA.label, "SIP SMALLCAP", "SG91047522"), 7),
        Flow(Kind.INVESTMENT, every(5_000), ach(NILGIRI.label, "SIP ELSS TAXSAVER", "NL88410249"), 10),
    ),
    cards=(Card(ARAVALLI, "3358", 300_000, billed_next(CARD, 31_700), 40.2, opened=-52),),
    schemes=(
        Scheme(NILGIRI, "01F6", "Nilgiri Flexi Cap Fund - Direct Plan - Growth", "DIRECT", "EQUITY", "FLEXI_CAP_FUND",
               "7712049/31", 362_000, 84.6120, 12.4, -24, (Sip(10_000, -17, day=5),)),
        Scheme(ARANYA, "02N5", "Aranya Nifty 50 Index Fund - Direct Plan - Growth", "DIRECT", "EQUITY", "INDEX_FUNDS",
               "30218846", 318_000, 231.4075, 11.1, -22, (Sip(9_000, -16, day=5),)),
        Scheme(HIMADRI, "03M1", "Himadri Midcap Fund - Direct Plan - Growth", "DIRECT", "EQUITY", "MID_CAP_FUND",
               "5500187726", 204_000, 142.0338, 15.2, -14, (Sip(7_000, -10, day=7),), swing_pct=4.5),
        Scheme(SAGARIKA, "04S2", "Sagarika Small Cap Fund - Direct Plan - Growth", "DIRECT", "EQUITY", "SMALL_CAP_FUND",
               "882001734", 116_000, 58.9124, 13.8, -14, (Sip(5_000, -10, 6),), swing_pct=5.5),
        Scheme(NILGIRI, "05E8", "Nilgiri ELSS Tax Saver Fund - Direct Plan - Growth", "DIRECT", "EQUITY", "ELSS",
               "7712049/58", 140_000, 67.2051, 12.0, -14, (Sip(5_000, -11, day=10),)),
    ),
    epf=(
        Employment("BLUEPINE STUDIO LLP", "PYBOM00198310000000221", "(RO)BENGALURU", date(2019, 7, 1), date(2021, 9, 30),
                   steps((184_000, SPRING), (0, 7))),
        Employment(OLD_JOB, "PYBOM00340920000001107", "(RO)BENGALURU", date(2021, 10, 4), SPRING - 1,
                   tuple(412_000 - 14_100 * max(0, SPRING - 1 - index) for index in range(12))),
        Employment(NEW_JOB, "PYKRP00771650000003318", "(RO)KORAMANGALA", SPRING, None,
                   (*(0,) * SPRING, *(310_000 - 18_000 * (11 - index) for index in range(SPRING, 12)))),
    ),
    pension=Pot(88_750, monthly=1_250),
    credit=CreditFile("19970322", 791, 774, enquiries=(("ARAVALLI BANK", "10", 214),), closed=(
        ClosedAccount("TEJAS FINANCE", "06", "I", -60, -42, 68_000, 13.5, 18),
    )),
)  # fmt: skip
