"""Finding phrases among words: which of many, and which comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Phrases[Meaning]:
    """Phrases with a meaning each, looked up by their first word; the longest at a place counts."""

    def __init__(self, meanings: Mapping[Meaning, str]) -> None:
        """`meanings`: what phrases, parted by commas, mean."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for meaning, said in meanings.items():
            for phrase in said.split(","):
                words = tuple(phrase.split())
                self._by_first.setdefault(words[0], []).append((words, meaning))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    def first(self, words: Sequence[str]) -> Meaning | None:
        """The meaning of the phrase that comes first in the words."""
        for place, word in enumerate(words):
            for phrase, meaning in self._by_first.get(word, ()):
                if len(phrase) == 1 or tuple(words[place : place + len(phrase)]) == phrase:
                    return meaning
        return None

    def all(self, words: Sequence[str]) -> set[Meaning]:
        """Every meaning found."""
        return {
            meaning
            for place, word in enumerate(words)
            for phrase, meaning in self._by_first.get(word, ())
            if len(phrase) == 1 or tuple(words[place : place + len(phrase)]) == phrase
        }
