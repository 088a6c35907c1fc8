"""The eight people by the phone number they log in with."""

from __future__ import annotations

from emulators.fi_mcp.people.aarav import AARAV
from emulators.fi_mcp.people.farida import FARIDA
from emulators.fi_mcp.people.harpreet import HARPREET
from emulators.fi_mcp.people.kabir import KABIR
from emulators.fi_mcp.people.lakshmi import LAKSHMI
from emulators.fi_mcp.people.meenakshi import MEENAKSHI
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.people.priya import PRIYA
from emulators.fi_mcp.people.rohan import ROHAN

EVERYONE: dict[str, Person] = {
    person.identity.phone: person
    for person in (AARAV, PRIYA, ROHAN, MEENAKSHI, FARIDA, HARPREET, LAKSHMI, KABIR)
}
