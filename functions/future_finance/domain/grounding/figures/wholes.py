"""Wholes told of what is only beside or inside them: "a budget of ₹X" of what is over it, "both together" of one."""

from __future__ import annotations

from future_finance.domain.grounding.figures.periods import period_fits
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import KINDS, concepts_in, undated
from future_finance.domain.grounding.reading.number_words import SMALL
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

_WHOLES = frozenset({"budget", "limit", "goal"})
_LINKS = frozenset({"of", "is", "was", ":"})
_BESIDE = frozenset(
    ["over", "above", "beyond", "under", "below", "left", "unused", "remaining", "used", "use", "more", "less", "exceeded", "past", "by", "room", "within", "overrun", "overspent", "spent", "free", "spare", "still", "open"]
)  # fmt: skip
_TIMES = frozenset({"once", "twice", "thrice"})  # "late once in 24 months"
_TOGETHER = frozenset(
    ["together", "combined", "altogether", "milake", "milakar", "milaakar", "मिलाकर", "मिलाके"]
)
NONE = frozenset(["no", "not", "zero", "none", "never", "without", "0", "nothing", "nil", "t", "nahi", "nahin", "नहीं", "कोई", "koi"])  # fmt: skip
_HISTORY = frozenset({"record", "records", "history", "report", "रिकॉर्ड", "इतिहास", "रिपोर्ट", "itihas"})
_LENGTHS = (Measure.MONTHS, Measure.YEARS, Measure.DAYS)
_BOTH = frozenset({"both", "two", "dono", "donon", "दोनों", "all", "sab", "सब"})


def jointly(reading: Reading, first: int, end: int) -> bool:
    """ "Both loans together", "dono loan milake"."""
    words = {reading.tokens[at].text for at in range(first, end)}
    return not words.isdisjoint(_TOGETHER) and not words.isdisjoint(_BOTH)


def whole_instead(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """The whole that the words name, where the figure is one beside it or one of several in it."""
    first, end = reading.clauses.near(claim.first)
    if jointly(reading, first, end):
        several = all(
            known.fact.key
            and any(other.fact.code == known.fact.code and other is not known for other in sheet.facts)
            for known in stated
        )
        kinds = reading.told(first, end)
        kinds |= {"debt"} if "loan" in kinds else frozenset()
        return next(
            (
                other
                for other in sheet.of(stated[0].measure)
                if several
                and "total" in other.label.english
                and other.label.english & kinds - {"total"}
                and period_fits(claim, other)
                and other not in stated
            ),
            None,
        )
    if text_at(reading.tokens, claim.first - 1) not in _LINKS:
        return None
    noun = reading.told(max(claim.first - 2, 0), claim.first - 1) & _WHOLES
    if not noun or any(not known.label.beside for known in stated):
        return None
    if any(token.text in _BESIDE or "\u0900" <= token.text[:1] <= "\u097f" for token in reading.tokens):
        return None
    return next(
        (
            other
            for other in sheet.of(stated[0].measure)
            if noun <= other.label.english
            and not other.label.beside
            and all(undated(other.label.english) <= known.concepts for known in stated)
        ),
        None,
    )


def part_of_a_whole(claim: Claim, stated: list[Known], reading: Reading) -> bool:
    """ "₹5.88 lakh of your funds is in regular plans", "31.4% of ₹3.85 lakh": the whole's name is not the part's, nor the part's the whole's."""
    if claim.measure is not Measure.INR:
        return False
    before = [text_at(reading.tokens, claim.first - back) for back in (1, 2)]
    if before[0] == "of" and before[1] in {"%", "percent"}:
        return True
    behind = [text_at(reading.tokens, claim.end + at) for at in range(2)]
    here = [place for place, number in enumerate(reading.clauses.sentence) if number == claim.sentence]
    after = reading.told(claim.end, here[-1] + 1)
    return behind == ["of", "your"] and all(_in_it(known) & after for known in stated)


def part_told(claim: Claim, reading: Reading) -> bool:
    """ "One of the 36 months was late": what follows is told of the one."""
    behind = (text_at(reading.tokens, claim.end + at) for at in range(4))
    if claim.measure is Measure.MONTHS and not _HISTORY.isdisjoint(behind):
        return True  # "छत्तीस महीनों के रिकॉर्ड में सिर्फ़ एक": a window
    words = [text_at(reading.tokens, claim.first - back) for back in (4, 3, 2, 1)]
    counted = claim.measure not in {Measure.INR, Measure.PERCENT}
    none = any(token.text in NONE for token in reading.tokens[: claim.first])
    if claim.measure in (*_LENGTHS, Measure.BARE) and none and {"in", "over"} & set(words):
        return True  # "no late payments in 60 months"
    if (
        counted
        and words[-1] == "in"
        and any(
            token.text in SMALL or token.text.isdigit() or token.text in _TIMES
            for token in reading.tokens[max(0, claim.first - 5) : claim.first]
        )
    ):
        return True  # "one late month in 36"
    of = words.index("of") if "of" in words[1:] else -1
    return counted and of > 0 and (words[of - 1] in SMALL or words[of - 1].isdigit())


def _in_it(known: Known) -> frozenset[str]:
    """ "Value in regular plans": what the label says that the part is in."""
    _, within, place = known.label.lower.partition(" in ")
    return concepts_in(place) - KINDS if within else frozenset()
