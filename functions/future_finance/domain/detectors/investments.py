"""Detectors of funds and shares: I01 to I03."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from future_finance.domain.detectors.case import Case, derived
from future_finance.domain.detectors.draft import Draft, impact
from future_finance.domain.detectors.words import investments as say
from future_finance.domain.facts import Unit
from future_finance.domain.finding import FindingCategory, ImpactKind
from future_finance.domain.plan_gap import ASSUMPTION_IDS

_LEAST_REGULAR = 25_000
_SECTOR_PCT = 25
_OF_ASSETS_PCT = 10
_OF_SHARES_PCT = 30
_MISMATCH_PCT = 10
_RECORD_DAYS = 45
_INVESTMENTS = FindingCategory.INVESTMENTS


def drafts(case: Case) -> Iterator[Draft]:
    yield from _regular_plan(case)
    yield from _sector(case)
    yield from _single_company(case)
    yield from _sip_mismatch(case)


def _regular_plan(case: Case) -> Iterator[Draft]:
    """I01. The impact is the low end of the range."""
    share, value, low, high = (case.fact(name) for name in ("M04", "M04V", "M05:low", "M05:high"))
    if share is None or value is None or low is None or high is None:
        return
    if share.number > 0 and value.number >= _LEAST_REGULAR:
        cost = impact(ImpactKind.PER_YEAR, -low.number, is_estimate=True, assumption_ids=ASSUMPTION_IDS)
        facts = {"low": low, "high": high, "value": value, "share": share}
        yield Draft("I01", _INVESTMENTS, say.REGULAR_PLAN, facts, cost)


def _sector(case: Case) -> Iterator[Draft]:
    """I02 of funds."""
    share, funds = case.fact("M07"), case.fact("M01")
    if share is not None and funds is not None and share.number >= _SECTOR_PCT:
        yield Draft("I02:sector", _INVESTMENTS, say.SECTOR_SHARE, {"share": share, "funds": funds})


def _single_company(case: Case) -> Iterator[Draft]:
    """I02 of shares: the largest by assets, else the largest among direct shares."""
    shares, assets = list(case.keyed("M10").values()), case.fact("N01A")
    if not shares:
        return
    value = max(shares, key=lambda fact: (fact.number, fact.id))
    if assets is not None and value.number * 100 >= _OF_ASSETS_PCT * assets.number > 0:
        share = derived(
            "I02:share", "share", value.number * 100 / assets.number, Unit.PERCENT,
            "One company as a share of assets", "संपत्ति में एक कंपनी का हिस्सा", [value, assets], "M10 / N01A",
        )  # fmt: skip
        facts = {"share": share, "value": value}
        yield Draft("I02:share", _INVESTMENTS, say.SHARE_OF_ASSETS, facts, basis=("value",))
        return
    parts = case.keyed("M10P")
    part = max(parts.values(), key=lambda fact: (fact.number, fact.id), default=None)
    if part is not None and part.number >= _OF_SHARES_PCT:
        held = case.fact(f"M10:{part.key}")
        if held is not None:
            yield Draft("I02:share", _INVESTMENTS, say.SHARE_OF_SHARES, {"share": part, "value": held})


def _sip_mismatch(case: Case) -> Iterator[Draft]:
    """I03, fund house by fund house; a record older than the mandate by 45 days is old, not wrong."""
    records = case.keyed("M06M")
    for house, bank in case.keyed("M06B").items():
        record = records.get(house)
        if record is None or bank.as_of is None or record.as_of is None:
            continue
        off = abs(bank.number - record.number) * 100
        if (
            off >= _MISMATCH_PCT * max(record.number, Decimal(1))
            and (bank.as_of - record.as_of).days <= _RECORD_DAYS
        ):
            facts = {"bank": bank, "record": record}
            yield Draft(f"I03:{house}", _INVESTMENTS, say.SIP_MISMATCH, facts)
