"""What stands around a number: its sign, direction and qualifier."""

from __future__ import annotations

from future_finance.domain.grounding.reading.claim import Bound
from future_finance.domain.grounding.reading.number_words import SCALES
from future_finance.domain.grounding.reading.tokens import Kind, Token
from future_finance.domain.grounding.reading.units import (
    ABOUT,
    AFTER_OVER,
    AFTER_UNDER,
    BACKWARD,
    COMPARING,
    DOWN,
    NEARLY,
    OVER,
    THAN_OVER,
    THAN_UNDER,
    UNDER,
    UNITS,
    UP,
    Measure,
)

_LEVELLED = frozenset({"ghatkar", "घटकर", "badhkar", "बढकर"})
_SE = frozenset({"se", "से"})
_FILLERS = frozenset({"bhi", "भी", "thoda", "थोडा", "kuch", "कुछ", "zara", "जरा", "kahin", "कहीं"})
_OF = frozenset(
    ["of", "by", "a", "an", "the", "only", "just", "some", "ki", "ka", "ke", "की", "का", "के", "rs", "in"]
)
_SKIPPED_BEHIND = frozenset(["ki", "ka", "ke", "की", "का", "के", "of", "rs"])
_POSTPOSED_VERBS = frozenset(
    [
        "ghata",
        "ghati",
        "ghate",
        "ghat",
        "gira",
        "giri",
        "gir",
        "badha",
        "badhi",
        "badh",
        "घटा",
        "घटी",
        "घट",
        "गिरा",
        "गिरी",
        "गिर",
        "बढा",
        "बढी",
        "बढ",
    ]
)
_MINUS = frozenset({"minus", "माइनस", "negative", "rinatmak", "ऋणात्मक", "mainas", "maainas"})
_PLACED = frozenset(
    ["payment", "front", "than", "to", "in", "within", "into", "under", "between", "on", "due", "at"]
)
_PARTICLED = frozenset(
    [
        "make",
        "makes",
        "made",
        "making",
        "add",
        "adds",
        "added",
        "sum",
        "sums",
        "set",
        "sets",
        "take",
        "takes",
        "taken",
        "taking",
        "write",
        "break",
        "breaks",
        "broken",
        "close",
        "closed",
        "shut",
        "eat",
        "eats",
        "eating",
        "eaten",
        "use",
        "uses",
        "used",
        "using",
        "end",
        "ends",
        "ended",
        "pick",
        "tie",
        "ties",
        "tied",
        "lock",
        "locks",
        "locked",
        "give",
        "build",
        "builds",
        "built",
        "pay",
        "pays",
        "paid",
        "paying",
        "putting",
        "bringing",
        "taking",
        "setting",
        "save",
        "saves",
        "split",
        "splits",
        "wind",
        "put",
        "puts",
        "come",
        "comes",
        "bring",
        "brings",
        "turn",
        "turns",
        "sit",
        "sits",
    ]
)
_OBJECTS = frozenset({"you", "it", "them", "him", "her"})  # "looked you up five times"
_WHOLES = {"hundred": 100, "100": 100, "सौ": 100, "sau": 100, "20": 20, "twenty": 20}
_COURSES = frozenset(["path", "paths", "run", "runs", "case", "cases", "time", "times", "future", "futures", "simulation", "simulations", "scenario", "scenarios", "outcome", "outcomes", "raste", "raaste", "raston", "raaston", "रास्ते", "रास्तों"])  # fmt: skip
_OWED = frozenset(["debt", "debts", "loans", "liabilities", "dues", "your", "the", "what"])
_PART = frozenset({"of", "in"})
_YEAR = 4  # digits of a year
_LENGTHS = frozenset({Measure.MONTHS, Measure.YEARS, Measure.DAYS})
_STOPS = frozenset(";|\n,.!?।॥")


