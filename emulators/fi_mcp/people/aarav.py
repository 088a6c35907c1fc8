"""Aarav Mehta, 24: QA engineer in Pune, first job, pays his only card in full."""

from __future__ import annotations

from datetime import date

from emulators.fi_mcp.people.calendar import every, in_months
from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.fi_mcp.people.credit_file import CreditFile
from emulators.fi_mcp.people.debts import Card, billed_next
from emulators.fi_mcp.people.deposits import Employment, Pot, growing
from emulators.fi_mcp.people.ledger import Flow, Kind
from emulators.fi_mcp.people.narration import KONKAN, SAHYADRI, card_bill, one_of, pos, salary, upi
from emulators.fi_mcp.people.person import Person

EMPLOYER = "PALASH SOFTWARE LABS PVT LTD"
SHOPPING = (6500, 3000, 1800, 2500, 2200, 2600, 3500, 1900, 2400, 3100, 2700, 7800)
CARD = (3200, 2900, 3500, 3100, 2800, 4100, 3300, 3600, 2900, 3400, 3800, 6900)

FOOD = one_of(
    upi("CHATPATA TIFFINS", "CHATPATA@SHYPAY", "DINNER"),
    upi("BHUKKAD ONLINE", "BHUKKAD.RZP@KNKPAY", "FOOD ORDER"),
    upi("CAFE PAGDANDI", "Q55120931@SHYPAY", "PAYMENT FROM PHONE"),
    upi("VADA PAV JUNCTION", "VPJUNCTION@CVNPAY", "SNACKS"),
)
TRAVEL = one_of(
    upi("SAWAARI CABS", "SAWAARI@KNKPAY", "RIDE"),
    upi("PUNE METRO CARD", "PUNEMETRO@SHYPAY", "TOPUP"),
    upi("RAPID RICKSHAW", "RAPIDRICK@GDVPAY", "AUTO"),
)
SHOPS = one_of(
    upi("KAPDA BAZAAR", "KAPDABAZAAR@SHYPAY", "SHOPPING"),
    upi("HAATBOX RETAIL", "HAATBOX@ARVPAY", "ORDER PAYMENT"),
    pos("SHOESTRING STORES", "PUNE", "7731"),
)

AARAV = Person(
    identity=BY_SLUG["aarav"],
    bank=SAHYADRI,
    account_tail="4417",
    opening=6_000,
    flows=(
        Flow(Kind.INCOME, every(38_000), salary(EMPLOYER), 1),
        Flow(Kind.SPEND, every(6_000), upi("SUNITA MEHTA", "SUNITAMEHTA61@SHYPAY", "GHAR KE LIYE"), 2),
        Flow(Kind.SPEND, every(9_500), upi("SHREE GANESH PG", "SHREEGANESHPG@CVNPAY", "PG RENT"), 3),
        Flow(Kind.SPEND, every(399), upi("TARANG MOBILE", "TARANGPREPAID@KNKPAY", "RECHARGE 399"), 9),
        Flow(Kind.SPEND, every(499), upi("CHALCHITRA PLUS", "CHALCHITRA@KNKPAY", "MONTHLY SUBSCRIPTION"), 14),
        Flow(Kind.SPEND, every(149), upi("DHUN MUSIC", "DHUNMUSIC@KNKPAY", "MONTHLY SUBSCRIPTION"), 18),
        Flow(Kind.SPEND, CARD, card_bill(KONKAN, "6604"), 12),
        Flow(Kind.SPEND, every(4_200), FOOD, 4, pieces=10),
        Flow(Kind.SPEND, every(1_500), upi("APNA KIRANA", "Q81204477@SHYPAY", "GROCERIES"), 5, pieces=4),
        Flow(Kind.SPEND, every(2_200), TRAVEL, 4, pieces=9),
        Flow(Kind.SPEND, SHOPPING, SHOPS, 8, pieces=3, until=27),
        Flow(Kind.SPEND, in_months(Mar=5_200), pos("LAPTOP DOCTOR SERVICES", "PUNE", "7731"), 19),
        Flow(Kind.SPEND, in_months(Oct=3_500), upi("RAHGEER BUS", "RAHGEER@GDVPAY", "DIWALI TICKETS"), 15),
    ),
    cards=(
        Card(KONKAN, "6604", 40_000, billed_next(CARD, 5_100), 42.0, opened=-2, known_months=9),
    ),
    epf=(
        Employment(EMPLOYER, "PUPUN00412870000010482", "(RO)PUNE", date(2024, 7, 1), None, growing(57_400, 2_350), 76),
    ),
    pension=Pot(31_250, monthly=1_250),
    credit=CreditFile("20020118", 712, 698, enquiries=(("KONKAN MERCANTILE BANK", "10", 395),), confidence="M"),
)  # fmt: skip
