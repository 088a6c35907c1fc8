"""What each tool answers."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.consent import Scope
from future_finance.domain.conversation import ChartKind
from future_finance.domain.finding import Impact, Severity
from future_finance.domain.insight import Figure, Insight, InsightText
from future_finance.domain.net_worth import Point
from future_finance.domain.profile import Language
from future_finance.usecases import chat_tools
from future_finance.usecases.chat_tools import BY_NAME, ToolBench
from future_finance.usecases.chat_tools.desk import MOST_FACTS, capped
from future_finance.usecases.chat_tools.net_worth_history import thinned
from future_finance.usecases.chat_tools.transactions import MOST_ROWS
from future_finance.usecases.model import ToolCall
from tests.chatting import NOW, OpenInsights
from tests.dossiers import of_person
from tests.evaluation.canaries import in_narrations
from tests.unit.usecases.chat.tool_desk import by_id, desk_of, use


async def test_a_figure_comes_ready_to_copy_with_the_exact_one_beside_it() -> None:
    answer = await use(desk_of(), "overview")
    assert by_id(answer)["N01"] == {
        "id": "N01",
        "label": "Net worth",
        "value": "₹21,93,738",
        "exact": "2193738.00",
        "asOf": "2026-11-23",
        "caveats": ["without_property", "without_vehicles", "without_gold"],
    }
    assert "property" in answer.content["note"]


async def test_in_hindi_the_labels_are_hindi_and_the_figures_the_same() -> None:
    english = by_id(await use(desk_of(language=Language.ENGLISH), "overview"))["N01"]
    hindi = by_id(await use(desk_of(language=Language.HINDI), "overview"))["N01"]
    assert hindi["label"] == "नेट वर्थ"
    assert (hindi["value"], hindi["exact"]) == (english["value"], english["exact"])


@pytest.mark.parametrize("tool", sorted(set(BY_NAME) - {"simulate", "compute"}))
@pytest.mark.parametrize("slug", ["priya", "meenakshi", "kabir"])
async def test_every_figure_that_is_sent_is_a_fact_that_the_check_knows(slug: str, tool: str) -> None:
    answer = await use(desk_of(slug), tool)
    known = {fact.id: str(fact.value) for fact in answer.facts}
    lines = [
        line
        for part in answer.content.values()
        if isinstance(part, list)
        for line in part
        if isinstance(line, dict) and "exact" in line
    ]
    assert all(known[line["id"]] == line["exact"] for line in lines)


async def test_of_a_day_one_person_it_says_what_is_missing_and_what_it_needs() -> None:
    answer = await use(desk_of("priya", months=1), "net_worth_history")
    assert "a change cannot be told yet" in answer.content["note"]
    assert answer.content["missing"][0]["needs"]
    assert answer.chart is None


async def test_points_of_net_worth_are_facts_with_a_chart_of_them() -> None:
    answer = await use(desk_of(), "net_worth_history", period="1y")
    assert answer.chart is not None
    assert answer.chart.kind is ChartKind.LINE
    facts = {fact.id: fact for fact in answer.facts}
    assert [str(facts[point.fact_id].value) for point in answer.chart.points] == [
        point.value for point in answer.chart.points
    ]


@given(st.lists(st.dates(date(2020, 1, 1), date(2026, 11, 24)), unique=True, max_size=60))
def test_a_long_history_is_thinned_to_months_and_keeps_its_ends(days: list[date]) -> None:
    points = [Point(day, 100, 0) for day in days]
    kept = thinned(points)
    assert len(kept) <= 13
    assert kept == sorted(kept, key=lambda point: point.on)
    if points:
        assert kept[-1].on == max(days)
        assert f"{kept[0].on:%Y-%m}" == f"{min(days):%Y-%m}"
        assert len({f"{point.on:%Y-%m}" for point in kept}) == len(kept)


@pytest.mark.parametrize("tool", sorted(set(BY_NAME) - {"simulate", "compute"}))
@pytest.mark.parametrize("slug", ["priya", "lakshmi", "kabir"])
async def test_in_hindi_what_is_missing_and_what_to_note_is_hindi(slug: str, tool: str) -> None:
    answer = await use(desk_of(slug, language=Language.HINDI, months=1), tool)
    told = [answer.content.get("note", "है")]
    told += [gone[name] for gone in answer.content.get("missing", ()) for name in ("label", "needs")]
    assert [text for text in told if not re.search("[ऀ-ॿ]", text)] == []


async def test_a_search_sums_all_it_finds_and_lists_the_newest() -> None:
    desk = desk_of()
    answer = await use(desk, "transactions", direction="out")
    rows = answer.content["rows"]
    assert len(rows) == MOST_ROWS < answer.content["found"]
    assert [row["asOf"] for row in rows] == sorted((row["asOf"] for row in rows), reverse=True)
    paid = next(line for line in answer.content["totals"] if line["id"].startswith("R01:paid"))
    all_of_it = sum(
        e.amount_minor
        for e in (await desk.records.cashbook()).events
        if e.flow.value in {"outflow", "investment"}
    )
    assert Decimal(paid["exact"]) * 100 == all_of_it
    assert answer.rows_sent == MOST_ROWS


async def test_a_search_by_month_finds_that_month_alone() -> None:
    answer = await use(desk_of(), "transactions", month="2026-10")
    assert {row["asOf"][:7] for row in answer.content["rows"]} == {"2026-10"}


@pytest.mark.parametrize(
    ("limit", "english", "hindi"),
    [
        ({"search": "rent"}, "with “rent”", "“rent” वाली"),
        ({"category": "food"}, "eating out and delivery", "बाहर का खाना"),
        ({"category": "emi"}, "EMI", "EMI"),
        ({"direction": "out"}, "money out alone", "सिर्फ़ गई रकम"),
        ({"direction": "in"}, "money in alone", "सिर्फ़ आई रकम"),
        ({"month": "2026-10"}, "in October 2026", "अक्टूबर 2026 में"),
        ({"since": "2026-08"}, "from August 2026", "अगस्त 2026 से"),
        ({"until": "2026-10"}, "to October 2026", "अक्टूबर 2026 तक"),
        ({"at_least": 500}, "₹500 or more each", "₹500 या ज़्यादा की"),
        ({"at_most": 2000}, "₹2,000 or less each", "₹2,000 या कम की"),
    ],
)
async def test_every_limit_of_a_search_stands_in_the_name_of_its_sums(
    limit: dict[str, Any], english: str, hindi: str
) -> None:
    desk = desk_of("meenakshi")
    answer = await use(desk, "transactions", **limit)
    totals = [fact for fact in answer.facts if fact.code in {"R01", "R03"}]
    assert len(totals) >= 2
    assert all(english in fact.label and hindi in fact.label_hi for fact in totals)
    every = await use(desk, "transactions")
    assert not any(english in fact.label for fact in every.facts if fact.code in {"R01", "R03"})


async def test_all_limits_of_a_search_are_told_together() -> None:
    limits = {"search": "upi", "direction": "out", "since": "2026-08", "until": "2026-10", "at_least": 500}
    answer = await use(desk_of(), "transactions", **limits)
    paid = next(line for line in answer.content["totals"] if line["id"].startswith("R01:paid"))
    for told in ("with “upi”", "money out alone", "from August 2026", "to October 2026", "₹500 or more each"):
        assert told in paid["label"]


async def test_a_figure_in_the_words_of_a_search_is_in_no_name_of_a_sum() -> None:
    desk = desk_of(in_narrations("₹99 crore won")(of_person("priya")))
    answer = await use(desk, "transactions", search="₹99 crore")
    assert answer.content["found"]
    assert not any("99" in fact.label for fact in answer.facts)


async def test_a_ledger_that_cannot_be_trusted_shows_no_rows() -> None:
    answer = await use(desk_of("kabir"), "transactions")
    assert answer.content["found"] == 0
    assert answer.rows_sent == 0
    spending = await use(desk_of("kabir"), "spending")
    assert not any(line["id"] in {"T01", "T02"} for line in spending.content["facts"])


async def test_a_what_if_brings_its_figures_assumptions_and_a_summary() -> None:
    scenario = {"kind": "loan_prepayment", "debt": "home", "amount": 500_000}
    answer = await use(desk_of("meenakshi"), "simulate", scenario=scenario)
    assert answer.status == "ok"
    assert any("12,21,872" in line["value"] for line in answer.content["facts"])
    assert answer.content["summary"]
    assert "5,00,000" in answer.content["understoodAs"]


async def test_what_a_what_if_lacks_is_asked_of_the_person() -> None:
    answer = await use(desk_of("priya"), "simulate", scenario={"kind": "retirement", "age": 50})
    assert [ask["needs"] for ask in answer.content["asks"]]


@pytest.mark.parametrize(
    "scenario", [{"kind": "win_lottery"}, {}, {"kind": "loan_prepayment", "amount": -5}, "sip"]
)
async def test_a_what_if_that_makes_no_sense_is_an_answer_with_a_hint(scenario: Any) -> None:
    answer = await use(desk_of(), "simulate", scenario=scenario)
    assert answer.status == "error"
    assert answer.content["hint"]


async def test_arithmetic_makes_a_fact_with_its_formula() -> None:
    desk = desk_of()
    await use(desk, "overview")
    answer = await use(desk, "compute", operation="subtract", operands=[{"fact": "N01A"}, {"fact": "N01L"}])
    (line,) = answer.content["facts"]
    assert line["exact"] == "2193738.00"
    assert answer.content["formula"]
    assert answer.facts[0].inputs == ("N01A", "N01L")


async def test_a_number_that_nobody_said_is_not_computed_with() -> None:
    operands = [{"fact": "N01"}, {"said": 5_000_000}]
    refused = await use(desk_of(), "compute", operation="add", operands=operands)
    assert refused.content["error"] == "not_said"
    said = await use(desk_of(said="I have 50 lakh in FD"), "compute", operation="add", operands=operands)
    assert said.status == "ok"


async def test_a_stock_and_a_flow_do_not_add_up() -> None:
    answer = await use(desk_of(), "compute", operation="add", operands=[{"fact": "N01"}, {"fact": "T01"}])
    assert answer.status == "error"


def insight(severity: Severity, fact_id: str = "L08", value: str = "20500.00") -> Insight:
    text = InsightText(f"₹20,500 is overdue ({severity})", "As of the report.", "Two options.")
    return Insight(
        id=f"D01-{severity}", detector="D01", category="debt", severity=severity, confidence=0.9,
        raise_confidence="", raise_confidence_hi="", impact=Impact(), texts={"en": text, "hi": text},
        figures=(
            Figure(fact_id, "Overdue amount", "अतिदेय राशि", value, "INR", None, date(2026, 10, 31), scopes=("credit_score",)),
            Figure("RULE:foir_pct", "Share we compare with", "तुलना", "40", "percent", None, None),
        ),
        steps=(), created_at=NOW, updated_at=NOW,
    )  # fmt: skip


async def test_open_insights_come_gravest_first_with_their_figures() -> None:
    found = OpenInsights([insight(Severity.LOW), insight(Severity.HIGH)])
    answer = await use(desk_of(insights=found), "insights")
    assert [line["severity"] for line in answer.content["insights"]] == ["high", "low"]
    assert answer.insight_ids == ("D01-high", "D01-low")
    assert by_id(answer)["L08:as-of-2026-10-31"]["exact"] == "20500.00"


async def test_a_figure_of_an_insight_that_has_moved_on_is_told_as_an_old_one() -> None:
    desk = desk_of(insights=OpenInsights([insight(Severity.HIGH, "N01", "5000.00")]))
    answer = await use(desk, "insights")
    lines = by_id(answer)
    assert "N01" not in lines
    assert lines["N01:as-of-2026-10-31"]["label"] == "Overdue amount, as it was on 31 Oct 2026"
    assert desk.sheet.facts["N01"].value == Decimal("2193738.00")
    await use(desk, "overview")
    worked = await use(desk, "compute", operation="difference", operands=[{"fact": "N01A"}, {"fact": "N01"}])
    assert worked.content["facts"][0]["exact"] == str(desk.sheet.facts["N01L"].value)


async def test_a_figure_of_an_insight_that_is_still_the_same_is_the_one_of_today() -> None:
    desk = desk_of(insights=OpenInsights([insight(Severity.HIGH, "N01", "2193738.00")]))
    (line,) = (line for key, line in by_id(await use(desk, "insights")).items() if key.startswith("N01"))
    assert line["label"] == desk.sheet.facts["N01"].label


async def test_an_insight_that_rests_on_what_is_not_agreed_to_is_left_out() -> None:
    found = OpenInsights([insight(Severity.HIGH)])
    desk = desk_of(scopes=frozenset(Scope) - {Scope.CREDIT_SCORE}, insights=found)
    assert (await use(desk, "insights")).content["insights"] == []


async def test_more_facts_than_fit_are_counted() -> None:
    desk = desk_of()
    base = desk.sheet.facts["N01"]
    many = {f"M01S:{n:03d}": replace(base, id=f"M01S:{n:03d}", value=Decimal(n)) for n in range(100)}
    desk.sheet = replace(desk.sheet, facts=many)
    answer = await use(desk, "assets", about="funds")
    assert len(answer.content["facts"]) == MOST_FACTS
    assert answer.content["notShown"] == 100 - MOST_FACTS


def test_an_answer_that_is_too_large_is_cut_or_refused() -> None:
    cut = capped({"facts": [{"label": "x" * 200} for _ in range(500)], "note": "n"})
    assert 0 < len(cut["facts"]) < 500
    assert cut["cut"] is True
    assert capped({"note": "y" * 50_000})["error"] == "too_large"


async def test_what_all_answers_of_a_turn_hold_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_tools, "MOST_CHARACTERS", 10_000)
    desk = desk_of("meenakshi")
    bench = ToolBench(desk)
    answers = [
        await bench.use(ToolCall(f"c{n}", "spending", {"month": month}))
        for n, month in enumerate((await desk.records.cashbook()).full_months)
    ]
    sent = [answer for answer in answers if answer.status == "ok"]
    assert 0 < sum(len(json.dumps(answer.content, ensure_ascii=False)) for answer in sent) <= 10_000
    assert answers[-1].content["error"] == "too_much"
    assert set(desk.shown) == {fact.id for answer in sent for fact in answer.facts}


async def test_rows_lead_to_the_documents_of_a_connection_whose_id_has_an_underscore() -> None:
    papers = of_person("priya", 2)
    rows = tuple(replace(row, account_id=f"Zx_9-k_{row.account_id.partition('_')[2]}") for row in papers.rows)
    answer = await use(desk_of(replace(papers, rows=rows)), "transactions")
    sources = {source for fact in answer.facts for source in fact.sources}
    assert sources
    assert sources <= {f"ledger/Zx_9-k_{row.on:%Y-%m}" for row in rows}
