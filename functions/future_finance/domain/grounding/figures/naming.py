"""Right numbers under wrong names: the clause names another fact of the same unit, and not the one that fits."""

from __future__ import annotations

from datetime import date

from future_finance.domain.grounding.figures.counting import counts_another
from future_finance.domain.grounding.figures.naming_score import UNSAID, named_more
from future_finance.domain.grounding.figures.opposites import ABOVE, BELOW, agrees, opposite
from future_finance.domain.grounding.figures.periods import period_fits
from future_finance.domain.grounding.figures.siding import (
    of_a_path,
    on_told_side,
    other_side,
    other_side_date,
    siblings,
    turned_dates,
)
from future_finance.domain.grounding.figures.unnamed import of_no_name
from future_finance.domain.grounding.figures.wholes import (
    NONE,
    jointly,
    part_of_a_whole,
    part_told,
    whole_instead,
)
from future_finance.domain.grounding.reading.around import (
    aligned,
    antecedent_of,
    header_of,
    noun_of,
    told_behind,
    told_in,
)
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import (
    CORE,
    KINDS,
    THINGS,
    VAGUE,
    undated,
)
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known

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
_EQUALS = frozenset(["is", "are", "was", "were", "at", "of", ":", "=", "|", "stands", "brought", "brings", "totals", "totalled", "earned"])  # fmt: skip
_EQUALS_BEHIND = frozenset(
    ["is", "are", "hai", "hain", "है", "हैं", "रही", "रहा", "raha", "rahi", "था", "थी", "tha", "thi"]
)
_DETERMINERS = frozenset({"all", "your", "the", "total", "of", "overall"})
_EACH = frozenset(["each", "every", "per", "apiece", "har", "हर", "प्रति", "prati"])
_MOVEMENTS = frozenset({"drop", "fall", "rise", "gain", "increase", "change", "decline", "dip", "jump"})
_PRESENT = frozenset({"present", "current", "maujooda", "मौजूदा", "वर्तमान"})
_SUPPOSABLE = frozenset({"prepayment"})  # which "after paying in ₹2 lakh" tells too
_SUPPOSED = frozenset({"would", "could"})
_NAMES_ANEW = frozenset({"than", ":"})
_AIMS = frozenset({"budget", "limit", "goal"})
_LEAST = frozenset({"minimum", "min", "least", "न्यूनतम", "nyuntam"})
_AT_RATE = frozenset({"@", "at"})


