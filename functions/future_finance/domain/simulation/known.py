"""A person's own figures: as they said them, else as their facts have them, else asked for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from future_finance.domain.simulation.result import Words
from future_finance.domain.simulation.scenario import Rupees, Scenario
from future_finance.domain.simulation.workings import Workings


@dataclass(frozen=True, slots=True)
class _Source:
    """The facts that hold a figure, the best first, and how it is asked for."""

    codes: tuple[str, ...]
    field: str
    ask: Words


_SOURCES = {
    "income_month": _Source(
        ("T01",), "incomeMonth", Words("What do you earn a month, in hand?", "हाथ में हर महीने कितनी आमदनी है?")
    ),
    "spend_month": _Source(
        ("T02",),
        "spendMonth",
        Words("What do you spend a month, EMIs included?", "EMI मिलाकर हर महीने कितना खर्च है?"),
    ),
    "spend_lately": _Source(  # what Q02, the months that money at hand lasts, is reckoned with
        ("T02R", "T02"),
        "spendMonth",
        Words("What do you spend a month, EMIs included?", "EMI मिलाकर हर महीने कितना खर्च है?"),
    ),
    "liquid": _Source(
        ("Q01",), "liquid", Words("How much money do you have at hand?", "तुरंत उपलब्ध पैसा कितना है?")
    ),
    "invested": _Source(("M01",), "invested", Words("How much have you invested?", "अभी कितना निवेश है?")),
    "invest_month": _Source(
        ("T04V",), "investMonth", Words("What do you invest a month?", "हर महीने कितना निवेश करते हैं?")
    ),
    "sip_month": _Source(
        ("M06B", "M06M"), "investMonth", Words("What are your SIPs a month?", "हर महीने की SIP कितनी है?")
    ),
}

_TOLD_AS = {"sip_month": "invest_month", "spend_lately": "spend_month"}


def figure(w: Workings, scenario: Scenario, name: str, *, needed: bool = True) -> Decimal:
    """The amount in rupees; 0 where it is nowhere, which is then noted as lacking."""
    source = _SOURCES[name]
    told_as = _TOLD_AS.get(name, name)
    told: Rupees | None = getattr(scenario, told_as)
    if told is not None:
        return w.asked(told_as, told.value).number
    for code in source.codes:
        if fact := w.use(code):
            return fact.number
    gone = next((w.sheet.missing[code] for code in source.codes if code in w.sheet.missing), None)
    w.lack(
        source.codes[0],
        source.ask,
        source.field,
        reason=gone.reason if gone else "no_data",
        needs=gone.needs if gone else "",
        needed=needed,
    )
    return Decimal(0)
