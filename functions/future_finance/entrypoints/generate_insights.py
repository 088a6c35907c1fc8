"""Worker of the queues generate-insights and generate-weekly-insights: one delivery of a run."""

from __future__ import annotations

from collections.abc import Mapping

from future_finance import bootstrap
from future_finance.domain.detectors import detect
from future_finance.entrypoints.body import Id
from future_finance.entrypoints.delivery import Delivery, Payload, Uid, worker
from future_finance.usecases import generate_insights as usecase


class InsightTask(Payload):
    """The task's payload: ids alone. `connectionId` is there when the run follows that sync."""

    uid: Uid
    job_id: Id
    connection_id: str = ""


@worker(InsightTask)
async def generate_insights(task: InsightTask, delivery: Delivery) -> Mapping[str, object]:
    return await _generated(task, delivery)


@worker(InsightTask)
async def generate_weekly_insights(task: InsightTask, delivery: Delivery) -> Mapping[str, object]:
    """The same for the runs of the calendar, which nobody waits for."""
    return await _generated(task, delivery)


async def _generated(task: InsightTask, delivery: Delivery) -> Mapping[str, object]:
    generating = usecase.Generating(
        jobs=bootstrap.work_job_store(),
        insights=bootstrap.insight_store(),
        facts=bootstrap.fact_store(),
        profiles=bootstrap.profile_store(),
        consents=bootstrap.consents(),
        budget=bootstrap.ai_budget(),
        access=bootstrap.access_log(),
        model=bootstrap.model,
        detect=detect,
        clock=bootstrap.clock(),
    )
    ended = await usecase.generate_insights(
        generating,
        usecase.InsightDelivery(
            uid=task.uid, job_id=task.job_id, after_sync=bool(task.connection_id), last=delivery.last
        ),
    )
    return {"ended": ended}
