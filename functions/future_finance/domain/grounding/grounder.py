"""The check of a text against facts, indexed once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from future_finance.domain.facts import Fact, Per
from future_finance.domain.grounding.figures.contrasts import contrary
from future_finance.domain.grounding.figures.fixed import fixed_otherwise
from future_finance.domain.grounding.figures.gaps import moved_from_now, moved_other_way, turned_round
from future_finance.domain.grounding.figures.matching import match
from future_finance.domain.grounding.figures.month_days import wrong_days
from future_finance.domain.grounding.figures.naming import swapped_date, swapped_with
from future_finance.domain.grounding.figures.owners import owned_by_another
from future_finance.domain.grounding.figures.predicates import misnamed
from future_finance.domain.grounding.figures.rows import named_by_row
from future_finance.domain.grounding.figures.told_of import of_its_whole, told_of_another
from future_finance.domain.grounding.figures.unnamed import untold_nearby
from future_finance.domain.grounding.figures.years import wrong_years
from future_finance.domain.grounding.reading.calendar_words import NO_YEAR
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import CORE
from future_finance.domain.grounding.reading.reader import Reading, read
from future_finance.domain.grounding.reading.said import Said, supposed
from future_finance.domain.grounding.reading.supposing import supposes
from future_finance.domain.grounding.reading.surroundings import text_at
from future_finance.domain.grounding.reading.tokens import Kind
from future_finance.domain.grounding.reading.units import CLAUSE_SIGNS, Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.sheet.spelling import respell
from future_finance.domain.grounding.verdict import NumberMention, Reason, Verdict
from future_finance.domain.grounding.wordless import evidence
from future_finance.domain.grounding.wordless.claims import wordless_claims
from future_finance.domain.grounding.wordless.parts import part_supported

_SIDES = frozenset(
    [
        "to",
        "and",
        "than",
        "exceed",
        "exceeds",
        "minus",
        "against",
        "versus",
        "vs",
        "plus",
        "aur",
        "और",
        "से",
        "se",
    ]
)
_UNRELATED = frozenset(
    {
        "instead",
        "rather",
        "versus",
        "vs",
        "than",
        "less",
        "minus",
        "plus",
        "against",
        "and",
        "aur",
        "but",
        ":",
        "for",
        "from",
        "at",
        "with",
    }
)
_DEBTS = frozenset({"debt", "loan", "card"})
_POINT = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")
_LENGTHS = frozenset({Measure.MONTHS, Measure.YEARS, Measure.DAYS})
_LATELY = frozenset({"last", "past", "latest", "pichhle", "pichle", "पिछले"})
_SAME = frozenset({"same", "these", "those", "unhi", "उन्हीं", "inhi", "इन्हीं"})
_YEAR = 12
_THESE, _WITHIN = frozenset({"the", "these", "those", "all"}), frozenset({"mein", "me", "में"})
_APART = 5  # words between a part and its whole


class Grounder:
    """Facts to check texts against; for callers that check many sentences."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._sheet = Sheet(facts)

    def check(self, text: str, *, said_by_user: str = "") -> Verdict:
        """Every number and wordless claim of the text that the facts, or the person's words, do not carry."""
        reading = read(text)
        reading.tokens = respell(reading.tokens, self._sheet)
        said = Said(said_by_user)
        unsupported: list[tuple[int, NumberMention]] = []
        cited: dict[str, None] = {}
        judged = [self._judge(index, claim, reading, said) for index, claim in enumerate(reading.claims)]
        supports = [facts for _, _, facts in judged]
        for index, claim in enumerate(reading.claims):
            if claim.part:
                reason, near, facts = self._judge_part(claim, reading, said, supports)
                supports[index] = facts
            else:
                reason, near, facts = judged[index]
                if reason is None and self._dated_otherwise(claim, facts, reading, supports):
                    reason = Reason.WRONG_PERIOD
                fixed = fixed_otherwise(claim, reading, supports, self._sheet) if reason is None else None
                if fixed is not None:
                    reason, near = Reason.SWAPPED_LABEL, fixed
                if reason is None and (
                    moved_other_way(claim, reading)
                    or moved_from_now(claim, facts, reading, self._sheet)
                    or turned_round(claim, facts, reading, self._sheet, supports)
                ):
                    reason = Reason.WRONG_SIGN
                if reason is None and (
                    self._exceeds_its_whole(index, reading, supports) or self._twice(index, reading, supports)
                ):
                    reason = Reason.SWAPPED_LABEL
                if reason is not None and claim.measure is Measure.TIMES and evidence.times_stated(claim, _near(claim, reading, supports), _about(claim, reading), self._sheet):  # fmt: skip
                    reason, facts = None, []
                if reason is not None and self._runs(claim, reading, supports):
                    reason, facts = None, []
                if reason is not None and self._counts_the_stated(claim, reading, supports):
                    reason, facts = None, []
            if reason is None:
                cited.update(dict.fromkeys(known.fact.id for known in facts[:1]))
            else:
                unsupported.append((claim.start, _mention(claim, text, reason, near)))
        unsupported += wrong_days(reading, self._sheet, said_by_user)
        unsupported += wrong_years(reading, self._sheet, supports, said_by_user)
        for start, words, near in wordless_claims(reading, self._sheet, supports):
            unsupported.append(
                (
                    start,
                    NumberMention(
                        words, None, Measure.WORDS, Reason.WORDLESS_CLAIM, near.fact.id if near else ""
                    ),
                )
            )
        unsupported.sort(key=lambda row: row[0])
        return Verdict(tuple(mention for _, mention in unsupported), tuple(cited))

    def _judge(
        self, index: int, claim: Claim, reading: Reading, said: Said
    ) -> tuple[Reason | None, Known | None, list[Known]]:
        if claim.part:
            return None, None, []  # judged when all numbers are
        found = match(claim, reading, self._sheet)
        if found.facts:
            named = self._named_instead(claim, found.facts, reading)
            if (
                named is None
                or (said.covers(claim) and said.marked(claim, reading))
                or (
                    any(known.asked for known in found.facts)
                    and (
                        said.covers(claim)
                        or supposed(claim, reading)
                        or supposes(claim, reading)
                        or said.marked(claim, reading)
                    )
                )
            ):
                return None, None, found.facts
            return Reason.SWAPPED_LABEL, named, []
        if said.covers(claim):
            return (None if said.marked(claim, reading) else Reason.SAID_UNMARKED), found.near, []
        if claim.measure is Measure.TIMES and evidence.times(claim, _about(claim, reading), self._sheet):
            return None, None, []
        if self._brackets_a_fact(index, claim, reading):
            return None, None, []
        return found.reason, found.near, []

    def _named_instead(self, claim: Claim, facts: list[Known], reading: Reading) -> Known | None:
        if claim.on:
            return swapped_date(claim, facts, reading, self._sheet)
        written = claim.measure in _LENGTHS and all(known.measure is Measure.INR for known in facts)
        if written or of_its_whole(claim, facts, reading):
            return None  # "in 10 years", which stands in the label of an amount
        if all(contrary(known, claim, reading) for known in facts):
            return facts[0]
        return (
            swapped_with(claim, facts, reading, self._sheet)
            or told_of_another(claim, facts, reading, self._sheet)
            or named_by_row(claim, facts, reading, self._sheet)
            or untold_nearby(claim, facts, reading)
            or misnamed(claim, facts, reading, self._sheet)
            or owned_by_another(claim, facts, reading, self._sheet)
        )

    @staticmethod
    def _dated_otherwise(
        claim: Claim, facts: list[Known], reading: Reading, supports: list[list[Known]]
    ) -> bool:
        """A day that is none of those that the figures beside it are of."""
        if claim.measure is not Measure.DATE or any(known.value == claim.on for known in facts):
            return False
        beside = [
            facts[0].fact.as_of
            for other, facts in zip(reading.claims, supports, strict=True)
            if facts and other.sentence == claim.sentence and other.on is None
        ]
        if not beside or None in beside or claim.on is None or claim.on.year == NO_YEAR:
            return False
        named = (known for stated in supports for known in stated if _has_day(known, claim))
        return claim.on not in beside and next(named, None) is None

    @staticmethod
    def _exceeds_its_whole(index: int, reading: Reading, supports: list[list[Known]]) -> bool:
        """ "₹1,50,000 of your ₹1,42,000"."""
        if index + 1 == len(reading.claims) or not supports[index] or not supports[index + 1]:
            return False
        part, whole = reading.claims[index], reading.claims[index + 1]
        apart = reading.tokens[part.end : whole.first]
        between = [token.text for token in apart]
        if any(token.kind is Kind.NUMBER or token.text in CLAUSE_SIGNS for token in apart):
            return False
        if not _UNRELATED.isdisjoint(between):
            return False
        joined = between[:1] == ["of"] or between[:2] == ["out", "of"]
        if not joined or len(between) > _APART or part.measure is not whole.measure or part.on is not None:
            return False
        about = _about(part, reading) | _about(whole, reading)
        named = {
            known.fact.id for known in (*supports[index], *supports[index + 1]) if known.concepts & about
        }
        return part.value > whole.value or (part.value == whole.value and len(named) < 2)

    @staticmethod
    def _twice(index: int, reading: Reading, supports: list[list[Known]]) -> bool:
        """ "rose from ₹1,980 to ₹1,980": one fact cannot be both sides."""
        if index + 1 == len(reading.claims):
            return False
        one, two = reading.claims[index], reading.claims[index + 1]
        if one.value != two.value or one.measure is not two.measure or one.on is not None:
            return False
        between = {token.text for token in reading.tokens[one.end : two.first]}
        facts = {known.fact.id for known in (*supports[index], *supports[index + 1])}
        return one.sentence == two.sentence and len(facts) == 1 and bool(between & _SIDES)

    def _runs(self, claim: Claim, reading: Reading, supports: list[list[Known]]) -> bool:
        """ "₹1.43 lakh, more than three months of spending": a length that an amount and what is spent a month bear out."""
        if claim.measure is not Measure.MONTHS or not claim.bound or "spend" not in _about(claim, reading):
            return False
        amounts = [
            known
            for known in _near(claim, reading, supports)
            if known.measure is Measure.INR and not known.per
        ]
        spent = [
            known
            for known in self._sheet.of(Measure.INR)
            if known.per is Per.MONTH and "spend" in known.concepts
        ]
        return any(
            one.size is not None and month.size and claim.covers(one.size / month.size)
            for one in amounts
            for month in spent
        )

    def _counts_the_stated(self, claim: Claim, reading: Reading, supports: list[list[Known]]) -> bool:
        """ "your two loans stand at A and B": a count in words of what the sentence itself, or the sheet, lists."""
        if claim.measure is Measure.MONTHS:
            ahead, after = text_at(reading.tokens, claim.first - 1), text_at(reading.tokens, claim.end)
            if claim.value == _YEAR and ahead in _LATELY | _SAME:
                return any("year" in known.label.lower for known in self._sheet.facts)
            listed = claim.value in evidence.months_listed(self._sheet)
            months = {
                one.on.month for one in reading.claims if one.on is not None and one.measure is Measure.MONTH
            }
            told = ahead in _THESE or after in _WITHIN
            return (listed and (told or ahead in _LATELY)) or (
                claim.value == len(months) and (told or claim.worded)
            )
        if claim.measure not in {Measure.BARE, Measure.UNITS} or (not claim.worded and claim.grouped):
            return False
        noun = claim.end - 1 if claim.measure is Measure.UNITS else claim.end
        counted = reading.told(noun, noun + 2) & CORE
        if evidence.counts_past(claim, counted, reading, self._sheet):
            return False
        if counted and claim.value in evidence.families(counted, self._sheet):
            return True
        behind = [
            (other, facts[0])
            for other, facts in zip(reading.claims, supports, strict=True)
            if facts and other.first > claim.end and other.measure is facts[0].measure
        ]
        kinds = counted | (_DEBTS if counted & _DEBTS else frozenset())
        named = {
            known.fact.id for _, known in behind if known.concepts & kinds and known.measure is Measure.INR
        }
        if counted and len(named) == claim.value:
            return True
        if not claim.worded:
            return False
        here = [known for other, known in behind if other.sentence == claim.sentence]
        if not here and behind:  # a heading: what the sentence below it lists
            here = [known for other, known in behind if other.sentence == behind[0][0].sentence]
        before = [
            facts[0]
            for other, facts in zip(reading.claims, supports, strict=True)
            if facts and other.sentence == claim.sentence and other.end <= claim.first and other.on is None
        ]  # "₹4.9 lakh with Infosys, ₹2.4 lakh with Wipro: those are the two balances"
        rows = _rows_after(reading.text, claim.stop)
        return rows == claim.value or any(
            claim.value in Counter(known.measure for known in listed).values() for listed in (here, before)
        )

    def _judge_part(
        self, claim: Claim, reading: Reading, said: Said, supports: list[list[Known]]
    ) -> tuple[Reason | None, Known | None, list[Known]]:
        facts = part_supported(claim, reading, self._sheet, _near(claim, reading, supports))
        if facts or (said.covers(claim) and said.marked(claim, reading)):
            return None, None, facts
        return Reason.WORDLESS_CLAIM, None, []

    def _brackets_a_fact(self, index: int, claim: Claim, reading: Reading) -> bool:
        """ "between 6 and 7 lakh": one step of what is shown, with a fact inside."""
        for low_at in (index, index - 1):
            if low_at < 0 or reading.claims[low_at].partner != low_at + 1:
                continue
            low, high = reading.claims[low_at], reading.claims[low_at + 1]
            if (
                low.step == high.step
                and high.value - low.value == min(low.place, high.place)
                and low.measure is high.measure
                and high.step > 1
            ):
                return any(
                    known.value is not None
                    and not known.negative
                    and known.size is not None
                    and low.value <= known.size <= high.value
                    for known in self._sheet.of(low.measure)
                )
        return False


