"""Employers' names in narrations of salaries."""

from __future__ import annotations

import pytest

from future_finance.domain.employer import pays_salary


@pytest.mark.parametrize(
    ("employer", "narration"),
    [
        ("KESTREL INTERACTIVE PVT LTD", "NEFT/STLBN26244/KESTREL INTERACTIVE PVT LTD/SALARY SEP 2026"),
        ("Kestrel Interactive Private Limited", "NEFT CR-KESTREL INTERACTIV-SALARY"),
        ("GLOBAL SERVICES LTD", "SALARY GLOBAL SERVICES LTD"),
    ],
    ids=["as it stands", "cut short", "a name of common words"],
)
def test_a_name_is_found(employer: str, narration: str) -> None:
    assert pays_salary(employer, narration)


@pytest.mark.parametrize(
    ("employer", "narration"),
    [
        ("INNOVATECH GLOBAL SERVICES", "SALARY CREDIT - ACME CORP - JULY 2024"),
        ("QUASAR BPO SERVICES LTD", "NEFT-VAJRA SERVICES LTD-SALARY"),
        ("KESTREL INTERACTIVE PVT LTD", "NEFT-KESTREL FOODS PVT LTD-SALARY"),
        ("", "SALARY"),
    ],
    ids=["another one", "words many share", "half a name", "no name"],
)
def test_another_name_is_not(employer: str, narration: str) -> None:
    assert not pays_salary(employer, narration)
