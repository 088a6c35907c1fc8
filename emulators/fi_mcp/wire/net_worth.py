"""fetch_net_worth: each class's figure is the sum of the details that stand beside it."""

from __future__ import annotations

from collections import Counter

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.wire.accounts import account_details, shares_value
from emulators.fi_mcp.wire.money import Json, money
from emulators.fi_mcp.wire.schemes import scheme_analytics, worth
from emulators.fi_mcp.wire.trades import trades_until


def net_worth(person: Person, view: View) -> Json:
    assets, debts = assets_of(person, view), liabilities_of(person, view)
    response: Json = {"assetValues": _values("ASSET_TYPE_", assets)}
    if debts:
        response["liabilityValues"] = _values("LIABILITY_TYPE_", debts)
    response["totalNetWorthValue"] = money(round(sum(assets.values()) - sum(debts.values()), 2))
    held = [scheme for scheme in person.schemes if trades_until(scheme, view)]
    return {
        "netWorthResponse": response,
        "mfSchemeAnalytics": {"schemeAnalytics": [scheme_analytics(scheme, view) for scheme in held]}
        if held
        else {},
        "accountDetailsBulkResponse": {"accountDetailsMap": account_details(person, view)},
    }


def assets_of(person: Person, view: View) -> dict[str, float]:
    """Rupees by Fi's asset type, in Fi's order; what is not connected is left out."""
    last = view.last
    values = {
        "MUTUAL_FUND": sum(worth(scheme, view) for scheme in person.schemes),
        "EPF": sum(e.balance(last) for e in person.epf if e.exists(last)),
        "INDIAN_SECURITIES": shares_value(person, view),
        "SAVINGS_ACCOUNTS": person.balance_minor(view) / 100,
        "US_SECURITIES": sum(share.value(last) for share in person.us_shares),
        "DEPOSITS": sum(d.rupees for d in person.fixed if d.exists(last))
        + sum(d.paid_in(last) for d in person.recurring),
        "SGB": sum(bond.value(last) for bond in person.gold_bonds),
        "NPS": person.nps.value(last) if person.nps else 0,
    }
    return {kind: round(value, 2) for kind, value in values.items() if value}


def liabilities_of(person: Person, view: View) -> dict[str, float]:
    values: Counter[str] = Counter()
    for loan in person.loans:
        if loan.exists(view.last):
            values[loan.attribute] += loan.outstanding(view.last)
    values["CREDIT_CARD"] += sum(card.balance(view.last) for card in person.cards if card.opened <= view.last)
    return {kind: value for kind, value in values.items() if value}


def _values(prefix: str, amounts: dict[str, float]) -> list[Json]:
    return [
        {"netWorthAttribute": f"{prefix}{kind}", "value": money(amount)} for kind, amount in amounts.items()
    ]
