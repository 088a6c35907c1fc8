"""A generateContent request as it comes over the wire, and the turn of a conversation that it continues."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

Json = dict[str, Any]


class _Wire(BaseModel):
    model_config = ConfigDict(extra="ignore", alias_generator=to_camel, populate_by_name=True)


class FunctionCall(_Wire):
    """A call that the model made earlier."""

    id: str | None = None
    name: str
    args: Json = {}


class FunctionResponse(_Wire):
    """What the caller answered to one."""

    id: str | None = None
    name: str
    response: Json = {}


class Part(_Wire):
    """Words, a call or its answer."""

    text: str | None = None
    function_call: FunctionCall | None = None
    function_response: FunctionResponse | None = None
    thought_signature: str | None = None


class Content(_Wire):
    """One side's contribution."""

    role: Literal["user", "model"] = "user"
    parts: list[Part] = Field(min_length=1)

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts if part.text)

    @property
    def calls(self) -> list[FunctionCall]:
        return [part.function_call for part in self.parts if part.function_call]

    @property
    def responses(self) -> list[FunctionResponse]:
        return [part.function_response for part in self.parts if part.function_response]


class FunctionDeclaration(_Wire):
    """A tool on offer."""

    name: str
    description: str = ""
    parameters: Json | None = Field(
        default=None,
        validation_alias=AliasChoices("parameters_json_schema", "parametersJsonSchema", "parameters"),
    )


class Tool(_Wire):
    """Tools on offer."""

    function_declarations: list[FunctionDeclaration] = []


class GenerationConfig(_Wire):
    """How to answer."""

    max_output_tokens: int | None = Field(default=None, gt=0)
    response_mime_type: str | None = None
    response_json_schema: Json | None = None
    response_schema: Json | None = None


class Request(_Wire):
    """The body of generateContent, streamGenerateContent and countTokens."""

    contents: list[Content] = Field(min_length=1)
    system_instruction: Content | None = None
    tools: list[Tool] = []
    generation_config: GenerationConfig = GenerationConfig()

    @property
    def schema_asked_for(self) -> Json | None:
        return self.generation_config.response_json_schema or self.generation_config.response_schema

    @property
    def tool_names(self) -> frozenset[str]:
        return frozenset(tool.name for offered in self.tools for tool in offered.function_declarations)

    def properties_of(self, tool: str) -> Json:
        """The parameters that a tool declares, by name."""
        declared = [
            each for offered in self.tools for each in offered.function_declarations if each.name == tool
        ]
        return next(
            (
                each.parameters["properties"]
                for each in declared
                if each.parameters and "properties" in each.parameters
            ),
            {},
        )

    @property
    def asked_at(self) -> int:
        """Where the present turn begins: the person's last words that are no complaint about an answer."""
        said = [
            place for place, content in enumerate(self.contents) if content.role == "user" and content.text
        ]
        asked = [place for place in said if not is_complaint(self.contents[place].text)]
        return (asked or said or [0])[-1]

    @property
    def prompt(self) -> str:
        """What was asked, as it came."""
        return self.contents[self.asked_at].text

    @property
    def question(self) -> str:
        """The person's own words; a program may send them in JSON, with what else it has to say."""
        return str((json_object(self.prompt) or {}).get("question") or self.prompt)

    @property
    def answer_in(self) -> str:
        """The language asked for in such JSON, in words; "" for the question's."""
        return str((json_object(self.prompt) or {}).get("answerIn") or "")

    @property
    def refused(self) -> list[str]:
        """Sentences that a program wants written again."""
        again = (json_object(self.last_words) or {}).get("again")
        asked = again if isinstance(again, list) else []
        return [each["sentence"] for each in asked if isinstance(each, dict) and "sentence" in each]

    @property
    def last_words(self) -> str:
        """The person's or program's last words, a complaint included."""
        return next((each.text for each in reversed(self.contents) if each.role == "user" and each.text), "")

    @property
    def turn(self) -> list[Content]:
        """What has followed the question."""
        return self.contents[self.asked_at + 1 :]


def is_complaint(text: str) -> bool:
    """Whether a program says here what was wrong with an answer, as {"again": ...}."""
    return "again" in (json_object(text) or {})


def json_object(text: str) -> Json | None:
    """The text as a JSON object; None when it is none."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
