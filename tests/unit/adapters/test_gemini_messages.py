"""What goes to Gemini, and what its answers mean."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from google.genai import types

from future_finance.adapters.gemini_messages import (
    ROOM_FOR_THOUGHT,
    finish_of,
    joined,
    parts_of,
    to_config,
    to_contents,
    usage_of,
)
from future_finance.errors import ModelBlocked
from future_finance.usecases.model import (
    Finish,
    ModelRequest,
    Role,
    TextPart,
    ToolCall,
    ToolResult,
    ToolSpec,
    Turn,
    Usage,
)

ASKED = (Turn(Role.USER, (TextPart("How much?"),)),)


def answer(
    reason: str | None = None, *parts: types.Part, blocked: bool = False
) -> types.GenerateContentResponse:
    return types.GenerateContentResponse(
        candidates=[
            types.Candidate(
                content=types.Content(role="model", parts=list(parts)),
                finish_reason=None if reason is None else types.FinishReason(reason),
            )
        ],
        prompt_feedback=types.GenerateContentResponsePromptFeedback(block_reason=types.BlockedReason.SAFETY)
        if blocked
        else None,
    )


def test_a_request_asks_for_little_thought_no_temperature_and_no_calling_by_itself() -> None:
    config = to_config(ModelRequest("Rules.", ASKED, temperature=0.2, max_output_tokens=100))
    assert config.system_instruction == "Rules."
    assert config.max_output_tokens == 100 + ROOM_FOR_THOUGHT
    assert config.temperature is None
    assert config.thinking_config == types.ThinkingConfig(thinking_level=types.ThinkingLevel.LOW)
    assert config.automatic_function_calling == types.AutomaticFunctionCallingConfig(disable=True)
    assert config.tools is None
    assert config.response_mime_type is None


def test_tools_and_schemas_go_as_json_schema() -> None:
    shape = {"type": "object", "properties": {"month": {"type": "string"}}}
    config = to_config(ModelRequest("Rules.", ASKED, tools=(ToolSpec("spending", "What went out.", shape),)))
    assert config.tools is not None
    (tool,) = config.tools
    assert isinstance(tool, types.Tool)
    assert tool.function_declarations == [
        types.FunctionDeclaration(name="spending", description="What went out.", parameters_json_schema=shape)
    ]
    asked = to_config(ModelRequest("Rules.", ASKED, schema=shape))
    assert (asked.response_json_schema, asked.response_mime_type) == (shape, "application/json")


def test_a_call_goes_back_with_its_id_and_signature_and_read_only_values_as_plain_json() -> None:
    frozen = MappingProxyType({"rows": ({"amount": "₹5"},), "deep": MappingProxyType({"n": 1})})
    turns = (
        Turn(Role.MODEL, (ToolCall("c1", "spending", MappingProxyType({"month": "2026-10"}), b"sig"),)),
        Turn(Role.USER, (ToolResult("c1", "spending", frozen),)),
    )
    called, answered = to_contents(turns)
    assert called == types.Content(
        role="model",
        parts=[
            types.Part(
                function_call=types.FunctionCall(id="c1", name="spending", args={"month": "2026-10"}),
                thought_signature=b"sig",
            )
        ],
    )
    assert answered == types.Content(
        role="user",
        parts=[
            types.Part(
                function_response=types.FunctionResponse(
                    id="c1", name="spending", response={"rows": [{"amount": "₹5"}], "deep": {"n": 1}}
                )
            )
        ],
    )


def test_what_json_cannot_say_is_refused_without_its_value() -> None:
    with pytest.raises(TypeError, match="bytes is not JSON"):
        to_contents((Turn(Role.USER, (ToolResult("c", "t", {"x": b"private"}),)),))


def test_thoughts_are_left_out_and_a_call_without_an_id_gets_one() -> None:
    found = parts_of(
        answer(
            "STOP",
            types.Part(text="Let me think", thought=True),
            types.Part(text="So."),
            types.Part(function_call=types.FunctionCall(name="overview"), thought_signature=b"s"),
            types.Part(function_call=types.FunctionCall(name="credit")),
        )
    )
    said, first, second = found
    assert said == TextPart("So.")
    assert isinstance(first, ToolCall)
    assert isinstance(second, ToolCall)
    assert (first.name, first.arguments, first.signature) == ("overview", {}, b"s")
    assert first.id
    assert first.id != second.id


@pytest.mark.parametrize(
    ("reason", "finish"),
    [
        ("STOP", Finish.STOP),
        ("MAX_TOKENS", Finish.TRUNCATED),
        ("MALFORMED_FUNCTION_CALL", Finish.MALFORMED),
        ("UNEXPECTED_TOOL_CALL", Finish.MALFORMED),
        ("MISSING_THOUGHT_SIGNATURE", Finish.MALFORMED),
        (None, None),
    ],
)
def test_why_the_model_stopped(reason: str | None, finish: Finish | None) -> None:
    assert finish_of(answer(reason)) is finish


@pytest.mark.parametrize(
    "reason", ["SAFETY", "RECITATION", "PROHIBITED_CONTENT", "SPII", "BLOCKLIST", "OTHER"]
)
def test_what_may_not_be_said_is_blocked(reason: str) -> None:
    with pytest.raises(ModelBlocked):
        finish_of(answer(reason))


def test_a_prompt_that_may_not_be_asked_is_blocked() -> None:
    with pytest.raises(ModelBlocked):
        finish_of(answer(blocked=True))


def test_thinking_counts_as_output_and_what_tools_said_as_prompt() -> None:
    counted = types.GenerateContentResponseUsageMetadata(
        prompt_token_count=100,
        tool_use_prompt_token_count=10,
        cached_content_token_count=80,
        candidates_token_count=7,
        thoughts_token_count=5,
    )
    found = usage_of(types.GenerateContentResponse(usage_metadata=counted))
    assert found == Usage(prompt=110, output=12, cached=80)
    assert usage_of(types.GenerateContentResponse()) is None


def test_pieces_are_joined_but_for_those_that_carry_a_signature() -> None:
    pieces = [
        TextPart("Net "),
        TextPart("worth"),
        TextPart("", b"sig"),
        TextPart("more"),
        ToolCall("c", "t", {}),
    ]
    assert joined(pieces) == (
        TextPart("Net worth"),
        TextPart("", b"sig"),
        TextPart("more"),
        ToolCall("c", "t", {}),
    )
