"""Holdings of the demo people: their exact closings, and figures that agree with the overview."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from emulators.fi_mcp.people.catalogue import BY_SLUG
from future_finance.domain.fact_sheet import build
from future_finance.domain.facts import FactSheet
from future_finance.domain.overview import build as overview
from future_finance.domain.sync_state import Coverage
from tests.dossiers import of_person

PEOPLE = sorted(BY_SLUG)
FIGURES = {
    "aarav": {"N05V:savings": 76_436},
    "priya": {"N05V:savings": 363_438, "M01": 1_140_000, "E02": 412_000, "E01": 722_000, "M06B": 31_000, "M04": 0},
    "rohan": {"N05V:savings": 47_488, "E02": 185_000},
    "meenakshi": {
        "N01A": 17_266_940, "N01": 9_775_669, "N05V:savings": 606_940, "M01": 5_240_000, "M04V": 3_840_000,
        "M05:low": 19_200, "M05:high": 46_080, "N05:us_securities": "20.04", "E01": 4_120_000, "E02": 2_460_000,
        "M06B": 95_000, "M06M": 95_000, "N05V:nps": 860_000, "N05V:sgb": 940_000, "M10:us-nbcl": 3_460_000,
    },
    "farida": {"N05V:savings": 189_040, "M06B": 8_000},
    "harpreet": {"N05V:savings": 181_516, "N05V:nps": 4_200_000},
    "lakshmi": {"N05V:savings": 269_024, "M04": 100, "M07": 100, "M01": 740_000, "M06B": 5_000},
    "kabir": {"N02D": -5_000},
}  # fmt: skip


@cache
def sheet(slug: str) -> FactSheet:
    return build(of_person(slug))


@cache
def body(slug: str) -> Any:
    return overview(of_person(slug).portfolio, (), {}, Coverage())


def rupees(money: Any) -> Decimal | None:
    return None if money is None else Decimal(money["amountMinor"]) / 100


@pytest.mark.parametrize(
    ("slug", "fact_id", "value"),
    [(slug, fact_id, value) for slug, facts in FIGURES.items() for fact_id, value in facts.items()],
)
def test_a_demo_persons_figure_is_exact(slug: str, fact_id: str, value: str | int) -> None:
    assert sheet(slug).number(fact_id) == Decimal(value)


@pytest.mark.parametrize("slug", PEOPLE)
def test_facts_and_overview_never_disagree(slug: str) -> None:
    facts, shown = sheet(slug), body(slug)
    worth = shown["netWorth"]
    assert [facts.number(code) for code in ("N01", "N01A", "N01L")] == [
        rupees(worth[name]) for name in ("net", "assets", "liabilities")
    ]
    assert {key: float(fact.number) for key, fact in facts.keyed("N05").items()} == {
        line["class"]: line["sharePct"] for line in shown["allocation"]
    }
    assert {key: fact.number for key, fact in facts.keyed("N05V").items()} == {
        line["class"]: rupees(line["value"]) for line in shown["allocation"]
    }
    assert facts.number("N02D") == rupees(shown["reconciliation"]["difference"])
    epf = shown["epf"]
    assert (facts.number("E01"), facts.number("E02"), facts.number("E01P")) == (
        (None, None, None)
        if epf is None
        else (rupees(epf["total"]), rupees(epf["pastEmployers"]), rupees(epf["pension"]))
    )
    if "N06" in facts.facts:
        top = shown["topHoldings"][0]
        assert (float(facts.facts["N06"].number), facts.number("N06V")) == (
            top["sharePct"],
            rupees(top["value"]),
        )


@pytest.mark.parametrize("slug", PEOPLE)
def test_gaps_are_those_of_the_reconciliation(slug: str) -> None:
    gaps = {fact.key: fact.number for fact in sheet(slug).facts.values() if fact.code == "N07"}
    assert gaps == {
        f"{line['class']}:{line['basis']}": rupees(line["gap"])
        for line in body(slug)["reconciliation"]["lines"]
        if line["gap"] is not None
    }


@pytest.mark.parametrize("slug", PEOPLE)
def test_the_change_of_net_worth_is_the_sum_of_its_parts(slug: str) -> None:
    facts = sheet(slug)
    points = of_person(slug).points
    change = facts.facts["N03"]
    assert change.number == Decimal(points[-1].net_minor - points[-2].net_minor) / 100
    assert sum(facts.facts[part].number for part in change.inputs) == change.number


@pytest.mark.parametrize("slug", ["aarav", "priya", "rohan", "farida", "harpreet", "lakshmi"])
def test_whose_rows_link_up_nothing_is_left_unexplained(slug: str) -> None:
    assert sheet(slug).number("N03:unexplained") == 0


def test_what_shares_abroad_and_gold_bonds_did_stays_unexplained() -> None:
    facts = sheet("meenakshi")
    before, after = of_person("meenakshi").points[-2:]
    untold = ("us_securities", "sgb")
    moved = sum(after.classes[name] - before.classes[name] for name in after.classes if name in untold)
    assert facts.facts["N03:unexplained"].number >= Decimal(moved) / 100 > 0


def test_the_mistrusted_ledger_of_kabir_explains_nothing() -> None:
    facts = sheet("kabir")
    assert facts.missing["N03:income_less_outflow"].reason == "not_told"
    assert facts.missing["M04"].reason == "plan_conflict"
    assert facts.missing["E04"].reason == "no_salary"
    assert [gone.id for gone in facts.missing.values() if gone.id.startswith("M03:")] == [
        "M03:INF9H2K41C36", "M03:INF9N1K42G14", "M03:INF9A4K43O82",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("slug", "match"), [("aarav", "yes"), ("priya", "yes"), ("rohan", "yes"), ("meenakshi", "yes")]
)
def test_the_employer_who_pays_is_the_one_of_the_fund(slug: str, match: str) -> None:
    assert sheet(slug).facts["E04"].value == match


@pytest.mark.parametrize("slug", ["priya", "meenakshi", "lakshmi", "rohan", "farida"])
def test_our_xirr_is_the_one_the_provider_reports(slug: str) -> None:
    ours, stated = sheet(slug).keyed("M03"), sheet(slug).keyed("M03F")
    assert ours.keys() == stated.keys() != set()
    assert all(abs(ours[key].number - stated[key].number) <= Decimal("0.01") for key in ours)


@pytest.mark.parametrize("slug", PEOPLE)
def test_employers_are_marked_as_names_and_the_fund_needs_its_own_consent(slug: str) -> None:
    for fact in sheet(slug).facts.values():
        if fact.code == "E01M":
            (employer,) = fact.names
            assert employer in fact.label
        if fact.id in {"N05:epf", "N05V:epf", "N07:epf:accounts", "D01:epf"} or fact.code.startswith("E0"):
            assert "epf" in fact.scopes


def test_a_day_one_person_has_figures_but_no_change_of_them() -> None:
    facts = build(of_person("aarav", months=1))
    assert facts.number("N01") is not None
    assert facts.missing["N03"].reason == "needs_points"
