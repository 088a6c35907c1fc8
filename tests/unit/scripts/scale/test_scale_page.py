"""The document is what the simulation says, and its prices are those that are known elsewhere."""

from __future__ import annotations

from dataclasses import fields

import pytest

from scripts.deployment import cost
from scripts.deployment.command import ROOT
from scripts.scale.__main__ import PAGE, USERS, simulated
from scripts.scale.assumptions import Assumptions, listed
from scripts.scale.prices import lines, price_table, total_inr
from scripts.scale.usage import Usage


def test_the_document_is_what_the_simulation_says() -> None:
    """Written by scripts/simulate-scale --write."""
    assert (ROOT / PAGE).read_text().startswith(simulated(USERS))


def test_the_simulation_says_the_same_each_time() -> None:
    assert simulated((50_000,)) == simulated((50_000,))


def test_every_price_is_of_a_unit_and_has_its_source() -> None:
    units = {each.name for each in fields(Usage)}
    for price in price_table():
        assert price.of in units
        assert price.source.startswith("https://")
        assert price.verified in {"yes", "in part", "no"}
        assert price.note or price.verified == "yes" or price.of == "log_gib"


def test_every_unit_has_a_price() -> None:
    tokens = {"tokens_in", "tokens_cached", "tokens_out"}
    assert {price.of for price in price_table()} | tokens == {each.name for each in fields(Usage)}


def test_prices_are_those_of_the_deployment_s_table() -> None:
    theirs = {priced.name: priced.dollars_a_unit for priced in cost.BY_USE}
    pairs = {
        "vcpu_s": "Cloud Run, CPU (Tier 2)",
        "gib_s": "Cloud Run, memory (Tier 2)",
        "requests": "Cloud Run, requests",
        "reads": "Firestore, reads",
        "writes": "Firestore, writes",
        "stored_gib": "Firestore, storage with recovery and backups",
        "tasks": "Cloud Tasks",
        "kms": "Cloud KMS, operations",
        "log_gib": "Logging, taken in",
    }
    ours = {price.of: price.dollars for price in price_table()}
    for unit, name in pairs.items():
        assert ours[unit] == pytest.approx(theirs[name]), name


def test_what_is_free_is_taken_off_once() -> None:
    nothing_left = Usage(reads=1_500_000)
    assert total_inr(nothing_left, with_free=True) == 0
    assert total_inr(nothing_left, with_free=False) > 0
    assert dict(lines(Usage(reads=1_500_001), with_free=True))["Firestore, reads"] == pytest.approx(
        0.0000006 * 95
    )


def test_every_assumption_says_where_it_comes_from() -> None:
    assert all(unit and source for _, _, unit, source in listed(Assumptions()))
