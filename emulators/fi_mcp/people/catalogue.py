"""Who can log in at the simulator; importable without building anyone's figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One invented person, for login pages and demo tables."""

    slug: str
    name: str
    phone: str
    line: str
    email: str  # of the Google account that the Auth emulator offers
    birth_year: int


DEMO_PEOPLE: tuple[DemoPerson, ...] = (
    DemoPerson("aarav", "Aarav Mehta", "9000000001", "24, QA engineer, Pune: first salary, first card", "aarav.mehta@example.com", 2002),
    DemoPerson("priya", "Priya Nair", "9000000002", "29, designer, Bengaluru: SIPs, a new job, an old EPF", "priya.nair@example.com", 1997),
    DemoPerson("rohan", "Rohan Kulkarni", "9000000003", "33, sales, Thane: two loans, two full cards, BNPL", "rohan.kulkarni@example.com", 1993),
    DemoPerson("meenakshi", "Meenakshi Iyer", "9000000004", "41, IT director, Hyderabad: home loan, funds, employer stock", "meenakshi.iyer@example.com", 1985),
    DemoPerson("farida", "Farida Sheikh", "9000000005", "36, freelance illustrator, Mumbai: irregular income, GST", "farida.sheikh@example.com", 1990),
    DemoPerson("harpreet", "Harpreet Singh Gill", "9000000006", "52, PSU manager, Ludhiana: deposits, NPS, education loan", "harpreet.gill@example.com", 1974),
    DemoPerson("lakshmi", "Lakshmi Rao", "9000000007", "67, retired teacher, Mysuru: pension, SCSS, one thematic fund", "lakshmi.rao@example.com", 1959),
    DemoPerson("kabir", "Kabir Das", "9000000008", "38: every trap that real answers have shown", "kabir.das@example.com", 1988),
)  # fmt: skip

BY_SLUG = {person.slug: person for person in DEMO_PEOPLE}
