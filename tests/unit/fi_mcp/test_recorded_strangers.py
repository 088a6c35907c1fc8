"""The recorded accounts are other people, but for two that share their bank accounts."""

from __future__ import annotations

import itertools

import pytest

from future_finance.adapters.fi_mcp.answer import read_text
from future_finance.adapters.fi_mcp.part import TOOLS, read_part
from future_finance.domain.portfolio import ConnectionHoldings, absorb
from future_finance.domain.same_person import Identity, identify
from future_finance.domain.snapshot import PartName, Snapshot
from tests.fakes.person import TODAY
from tests.recordings import FOLDER, needs_recordings

PEOPLE = sorted(folder.name for folder in FOLDER.glob("*")) if FOLDER.is_dir() else []
SAME = {("2222222222", "4444444444")}


def snapshot(phone: str) -> Snapshot:
    parts = {
        name: read_part(name, read_text((FOLDER / phone / f"{name.value}.json").read_text()))
        for name in PartName
    }
    contents = {TOOLS[name].field: part.content for name, part in parts.items() if part.content is not None}
    return Snapshot({name: part.outcome for name, part in parts.items()}, **contents)  # type: ignore[arg-type]


@needs_recordings
@pytest.mark.parametrize("pair", list(itertools.combinations(PEOPLE, 2)), ids=" and ".join)
def test_nobody_is_taken_for_somebody_else(pair: tuple[str, str]) -> None:
    one, other = (snapshot(phone) for phone in pair)
    held = absorb(ConnectionHoldings("c1", "fi_money"), one, TODAY)
    if not any(part.accounts for part in held.assets):
        pytest.skip("this account names nothing that could be compared")
    identity = identify(held, other)
    assert (identity is Identity.SAME) == (pair in SAME)
