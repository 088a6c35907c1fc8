"""What a row is: income, spending, an investment; and for what. Rules in order; what none settles stays unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from future_finance.domain.cash_flow import purposes
from future_finance.domain.cash_flow.brands import brand_of
from future_finance.domain.cash_flow.entry import Category, Flow
from future_finance.domain.cash_flow.narration import Narration, Rail
from future_finance.domain.cash_flow.phrases import Phrases
from future_finance.domain.cash_flow.vocabulary import MONTHS


@dataclass(frozen=True, slots=True)
class Meaning:
    """A row's meaning, as far as its own words tell."""

    flow: Flow
    category: Category
    brand: str | None = None
    institution: bool = False
    bounce: bool = False
    minimum_due: bool = False


_SPENDING = Phrases(purposes.SPENDING)
_FAMILY = Phrases({Category.FAMILY: purposes.FAMILY})
_DECISIVE = Phrases(
    {
        Category.CARD_BILL: purposes.CARD_BILL,
        Category.BNPL: purposes.BNPL,
        Category.MUTUAL_FUND: purposes.MUTUAL_FUND,
        Category.NPS: purposes.NPS,
        Category.PPF: purposes.PPF,
        Category.RECURRING_DEPOSIT: purposes.RECURRING_DEPOSIT,
        Category.FIXED_DEPOSIT: purposes.FIXED_DEPOSIT,
        Category.BROKER: purposes.BROKER,
        Category.EMI: purposes.EMI,
        Category.TAX: purposes.TAX,
        Category.INSURANCE: purposes.INSURANCE,
        Category.CASH: purposes.CASH,
    }
)
_ORDER = (
    Category.CARD_BILL, Category.BNPL, Category.MUTUAL_FUND, Category.NPS, Category.PPF, Category.RECURRING_DEPOSIT,
    Category.FIXED_DEPOSIT, Category.BROKER, Category.EMI, Category.TAX, Category.INSURANCE, Category.CASH,
)  # fmt: skip
_INCOMING = Phrases(
    {
        Category.REFUND: purposes.REFUND,
        Category.LOAN_DISBURSAL: purposes.DISBURSAL,
        Category.CLAIM: purposes.CLAIM,
        Category.REDEMPTION: purposes.REDEMPTION,
        Category.PENSION: purposes.PENSION,
        Category.SALARY: purposes.SALARY,
        Category.RENT_RECEIVED: purposes.RENT_RECEIVED,
        Category.INTEREST: purposes.INTEREST,
        Category.OTHER_INCOME: purposes.DIVIDEND,
        Category.INVOICE: purposes.INVOICE,
    }
)
_INCOMING_ORDER = (
    Category.REFUND, Category.LOAN_DISBURSAL, Category.CLAIM, Category.REDEMPTION, Category.PENSION, Category.SALARY,
    Category.RENT_RECEIVED, Category.INTEREST, Category.OTHER_INCOME, Category.INVOICE,
)  # fmt: skip
_INCOME = frozenset(
    {Category.PENSION, Category.SALARY, Category.RENT_RECEIVED, Category.INTEREST, Category.OTHER_INCOME, Category.INVOICE}
)  # fmt: skip
_INVESTMENTS = frozenset(
    {
        *(Category.MUTUAL_FUND, Category.NPS, Category.PPF, Category.BROKER),
        *(Category.RECURRING_DEPOSIT, Category.FIXED_DEPOSIT),
    }
)
_INSTITUTIONAL = _INVESTMENTS | {
    *(Category.CARD_BILL, Category.BNPL, Category.EMI, Category.TAX, Category.INSURANCE, Category.FEES),
    *(Category.INTEREST, Category.CLAIM, Category.LOAN_DISBURSAL, Category.REDEMPTION),
}
_BOUNCE = Phrases({True: purposes.BOUNCE})
_FEES = Phrases({True: purposes.FEES})
_SELF = Phrases({True: purposes.SELF})
_LOAN = Phrases({True: purposes.LOAN})
_MINIMUM_DUE = Phrases({True: purposes.MINIMUM_DUE})

_WHOLE_NOTES = {"AUTO": Category.TRAVEL, "GAS": Category.UTILITIES, "WATER": Category.UTILITIES}
_PERSON_TO_PERSON = (Rail.UPI, Rail.CARD)  # rails on which the other side's words are anybody's
_OWN_WORDS = (Rail.NONE, Rail.TRANSFER)
_FUND_HOUSE = re.compile(r"[A-Z]{2,24}MF")
_SALARY_OF_MONTH = re.compile(rf"\d*SAL(?:ARY)?(?:{'|'.join(MONTHS)})")
_DIVIDEND = re.compile(r"[A-Z0-9]*INTDIV\d*|[A-Z0-9]{2,20}DIV\d{2,8}")
_WORD = re.compile(r"[A-Z0-9]+")
_PENSION_SCHEME = re.compile(r"APY\d{4,12}")
_FEE_STARTS = ("DCARDFEE", "SMSCH", "AMBCH")
_GIVEN_BACK = frozenset({"RET", "RETURN", "RETURNED", "REPAID", "REPAYMENT", "BACK"})
_LETTERS = re.compile(r"[a-z]+")


