"""The model's place: what it answers to a request, without HTTP. The same request is answered the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from emulators.vertex_ai import liar, wording
from emulators.vertex_ai.answer import again, answer_to
from emulators.vertex_ai.faults import Mode
from emulators.vertex_ai.figures import figures_in
from emulators.vertex_ai.intent import Call, Known, calls_for
from emulators.vertex_ai.language import tongue_of
from emulators.vertex_ai.request import Request
from emulators.vertex_ai.signature import check, signature_of
from emulators.vertex_ai.tokens import tokens_of

MODEL_VERSION = "offline-stand-in"
MOST_ROUNDS = 4
_TODAY = re.compile(r"today\W{0,12}(?:is|date)?\W{0,6}(20\d\d-\d\d-\d\d)", re.IGNORECASE)

Json = dict[str, Any]


@dataclass(slots=True)
class Reply:
    """Parts as they go over the wire, and why the model stopped."""

    parts: list[Json] = field(default_factory=list)
    finish: str = "STOP"
    blocked: bool = False  # the prompt itself

    @property
    def text(self) -> str:
        return "".join(part.get("text", "") for part in self.parts)

    @property
    def output_tokens(self) -> int:
        return tokens_of(
            "".join(str(part.get("text") or part.get("functionCall") or "") for part in self.parts)
        )


def reply_to(request: Request, mode: Mode | None = None) -> Reply:
    """Raises RequestRefused."""
    check(request)
    if mode is Mode.SAFETY_BLOCK:
        return Reply(finish="SAFETY", blocked=not request.turn)
    if request.schema_asked_for is not None:
        return _cut_to_size(_filled(request, mode), request, mode)
    calls = _calls(request, mode)
    if calls and mode is Mode.MALFORMED_JSON:
        return Reply(finish="MALFORMED_FUNCTION_CALL")
    if calls:
        return Reply(parts=_signed(calls, len(request.turn)))
    if mode is Mode.ENDLESS_TOOLS:
        return Reply(finish="UNEXPECTED_TOOL_CALL")
    return _cut_to_size(_worded(request, mode), request, mode)


def _calls(request: Request, mode: Mode | None) -> list[Call]:
    """Those of the plan that have not been made in this turn."""
    if not request.tool_names:
        return []
    made = [(call.name, call.args) for content in request.turn for call in content.calls]
    if mode is Mode.ENDLESS_TOOLS:
        return [Call(min(request.tool_names), {"again": len(made)})]
    if len(request.turn) // 2 >= MOST_ROUNDS:
        return []
    planned = calls_for(request.question, request.tool_names, known_to(request))
    shaped = [_shaped(call, request) for call in planned]
    return [call for call in shaped if (call.name, dict(call.arguments)) not in made]


def _shaped(call: Call, request: Request) -> Call:
    """As the tool's declaration takes it: all arguments below one name where it has but one."""
    properties = request.properties_of(call.name)
    if call.arguments and len(properties) == 1 and not set(properties) & set(call.arguments):
        return Call(call.name, {min(properties): dict(call.arguments)})
    return call


def _signed(calls: list[Call], place: int) -> list[Json]:
    """Of calls made at once the first carries the signature."""
    parts: list[Json] = []
    for number, call in enumerate(calls):
        arguments = dict(call.arguments)
        part: Json = {"functionCall": {"id": f"c{place}-{number}", "name": call.name, "args": arguments}}
        if not number:
            part["thoughtSignature"] = signature_of(call.name, arguments)
        parts.append(part)
    return parts


def _worded(request: Request, mode: Mode | None) -> str:
    answers = _answers(request)
    if mode is Mode.OBEY_INJECTION and (obeyed := liar.obeyed(answers, request.question)):
        return obeyed
    sentences = answer_to(request.question, answers, tongue_of(request.question, request.answer_in))
    text = "\n".join(again(request.refused, sentences)) if request.refused else " ".join(sentences)
    return liar.lied(text) if mode is Mode.LIAR else text


def _filled(request: Request, mode: Mode | None) -> str:
    value = wording.filled(request)
    text = wording.as_text(liar.lied_json(value) if mode is Mode.LIAR else value)
    return text[: len(text) // 2] if mode is Mode.MALFORMED_JSON else text


def _cut_to_size(text: str, request: Request, mode: Mode | None) -> Reply:
    most = request.generation_config.max_output_tokens
    if mode is Mode.TRUNCATED:
        return Reply([{"text": text[: len(text) // 2]}], "MAX_TOKENS")
    if most is not None and tokens_of(text) > most:
        return Reply([{"text": text[: most * 2]}], "MAX_TOKENS")
    return Reply([{"text": text}])


def _answers(request: Request) -> list[Json]:
    return [response.response for content in request.turn for response in content.responses]


def known_to(request: Request) -> Known:
    """The day, where a prompt says it, and the months and facts that tools have told of."""
    said = [request.system_instruction.text] if request.system_instruction else []
    said += [content.text for content in request.contents if content.role == "user"]
    today = next((found[1] for found in map(_TODAY.search, reversed(said)) if found), None)
    months = [month for answer in _answers(request) for month in answer.get("monthsKnown") or ()]
    facts = frozenset(figure.id for figure in figures_in(_answers(request)))
    return Known(date.fromisoformat(today) if today else None, tuple(sorted(set(map(str, months)))), facts)
