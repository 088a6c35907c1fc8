"""users/{uid}/profile/main as a domain record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from future_finance.adapters.firestore.content import SCHEMA_VERSION
from future_finance.adapters.firestore.documents import Fields
from future_finance.adapters.firestore.manual_entries import manual_entries
from future_finance.domain.asset_class import AssetClass
from future_finance.domain.manual_entry import ManualEntry
from future_finance.domain.profile import (
    Budget,
    Dispute,
    Goal,
    Language,
    Nominee,
    Profile,
    Relation,
    RiskProfile,
    TaxRegime,
)


def to_document(profile: Profile) -> Fields:
    """Manual entries as manual_entries reads them; what was not told is left out."""
    told = {
        "birthYear": profile.birth_year,
        "retirementAge": profile.retirement_age,
        "dependants": profile.dependants,
        "taxRegime": profile.tax_regime and profile.tax_regime.value,
        "riskProfile": profile.risk_profile and profile.risk_profile.value,
        "nominee": profile.nominee
        and {
            "name": profile.nominee.name,
            "contact": profile.nominee.contact,
            "relation": profile.nominee.relation.value,
        },
    }
    return {name: value for name, value in told.items() if value is not None} | {
        "language": profile.language.value,
        "goals": [
            {
                "id": goal.id,
                "name": goal.name,
                "targetMinor": goal.target_minor,
                "by": goal.by.isoformat(),
                "savedMinor": goal.saved_minor,
            }
            for goal in profile.goals
        ],
        "budgets": [
            {"category": budget.category, "limitMinor": budget.limit_minor} for budget in profile.budgets
        ],
        "assets": [_entry(entry) for entry in profile.assets],
        "debts": [_entry(entry) for entry in profile.debts],
        "disputes": [
            {
                "id": dispute.id,
                "about": dispute.about,
                "note": dispute.note,
                "since": dispute.since.isoformat(),
            }
            for dispute in profile.disputes
        ],
        "schemaVersion": SCHEMA_VERSION,
    }


def from_document(fields: Mapping[str, Any]) -> Profile:
    entries = manual_entries(fields)
    regime, risk, nominee = fields.get("taxRegime"), fields.get("riskProfile"), fields.get("nominee")
    return Profile(
        birth_year=fields.get("birthYear"),
        retirement_age=fields.get("retirementAge"),
        dependants=fields.get("dependants"),
        tax_regime=None if regime is None else TaxRegime(regime),
        risk_profile=None if risk is None else RiskProfile(risk),
        language=Language(fields["language"]),
        goals=tuple(
            Goal(g["id"], g["name"], g["targetMinor"], date.fromisoformat(g["by"]), g["savedMinor"])
            for g in fields["goals"]
        ),
        budgets=tuple(Budget(b["category"], b["limitMinor"]) for b in fields["budgets"]),
        assets=tuple(entry for entry in entries if isinstance(entry.entry_class, AssetClass)),
        debts=tuple(entry for entry in entries if not isinstance(entry.entry_class, AssetClass)),
        nominee=nominee and Nominee(nominee["name"], nominee["contact"], Relation(nominee["relation"])),
        disputes=disputes_of(fields),
    )


def disputes_of(fields: Mapping[str, Any] | None) -> tuple[Dispute, ...]:
    """In the person's order."""
    return tuple(
        Dispute(d["id"], d["about"], d["note"], date.fromisoformat(d["since"]))
        for d in (fields or {}).get("disputes", ())
    )


def _entry(entry: ManualEntry) -> Fields:
    return {
        "id": entry.id,
        "class": entry.entry_class.value,
        "name": entry.name,
        "amountMinor": entry.amount_minor,
        "asOf": entry.as_of.isoformat(),
    }
