"""The model's turns, tools and answers between our terms and google-genai's."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from google.genai import types

from future_finance.errors import ModelBlocked
from future_finance.usecases.model import (
    Finish,
    ModelRequest,
    Part,
    Role,
    TextPart,
    ToolCall,
    ToolResult,
    ToolSpec,
    Turn,
    Usage,
)

ROOM_FOR_THOUGHT = 4096  # thinking counts as output; without room of its own it would cut the answer short
_FINISHES = {
    types.FinishReason.STOP: Finish.STOP,
    types.FinishReason.MAX_TOKENS: Finish.TRUNCATED,
    types.FinishReason.MALFORMED_FUNCTION_CALL: Finish.MALFORMED,
    types.FinishReason.UNEXPECTED_TOOL_CALL: Finish.MALFORMED,
    types.FinishReason.TOO_MANY_TOOL_CALLS: Finish.MALFORMED,
    types.FinishReason.MALFORMED_RESPONSE: Finish.MALFORMED,
    types.FinishReason.MISSING_THOUGHT_SIGNATURE: Finish.MALFORMED,
}


def to_config(request: ModelRequest) -> types.GenerateContentConfig:
    """The request without its turns. Functions are never called by the library itself.

    No temperature goes out: Gemini 3 is made for its own, and may loop under a lower one.
    https://ai.google.dev/gemini-api/docs/generate-content/gemini-3
    """
    return types.GenerateContentConfig(
        system_instruction=request.system,
        max_output_tokens=request.max_output_tokens + ROOM_FOR_THOUGHT,
        thinking_config=types.ThinkingConfig(thinking_level=types.ThinkingLevel.LOW),
        tools=[_to_tool(request.tools)] if request.tools else None,
        response_mime_type="application/json" if request.schema is not None else None,
        response_json_schema=request.schema,
        automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
    )


def to_contents(turns: Iterable[Turn]) -> list[types.ContentUnion]:
    return [
        types.Content(
            role="model" if turn.role is Role.MODEL else "user", parts=[_to_part(part) for part in turn.parts]
        )
        for turn in turns
    ]


def parts_of(answer: types.GenerateContentResponse) -> list[TextPart | ToolCall]:
    """Words and tool calls, without thoughts. A call that came without an id is given one."""
    found: list[TextPart | ToolCall] = []
    content = answer.candidates[0].content if answer.candidates else None
    for part in (content.parts if content else None) or ():
        if part.thought:
            continue
        if part.function_call is not None:
            called = part.function_call
            call_id = called.id or f"call-{secrets.token_hex(4)}"
            found.append(ToolCall(call_id, called.name or "", called.args or {}, part.thought_signature))
        elif part.text or part.thought_signature:
            found.append(TextPart(part.text or "", part.thought_signature))
    return found


def finish_of(answer: types.GenerateContentResponse) -> Finish | None:
    """Why the model stopped; None while it has not. Raises ModelBlocked."""
    if answer.prompt_feedback is not None and answer.prompt_feedback.block_reason is not None:
        raise ModelBlocked
    reason = answer.candidates[0].finish_reason if answer.candidates else None
    if reason is None or reason is types.FinishReason.FINISH_REASON_UNSPECIFIED:
        return None
    finish = _FINISHES.get(reason)
    if finish is None:  # safety, recitation, prohibited content, personal information ...
        raise ModelBlocked
    return finish


def usage_of(answer: types.GenerateContentResponse) -> Usage | None:
    """None where this piece of a stream tells none."""
    counted = answer.usage_metadata
    if counted is None:
        return None
    prompt = (counted.prompt_token_count or 0) + (counted.tool_use_prompt_token_count or 0)
    output = (counted.candidates_token_count or 0) + (counted.thoughts_token_count or 0)
    return Usage(prompt=prompt, output=output, cached=counted.cached_content_token_count or 0)


def joined(parts: Iterable[TextPart | ToolCall]) -> tuple[TextPart | ToolCall, ...]:
    """Pieces of a stream as one answer's parts; a part with a signature stays by itself, as it must go back."""
    whole: list[TextPart | ToolCall] = []
    for part in parts:
        last = whole[-1] if whole else None
        if (
            isinstance(part, TextPart)
            and isinstance(last, TextPart)
            and part.signature is None
            and last.signature is None
        ):
            whole[-1] = TextPart(last.text + part.text)
        else:
            whole.append(part)
    return tuple(whole)


def _to_tool(specs: Iterable[ToolSpec]) -> types.Tool:
    return types.Tool(
        function_declarations=[
            types.FunctionDeclaration(
                name=spec.name, description=spec.description, parameters_json_schema=spec.parameters
            )
            for spec in specs
        ]
    )


def _to_part(part: Part) -> types.Part:
    match part:
        case TextPart():
            return types.Part(text=part.text, thought_signature=part.signature)
        case ToolCall():
            called = types.FunctionCall(id=part.id, name=part.name, args=_plain(part.arguments))
            return types.Part(function_call=called, thought_signature=part.signature)
        case ToolResult():
            answered = types.FunctionResponse(id=part.id, name=part.name, response=_plain(part.content))
            return types.Part(function_response=answered)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Plain JSON, also of read-only mappings and tuples. Raises TypeError for what JSON cannot say."""
    plain: dict[str, Any] = json.loads(json.dumps(values, default=_mapping))
    return plain


def _mapping(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is not JSON")
