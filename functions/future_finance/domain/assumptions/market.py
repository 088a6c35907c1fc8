"""Views of markets and prices. They are ours, to be changed by whoever thinks otherwise; none is a forecast."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from future_finance.domain.assumptions.row import Row
from future_finance.domain.facts import Per, Unit

_READ = date(2026, 4, 1)
_OURS = "Our assumption"


def _view(
    name: str,
    label: str,
    label_hi: str,
    value: str,
    source: str,
    most: int,
    swing: str = "0",
    *,
    least: int = 0,
    unit: Unit = Unit.PERCENT,
    per: Per | None = Per.YEAR,
) -> Row:
    return Row(
        id=name,
        label=label,
        label_hi=label_hi,
        value=Decimal(value),
        unit=unit,
        source=source,
        as_of=_READ,
        valid_from=_READ,
        lowest=Decimal(least),
        highest=Decimal(most),
        swing=Decimal(swing),
        per=per,
    )


ROWS = (
    _view("equity_return", "Return of equity", "इक्विटी का रिटर्न", "11", f"{_OURS}: below what the NIFTY 50 TRI returned from 1999 on (NSE Indices). The middle outcome, not the average", 20, "2"),
    _view("equity_volatility", "Ups and downs of equity", "इक्विटी का उतार-चढ़ाव", "18", f"{_OURS}: near the NIFTY 50's long-run yearly standard deviation (NSE Indices)", 40, "4"),
    _view("debt_return", "Return of debt funds", "डेट फंड का रिटर्न", "6.5", f"{_OURS}: near yields of high-grade bonds (RBI weekly statistics)", 12, "1"),
    _view("debt_volatility", "Ups and downs of debt funds", "डेट फंड का उतार-चढ़ाव", "3", _OURS, 15),
    _view("correlation", "How far equity and debt move together", "इक्विटी और डेट का साथ चलना", "0.1", _OURS, 1, least=-1, unit=Unit.COUNT, per=None),
    _view("equity_share", "Share of equity in your investments", "निवेश में इक्विटी का हिस्सा", "60", f"{_OURS}: 30 for a conservative, 60 for a moderate, 80 for an aggressive risk profile", 100, "20", per=None),
    _view("inflation", "Inflation", "महंगाई", "5", f"{_OURS}: the target is 4 with a band of 2 either way, from April 2026 to March 2031 (RBI Act, s.45ZA; Gazette of 25 March 2026)", 15, "1.5"),
    _view("deposit_rate", "Interest on fixed deposits", "FD का ब्याज", "6.5", f"{_OURS}: about what large banks pay for one to three years", 12, "1"),
    _view("savings_rate", "Interest on savings accounts", "बचत खाते का ब्याज", "2.5", f"{_OURS}: what large banks pay on small balances", 8),
    _view("pay_growth", "Growth of pay", "वेतन में बढ़ोतरी", "5", f"{_OURS}: as inflation, so that pay keeps its worth", 20, "2"),
    _view("rent_growth", "Growth of rent", "किराए में बढ़ोतरी", "6", _OURS, 15, "2"),
    _view("home_growth", "Growth of home prices", "घर की कीमत में बढ़ोतरी", "5", f"{_OURS}: near the RBI House Price Index over ten years", 15, "2"),
    _view("home_upkeep", "Upkeep of a home, of its value", "घर का रखरखाव, कीमत का हिस्सा", "1", _OURS, 5),
    _view("buying_cost", "Stamp duty and registration, of the price", "स्टाम्प शुल्क और पंजीकरण", "7", f"{_OURS}: states take 5 to 8", 12, per=None),
    _view("selling_cost", "Cost of selling a home, of its price", "घर बेचने का खर्च", "1", _OURS, 6, per=None),
    _view("plan_age", "Age the money has to last to", "इस उम्र तक पैसा चले", "90", _OURS, 110, "5", least=60, unit=Unit.YEARS, per=None),
    _view("interest_tax", "Tax on interest", "ब्याज पर टैक्स", "31.2", "Highest slab, 30, with 4 of cess (Income-tax Act 2025, s.202, old 115BAC); set your own slab", 43, "10.4", per=None),
    _view("card_minimum", "Minimum payment of a card, of its balance", "कार्ड का न्यूनतम भुगतान", "5", f"{_OURS}: what most issuers ask", 20, least=2, per=None),
    _view("card_minimum_rupees", "Least payment of a card", "कार्ड का सबसे कम भुगतान", "200", _OURS, 5000, least=1, unit=Unit.INR, per=Per.MONTH),
)  # fmt: skip
