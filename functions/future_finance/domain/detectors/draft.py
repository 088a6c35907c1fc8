"""From what a detector saw to a finding: confidence, severity and words by written rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from future_finance.domain.detectors.case import Case
from future_finance.domain.detectors.words.words import Words
from future_finance.domain.facts import Fact
from future_finance.domain.finding import (
    Finding,
    FindingCategory,
    FindingText,
    Impact,
    ImpactKind,
    Severity,
)
from future_finance.domain.money import minor_of
from future_finance.domain.rupee_words import HINDI, label_of, spoken

UNSURE_BELOW = 0.4
_RANK = (Severity.LOW, Severity.MEDIUM, Severity.HIGH)
_RAISERS = (
    ("partial_ledger", "Bank rows whose balances follow from one another.", "ऐसी बैंक पंक्तियाँ जिनका बैलेंस आपस में मिले।"),
    ("unseen_movement", "Bank rows without gaps between statements.", "स्टेटमेंट के बीच बिना कमी की बैंक पंक्तियाँ।"),
    ("part_month", "More full months of bank rows.", "बैंक पंक्तियों के और पूरे महीने।"),
    ("stale", "A newer sync at Fi.", "Fi पर नया सिंक।"),
    ("undated", "Figures that carry their date.", "तारीख़ वाले आँकड़े।"),
    ("estimate", "The lender's or fund house's own figure.", "कर्ज़दाता या फंड हाउस का अपना आँकड़ा।"),
)  # fmt: skip
_RAISE_ELSE = ("More months of data.", "डेटा के और महीने।")


@dataclass(frozen=True, slots=True)
class Draft:
    """What fires. `facts` by their name in the words; `basis`: those the rule rests on, all where it is empty.

    `level`: the severity that the detector's own figure has by the rule; `gap`: rupees held against all assets.
    `ask`: only the person can know. `texts`: words of the templates that are no facts, (English, Hindi).
    """

    id: str
    category: FindingCategory
    words: Words
    facts: Mapping[str, Fact]
    impact: Impact = field(default_factory=Impact)
    basis: tuple[str, ...] = ()
    more: tuple[Fact, ...] = ()
    level: Severity = Severity.LOW
    gap: Decimal | None = None
    ask: bool = False
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def impact(
    kind: ImpactKind, rupees: Decimal, *, is_estimate: bool = False, assumption_ids: Iterable[str] = ()
) -> Impact:
    """Of an amount in rupees; negative: it costs the person."""
    return Impact(kind, minor_of(rupees), is_estimate, tuple(assumption_ids))


def finish(draft: Draft, case: Case) -> Finding:
    """The finding. Confidence is that of the least sure fact of the basis; below 0.4 it is asked, not stated."""
    basis = [draft.facts[name] for name in draft.basis] or list(draft.facts.values())
    confidence = round(min((fact.sufficiency for fact in basis), default=1.0), 3)
    ask = draft.ask or confidence < UNSURE_BELOW
    severity = severity_of(draft, case)
    if ask and severity is Severity.HIGH:
        severity = Severity.MEDIUM
    raiser = _raiser(basis)
    return Finding(
        id=draft.id,
        detector=draft.id.partition(":")[0],
        category=draft.category,
        facts=tuple({fact.id: fact for fact in (*draft.facts.values(), *draft.more)}.values()),
        impact=draft.impact,
        severity=severity,
        confidence=confidence,
        raise_confidence=raiser[0],
        raise_confidence_hi=raiser[1],
        text=_text(draft, "en", ask),
        text_hi=_text(draft, HINDI, ask),
        steps=draft.words.steps,
        as_question=ask,
    )


def severity_of(draft: Draft, case: Case) -> Severity:
    """The highest of: the detector's own level; high for a yearly impact of a month's income; medium for an
    impact of 1% of a year's income, and for a gap of 1% of assets."""
    levels = [draft.level]
    size = abs(Decimal(draft.impact.minor)) / 100
    income, assets = case.number("T01"), case.number("N01A")
    if income is not None and income > 0 and draft.impact.kind is not ImpactKind.NONE:
        if draft.impact.kind is ImpactKind.PER_YEAR and size >= income:
            levels.append(Severity.HIGH)
        if size >= income * 12 / 100:
            levels.append(Severity.MEDIUM)
    if draft.gap is not None and assets is not None and assets > 0 and abs(draft.gap) >= assets / 100:
        levels.append(Severity.MEDIUM)
    return max(levels, key=_RANK.index)


def _text(draft: Draft, language: str, ask: bool) -> FindingText:
    values = {name: spoken(fact, language) for name, fact in draft.facts.items()}
    values |= {
        f"{name}_amount": spoken(replace(fact, per=None), language) for name, fact in draft.facts.items()
    }
    values |= {f"{name}_label": label_of(fact, language) for name, fact in draft.facts.items()}
    values |= {f"{name}_name": _named(label_of(fact, language)) for name, fact in draft.facts.items()}
    values |= {name: words[language == HINDI] for name, words in draft.texts.items()}
    template = draft.words.text_hi if language == HINDI else draft.words.text
    title, description, next_step = (
        part.format_map(values) for part in (template.title, template.description, template.next_step)
    )
    if not ask:
        return FindingText(title, description, next_step)
    if language == HINDI:
        return FindingText(
            f"क्या यह सही है? {title}", f"{description} क्या यह आपकी जानकारी से मेल खाता है?", next_step
        )
    return FindingText(f"Is this right? {title}", f"{description} Does this match what you know?", next_step)


def _named(label: str) -> str:
    """Whose figure it is: "SBI loan" of "Outstanding: SBI loan"."""
    return label.rpartition(": ")[2]


def _raiser(basis: Iterable[Fact]) -> tuple[str, str]:
    caveats = {caveat for fact in basis for caveat in fact.caveats}
    return next(((en, hi) for caveat, en, hi in _RAISERS if caveat in caveats), _RAISE_ELSE)
