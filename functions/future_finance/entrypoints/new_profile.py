"""The body of PUT /api/profile. Apart, since its models cost a cold start that a GET need not pay."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError
from starlette.requests import Request

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.fact_catalogue import KINDS
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
from future_finance.domain.text import clean
from future_finance.entrypoints.body import Body, parse_body

_LARGEST_MINOR = 10**13  # a hundred billion rupees: a hundred such amounts are still exact in a double
_EARLIEST = date(1900, 1, 1)
_LONGEST_NAME = 80
_LONGEST_NOTE = 500


def _visible(name: str) -> str:
    """Cleaned as a provider's text is: an invisible or reordering character fools who reads it."""
    cleaned = clean(name, _LONGEST_NAME)
    if not cleaned:
        raise PydanticCustomError("string_too_short", "nothing of it can be seen")
    return cleaned


def _readable(note: str) -> str:
    cleaned = clean(note, _LONGEST_NOTE)
    if not cleaned:
        raise PydanticCustomError("string_too_short", "nothing of it can be seen")
    return cleaned


def _told_of(fact_id: str) -> str:
    if fact_id.partition(":")[0] not in KINDS:
        raise PydanticCustomError("unknown", "no figure has this id")
    return fact_id


EntryId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]  # the client's own; never a document's name
Name = Annotated[str, Field(min_length=1, max_length=_LONGEST_NAME), AfterValidator(_visible)]
Day = Annotated[date, Field(ge=_EARLIEST)]


class Amount(Body):
    """An amount of rupees, in paise."""

    amount_minor: Annotated[int, Field(ge=0, le=_LARGEST_MINOR)]
    currency: Literal["INR"] = "INR"


class ManualAsset(Body):
    """Something the person owns that no provider knows of."""

    id: EntryId | None = None
    asset_class: Annotated[
        Literal[AssetClass.PROPERTY, AssetClass.VEHICLE, AssetClass.GOLD, AssetClass.OTHER_ASSET],
        Field(alias="class"),
    ]
    name: Name
    value: Amount
    as_of: Day | None = None


class ManualDebt(Body):
    """Something the person owes that no provider knows of."""

    id: EntryId | None = None
    liability_class: Annotated[LiabilityClass, Field(alias="class")] = LiabilityClass.PERSONAL_DEBT
    name: Name
    value: Amount
    as_of: Day | None = None


class GoalBody(Body):
    """Something to save for, by a date."""

    id: EntryId | None = None
    name: Name
    target: Amount
    by: Day
    saved: Amount = Amount(amountMinor=0)


class BudgetBody(Body):
    """The most to spend on a category in a month."""

    category: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    limit: Amount


class NomineeBody(Body):
    """Who may use the person's rights over their data when they die or cannot any more."""

    name: Name
    contact: Annotated[str, Field(min_length=3, max_length=_LONGEST_NAME), AfterValidator(_visible)]
    relation: Relation

    def told(self) -> Nominee:
        return Nominee(self.name, self.contact, self.relation)


class DisputeBody(Body):
    """A note that a figure is wrong where it comes from. `about`: a fact's id, as /api/financial/facts has it."""

    id: EntryId | None = None
    about: Annotated[
        str, Field(pattern=r"^[A-Z][A-Z0-9]{0,7}(:[A-Za-z0-9_.:-]{1,80})?$"), AfterValidator(_told_of)
    ]
    note: Annotated[str, Field(min_length=1, max_length=_LONGEST_NOTE), AfterValidator(_readable)]
    since: Day | None = None


class NewProfile(Body):
    """The whole profile: what is left out is forgotten."""

    birth_year: Annotated[int, Field(ge=1900, le=2200)] | None = None
    retirement_age: Annotated[int, Field(ge=30, le=90)] | None = None
    dependants: Annotated[int, Field(ge=0, le=20)] | None = None
    tax_regime: TaxRegime | None = None
    risk_profile: RiskProfile | None = None
    language: Language = Language.ENGLISH
    goals: Annotated[tuple[GoalBody, ...], Field(max_length=30)] = ()
    budgets: Annotated[tuple[BudgetBody, ...], Field(max_length=50)] = ()
    assets: Annotated[tuple[ManualAsset, ...], Field(max_length=50)] = ()
    debts: Annotated[tuple[ManualDebt, ...], Field(max_length=50)] = ()
    nominee: NomineeBody | None = None
    disputes: Annotated[tuple[DisputeBody, ...], Field(max_length=50)] = ()

    def told(self, today: date) -> Profile:
        """As the domain has it; entries without an id get one, without a date count as of `today`."""
        return Profile(
            birth_year=self.birth_year,
            retirement_age=self.retirement_age,
            dependants=self.dependants,
            tax_regime=self.tax_regime,
            risk_profile=self.risk_profile,
            language=self.language,
            goals=tuple(
                Goal(g.id or _new_id(), g.name, g.target.amount_minor, g.by, g.saved.amount_minor)
                for g in self.goals
            ),
            budgets=tuple(Budget(b.category, b.limit.amount_minor) for b in self.budgets),
            assets=tuple(
                ManualEntry(a.id or _new_id(), a.asset_class, a.name, a.value.amount_minor, a.as_of or today)
                for a in self.assets
            ),
            debts=tuple(
                ManualEntry(
                    d.id or _new_id(), d.liability_class, d.name, d.value.amount_minor, d.as_of or today
                )
                for d in self.debts
            ),
            nominee=None if self.nominee is None else self.nominee.told(),
            disputes=tuple(
                Dispute(d.id or _new_id(), d.about, d.note, d.since or today) for d in self.disputes
            ),
        )


async def profile_told(request: Request, today: date) -> Profile:
    """What the person sent. Raises BadRequest, InvalidInput."""
    return (await parse_body(request, NewProfile)).told(today)


def _new_id() -> str:
    return secrets.token_hex(8)
