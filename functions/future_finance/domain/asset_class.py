"""Classes of what a person owns and owes, by their standard names."""

from __future__ import annotations

from enum import StrEnum


class AssetClass(StrEnum):
    """A class of assets; the value is the id used in documents and the API."""

    SAVINGS = "savings"  # savings and current accounts
    DEPOSITS = "deposits"  # fixed and recurring deposits
    MUTUAL_FUNDS = "mutual_funds"
    INDIAN_SECURITIES = "indian_securities"  # shares, and REITs and InvITs
    US_SECURITIES = "us_securities"
    ETF = "etf"
    SGB = "sgb"
    NPS = "nps"
    EPF = "epf"
    PROPERTY = "property"  # entered by the person, as are the next three
    VEHICLE = "vehicle"
    GOLD = "gold"
    OTHER_ASSET = "other_asset"


class LiabilityClass(StrEnum):
    """A class of debts; the value is the id used in documents and the API."""

    HOME_LOAN = "home_loan"
    VEHICLE_LOAN = "vehicle_loan"
    OTHER_LOAN = "other_loan"
    LOAN = "loan"
    CREDIT_CARD = "credit_card"
    PERSONAL_DEBT = "personal_debt"  # entered by the person


LABELS: dict[AssetClass | LiabilityClass, str] = {
    AssetClass.SAVINGS: "Savings and current accounts",
    AssetClass.DEPOSITS: "Fixed and recurring deposits",
    AssetClass.MUTUAL_FUNDS: "Mutual funds",
    AssetClass.INDIAN_SECURITIES: "Indian shares and trusts",
    AssetClass.US_SECURITIES: "US shares",
    AssetClass.ETF: "Exchange-traded funds",
    AssetClass.SGB: "Sovereign gold bonds",
    AssetClass.NPS: "National Pension System",
    AssetClass.EPF: "Employees' Provident Fund",
    AssetClass.PROPERTY: "Property",
    AssetClass.VEHICLE: "Vehicles",
    AssetClass.GOLD: "Gold",
    AssetClass.OTHER_ASSET: "Other assets",
    LiabilityClass.HOME_LOAN: "Home loans",
    LiabilityClass.VEHICLE_LOAN: "Vehicle loans",
    LiabilityClass.OTHER_LOAN: "Other loans",
    LiabilityClass.LOAN: "Loans",
    LiabilityClass.CREDIT_CARD: "Credit cards",
    LiabilityClass.PERSONAL_DEBT: "Other debts",
}
