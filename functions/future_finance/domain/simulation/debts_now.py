"""A person's debts as a scenario starts from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from future_finance.domain import loan
from future_finance.domain.facts import Fact
from future_finance.domain.simulation.result import Words
from future_finance.domain.simulation.scenario import Loan, OfALoan
from future_finance.domain.simulation.workings import Workings


@dataclass(frozen=True, slots=True)
class Debt:
    """One debt. `payment` is rupees a month; a card's is its minimum now."""

    id: str
    name: str
    balance: Decimal
    rate_pct: Decimal
    payment: Decimal
    is_card: bool = False

    @property
    def months_left(self) -> int | None:
        """None where it does not end within a hundred years."""
        if not loan.ends(self.balance, self.rate_pct, self.payment):
            return None
        return loan.months_left(self.balance, self.rate_pct, self.payment)


def every_debt(w: Workings, emi: str = "paid", *, paid_in_full: bool = False) -> list[Debt]:
    """All debts that can be reckoned with; the rest is noted as lacking.

    A card that is paid in full each month bears no interest, and is no debt unless asked for.
    """
    owed = [fact for fact in w.sheet.keyed("L01").values() if fact.number > 0]
    kept = [fact for fact in owed if paid_in_full or not _is_paid_in_full(w, fact)]
    if len(kept) < len(owed):
        w.use("L06")
        w.warn("cards_paid_in_full")
    return [debt for fact in kept if (debt := _of_sheet(w, fact, emi)) is not None]


def the_loan(w: Workings, scenario: OfALoan) -> Debt | None:
    """The loan that is spoken of; None where that is unclear, which is then asked."""
    if scenario.loan is not None:
        return _told(w, scenario.loan)
    owed = [f for f in w.sheet.keyed("L01").values() if f.number > 0 and not _is_card(w, f.key)]
    fitting = [f for f in owed if scenario.debt is None or _fits(f, scenario.debt)]
    if len(fitting) != 1:
        _ask_which(w, fitting or owed)
        return None
    return _of_sheet(w, fitting[0], "paid", needed=True)


def named(w: Workings, words: Sequence[str]) -> list[Debt]:
    """Debts that the words name, all where there are none; a word that names nothing is asked about."""
    debts = every_debt(w, paid_in_full=bool(words))
    if not words:
        return debts
    facts = w.sheet.keyed("L01")
    for word in words:
        if not any(_fits(facts[debt.id], word) for debt in debts):
            _ask_which(w, [facts[debt.id] for debt in debts])
            return []
    return [debt for debt in debts if any(_fits(facts[debt.id], word) for word in words)]


# What people call a loan whose lender calls it by its class.
_CALLED = {
    "car": "vehicle", "bike": "vehicle", "scooter": "vehicle", "auto": "vehicle", "कार": "वाहन", "गाड़ी": "वाहन",
    "house": "home", "housing": "home", "flat": "home", "घर": "होम",
}  # fmt: skip


def _told(w: Workings, told: Loan) -> Debt:
    balance = w.asked("asked_amount", told.balance.value).number
    w.asked("asked_rate", told.rate_pct)
    if told.emi is not None:
        payment = w.asked("asked_month", told.emi.value).number
    else:
        assert told.months is not None
        payment = loan.emi(balance, told.rate_pct, told.months)
    return Debt("told", "", balance, told.rate_pct, payment)


def _of_sheet(w: Workings, fact: Fact, emi: str, *, needed: bool = False) -> Debt | None:
    card = _is_card(w, fact.key)
    payment = next((w.sheet.get(f"{code}:{fact.key}") for code in _payment_codes(emi)
                    if w.sheet.get(f"{code}:{fact.key}")), None)  # fmt: skip
    rate = w.sheet.get(f"L01R:{fact.key}")
    if rate is None or (payment is None and not card):
        what = "L01R" if rate is None else "L01E"
        asked = Words(
            f"What is the {'interest rate' if rate is None else 'EMI'} of this debt: {_name(fact.label)}?",
            f"इस कर्ज़ की {'ब्याज दर' if rate is None else 'EMI'} क्या है: {_name(fact.label_hi or fact.label)}?",
        )
        w.lack(f"{what}:{fact.key}", asked, "loan", reason="not_reported", needed=needed)
        return None
    for used in (fact, rate, None if card else payment):
        if used is not None:
            w.use(used.id)
    due = _card_minimum(w, fact.number) if card or payment is None else payment.number
    return Debt(fact.key, fact.label, fact.number, rate.number, due, card)


def _payment_codes(emi: str) -> tuple[str, str]:
    return ("L02", "L01E") if emi == "contract" else ("L01E", "L02")


def _card_minimum(w: Workings, balance: Decimal) -> Decimal:
    return max(balance * w.assume("card_minimum") / 100, w.assume("card_minimum_rupees"))


def _is_card(w: Workings, key: str) -> bool:
    return f"C02D:{key}" in w.sheet.facts


def _is_paid_in_full(w: Workings, fact: Fact) -> bool:
    """Known not to be carried over: the fact that says so names the cards that are."""
    carried = w.sheet.get("L06")
    return _is_card(w, fact.key) and carried is not None and fact.id not in carried.inputs


def _fits(fact: Fact, word: str) -> bool:
    wanted = word.casefold()
    names = (fact.label.casefold(), fact.label_hi.casefold())
    return wanted == fact.key or any(
        said in name for said in (wanted, _CALLED.get(wanted, wanted)) for name in names
    )


def _name(label: str) -> str:
    """The debt alone: a fact of what is owed on it is called "Outstanding: {name}"."""
    return label.rpartition(": ")[2]


def _ask_which(w: Workings, among: Sequence[Fact]) -> None:
    labels = ", ".join(_name(fact.label) for fact in among)
    labels_hi = ", ".join(_name(fact.label_hi or fact.label) for fact in among)
    if among:
        w.lack("L01", Words(f"Which one: {labels}?", f"इनमें से कौन सा: {labels_hi}?"), "debt", reason="unclear")
    else:
        ask = Words(
            "Your data shows no such loan. What are its balance, rate and EMI?",
            "आपके डेटा में ऐसा लोन नहीं है। उसका बकाया, दर और EMI क्या है?",
        )
        w.lack("L01", ask, "loan", reason="no_data")
