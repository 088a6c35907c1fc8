"""The account part of fetch_net_worth: one entry an account, with at most one summary."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.deposits import FixedDeposit, RecurringDeposit
from emulators.fi_mcp.people.narration import Bank
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.wire.money import Json, end_of_day, indian_midnight, money
from emulators.fi_mcp.wire.schemes import nav, units, worth

REGISTRARS = {"cams": "CAMS", "kfintech": "KFintech"}
NSDL = ("fip@nsdl", {"name": "National Securities Depository Limited", "displayName": "NSDL"})


def account_details(person: Person, view: View) -> Json:
    """All accounts by their id, which is the same at every answer."""
    entries: Json = {}
    for label, entry in _all(person, view):
        account_id = str(uuid5(NAMESPACE_URL, f"fi-simulator/{person.identity.slug}/{label}"))
        for part, content in entry.items():
            if part.endswith("Summary"):
                entry[part] = {"accountId": account_id, **content}
        entries[account_id] = entry
    return entries


def _all(person: Person, view: View) -> Iterator[tuple[str, Json]]:
    yield f"savings {person.account_tail}", _savings(person, view)
    for deposit in person.fixed:
        if deposit.exists(view.last):
            yield f"fixed {deposit.tail}", _fixed(deposit, view)
    for recurring in person.recurring:
        yield f"recurring {recurring.tail}", _recurring(recurring, view)
    for registrar in sorted({scheme.house.registrar for scheme in person.schemes}):
        yield f"funds {registrar}", _funds(person, registrar, view)
    if person.shares:
        yield "equities", _equities(person, view)
    if person.us_shares:
        yield "us", _us(person, view)
    if person.gold_bonds:
        yield "sgb", _gold(person, view)
    if person.epf:
        total = sum(e.balance(view.last) for e in person.epf if e.exists(view.last))
        details = _details(
            "fip@epfo",
            f"{person.epf[-1].member_id[:5]}-XXXX-XXXX",
            "EPF",
            "epf",
            "DEFAULT_TYPE",
            {"name": "EPFO", "displayName": "EPFO"},
        )
        yield (
            "epf",
            {
                "accountDetails": details,
                "epfSummary": {"currentBalance": money(total), "balanceDate": end_of_day(view.as_of)},
            },
        )
    if person.nps:
        details = _details(
            "fip@cra",
            "XXXXXXXX7741",
            "NPS",
            "nps",
            "DEFAULT_TYPE",
            {"name": "Central Recordkeeping Agency", "displayName": "NPS"},
        )
        yield (
            "nps",
            {"accountDetails": details, "npsSummary": {"currentValue": money(person.nps.value(view.last))}},
        )
    yield from _debts(person, view)


def _debts(person: Person, view: View) -> Iterator[tuple[str, Json]]:
    for card in person.cards:
        if card.opened <= view.last:
            details = _details(
                card.issuer.fip,
                f"XXXX-XXXX-XXXX-{card.tail}",
                "CREDIT_CARD",
                "creditCard",
                "DEFAULT_TYPE",
                _meta(card.issuer),
            )
            yield (
                f"card {card.tail}",
                {
                    "accountDetails": details,
                    "creditCardSummary": {
                        "currentBalance": money(card.balance(view.last)),
                        "balanceDate": end_of_day(view.as_of),
                        "creditLimit": money(card.limit),
                        "amountPastDue": money(0),
                    },
                },
            )
    for loan in person.loans:
        if loan.exists(view.last):
            details = _details(
                loan.lender.fip, f"XXXXXX{loan.tail}", "LOAN", "loan", loan.kind, _meta(loan.lender)
            )
            yield (
                f"loan {loan.tail}",
                {
                    "accountDetails": details,
                    "loanSummary": {
                        "currentOutstanding": money(loan.outstanding(view.last)),
                        "loanStatus": "LOAN_STATUS_ACTIVE",
                        "originalLoanAmount": money(loan.principal),
                        "amountPastDue": money(0),
                    },
                },
            )


def _meta(bank: Bank) -> Json:
    return {"name": bank.name, "displayName": bank.name, "bank": bank.name.split()[0].upper()}


def _details(fip: str, masked: str, instrument: str, key: str, kind: str, meta: Json, **more: str) -> Json:
    prefix = "".join(f"_{letter}" if letter.isupper() else letter.upper() for letter in key)
    return {
        "fipId": fip,
        "maskedAccountNumber": masked,
        "accInstrumentType": f"ACC_INSTRUMENT_TYPE_{instrument}",
        **more,
        "accountType": {f"{key}AccountType": f"{prefix}_ACCOUNT_TYPE_{kind}"},
        "fipMeta": meta,
    }


def _savings(person: Person, view: View) -> Json:
    ifsc = person.bank.ifsc(214)
    details = _details(
        person.bank.fip,
        f"XXXXXX{person.account_tail}",
        "DEPOSIT",
        "deposit",
        "SAVINGS",
        _meta(person.bank),
        ifscCode=ifsc,
    )
    summary = {
        "currentBalance": money(person.balance_minor(view) / 100),
        "balanceDate": end_of_day(view.as_of),
        "depositAccountType": "DEPOSIT_ACCOUNT_TYPE_SAVINGS",
        "ifscCode": ifsc,
        "depositAccountStatus": "DEPOSIT_ACCOUNT_STATUS_ACTIVE",
    }
    return {"accountDetails": details, "depositSummary": summary}


def _fixed(deposit: FixedDeposit, view: View) -> Json:
    details = _details(
        deposit.bank.fip, f"XXXXXX{deposit.tail}", "DEPOSIT", "deposit", "FIXED", _meta(deposit.bank)
    )
    summary = {
        "currentBalance": money(deposit.rupees),
        "balanceDate": end_of_day(view.as_of),
        "depositAccountType": "DEPOSIT_ACCOUNT_TYPE_FIXED",
        "openingDate": indian_midnight(view.window.day(deposit.opened, 10)),
        "interestRate": str(deposit.rate_pct),
        "description": deposit.scheme,
        "depositAccountStatus": "DEPOSIT_ACCOUNT_STATUS_ACTIVE",
    }
    return {"accountDetails": details, "depositSummary": summary}


def _recurring(deposit: RecurringDeposit, view: View) -> Json:
    details = _details(
        deposit.bank.fip,
        f"XXXXXX{deposit.tail}",
        "RECURRING_DEPOSIT",
        "recurringDeposit",
        "RECURRING",
        _meta(deposit.bank),
    )
    summary = {
        "currentPrincipalAmount": money(deposit.paid_in(view.last)),
        "maturityDate": indian_midnight(view.window.day(deposit.opened + deposit.months, 6)),
        "recurringAmount": money(deposit.monthly),
    }
    return {"accountDetails": details, "recurringDepositSummary": summary}


def _funds(person: Person, registrar: str, view: View) -> Json:
    here = [scheme for scheme in person.schemes if scheme.house.registrar == registrar]
    label = REGISTRARS[registrar]
    details = _details(
        f"fip@{registrar}",
        f"XXXXXX{here[0].folio.replace('/', '')[-4:]}",
        "MUTUAL_FUNDS",
        "mutualFund",
        "FOLIO",
        {"name": label, "displayName": label},
    )
    holdings = [
        {
            "isin": scheme.isin,
            "folioNumber": scheme.folio,
            "units": units(scheme, view),
            "nav": money(nav(scheme, view), decimals=4),
            "lastNavDate": f"{view.priced_on}T00:00:00Z",
        }
        for scheme in here
    ]
    value = round(sum(worth(scheme, view) for scheme in here), 2)
    return {
        "accountDetails": details,
        "mutualFundSummary": {"currentValue": money(value), "holdingsInfo": holdings},
    }


def _equities(person: Person, view: View) -> Json:
    fip, meta = NSDL
    details = _details(fip, "XXXXXX6402", "EQUITIES", "equity", "DEFAULT_TYPE", meta)
    holdings = [
        {
            "isin": share.isin,
            "issuerName": share.issuer,
            "type": "EQUITY_HOLDING_TYPE_DEMAT",
            "units": share.units(view.last),
            "lastTradedPrice": money(share.priced(view.last)),
            "isinDescription": f"{share.issuer.removesuffix(' LIMITED')}-EQ",
        }
        for share in person.shares
    ]
    return {
        "accountDetails": details,
        "equitySummary": {"currentValue": money(shares_value(person, view)), "holdingsInfo": holdings},
    }


def shares_value(person: Person, view: View) -> float:
    return round(sum(share.units(view.last) * share.priced(view.last) for share in person.shares), 2)


def _us(person: Person, view: View) -> Json:
    meta = {"name": "Meridian Global Brokerage", "displayName": "Meridian Global"}
    details = _details("fip@meridian-global", "XXXXXXUS77", "US_SECURITIES", "equity", "DEFAULT_TYPE", meta)
    holdings = [
        {
            "ticker": share.ticker,
            "issuerName": share.issuer,
            "units": share.units(view.last),
            "lastTradedPrice": money(share.priced(view.last), "USD"),
        }
        for share in person.us_shares
    ]
    value = sum(share.value(view.last) for share in person.us_shares)
    return {
        "accountDetails": details,
        "equitySummary": {"currentValue": money(value), "holdingsInfo": holdings},
    }


def _gold(person: Person, view: View) -> Json:
    fip, meta = NSDL
    details = _details(fip, "XXXXXX6402", "SGB", "sgb", "DEFAULT_TYPE", meta)
    holdings = [
        {"isin": bond.isin, "description": bond.description, "units": bond.units}
        for bond in person.gold_bonds
    ]
    value = sum(bond.value(view.last) for bond in person.gold_bonds)
    return {"accountDetails": details, "sgbSummary": {"currentValue": money(value), "holdingsInfo": holdings}}
