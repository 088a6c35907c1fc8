"""The chat's tools: read-only, each within the consent of its scopes, the user always the session's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from future_finance.errors import AppError, InvalidInput
from future_finance.usecases.chat_tools import (
    assets,
    compute,
    credit,
    insights,
    liabilities,
    net_worth_history,
    overview,
    retirement_fund,
    simulate,
    spending,
    transactions,
)
from future_finance.usecases.chat_tools.arguments import ArgumentsRefused
from future_finance.usecases.chat_tools.desk import Desk, Tool, ToolAnswer, capped
from future_finance.usecases.model import ToolCall

MOST_CALLS = 20  # of a turn
MOST_CHARACTERS = 60_000  # of all answers of a turn

_TOOLS: tuple[Tool, ...] = (
    overview.TOOL,
    net_worth_history.TOOL,
    assets.TOOL,
    liabilities.TOOL,
    spending.TOOL,
    transactions.TOOL,
    credit.TOOL,
    retirement_fund.TOOL,
    insights.TOOL,
    simulate.TOOL,
    compute.TOOL,
)
BY_NAME: Mapping[str, Tool] = {tool.spec.name: tool for tool in _TOOLS}
SPECS = tuple(tool.spec for tool in _TOOLS)


class ToolBench:
    """One turn's calls: counted, answered from what was answered before where they are the same."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._answered: dict[str, ToolAnswer] = {}
        self._calls = 0
        self._characters = 0

    async def use(self, call: ToolCall) -> ToolAnswer:
        """What the tool answers; what goes wrong is an answer too, with a hint."""
        self._calls += 1
        key = f"{call.name} {json.dumps(call.arguments, sort_keys=True, default=str)}"
        if key in self._answered:
            return self._answered[key]
        if self._calls > MOST_CALLS:
            return _error("too_many_calls", "Answer with what you have.")
        tool = BY_NAME.get(call.name)
        if tool is None:
            return _error("no_such_tool", f"There are: {', '.join(BY_NAME)}.")
        if not tool.scopes & self._desk.scopes:
            missing = sorted(tool.scopes)
            content = {"unavailable": "consent", "scope": missing[0] if len(missing) == 1 else missing}
            answer = ToolAnswer(content, status="unavailable")
        else:
            answer = await self._run(tool, call.arguments)
        self._characters += len(json.dumps(answer.content, ensure_ascii=False))
        if self._characters > MOST_CHARACTERS:
            return _error("too_much", "Answer with what you have.")
        self._answered[key] = answer
        self._desk.note(answer)
        return answer

    async def _run(self, tool: Tool, arguments: Mapping[str, Any]) -> ToolAnswer:
        try:
            found = await tool.run(self._desk, arguments)
        except ArgumentsRefused as refused:
            return _error("invalid_arguments", str(refused))
        except InvalidInput as wrong:
            return _error(wrong.code, json.dumps(wrong.details))
        except AppError as failed:
            return _error(failed.code, "Say that this cannot be read right now, and answer the rest.")
        return replace(found, content=capped(found.content))


def _error(code: str, hint: str) -> ToolAnswer:
    return ToolAnswer({"error": code, "hint": hint}, status="error")