def meaning_of(kind: str, incoming: bool, said: Narration, mode: str) -> Meaning:
    """The meaning of a row. `kind` and `mode` are the provider's, which banks fill in carelessly."""
    note, payee = _words(said.note), _words(said.payee) if "@" not in said.payee else []
    if incoming:
        return _of_credit(kind, said, note, payee)
    return _of_debit(kind, said, note, payee, mode)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _of_debit(kind: str, said: Narration, note: list[str], payee: list[str], mode: str) -> Meaning:
    words = note + payee
    if kind == "tds":
        return Meaning(Flow.OUTFLOW, Category.TAX, institution=True)
    if said.rail not in _PERSON_TO_PERSON:
        if _BOUNCE.first(payee + note):
            return Meaning(Flow.OUTFLOW, Category.FEES, institution=True, bounce=True)
        if (said.rail in _OWN_WORDS or mode == "CHARGES") and _is_a_fee(words):
            return Meaning(Flow.OUTFLOW, Category.FEES, institution=True)
        if _SELF.first(words) and said.rail not in (Rail.CHEQUE, Rail.ATM):
            return Meaning(Flow.SELF_TRANSFER, Category.TRANSFER)
    elif _SELF.first(note):
        return Meaning(Flow.SELF_TRANSFER, Category.TRANSFER)
    known = brand_of(payee) or _brand_of_address(said.address)
    brand = known[0] if known else None
    category = _settled(said, words, known[1] if known else None)
    if category is None:
        category = _FAMILY.first(note) or (_FAMILY.first(payee) if len(payee) == 1 else None)
    if category is None:
        category = (
            _SPENDING.first(note)
            or _WHOLE_NOTES.get(said.note)
            or (known[1] if known else None)
            or _SPENDING.first(payee)
        )
    if category is None and said.address:
        category = _SPENDING.first(_words(said.address.partition("@")[0].upper()))
    if category is None and (said.rail is Rail.ATM or (said.rail is Rail.NONE and mode == "ATM")):
        category = Category.CASH
    category = category or Category.UNKNOWN
    return Meaning(
        flow=Flow.INVESTMENT if category in _INVESTMENTS else Flow.OUTFLOW,
        category=category,
        brand=brand,
        institution=category in _INSTITUTIONAL,
        minimum_due=category is Category.CARD_BILL and bool(_MINIMUM_DUE.first(words)),
    )


def _settled(said: Narration, words: list[str], of_brand: Category | None) -> Category | None:
    """What words that decide on their own say, or a brand that sells one thing only."""
    found = _DECISIVE.all(words)
    if said.to_card:
        found.add(Category.CARD_BILL)
    if any(map(_PENSION_SCHEME.fullmatch, words)):
        found.add(Category.NPS)
    if any(len(word) > 3 and _FUND_HOUSE.fullmatch(word) for word in words):
        found.add(Category.MUTUAL_FUND)
    if said.rail not in _PERSON_TO_PERSON:
        if "SIP" in words:
            found.add(Category.MUTUAL_FUND)
        if _LOAN.first(words):
            found.add(Category.EMI)
        if "PREMIUM" in words:
            found.add(Category.INSURANCE)
    elif "SIP" in words and of_brand in (Category.BROKER, Category.MUTUAL_FUND):
        found.add(Category.MUTUAL_FUND)
    if said.rail is Rail.CARD:
        found -= _INVESTMENTS
    for category in _ORDER:
        if category in found:
            return category
    return of_brand if of_brand in _SINGLE_MINDED else None


_SINGLE_MINDED = frozenset(
    {
        *(Category.CARD_BILL, Category.BNPL, Category.EMI, Category.INSURANCE),
        *(Category.BROKER, Category.MUTUAL_FUND),
    }
)


def _is_a_fee(words: list[str]) -> bool:
    return bool(_FEES.first(words)) or any(word.startswith(_FEE_STARTS) for word in words)


def _brand_of_address(address: str) -> tuple[str, Category] | None:
    """A UPI address that begins with a business's name: swiggy8@ybl, uberrides@hdfcbank."""
    start = _LETTERS.match(address)
    return brand_of([start[0].upper()]) if start else None


def _of_credit(kind: str, said: Narration, note: list[str], payee: list[str]) -> Meaning:
    words = note + payee
    if kind == "interest":
        return Meaning(Flow.INCOME, Category.INTEREST, institution=True)
    if _SELF.first(note if said.rail in _PERSON_TO_PERSON else words):
        return Meaning(Flow.SELF_TRANSFER, Category.TRANSFER)
    known = brand_of(payee) or _brand_of_address(said.address)
    category = _credited(said, note, payee, known[1] if known else None)
    return Meaning(
        flow=Flow.INCOME if category in _INCOME else Flow.OTHER_CREDIT,
        category=category,
        brand=known[0] if known else None,
        institution=category in _INSTITUTIONAL,
    )


def _credited(said: Narration, note: list[str], payee: list[str], of_brand: Category | None) -> Category:
    words = note + payee
    found = _INCOMING.all(words)
    if any(_SALARY_OF_MONTH.match(word) for word in words):
        found.add(Category.SALARY)
    if said.rail is Rail.MANDATE and any(_DIVIDEND.fullmatch(word) for word in words):
        found.add(Category.OTHER_INCOME)
    if said.rail not in _PERSON_TO_PERSON and _LOAN.first(words) and _GIVEN_BACK.isdisjoint(words):
        found.add(Category.LOAN_DISBURSAL)
    for category in _INCOMING_ORDER:
        if category in found:
            return category
    if (
        of_brand in _INVESTMENTS
        or _DECISIVE.all(words) & _INVESTMENTS
        or any(map(_FUND_HOUSE.fullmatch, words))
    ):
        return Category.REDEMPTION
    if of_brand is Category.INSURANCE or _DECISIVE.all(words) & {Category.INSURANCE}:
        return Category.CLAIM
    if of_brand is not None:
        return Category.REFUND  # a business gives back what was paid to it
    if _FAMILY.first(note) or (len(payee) == 1 and _FAMILY.first(payee)):
        return Category.FAMILY
    return Category.UNKNOWN
