"""Reading narrations: the same payment as several banks word it, and text that means no good."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from future_finance.domain.cash_flow.narration import LIMIT, Rail, read_narration


@pytest.mark.parametrize(
    ("text", "rail", "payee", "note"),
    [
        # dashes, as HDFC
        ("UPI-SWIGGY-SWIGGY@YBL-YESB0YBLUPI-207064587845-FOOD ORDER", Rail.UPI, "SWIGGY", "FOOD ORDER"),
        ("UPI-ACT BROADBAND-ACTBAN4@PAYTM-PYTM0123456-016839849023-PAYMENT FROM PHONE", Rail.UPI, "ACT BROADBAND", ""),
        ("NEFT CR-CITI0000003-ACME TECHNOLOGIES PVT LTD-SALARY JUL-CITIN24123456789", Rail.NEFT, "ACME TECHNOLOGIES PVT LTD", "SALARY JUL"),
        ("IMPS-412345678901-ANNA VARGHESE-HDFC-XXXXXXX3578-JULY RENT", Rail.IMPS, "ANNA VARGHESE", "JULY RENT"),
        ("ACH D- ZERODHA BROKING LTD-YNZQVG", Rail.MANDATE, "ZERODHA BROKING LTD", "YNZQVG"),
        ("BILLPAY-MAHAVIDYUT-ELECTRICITY-5977905534", Rail.BILLPAY, "MAHAVIDYUT", "ELECTRICITY"),
        ("POS 416021XXXXXX1234 DMART READY MUMBAI", Rail.CARD, "DMART READY MUMBAI", ""),
        ("NWD-438624XXXXXX3427-08887405-BANGALORE MET", Rail.ATM, "BANGALORE MET", ""),
        # slashes, as ICICI, the old way without a name and the new
        ("UPI/530696655084/RIDE/sawaari@knkpay/Konkan Mercantile Bank", Rail.UPI, "sawaari@knkpay", "RIDE"),
        ("UPI/GIRISH BAB/ggidaye-1@oksb/RENT/BANK OF BA/517860587311/", Rail.UPI, "GIRISH BAB", "RENT"),
        ("MMT/IMPS/509912345688/RENT/RAVI SYNTH/HDFC", Rail.IMPS, "RAVI SYNTH", "RENT"),
        ("BIL/INFT/EAN6370016/Maintenance/ ARUNACHALAM GUN", Rail.TRANSFER, "ARUNACHALAM GUN", "MAINTENANCE"),
        ("BIL/ONL/001211144556/BHARTI AIRTEL", Rail.BILLPAY, "BHARTI AIRTEL", ""),
        ("VPS/SHELL INDIA MA/202406101200/416112345678/BANGALORE", Rail.CARD, "SHELL INDIA MA BANGALORE", ""),
        # as SBI
        ("TO TRANSFER-UPI/DR/531169370478/GURU KIRPA STORE/STLB/q20118834@stlpay/RATION--", Rail.UPI, "GURU KIRPA STORE", "RATION"),
        ("WDL TFR UPI/DR/417772689498/GIRISH B/ICIC/ggidaye@ok/UPI 0097695162091 AT 17735 MG ROAD", Rail.UPI, "GIRISH B", ""),
        ("BY TRANSFER-NEFT*HDFC0000240*HDFCN52024*ACME LTD*SALARY--", Rail.NEFT, "ACME LTD", "SALARY"),
        ("DEBIT-ACHDr NACH00000000026478 TP ACH Bajaj Finance 2", Rail.MANDATE, "BAJAJ FINANCE", ""),
        # as Axis
        ("UPI/P2M/612345678907/RAPIDO/HDFC BANK/UPI", Rail.UPI, "RAPIDO", ""),
        ("UPI/P2A/412345678901/RAMESH KUMAR/HDFC/Rent", Rail.UPI, "RAMESH KUMAR", "RENT"),
        # as Kotak
        ("UPI/ZOMATO LIMITED/412345678901/Payment", Rail.UPI, "ZOMATO LIMITED", ""),
        ("Recd:IMPS/100000000001/RAMESH T/KKBK/X2684/IMPS", Rail.IMPS, "RAMESH T", ""),
        ("NACH-10-DR-LIC OF INDIA-4777103460925", Rail.MANDATE, "LIC OF INDIA", ""),
        ("NEFT HDFCH00123456 ACME INFOTECH NEFTINW-0123456789", Rail.NEFT, "ACME INFOTECH", ""),
        ("PCD/1234/AVENUE SUPERMARTS BLR 123456789 200524/19:20", Rail.CARD, "AVENUE SUPERMARTS BLR", ""),
        # the bank's own words
        ("SALARY CREDIT - ACME CORP - JULY 2024", Rail.NONE, "ACME CORP", "SALARY CREDIT - ACME CORP - JULY"),
    ],
)  # fmt: skip
def test_the_other_side_and_the_note_are_found_in_every_house_style(
    text: str, rail: Rail, payee: str, note: str
) -> None:
    said = read_narration(text)
    assert (said.rail, said.payee, said.note) == (rail, payee, note)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("ACH D-HDFCHOMEFIN-HOME LOAN EMI-HL556677", "HL556677"),
        ("ACH D-ICICIPRUMF-SIP/9988770011", "9988770011"),
        ("ACH/NILGIRI MF/SIP FLEXICAP/NL88410231/05112025", "NL88410231"),
        ("BILLPAY-ICICI CREDIT CARD-XXXX1111-PARTIAL PMT", "1111"),
        ("BIL/315282496789/ARAVALLI BANK CREDIT CARD XX3358/FULL PAYMENT", "3358"),
        ("PAYMENT TO AMEX CREDIT CARD XXXXXXXX1005", "1005"),
        ("IB BILLPAY DR-HDFC4E-552365XXXXXX1234", "1234"),
    ],
)
def test_the_reference_of_a_mandate_or_card_is_kept(text: str, reference: str) -> None:
    assert read_narration(text).reference == reference


def test_a_mandate_that_names_no_payee_but_a_bank_code_is_paid_to_that_bank() -> None:
    said = read_narration("ACH D-SBIN0001234-HOME LOAN EMI-HL1234")
    assert (said.payee, said.note, said.bank_code) == ("STATE BANK OF INDIA", "HOME LOAN EMI", "SBIN")


@given(st.text(max_size=600))
@example("UPI-" + "-" * 396)
@example("UPI/" + "@/" * 198)
@example("X" * 400)
@example("1X" * 200)
@example("NEFT*\x00\x1b[31m*\u202eACME*")
def test_any_text_is_read_into_short_printable_parts(text: str) -> None:
    said = read_narration(text)
    for part in (said.payee, said.note, said.address, said.reference):
        assert part.isprintable()
        assert len(part) <= 2 * LIMIT
    assert said == read_narration(text)


@given(
    st.sampled_from(["UPI-{0}-X@Y-HDFC0000053-412345678901-{1}", "UPI/DR/412345678901/{0}/HDFC/x@y/{1}", "NEFT*HDFC0000053*N41234567*{0}*{1}", "ACH D-{0}-{1}-REF12345"]),
    st.from_regex(r"[B-Z]{5,9} [B-Z]{5,9}", fullmatch=True),
    st.from_regex(r"[B-Z]{6,12}", fullmatch=True),
)  # fmt: skip
def test_a_name_and_a_note_come_back_whole_whatever_they_are(style: str, name: str, note: str) -> None:
    said = read_narration(style.format(name, note))
    assert (said.payee, said.note) == (name, note)


@pytest.mark.parametrize(
    "unit", ["-", "/", "X", "9", "A-", "X1", "UPI/", "@", " ", "*", "XX9 ", "TO TRANSFER-"]
)
def test_a_text_made_to_be_slow_is_read_at_once(unit: str) -> None:
    for start in ("", "UPI-", "NEFT ", "POS ", "DEBIT-ACHDR ABCD"):
        began = process_time()
        for _ in range(20):
            read_narration(start + unit * 10_000)
        assert (process_time() - began) / 20 < 0.05  # a blow-up takes seconds and more
