"""Sheets of facts made for a test: values by id, entered as the catalogue has them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from future_finance.domain.fact_book import FactBook
from future_finance.domain.facts import FactSheet

TODAY = date(2026, 11, 24)


def sheet_of(values: Mapping[str, str | int], labels: Mapping[str, str] | None = None) -> FactSheet:
    """`values`: "T01" or "L01:home" -> a number; `labels` name debts by their id."""
    book = FactBook(TODAY)
    for fact_id, value in values.items():
        code, _, key = fact_id.partition(":")
        book.enter(
            code, Decimal(value), TODAY, key=key, label=(labels or {}).get(key, ""), sources=(f"test/{code}",)
        )
    return book.sheet()


# Contract EMIs of a recorded account: a card, a personal loan, a car loan.
THREE_DEBTS = sheet_of(
    {
        "L01:card": 71_000, "L01R:card": "24.5", "C02D:card": "94.7",
        "L01:bajaj": 125_000, "L01R:bajaj": 18, "L02:bajaj": "5422.86", "L01E:bajaj": 12_500,
        "L01:hdfc": 110_000, "L01R:hdfc": "9.5", "L02:hdfc": "10500.93", "L01E:hdfc": 8_530,
    },
    {"card": "Axis card", "bajaj": "Bajaj personal loan", "hdfc": "HDFC car loan"},
)  # fmt: skip

# A home loan and a car loan, paid by a salary.
TWO_LOANS = sheet_of(
    {
        "L01:home": 6_724_473, "L01R:home": "8.6", "L01E:home": 65_562,
        "L01:car": 647_798, "L01R:car": "9.1", "L01E:car": 24_968,
        "T01": 450_000, "T02": 290_000, "T04V": 125_000, "T05": 35_000,
        "Q01": 1_206_940, "M01": 5_240_000, "M06B": 95_000,
    },
    {"home": "Home loan", "car": "Car loan"},
)  # fmt: skip

# An education loan, deposits and NPS, years before retirement.
EDUCATION_LOAN = sheet_of(
    {
        "L01:edu": 1_372_114, "L01R:edu": "10.2", "L01E:edu": 25_057,
        "T01": 146_000, "T02": 123_000, "T04V": 15_000, "Q01": 2_681_516,
        "N05V:nps": 4_200_000, "N05V:deposits": 2_500_000,
    },
    {"edu": "Education loan"},
)  # fmt: skip