def text_at(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def sign_before(tokens: list[Token], first: int) -> tuple[int, int, Measure | None]:
    """The written sign, the first token of the whole mention, and the currency in front."""
    at, sign, currency = first, 0, None
    at, sign = _sign(tokens, at, sign)
    if text_at(tokens, at - 1) and tokens[at - 1].kind is Kind.CURRENCY:
        at -= 1
        currency = Measure.DOLLARS if tokens[at].text in {"$", "usd", "€", "£"} else Measure.INR
        at, sign = _sign(tokens, at, sign)
    if text_at(tokens, at - 1) in _MINUS and not _ends_amount(tokens, at - 2):
        at, sign = at - 1, -1
    return sign, at, currency


def _ends_amount(tokens: list[Token], at: int) -> bool:
    """Whether an amount ends here, so that "minus" behind it subtracts."""
    if at < 0:
        return False
    of = next((place for place in (at - 1, at - 2) if text_at(tokens, place) in _PART), -1)
    if of > 0 and tokens[at].kind is Kind.WORD:
        return _ends_amount(tokens, of - 1)  # "₹1.69 crore of assets minus ₹71.66 lakh"
    if tokens[at].kind is Kind.NUMBER or tokens[at].text in SCALES:
        return not (tokens[at].text.isdigit() and len(tokens[at].text) == _YEAR)
    return tokens[at].text in UNITS and any(
        tokens[place].kind is Kind.NUMBER for place in range(max(0, at - 3), at)
    )


def _sign(tokens: list[Token], at: int, sign: int) -> tuple[int, int]:
    before = text_at(tokens, at - 1)
    if before not in {"-", "–", "+"} or tokens[at].spaced:
        return at, sign
    apart = (
        at < 2
        or tokens[at - 1].spaced
        or tokens[at - 2].text in {"(", "\n", "|", ":", "["}
        or tokens[at - 2].kind is Kind.CURRENCY
    )
    if not apart:
        return at, sign
    return at - 1, 1 if before == "+" else -1


def bound_of(tokens: list[Token], first: int, end: int) -> tuple[Bound, int]:
    """The qualifier, and the token before it."""
    at = first - 1
    while text_at(tokens, at) in _OF and at > first - 3:
        at -= 1
    if text_at(tokens, at) == "than" and text_at(tokens, at + 1) == "the":
        return Bound.NONE, first - 1  # "less than the ₹19.6 lakh you put in" compares
    word, before = text_at(tokens, at), text_at(tokens, at - 1)
    if word == "." and before in {"approx", "apprx"}:
        return Bound.ABOUT, at - 2
    if word == "than":
        if before in THAN_OVER:
            return Bound.OVER, at - 2
        if before in THAN_UNDER:
            return Bound.UNDER, at - 2
    if word in {"short", "shy"} and text_at(tokens, at + 1) == "of":
        return Bound.NEARLY, at - 1
    if word == "to" and before == "close":
        return Bound.ABOUT, at - 2
    if word == "to" and before == "up":
        return Bound.UNDER, at - 2
    if before == "at" and word in {"least", "most"}:
        return (Bound.OVER if word == "least" else Bound.UNDER), at - 2
    if word in NEARLY:
        return Bound.NEARLY, at - 1
    if word in ABOUT and not (word == "some" and not tokens[first].text.isdigit()):
        return Bound.ABOUT, at - 1
    if word in OVER:
        return Bound.OVER, at - 1
    if word in UNDER:
        return Bound.UNDER, at - 1
    return _bound_after(tokens, end), first - 1


def _bound_after(tokens: list[Token], end: int) -> Bound:
    one, two = text_at(tokens, end), text_at(tokens, end + 1)
    if one in _SE and two in _FILLERS:
        two = text_at(tokens, end + 2)
    if one in _SE and two in AFTER_OVER:
        return Bound.OVER
    if one in _SE and two in AFTER_UNDER:
        return Bound.UNDER
    if one in {"ke", "के"} and two in {
        "kareeb",
        "karib",
        "qareeb",
        "करीब",
        "aas",
        "aaspaas",
        "आसपास",
        "आस",
        "lagbhag",
        "लगभग",
    }:
        return Bound.ABOUT
    if one in {"ke", "के"} and two in {"paar", "par", "पार"}:
        return Bound.OVER
    if one == "or" and two == "so":
        return Bound.ABOUT
    if one == "+":
        return Bound.OVER
    return Bound.NONE


def direction_of(tokens: list[Token], before: int, end: int) -> int:
    """Positive for a rise, negative for a fall, else 0; 2 where a verb tells it, 1 for "more" and "less".

    `before` is the token before the qualifier.
    """
    if text_at(tokens, before + 1) in {"short", "shy"}:
        return 0  # "you would fall short of the ₹15 lakh"
    after = end
    while text_at(tokens, after) in _SKIPPED_BEHIND and after < end + 2:
        after += 1
    behind = text_at(tokens, after)
    if behind in _SE:
        verb = text_at(tokens, after + 1)
        if verb in _POSTPOSED_VERBS:
            return _pull(verb)
    elif behind == "less" and _subtracts(tokens, after + 1):
        return 0  # "assets of ₹A less debts of ₹B"
    elif behind and behind not in _STOPS and text_at(tokens, after + 1) not in _PLACED:
        if behind in DOWN or behind in UP:
            return _pull(behind)
    elif behind in THAN_UNDER and text_at(tokens, after + 1) == "than":
        return -1
    elif behind in THAN_OVER and text_at(tokens, after + 1) == "than":
        return 1
    at = before
    while at > before - 3 and text_at(tokens, at) in _OF:
        at -= 1
    if text_at(tokens, at + 1) == "in" and UNITS.get(text_at(tokens, end - 1)) in _LENGTHS:
        return 0  # "the fund fills up in 13 months"
    word = text_at(tokens, at)
    if word in BACKWARD or word in _STOPS or not word:
        return 0
    if word == "cut" and at == before:
        return 0  # "the bank cut ₹8,640 of TDS"
    for place in (at, at - 1):
        word = text_at(tokens, place)
        if word == ":" and text_at(tokens, place - 1) in COMPARING:
            return 0  # "works out cheaper: ₹78,200 against ₹94,600"
        if word in _LEVELLED:
            return 0  # "ghatkar ₹8,900 reh jayega": what it falls to
        if word in BACKWARD or word in _STOPS or tokens[place].kind is Kind.NUMBER:
            return 0
        if text_at(tokens, place - 1) in _SE or (word in THAN_OVER | THAN_UNDER and place != at):
            continue
        if word in DOWN and text_at(tokens, place + 1) in {"below", "under"}:
            return 0  # "falling below ₹10,000": a bound
        if text_at(tokens, place - 1) in {"sabse", "सबसे"}:
            return 0  # "सबसे कम ₹48,900": the lowest
        if word == "less" and place == at:
            return 0  # "assets of ₹A less ₹B of debts" subtracts
        if word == "down" and text_at(tokens, place + 1) in {"payment", "payments"}:
            return 0
        if (word in DOWN or word in UP) and text_at(tokens, place - 1) not in _PARTICLED | _OBJECTS:
            return _pull(word)
    return 0


def _subtracts(tokens: list[Token], at: int) -> bool:
    """Whether an amount follows "less", with or without its name: "income ₹A less spending ₹B"."""
    if at >= len(tokens) or tokens[at].text == "than":
        return False
    return tokens[at].text in _OWED or any(token.kind is Kind.CURRENCY for token in tokens[at : at + 3])


def _pull(word: str) -> int:
    return (-1 if word in DOWN else 1) * (1 if word in COMPARING else 2)


def out_of(tokens: list[Token], at: int, end: int) -> tuple[int, int] | None:
    """What a number is out of, and the token behind: "72 of a hundred", "1 in 20", "सौ में से 4"."""
    before = at - 1
    while text_at(tokens, before) in ABOUT:
        before -= 1
    if text_at(tokens, before) in _SE and text_at(tokens, before - 1) in {"mein", "me", "में"}:
        before -= text_at(tokens, before - 2) in _COURSES  # "100 raston mein se 69"
        return (_WHOLES[text_at(tokens, before - 2)], end) if text_at(tokens, before - 2) in _WHOLES else None
    place = end + (text_at(tokens, end) in _COURSES)  # "59 paths in a hundred"
    place += text_at(tokens, place) == "out"
    if text_at(tokens, place) not in {"of", "in"}:
        return None
    place += 1 + (text_at(tokens, place + 1) in {"a", "every", "each", "one"})
    if text_at(tokens, place) not in _WHOLES or text_at(tokens, place + 1) in UNITS:
        return None
    return _WHOLES[text_at(tokens, place)], place + 1
