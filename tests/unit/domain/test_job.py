"""How parts make a job's end."""

from __future__ import annotations

import pytest

from future_finance.domain.job import JobStatus, ended_as, may_pass
from future_finance.domain.snapshot import PartName, PartOutcome, PartStatus

ALL = list(PartName)


def outcomes(**changed: PartStatus) -> dict[PartName, PartOutcome]:
    return {part: PartOutcome(changed.get(part.name, PartStatus.OK)) for part in ALL}


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        (outcomes(), JobStatus.SUCCEEDED),
        (outcomes(EPF=PartStatus.EMPTY, CREDIT_REPORT=PartStatus.NOT_AVAILABLE), JobStatus.SUCCEEDED),
        (outcomes(EPF=PartStatus.FAILED), JobStatus.PARTIAL),
        (outcomes(NET_WORTH=PartStatus.NOT_AVAILABLE), JobStatus.PARTIAL),
        (outcomes(EPF=PartStatus.LOGIN_REQUIRED), JobStatus.NEEDS_LOGIN),
        (outcomes(EPF=PartStatus.LOGIN_REQUIRED, NET_WORTH=PartStatus.FAILED), JobStatus.NEEDS_LOGIN),
        ({part: PartOutcome(PartStatus.FAILED) for part in ALL}, JobStatus.FAILED),
    ],
)
def test_a_login_prompt_outweighs_a_failure_which_outweighs_the_rest(
    parts: dict[PartName, PartOutcome], status: JobStatus
) -> None:
    assert ended_as(parts) is status


def test_trying_again_helps_only_where_a_reason_goes_by_itself() -> None:
    assert may_pass({PartName.EPF: PartOutcome(PartStatus.FAILED, "timeout")})
    assert not may_pass({PartName.EPF: PartOutcome(PartStatus.FAILED, "layout_changed")})
