"""Two things of one kind compared without a number: "the car loan runs longer than the home loan", "of the two, Arjun pays more"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from future_finance.domain.grounding.reading.concepts import CORE, concepts_in
from future_finance.domain.grounding.reading.reader import Reading
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.kinds import names_apart
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless.evidence import contradicts
from future_finance.domain.grounding.wordless.statement import Statement

type Stretch = tuple[int, int]

_MORE = frozenset(["more", "larger", "bigger", "higher", "greater", "longer", "costlier", "dearer", "pricier", "later", "zyada", "jyada", "zyaada", "adhik", "bada", "badi", "bade", "mehanga", "mehangi", "lamba", "lambi", "ज्यादा", "अधिक", "बडा", "बडी", "बडे", "महंगा", "महंगी", "महंगे", "लंबा", "लंबी"])  # fmt: skip
_LESS = frozenset(["less", "smaller", "lower", "fewer", "cheaper", "shorter", "earlier", "sooner", "kam", "chhota", "chhoti", "sasta", "sasti", "कम", "छोटा", "छोटी", "सस्ता", "सस्ती", "सस्ते"])  # fmt: skip
_BETTER = frozenset(["better", "behtar", "बेहतर"])
_TIME = frozenset(
    ["first", "last", "longer", "later", "shorter", "earlier", "sooner", "lamba", "lambi", "लंबा", "लंबी"]
)
_PRICE = frozenset(["costlier", "dearer", "pricier", "cheaper", "mehanga", "mehangi", "sasta", "sasti", "महंगा", "महंगी", "महंगे", "सस्ता", "सस्ती", "सस्ते"])  # fmt: skip
_BETTER_OF = frozenset({"return", "score", "savingsrate", "saving", "gain", "xirr"})
_LENT = frozenset({"loan", "debt", "card", "emi"})
_ENDS = frozenset({"first", "last"})  # "matures last of the three"
_DURATIONS = (Measure.MONTHS, Measure.YEARS, Measure.DAYS, Measure.DATE)
_AMOUNTS = (Measure.INR, Measure.PERCENT, Measure.COUNT, Measure.POINTS, Measure.UNITS)
_HINDI_THAN = frozenset({"se", "से"})
_COMPARED = ({"ke", "mukable"}, {"ki", "tulna"}, {"के", "मुकाबले"}, {"की", "तुलना"})
_BREAKS = frozenset(
    [",", ";", ":", "\n", "but", "while", "though", "lekin", "magar", "par", "लेकिन", "मगर", "पर"]
)
_DENIED = frozenset(["not", "never", "no", "neither", "t", "nahi", "nahin", "नहीं"])
_AMOUNT = frozenset(["more", "less", "fewer"])
_APART = 6  # words between "more" and "than"
_OF_ALL = frozenset({"two", "three", "four", "both", "दोनों", "तीनों", "चारों", "dono", "donon", "teeno", "teenon", "charon"})  # fmt: skip
_WITHIN = frozenset({"me", "mein", "में", "se", "से"})


def rivals(sentence: Statement, sheet: Sheet, reading: Reading) -> Iterator[tuple[int, str, Known | None]]:
    """Comparisons of two things that each fact of their kind contradicts."""
    at = [place for place, number in enumerate(reading.clauses.sentence) if number == sentence.number]
    words = [token.text for token in reading.tokens[at[0] : at[-1] + 1]]
    told = next((place for place, word in enumerate(words) if _compares(word, words[place + 1 :])), None)
    if told is None or words[-1] == "?" or not _DENIED.isdisjoint(words):
        return
    up = words[told] not in _LESS | {"first"}
    sides = _sides(words, told)
    if sides is not None:
        one, other = (reading.told(at[0] + start, at[0] + end) for start, end in sides)
        against = _against(one, other, sentence.about, words[told], sheet, up=up)
    elif _among(words):
        against = _beaten(sentence.about, words[told], sheet, up=up)
    else:
        return
    token = reading.tokens[at[0] + told]
    if against is not None or (sides is not None and _turned(words, told, sides, sheet, up=up)):
        yield token.start, reading.text[token.start : token.end], against


def _turned(words: list[str], told: int, sides: tuple[Stretch, Stretch], sheet: Sheet, *, up: bool) -> bool:
    """ "You hold less in deposits than in savings": what stands between is what is less."""
    (_, than), (start, end) = sides
    left, right = " ".join(words[told + 1 : than]), " ".join(words[start:end])
    near = 0 < than - told - 1 < _APART and words[told] in _AMOUNT
    return near and bool(concepts_in(left)) and contradicts(left, right, sheet, up=up)


def _compares(word: str, behind: list[str]) -> bool:
    return word in _MORE | _LESS | _BETTER or (word in _ENDS and behind[:1] == ["of"])


def _sides(words: list[str], told: int) -> tuple[Stretch, Stretch] | None:
    """Where what is more stands, and what it is compared with; None where nothing is."""
    first = max((place + 1 for place in range(told) if words[place] in _BREAKS), default=0)
    end = next((place for place in range(told, len(words)) if words[place] in _BREAKS), len(words))
    if "than" in words[told:end]:
        than = told + words[told:end].index("than")
        return (first, than), (than + 1, end)
    if words[told - 1] in _HINDI_THAN:
        return _halves(first, told - 1)
    if set(words[max(told - 2, 0) : told]) in _COMPARED:
        return _halves(first, told - 2)
    return None


def _halves(first: int, than: int) -> tuple[Stretch, Stretch]:
    """ "car loan ka byaj | home loan se zyada": what stands last before it is the other side, in two words or three."""
    other = max(than - 3, first + 1)
    return (first, other), (other, than)


def _among(words: list[str]) -> bool:
    """ "of the two", "दोनों में"."""
    return any(
        word in _OF_ALL and (words[place - 1 : place] == ["the"] or words[place + 1 : place + 2] == [] or words[place + 1] in _WITHIN)
        for place, word in enumerate(words)
    )  # fmt: skip


def _against(
    one: frozenset[str], other: frozenset[str], about: frozenset[str], word: str, sheet: Sheet, *, up: bool
) -> Known | None:
    """The greater of two figures, where each pair of the kind that is told is the other way round."""
    pairs = [
        (fits, known, rival)
        for known in _candidates(word, sheet)
        if not known.concepts.isdisjoint(one)
        for rival in _candidates(word, sheet)
        if rival.measure is known.measure
        and not rival.concepts.isdisjoint(other)
        and (apart := names_apart(known.fact.label, rival.fact.label))
        and apart[0] & one - other
        and apart[1] & other - one
        and (fits := _fits(known, rival, about, word)) >= 0
    ]
    best = max((fits for fits, _, _ in pairs), default=0)
    told = [(known, rival) for fits, known, rival in pairs if fits == best]
    if not told or any(_greater(known, rival) == up or known.value == rival.value for known, rival in told):
        return None
    return told[0][1]


def _beaten(about: frozenset[str], word: str, sheet: Sheet, *, up: bool) -> Known | None:
    """The figure that beats the one that a sentence says is first of its kind."""
    rows: list[tuple[int, Known, list[Known]]] = []
    for known in _candidates(word, sheet):
        if known.concepts.isdisjoint(about):
            continue
        family = _family(known, about, word, sheet)
        if family:
            rows.append((_fits(known, family[0], about, word), known, family))
    best = max((fits for fits, _, _ in rows), default=0)
    if best < 0 and len(rows) > 1:
        return None
    better: Known | None = None
    for fits, known, family in rows:
        if fits == best:
            better = next(
                (one for one in family if one.value != known.value and _greater(one, known) == up), None
            )
            if better is None:
                return None
    return better


def _family(known: Known, about: frozenset[str], word: str, sheet: Sheet) -> list[Known]:
    """Figures of the kind of one that a sentence names alone; none where it names another as well."""
    family = []
    for other in _candidates(word, sheet):
        apart = names_apart(known.fact.label, other.fact.label) if other.measure is known.measure else None
        if apart is None:
            continue
        if apart[0].isdisjoint(about) or not apart[1].isdisjoint(about):
            return []
        family.append(other)
    return family


def _candidates(word: str, sheet: Sheet) -> list[Known]:
    if word in _TIME:
        return [known for known in sheet.facts if known.measure in _DURATIONS and "age" not in known.concepts]
    return [
        known
        for measure in _AMOUNTS
        for known in sheet.of(measure)
        if measure is Measure.PERCENT or not known.label.change
    ]


def _fits(known: Known, rival: Known, about: frozenset[str], word: str) -> int:
    """How well the kind of two figures is told; below 0 where the word cannot be of them."""
    kind = known.concepts & rival.concepts
    rate = known.measure is Measure.PERCENT and bool({"rate", "interest"} & kind)
    if word in _BETTER:
        earned = rate and _LENT.isdisjoint(known.concepts | rival.concepts)
        return 1 if earned or _BETTER_OF & (kind | known.concepts) else -1
    if word in _PRICE and rate:
        return 9  # what a loan costs is its rate
    hit = len(kind & about & CORE)
    return hit if hit or word in _TIME else -1


def _greater(one: Known, other: Known) -> bool:
    if isinstance(one.value, date) and isinstance(other.value, date):
        return one.value > other.value
    return (one.size or 0) > (other.size or 0)
