"""Figures that a law or a regulator sets, each for its own time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from future_finance.domain.assumptions.row import Row
from future_finance.domain.facts import Per, Unit

_TAX_YEAR = date(2026, 4, 1)  # the Income-tax Act 2025 speaks of tax years, from here on
_TAX_YEAR_ENDS = date(2027, 3, 31)

ROWS = (
    Row(
        "equity_gains_tax",
        "Tax on long-term gains of equity",
        "इक्विटी के दीर्घकालिक लाभ पर टैक्स",
        Decimal("12.5"),
        Unit.PERCENT,
        "Income-tax Act 2025, s.198 (old 112A), tax year 2026-27; cess and surcharge apart",
        as_of=_TAX_YEAR,
        valid_from=_TAX_YEAR,
        valid_until=_TAX_YEAR_ENDS,
    ),
    Row(
        "equity_gains_free",
        "Long-term gains of equity free of tax",
        "इक्विटी का टैक्स-मुक्त दीर्घकालिक लाभ",
        Decimal(125_000),
        Unit.INR,
        "Income-tax Act 2025, s.198 (old 112A), tax year 2026-27",
        as_of=_TAX_YEAR,
        valid_from=_TAX_YEAR,
        valid_until=_TAX_YEAR_ENDS,
        per=Per.YEAR,
    ),
    Row(
        "epf_rate",
        "Interest on the provident fund",
        "भविष्य निधि का ब्याज",
        Decimal("8.25"),
        Unit.PERCENT,
        "EPFO: rate for 2025-26, as stated by the Ministry of Labour on 2 March 2026",
        as_of=date(2026, 3, 2),
        valid_from=date(2025, 4, 1),
        valid_until=date(2026, 3, 31),
        lowest=Decimal(0),
        highest=Decimal(12),
        swing=Decimal("0.5"),
        per=Per.YEAR,
    ),
    Row(
        "floating_prepayment_charge",
        "Charge for prepaying a floating-rate loan",
        "फ्लोटिंग रेट लोन के प्रीपेमेंट का शुल्क",
        Decimal(0),
        Unit.PERCENT,
        "RBI (Pre-payment Charges on Loans) Directions, 2025: loans to individuals for other than business",
        as_of=date(2026, 1, 1),
        valid_from=date(2026, 1, 1),
    ),
    Row(
        "deposit_insurance",
        "Insured deposits of one person at one bank",
        "एक बैंक में एक व्यक्ति का बीमित जमा",
        Decimal(500_000),
        Unit.INR,
        "DICGC Act 1961, s.16; RBI notification of 4 February 2020: 5 lakh with interest, a depositor a bank",
        as_of=_TAX_YEAR,
        valid_from=date(2020, 2, 4),
    ),
)
