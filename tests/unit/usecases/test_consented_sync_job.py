"""A sync job within consent, and the end of everything for somebody under age."""

from __future__ import annotations

from dataclasses import replace

from future_finance.domain.consent import Scope
from future_finance.domain.erasure import ErasureState
from future_finance.domain.snapshot import PartName
from future_finance.errors import (
    ConsentMissing,
)
from future_finance.usecases.ports import Purpose
from tests.unit.usecases.sync_world import UID, World


async def test_fi_is_asked_for_what_consent_covers_alone() -> None:
    world = await World().ready()
    world.jobs.scopes = frozenset({Scope.EPF, Scope.TRANSACTIONS})
    assert await world.deliver() == "succeeded"
    assert world.source.wanted == {
        PartName.EPF,
        PartName.BANK_TRANSACTIONS,
        PartName.MF_TRANSACTIONS,
        PartName.STOCK_TRANSACTIONS,
    }


async def test_a_credit_report_of_somebody_under_age_ends_everything() -> None:
    world = await World().ready()
    report = world.source.snapshot.credit_report
    assert report is not None
    world.source.snapshot = replace(world.source.snapshot, credit_report=replace(report, is_minor=True))
    assert await world.deliver() == "failed"
    assert world.jobs.committed == []
    assert await world.vault.open(UID, "c1", Purpose.FI_SESSION) is None
    (erasure,) = world.erasures.erasures.values()
    assert (erasure.uid, erasure.state) == (UID, ErasureState.RUNNING)
    assert [task.queue for task in world.queue.tasks] == ["sync-connection", "erase-data"]


async def test_a_job_whose_last_consent_ends_under_way_fails_for_good() -> None:
    world = await World().ready()
    world.jobs.commit_error = ConsentMissing()
    assert await world.deliver() == "failed"
    assert world.jobs.jobs["j1"].error == "consent_missing"
