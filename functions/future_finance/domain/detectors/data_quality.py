"""Detectors of what the data itself gets wrong: V01 to V06."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from future_finance.domain.bureau_code import DebtKind
from future_finance.domain.detectors.case import Case, derived
from future_finance.domain.detectors.draft import Draft, impact
from future_finance.domain.detectors.words import data_quality as say
from future_finance.domain.facts import Fact, Unit
from future_finance.domain.finding import FindingCategory, ImpactKind

_XIRR_FAILS = frozenset({"units_differ", "undated", "out_of_range"})
_XIRR_LIMIT_PCT = 60
_COST_OFF_PCT = 1
_LEAST_GAP = Decimal(1000)
_GAP_SHARE = Decimal("0.005")
_UNSEEN_SHARE = Decimal("0.05")
_OLD_DAYS = 45
_TRADES = frozenset({"fund_trades", "share_trades"})  # who trades seldom has old trades, not old data
_LOAN_WORTH_A_NOTE = Decimal(100_000)
_ASSET_OF = {DebtKind.HOME: "N05V:property", DebtKind.VEHICLE: "N05V:vehicle"}
_DATA = FindingCategory.DATA_QUALITY


def drafts(case: Case) -> Iterator[Draft]:
    yield from _figure_conflict(case)
    yield from _parts_disagree(case)
    yield from _ledger_unusable(case)
    yield from _unseen_movement(case)
    yield from _stale_part(case)
    yield from _asset_missing(case)


def _figure_conflict(case: Case) -> Iterator[Draft]:
    """V01: Fi's XIRR where ours fails its gates, or is beyond them itself, or Fi's cost is not that of the units."""
    wrong: dict[str, Fact] = {}
    for key, stated in case.keyed("M03F").items():
        if case.reason(f"M03:{key}") in _XIRR_FAILS or abs(stated.number) > _XIRR_LIMIT_PCT:
            wrong[key] = stated
    for key, stated in case.keyed("M02F").items():
        cost = case.number(f"M02S:{key}")
        if cost is not None and abs(stated.number - cost) * 100 > _COST_OFF_PCT * max(stated.number, cost):
            wrong.setdefault(key, stated)
    if not wrong:
        return
    example = max(wrong.values(), key=lambda fact: (fact.unit == Unit.PERCENT, abs(fact.number), fact.id))
    count = derived(
        "V01", "count", Decimal(len(wrong)), Unit.COUNT, "Funds whose figures cannot be confirmed",
        "फंड जिनके आँकड़ों की पुष्टि नहीं हुई", list(wrong.values()), "funds that fail a check",
    )  # fmt: skip
    yield Draft(
        "V01", _DATA, say.FIGURE_CONFLICT, {"count": count, "example": example}, more=tuple(wrong.values())
    )


def _parts_disagree(case: Case) -> Iterator[Draft]:
    """V02: the total, and each class with its widest gap."""
    total = case.fact("N02D")
    if total is not None and abs(total.number) >= _LEAST_GAP:
        yield _gap("V02:total", total, ("net worth in all", "कुल नेट वर्थ"))
    widest: dict[str, Fact] = {}
    for key, gap in case.keyed("N07").items():
        of_class = key.partition(":")[0]
        stated = case.number(f"N05V:{of_class}") or case.number("N01L") or Decimal(0)
        if abs(gap.number) < max(_LEAST_GAP, stated * _GAP_SHARE):
            continue
        if of_class not in widest or abs(gap.number) > abs(widest[of_class].number):
            widest[of_class] = gap
    for of_class, gap in widest.items():
        value = case.fact(f"N05V:{of_class}")
        english = value.label if value is not None else of_class.replace("_", " ")
        hindi = value.label_hi if value is not None else english
        yield _gap(f"V02:{of_class}", gap, (english, hindi))


def _gap(finding_id: str, gap: Fact, of: tuple[str, str]) -> Draft:
    size = derived(
        finding_id, "gap", abs(gap.number), Unit.INR, gap.label, gap.label_hi, [gap], f"size of {gap.id}"
    )
    lost = impact(ImpactKind.AT_RISK, -size.number)
    return Draft(
        finding_id,
        _DATA,
        say.PARTS_DISAGREE,
        {"gap": size},
        lost,
        more=(gap,),
        gap=gap.number,
        texts={"of": of},
    )


def _ledger_unusable(case: Case) -> Iterator[Draft]:
    """V03."""
    rows = case.fact("D01:bank")
    if rows is not None and case.reason("T01") == "ledger_rejected":
        yield Draft("V03", _DATA, say.LEDGER_UNUSABLE, {"age": rows})


def _unseen_movement(case: Case) -> Iterator[Draft]:
    """V04: certain by itself, however thin the income that it is held against."""
    unseen, income = case.fact("T11"), case.fact("T01")
    if unseen is None or income is None or abs(unseen.number) < income.number * _UNSEEN_SHARE:
        return
    if unseen.number:
        facts = {"unseen": unseen, "income": income}
        yield Draft("V04", _DATA, say.UNSEEN_MOVEMENT, facts, gap=unseen.number)


def _stale_part(case: Case) -> Iterator[Draft]:
    """V05: a part older than 45 days, or parts more than 45 days apart."""
    ages = {key: fact for key, fact in case.keyed("D01").items() if key not in _TRADES}
    if not ages:
        return
    oldest = max(ages.values(), key=lambda fact: (fact.number, fact.id))
    apart = oldest.number - min(fact.number for fact in ages.values())
    if oldest.number > _OLD_DAYS or apart > _OLD_DAYS:
        yield Draft("V05", _DATA, say.STALE_PART, {"oldest": oldest}, more=tuple(ages.values()))


def _asset_missing(case: Case) -> Iterator[Draft]:
    """V06: of loans of a lakh and more, whose home or vehicle would change the picture."""
    for key, kind in case.keyed("L01K").items():
        owed = case.fact(f"L01:{key}")
        asset = next((held for of_kind, held in _ASSET_OF.items() if kind.value == of_kind), None)
        if owed is None or asset is None or owed.number < _LOAN_WORTH_A_NOTE or case.fact(asset) is not None:
            continue
        yield Draft(f"V06:{key}", _DATA, say.ASSET_MISSING, {"owed": owed}, more=(kind,))
