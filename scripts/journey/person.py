"""Whose journey it is."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from emulators.fi_mcp.people.catalogue import BY_SLUG, DemoPerson

_ANY_ADULT = 1990  # whoever logs in at another server does not say


@dataclass(frozen=True, slots=True)
class Traveller:
    """A person for one journey: a Google account of its own, so that it starts with nothing stored."""

    persona: str | None
    name: str
    email: str
    phone: str
    birth_year: int


def of_simulator(slug: str) -> Traveller:
    person: DemoPerson = BY_SLUG[slug]
    mailbox, _, domain = person.email.partition("@")
    return Traveller(
        slug, person.name, f"{mailbox}+{secrets.token_hex(4)}@{domain}", person.phone, person.birth_year
    )


def of_other_server(phone: str) -> Traveller:
    return Traveller(
        None, "Someone at another Fi server", f"visitor+{secrets.token_hex(4)}@example.com", phone, _ANY_ADULT
    )
