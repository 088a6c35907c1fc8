"""Debts: Fi's account and the credit report's line of one debt put together, and what only one of them knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from future_finance.domain.asset_class import LABELS, LABELS_HI, LiabilityClass
from future_finance.domain.bureau_code import DebtKind, kind_of
from future_finance.domain.credit_score import report_of
from future_finance.domain.lender import same_lender, shown
from future_finance.domain.portfolio import Portfolio
from future_finance.domain.snapshot import Account, CreditReport, LiabilityPart, Tradeline

_SAME_WITHIN_PCT = 2
_NAMES = {
    DebtKind.HOME: ("home loan", "होम लोन"),
    DebtKind.VEHICLE: ("vehicle loan", "वाहन लोन"),
    DebtKind.PERSONAL: ("personal loan", "पर्सनल लोन"),
    DebtKind.EDUCATION: ("education loan", "एजुकेशन लोन"),
    DebtKind.GOLD: ("gold loan", "गोल्ड लोन"),
    DebtKind.CONSUMER: ("consumer loan", "कंज़्यूमर लोन"),
    DebtKind.SECURED: ("loan against shares", "शेयरों पर लोन"),
    DebtKind.BUSINESS: ("business loan", "बिज़नेस लोन"),
    DebtKind.CARD: ("credit card", "क्रेडिट कार्ड"),
    DebtKind.OTHER: ("loan", "लोन"),
}
_KIND_OF_CLASS = {
    LiabilityClass.HOME_LOAN: DebtKind.HOME,
    LiabilityClass.VEHICLE_LOAN: DebtKind.VEHICLE,
    LiabilityClass.CREDIT_CARD: DebtKind.CARD,
}


@dataclass(frozen=True, slots=True)
class Debt:
    """One debt. `name` is Fi's where Fi knows it, so that it tells no more than Fi does.

    `counted`: part of the debts that Fi states; one that only the credit report knows is not.
    Paise, positive. `source` is the document the balance is read from.
    """

    id: str
    name: str
    name_hi: str
    lender: str
    of_class: LiabilityClass | None
    balance_minor: int | None
    as_of: date | None
    source: str
    account: Account | None = None
    line: Tradeline | None = None
    counted: bool = True

    @property
    def kind(self) -> DebtKind:
        """By Fi's class where it says enough, else by the report."""
        by_class = _KIND_OF_CLASS.get(self.of_class) if self.of_class is not None else None
        if by_class is None and self.line is not None:
            return kind_of(self.line.account_type)
        return by_class or DebtKind.OTHER

    @property
    def kind_by_provider(self) -> bool:
        """Whether the kind rests on Fi's word alone."""
        return self.at_provider and (self.line is None or self.of_class in _KIND_OF_CLASS)

    @property
    def is_card(self) -> bool:
        return self.kind is DebtKind.CARD

    @property
    def at_provider(self) -> bool:
        """Whether the balance is Fi's own, or the person's, and not the credit report's."""
        return not self.source.startswith("creditScores/")


def debts_of(portfolio: Portfolio) -> tuple[Debt, ...]:
    """Every open debt once, those of Fi first; an account that two connections bring has one id. A Fi account and an open line of the report are one debt where the
    lender and the type are the same, and the outstanding within 2% or the sanctioned amount or limit equal."""
    found = report_of(portfolio)
    free = _open_lines(found[1]) if found is not None else []
    home = f"creditScores/{found[0].connection_id}_{found[1].report_date}" if found is not None else ""
    debts: list[Debt] = []
    for held in portfolio.connections:
        for part in held.liabilities:
            source = f"liabilities/{held.connection_id}"
            debts += (
                _of_accounts(part, source, free) if part.accounts else _of_class(part, source, home, free)
            )
    for entry in portfolio.manual:
        if isinstance(entry.entry_class, LiabilityClass):
            key = re.sub(r"[^a-z0-9_-]", "", entry.id.lower())
            debts.append(
                Debt(f"you-{key}", entry.name, entry.name, "", entry.entry_class, entry.amount_minor, entry.as_of, "you")
            )  # fmt: skip
    debts += [replace(_of_line(line, home), counted=False) for line in free]
    return _told_apart(list({debt.id: debt for debt in reversed(debts)}.values())[::-1])