def swapped_with(claim: Claim, facts: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """The fact that the clause names instead of those whose value it states; None where the name fits."""
    first, end = reading.clauses.near(claim.first)
    behind = next((at for at in range(claim.end, end) if reading.tokens[at].text in _NAMES_ANEW), end)
    after = max((at + 1 for at in range(first, claim.first) if _than(at, claim, reading)), default=first)
    if after > first and not reading.told(after, claim.first):
        return None
    about = told_in(reading, after, behind)  # "₹X, more than Y": Y names the other side
    words = {reading.tokens[at].text for at in range(first, end)}
    if abs(claim.direction) == 1 and _compares(claim, reading, first, end):
        return None  # "₹X more than you earn" names both sides of a difference
    about |= header_of(claim, reading) | antecedent_of(claim, reading, first)
    relative = told_behind(claim, reading, behind)
    about = shared = about if relative is None else relative
    if jointly(reading, first, end):
        about = shared = about | {"total"}
    about = aligned(claim, reading, first, end, about, sheet.names)
    if words & _EXCEEDING or any(token.text in _RESPECTIVELY for token in reading.tokens):
        return None
    stated = [
        known
        for known in facts
        if known.size is not None and not (claim.measure is Measure.PERCENT and known.measure is Measure.INR)
    ]
    if not stated or part_told(claim, reading) or part_of_a_whole(claim, stated, reading):
        return None
    if not about:
        return other_side(claim, stated, reading, sheet)
    if text_at(reading.tokens, claim.end) in _MOVEMENTS and any(
        _moves(known) and known.negative for known in stated
    ):
        return None  # "the ₹43,796 drop"
    if abs(claim.direction) == 2 and all(known.concepts.isdisjoint(about) for known in stated):
        # what rises or falls is named beside it
        return next((known for known in sheet.facts if about & known.label.english & CORE), None)
    turned = stated[0] if all(opposite(known, claim, reading) for known in stated) else None
    turned = turned or other_side(claim, stated, reading, sheet)
    if turned is not None:
        return turned
    if any(agrees(known, claim, reading) for known in stated):
        return None  # "31 months earlier" of "Months earlier"
    beyond = text_at(reading.tokens, claim.end) in ABOVE | BELOW
    aimed = reading.told(claim.end, claim.end + 4) & _AIMS  # "₹14,950 over your budget"
    if beyond and all(_moves(known) and aimed <= known.concepts for known in stated):
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
    fewer = counts_another(claim, stated, about, reading, sheet)
    if fewer is not None:
        return fewer
    whole_of_it = whole_instead(claim, stated, reading, sheet)
    if whole_of_it is not None:
        return whole_of_it
    summed = "total" in about and any("total" in known.concepts for known in stated)
    unnamed = None if summed else of_no_name(claim, stated, reading, sheet)
    if unnamed is not None:
        return unnamed
    loose = _loosely_named(claim, stated, about, reading, sheet)
    if loose is not None:
        return loose
    start = reading.clauses.sentence.index(claim.sentence)
    whole = reading.told(start, end) | about
    noun = frozenset().union(
        *(noun_of(claim, reading) & known.label.english for known in stated if not known.label.beside)
    )
    sided = any(on_told_side(known, claim, reading) for known in stated)
    named: list[tuple[float, Known]] = []
    taken: list[frozenset[str]] = []  # names of facts whose values the clause states as well
    for measure in _TWINS.get(stated[0].measure, (stated[0].measure,)):
        for other in sheet.of(measure):
            if other.concepts.isdisjoint(about) or other in facts or other.value == stated[0].value:
                continue
            if any(siblings(known, other) for known in stated) or (
                sided and not any(other.label.sided.sides)
            ):
                continue
            if claim.per_tight is not None and not period_fits(claim, other):
                continue
            if of_a_path(other) and not on_told_side(other, claim, reading):
                continue  # "It lasts to the age of 88", not that of the bad path
            if claim.per_loose is not None and other.per is None and stated[0].per is claim.per_loose:
                continue  # "₹18,500 goes to the goal every month" is no target
            if noun and (not noun <= other.concepts or other.label.beside):
                continue  # "a budget of ₹X" is no spending, and not what is over the budget
            if not words.isdisjoint(_SUPPOSED) and "now" in other.label.lower.split():
                continue  # "Putting in ₹52,300 a month would close it"
            if not words.isdisjoint(_PRESENT) and "past" in other.label.lower:
                continue
            if rates and not other.label.yearly_rate:
                continue
            if "minimum" in other.concepts and _LEAST.isdisjoint(whole):
                continue  # "₹12,360 is due first", of a bill with a minimum due
            if abs(claim.direction) == 2 and not _moves(other):
                continue  # a level is no rise or fall
            if other.label.each and not each:
                continue
            score = named_more(other, stated, about, whole)
            if score and _told_in_its_place(other, stated, about, claim, reading):
                continue
            if score and about is shared and _stated_too(other, claim, reading):
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


def _than(at: int, claim: Claim, reading: Reading) -> bool:
    """Whether a number is on the far side of "than": not that of "it ends sooner than yours, in 20 months"."""
    return reading.tokens[at].text == "than" and reading.clauses.raw[at] == reading.clauses.raw[claim.first]


def _of_another_thing(
    stated: list[Known], about: frozenset[str], reading: Reading, sheet: Sheet
) -> Known | None:
    """ "Food takes 26% of your income", where rent does: the clause names a thing that other facts are of, the text not the stated one."""
    told = about & THINGS
    if not told or any(told & known.concepts for known in stated):
        return None
    text = reading.told()
    if any(undated(known.label.english - CORE) & about for known in stated):
        return None  # told by its own name
    particulars = [known.label.english & THINGS for known in stated]
    if any(not own or own & text for own in particulars):
        return None
    return next((known for known in sheet.facts if told <= known.concepts), None)


def _moves(known: Known) -> bool:
    return known.label.change or known.label.downward or known.label.either_way


def swapped_date(claim: Claim, facts: list[Known], reading: Reading, sheet: Sheet) -> Known | None:
    """The date that the clause names instead of the one it states; None where figures are as of that day."""
    stated = [known for known in facts if claim.on_day(known.value)]
    turned = turned_dates(claim, stated, reading, sheet) or other_side_date(claim, reading, sheet)
    if turned is not None:
        return turned
    if not stated or any(claim.on_day(known.fact.as_of) for known in sheet.facts):
        return None
    if text_at(reading.tokens, claim.first - 2) in {"instead", "rather"}:
        return None
    first, end = reading.clauses.near(claim.first)
    about = told_in(reading, first, end) | header_of(claim, reading) | antecedent_of(claim, reading, first)
    if any(_has_day(known, claim) and undated(known.concepts) & about for known in sheet.facts):
        return None  # "the EMI of 5 December"
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


def _has_day(known: Known, claim: Claim) -> bool:
    return known.label.numbered and any(claim.on_day(one.on) for one in known.label.claims)


def _loosely_named(
    claim: Claim, stated: list[Known], about: frozenset[str], reading: Reading, sheet: Sheet
) -> Known | None:
    """ "Your net worth is ₹X" of the change of the net worth: the name is another fact's, whole, and half of this one's."""
    before, behind = text_at(reading.tokens, claim.first - 1), text_at(reading.tokens, claim.end)
    comes = before == "to" and text_at(reading.tokens, claim.first - 2) in {"comes", "amounts"}
    moved = abs(claim.direction) == 2 and before == "by"
    equals = comes or before in _EQUALS or behind in _EQUALS_BEHIND
    if claim.part or not (moved or (equals and abs(claim.direction) != 2)):
        return None
    whole = reading.clauses.sentence
    end = reading.clauses.near(claim.first)[1] if moved else len(whole) - whole[::-1].index(claim.sentence)
    told = reading.told(0, end) | about
    if any(not _unnamed(known, told) for known in stated):
        return None
    for other in sheet.of(stated[0].measure):
        if other.concepts.isdisjoint(about) or other.size == stated[0].size or other.per != stated[0].per:
            continue
        if any(siblings(known, other) for known in stated):
            continue
        if other.label.months and not any(word.startswith("month") for word in told):
            continue  # one month's of many
        if moved and any(known.fact.code != other.fact.code or not _moves(other) for known in stated):
            continue
        its = undated(other.label.english)
        if _stated_in(claim.sentence, other, reading) or any(
            (known.label.english - KINDS - its) & about for known in stated
        ):
            continue  # the stated one's own name is told
        if all(its < undated(known.label.english) and _unnamed(known, told) - its for known in stated):
            return other
    return None


def _unnamed(known: Known, told: frozenset[str]) -> frozenset[str]:
    """What a label says, in words of finance, that the text did not; of its two languages the one told better."""
    labels = [label for label in (known.label.english, known.label.hindi) if label]
    missing = [label & CORE - told - UNSAID - _SUPPOSABLE for label in labels]
    return min(missing, key=len, default=frozenset())


def _headed(
    claim: Claim, stated: list[Known], about: frozenset[str], reading: Reading, sheet: Sheet
) -> Known | None:
    """ "a limit of ₹1,12,000", "the ₹1,12,000 limit": that noun is the name, where a fact has it and the stated have not."""
    before = text_at(reading.tokens, claim.first - 1)
    if claim.part or before not in {"of", "the", "your"}:
        return None
    at = claim.first - 2 if before == "of" else claim.end
    head = reading.told(max(at, 0), max(at, 0) + 1) & CORE - VAGUE
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
    whole = reading.told(at, at + 1) & CORE
    if not whole or any(not known.label.whole or known.label.whole & whole for known in stated):
        return None
    return next((known for known in sheet.of(Measure.PERCENT) if known.label.whole & whole), None)


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
    owner = undated(told_in(reading, *reading.clauses.span(reading.clauses.of[first - 1])) - KINDS)
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


def _told_in_its_place(
    other: Known, stated: list[Known], about: frozenset[str], claim: Claim, reading: Reading
) -> bool:
    """ "the loan has 167 months left; by contract 161 remain": the other fact stands in a clause that names it better."""
    own = other.concepts.difference(*(known.concepts for known in stated)) - about
    return any(
        one.clause != claim.clause
        and one.sentence == claim.sentence
        and other.size is not None
        and one.covers(other.size)
        and own & reading.told(*reading.clauses.span(one.clause))
        for one in reading.claims
    )


def _stated_in(sentence: int, known: Known, reading: Reading) -> bool:
    return any(
        one.sentence == sentence and known.size is not None and one.covers(known.size)
        for one in reading.claims
    )


def _stated_too(other: Known, claim: Claim, reading: Reading) -> bool:
    """Whether the same clause also states the other fact's own value, so that the name is taken."""
    first, end = reading.clauses.span(claim.clause)
    if other.size == 0 and any(reading.tokens[at].text in NONE for at in range(first, end)):
        return True  # "nothing is overdue, but ₹84,500 rolls over"
    return any(
        one is not claim and one.clause == claim.clause and other.size is not None and one.covers(other.size)
        for one in reading.claims
    )
