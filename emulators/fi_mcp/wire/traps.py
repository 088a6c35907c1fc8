"""What has been seen to go wrong in real answers, done to a right answer on purpose."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.wire.epf import pension, uan
from emulators.fi_mcp.wire.money import Json, money, paise

NO_CREDIT_REPORT = "No credit score data available"
TOTAL_OFF_BY = 5_000
SAVINGS_OFF_BY = 186_000
FUNDS_SHORT_BY = 82_500  # the class's figure against its accounts
FUNDS_MISSING_ACCOUNT = 34_400  # the accounts against the scheme analytics
ABSURD_XIRR_PCT = 129.66581543073517
STALE_DAYS = 371
ETF_RUPEES = 98_700
DEBIT = 2


def spoil_net_worth(answer: Json, person: Person, view: View) -> Json:
    """Debts among the assets, parts that disagree, stale prices, and a total that is none of the sums."""
    response = answer["netWorthResponse"]
    values: list[Json] = response["assetValues"]
    by_name = {value["netWorthAttribute"].removeprefix("ASSET_TYPE_"): value for value in values}
    accounts: list[Json] = list(answer["accountDetailsBulkResponse"]["accountDetailsMap"].values())
    _shift(by_name["SAVINGS_ACCOUNTS"]["value"], SAVINGS_OFF_BY)
    _shift(by_name["MUTUAL_FUND"]["value"], -FUNDS_SHORT_BY)
    by_name["EPF"]["value"] = money(person.epf[0].balance(view.last))  # the total counts one of two UANs
    del by_name["SAVINGS_ACCOUNTS"]["value"]["currencyCode"]
    for debt in response.pop("liabilityValues", []):
        values.append({**debt, "value": _negated(debt["value"])})
    values.append({"netWorthAttribute": "ASSET_TYPE_ETF", "value": money(ETF_RUPEES)})
    _spoil_accounts(accounts, view)
    answer["accountDetailsBulkResponse"]["accountDetailsMap"]["0f9e8d7c-6b5a-4039-9281-706f5e4d3c2b"] = _etf(
        view
    )
    _spoil_schemes(answer["mfSchemeAnalytics"].get("schemeAnalytics", []))
    parts = sum(float(value["value"].get("units", "0")) for value in values)
    response["totalNetWorthValue"] = money(parts - TOTAL_OFF_BY)
    return answer


def _spoil_accounts(accounts: list[Json], view: View) -> None:
    for account in accounts:
        account.pop("recurringDepositSummary", None)
        for holding in account.get("mutualFundSummary", {}).get("holdingsInfo", []):
            holding["lastNavDate"] = f"{view.priced_on - timedelta(days=STALE_DAYS)}T00:00:00Z"
        for holding in account.get("equitySummary", {}).get("holdingsInfo", []):
            if holding["lastTradedPrice"]["currencyCode"] == "INR":
                del holding["lastTradedPrice"]["currencyCode"]
    funds = [account["mutualFundSummary"] for account in accounts if "mutualFundSummary" in account]
    if funds:
        _shift(funds[0]["currentValue"], -FUNDS_MISSING_ACCOUNT)


def _spoil_schemes(analytics: list[Json]) -> None:
    if not analytics:
        return
    figures = analytics[0]["enrichedAnalytics"]["analytics"]["schemeDetails"]
    figures["XIRR"] = ABSURD_XIRR_PCT
    worthless: Json = {
        "currentValue": money(13.10),
        "investedValue": money(0),
        "XIRR": 0,
        "absoluteReturns": money(0),
        "unrealisedReturns": money(0),
        "units": 0.8334166666666667,
    }
    analytics.append(
        {
            "schemeDetail": dict(analytics[0]["schemeDetail"]),
            "enrichedAnalytics": {"analytics": {"schemeDetails": worthless}},
        }
    )


def _etf(view: View) -> Json:
    priced_on = view.priced_on - timedelta(days=STALE_DAYS)
    return {
        "accountDetails": {
            "fipId": "fip@nsdl",
            "maskedAccountNumber": "XXXXXX1383",
            "accInstrumentType": "ACC_INSTRUMENT_TYPE_ETF",
        },
        "etfSummary": {
            "currentValue": money(ETF_RUPEES),
            "holdingsInfo": [
                {
                    "isin": "INF9A4K44E18",
                    "isinDescription": "ARANYA ETF NIFTY50",
                    "units": 420,
                    "nav": {"units": "235"},
                    "lastNavDate": f"{priced_on}T00:00:00Z",
                }
            ],
        },
    }


def spoil_bank(answer: Json) -> Json:
    """One account under the name of two, shuffled, with balances that no order of rows explains."""
    statement = answer["bankTransactions"][0]
    rows: list[list[Any]] = statement["txns"]
    for place, row in enumerate(rows):
        if "SALARY" in row[1]:
            row[3] = DEBIT
        row[5] = paise(round(float(row[5]) * 100) - 42_345_600 + 7_919 * place * place)
    Random("every trap").shuffle(rows)
    half = len(rows) // 2
    parts = rows[:half], rows[half:]
    for part in parts:
        part.extend(list(row) for row in part[:1])  # a twin in every field
    answer["bankTransactions"] = [{"bank": statement["bank"], "txns": part} for part in parts]
    return answer


def spoil_fund_transactions(answer: Json) -> Json:
    """Units that do not make the amount, and a scheme of which no purchase is known."""
    known: list[Json] = answer.get("mfTransactions", [])
    for row in known[0]["txns"][::3] if known else []:
        row[3] = round(row[3] * 1.07, 3)
    answer["mfTransactions"] = [scheme for scheme in known if "Gilt" not in scheme["schemeName"]]
    return answer


def spoil_epf(person: Person, view: View) -> Json:
    """Each employer under a UAN of its own, and the whole list twice."""
    accounts = [uan([employment], pension(person, view), view) for employment in person.epf]
    return {"uanAccounts": [*accounts, *accounts]}


def _shift(value: Json, rupees: int) -> None:
    value["units"] = str(int(value.get("units", "0")) + rupees)


def _negated(value: Json) -> Json:
    return {**value, "units": f"-{value['units']}"}
