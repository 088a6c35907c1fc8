"""What a word of English or Hindi letters sounds like, without its vowels."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = dict(zip(
    "कखगघचछजझटठडढतथदधनणङञंँपफबभमरलळवशषसह",
    "kkggccjjttddttddnnnnnnpfbbmrllvsssh",
    strict=True,
))  # fmt: skip
_ENGLISH = (
    ("ch", "C"), ("ph", "f"), ("sh", "s"), ("ck", "k"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("tion", "sn"), ("x", "ks"),
    ("q", "k"), ("w", "v"), ("z", "j"), ("c", "k"), ("C", "c"),
)  # fmt: skip
_LEAST = 3  # consonants that tell a word


_VOWELS = {"ि": "i", "ी": "i", "इ": "i", "ई": "i", "ु": "u", "ू": "u", "उ": "u", "ऊ": "u", "े": "e", "ए": "e", "ै": "e", "ऐ": "e", "ो": "o", "ओ": "o", "ौ": "o", "औ": "o", "य": "y"}  # fmt: skip
_LONG = (
    ("ee", "i"),
    ("oo", "u"),
    ("ai", "e"),
    ("au", "o"),
    ("ou", "o"),
    ("w", "v"),
    ("sh", "s"),
    ("x", "ks"),
)
_LETTER_NAMES = {"ए": "a", "बी": "b", "सी": "c", "डी": "d", "ई": "e", "एफ": "f", "जी": "g", "एच": "h", "आई": "i", "जे": "j", "के": "k", "एल": "l", "एम": "m", "एन": "n", "ओ": "o", "पी": "p", "क्यू": "q", "आर": "r", "एस": "s", "टी": "t", "यू": "u", "वी": "v", "डब्ल्यू": "w", "एक्स": "x", "वाई": "y", "जेड": "z"}  # fmt: skip
_LETTER_NAME = re.compile("|".join(sorted(_LETTER_NAMES, key=len, reverse=True)))
_SHORTEST = 2  # letters of a name, its a's left out


@lru_cache(maxsize=4096)
def spelled(word: str) -> str:
    """A short name's consonants and vowels without its a's, "" where that is too little: "mir" of "Meera" and "मीरा"."""
    if word.isascii():
        for written, heard in _LONG:
            word = word.replace(written, heard)
        word = (
            word.replace("a", "").replace("h", "")
            if word[:1] != "h"
            else "h" + word[1:].replace("a", "").replace("h", "")
        )
    else:
        word = "".join(_VOWELS.get(char, _LETTERS.get(char, "")) for char in word)
        word = word.replace("eks", "ks") if word.startswith("eks") else word  # "एक्सिस"
        word = word[:1] + word[1:].replace("h", "")
    return word if len(word) > _SHORTEST else ""


@lru_cache(maxsize=4096)
def lettered(word: str) -> str:
    """The letters that a word of Hindi letters names, "" where it is no such word: "ppf" of "पीपीएफ"."""
    if _LETTER_NAME.sub("", word):
        return ""
    letters = [_LETTER_NAMES[name] for name in _LETTER_NAME.findall(word)]
    return "".join(letters) if len(letters) >= _SHORTEST else ""


@lru_cache(maxsize=4096)
def consonants(word: str) -> str:
    """What a word sounds like without its vowels, "" where that is too little to tell."""
    if word.isascii():
        for written, heard in _ENGLISH:
            word = word.replace(written, heard)
        word = word[:1] + word[1:].replace("h", "") if word[:1] == "h" else word.replace("h", "")
        word = re.sub("[aeiouy]", "", word)
    else:
        word = "".join(_LETTERS.get(char, "") for char in word)
        word = word[:1] + word[1:].replace("h", "")
    word = re.sub(r"(.)\1+", r"\1", word)
    return word if len(word) >= _LEAST else ""