def _near(claim: Claim, reading: Reading, supports: list[list[Known]]) -> list[Known]:
    """Facts that the sentence of a claim, and the one before, state."""
    return [
        facts[0]
        for other, facts in zip(reading.claims, supports, strict=True)
        if facts
        and other.on is None
        and (0 <= claim.sentence - other.sentence < 2 or _under(claim, other, reading))
    ]


def _under(title: Claim, claim: Claim, reading: Reading) -> bool:
    """Whether a number stands in the line below the title that another stands in."""
    return title.sentence == 0 and claim.sentence == 1 and "\n" in reading.text[title.stop : claim.start]


def _rows_after(text: str, stop: int) -> int:
    """The points of the list, or rows of the table, that the line of a number introduces."""
    head, _, rest = text[stop:].partition(":\n")
    if "\n" in head:  # "**Four bills ahead**"
        head, _, rest = text[stop:].partition("\n")
    rows = [] if "\n" in head else rest.lstrip("\n").split("\n\n")[0].split("\n")
    table = [row for row in rows if row.startswith("|")]
    return max(len(table) - 2, sum(_POINT.match(row) is not None for row in rows))


def _has_day(known: Known, claim: Claim) -> bool:
    return any(other.on == claim.on for other in known.label.claims)


def _about(claim: Claim, reading: Reading) -> frozenset[str]:
    return reading.told(*reading.clauses.span(claim.clause))


def _mention(claim: Claim, text: str, reason: Reason, near: Known | None) -> NumberMention:
    value = (
        claim.on if claim.on is not None else (-claim.value if claim.sign < 0 or claim.boxed else claim.value)
    )
    return NumberMention(
        text[claim.start : claim.stop], value, claim.measure, reason, near.fact.id if near else ""
    )
