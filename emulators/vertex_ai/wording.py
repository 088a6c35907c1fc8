"""Schemas filled from what the prompt holds: findings worded, a question understood as a scenario."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from emulators.vertex_ai.request import Request, json_object
from emulators.vertex_ai.scenario import scenario_of

Json = dict[str, Any]
_BESIDE = {"en": "Behind it: {label}, {text}.", "hi": "इसके पीछे: {label}, {text}।"}
_ASK = {"en": "Does that look right to you?", "hi": "क्या यह आपको सही लगता है?"}


def filled(request: Request) -> Json:
    """An object that fits the schema asked for."""
    schema = request.schema_asked_for or {}
    properties: Mapping[str, Any] = schema.get("properties") or {}
    prompt = json_object(request.prompt) or {}
    if "findings" in properties:
        return _findings(prompt, _asked_again(request))
    if "kind" in properties:
        return scenario_of(str(prompt.get("text") or request.question))
    example: Json = _example(schema, schema)
    return example


def _findings(prompt: Json, again: frozenset[str]) -> Json:
    """Each finding in the words of its observation, and its first figure named once more."""
    language = "hi" if prompt.get("language") == "hi" else "en"
    findings = [each for each in prompt.get("findings", []) if not again or each.get("id") in again]
    return {"findings": [_worded(each, language) for each in findings], "further": []}


def _worded(finding: Json, language: str) -> Json:
    observation = finding.get("observation") or {}
    figures = [each for each in finding.get("figures") or () if each.get("label") and each.get("text")]
    description = [str(observation.get("description", ""))]
    if figures and figures[0]["text"] not in description[0]:
        description.append(_BESIDE[language].format(label=figures[0]["label"], text=figures[0]["text"]))
    if finding.get("ask"):
        description.append(_ASK[language])
    return {
        "id": finding["id"],
        "title": observation.get("title", ""),
        "description": " ".join(description),
        "nextStep": observation.get("nextStep", ""),
    }


def _asked_again(request: Request) -> frozenset[str]:
    again = (json_object(request.last_words) or {}).get("again")
    return (
        frozenset(each["id"] for each in again if isinstance(each, dict))
        if isinstance(again, list)
        else frozenset()
    )


def _example(schema: Json, whole: Json) -> Any:
    """The smallest value that fits."""
    if "$ref" in schema:
        return _example(whole["$defs"][schema["$ref"].rsplit("/", 1)[-1]], whole)
    if "enum" in schema or "const" in schema:
        return schema.get("const", (schema.get("enum") or [None])[0])
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return _example(options[0], whole)
    match str(schema.get("type", "object")).lower():
        case "string":
            return ""
        case "integer" | "number":
            return 0
        case "boolean":
            return False
        case "array":
            return []
        case "null":
            return None
    required = schema.get("required", [])
    return {
        name: _example(below, whole)
        for name, below in (schema.get("properties") or {}).items()
        if name in required
    }


def as_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
