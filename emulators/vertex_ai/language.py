"""Which language a question is in: English, Hindi, or Hindi in Latin letters."""

from __future__ import annotations

import re
from enum import StrEnum


class Tongue(StrEnum):
    """A language to answer in."""

    ENGLISH = "en"
    HINDI = "hi"
    HINGLISH = "hinglish"


_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_HINGLISH = frozenset(
    [
        "hai",
        "hain",
        "kitna",
        "kitni",
        "kitne",
        "kya",
        "kab",
        "kaise",
        "kyun",
        "kyu",
        "mera",
        "meri",
        "mere",
        "mujhe",
        "batao",
        "bata",
        "paisa",
        "paise",
        "kharch",
        "pichle",
        "mahine",
        "gaya",
        "gayi",
        "saal",
        "mein",
        "dun",
        "doon",
        "karun",
        "badhaun",
        "badha",
        "ka",
        "ki",
        "ke",
        "ko",
        "pe",
        "se",
        "aur",
        "nahi",
        "chahiye",
        "kaunsa",
        "konsa",
        "kaun",
        "kahan",
        "kharidun",
        "khatam",
        "hoga",
        "hua",
        "raha",
        "rahi",
        "rahe",
        "loon",
        "lun",
        "chukaun",
        "zyada",
        "pehle",
        "sabse",
    ]
)


def tongue_of(text: str, asked_for: str = "") -> Tongue:
    """`asked_for`: a language by name, "" or anything else for that of the text."""
    if asked_for.startswith("Hindi"):
        return Tongue.HINDI
    if asked_for.startswith("English"):
        return Tongue.ENGLISH
    if _DEVANAGARI.search(text):
        return Tongue.HINDI
    words = re.findall(r"[a-z]+", text.lower())
    telling = sum(word in _HINGLISH for word in words)
    return Tongue.HINGLISH if telling >= 2 else Tongue.ENGLISH
