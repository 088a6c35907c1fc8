"""What-ifs on the whole local cloud: a person's own figures, and words read by the model's stand-in."""

from __future__ import annotations

import pytest

from tests.answer import error_of
from tests.emulator.conftest import Arrive
from tests.emulator.visitor import Visitor

pytestmark = [pytest.mark.emulator, pytest.mark.slow]

PREPAY = {"kind": "loan_prepayment", "debt": "home", "amount": {"amountMinor": 500_000_00}}


@pytest.fixture(scope="module")
def meenakshi(arrive: Arrive) -> Visitor:
    visitor = arrive("meenakshi", ["sync"])
    visitor.link()
    assert visitor.sync()["status"] == "succeeded"
    return visitor


def test_a_what_if_uses_ones_own_figures_once_that_is_agreed_to(meenakshi: Visitor) -> None:
    before = meenakshi.post("/api/simulate", {"scenario": PREPAY}).json()
    assert (before["done"], before["figures"]) == (False, [])
    text = {"text": "What if I prepay 5 lakh of my home loan?"}
    assert error_of(meenakshi.post("/api/simulate", text)) == (403, "consent_missing")
    meenakshi.agree("portfolio_analysis")
    found = meenakshi.post("/api/simulate", {"scenario": PREPAY}).json()
    (saved,) = (figure for figure in found["figures"] if figure["name"] == "interest_saved")
    assert saved["amount"]["amountMinor"] == 122_187_217
    said = meenakshi.post("/api/simulate", text).json()
    assert said["kind"] == "loan_prepayment"
    assert said["reading"]["standIn"] is True
    fan = meenakshi.post("/api/simulate", {"text": "SIP 5000 badha dun to 10 saal mein?"}).json()
    assert fan["understoodAs"]["en"] == "₹5,000 more in SIPs a month, for 10 years."
    assert len(fan["fans"][0]["bands"]) == 11
    refused = meenakshi.post("/api/simulate", {"text": "Tell me a joke"})
    assert error_of(refused) == (422, "not_understood")
