"""One person's run of insights, on fakes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from future_finance.domain.consent import Scope
from future_finance.domain.facts import Fact, FactSheet
from future_finance.domain.finding import (
    Finding,
    FindingCategory,
    FindingStep,
    FindingText,
    Impact,
    ImpactKind,
    Severity,
)
from future_finance.usecases.generate_insights import Generating, InsightDelivery, generate_insights
from future_finance.usecases.model import TextPart
from tests.fakes.ai import InMemoryAccessLog, InMemoryBudget, InMemoryConsents, InMemoryFacts
from tests.fakes.clock import FixedClock
from tests.fakes.insights import InMemoryInsights, InMemoryWorkJobs
from tests.fakes.profile import InMemoryProfileStore
from tests.fakes.scripted_model import Say, ScriptedModel

NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)
UID = "asha"
EMPLOYER = "Blue Lotus Pvt Ltd"


def fact(fact_id: str, label: str, value: str, *, per: str | None = None, **more: Any) -> Fact:
    return Fact(
        id=fact_id,
        label=label,
        label_hi=label,
        value=Decimal(value),
        unit="INR",
        per=per,
        as_of=date(2026, 10, 31),
        scopes=frozenset({Scope.CREDIT_SCORE}),
        **more,
    )


INTEREST = fact("L07", "Card interest a year", "80700.00", per="year")
OVERDUE = fact("L08", "Overdue amount", "20500.00")
PAY = fact("T01", "Income a month", "92000.00", per="month")


def finding(
    of: Fact = INTEREST, finding_id: str = "D02", category: FindingCategory = FindingCategory.DEBT
) -> Finding:
    text = FindingText(
        f"{of.label}: ₹{of.number:,.0f}", f"{of.label} is ₹{of.number:,.0f}.", "You could look at it."
    )
    return Finding(
        id=finding_id,
        detector=finding_id,
        category=category,
        facts=(of,),
        impact=Impact(ImpactKind.PER_YEAR, -80_700_00, is_estimate=True),
        severity=Severity.HIGH,
        confidence=0.9,
        raise_confidence="A newer report.",
        raise_confidence_hi="नई रिपोर्ट।",
        text=text,
        text_hi=text,
        steps=(FindingStep("See the statement", "स्टेटमेंट देखें"),),
    )


def said(*texts: tuple[str, str], further: Sequence[dict[str, Any]] = ()) -> str:
    return json.dumps(
        {
            "findings": [
                {
                    "id": key,
                    "title": "A card costs",
                    "description": text,
                    "nextStep": "You could compare rates.",
                }
                for key, text in texts
            ],
            "further": list(further),
        }
    )


class Desk:
    """One person's run, on fakes."""

    def __init__(self, *script: Say) -> None:
        self.model = ScriptedModel(*script)
        self.jobs = InMemoryWorkJobs()
        self.insights = InMemoryInsights(self.jobs)
        self.profiles = InMemoryProfileStore()
        self.consents = InMemoryConsents()
        self.budget = InMemoryBudget()
        self.access = InMemoryAccessLog()
        self.clock = FixedClock(NOW)
        self.findings = [finding()]
        self.facts = InMemoryFacts()
        self.have(INTEREST, OVERDUE)
        self.runs = 0

    def have(self, *facts: Fact) -> None:
        self.facts.current = FactSheet(NOW.date(), 0, {each.id: each for each in facts})

    async def run(self, job_id: str | None = None, *, last: bool = False, after_sync: bool = True) -> str:
        self.runs += job_id is None
        generating = Generating(
            jobs=self.jobs,
            insights=self.insights,
            facts=self.facts,
            profiles=self.profiles,
            consents=self.consents,
            budget=self.budget,
            access=self.access,
            model=lambda: self.model,
            detect=lambda sheet, profile: [
                each for each in self.findings if all(f.id in sheet.facts for f in each.facts)
            ],
            clock=self.clock,
        )
        return await generate_insights(
            generating, InsightDelivery(UID, job_id or f"sync-{self.runs}", after_sync, last)
        )

    @property
    def one(self) -> Any:
        (insight,) = self.insights.by_user[UID].values()
        return insight

    def sent(self, call: int = 0) -> str:
        return "".join(
            part.text
            for turn in self.model.asked[call].turns
            for part in turn.parts
            if isinstance(part, TextPart)
        )


GOOD = said(("D02", "Card interest a year is ₹80,700."))
LIE = said(("D02", "Card interest a year is ₹90,700."))
