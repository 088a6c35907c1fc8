"""What was deployed is asked whether it works."""

from __future__ import annotations

import json

import pytest

from scripts.deployment.smoke import Reply, smoke, wait_until_well

APP, WORKER, COMMIT = "https://app.example.in", "https://sync-connection-1.asia-south1.run.app", "c0ffee"
WELL = {
    f"{APP}/health": Reply(200, json.dumps({"status": "ok", "commit": COMMIT})),
    f"{APP}/api/config": Reply(200, "{}"),
    f"{APP}/api/financial/overview": Reply(401, '{"error": {"code": "not_signed_in"}}'),
    WORKER: Reply(404, ""),
}


def wrong(**changed: Reply) -> list[str]:
    replies = WELL | {next(url for url in WELL if key in url): reply for key, reply in changed.items()}
    return list(smoke(APP, [WORKER], COMMIT, replies.__getitem__))


def test_a_good_deployment_has_nothing_wrong() -> None:
    assert wrong() == []
    assert wrong(sync=Reply(403, "")) == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"health": Reply(503, "")}, "/health answers 503"),
        ({"health": Reply(0, "no route")}, "/health answers 0"),
        ({"health": Reply(200, '{"commit": "older"}')}, "of another commit: older"),
        ({"health": Reply(200, "<html>")}, "of another commit: None"),
        ({"config": Reply(404, "")}, "/api/config answers 404"),
        ({"overview": Reply(200, "{}")}, "answers 200 to nobody"),
        ({"overview": Reply(401, "<html>")}, "answers 401 to nobody"),
        ({"sync": Reply(200, "")}, "a worker must be closed"),
        ({"sync": Reply(401, "")}, "a worker must be closed"),
    ],
)
def test_what_is_wrong_is_said(changed: dict[str, Reply], sentence: str) -> None:
    (said,) = wrong(**changed)
    assert sentence in said


def test_a_release_is_given_time_to_arrive() -> None:
    answers = iter([["not yet"], ["not yet"], []])
    pauses: list[float] = []
    assert wait_until_well(lambda: next(answers), pause=pauses.append) == []
    assert len(pauses) == 2


def test_the_waiting_ends() -> None:
    pauses: list[float] = []
    assert wait_until_well(lambda: ["never"], tries=3, pause=pauses.append) == ["never"]
    assert len(pauses) == 2
