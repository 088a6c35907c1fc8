"""Insights as the API answers them."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

from future_finance.domain.fact_catalogue import told_per
from future_finance.domain.formula_hindi import in_hindi
from future_finance.domain.insight import Figure, Insight, Outcome
from future_finance.domain.overview_view import MoneyView, money
from future_finance.domain.profile import Language


class ImpactView(TypedDict):
    """What it is worth: per_year, one_time, at_risk or none; positive means that the person keeps it."""

    kind: str
    amount: MoneyView | None
    isEstimate: bool
    assumptionIds: list[str]


class FigureView(TypedDict):
    """A fact behind the text, as it was then; `value` is exact text in `unit`."""

    factId: str
    label: str
    value: str
    unit: str
    per: str | None
    asOf: str | None
    formula: str


class StepView(TypedDict):
    """A line of the checklist; `index` is what stepsDone takes."""

    index: int
    text: str
    done: bool


class ChangeView(TypedDict):
    """A figure when it was done, and later; `after` null: no longer known."""

    factId: str
    label: str
    unit: str
    before: str
    after: str | None


class OutcomeView(TypedDict):
    """What came of it; `gone`: it is no longer found."""

    afterDays: int
    measuredAt: str
    gone: bool
    changes: list[ChangeView]


class InsightView(TypedDict):
    """One insight. `wording` says whose words: the model's, checked by code, or a template of ours.

    `standIn`: worded by the offline stand-in of the model. `returned`: dismissed before, its figures changed.
    """

    id: str
    detector: str
    category: str
    severity: str
    confidence: float
    raiseConfidence: str
    impact: ImpactView
    title: str
    description: str
    nextStep: str
    wording: str
    checked: bool
    model: str | None
    standIn: bool
    promptVersion: str | None
    state: str
    snoozedUntil: str | None
    canUndo: bool
    steps: list[StepView]
    figures: list[FigureView]
    outcomes: list[OutcomeView]
    returned: bool
    createdAt: str
    updatedAt: str


def insight_view(insight: Insight, language: Language, now: datetime) -> InsightView:
    """`insight` in the person's language."""
    hindi = language is Language.HINDI
    text = insight.text_in(language)
    amount = money(insight.impact.minor) if insight.impact.kind != "none" else None
    return {
        "id": insight.id,
        "detector": insight.detector,
        "category": insight.category,
        "severity": insight.severity.value,
        "confidence": round(insight.confidence, 2),
        "raiseConfidence": insight.raise_confidence_hi if hindi else insight.raise_confidence,
        "impact": {
            "kind": insight.impact.kind.value,
            "amount": amount,
            "isEstimate": insight.impact.is_estimate,
            "assumptionIds": list(insight.impact.assumption_ids),
        },
        "title": text.title,
        "description": text.description,
        "nextStep": text.next_step,
        "wording": text.wording.value,
        "checked": True,
        "model": insight.model if text.wording == "model" else None,
        "standIn": insight.stand_in and text.wording == "model",
        "promptVersion": insight.prompt_version if text.wording == "model" else None,
        "state": insight.state_at(now).value,
        "snoozedUntil": _moment(insight.snoozed_until),
        "canUndo": insight.before is not None,
        "steps": [
            {"index": index, "text": step.text_hi if hindi else step.text, "done": step.done}
            for index, step in enumerate(insight.steps)
        ],
        "figures": [_figure(figure, hindi=hindi) for figure in insight.figures],
        "outcomes": [_outcome(outcome) for outcome in insight.outcomes],
        "returned": insight.returned,
        "createdAt": insight.created_at.isoformat(),
        "updatedAt": insight.updated_at.isoformat(),
    }


def _figure(figure: Figure, *, hindi: bool) -> FigureView:
    return {
        "factId": figure.fact_id,
        "label": figure.label_hi if hindi and figure.label_hi else figure.label,
        "value": figure.value,
        "unit": figure.unit,
        "per": told_per(figure.fact_id, figure.per),
        "asOf": None if figure.as_of is None else figure.as_of.isoformat(),
        "formula": in_hindi(figure.formula) if hindi else figure.formula,
    }


def _outcome(outcome: Outcome) -> OutcomeView:
    return {
        "afterDays": outcome.day,
        "measuredAt": outcome.measured_at.isoformat(),
        "gone": outcome.gone,
        "changes": [
            {
                "factId": change.fact_id,
                "label": change.label,
                "unit": change.unit,
                "before": change.before,
                "after": change.after,
            }
            for change in outcome.changes
        ],
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
