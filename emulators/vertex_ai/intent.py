"""What a question is after: the tools to call for it, and which figures answer it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from emulators.vertex_ai.month import MERCHANTS, category_of, merchant_of, month_of
from emulators.vertex_ai.scenario import scenario_of
from emulators.vertex_ai.spoken_numbers import spoken_numbers

Arguments = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """A tool to call."""

    name: str
    arguments: Arguments


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation has told by now: the day, months that have bank rows (yyyy-mm), ids of facts."""

    today: date | None = None
    months: tuple[str, ...] = ()
    facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Intent:
    """One kind of question. `codes`: facts that answer it, the most telling first; `labels` those of them it is about.

    A call whose arguments are None waits for what an earlier one tells. `stock`: an answer without figures.
    """

    name: str
    words: re.Pattern[str]
    calls: tuple[tuple[str, Callable[[str, Known], Arguments | None]], ...] = ()
    codes: tuple[str, ...] = ()
    stock: str = ""
    most: int = 4
    labels: re.Pattern[str] | None = None


_SAID = re.compile(
    r"\b(?:i have|mere paas|if i (?:had|have)|मेरे पास)\b.{0,20}?((?:₹|rs\.? ?)?[\d,.]+ ?(?:lakh|lac|crore|cr|k|लाख|करोड़)?)",
    re.IGNORECASE,
)


def said_amount(question: str) -> str:
    """An amount that the person says they have, in their own words; "" for none."""
    said = _SAID.search(question)
    return said[1].strip() if said else ""


def _none(question: str, known: Known) -> Arguments:
    return {}


def _spending(question: str, known: Known) -> Arguments:
    """Averages first where it is not known yet which month is meant."""
    month = month_of(question, known.today, known.months)
    category = category_of(question)
    if month is None:
        return {}
    return ({"month": month} if month else {}) | ({"category": category} if category else {})


def _search(question: str, known: Known) -> Arguments:
    month = month_of(question, known.today, known.months)
    return {"search": merchant_of(question)} | ({"month": month} if month else {})


def _with_what_was_said(question: str, known: Known) -> Arguments | None:
    said = spoken_numbers(said_amount(question)).amounts
    if "N01" not in known.facts or not said:
        return None
    return {"operation": "add", "operands": [{"fact": "N01"}, {"said": int(said[0]), "unit": "INR"}]}


def _about(what: str) -> Callable[[str, Known], Arguments | None]:
    return lambda question, known: {"about": what}


def _scenario(kind: str) -> Callable[[str, Known], Arguments | None]:
    return lambda question, known: scenario_of(question, kind, example=True)


def _intent(
    name: str, words: str, *calls: str | tuple[str, Callable[[str, Known], Arguments | None]],
    codes: str = "", stock: str = "", most: int = 4, labels: str = "",
) -> Intent:  # fmt: skip
    called = tuple((call, _none) if isinstance(call, str) else call for call in calls)
    named = re.compile(labels, re.IGNORECASE) if labels else None
    return Intent(name, re.compile(words, re.IGNORECASE), called, tuple(codes.split()), stock, most, named)


