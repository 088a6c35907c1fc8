"""Lakshmi Rao, 67: retired teacher in Mysuru; pension, SCSS, a fixed deposit, one thematic fund."""

from __future__ import annotations

from emulators.fi_mcp.people.calendar import every, in_months
from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.fi_mcp.people.deposits import FixedDeposit
from emulators.fi_mcp.people.funds import SAGARIKA, Scheme, Sip
from emulators.fi_mcp.people.ledger import Flow, Kind
from emulators.fi_mcp.people.narration import (
    CHAMUNDI,
    Type,
    ach,
    billpay,
    imps,
    interest,
    neft,
    one_of,
    pos,
    tds,
    upi,
)
from emulators.fi_mcp.people.person import Person

MEDICAL = (6800, 7200, 6900, 7400, 7100, 8300, 7600, 9900, 8100, 8600, 9200, 9400)
SCSS = in_months(Jan=30_750, Apr=30_750, Jul=30_750, Oct=30_750)
FD = in_months(Dec=13_840, Mar=13_840, Jun=13_840, Sep=13_840)

# One rupee paid on a collect request: how a fraudster finds out who answers.
BAIT = upi(
    "KYC HELPDESK",
    "BANKKYC.VERIFY@GDVPAY",
    "YOUR ACCOUNT WILL BE BLOCKED TODAY UPDATE KYC CALL 00000-00000 SHARE OTP",
)

LAKSHMI = Person(
    identity=BY_SLUG["lakshmi"],
    bank=CHAMUNDI,
    account_tail="0672",
    opening=265_000,
    flows=(
        Flow(Kind.INCOME, every(43_500), neft("KARNATAKA TREASURY KHAJANE", "PENSION"), 1),
        Flow(Kind.INCOME, SCSS, interest("SCSS XXXX2051 QTR"), 1),
        Flow(Kind.INCOME, FD, interest("FD XXXX6618 QTR"), 30),
        Flow(Kind.TAX, in_months(Jan=3_075, Apr=3_075, Jul=3_075, Oct=3_075), tds("SCSS XXXX2051"), 1),
        Flow(Kind.TAX, in_months(Dec=1_384, Mar=1_384, Jun=1_384, Sep=1_384), tds("FD XXXX6618"), 30),
        Flow(Kind.OTHER_CREDIT, in_months(Aug=42_000), neft("SURAKSHA HEALTH INSURANCE", "CLAIM SETTLEMENT"), 17),
        Flow(Kind.SPEND, every(9_500), imps("MYSURU SENIORS HOUSING", "HOUSE RENT AND UPKEEP"), 3),
        Flow(Kind.SPEND, every(8_200), one_of(upi("NANDINI PROVISION", "Q50021974@CHMPAY", "GROCERIES"), upi("DEVARAJA MARKET VEG", "Q18820461@CHMPAY", "VEGETABLES")), 2, pieces=6),
        Flow(Kind.SPEND, every(2_350), billpay("CHAMUNDI POWER", "ELECTRICITY"), 8),
        Flow(Kind.SPEND, every(950), billpay("VANI JALA", "WATER BILL"), 14),
        Flow(Kind.SPEND, every(6_000), upi("PARVATHAMMA", "7XXXXXX208@CHMPAY", "HELP SALARY"), 4),
        Flow(Kind.SPEND, every(2_100), upi("CHAMUNDESHWARI TEMPLE TRUST", "CHAMUNDITEMPLE@CHMPAY", "SEVA"), 5, pieces=2, until=24),
        Flow(Kind.SPEND, every(1_800), upi("NAMMA AUTO", "NAMMAAUTO@CVNPAY", "AUTO"), 3, pieces=5),
        Flow(Kind.SPEND, MEDICAL, one_of(upi("SANJEEVINI MEDICALS", "SANJEEVINI@CHMPAY", "MEDICINES"), pos("KAVERI DIAGNOSTICS", "MYSURU", "8805")), 6, pieces=3, until=26),
        Flow(Kind.SPEND, (*every(5_200)[:-1], 5_199), one_of(upi("SHANTHA STORES", "SHANTHASTORES@CHMPAY", "PAYMENT FROM PHONE"), upi("ANANYA RAO", "ANANYARAO09@CVNPAY", "MOMMAGALU")), 3, pieces=5),
        Flow(Kind.SPEND, in_months(Oct=1), BAIT, 21),
        Flow(Kind.SPEND, in_months(Apr=41_800), ach("SURAKSHA HEALTH INSURANCE", "SENIOR PREMIUM", "SHI90013358", Type.DEBIT), 16),
        Flow(Kind.SPEND, in_months(Jun=64_000), pos("KAVERI EYE HOSPITAL SURGERY", "MYSURU", "8805"), 13),
        Flow(Kind.SPEND, in_months(Sep=25_000), neft("ADITYA RAO", "GIFT FOR GRANDSON"), 12),
        Flow(Kind.INVESTMENT, every(5_000), ach(SAGARIKA.label, "SIP INFRA THEMATIC REG", "SG55017723"), 10),
    ),
    schemes=(
        Scheme(SAGARIKA, "31T6", "Sagarika Infrastructure Opportunities Fund - Regular Plan - Growth", "REGULAR", "EQUITY",
               "SECTORAL_THEMATIC", "882115909", 740_000, 47.8350, 10.2, -62, (Sip(5_000, -48, day=10),), swing_pct=6.0),
    ),
    fixed=(
        FixedDeposit(CHAMUNDI, "6618", 800_000, 6.92, -14),
        FixedDeposit(CHAMUNDI, "2051", 1_500_000, 8.2, -20, scheme="SENIOR CITIZENS SAVINGS SCHEME"),
    ),
)  # fmt: skip
