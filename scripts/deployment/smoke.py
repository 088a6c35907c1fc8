"""Asks what was deployed whether it works: from outside, without an account."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_TRIES, _PAUSE_S, _TIMEOUT_S = 12, 5.0, 20.0


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer; status 0 is none at all. Names of headers are in lower case."""

    status: int
    body: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Deployed:
    """What should be there. `shell`: the app's page, as it was built; `closed`: what answers nobody outside."""

    app_url: str
    shell: str
    commit: str
    closed: Sequence[str]


Fetch = Callable[[str], Reply]


def fetch(url: str) -> Reply:
    """GET it. Never raises for what the other side does."""
    request = urllib.request.Request(url, headers={"Cache-Control": "no-cache"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as reply:  # noqa: S310
            headers = {name.lower(): value for name, value in reply.headers.items()}
            return Reply(reply.status, reply.read().decode(errors="replace"), headers)
    except urllib.error.HTTPError as error:
        return Reply(error.code, error.read().decode(errors="replace"))
    except OSError as error:
        return Reply(0, str(error))


def smoke(deployed: Deployed, get: Fetch = fetch) -> Iterator[str]:
    """What is wrong, one sentence each; nothing when all is well."""
    yield from _shell(deployed, get)
    yield from _api(deployed, get)
    for url in deployed.closed:
        if (reply := get(url)).status not in {403, 404}:
            yield f"{url} answers {reply.status} to anybody: it must be closed"
    deep = f"{deployed.app_url}/health/deep"
    if (reply := get(deep)).status != 404:
        yield f"{deep} answers {reply.status}: Hosting must not know it"


def _shell(deployed: Deployed, get: Fetch) -> Iterator[str]:
    page = f"{deployed.app_url}/"
    reply = get(page)
    if reply.status != 200:
        yield f"{page} answers {reply.status}"
    elif reply.body != deployed.shell:
        yield f"{page} is not the page that was built"
    policy = reply.headers.get("content-security-policy", "")
    wide = "default-src 'self'" not in policy or any(word in policy for word in ("unsafe", "*"))
    if reply.status == 200 and wide:
        yield f"{page} has the Content-Security-Policy {policy!r}"


def _api(deployed: Deployed, get: Fetch) -> Iterator[str]:
    health, config = f"{deployed.app_url}/health", f"{deployed.app_url}/api/config"
    if (reply := get(health)).status != 200:
        yield f"{health} answers {reply.status}"
    elif _at(reply, "commit") != deployed.commit:
        yield f"{health} is of another commit: {_at(reply, 'commit')}"
    if (reply := get(config)).status != 200:
        yield f"{config} answers {reply.status}"
    elif _at(reply, "versions", "commit") != deployed.commit:
        yield f"{config} is of another commit: {_at(reply, 'versions', 'commit')}"
    overview = f"{deployed.app_url}/api/financial/overview"
    reply = get(overview)
    if reply.status != 401 or _at(reply, "error", "code") != "not_signed_in":
        yield f"{overview} answers {reply.status} to nobody, not 401"


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


def _at(reply: Reply, *path: str) -> object:
    """What the JSON of an answer has there, or None."""
    try:
        found = json.loads(reply.body)
        for name in path:
            found = found[name]
    except (ValueError, LookupError, TypeError):
        return None
    return found
