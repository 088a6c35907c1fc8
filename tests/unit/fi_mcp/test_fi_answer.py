"""Telling data, login prompts, prose and rubbish apart."""

from __future__ import annotations

from decimal import Decimal

import pytest
from mcp_types import CallToolResult, ImageContent, TextContent

from future_finance.adapters.fi_mcp.answer import LoginPrompt, Prose, read_answer, read_text
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import PhoneRefused, Reason, Refused


def test_numbers_stay_exact() -> None:
    answer = read_text('\ufeff {"units": 665.0187375668689, "count": 3}')
    assert isinstance(answer, Node)
    assert answer.get("units") == Decimal("665.0187375668689")
    assert answer.get("count") == 3


def test_a_login_prompt_is_told_from_data() -> None:
    assert read_text('{"status": "login_required", "login_url": "https://x.test/"}') == LoginPrompt(
        "https://x.test/"
    )
    assert read_text('{"status": "login_required", "login_url": 5}') == LoginPrompt("")


@pytest.mark.parametrize("text", ["No credit score data available", "", "null", '"{}"', "🙂"])
def test_words_instead_of_data_are_prose(text: str) -> None:
    assert read_text(text) == Prose()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"netWorthResponse": {"assetVal', Reason.MALFORMED_JSON),
        ('{"a": NaN}', Reason.MALFORMED_JSON),
        ('{"a": 1}{"b": 2}', Reason.MALFORMED_JSON),
        ('{"a": ' + "[" * 100_000, Reason.MALFORMED_JSON),
        ('{"a": ' + "9" * 5000 + "}", Reason.MALFORMED_JSON),
        ("[1, 2]", Reason.UNKNOWN_SHAPE),
        ("<!doctype html><html>Bad gateway</html>", Reason.HTML),
    ],
    ids=["half", "NaN", "two objects", "very deep", "very long number", "list", "html"],
)
def test_what_is_no_answer_is_refused(text: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        read_text(text)
    assert refused.value.reason is reason
    assert str(refused.value) == reason.value


def test_a_refused_phone_number_is_told_from_other_errors() -> None:
    def error(text: str) -> CallToolResult:
        return CallToolResult(content=[TextContent(type="text", text=text)], is_error=True)

    with pytest.raises(PhoneRefused):
        read_answer(error("Phone number is not allowed"))
    with pytest.raises(Refused) as refused:
        read_answer(error("something of yours broke"))
    assert refused.value.reason is Reason.TOOL_ERROR


def test_anything_but_one_text_block_is_refused() -> None:
    text = TextContent(type="text", text="{}")
    image = ImageContent(type="image", data="", mime_type="image/png")
    for content in ([], [text, text], [image], [text, image]):
        with pytest.raises(Refused) as refused:
            read_answer(CallToolResult(content=content))
        assert refused.value.reason is Reason.UNKNOWN_SHAPE
