"""Path patterns of firebase.json: `**` crosses slashes, `*` and `?` do not, `{a,b}` is a choice."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\*\*|\*|\?|\{[^{}]*\}|[^*?{}]+")
_UNSUPPORTED = re.compile(r"[@!+?*]\(|[\[\]{}]")


def compile_glob(pattern: str) -> re.Pattern[str]:
    """A regular expression for `fullmatch`. Raises ValueError for a construct that would be read wrongly."""
    tokens = _TOKEN.findall(pattern)
    rest = re.sub(r"\{[^{}]*\}", "", pattern)
    if "".join(tokens) != pattern or _UNSUPPORTED.search(rest):
        raise ValueError(f"pattern {pattern!r} uses a construct that the gateway does not know")
    return re.compile("".join(_expression(token) for token in tokens), re.DOTALL)


def _expression(token: str) -> str:
    match token:
        case "**":
            return ".*"
        case "*":
            return "[^/]*"
        case "?":
            return "[^/]"
        case _ if token.startswith("{"):
            return "(?:" + "|".join(re.escape(choice) for choice in token[1:-1].split(",")) + ")"
        case _:
            return re.escape(token)
