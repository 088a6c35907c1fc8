"""What a question is after: the tools to call for it, and which figures answer it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from emulators.vertex_ai.month import (
    A_MONTH,
    CATEGORY,
    DAYS,
    MERCHANTS,
    SPAN,
    category_of,
    merchant_of,
    month_of,
    second_month_of,
    span_of,
)
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
    r"(?<!will )(?<!do )\b(?:i have|mere paas|if i (?:had|have)|मेरे पास)\b.{0,20}?((?:₹|rs\.? ?)?[\d,.]+ ?(?:lakh|lac|crore|cr|k|लाख|करोड़)?)",
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
    category = category_of(question)
    if span := span_of(question, known.today):
        since, until = span
        return {"since": since, "until": until} | ({"category": category} if category else {})
    month = month_of(question, known.today, known.months)
    if month is None:
        return {}
    return ({"month": month} if month else {}) | ({"category": category} if category else {})


def _other_month(question: str, known: Known) -> Arguments | None:
    """Of two months that are compared, the second."""
    month = second_month_of(question, known.today)
    return {"month": month} if month else None


def _latest_month(question: str, known: Known) -> Arguments:
    """The latest one by category, where the question names none."""
    month = month_of(question, known.today, known.months) or (known.months[-1] if known.months else "")
    return {"month": month} if month else {}


def _left_of_month(question: str, known: Known) -> Arguments | None:
    """Income less spending of the month that is meant, once both are known."""
    month = month_of(question, known.today, known.months)
    parts = [f"T01M:{month}", f"T02M:{month}"]
    if not known.facts >= set(parts):
        return None
    return {"operation": "subtract", "operands": [{"fact": part} for part in parts]}


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
    return lambda question, known: scenario_of(question, kind, example=True, today=known.today)


def _if_pay_stops(question: str, known: Known) -> Arguments | None:
    """Only where it is asked what would be: how long the money lasts is a fact."""
    if not re.search(r"what if|if i los", question, re.IGNORECASE):
        return None
    return scenario_of(question, "job_loss")


def _intent(
    name: str, words: str, *calls: str | tuple[str, Callable[[str, Known], Arguments | None]],
    codes: str = "", stock: str = "", most: int = 4, labels: str = "",
) -> Intent:  # fmt: skip
    called = tuple((call, _none) if isinstance(call, str) else call for call in calls)
    named = re.compile(labels, re.IGNORECASE) if labels else None
    return Intent(name, re.compile(words, re.IGNORECASE), called, tuple(codes.split()), stock, most, named)


_SPEND = r"spen[dt]|expens|kharch|खर्च"
_INCOME = r"\bearn|money c[ao]m(?:e|ing) in|pension.{0,12}(?:get|mil|month)|income|salary|kama(?:i|ta|ti)|आमदनी|कमा|सैलरी|वेतन"
_A_LOAN = r"(?:loan|लोन|कर्ज़?|karz|debt|\bcard\b|कार्ड)"
_MONTH_CODES = "T02M T02P T02C T02 T06"

# The first that a question's words meet is taken.
INTENTS = (
    _intent("override", r"ignore (?:your|all|previous)|forget (?:your|the) (?:rules|instructions)|system prompt|नियम भूल", stock="own_data"),
    _intent("fraud", r"\botp\b|kyc (?:has )?expired|\bpin\b.*(?:ask|manga|share)|ओटीपी", stock="fraud"),
    _intent("pick", r"best (?:mutual fund|fund|share|stock|sip|fd|bank|card|loan|app)|best .{0,20}(?:rate|app)|(?:which|kaun ?sa|kon ?sa|कौन सा).{0,20}(?:fund|stock|share|फंड|शेयर|\bapp\b|\bbank\b)|(?:fund|stock|share) (?:batao|suggest)|kharid(?:un|u) kya", stock="no_pick"),
    _intent("choice", r"should i (?:sell|buy|redeem|stop|switch|hold|exit|close|continue)|(?:band|bech|redeem|switch)\w*.{0,6}(?:kar )?(?:dun|du|doon)\b|बेच (?:दूँ|दूं|दू)|बंद कर (?:दूँ|दूं|दू)|बेचना चाहिए", stock="no_choice"),
    _intent("insurance", r"life cover|insurance|term plan|बीमा|bima", stock="no_insurance_data"),
    _intent("gains", r"\bltcg\b|capital gain|long.term gain", ("assets", _about("funds")), codes="M09", labels="gain|12 months|twelve"),
    _intent("tax", r"\b(?:income )?tax\b.{0,30}(?:pay|save|kitna|dena|bach)|(?:how much|kitna).{0,20}\btax\b|tax (?:regime|saving)|(?:टैक्स|आयकर).{0,20}(?:कितना|बच|दे)", stock="no_tax"),
    _intent("one_loan", r"consolidat|one loan for all|ek hi loan", ("simulate", _scenario("debt_consolidation")), codes="S01"),
    _intent("payoff", r"avalanche|snowball|\d.{0,20}(?:more|extra|zyada).{0,30}(?:debts|loans|karz)|which (?:loan|debt|card) .{0,20}first|which (?:loan|debt) to pay|(?:kaun|kon) ?sa (?:loan|karz|card).{0,12}pehle|pehle (?:kaun|kon) ?sa (?:loan|karz)|कौन सा (?:लोन|कर्ज़?).{0,12}पहले", ("simulate", _scenario("debt_payoff")), codes="S01"),
    _intent("prepay_or_invest", r"prepay.{0,40}invest|invest.{0,40}prepay|प्रीपे.*निवेश", ("simulate", _scenario("prepay_vs_invest")), codes="S01"),
    _intent("prepay", r"prepay|pre-?payment|part payment|प्रीपे", ("simulate", _scenario("loan_prepayment")), codes="S01"),
    _intent("rent_or_buy", r"rent.{0,30}\bbuy\b|\bbuy\b.{0,30}rent\b|kiraye.{0,30}khareed|किराए.{0,30}खरीद", stock="rent_or_buy"),
    _intent("rate_rise", r"rates?.{0,20}(?:rise|increase|goes? up|go up|badh)|ब्याज दर.{0,20}बढ़|byaj.{0,20}badh", ("simulate", _scenario("rate_rise")), codes="S01"),
    _intent("pay_change", r"(?:salary|income|pay|सैलरी|वेतन|आमदनी).{0,30}(?:goes? up|rise|raise|hike|increase|drop|cut|badh|बढ़|घट).{0,20}\d|\d.{0,12}(?:hike|raise)", ("simulate", _scenario("salary_change")), codes="S01"),
    _intent("purchase", r"\bbuy\b.{0,40}\d|\d.{0,30}(?:\bcar\b|gaadi|bike|गाड़ी|कार).{0,15}(?:loon|lun|kharid|khareed|खरीद|ले)", ("simulate", _scenario("big_purchase")), codes="S01"),
    _intent("goal", r"\d+ (?:saal|साल) (?:mein|me|में).{0,20}\d.{0,30}(?:chahiye|चाहिए)|(?:i want|need|save|chahiye|चाहिए).{0,20}\d.{0,60}(?:in \d+ years?|by 20\d\d|saal|साल)", ("simulate", _scenario("goal")), codes="S01"),
    _intent("sip", r"\bsip\b.{0,60}(?:\d|badha|increase|बढ़)|(?:\d|badha|increase|बढ़).{0,40}\bsip\b", ("simulate", _scenario("sip_change")), codes="S01"),
    _intent("retire", r"retire|रिटायर|सेवानिव|at (?:the age of )?[4-7]\d\b", ("simulate", _scenario("retirement")), codes="S01"),
    _intent("loan_eligibility", r"can i (?:get|take|afford) .{0,20}loan|loan (?:milega|mil sakta)|लोन मिल", "liabilities", codes="L05 L05C T01", stock="no_prediction"),
    _intent("job_loss", r"survive|without (?:a |an |my )?(?:job|income|salary|pay)\b|बिना (?:आमदनी|वेतन)|bina (?:income|salary|aamdani)|los[et] my job|naukri|नौकरी|emergency fund|आपात|(?:how many|kitne|कितने) (?:months?|mahin|महीन).{0,30}(?:expens|kharch|खर्च)", "spending", "overview", ("simulate", _if_pay_stops), codes="Q02 Q01 T02R"),
    _intent("net_worth_then", r"net ?worth.{0,40}(?:\bago\b|pehle|pahle|last year|pichle|grow|history|\bin (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|(?:grow|badh).{0,20}net ?worth|नेट ?वर्थ.{0,30}(?:पहले|बढ़|में थी)", "net_worth_history", codes="P01 N03", most=7),
    _intent("net_worth_change", r"(?:net worth|नेट वर्थ).{0,60}(?:drop|fell|fall|chang|gir|घट|बदल|kam)|(?:why|kyun|क्यों).{0,40}(?:drop|fell|chang|gir|घट)", "net_worth_history", codes="N03 N01"),
    _intent("said_more", r"(?:i have|mere paas|मेरे पास).{0,30}\d.{0,40}(?:net ?worth|नेट ?वर्थ)", "overview", ("compute", _with_what_was_said), codes="N01 CALC", most=2),
    _intent("net_worth", r"net ?worth|नेट ?वर्थ|total wealth|कुल संपत्ति|\b(?:am i worth|rich am i)\b", "overview", codes="N01 N01A N01L", most=3),
    _intent("saved_then", rf"(?:\bsav(?:e|ed|ing)|bachat|bacha\b|बचत|बचा).{{0,40}}{A_MONTH}|{A_MONTH}.{{0,40}}(?:\bsav(?:e|ed|ing)|bachat|bacha\b|बचत|बचा)", ("spending", _spending), ("compute", _left_of_month), codes="CALC T01M T02M T03", most=3),
    _intent("money", r"कितना पैसा|kitna paisa|how much money(?! c[ao]m)|cash|liquid|bank balance|balance", "overview", codes="Q01 Q01S N01", most=3),
    _intent("subscriptions", r"subscription|recurring|सब्सक्रिप्शन", "spending", codes="T07", most=8, labels="subscription|सब्सक्रिप्शन"),
    _intent("merchant", MERCHANTS.pattern, ("transactions", _search), codes="R01 T02C"),
    _intent("overdue", r"overdue|past due|अतिदेय", "liabilities", codes="L08", most=3),
    _intent("foir", r"\bfoir\b|\bemis?\b.{0,30}(?:income|share|salary)", "liabilities", codes="L05 L05C", most=2),
    _intent("fees", r"(?:bank|bounce|late) (?:charge|fee)|charges\b.{0,12}(?:lage|kate|paid)|बैंक शुल्क", "spending", codes="T09 T09N", most=2),
    _intent("card_interest", r"(?:card|कार्ड).{0,30}(?:interest|cost|ब्याज)|(?:interest|ब्याज).{0,30}(?:card|कार्ड)", "liabilities", "credit", codes="L07 L06 L06B"),
    _intent("score_how", r"score.{0,30}(?:badha|improve|increase|raise|बढ़)|(?:badha|improve|increase|raise).{0,30}score", "credit", codes="C01 C02 C04", stock="score_education"),
    _intent("score", r"cibil|experian|credit score|\bscore\b|स्कोर|utili[sz]ation", "credit", codes="C01 C01B C02", most=3),
    _intent("loan_end", r"(?:loan|लोन|कर्ज़|karz).{0,30}(?:\bend|\bover\b|finish|paid off|khatam|khatm|poor[ae] h|खत्म|पूर[ाे] हो)|debt.free", "liabilities", codes="L03 L01 L01E", most=6),
    _intent("loan_rate", rf"(?:\brate|byaj|ब्याज).{{0,40}}{_A_LOAN}|{_A_LOAN}.{{0,40}}(?:\brate|byaj|ब्याज)", "liabilities", codes="L01R", most=8),
    _intent("emi", r"(?:how much|what|kitni|कितनी).{0,30}(?:\bemis?\b|ईएमआई)|(?:\bemis?\b|ईएमआई).{0,20}(?:how much|kitni|कितनी)", "liabilities", codes="L01E L05", most=6),
    _intent("loans", r"\bloans?\b|\bcard\b.{0,20}(?:due|owe|outstanding|bakaya|balance)|कार्ड.{0,20}बकाया|\bdebts?\b|\bowe\b|\bemis?\b|liabilit|karz|कर्ज|लोन|ऋण", "liabilities", codes="N01L L01 L01R L01E L03 L05", most=10),
    _intent("regular_plans", r"regular plan|रेगुलर", ("assets", _about("funds")), codes="M05 M04V M04", most=3),
    _intent("nps", r"\bnps\b|एनपीएस", "retirement_fund", codes="N05V", labels="Pension System|पेंशन", most=2),
    _intent("pf", r"\b(?:e?pf|provident|eps|uan)\b|भविष्य निधि|पीएफ|\bPF\b", "retirement_fund", codes="E01 E01M E01P E02", most=6),
    _intent("elss", r"\belss\b|ईएलएसएस", ("assets", _about("funds")), codes="M08", labels="ELSS"),
    _intent("sips", r"\bsips?\b|एसआईपी", ("assets", _about("funds")), codes="M06B M06M T04V"),
    _intent("invested_month", r"invest\w*.{0,20}(?:month|mahin)|(?:month|mahin|महीन).{0,20}(?:invest|nivesh|निवेश)", "spending", codes="T04V T04", most=2),
    _intent("funds", r"\bfunds?\b|mutual|xirr|फंड|म्यूचुअल|returns?\b|investments? (?:done|doing|perform)", ("assets", _about("funds")), codes="M01 M03 M03F M02", most=6),
    _intent("income_then", rf"(?:{_INCOME}).{{0,60}}(?:{A_MONTH}|{SPAN})|(?:{A_MONTH}|{SPAN}).{{0,60}}(?:{_INCOME})", ("spending", _spending), codes="R04 T01M T01P T01", most=2, labels="income|आमदनी"),
    _intent("income", _INCOME, "spending", codes="T01 T01M", most=2),
    _intent("spending_days", rf"(?:{_SPEND}).{{0,40}}(?:{DAYS})|(?:{DAYS}).{{0,40}}(?:{_SPEND})", stock="no_days"),
    _intent("spending_compared", rf"(?:{_SPEND}).{{0,40}}{A_MONTH}.{{0,25}}{A_MONTH}", ("spending", _spending), ("spending", _other_month), codes="T02M T06", most=3),
    _intent("spending_span", rf"(?:{_SPEND}).{{0,60}}(?:{SPAN})|(?:{SPAN}).{{0,60}}(?:{_SPEND})", ("spending", _spending), codes="R04 T06 T02", most=2),
    _intent("spending_on", rf"{CATEGORY}", ("spending", _spending), codes="R04 T02C T02P T02M T02 T06", most=3),
    _intent("where_spent", r"where (?:does|did|is) (?:all )?my money|money (?:go|going|gone)\b|paisa kahan|paise kahan|(?:पैसा|पैसे) कहाँ|biggest expens|largest expens|sabse zyada kharch", ("spending", _latest_month), codes="T02C T06", most=6),
    _intent("spending_month", rf"(?:{_SPEND}).{{0,60}}{A_MONTH}|{A_MONTH}.{{0,60}}(?:{_SPEND})", ("spending", _spending), codes=_MONTH_CODES, most=5),
    _intent("spending", _SPEND, ("spending", _spending), codes="T02 T06 T02R", most=2),
    _intent("saving", r"\bsav(?:e|ing)|bachat|बचत|surplus|left over", "spending", codes="T03 T05", most=3),
    _intent("shares", r"\bshares?\b|\bstocks?\b|शेयर", ("assets", _about("shares")), codes="M10 N06 N06V", most=6),
    _intent("gold", r"\bgold\b|\bsona\b|सोना|सोने", "assets", codes="N05V", stock="gold", most=8),
    _intent("deposits", r"\bfds?\b|\bfixed deposit|\brd\b|एफडी|सावधि", "assets", codes="N05V", labels="deposit|जमा", most=2),
    _intent("assets", r"asset|allocation|holding|invest|\bown\b|निवेश|संपत्ति", "assets", codes="N01A N05V N05 M01", most=8),
    _intent("insights", r"insight|advice|suggest|what should i|anything wrong|any problem|kya karun|सुझाव", "insights", most=3),
)  # fmt: skip
OTHER = Intent("other", re.compile(""), stock="not_understood")


def intent_of(question: str) -> Intent:
    return next((intent for intent in INTENTS if intent.words.search(question)), OTHER)


def calls_for(question: str, offered: frozenset[str], known: Known) -> list[Call]:
    """The calls that this question needs, of the tools on offer."""
    made = [(name, make(question, known)) for name, make in intent_of(question).calls if name in offered]
    return [Call(name, arguments) for name, arguments in made if arguments is not None]
