"""Counts of tokens, near enough to try budgets and prices with."""

from __future__ import annotations

import json
import math

from emulators.vertex_ai.request import Request

SMALLEST_CACHED = 1024  # of Gemini's implicit cache
_DEVANAGARI = range(0x0900, 0x0980)


def tokens_of(text: str) -> int:
    """About four Latin or two Devanagari characters a token."""
    dense = sum(ord(character) in _DEVANAGARI for character in text)
    return math.ceil((len(text) - dense) / 4 + dense / 2)


class PromptCache:
    """Prefixes seen before: the instruction and the tools, as the implicit cache would know them."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def count(self, request: Request) -> tuple[int, int]:
        """(tokens of the prompt, of which cached)."""
        system = request.system_instruction.text if request.system_instruction else ""
        prefix = system + json.dumps([tool.model_dump() for tool in request.tools], sort_keys=True)
        stable = tokens_of(prefix)
        rest = "".join(content.model_dump_json(exclude_none=True) for content in request.contents)
        known = prefix in self._seen and stable >= SMALLEST_CACHED
        self._seen.add(prefix)
        return stable + tokens_of(rest), stable if known else 0
