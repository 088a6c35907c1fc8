"""Small invented answers of Fi's tools, each a fresh object that a test may change."""

from __future__ import annotations

from typing import Any

type Json = dict[str, Any]

BANK_DESCRIPTION = (
    "A list of bank transactions. Each 'txns' field is a list of data arrays with schema: [transactionAmount, "
    "transactionNarration, transactionDate, transactionType (1 for CREDIT, 2 for DEBIT, 3 for OPENING, "
    "4 for INTEREST, 5 for TDS, 6 for INSTALLMENT, 7 for CLOSING and 8 for OTHERS), transactionMode, "
    "currentBalance].\n More is coming soon..."
)
MF_DESCRIPTION = (
    "A list of mutual fund investments. Each 'txns' field is a list of data arrays with schema: "
    "[ orderType(1 for BUY and 2 for SELL), transactionDate, purchasePrice, purchaseUnits, transactionAmount ]."
)
STOCK_DESCRIPTION = (
    "A list of stock transactions. Each 'txns' field is a list of data arrays with schema: [transactionType "
    "(1 for BUY, 2 for SELL, 3 for BONUS, 4 for SPLIT), transactionDate, quantity, navValue]. nav value may "
    "not be present in some of the transactions"
)


def rupees(units: int, nanos: int = 0) -> Json:
    return {"currencyCode": "INR", "units": str(units)} | ({"nanos": nanos} if nanos else {})


def attribute(name: str, units: int) -> Json:
    return {"netWorthAttribute": name, "value": rupees(units)}


def account(instrument: str, summary: Json | None = None, *, number: str = "XXXXXX4417", **more: Any) -> Json:
    """An entry of accountDetailsMap; `summary` is {name: fields}."""
    details = {
        "fipId": "LOTUS-FIP",
        "maskedAccountNumber": number,
        "accInstrumentType": f"ACC_INSTRUMENT_TYPE_{instrument}",
        "fipMeta": {"name": "Lotus Bank Limited", "displayName": "Lotus"},
        **more,
    }
    return {"accountDetails": details, **(summary or {})}


def savings(units: int, *, kind: str = "SAVINGS", day: str = "2026-09-30T18:00:00Z", **more: Any) -> Json:
    summary = {
        "currentBalance": rupees(units),
        "balanceDate": day,
        "depositAccountType": f"DEPOSIT_ACCOUNT_TYPE_{kind}",
    }
    return account("DEPOSIT", {"depositSummary": summary}, **more)


def scheme(isin: str, units: int, **figures: Any) -> Json:
    details = {"currentValue": rupees(units), "investedValue": rupees(800), "XIRR": 11.5, "units": 12.5}
    return {
        "schemeDetail": {
            "amc": "MARIGOLD",
            "nameData": {"longName": "Marigold Flexi Cap Fund - Direct Growth"},
            "planType": "DIRECT",
            "nav": rupees(80),
            "assetClass": "EQUITY",
            "isinNumber": isin,
            "categoryName": "FLEXI_CAP_FUND",
        },
        "enrichedAnalytics": {"analytics": {"schemeDetails": details | figures}},
    }


def net_worth(
    assets: list[Json] | None = None,
    *,
    liabilities: list[Json] | None = None,
    accounts: dict[str, Json] | None = None,
    schemes: list[Json] | None = None,
    total: int = 0,
) -> Json:
    response: Json = {"assetValues": assets or [], "totalNetWorthValue": rupees(total)}
    if liabilities is not None:
        response["liabilityValues"] = liabilities
    return {
        "netWorthResponse": response,
        "mfSchemeAnalytics": {"schemeAnalytics": schemes} if schemes else {},
        "accountDetailsBulkResponse": {"accountDetailsMap": accounts} if accounts else {},
    }


def tradeline(**more: Any) -> Json:
    return {
        "subscriberName": "Lotus Bank",
        "portfolioType": "R",
        "accountType": "10",
        "openDate": "20220120",
        "creditLimitAmount": "75000",
        "highestCreditOrOriginalLoanAmount": "75000",
        "accountStatus": "11",
        "paymentRating": "0",
        "paymentHistoryProfile": "0000000000??",
        "currentBalance": "31000",
        "amountPastDue": "500",
        "dateReported": "20260830",
        "rateOfInterest": "24.5",
        "repaymentTenure": "0",
        **more,
    }


def credit_report(*lines: Json, born: str = "19930515", score: str = "742") -> Json:
    enquiry = {
        "SubscriberName": "Navi",
        "DateOfRequest": "20260901",
        "EnquiryReason": "05",
        "FinancePurpose": "99",
    }
    applicant = {"currentApplicantDetails": {"dateOfBirthApplicant": born}}
    data = {
        "creditProfileHeader": {"reportDate": "20260915"},
        "currentApplication": {"currentApplicationDetails": {"enquiryReason": "5", **applicant}},
        "creditAccount": {"creditAccountDetails": list(lines)},
        "score": {"bureauScore": score},
        "caps": {"capsSummary": {"capsLast90Days": "1"}, "capsApplicationDetailsArray": [enquiry]},
    }
    return {"creditReports": [{"creditReportData": data, "vendor": "EXPERIAN"}]}


def membership(employer: str = "ORCHID SYSTEMS", net: str = "125000", **more: Any) -> Json:
    return {
        "est_name": employer,
        "member_id": "MHBAN*****************",
        "doj_epf": "15-06-2020",
        "doe_epf": "NOT AVAILABLE",
        "pf_balance": {
            "net_balance": net,
            "employee_share": {"credit": "70000", "balance": "62500"},
            "employer_share": {"credit": "70000"},
        },
        **more,
    }


def uan(*memberships: Json, current: str = "125000", pension: str = "40000") -> Json:
    overall = {"pension_balance": pension, "current_pf_balance": current}
    details = {"est_details": list(memberships), "overall_pf_balance": overall}
    return {"phoneNumber": {}, "rawDetails": details}


def epf(*uans: Json) -> Json:
    return {"uanAccounts": list(uans)}


def bank(*statements: tuple[str, list[list[Any]]]) -> Json:
    rows = [{"bank": name, "txns": txns} for name, txns in statements]
    return {"schemaDescription": BANK_DESCRIPTION, "bankTransactions": rows}


def mf(*txns: list[Any]) -> Json:
    fund = {
        "isin": "INF000A01011",
        "schemeName": "Marigold Fund ",
        "folioId": "9988776655",
        "txns": list(txns),
    }
    return {"mfTransactions": [fund], "schemaDescription": MF_DESCRIPTION}


def mf_orders(*orders: Json) -> Json:
    return {"transactions": list(orders)}


def mf_order(**more: Any) -> Json:
    return {
        "isinNumber": "INF000A01011",
        "folioId": "9988776655",
        "externalOrderType": "BUY",
        "transactionDate": "2022-12-31T18:30:00Z",
        "purchasePrice": rupees(50, 125_000_000),
        "transactionAmount": rupees(1002, 500_000_000),
        "transactionUnits": 20,
        "transactionMode": "N",
        "schemeName": "Marigold Fund",
        **more,
    }


def stock(*txns: list[Any]) -> Json:
    return {
        "schemaDescription": STOCK_DESCRIPTION,
        "stockTransactions": [{"isin": "INE000A01011", "txns": list(txns)}],
    }