# The first that a question's words meet is taken.
INTENTS = (
    _intent("override", r"ignore (?:your|all|previous)|forget (?:your|the) (?:rules|instructions)|system prompt|नियम भूल", stock="own_data"),
    _intent("fraud", r"\botp\b|kyc (?:has )?expired|\bpin\b.*(?:ask|manga|share)|ओटीपी", stock="fraud"),
    _intent("pick", r"best (?:mutual fund|fund|share|stock|sip)|(?:which|kaun ?sa|कौन सा).{0,20}(?:fund|stock|share|फंड|शेयर)|(?:fund|stock|share) (?:batao|suggest)|kharid(?:un|u) kya", stock="no_pick"),
    _intent("insurance", r"life cover|insurance|term plan|बीमा|bima", stock="no_insurance_data"),
    _intent("payoff", r"avalanche|snowball|which (?:loan|debt) (?:first|to pay)|pehle kaun ?sa loan", ("simulate", _scenario("debt_payoff")), codes="S01"),
    _intent("prepay_or_invest", r"prepay.{0,40}invest|invest.{0,40}prepay|प्रीपे.*निवेश", ("simulate", _scenario("prepay_vs_invest")), codes="S01"),
    _intent("prepay", r"prepay|pre-?payment|part payment|प्रीपे", ("simulate", _scenario("loan_prepayment")), codes="S01"),
    _intent("sip", r"\bsip\b.{0,60}(?:\d|badha|increase|बढ़)|(?:\d|badha|increase|बढ़).{0,40}\bsip\b", ("simulate", _scenario("sip_change")), codes="S01"),
    _intent("retire", r"retire|रिटायर|सेवानिव", ("simulate", _scenario("retirement")), codes="S01"),
    _intent("loan_eligibility", r"can i (?:get|take|afford) .{0,20}loan|loan (?:milega|mil sakta)|लोन मिल", "liabilities", codes="L05 L05C T01", stock="no_prediction"),
    _intent("job_loss", r"survive|without a job|lose my job|naukri|नौकरी|emergency fund|आपात", "spending", "overview", codes="Q02 Q01 T02"),
    _intent("net_worth_change", r"(?:net worth|नेट वर्थ).{0,60}(?:drop|fell|fall|chang|gir|घट|बदल|kam)|(?:why|kyun|क्यों).{0,40}(?:drop|fell|chang|gir|घट)", "net_worth_history", codes="N03 N01"),
    _intent("said_more", r"(?:i have|mere paas|मेरे पास).{0,30}\d.{0,40}(?:net ?worth|नेट ?वर्थ)", "overview", ("compute", _with_what_was_said), codes="N01 CALC", most=2),
    _intent("net_worth", r"net ?worth|नेट ?वर्थ|total wealth|कुल संपत्ति", "overview", codes="N01 N01A N01L", most=3),
    _intent("money", r"कितना पैसा|kitna paisa|how much money|cash|liquid|bank balance|balance", "overview", codes="Q01 Q01S N01", most=3),
    _intent("subscriptions", r"subscription|recurring|सब्सक्रिप्शन", "spending", codes="T07", most=8, labels="subscription|सब्सक्रिप्शन"),
    _intent("merchant", MERCHANTS.pattern, ("transactions", _search), codes="R01 T02C"),
    _intent("card_interest", r"(?:card|कार्ड).{0,30}(?:interest|cost|ब्याज)|(?:interest|ब्याज).{0,30}(?:card|कार्ड)", "liabilities", "credit", codes="L07 L06 L06B"),
    _intent("score_how", r"score.{0,30}(?:badha|improve|increase|raise|बढ़)|(?:badha|improve|increase|raise).{0,30}score", "credit", codes="C01 C02 C04", stock="score_education"),
    _intent("score", r"cibil|experian|credit score|\bscore\b|स्कोर|utili[sz]ation", "credit", codes="C01 C01B C02", most=3),
    _intent("loan_end", r"(?:loan|लोन|कर्ज़|karz).{0,30}(?:end|over|finish|khatam|khatm|खत्म)", "liabilities", codes="L03 L01 L01E", most=6),
    _intent("loans", r"\bloans?\b|\bdebts?\b|\bowe\b|\bemis?\b|liabilit|karz|कर्ज|लोन|ऋण", "liabilities", codes="L01 L01R L01E L03 N01L L05", most=10),
    _intent("regular_plans", r"regular plan|रेगुलर", ("assets", _about("funds")), codes="M05 M04V M04", most=3),
    _intent("pf", r"\b(?:e?pf|provident|eps|uan)\b|भविष्य निधि|पीएफ|\bPF\b", "retirement_fund", codes="E01 E01M E01P E02", most=6),
    _intent("funds", r"\bfunds?\b|mutual|xirr|फंड|म्यूचुअल|returns?\b", ("assets", _about("funds")), codes="M01 M03 M03F M02", most=6),
    _intent("income", r"\bearn|income|salary|kama(?:i|ta|ti)|आमदनी|कमा|सैलरी|वेतन", "spending", codes="T01 T01M", most=2),
    _intent("spending", r"spen[dt]|expens|kharch|खर्च|food|rent\b|groceries|kiraya|किराया", ("spending", _spending), codes="T02C T02M T02 T06", most=3),
    _intent("saving", r"\bsav(?:e|ing)|bachat|बचत|surplus|left over", "spending", codes="T03 T05", most=3),
    _intent("shares", r"\bshares?\b|\bstocks?\b|शेयर", ("assets", _about("shares")), codes="M10 N06 N06V", most=6),
    _intent("assets", r"asset|allocation|holding|invest|निवेश|संपत्ति", "assets", codes="N01A N05V N05 M01", most=8),
    _intent("insights", r"insight|advice|suggest|what should i|kya karun|सुझाव", "insights", most=3),
)  # fmt: skip
OTHER = Intent("other", re.compile(""), (("overview", _none),), ("N01", "Q01", "T01", "T02"))


def intent_of(question: str) -> Intent:
    return next((intent for intent in INTENTS if intent.words.search(question)), OTHER)


def calls_for(question: str, offered: frozenset[str], known: Known) -> list[Call]:
    """The calls that this question needs, of the tools on offer."""
    made = [(name, make(question, known)) for name, make in intent_of(question).calls if name in offered]
    return [Call(name, arguments) for name, arguments in made if arguments is not None]
