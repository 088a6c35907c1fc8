"""How a person writes: English, Hindi, or Hindi in Latin letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Tongue(StrEnum):
    """What to answer in."""

    ENGLISH = "en"
    HINDI = "hi"
    HINGLISH = "hinglish"


@dataclass(frozen=True, slots=True)
class Said:
    """A text of ours in each of them, given as it stands."""

    en: str
    hi: str
    hinglish: str

    def told(self, tongue: Tongue) -> str:
        return {Tongue.ENGLISH: self.en, Tongue.HINDI: self.hi, Tongue.HINGLISH: self.hinglish}[tongue]

    def is_said(self, text: str) -> bool:
        """Whether a text is this one."""
        return text in (self.en, self.hi, self.hinglish)


_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_WORD = re.compile(r"[a-z]+")
# Of Hindi alone: "main", "to", "se", "me" and the like are left out.
_HINDI_WORDS = frozenset(
    [
        "hai",
        "hain",
        "hoon",
        "hun",
        "hoo",
        "tha",
        "thi",
        "the",
        "hoga",
        "hogi",
        "hua",
        "hui",
        "huye",
        "ho",
        "raha",
        "rahi",
        "rahe",
        "rha",
        "rhi",
        "gaya",
        "gayi",
        "gaye",
        "diya",
        "liya",
        "kiya",
        "kar",
        "karta",
        "karti",
        "karte",
        "karna",
        "karne",
        "karun",
        "karu",
        "karo",
        "karenge",
        "kaise",
        "kyun",
        "kyu",
        "kyon",
        "kya",
        "kab",
        "kahan",
        "kaun",
        "kaunsa",
        "konsa",
        "kitna",
        "kitni",
        "kitne",
        "mera",
        "meri",
        "mere",
        "mujhe",
        "mujhko",
        "mai",
        "maine",
        "mein",
        "hum",
        "humein",
        "hamara",
        "hamari",
        "aap",
        "aapka",
        "aapki",
        "unka",
        "uska",
        "iska",
        "kisi",
        "koi",
        "sab",
        "kuch",
        "nahi",
        "nahin",
        "nhi",
        "mat",
        "bhi",
        "aur",
        "lekin",
        "magar",
        "kyunki",
        "abhi",
        "ab",
        "pehle",
        "baad",
        "ka",
        "ki",
        "ke",
        "ko",
        "ne",
        "wala",
        "wale",
        "wali",
        "jana",
        "jaana",
        "jaunga",
        "jaungi",
        "jaun",
        "lunga",
        "lungi",
        "loonga",
        "loongi",
        "dunga",
        "dungi",
        "doon",
        "loon",
        "lun",
        "dena",
        "lena",
        "chahta",
        "chahti",
        "chahte",
        "chahiye",
        "paisa",
        "paise",
        "rupaye",
        "karz",
        "karze",
        "karza",
        "qarz",
        "kist",
        "kisht",
        "udhaar",
        "saal",
        "sal",
        "umar",
        "umr",
        "zindagi",
        "jeena",
        "jeene",
        "jina",
        "marna",
        "marne",
        "khatam",
        "dhamki",
        "dhokha",
        "thagi",
        "chori",
        "vasooli",
        "wasooli",
        "bata",
        "batao",
        "bataya",
        "maang",
        "maanga",
        "mang",
        "pooch",
    ]
)
_ONE_WORD_IN = 4


def tongue_of(text: str) -> Tongue:
    """Hindi in Latin letters where one word in four, or more, is Hindi's alone."""
    if _DEVANAGARI.search(text):
        return Tongue.HINDI
    words = _WORD.findall(text.lower())
    hindi = sum(word in _HINDI_WORDS for word in words)
    return Tongue.HINGLISH if hindi and hindi * _ONE_WORD_IN >= len(words) else Tongue.ENGLISH
