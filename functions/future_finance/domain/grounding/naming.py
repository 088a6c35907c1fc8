"""Right numbers under wrong names: the clause names another fact of the same unit, and not the one that fits."""

from __future__ import annotations

from datetime import date

from future_finance.domain.grounding.claim import Claim
from future_finance.domain.grounding.concepts import CORE, KINDS, VAGUE, concepts
from future_finance.domain.grounding.known import Known
from future_finance.domain.grounding.naming_score import UNSAID, named_more, undated
from future_finance.domain.grounding.number_words import SMALL
from future_finance.domain.grounding.opposites import ABOVE, BELOW, opposite
from future_finance.domain.grounding.periods import period_fits
from future_finance.domain.grounding.reading import Reading
from future_finance.domain.grounding.sheet import Sheet
from future_finance.domain.grounding.surroundings import text_at
from future_finance.domain.grounding.units import Measure

_LENGTHS = (Measure.MONTHS, Measure.YEARS, Measure.DAYS)
_TWINS: dict[Measure, tuple[Measure, ...]] = {
    **dict.fromkeys(_LENGTHS, _LENGTHS),
    Measure.COUNT: (Measure.COUNT, Measure.POINTS, Measure.UNITS),
    Measure.POINTS: (Measure.COUNT, Measure.POINTS),
    Measure.UNITS: (Measure.COUNT, Measure.UNITS),
}
_RESPECTIVELY = frozenset({"respectively", "क्रमशः", "kramashah"})
_EXCEEDING = frozenset(
    {"exceed", "exceeds", "exceeded", "outweigh", "outweighs", "short", "ahead", "behind"}
)  # names both sides
_ITS = frozenset(
    ["its", "iska", "iski", "iske", "uska", "uski", "uske", "इसका", "इसकी", "इसके", "उसका", "उसकी", "उसके"]
)
_RELATIVE = frozenset({"which", "that", "jo", "yani", "yaani", "जो", "यानी", "यानि"})
_EQUALS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "at",
        "of",
        ":",
        "=",
        "|",
        "stands",
        "brought",
        "brings",
        "totals",
        "totalled",
        "earned",
    ]
)
_EQUALS_BEHIND = frozenset(
    ["is", "are", "hai", "hain", "है", "हैं", "रही", "रहा", "raha", "rahi", "था", "थी", "tha", "thi"]
)
_NONE = frozenset(["no", "not", "zero", "none", "never", "without", "0", "nothing", "nil", "nahi", "nahin", "नहीं", "कोई", "koi"])  # fmt: skip
_THINGS = frozenset(["rent", "food", "grocery", "travel", "fuel", "shopping", "utilities", "medical", "school", "home", "car", "personal", "bike", "gold", "epf", "fd", "rd", "card"])  # fmt: skip
_DETERMINERS = frozenset({"all", "your", "the", "total", "of", "overall"})
_EACH = frozenset(["each", "every", "per", "apiece", "har", "हर", "प्रति", "prati"])
_AT_RATE = frozenset({"@", "at"})
_SINCE = frozenset({"since", "from", "until", "till", "than", "before"})


