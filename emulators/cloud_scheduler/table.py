"""The jobs of the endpoint table, as CreateJob takes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from google.cloud import scheduler_v1

from emulators.cloud_scheduler.job import MIN_DEADLINE
from future_finance.endpoints import ENDPOINTS, Endpoint, Schedule


def jobs_of_table(
    project: str, region: str, worker_url: str, invoker: str, endpoints: Iterable[Endpoint] = ENDPOINTS
) -> list[scheduler_v1.Job]:
    """One job a scheduled function. `worker_url` holds {name}; `invoker` is the e-mail in the token."""
    return [
        _job(f"projects/{project}/locations/{region}", endpoint, endpoint.trigger, worker_url, invoker)
        for endpoint in endpoints
        if isinstance(endpoint.trigger, Schedule)
    ]


def _job(parent: str, endpoint: Endpoint, row: Schedule, worker_url: str, invoker: str) -> scheduler_v1.Job:
    url = worker_url.format(name=endpoint.name)
    return scheduler_v1.Job(
        name=f"{parent}/jobs/{endpoint.name}",
        schedule=row.cron,
        time_zone=row.time_zone,
        attempt_deadline=max(timedelta(seconds=endpoint.timeout_s), MIN_DEADLINE),
        http_target=scheduler_v1.HttpTarget(
            uri=url,
            http_method=scheduler_v1.HttpMethod.POST,
            oidc_token=scheduler_v1.OidcToken(service_account_email=invoker, audience=url),
        ),
    )
