"""Worker of the queue fan-out: one page of a schedule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, StringConstraints

from future_finance import bootstrap, upkeep
from future_finance.domain.schedule import ScheduleName
from future_finance.domain.shard_page import ShardPage, shards_of
from future_finance.entrypoints.delivery import Delivery, Payload, worker
from future_finance.usecases import fan_out as usecase


def _known(shards: str) -> str:
    shards_of(shards)
    return shards


class PageTask(Payload):
    """The task's payload, all of it text."""

    model_config = ConfigDict(strict=False)

    schedule: ScheduleName
    period: Annotated[str, StringConstraints(pattern=r"^\d{4}-[0-9W-]{2,6}$")]
    shards: Annotated[str, StringConstraints(pattern=r"^\d{1,2}-\d{1,2}$"), AfterValidator(_known)]
    number: Annotated[str, StringConstraints(pattern=r"^\d{1,6}$")]
    after: Annotated[str, StringConstraints(max_length=400)] | None = None
    again: Annotated[str, StringConstraints(max_length=64)] = ""

    def page(self) -> ShardPage:
        return ShardPage(
            self.schedule, self.period, shards_of(self.shards), int(self.number), self.after, self.again
        )


@worker(PageTask)
async def fan_out(task: PageTask, delivery: Delivery) -> Mapping[str, object]:
    fanning = usecase.FanningOut(
        due=upkeep.due_store(),
        points=upkeep.point_carrier(),
        queue=bootstrap.task_queue(),
        letters=upkeep.lost_pages(),
        clock=bootstrap.clock(),
    )
    return await usecase.fan_out(fanning, task.page(), last=delivery.last)
