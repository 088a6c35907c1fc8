"""google.cloud.scheduler.v1.CloudScheduler: jobs with HTTP targets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import grpc
from google.cloud import scheduler_v1

from emulators.cloud_scheduler.job import ScheduledJob
from emulators.cloud_scheduler.runner import Runner
from emulators.identity_token import Signer
from emulators.rpc import already_exists, failed_precondition, invalid, not_found, service


class CloudScheduler:
    """Jobs by name, and the runner that fires them."""

    def __init__(self, signer: Signer, jobs: Iterable[scheduler_v1.Job] = ()) -> None:
        now = datetime.now(UTC)
        self._jobs = {job.name: ScheduledJob.of(job, now) for job in jobs}
        self.runner = Runner(lambda: self._jobs.values(), signer)

    def handler(self) -> grpc.GenericRpcHandler:
        return service(
            "google.cloud.scheduler.v1.CloudScheduler",
            {
                "ListJobs": (self.list_jobs, scheduler_v1.ListJobsRequest),
                "GetJob": (self.get_job, scheduler_v1.GetJobRequest),
                "CreateJob": (self.create_job, scheduler_v1.CreateJobRequest),
                "DeleteJob": (self.delete_job, scheduler_v1.DeleteJobRequest),
                "PauseJob": (self.pause_job, scheduler_v1.PauseJobRequest),
                "ResumeJob": (self.resume_job, scheduler_v1.ResumeJobRequest),
                "RunJob": (self.run_job, scheduler_v1.RunJobRequest),
            },
        )

    async def list_jobs(self, request: scheduler_v1.ListJobsRequest) -> scheduler_v1.ListJobsResponse:
        prefix = f"{request.parent}/jobs/"
        names = sorted(name for name in self._jobs if name.startswith(prefix))
        return scheduler_v1.ListJobsResponse(jobs=[self._jobs[name].view() for name in names])

    async def get_job(self, request: scheduler_v1.GetJobRequest) -> scheduler_v1.Job:
        return self._job(request.name).view()

    async def create_job(self, request: scheduler_v1.CreateJobRequest) -> scheduler_v1.Job:
        job = ScheduledJob.of(request.job, datetime.now(UTC))
        if not request.job.name.startswith(f"{request.parent}/jobs/"):
            raise invalid("The location of the job must be the parent.")
        if request.job.name in self._jobs:
            raise already_exists(f"Job {request.job.name} already exists.")
        self._jobs[request.job.name] = job
        self.runner.wake()
        return job.view()

    async def delete_job(self, request: scheduler_v1.DeleteJobRequest) -> None:
        self._job(request.name)
        del self._jobs[request.name]

    async def pause_job(self, request: scheduler_v1.PauseJobRequest) -> scheduler_v1.Job:
        job = self._job(request.name)
        if job.paused:
            raise failed_precondition("Job is not ENABLED.")
        job.paused = True
        return job.view()

    async def resume_job(self, request: scheduler_v1.ResumeJobRequest) -> scheduler_v1.Job:
        job = self._job(request.name)
        if not job.paused:
            raise failed_precondition("Job is not PAUSED.")
        job.paused = False
        job.plan_next(datetime.now(UTC))
        self.runner.wake()
        return job.view()

    async def run_job(self, request: scheduler_v1.RunJobRequest) -> scheduler_v1.Job:
        job = self._job(request.name)
        self.runner.run_now(job)
        return job.view()

    def tables(self) -> dict[str, list[dict[str, object]]]:
        return {
            "jobs": [
                {
                    "job": name.rpartition("/")[2],
                    "schedule": job.asked.schedule,
                    "timeZone": job.asked.time_zone or "UTC",
                    "state": "PAUSED" if job.paused else "ENABLED",
                    "next": job.next_at.isoformat(),
                    "lastStatus": job.answer.status if job.answer else None,
                }
                for name, job in sorted(self._jobs.items())
            ]
        }

    def _job(self, name: str) -> ScheduledJob:
        if name not in self._jobs:
            raise not_found("Job not found.")
        return self._jobs[name]
