"""The catalogue of providers whose data a person can connect."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """One source of a person's finances. `logo` is a path of the front end."""

    id: str
    name: str
    type: str
    logo: str
    brings: tuple[str, ...]


FI_MONEY = Provider(
    id="fi_money",
    name="Fi Money",
    type="account_aggregator",
    logo="/logos/fi-money.svg",
    brings=(
        "bank_accounts",
        "mutual_funds",
        "stocks",
        "epf",
        "loans",
        "credit_cards",
        "credit_report",
    ),
)

PROVIDERS: tuple[Provider, ...] = (FI_MONEY,)


def provider_name(provider_id: str) -> str:
    """What a person calls the provider."""
    return next(provider.name for provider in PROVIDERS if provider.id == provider_id)
