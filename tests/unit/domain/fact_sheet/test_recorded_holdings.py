"""Figures of recorded Fi accounts, worked out independently; skipped where there are none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import FactSheet
from tests.dossiers import of_recording
from tests.recordings import needs_recordings

pytestmark = needs_recordings

TODAY = {
    "2222222222": date(2025, 7, 9),
    "7777777777": date(2024, 7, 22),
    "1313131313": date(2024, 7, 20),
    "8888888888": date(2024, 7, 25),
}
# account -> id of a fact -> value; rupees are to the rupee, percentages to one decimal.
FIGURES = {
    "2222222222": {
        "N01": 658_305, "N02D": 0, "N04": 8.9, "N05:epf": 29.2, "N05:indian_securities": 27.8, "N05:savings": 27.0,
        "N07:savings:accounts": -186_726, "N07:indian_securities:accounts": -101_901, "M01": 84_642, "M07": 0,
        "E01": 211_111, "E02": 211_111, "E03": 0,
    },
    "7777777777": {
        "N01": -66_343, "N02D": 0, "N04": 127.7, "N05:epf": 54.7, "N05:mutual_funds": 43.1, "N05:savings": 2.2,
        "N06": 34.1, "N07:mutual_funds:schemes": 0, "M01": 103_297, "M02S:INF397L01067": 23_498,
        "M03:INF397L01067": -11.9, "M03F:INF397L01067": -4.8, "M04": 100, "M05:low": 516, "M05:high": 1_240,
        "M06B": 0, "M07": 79.1, "E01": 131_150, "E02": 3_150, "E03": 57_000, "D01:savings": 62,
    },
    "1313131313": {
        "N01": 6_313_292, "N02": 6_308_292, "N02D": -5_000, "N04": 1.0, "N05:epf": 27.9, "N05:mutual_funds": 22.2,
        "N05:indian_securities": 19.2, "N05:sgb": 11.0, "N05:savings": 7.5, "N05:us_securities": 7.0, "N05:etf": 5.3,
        "N06": 6.8, "N05V:mutual_funds": 1_413_292, "N07:mutual_funds:accounts": 2_127_182 - 1_413_292,
        "N07:mutual_funds:schemes": 822_495, "N07:indian_securities:holdings": -5_000, "M01": 2_235_787,
        "M02S:INF277K012A3": 10_066, "M02F:INF277K012A3": 20_000, "M03:INF277K012A3": 17.8, "M04": 0, "M06B": 60_000,
        "M06M": 16_000, "M07": 2.0, "M08": 344_310, "M10P:INE002A01018": 35.7, "E01": 1_780_000, "E02": 1_280_000,
        "E03": 0,
    },
    "8888888888": {
        "N01": 1_135_627, "N02D": 0, "N04": 0, "N05:mutual_funds": 67.0, "N05:epf": 19.8, "N05:savings": 13.2,
        "N06": 31.4, "M01": 760_627, "M02": 661_000, "M03F:INF754K01JP4": 9.8, "M04": 0, "M06B": 26_500,
        "M06M": 28_000, "M07": 0, "M09": 45_501, "E01": 225_000, "E02": 0, "E03": 0, "D01:savings": 40,
    },
}  # fmt: skip
# account -> id of a fact that cannot be -> why.
ABSENT = {
    "2222222222": {
        "N03": "needs_points", "N06": "parts_differ", "M02": "units_differ", "M04": "plan_conflict",
        "M06B": "ledger", "E04": "no_active_employer",
    },
    "7777777777": {
        "N03": "needs_points", "N09": "no_dollar_holdings", "M02": "units_differ", "M03:INF767K01019": "units_differ",
        "M06M": "no_sip", "M08": "no_elss", "M09": "units_differ",
    },
    "1313131313": {"N09": "off_the_rate", "M02": "units_differ", "M09": "units_differ"},
    "8888888888": {"M03:INF846K01MM9": "undated", "M08": "still_locked"},
}  # fmt: skip


@cache
def sheet(account: str) -> FactSheet:
    return build(of_recording(account, TODAY[account]))


@pytest.mark.parametrize(
    ("account", "fact_id", "value"),
    [(account, fact_id, value) for account, facts in FIGURES.items() for fact_id, value in facts.items()],
)
def test_a_figure_is_what_was_worked_out_for_it(account: str, fact_id: str, value: float) -> None:
    fact = sheet(account).facts[fact_id]
    step = Decimal("0.1") if fact.unit == "percent" else Decimal(1)
    assert abs(fact.number - Decimal(str(value))) <= step / 2


@pytest.mark.parametrize(
    ("account", "fact_id", "reason"),
    [(account, fact_id, reason) for account, gone in ABSENT.items() for fact_id, reason in gone.items()],
)
def test_a_figure_that_cannot_be_says_why(account: str, fact_id: str, reason: str) -> None:
    assert fact_id not in sheet(account).facts
    assert sheet(account).missing[fact_id].reason == reason


@pytest.mark.parametrize("account", ["7777777777", "1313131313", "8888888888"])
def test_no_recorded_employer_pays_the_salary_that_the_bank_shows(account: str) -> None:
    assert sheet(account).facts["E04"].value == "no"


def test_one_uan_listed_twice_counts_once() -> None:
    facts = build(of_recording("4444444444", date(2025, 7, 9))).facts
    members = [fact for fact in facts.values() if fact.code == "E01M"]
    assert facts["E01"].number == sum(fact.number for fact in members)
    assert len({fact.key for fact in members}) == len(members)
