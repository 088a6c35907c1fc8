"""What a tool's answer, or a prompt, holds: figures already in words, rows, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_TEXTS = ("text", "shown", "display", "value", "amount")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its name; `text` is copied as it stands."""

    id: str
    label: str
    text: str
    as_of: str = ""

    @property
    def code(self) -> str:
        return self.id.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that cannot be said, and why; `scopes`: for want of consent to these."""

    label: str
    reason: str
    scopes: tuple[str, ...] = ()


def figures_in(answers: Iterable[Any]) -> list[Figure]:
    """Every object that has a label and a text, in the order they come, each id once."""
    found: dict[tuple[str, str], Figure] = {}
    for node in _objects(list(answers), 0):
        label, text = node.get("label"), _text_of(node)
        if isinstance(label, str) and label and text:
            figure = Figure(str(node.get("id") or ""), label, text, str(node.get("asOf") or ""))
            found.setdefault((figure.id, figure.label), figure)
    return list(found.values())


def gaps_in(answers: Iterable[Any]) -> list[Gap]:
    """What tools say that they cannot tell."""
    found: dict[str, Gap] = {}
    for node in _objects(list(answers), 0):
        label = str(node.get("label") or "")
        if node.get("unavailable"):
            reason = next(
                (str(node[key]) for key in ("needs", "say", "hint", "message") if node.get(key)), ""
            )
            scopes = _scopes_of(node)
            found.setdefault(label or " ".join(scopes), Gap(label, reason, scopes))
        elif isinstance(node.get("needs"), str):
            found.setdefault(label, Gap(label, node["needs"]))
        elif isinstance(node.get("error"), str) or isinstance(node.get("hint"), str):
            found.setdefault(label, Gap(label, str(node.get("hint") or node["error"])))
    return list(found.values())


def notes_in(answers: Iterable[Any]) -> list[str]:
    """What tools say beside their figures."""
    return [
        each["note"] for each in answers if isinstance(each, Mapping) and isinstance(each.get("note"), str)
    ]


def strings_in(answers: Iterable[Any]) -> list[str]:
    """Every text anywhere, the untrusted ones too."""
    return [value for node in _objects(list(answers), 0) for value in node.values() if isinstance(value, str)]


def _text_of(node: Mapping[str, Any]) -> str:
    return next((node[key] for key in _TEXTS if isinstance(node.get(key), str) and node[key]), "")


def _scopes_of(node: Mapping[str, Any]) -> tuple[str, ...]:
    named = node.get("scopes") or node.get("scope") or ()
    return (named,) if isinstance(named, str) else tuple(map(str, named))


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        yield value
        for below in value.values():
            yield from _objects(below, depth + 1)
    elif isinstance(value, list):
        for below in value:
            yield from _objects(below, depth + 1)