def swapped_with(claim: Claim, facts: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """The fact that the clause names instead of those whose value it states; None where the name fits."""
    first, end = reading.clauses.near(claim.first)
    behind = next((at for at in range(claim.end, end) if reading.tokens[at].text == "than"), end)
    after = max(
        (at + 1 for at in range(first, claim.first) if reading.tokens[at].text == "than"), default=first
    )
    if after > first and not concepts(reading.tokens, after, claim.first):
        return None
    about = _told(reading, after, behind)  # "₹X, more than Y": Y names the other side
    words = {reading.tokens[at].text for at in range(first, end)}
    if abs(claim.direction) == 1 and _compares(claim, reading, first, end):
        return None  # "₹X more than you earn" names both sides of a difference
    about |= _header(claim, reading) | _antecedent(claim, reading, first)
    about = _aligned(claim, reading, first, end, about)
    if not about or words & _EXCEEDING or any(token.text in _RESPECTIVELY for token in reading.tokens):
        return None
    stated = [known for known in facts if known.size is not None]
    if not stated or _part_told(claim, reading):
        return None
    if abs(claim.direction) == 2 and all(known.concepts.isdisjoint(about) for known in stated):
        # what rises or falls is named beside it
        return next((known for known in sheet.facts if about & known.label.english & CORE), None)
    if all(opposite(known, claim, reading) for known in stated):
        return stated[0]
    beyond = text_at(reading.tokens, claim.end) in ABOVE | BELOW
    if beyond and all(_moves(known) for known in stated):
        return None  # "₹15,100 above September"
    each = not words.isdisjoint(_EACH)
    if each and all(known.label.each for known in stated):
        return None
    rates = text_at(reading.tokens, claim.first - 1) in _AT_RATE and any(
        known.label.yearly_rate for known in stated
    )  # "home loan @ 8.35%"
    headed = _headed(claim, stated, about, reading, sheet)
    if headed is not None:
        return headed
    other_whole = _of_another_whole(claim, stated, reading, sheet)
    if other_whole is not None:
        return other_whole
    owned = _owned_by_another(claim, stated, about, reading, sheet)
    if owned is not None:
        return owned
    fewer = _counts_another(claim, stated, about, reading, sheet)
    if fewer is not None:
        return fewer
    loose = _loosely_named(claim, stated, about, reading, sheet)
    if loose is not None:
        return loose
    start = reading.clauses.sentence.index(claim.sentence)
    whole = concepts(reading.tokens, start, end) | about
    named: list[tuple[float, Known]] = []
    taken: list[frozenset[str]] = []  # names of facts whose values the clause states as well
    for measure in _TWINS.get(stated[0].measure, (stated[0].measure,)):
        for other in sheet.of(measure):
            if other.concepts.isdisjoint(about) or other in facts or other.value == stated[0].value:
                continue
            if claim.per_tight is not None and not period_fits(claim, other):
                continue
            if rates and not other.label.yearly_rate:
                continue
            if abs(claim.direction) == 2 and not _moves(other):
                continue  # a level is no rise or fall
            if other.label.each and not each:
                continue
            score = named_more(other, stated, about, whole)
            if score and _stated_too(other, claim, reading):
                taken.append(other.concepts & about)
            elif score:
                named.append((score, other))
    free = [row for row in named if not any(row[1].concepts & about <= name for name in taken)]
    if free:
        return max(free, key=lambda row: row[0])[1]
    second = any(
        one.clause == claim.clause and one.measure is claim.measure and one.first < claim.first
        for one in reading.claims
    )  # "the home loan is the larger: ₹32.45 lakh against ₹2.86 lakh"
    return None if second else _of_another_thing(stated, about, reading, sheet)


def _of_another_thing(
    stated: list[Known], about: frozenset[str], reading: Reading, sheet: Sheet
) -> Known | None:
    """ "Food takes 26% of your income", where rent does: the clause names a thing that other facts are of, the text not the stated one."""
    told = about & _THINGS
    if not told or any(told & known.concepts for known in stated):
        return None
    text = concepts(reading.tokens)
    particulars = [known.label.english & _THINGS for known in stated]
    if any(not own or own & text for own in particulars):
        return None
    return next((known for known in sheet.facts if told <= known.concepts), None)


def _moves(known: Known) -> bool:
    return known.label.change or known.label.downward or known.label.either_way


def swapped_date(claim: Claim, facts: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """The date that the clause names instead of the one it states; None where figures are as of that day."""
    stated = [known for known in facts if known.value == claim.on]
    if not stated or any(known.fact.as_of == claim.on for known in sheet.facts):
        return None
    if text_at(reading.tokens, claim.first - 2) in {"instead", "rather"}:
        return None
    first, end = reading.clauses.near(claim.first)
    about = _told(reading, first, end) | _header(claim, reading) | _antecedent(claim, reading, first)
    return next(
        (
            other
            for other in sheet.facts
            if isinstance(other.value, date)
            and other not in stated
            and named_more(other, stated, about, about)
        ),
        None,
    )


def _part_told(claim: Claim, reading: Reading) -> bool:
    """ "One of the 36 months was late": what follows is told of the one."""
    words = [text_at(reading.tokens, claim.first - back) for back in (3, 2, 1)]
    counted = claim.measure not in {Measure.INR, Measure.PERCENT}
    none = any(token.text in _NONE for token in reading.tokens[: claim.first])
    if claim.measure in _LENGTHS and none and {"in", "over"} & set(words):
        return True  # "no late payments in 60 months"
    of = words.index("of") if "of" in words[1:] else -1
    return counted and of > 0 and (words[of - 1] in SMALL or words[of - 1].isdigit())


def _told(reading: Reading, first: int, end: int) -> frozenset[str]:
    """What a stretch is about; "since April" does not name April's own figure."""
    since = {
        f"month{one.on.month}"
        for one in reading.claims
        if one.on is not None and first <= one.first < end and _begins(one, reading)
    }
    return concepts(reading.tokens, first, end) - since


def _begins(date: Claim, reading: Reading) -> bool:
    """ "since July", "July ke end se"."""
    behind = {text_at(reading.tokens, date.end + at) for at in range(3)}
    return text_at(reading.tokens, date.first - 1) in _SINCE or bool(behind & {"se", "से"})


def _loosely_named(
    claim: Claim, stated: list[Known], about: frozenset[str], reading: Reading, sheet: Sheet
) -> Known | None:
    """ "Your net worth is ₹X" of the change of the net worth: the name is another fact's, whole, and half of this one's."""
    before, behind = text_at(reading.tokens, claim.first - 1), text_at(reading.tokens, claim.end)
    comes = before == "to" and text_at(reading.tokens, claim.first - 2) in {"comes", "amounts"}
    if (
        claim.part
        or abs(claim.direction) == 2
        or not (comes or before in _EQUALS or behind in _EQUALS_BEHIND)
    ):
        return None
    told = concepts(reading.tokens, 0, claim.end) | about
    if any(not _unnamed(known, told) for known in stated):
        return None
    for other in sheet.of(stated[0].measure):
        if other.concepts.isdisjoint(about) or other.size == stated[0].size or other.per != stated[0].per:
            continue
        its = undated(other.label.english)
        if _stated_in(claim.sentence, other, reading) or any(
            (known.label.english - CORE - its) & about for known in stated
        ):
            continue  # the stated one's own name is told
        if all(its < undated(known.label.english) and _unnamed(known, told) - its for known in stated):
            return other
    return None


def _counts_another(
    claim: Claim, stated: list[Known], about: frozenset[str], reading: Reading, sheet: Sheet
) -> Known | None:
    """ "You have three loans", where three were paid late and another fact counts the loans."""
    noun = concepts(reading.tokens, claim.end, claim.end + 1) & CORE
    if claim.measure is not Measure.BARE or not noun or any(not noun <= known.concepts for known in stated):
        return None
    if any(not known.label.english & CORE - about for known in stated):
        return None
    counts = [known for known in sheet.of(Measure.COUNT) if noun == known.label.english & CORE]
    return counts[0] if len(counts) == 1 else None


def _unnamed(known: Known, told: frozenset[str]) -> frozenset[str]:
    """What a label says, in words of finance, that the text did not; of its two languages the one told better."""
    labels = [label for label in (known.label.english, known.label.hindi) if label]
    missing = [label & CORE - told - UNSAID for label in labels]
    return min(missing, key=len, default=frozenset())


def _headed(
    claim: Claim, stated: list[Known], about: frozenset[str], reading: Reading, sheet: Sheet
) -> Known | None:
    """ "a limit of ₹1,12,000", "the ₹1,12,000 limit": that noun is the name, where a fact has it and the stated have not."""
    before = text_at(reading.tokens, claim.first - 1)
    if claim.part or before not in {"of", "the", "your"}:
        return None
    at = claim.first - 2 if before == "of" else claim.end
    head = concepts(reading.tokens, max(at, 0), max(at, 0) + 1) & CORE - VAGUE
    if not head or any(known.concepts & head for known in stated):
        return None
    most = max(len(known.concepts & about) for known in stated)
    for other in sheet.of(stated[0].measure):
        if other.concepts & head and len(other.concepts & about) >= max(most, 2):
            return other
    return None


def _of_another_whole(claim: Claim, stated: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """ "55.7% of all your assets" of a share of direct shares, where another fact is a share of assets."""
    if claim.measure is not Measure.PERCENT or text_at(reading.tokens, claim.end) != "of":
        return None
    at = claim.end + 1
    while text_at(reading.tokens, at) in _DETERMINERS:
        at += 1
    whole = concepts(reading.tokens, at, at + 1) & CORE
    if not whole or any(not known.label.whole or known.label.whole & whole for known in stated):
        return None
    return next((known for known in sheet.of(Measure.PERCENT) if known.label.whole & whole), None)


def _antecedent(claim: Claim, reading: Reading, first: int) -> frozenset[str]:
    """What a clause that begins with "which" is about: all that its sentence said before."""
    whole = reading.clauses.sentence.index(claim.sentence)
    if reading.tokens[whole].text == "|" and not concepts(reading.tokens, first, claim.first):
        bar = whole + 1
        while bar < first and reading.tokens[bar].text != "|":
            bar += 1
        return concepts(reading.tokens, whole, bar)  # the first cell names the row
    alone = not any(one.sentence == claim.sentence and one.first < claim.first for one in reading.claims)
    if whole and alone and any(token.text in _ITS for token in reading.tokens[first : claim.end + 3]):
        last = whole - 1
        while last and reading.tokens[last].text == "\n":
            last -= 1
        before = reading.clauses.sentence.index(reading.clauses.sentence[last])
        # "Your Yes Bank card is nearly full. 94% of its limit is used."
        return concepts(reading.tokens, before, whole) - CORE
    if reading.tokens[first].text not in _RELATIVE:
        return frozenset()
    start = max(
        (one.end for one in reading.claims if one.end <= first and one.measure is claim.measure),
        default=whole,
    )
    return concepts(reading.tokens, max(start, whole), first)


def _aligned(claim: Claim, reading: Reading, first: int, end: int, about: frozenset[str]) -> frozenset[str]:
    """In "assets ₹A minus debts ₹B" each number has its own name, before it or behind it all along."""
    inside = [one for one in reading.claims if first <= one.first < end and one.on is None]
    if len(inside) < 2 or any(one.measure is not claim.measure for one in inside):
        return about
    at = inside.index(claim)
    before = [
        concepts(reading.tokens, past.end if past else first, one.first)
        for past, one in zip((None, *inside), inside, strict=False)
    ]
    behind = [
        concepts(reading.tokens, one.end, coming.first if coming else end)
        for one, coming in zip(inside, (*inside[1:], None), strict=True)
    ]
    if all(words & CORE for words in before) and not behind[-1] & CORE:
        return before[at]
    if all(words & CORE for words in behind) and not before[0] & CORE:
        return behind[at]
    return about


def _compares(claim: Claim, reading: Reading, first: int, end: int) -> bool:
    after = {reading.tokens[at].text for at in range(claim.end, min(claim.end + 3, end))}
    before = {reading.tokens[at].text for at in range(first, claim.first)}
    return "than" in after or bool(before & {"se", "से"})


def _owned_by_another(
    claim: Claim, stated: list[Known], about: frozenset[str], reading: Reading, sheet: Sheet
) -> Known | None:
    """ "₹1.8 lakh is left on the gold loan and the rate is 12%": the rate is the gold loan's, not the card's."""
    first, _end = reading.clauses.near(claim.first)
    if not about or not about <= KINDS or not first or reading.clauses.sentence[first - 1] != claim.sentence:
        return None
    owner = undated(_told(reading, *reading.clauses.span(reading.clauses.of[first - 1])) - KINDS)
    kinds = stated[0].label.english & KINDS - {"loan", "debt"}
    if (
        not owner
        or not kinds
        or any(known.concepts & owner or not known.concepts & about for known in stated)
    ):
        return None
    return next(
        (
            other
            for other in sheet.of(stated[0].measure)
            if other.concepts & owner
            and other.label.english & KINDS - {"loan", "debt"} == kinds
            and not _stated_in(claim.sentence, other, reading)
        ),
        None,
    )


def _header(claim: Claim, reading: Reading) -> frozenset[str]:
    """What stands before the first colon of the sentence: "Personal loan: 15.5% p.a., EMI ₹11,900"."""
    first = reading.clauses.sentence.index(claim.sentence)
    for at in range(first, claim.first):
        if reading.tokens[at].text == ":":
            own = any(reading.tokens[place].text == ":" for place in range(at + 1, claim.first))
            return frozenset() if own else _told(reading, first, at)
        if at in reading.taken:
            break
    return frozenset()


def _stated_in(sentence: int, known: Known, reading: Reading) -> bool:
    return any(
        one.sentence == sentence and known.size is not None and one.covers(known.size)
        for one in reading.claims
    )


def _stated_too(other: Known, claim: Claim, reading: Reading) -> bool:
    """Whether the same clause also states the other fact's own value, so that the name is taken."""
    first, end = reading.clauses.span(claim.clause)
    if other.size == 0 and any(reading.tokens[at].text in _NONE for at in range(first, end)):
        return True  # "nothing is overdue, but ₹84,500 rolls over"
    return any(
        one is not claim and one.clause == claim.clause and other.size is not None and one.covers(other.size)
        for one in reading.claims
    )
