"""The Cloud Scheduler emulator through Google's client."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import grpc.aio
import jwt
import pytest
from google.api_core import exceptions
from google.cloud import scheduler_v1
from google.cloud.scheduler_v1.services.cloud_scheduler.transports.grpc_asyncio import (
    CloudSchedulerGrpcAsyncIOTransport,
)

from emulators.cloud_scheduler.emulator import cloud_scheduler
from emulators.cloud_scheduler.job import ScheduledJob
from emulators.cloud_scheduler.runner import Runner
from emulators.cloud_scheduler.table import jobs_of_table
from emulators.identity_token import Signer
from emulators.server import running
from emulators.status_page import status_app
from tests.emulator.cloud.conftest import LOCATION
from tests.fakes.http_worker import http_worker

pytestmark = pytest.mark.emulator
Client = scheduler_v1.CloudSchedulerAsyncClient


@pytest.fixture
async def client(signer: Signer) -> AsyncIterator[Client]:
    async with cloud_scheduler(signer) as ports:
        channel = grpc.aio.insecure_channel(f"127.0.0.1:{ports.grpc}")
        yield Client(transport=CloudSchedulerGrpcAsyncIOTransport(channel=channel))
        await channel.close()


def a_job(url: str, *, retries: int = 0) -> scheduler_v1.Job:
    return scheduler_v1.Job(
        name=f"{LOCATION}/jobs/nightly",
        schedule="0 2 * * *",
        time_zone="Asia/Kolkata",
        retry_config=scheduler_v1.RetryConfig(
            retry_count=retries,
            min_backoff_duration=timedelta(seconds=0.02),
            max_backoff_duration=timedelta(seconds=0.02),
        ),
        http_target=scheduler_v1.HttpTarget(
            uri=url,
            oidc_token=scheduler_v1.OidcToken(service_account_email="scheduler@p", audience="https://f"),
        ),
    )


async def test_a_job_run_on_demand_is_sent_at_once_with_its_identity(client: Client, signer: Signer) -> None:
    async with http_worker() as worker:
        await client.create_job(parent=LOCATION, job=a_job(worker.url))
        await client.run_job(name=f"{LOCATION}/jobs/nightly")
        request = await worker.next()
    claims = jwt.decode(
        request.headers["authorization"].removeprefix("Bearer "),
        jwt.PyJWKSet.from_dict(signer.jwks()).keys[0],
        algorithms=["RS256"],
        audience="https://f",
    )
    assert claims["email"] == "scheduler@p"
    assert request.method == "POST"
    assert request.headers["user-agent"] == "Google-Cloud-Scheduler"
    assert request.headers["x-cloudscheduler-jobname"] == "nightly"


async def test_a_failed_run_is_tried_again_as_often_as_the_job_says(client: Client) -> None:
    async with http_worker(500, 500) as worker:
        await client.create_job(parent=LOCATION, job=a_job(worker.url, retries=2))
        await client.run_job(name=f"{LOCATION}/jobs/nightly")
        for _ in range(3):
            await worker.next()
        assert worker.received.empty()


async def test_the_next_run_is_shown_in_utc(client: Client) -> None:
    job = await client.create_job(parent=LOCATION, job=a_job("http://127.0.0.1:9/"))
    assert job.schedule_time > datetime.now(UTC)
    assert (job.schedule_time.hour, job.schedule_time.minute) == (20, 30)
    assert job.state == scheduler_v1.Job.State.ENABLED


async def test_a_job_that_is_due_fires_by_itself_and_a_paused_one_does_not(signer: Signer) -> None:
    async with http_worker() as worker:
        now = datetime.now(UTC)
        due = ScheduledJob.of(a_job(f"{worker.url}/due"), now)
        paused = ScheduledJob.of(a_job(f"{worker.url}/paused"), now)
        due.next_at = paused.next_at = now + timedelta(seconds=0.1)
        paused.paused = True
        runner = Runner(lambda: [paused, due], signer)
        async with running(status_app("", dict), background=[runner.run]):
            assert (await worker.next()).path == "/due"
            assert worker.received.empty()
    assert due.next_at > datetime.now(UTC)


async def test_jobs_are_paused_resumed_listed_and_deleted(client: Client) -> None:
    name = f"{LOCATION}/jobs/nightly"
    await client.create_job(parent=LOCATION, job=a_job("http://127.0.0.1:9/"))
    with pytest.raises(exceptions.AlreadyExists):
        await client.create_job(parent=LOCATION, job=a_job("http://127.0.0.1:9/"))
    assert (await client.pause_job(name=name)).state == scheduler_v1.Job.State.PAUSED
    with pytest.raises(exceptions.FailedPrecondition):
        await client.pause_job(name=name)
    assert (await client.resume_job(name=name)).state == scheduler_v1.Job.State.ENABLED
    assert [job.name async for job in await client.list_jobs(parent=LOCATION)] == [name]
    await client.delete_job(name=name)
    with pytest.raises(exceptions.NotFound):
        await client.get_job(name=name)


async def test_a_job_with_a_broken_schedule_is_refused(client: Client) -> None:
    job = a_job("http://127.0.0.1:9/")
    job.schedule = "often"
    with pytest.raises(exceptions.InvalidArgument):
        await client.create_job(parent=LOCATION, job=job)


def test_every_scheduled_row_of_the_table_becomes_a_job_for_its_own_url() -> None:
    jobs = jobs_of_table("p", "l", "http://127.0.0.1:1/{name}", "scheduler@p")
    retention = next(job for job in jobs if job.name == "projects/p/locations/l/jobs/retention")
    assert retention.http_target.uri == "http://127.0.0.1:1/retention"
    assert retention.http_target.oidc_token.audience == retention.http_target.uri
    assert (retention.schedule, retention.time_zone) == ("30 1 * * *", "Asia/Kolkata")
