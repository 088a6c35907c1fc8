"""Worker of the queue build-export: one delivery of an export's job."""

from __future__ import annotations

from collections.abc import Mapping

from future_finance import bootstrap, leaving, upkeep
from future_finance.entrypoints.body import Id
from future_finance.entrypoints.delivery import Delivery, Payload, Uid, worker
from future_finance.usecases import build_export as usecase
from future_finance.usecases.tell import tell_of_job


class ExportTask(Payload):
    """The task's payload: ids alone."""

    uid: Uid
    job_id: Id


@worker(ExportTask)
async def build_export(task: ExportTask, delivery: Delivery) -> Mapping[str, object]:
    exporting = usecase.Exporting(
        jobs=bootstrap.work_job_store(),
        source=leaving.export_source(),
        bucket=leaving.exports_bucket(),
        exports=leaving.export_store(),
        packing=leaving.export_packing(),
        clock=bootstrap.clock(),
    )
    ended = await usecase.build_export(exporting, task.uid, task.job_id, last=delivery.last)
    await tell_of_job(upkeep.telling(), bootstrap.work_job_store(), task.uid, task.job_id)
    return {"ended": ended}
