"""Asks what was deployed whether it works: from outside, without an account."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_TRIES, _PAUSE_S, _TIMEOUT_S = 12, 5.0, 20.0


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer; status 0 is none at all."""

    status: int
    body: str


Fetch = Callable[[str], Reply]


def fetch(url: str) -> Reply:
    """GET it. Never raises for what the other side does."""
    request = urllib.request.Request(url, headers={"Cache-Control": "no-cache"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as reply:  # noqa: S310
            return Reply(reply.status, reply.read().decode(errors="replace"))
    except urllib.error.HTTPError as error:
        return Reply(error.code, error.read().decode(errors="replace"))
    except OSError as error:
        return Reply(0, str(error))


def smoke(app_url: str, worker_urls: list[str], commit: str, get: Fetch = fetch) -> Iterator[str]:
    """What is wrong, one sentence each; nothing when all is well."""
    health = get(f"{app_url}/health")
    if health.status != 200:
        yield f"{app_url}/health answers {health.status}"
    elif _field(health, "commit") != commit:
        yield f"{app_url}/health is of another commit: {_field(health, 'commit')}"
    if (config := get(f"{app_url}/api/config")).status != 200:
        yield f"{app_url}/api/config answers {config.status}"
    overview = get(f"{app_url}/api/financial/overview")
    if overview.status != 401 or '"not_signed_in"' not in overview.body:
        yield f"{app_url}/api/financial/overview answers {overview.status} to nobody, not 401"
    for url in worker_urls:
        if (worker := get(url)).status not in {403, 404}:
            yield f"{url} answers {worker.status} to anybody: a worker must be closed"


def wait_until_well(
    ask: Callable[[], list[str]], tries: int = _TRIES, pause: Callable[[float], None] = time.sleep
) -> list[str]:
    """What is still wrong after a minute; a release takes seconds to reach every place."""
    wrong = ask()
    for _ in range(tries - 1):
        if not wrong:
            break
        pause(_PAUSE_S)
        wrong = ask()
    return wrong


def _field(reply: Reply, name: str) -> object:
    try:
        return json.loads(reply.body).get(name)
    except (ValueError, AttributeError):
        return None
