"""What the chat says by code: plain statements of facts, and why there is no more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from future_finance.domain.fact_catalogue import OF_ONE_MONTH
from future_finance.domain.facts import Fact, Per
from future_finance.domain.profile import Language
from future_finance.domain.rupee_words import date_text, label_of, spoken

_WORD = re.compile(r"\w{3,}")
MOST_STATED = 4
_PERIODS: Mapping[str, tuple[str, ...]] = {
    Per.MONTH: ("a month", "monthly", "हर महीने", "महीने"),
    Per.YEAR: ("a year", "yearly", "साल"),
}
_PERIOD = re.compile(r" (?:a month|a year|हर महीने|हर साल)$")
UNREADABLE = json.dumps({"again": [], "how": "That call of a tool could not be read. Call it again."})
_MOST_PROBLEMS = 4
_HOW = (
    "The check refused these sentences and they were not shown. Write them again, one a line, without numbering, with "
    "figures copied from `value` of the tool results alone. Where there is no figure, say it without one. Write nothing else."
)


class Line(StrEnum):
    """A fixed sentence."""

    NO_MODEL = "no_model"
    CUT = "cut"
    SLOW = "slow"
    UNCHECKED = "unchecked"
    NO_ADVICE = "no_advice"
    NOT_YOURS = "not_yours"
    NOTHING_SENT = "nothing_sent"
    SUPPOSED = "supposed"  # and the scenario after it


_LINES = {
    Line.NO_MODEL: (
        "The assistant does not answer right now. These are your figures:",
        "सहायक अभी जवाब नहीं दे रहा। ये आपके आँकड़े हैं:",
    ),
    Line.CUT: ("The answer was cut off. These are your figures:", "जवाब बीच में रुक गया। ये आपके आँकड़े हैं:"),
    Line.SLOW: ("This takes too long to word. These are your figures:", "इसे लिखने में देर लग रही है। ये आपके आँकड़े हैं:"),
    Line.UNCHECKED: (
        "I have no checked figure for that.",
        "इसके लिए मेरे पास कोई जाँचा हुआ आँकड़ा नहीं है।",
    ),
    Line.NO_ADVICE: (
        "I do not say what to buy, sell or choose. I can show your own figures and both sides of a choice, and what to "
        "ask a registered adviser.",
        "क्या खरीदें, बेचें या चुनें, यह मैं नहीं बताता। मैं आपके अपने आँकड़े और किसी फ़ैसले के दोनों पक्ष दिखा सकता हूँ, और यह भी कि पंजीकृत सलाहकार से क्या पूछें।",
    ),
    Line.NOT_YOURS: (
        "I can only see your own data, and I keep to my rules. Ask me about your own net worth, spending, loans, "
        "investments or credit score.",
        "मैं सिर्फ़ आपका अपना डेटा देख सकता हूँ और अपने नियमों पर चलता हूँ। अपने नेट वर्थ, खर्च, कर्ज़, निवेश या क्रेडिट स्कोर के बारे में पूछिए।",
    ),
    Line.NOTHING_SENT: (
        "Nothing of yours has been sent to Google's Gemini so far.",
        "अब तक आपका कुछ भी Google के Gemini को नहीं भेजा गया है।",
    ),
    Line.SUPPOSED: (
        "Not all of these figures come from you; this is what was worked out:",
        "ये सब आँकड़े आपके बताए हुए नहीं हैं; हिसाब इसका किया गया है:",
    ),
}  # fmt: skip


def line(which: Line, language: Language) -> str:
    english, hindi = _LINES[which]
    return hindi if language is Language.HINDI else english


def figure(fact: Fact, language: Language) -> str:
    """The figure in words, without a period that its label says already: "Income a month: ₹38,000"."""
    words = spoken(fact, language)
    if fact.per is None:
        return words
    if fact.code in OF_ONE_MONTH or any(said in label_of(fact, language) for said in _PERIODS[fact.per]):
        return _PERIOD.sub("", words)
    return words


def statement(fact: Fact, language: Language) -> str:
    """One fact, plainly: its label, the figure, and as of when."""
    text = f"{label_of(fact, language)}: {figure(fact, language)}"
    if fact.as_of is None:
        return f"{text}{'।' if language is Language.HINDI else '.'}"
    day = date_text(fact.as_of, language)
    return f"{text} ({day} तक)।" if language is Language.HINDI else f"{text} (as of {day})."


def closest(sentence: str, facts: Iterable[Fact]) -> list[Fact]:
    """The facts whose labels share the most words with the sentence; none that shares none."""
    words = set(_WORD.findall(sentence.casefold()))
    scored = [
        (len(words & set(_WORD.findall(f"{fact.label} {fact.label_hi}".casefold()))), place, fact)
        for place, fact in enumerate(facts)
    ]
    best = sorted((each for each in scored if each[0]), key=lambda each: (-each[0], each[1]))
    return [fact for _, _, fact in best]


def complaint(failed: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Asks the model to write sentences again."""
    again = [
        {"sentence": sentence.strip(), "problems": list(why[:_MOST_PROBLEMS])} for sentence, why in failed
    ]
    return json.dumps({"again": again, "how": _HOW}, ensure_ascii=False)