def _open_lines(report: CreditReport) -> list[Tradeline]:
    return [line for line in report.tradelines if not line.closed]


def _of_accounts(part: LiabilityPart, source: str, free: list[Tradeline]) -> Iterable[Debt]:
    for account in part.accounts:
        line = next((line for line in free if _is_one(account, part.liability_class, line)), None)
        if line is not None:
            free.remove(line)
        kind = _KIND_OF_CLASS.get(part.liability_class, DebtKind.OTHER)
        as_of = account.as_of or part.as_of
        yield replace(
            _named(account.id, account.institution, kind, account.value_minor, as_of, source),
            of_class=part.liability_class,
            account=account,
            line=line,
        )


def _of_class(part: LiabilityPart, source: str, home: str, free: list[Tradeline]) -> Iterable[Debt]:
    """A class of which Fi lists no account: the report's lines that make up its figure, else the class itself."""
    if not part.stated_minor:
        return
    fitting = [line for line in free if _fits(part.liability_class, line)]
    single = [[line] for line in fitting if _near(line.balance_minor, part.stated_minor)]
    whole = [fitting] if _near(sum(line.balance_minor for line in fitting), part.stated_minor) else []
    for lines in (*single, *whole):
        for line in lines:
            free.remove(line)
            yield _of_line(line, home)
        return
    name = LABELS[part.liability_class]
    yield Debt(
        str(part.liability_class), name, LABELS_HI[part.liability_class], "", part.liability_class,
        part.stated_minor, part.as_of, source,
    )  # fmt: skip


def _of_line(line: Tradeline, home: str) -> Debt:
    kind = kind_of(line.account_type)
    as_of = line.reported_on
    return replace(_named(line.id, line.lender, kind, line.balance_minor, as_of, home), line=line)


def _named(
    debt_id: str, lender: str, kind: DebtKind, minor: int | None, as_of: date | None, source: str
) -> Debt:
    name, name_hi = _NAMES[kind]
    lender = shown(lender)
    return Debt(debt_id, f"{lender} {name}", f"{lender} {name_hi}", lender, None, minor, as_of, source)


def _is_one(account: Account, of_class: LiabilityClass, line: Tradeline) -> bool:
    if not (_fits(of_class, line) and same_lender(account.institution, line.lender)):
        return False
    if account.value_minor is not None and _near(account.value_minor, line.balance_minor):
        return True
    whole = account.limit_minor if of_class is LiabilityClass.CREDIT_CARD else account.original_minor
    return whole is not None and whole in {line.limit_minor, line.original_minor}


def _fits(of_class: LiabilityClass, line: Tradeline) -> bool:
    """Whether a line can be of the class; Fi's other classes of loans take any loan."""
    kind = kind_of(line.account_type)
    wanted = _KIND_OF_CLASS.get(of_class)
    if wanted is not None:
        return kind is wanted
    if of_class is LiabilityClass.OTHER_LOAN:
        return kind not in _KIND_OF_CLASS.values()
    return kind is not DebtKind.CARD


def _near(one_minor: int, other_minor: int) -> bool:
    return abs(one_minor - other_minor) * 100 <= _SAME_WITHIN_PCT * max(one_minor, other_minor)


def _told_apart(debts: Sequence[Debt]) -> tuple[Debt, ...]:
    """Debts of one name are numbered."""
    times = Counter(debt.name for debt in debts)
    seen: Counter[str] = Counter()
    apart = []
    for debt in debts:
        seen[debt.name] += 1
        number = f" ({seen[debt.name]})" if times[debt.name] > 1 else ""
        apart.append(replace(debt, name=debt.name + number, name_hi=debt.name_hi + number))
    return tuple(apart)
