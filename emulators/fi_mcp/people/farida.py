"""Farida Sheikh, 36: freelance illustrator in Mumbai; invoices come when they come."""

from __future__ import annotations

from emulators.fi_mcp.people.calendar import every, in_months
from emulators.fi_mcp.people.catalogue import BY_SLUG
from emulators.fi_mcp.people.credit_file import CreditFile
from emulators.fi_mcp.people.debts import Card, billed_next
from emulators.fi_mcp.people.deposits import RecurringDeposit
from emulators.fi_mcp.people.funds import ARANYA, SAGARIKA, Scheme, Sip
from emulators.fi_mcp.people.ledger import Flow, Kind
from emulators.fi_mcp.people.narration import (
    CAUVERY,
    KONKAN,
    ach,
    billpay,
    card_bill,
    imps,
    neft,
    one_of,
    plain,
    upi,
)
from emulators.fi_mcp.people.person import Person

INVOICES = (88000, 142000, 0, 61000, 214000, 38000, 96000, 0, 127000, 74000, 158000, 45000)
CARD = (11800, 14200, 9100, 8700, 16900, 8200, 10300, 7600, 12100, 9800, 13300, 12500)

CLIENTS = one_of(
    neft("PATANG PUBLISHING HOUSE", "INV ILLUSTRATION"),
    neft("TITLI KIDS MEDIA LLP", "INVOICE PAYMENT"),
    neft("STUDIO MOGRA", "INV COVER ART"),
    imps("KAHANI COMICS", "INVOICE"),
)

FARIDA = Person(
    identity=BY_SLUG["farida"],
    bank=KONKAN,
    account_tail="5083",
    opening=210_000,
    flows=(
        Flow(Kind.INCOME, INVOICES, CLIENTS, 4, pieces=2, until=26),
        Flow(Kind.OTHER_CREDIT, in_months(Aug=31_500), neft("INCOME TAX DEPT CPC", "ITDTAX REFUND AY"), 21),
        Flow(Kind.SPEND, every(26_000), imps("NOORJEHAN MERCHANT", "RENT BANDRA"), 2),
        Flow(Kind.SPEND, every(6_000), upi("SHABANA SHEIKH", "SHABANASHEIKH@KNKPAY", "AMMI"), 3),
        Flow(Kind.SPEND, every(1_701), billpay("MUMBAI BIJLEE", "ELECTRICITY"), 9),
        Flow(Kind.SPEND, every(899), billpay("FIBERLOOP", "INTERNET BILL"), 13),
        Flow(Kind.SPEND, every(6_800), one_of(upi("PALI NAKA STORES", "Q44210875@KNKPAY", "PAYMENT FROM PHONE"), upi("MINUTEMART", "MINUTEMART.RZP@KNKPAY", "ORDER")), 2, pieces=8),
        Flow(Kind.SPEND, every(4_300), one_of(upi("IRANI CAFE", "IRANICAFE@SHYPAY", "CHAI"), upi("BHUKKAD ONLINE", "BHUKKAD.RZP@KNKPAY", "FOOD ORDER")), 2, pieces=9),
        Flow(Kind.SPEND, every(3_100), one_of(upi("SAWAARI CABS", "SAWAARI@KNKPAY", "RIDE"), upi("MUMBAI LOCAL UTS", "UTSTICKET@CVNPAY", "SEASON TICKET")), 2, pieces=8),
        Flow(Kind.SPEND, every(4_230), upi("PIXELFORGE STUDIO", "PIXELFORGE@ARVPAY", "ILLUSTRATION SUITE"), 12),
        Flow(Kind.SPEND, every(750), upi("RANG CLOUD", "RANGCLOUD@ARVPAY", "STORAGE PLAN"), 17),
        Flow(Kind.SPEND, CARD, card_bill(CAUVERY, "8812"), 16),
        Flow(Kind.TAX, in_months(Jan=9_800, Apr=14_200, Jul=11_600, Oct=18_400), plain("BILLPAY-GST PMT06-CHALLAN CPIN 2709", "BILLPAY"), 19),
        Flow(Kind.TAX, in_months(Dec=22_000, Mar=41_000, Sep=18_000), plain("BILLPAY-CBDT-ADVANCE TAX 100-ITNS280", "BILLPAY"), 14),
        Flow(Kind.SPEND, in_months(Feb=24_600), ach("SURAKSHA HEALTH INSURANCE", "PREMIUM", "SHI77120465"), 21),
        Flow(Kind.INVESTMENT, every(5_000), ach(ARANYA.label, "SIP NIFTY50", "AR71220984"), 10),
        Flow(Kind.INVESTMENT, every(3_000), ach(SAGARIKA.label, "SIP HYBRID", "SG71220990"), 10),
        Flow(Kind.INVESTMENT, every(5_000), plain("RD INSTALLMENT TRF XXXX3107"), 8),
    ),
    cards=(Card(CAUVERY, "8812", 120_000, billed_next(CARD, 11_400), 41.0, opened=-33),),
    schemes=(
        Scheme(ARANYA, "02N5", "Aranya Nifty 50 Index Fund - Direct Plan - Growth", "DIRECT", "EQUITY", "INDEX_FUNDS",
               "30501127", 212_000, 231.4075, 11.1, -30, (Sip(5_000, -20, day=10),)),
        Scheme(SAGARIKA, "21H5", "Sagarika Balanced Advantage Fund - Direct Plan - Growth", "DIRECT", "HYBRID",
               "DYNAMIC_ASSET_ALLOCATION", "882390556", 114_000, 41.2208, 9.4, -26, (Sip(3_000, -18, day=10),), swing_pct=1.8, risk="HIGH_RISK"),
    ),
    recurring=(RecurringDeposit(KONKAN, "3107", 5_000, 110_000, 36),),
    credit=CreditFile("19900626", 748, 741, enquiries=(("CAUVERY NATIONAL BANK", "10", 260),)),
)  # fmt: skip
