"""fetch_epf_details: the passbook of each employer, every number a string."""

from __future__ import annotations

from datetime import date

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.deposits import Employment
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.wire.money import Json

STILL_THERE = "NOT AVAILABLE"


def epf_details(person: Person, view: View) -> Json:
    if not person.epf:
        return {}
    return {"uanAccounts": [uan([e for e in person.epf if e.exists(view.last)], pension(person, view), view)]}


def pension(person: Person, view: View) -> int:
    return person.pension.value(view.last) if person.pension else 0


def uan(employments: list[Employment], pension_rupees: int, view: View) -> Json:
    """One universal account number with its employers."""
    details = [_establishment(employment, view) for employment in employments]
    return {
        "phoneNumber": {},
        "rawDetails": {
            "est_details": details,
            "overall_pf_balance": {
                "pension_balance": str(pension_rupees),
                "current_pf_balance": str(sum(e.balance(view.last) for e in employments)),
                "employee_share_total": _total(details, "employee_share"),
                "employer_share_total": _total(details, "employer_share"),
            },
        },
    }


def _establishment(employment: Employment, view: View) -> Json:
    balance = employment.balance(view.last)
    own = balance * employment.employee_pct // 100
    joined, left = employment.joined, employment.left
    if isinstance(left, int):
        left = view.window.end(left) if left <= view.last else None
    if isinstance(joined, int):
        joined = view.window.day(joined, 1)
    return {
        "est_name": employment.employer,
        "member_id": f"{employment.member_id[:5]}{'*' * 17}",
        "office": employment.office,
        "doj_epf": _day(joined),
        "doe_epf": _day(left),
        "doe_eps": _day(left),
        "pf_balance": {
            "net_balance": str(balance),
            "employee_share": {"credit": str(own), "balance": str(own)},
            "employer_share": {"credit": str(balance - own), "balance": str(balance - own)},
        },
    }


def _total(details: list[Json], share: str) -> Json:
    total = str(sum(int(detail["pf_balance"][share]["balance"]) for detail in details))
    return {"credit": total, "balance": total}


def _day(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else STILL_THERE
