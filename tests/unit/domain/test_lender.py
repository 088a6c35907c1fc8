"""Lenders as Fi, bureaus and banks spell them."""

from __future__ import annotations

import pytest

from future_finance.domain.lender import named_in, same_lender, shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SBI", "State Bank of India"),
        ("PNB", "Punjab National Bank"),
        ("HDFC-FIP", "HDFC Bank"),
        ("AMEX-FIP", "American Express"),
        ("Bajaj Finserv", "Bajaj Finance Limited"),
        ("TEJAS FINANCE", "Tejas Finance"),
    ],
)
def test_two_spellings_of_a_lender_are_one(one: str, other: str) -> None:
    assert same_lender(one, other)
    assert same_lender(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("State Bank of India", "Satluj State Bank"),
        ("Bank of India", "Bank of Baroda"),
        ("HDFC Bank", "ICICI Bank"),
        ("Bank of India", "State Bank of India"),
    ],
)
def test_lenders_that_share_words_stay_two(one: str, other: str) -> None:
    assert not same_lender(one, other)


@pytest.mark.parametrize(
    ("lender", "narration"),
    [
        ("SBI", "ACH D-SBIN0001234-HOME LOAN EMI-HL1234"),
        ("HDFC Bank", "NEFT DR-HDFCBANK-AUTOLOAN-N451241328608485-EMI"),
        ("Bajaj Finserv", "IMPS-BAJAJFIN-54987XXXXX-LOAN PAYMENT"),
        ("Tata Capital", "ACH D-TATACAP-CONSUMER LOAN EMI-CL9012"),
        ("Satluj State Bank", "DEBIT-ACHDr STLB90630282 SATLUJ STATE BANK EDUCATION LOAN EMI STEL0005508--"),
        ("American Express", "PAYMENT TO AMEX CREDIT CARD XXXXXXXX9999"),
    ],
)
def test_a_bank_line_names_the_lender(lender: str, narration: str) -> None:
    assert named_in(lender, narration)


@pytest.mark.parametrize(
    ("lender", "narration"),
    [
        (
            "State Bank of India",
            "DEBIT-ACHDr STLB90630282 SATLUJ STATE BANK EDUCATION LOAN EMI STEL0005508--",
        ),
        ("HDFC Bank", "ACH D-HDFCHOMEFIN-HOME LOAN EMI-HL556677"),
        ("HDFC Bank", "UPI-GET SIMPL TECHNOLOGI-GETSIMPL.RAZORPAY@HDFCBANK-207081896593-SIMPL REPAYMENT"),
        ("HDFC Bank", "UPI-CRED-CRED@AXISB-HDFC0000114-206061927514-CREDIT CARD BILL P"),
        ("HDFC Bank", ""),
        ("", "ACH D-TATACAP-CONSUMER LOAN EMI"),
    ],
)
def test_a_line_that_only_looks_like_the_lender_does_not_name_it(lender: str, narration: str) -> None:
    assert not named_in(lender, narration)


def test_the_mark_of_a_provider_of_data_is_not_shown() -> None:
    assert shown("HDFC-FIP") == "HDFC"
