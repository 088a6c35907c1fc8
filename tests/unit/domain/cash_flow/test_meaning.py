"""What rows mean: income or not, spending on what, and what must stay unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.cash_flow.entry import Category, Flow
from future_finance.domain.cash_flow.meaning import Meaning, meaning_of
from future_finance.domain.cash_flow.narration import read_narration


def paid(text: str, kind: str = "debit", mode: str = "OTHERS") -> Meaning:
    return meaning_of(kind, False, read_narration(text), mode)


def received(text: str, kind: str = "credit") -> Meaning:
    return meaning_of(kind, True, read_narration(text), "OTHERS")


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("IMPS-123456789-ANNA VARGHESE-JULY RENT", Category.RENT),
        ("MMT/IMPS/530733976809/RENT/GEETHA RAMESH/HDFC", Category.RENT),
        ("IMPS-BAJAJFIN-54987XXXXX-EMI PAYMENT JUNE DUES", Category.EMI),
        ("ACH D-SBIN0001234-HOME LOAN EMI-HL1234", Category.EMI),
        ("EMI 414232975 CHQ S4142329750251 0525 414232975", Category.EMI),
        ("DIRECT DEBIT-DR-BAJAJ FINANCE LTD-P418SAH", Category.EMI),
        ("UPI-CRED-CRED@AXISB-UTIB0000114-207051927514-CREDIT CARD BILL P", Category.CARD_BILL),
        ("PAYMENT TO AMEX CREDIT CARD XXXXXXXX1005", Category.CARD_BILL),
        ("IMPS-ICICI CARD PAYMENT-XXXX1111", Category.CARD_BILL),
        ("CC 000416021XXXXXX1234 AUTOPAY SI-TAD", Category.CARD_BILL),
        ("IB BILLPAY DR-HDFC4E-552365XXXXXX1234", Category.CARD_BILL),
        ("UPI-GET SIMPL TECHNOLOGI-GETSIMPL.RAZORPAY@HDFCBANK-207081896593-SIMPL REPAYMENT", Category.BNPL),
        ("UPI-PAYTM POSTPAID-PAYTM@YBL-PYTM0123456-20615849023-BILL PAYMENT", Category.BNPL),
        ("UPI-JIO POSTPAID-JIO@YBL-YESB0YBLUPI-412345678901-POSTPAID BILL", Category.UTILITIES),
        ("ATW-416021XXXXXX3804-S1A08261-THANE WEST", Category.CASH),
        ("CASH WDL-S1A09876-ICICI BANK ATM-MUMBAI", Category.CASH),
        ("BIL/ONL/CBDT TAX/ADVANCE TAX 100/ITNS280", Category.TAX),
        ("BILLPAY-GST PMT06-CHALLAN CPIN 2709", Category.TAX),
        ("ACH D-SURAKSHA HEALTH INSURANCE-PREMIUM-SHI77120465", Category.INSURANCE),
        ("LIC PREMIUM 123456789", Category.INSURANCE),
        ("UPI-SWIGGY-SWIGGY8@YBL-YESB0YBLUPI-101057836776-PAYMENT FROM PHONE", Category.FOOD),
        ("UPI-UBER-PREMIUM RIDE-UBER@HDFCBANK", Category.TRAVEL),
        ("UPI-DMART-GROCERIES@KKBK", Category.GROCERIES),
        ("POS 416021XXXXXX2218 SHAKTI PETROLEUM THANE", Category.FUEL),
        ("UPI-RECHARGE-AIRTELPREPAID@AXIS", Category.UTILITIES),
        ("UPI/531693937/METRO RECHARGE/nammatransit@cvnpay/HDFC", Category.TRAVEL),
        ("BILLPAY-MAHAVIDYUT-ELECTRICITY-5977905534", Category.UTILITIES),
        ("UPI-SELVI-9XXXXXX412@ARVPAY-ARVB0000001-530831663321-HOUSE HELP", Category.HOUSEHOLD),
        ("UPI/530614409834/COOK SALARY/8xxxxxx731@gdvpay/Godavari Bank", Category.HOUSEHOLD),
        ("NEFT/GDVBN2531438633140/MEADOWLARK INTERNATIONAL SCHOOL/TERM FEES", Category.EDUCATION),
        ("UPI-RAVI MEDICAL STORE-PAYTMQR281@PAYTM-PYTM0123456-033319425613-UPI", Category.HEALTH),
        ("UPI-SHABANA SHEIKH-SHABANASHEIKH@OKAXIS-UTIB0000114-530724975252-AMMI", Category.FAMILY),
        ("UPI-NETFLIX-NFLX@ICICI-ICIC0000001-MONTHLY SUBSCRIPTION", Category.SUBSCRIPTIONS),
    ],
)  # fmt: skip
def test_spending_is_told_by_what_the_bank_wrote(text: str, category: Category) -> None:
    meaning = paid(text)
    assert (meaning.flow, meaning.category) == (Flow.OUTFLOW, category)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("ACH D-KOTAKMF-SIP/20240705/KMF12345", Category.MUTUAL_FUND),
        ("ACH D- INDIAN CLEARING CORP-GROWW MF SIP", Category.MUTUAL_FUND),
        (
            "NEFT/GDVBN2608307148466/ARANYA MF COLLECTION AC/LUMPSUM NIFTY50 FOLIO 30774102",
            Category.MUTUAL_FUND,
        ),
        ("IMPS-ZERODHA-EQUITY FUNDING-REF12345", Category.BROKER),
        ("ACH D- ZERODHA BROKING LTD-YNZQVG", Category.BROKER),
        ("BIL/ONL/503910726767/NPS TRUST/TIER I CONTRIBUTION", Category.NPS),
        ("APY6052665_042025_500295885738_INSTALLME", Category.NPS),
        ("PPF-SUBSCRIPTION", Category.PPF),
        ("TO TRANSFER-RD INSTALLMENT XXXX8842--", Category.RECURRING_DEPOSIT),
        ("TO TRANSFER-NEW FD XXXX9310 BOOKED--", Category.FIXED_DEPOSIT),
        ("FD THROUGH MOBILE-50300123456789", Category.FIXED_DEPOSIT),
    ],
)
def test_investments_are_no_spending(text: str, category: Category) -> None:
    meaning = paid(text)
    assert (meaning.flow, meaning.category) == (Flow.INVESTMENT, category)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("SALARY CREDIT - ACME CORP - JULY 2024", Category.SALARY),
        ("STIPEND CREDIT - JULY 2024 - ACME INTERNSHIP", Category.SALARY),
        ("50200015847022SALAUG 20 108621", Category.SALARY),
        ("NEFT CR-SHYB0000551-VAJRA AGRO SALES PVT LTD-SALES INCENTIVE-SHYBN2610048736666", Category.SALARY),
        (
            "BY TRANSFER-NEFT*ARVB0000421*ARVBN2530572188993*KARNATAKA TREASURY KHAJANE*PENSION--",
            Category.PENSION,
        ),
        ("INT.PD FOR APR 2024", Category.INTEREST),
        ("NEFT/ARVBN2530865657163/ARVIND BHASKAR/FLAT 304 RENT", Category.RENT_RECEIVED),
        ("IMPS-531306485829-KAHANI COMICS-CHMB-XXXXXXX0451-INVOICE", Category.INVOICE),
        ("ACH C- TCS1STINTDIV310720-C2003055611208", Category.OTHER_INCOME),
    ],
)
def test_income_is_salary_pension_interest_rent_invoices_and_dividends(text: str, category: Category) -> None:
    meaning = received(text)
    assert (meaning.flow, meaning.category) == (Flow.INCOME, category)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("NEFT CR-SHYB0000843-LOTUSLEND CAPITAL-LOAN DISBURSAL PL2270-SHYBN2606055443176", Category.LOAN_DISBURSAL),
        ("FD XXXX7204 MATURITY PROCEEDS PRINCIPAL", Category.REDEMPTION),
        ("NEFT CR-CITI0100000-FTMF REDEMPTION ACCOUNT-A NAME-CITIN20100690483", Category.REDEMPTION),
        ("DEP TFR NEFT*HDFC0000240*HDFCH01174329570*ACME MUTUAL FU 0099509044300 AT 01234 PUNE", Category.REDEMPTION),
        ("NEFT/CHMBN2622620781032/NORTHBRIDGE STOCK PLAN TRUST/RSU SALE PROCEEDS", Category.REDEMPTION),
        ("NEFT/SHYBN2626193920755/INCOME TAX DEPT CPC/ITDTAX REFUND AY", Category.REFUND),
        ("UPI-AMAZON SELLER SERVICES-AMAZON@APL-412345678901-UPI", Category.REFUND),
        ("BY TRANSFER-NEFT*STLB0000267*STLBN26229*SURAKSHA HEALTH INSURANCE*CLAIM SETTLEMENT--", Category.CLAIM),
        ("IMPS-DAD-POCKET MONEY JUNE", Category.FAMILY),
        ("UPI-ROHAN SHARMA-ROHANSHARMA@OKAXIS-UTIB0000114-207152491647-Thanks bro", Category.UNKNOWN),
        ("MMT/IMPS/509912345689/LOAN RET/ANITA SYNTH/ICIC", Category.UNKNOWN),
    ],
)  # fmt: skip
def test_loans_sales_refunds_claims_and_money_of_others_are_no_income(text: str, category: Category) -> None:
    meaning = received(text)
    assert (meaning.flow, meaning.category) == (Flow.OTHER_CREDIT, category)


@pytest.mark.parametrize(
    "text",
    [
        "UPI-RAVISHANKAR-Q78015288@YBL-YESB0YBLUPI-123535728297-PAYMENT FROM PHONE",
        "UPI-SIP AND BITE-SIPBITE@YBL-YESB0YBLUPI-412345678901-UPI",  # no SIP
        "UPI-M G ROAD STORE-Q1234@YBL-YESB0YBLUPI-412345678901-RD",  # no recurring deposit
        "UPI-PARENT TEACHER ASSN-PTA@YBL-YESB0YBLUPI-412345678901-CURRENT",  # no rent
        "UPI-SIDDHANT KUMAR-SK171@DBS-DBSS0IN0811-101012491647-AMAZON NORD PAYMEN",  # a person, not Amazon
        "POS 416021XXXXXX7731 LAPTOP DOCTOR SERVICES PUNE",  # no doctor
        "UPI-PUNE CARD SHOP-CARDS@YBL-YESB0YBLUPI-412345678901-UPI",  # no card bill
    ],
)
def test_what_the_words_do_not_tell_stays_unknown(text: str) -> None:
    assert paid(text).category is Category.UNKNOWN
    assert paid(text).brand is None


@pytest.mark.parametrize(
    ("text", "bounce"),
    [
        ("ACH RETURN CHGS-INSUFFICIENT FUNDS-REF N451241328608485", True),
        ("ACH DEBIT RETURN CHARGES 020524 150424-MIR2413712345678", True),
        ("ECS RTN CHRGS 12/06/24 INCL GST", True),
        ("QTRLY MIN BAL CHARGE JUN 2024", False),
        ("CHG FOR NON MAINTENANCE OF MIN BAL INCL GST-AUG 2026-MIR262411863681196", False),
        ("DCARDFEE1234JUN23-MAY24+GST18%", False),
    ],
)
def test_bank_fees_are_told_and_bounces_among_them(text: str, bounce: bool) -> None:
    meaning = paid(text, "other", "CHARGES")
    assert (meaning.category, meaning.bounce) == (Category.FEES, bounce)


def test_a_shop_that_writes_charge_takes_no_bank_fee() -> None:
    uber = paid("UPI-UBER INDIA SYSTEMS P-UBERRIDES@HDFCBANK-HDFC0000499-105117853141-CHARGE")
    assert (uber.category, uber.brand) == (Category.TRAVEL, "Uber")


def test_a_card_payment_that_is_called_minimum_or_partial_is_marked() -> None:
    assert paid("BILLPAY-HDFC CREDIT CARD-XXXX2222-MIN DUE PMT").minimum_due
    assert paid("BILLPAY-ICICI CREDIT CARD-XXXX1111-PARTIAL PMT").minimum_due
    assert not paid("BILLPAY-HDFC CREDIT CARD-XXXX-FULL PAYMENT").minimum_due
    assert not paid("UPI-CAFE PARTIAL-X@YBL-YESB0YBLUPI-412345678901-MINIMUM").minimum_due


def test_a_mode_that_a_bank_filled_in_carelessly_changes_nothing() -> None:
    text = "UPI-MAHESH S-Q60573690@YBL-KKBK0008043-104558209248-PAYMENT FROM PHONE"
    assert {paid(text, mode=mode) for mode in ("ATM", "CARD_PAYMENT", "CASH", "FT")} == {paid(text)}


def test_tax_that_the_bank_withholds_is_tax() -> None:
    assert paid("ANY WORDS", "tds").category is Category.TAX


def test_money_to_an_own_account_is_no_spending() -> None:
    assert paid("NEFT DR-ICIC0000001-RAVI KUMAR-N123456789012345-SELF TRANSFER").flow is Flow.SELF_TRANSFER
    assert received("IMPS-412345678901-SELF-HDFC-XXXXXXX1234-OWN ACCOUNT").flow is Flow.SELF_TRANSFER


@given(st.text(max_size=120), st.sampled_from(["debit", "tds", "instalment", "other", "credit", "interest"]))
def test_the_direction_of_a_row_is_never_turned_by_its_words(text: str, kind: str) -> None:
    said = read_narration(text)
    assert meaning_of(kind, True, said, "").flow in {Flow.INCOME, Flow.OTHER_CREDIT, Flow.SELF_TRANSFER}
    assert meaning_of(kind, False, said, "").flow in {Flow.OUTFLOW, Flow.INVESTMENT, Flow.SELF_TRANSFER}
