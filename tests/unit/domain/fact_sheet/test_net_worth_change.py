"""Why net worth changed: whatever the data, the parts make up the whole."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.asset_class import AssetClass, LiabilityClass
from future_finance.domain.cash_flow.entry import Cashbook, Category, Entry, Flow, LedgerAccount, Trust
from future_finance.domain.dossier import Dossier
from future_finance.domain.fact_book import FactBook
from future_finance.domain.fact_sheet.net_worth_change import PARTS, enter
from future_finance.domain.facts import FactSheet
from future_finance.domain.ledger import LedgerRow
from future_finance.domain.net_worth import Point
from future_finance.domain.trades import Trade

TODAY = date(2026, 11, 24)
OPENING, CLOSING = date(2026, 10, 25), TODAY
CLASSES: tuple[AssetClass | LiabilityClass, ...] = (*AssetClass, *LiabilityClass)

type Worth = dict[AssetClass | LiabilityClass, int]


def point(on: date, worth: Worth, *, carried: bool = False) -> Point:
    assets = sum(minor for name, minor in worth.items() if isinstance(name, AssetClass))
    return Point(on, assets, sum(worth.values()) - assets, carried, worth, on)


def entry(minor: int, flow: Flow, category: Category, on: date = date(2026, 11, 2)) -> Entry:
    kind = "credit" if flow in {Flow.INCOME, Flow.OTHER_CREDIT} else "debit"
    return Entry(LedgerRow("r", "a", "Bank", on, kind, minor, None, "", ""), flow, category)


def book_of(*entries: Entry, trust: Trust = Trust.TRUSTED) -> Cashbook:
    first = date(2026, 9, 1)
    account = LedgerAccount("a", "Bank", trust, 9, 9, first, TODAY)
    return Cashbook(entries=entries, accounts=(account,), full_months=("2026-10",), first=first, last=TODAY)


def told(*points: Point, cashbook: Cashbook | None = None, trades: tuple[Trade, ...] = ()) -> FactSheet:
    book = FactBook(TODAY)
    enter(Dossier(TODAY, points=points, trades=trades), cashbook or Cashbook(), book)
    return book.sheet()


def part(sheet: FactSheet, name: str) -> Decimal | None:
    return sheet.number(f"N03:{name}")


worths = st.dictionaries(st.sampled_from(CLASSES), st.integers(-(10**10), 10**12), max_size=8)
entries = st.builds(
    entry, st.integers(1, 10**9), st.sampled_from(Flow), st.sampled_from(Category), st.dates(OPENING, CLOSING)
)


@given(worths, worths, st.lists(entries, max_size=6), st.sampled_from(Trust))
def test_the_parts_always_make_up_the_change_to_the_paisa(
    before: Worth, after: Worth, rows: list[Entry], trust: Trust
) -> None:
    opening, closing = point(OPENING, before), point(CLOSING, after)
    sheet = told(opening, closing, cashbook=book_of(*rows, trust=trust))
    parts = [fact for fact in sheet.facts.values() if fact.key]
    assert sum(fact.number for fact in parts) == sheet.facts["N03"].number
    assert sheet.number("N03") == Decimal(closing.net_minor - opening.net_minor) / 100
    assert [fact.key for fact in parts] == [name for name in PARTS if f"N03:{name}" in sheet.facts]
    assert sheet.facts["N03"].inputs == tuple(fact.id for fact in parts)


def test_repaid_principal_makes_up_for_the_emi_that_was_spent() -> None:
    before: Worth = {AssetClass.SAVINGS: 100_000, LiabilityClass.HOME_LOAN: 900_000}
    after: Worth = {AssetClass.SAVINGS: 90_000, LiabilityClass.HOME_LOAN: 894_000}
    rows = book_of(entry(10_000, Flow.OUTFLOW, Category.EMI))
    sheet = told(point(OPENING, before), point(CLOSING, after), cashbook=rows)
    assert [part(sheet, name) for name in ("income_less_outflow", "principal_repaid", "unexplained")] == [
        -100, 60, 0,
    ]  # fmt: skip


def test_a_new_loan_that_was_paid_out_changes_nothing() -> None:
    before: Worth = {AssetClass.SAVINGS: 0, LiabilityClass.LOAN: 100_000}
    after: Worth = {AssetClass.SAVINGS: 196_000, LiabilityClass.LOAN: 296_000}
    rows = book_of(entry(196_000, Flow.OTHER_CREDIT, Category.LOAN_DISBURSAL))
    sheet = told(point(OPENING, before), point(CLOSING, after), cashbook=rows)
    assert [part(sheet, name) for name in ("principal_repaid", "unexplained")] == [0, 0]
    assert sheet.number("N03") == 0


def test_buying_a_fund_is_no_gain_and_selling_it_no_loss() -> None:
    trades = (
        Trade("t1", "mf", date(2026, 11, 5), "buy", "INF0", Decimal(10), Decimal(20), 20_000),
        Trade("t2", "mf", date(2026, 11, 6), "sell", "INF1", Decimal(5), Decimal(10), None),
        Trade("t3", "mf", date(2026, 10, 25), "buy", "INF0", Decimal(9), Decimal(20), 18_000),
    )
    before: Worth = {AssetClass.SAVINGS: 50_000, AssetClass.MUTUAL_FUNDS: 100_000}
    after: Worth = {AssetClass.SAVINGS: 35_000, AssetClass.MUTUAL_FUNDS: 116_500}
    rows = book_of(entry(20_000, Flow.INVESTMENT, Category.MUTUAL_FUND))
    sheet = told(point(OPENING, before), point(CLOSING, after), cashbook=rows, trades=trades)
    assert part(sheet, "market") == 15
    assert part(sheet, "income_less_outflow") == part(sheet, "unexplained") == 0


def test_what_appears_disappears_or_was_entered_is_told_apart() -> None:
    before: Worth = {AssetClass.SAVINGS: 1_000, AssetClass.SGB: 5_000, AssetClass.GOLD: 100}
    after: Worth = {AssetClass.SAVINGS: 1_000, AssetClass.ETF: 7_000, AssetClass.GOLD: 300}
    sheet = told(point(OPENING, before), point(CLOSING, after))
    assert (part(sheet, "reclassified"), part(sheet, "unexplained")) == (Decimal(22), 0)


def test_rows_that_do_not_link_up_explain_nothing() -> None:
    before: Worth = {AssetClass.SAVINGS: 1_000}
    after: Worth = {AssetClass.SAVINGS: 51_000}
    rows = book_of(entry(50_000, Flow.INCOME, Category.SALARY), trust=Trust.REJECTED)
    sheet = told(point(OPENING, before), point(CLOSING, after), cashbook=rows)
    assert sheet.missing["N03:income_less_outflow"].reason == "not_told"
    assert part(sheet, "unexplained") == 500
    assert sheet.facts["N03:unexplained"].sufficiency == 0


def test_a_month_is_compared_where_there_are_points_for_it() -> None:
    days = [TODAY - timedelta(days=back) for back in (90, 31, 7, 1, 0)]
    sheet = told(*(point(day, {AssetClass.SAVINGS: 100 * number}) for number, day in enumerate(days)))
    assert sheet.facts["N03"].label == "Change of net worth since 24 Oct 2026"
    assert sheet.number("N03") == 3


def test_carried_points_are_no_ends() -> None:
    full, carried = point(OPENING, {}), point(CLOSING, {}, carried=True)
    assert told(full, carried).missing["N03"].reason == "needs_points"
