"""An answer becomes an outcome, whatever it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.adapters.fi_mcp.answer import LoginPrompt, Prose, read_text
from future_finance.adapters.fi_mcp.part import Part, read_part
from future_finance.adapters.fi_mcp.refusal import Reason, Refused
from future_finance.domain.snapshot import PartName, PartStatus
from tests.fakes import fi_answers as fi

VALID: dict[PartName, list[dict[str, Any]]] = {
    PartName.NET_WORTH: [
        fi.net_worth(
            [fi.attribute("ASSET_TYPE_EPF", 5), fi.attribute("LIABILITY_TYPE_LOAN", -5)],
            liabilities=[fi.attribute("LIABILITY_TYPE_HOME_LOAN", 5)],
            accounts={
                "a": fi.savings(5),
                "b": fi.account(
                    "EQUITIES",
                    {
                        "equitySummary": {
                            "holdingsInfo": [{"isin": "INE0", "units": 1, "lastTradedPrice": fi.rupees(2)}]
                        }
                    },
                ),
                "c": fi.account("LOAN", {"loanSummary": {"currentOutstanding": fi.rupees(7)}}),
            },
            schemes=[fi.scheme("INF000A01011", 9)],
        )
    ],
    PartName.CREDIT_REPORT: [fi.credit_report(fi.tradeline())],
    PartName.EPF: [fi.epf(fi.uan(fi.membership()))],
    PartName.MF_TRANSACTIONS: [fi.mf([1, "2026-01-01", 1.5, 1, 1]), fi.mf_orders(fi.mf_order())],
    PartName.BANK_TRANSACTIONS: [fi.bank(("Lotus", [["5", "TEA", "2026-08-01", 2, "OTHERS", "1"]]))],
    PartName.STOCK_TRANSACTIONS: [fi.stock([1, "2026-01-01", 5, 1.5], [3, "2026-01-01", 5])],
}
CASES = [(name, answer) for name, answers in VALID.items() for answer in answers]
NAMES = [name for name, _ in CASES]


def part_of(name: PartName, answer: object) -> Part:
    return read_part(name, read_text(json.dumps(answer)))


@pytest.mark.parametrize(("name", "answer"), CASES, ids=NAMES)
def test_a_valid_answer_is_ok(name: PartName, answer: dict[str, Any]) -> None:
    assert part_of(name, answer).outcome.status is PartStatus.OK


@pytest.mark.parametrize("name", PartName)
@pytest.mark.parametrize(
    "answer", [{}, {"schemaDescription": "A list of ..."}], ids=["nothing", "description only"]
)
def test_nothing_connected_is_empty_for_every_tool(name: PartName, answer: dict[str, Any]) -> None:
    assert part_of(name, answer).outcome.status is PartStatus.EMPTY


@pytest.mark.parametrize("name", PartName)
def test_prose_is_not_available_and_a_login_prompt_is_a_login_prompt(name: PartName) -> None:
    assert read_part(name, Prose()).outcome.status is PartStatus.NOT_AVAILABLE
    assert read_part(name, LoginPrompt("https://fi.test/")).outcome.status is PartStatus.LOGIN_REQUIRED


@pytest.mark.parametrize("name", PartName)
def test_another_tool_s_answer_is_refused_not_misread(name: PartName) -> None:
    for other, answer in CASES:
        if other is not name:
            outcome = part_of(name, answer).outcome
            assert (outcome.status, outcome.reason) == (PartStatus.FAILED, "wrong_tool")


def test_an_answer_of_no_known_tool_is_refused() -> None:
    assert part_of(PartName.EPF, {"weather": "fine"}).outcome.reason == "unknown_shape"


def _paths(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [path, *(found for key, item in inner for found in _paths(item, (*path, key)))]


def _replaced(value: Any, path: tuple[str | int, ...], new: object) -> Any:
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = _replaced(value[path[0]], path[1:], new)
    return copy


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(
        ["1e999", "NOT AVAILABLE", "2024-02-30", "9999-12-31T23:59:59Z", "20240230", "-0", " 5 ", "٣"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
def test_no_change_to_an_answer_makes_anything_but_an_outcome(data: st.DataObject) -> None:
    name, answer = data.draw(st.sampled_from(CASES))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(_paths(answer)))
        answer = _replaced(answer, path, data.draw(JSON))
    try:
        parsed = read_text(json.dumps(answer))
    except Refused:
        return
    part = read_part(name, parsed)
    assert (part.outcome.status is PartStatus.OK) == (part.content is not None)
    if part.outcome.status is PartStatus.FAILED:
        assert part.outcome.reason in set(Reason)


@given(st.data())
def test_no_part_of_an_answer_passes_for_the_whole(data: st.DataObject) -> None:
    _, answer = data.draw(st.sampled_from(CASES))
    text = json.dumps(answer)
    cut = text[: data.draw(st.integers(0, len(text) - 1))]
    if not cut:
        assert read_text(cut) == Prose()
        return
    with pytest.raises(Refused) as refused:
        read_text(cut)
    assert refused.value.reason is Reason.MALFORMED_JSON
