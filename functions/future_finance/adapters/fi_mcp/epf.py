"""fetch_epf_details: provident fund memberships, each counted once."""

from __future__ import annotations

from future_finance.adapters.fi_mcp.day import day_first, optional_day
from future_finance.adapters.fi_mcp.identity import Identities
from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.number import paise
from future_finance.adapters.fi_mcp.text import last_four
from future_finance.domain.snapshot import Epf, EpfMembership

type _Name = tuple[str, str, str]  # member id, employer, day of joining: what makes a membership one


def read_epf(root: Node, warnings: set[str]) -> Epf | None:
    """None when no UAN is connected. Raises Refused.

    Fi lists some UANs twice: a repeated UAN, and a membership repeated under another, count once.
    """
    identities = Identities()
    memberships: dict[_Name, EpfMembership] = {}
    uans: set[frozenset[_Name]] = set()
    stated, pension = None, None
    for uan in root.children("uanAccounts"):
        details = uan.child("rawDetails")
        establishments = details.children("est_details")
        names = frozenset(map(_name, establishments))
        if names in uans:
            warnings.add("duplicate_uan")
            continue
        uans.add(names)
        for node in establishments:
            name = _name(node)
            if name in memberships:
                warnings.add("duplicate_membership")
            else:
                memberships[name] = _membership(node, identities.take(*name), warnings)
        overall = details.child("overall_pf_balance")
        stated = _sum(stated, paise(overall.get("current_pf_balance")))
        pension = _sum(pension, paise(overall.get("pension_balance")))
    if not uans:
        return None
    return Epf(tuple(memberships.values()), stated, pension)


def _name(node: Node) -> _Name:
    return node.text("member_id"), node.text("est_name"), node.written("doj_epf")


def _membership(node: Node, id_: str, warnings: set[str]) -> EpfMembership:
    balance = node.child("pf_balance")
    employee, employer = balance.child("employee_share"), balance.child("employer_share")
    shares = paise(employee.get("balance")), paise(employer.get("balance"))
    net = paise(balance.get("net_balance"))
    if net is None:
        warnings.add("epf_net_balance_missing")
        net = sum(share for share in shares if share is not None)
    return EpfMembership(
        id=id_,
        employer=node.text("est_name"),
        member_masked=last_four(node.text("member_id")),
        joined_on=optional_day(node.get("doj_epf"), warnings, day_first),
        left_on=optional_day(node.get("doe_epf"), warnings, day_first),
        net_minor=net,
        employee_credit_minor=paise(employee.get("credit")),
        employee_balance_minor=shares[0],
        employer_credit_minor=paise(employer.get("credit")),
        employer_balance_minor=shares[1],
    )


def _sum(total: int | None, more: int | None) -> int | None:
    return total if more is None else (total or 0) + more
