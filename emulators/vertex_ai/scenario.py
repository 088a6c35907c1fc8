"""A question turned into a scenario, as the simulation takes it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from emulators.vertex_ai.spoken_numbers import SpokenNumbers, spoken_numbers

Json = dict[str, Any]

_KINDS = (
    ("rent_vs_buy", r"rent.{0,30}(?:buy|own)|buy.{0,30}rent|kiraye.{0,30}khareed|किराए.{0,30}खरीद"),
    ("prepay_vs_invest", r"prepay.{0,60}invest|invest.{0,60}prepay"),
    (
        "loan_prepayment",
        r"prepay|pre-?payment|part payment|प्रीपे|(?:loan|लोन).{0,40}(?:extra|more|zyada|jaldi|जल्दी|ज़्यादा|ज्यादा)"
        r"|pay.{0,30}(?:extra|more).{0,30}loan",
    ),
    ("debt_payoff", r"avalanche|snowball|pay off.{0,20}debt|karz.{0,20}chuka"),
    ("debt_consolidation", r"consolidat|one loan|ek loan"),
    ("rate_rise", r"(?:rate|ब्याज दर|byaj).{0,30}(?:rise|increase|goes? up|badh|बढ़)"),
    ("job_loss", r"los[et] my job|job ?loss|without (?:a|my) (?:job|salary)|naukri|नौकरी"),
    ("emergency_fund_build", r"emergency fund|आपात"),
    ("retirement", r"retire|रिटायर|सेवानिव"),
    ("salary_change", r"(?:salary|income|सैलरी|वेतन).{0,40}(?:cut|rise|raise|hike|drop|badh|kam|बढ़|घट)"),
    ("goal", r"\bgoal\b|save (?:up )?for|target|लक्ष्य|bachana"),
    ("big_purchase", r"\bbuy\b|purchase|\bcar\b|khareed|खरीद|wedding|shaadi|शादी"),
    ("sip_change", r"\bsip\b|invest|निवेश|एसआईपी"),
)


def kind_of(text: str) -> str | None:
    return next((kind for kind, words in _KINDS if re.search(words, text, re.IGNORECASE)), None)


def scenario_of(
    text: str, kind: str | None = None, *, example: bool = False, today: date | None = None
) -> Json:
    """Its fields from the numbers in `text`, amounts in rupees; what was not said is left out.

    {"kind": "none"} where no kind fits. `example`: a round amount where one is needed and none was said. `today`
    makes a day of "in 10 years".
    """
    kind = kind or kind_of(text)
    if kind is None:
        return {"kind": "none"}
    said = spoken_numbers(text)
    found: Json = {"kind": kind} | _fields(kind, said, text)
    if loan := next((name for name, words in _LOANS if re.search(words, text, re.IGNORECASE)), None):
        found |= {"debt": loan} if kind in _OF_A_LOAN else {}
    if kind == "goal" and today is not None and said.years:
        found.setdefault("by", today.replace(year=today.year + said.years, day=1).isoformat())
    if example and kind in _EXAMPLES:
        name, amount = _EXAMPLES[kind]
        found.setdefault(name, amount)
    return found


_OF_A_LOAN = frozenset({"loan_prepayment", "prepay_vs_invest", "rate_rise"})
_LOANS = (("home", r"home|ghar|housing|होम|घर"), ("car", r"\bcar\b|vehicle|auto|गाड़ी|कार"), ("personal", r"personal|पर्सनल"),
          ("education", r"education|study|एजुकेशन"))  # fmt: skip
_EXAMPLES: dict[str, tuple[str, int]] = {
    "prepay_vs_invest": ("amount", 100_000),
    "loan_prepayment": ("amount", 100_000),
    "debt_payoff": ("extraMonth", 5_000),
}


def _fields(kind: str, said: SpokenNumbers, text: str) -> Json:
    amount, second = (*map(_plain, said.amounts[:2]), None, None)[:2]
    rate = _plain(said.rates[0]) if said.rates else None
    months = said.months or (said.years * 12 if said.years else None)
    fields: Json
    match kind:
        case "sip_change":
            fields = {"years": said.years or ((said.months or 0) // 12 or None), "stepUpPct": rate}
            if amount is not None:
                less = re.search(r"reduce|decrease|less|kam kar|घटा|कम", text, re.IGNORECASE)
                fields |= {"extraMonth": -amount if less else amount}
                fields |= {"investMonth": 0} if re.search(r"sip of", text, re.IGNORECASE) else {}
        case "loan_prepayment":
            monthly = re.search(
                r"(?:a|per|every|each|har) ?(?:month|mahin)|monthly|हर महीने|extra"
                r"|\d\s?(?:k|thousand|hazaa?r|rupees)?\s+(?:more|zyada|ज़्यादा|ज्यादा)",
                text,
                re.IGNORECASE,
            )
            fields = {"extraMonth" if monthly else "amount": amount}
        case "prepay_vs_invest":
            deposit = re.search(r"\bfd\b|deposit", text, re.IGNORECASE)
            fields = {"amount": amount, "into": "deposit" if deposit else None}
        case "debt_payoff":
            fields = {"extraMonth": amount}
        case "debt_consolidation":
            fields = {"ratePct": rate, "months": months}
        case "rate_rise":
            fields = {"points": rate if rate is not None else amount}
        case "emergency_fund_build":
            fields = {"months": months, "saveMonth": amount}
        case "job_loss":
            fields = {"months": months}
        case "big_purchase":
            fields = {"amount": amount}
        case "salary_change":
            cut = re.search(r"cut|drop|kam|घट|कम|less", text, re.IGNORECASE)
            change = None if rate is None else -rate if cut else rate
            fields = {"newIncomeMonth": amount if rate is None else None, "changePct": change}
        case "retirement":
            fields = {"age": said.age, "ageNow": said.age_now, "spendRetiredMonth": amount}
        case "goal":
            year = re.search(r"\b(20[2-9]\d)\b", text)
            fields = {"target": amount, "by": f"{year[1]}-03-31" if year else None, "saveMonth": second}
        case "rent_vs_buy":
            fields = {
                "price": amount,
                "rentMonth": second,
                "ratePct": rate,
                "loanMonths": months,
                "years": said.years,
            }
        case _:
            fields = {}
    return {name: value for name, value in fields.items() if value is not None}


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral() else float(value)
