"""What was given up, seen and delivered again by an operator."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from datetime import timedelta

import pytest

from emulators.children import ROOT
from future_finance.adapters.firestore.connections import FirestoreConnectionStore
from future_finance.adapters.firestore.dead_letters import FirestoreDeadLetterStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.jobs import FirestoreJobStore
from future_finance.domain.job import JobStatus
from future_finance.domain.schedule import ScheduleName
from future_finance.domain.shard_page import ShardPage
from future_finance.entrypoints.fan_out import PageTask
from future_finance.errors import NotFound
from future_finance.usecases.dead_letters import replay
from future_finance.usecases.ports import LeaseTaken
from tests.emulator.store.conftest import NOW
from tests.emulator.store.syncing import begin, link
from tests.fakes.in_memory_task_queue import InMemoryTaskQueue

pytestmark = pytest.mark.emulator


@pytest.fixture
async def buried(jobs: FirestoreJobStore, connections: FirestoreConnectionStore, uid: str) -> str:
    """The id of the letter of a sync that was given up."""
    await connections.put(uid, link(), expected=None)
    await begin(jobs, uid)
    await jobs.bury(uid, "j1", "sync-connection", "source_unavailable", NOW)
    return f"sync-connection_{uid}_j1"


async def test_a_replay_opens_the_job_under_a_new_task_each_time(
    documents: Documents, jobs: FirestoreJobStore, uid: str, buried: str
) -> None:
    letters, queue = FirestoreDeadLetterStore(documents), InMemoryTaskQueue()
    for minutes in (5, 6):
        assert await replay(letters, queue, buried, NOW + timedelta(minutes=minutes))
    first, second = queue.tasks
    assert first.id != second.id
    assert first.payload == {"uid": uid, "jobId": "j1", "connectionId": "c1"}
    job = await jobs.get_job(uid, "j1")
    assert job is not None
    assert (job.status, job.error) == (JobStatus.QUEUED, None)
    later = NOW + timedelta(minutes=10)
    assert isinstance(
        await jobs.take_lease(uid, "j1", "again", later, later + timedelta(minutes=3)), LeaseTaken
    )
    letter = await letters.get(buried)
    assert letter is not None
    assert letter.replayed_at == NOW + timedelta(minutes=6)


async def test_a_replayed_page_begins_its_shards_anew_and_says_nothing_of_anybody(
    documents: Documents,
) -> None:
    letters, queue = FirestoreDeadLetterStore(documents), InMemoryTaskQueue()
    page = ShardPage(
        ScheduleName.DAILY_SYNC, f"{NOW:%Y-%m-%d}", range(5, 6), 3, "2026 users/asha/connections/c"
    )
    letter_id = f"fan-out_{page.task_id}"
    await letters.bury(page, "unfinished", NOW)
    await letters.bury(page, "unavailable", NOW)
    fields = await documents.get("deadLetters", letter_id)
    assert fields is not None
    assert "asha" not in str(fields)
    assert (fields["error"], fields["expireAt"]) == ("unavailable", NOW + timedelta(days=90))
    for minutes in (5, 6):
        assert await replay(letters, queue, letter_id, NOW + timedelta(minutes=minutes))
    first, second = queue.tasks
    assert first.id != second.id
    assert first.id != page.task_id
    again = PageTask.model_validate_json(json.dumps(dict(first.payload))).page()
    assert again == page.from_the_start(again.again)
    following, *_ = again.followed_by("further")
    assert following.task_id != page.followed_by("further")[0].task_id
    letter = await letters.get(letter_id)
    assert letter is not None
    assert letter.replayed_at == NOW + timedelta(minutes=6)
    await letters.take_back(page)
    assert await letters.get(letter_id) is None


async def test_for_who_is_going_nothing_is_delivered_again(
    documents: Documents, uid: str, buried: str
) -> None:
    await documents.ref("users", uid).update({"erasing": True})
    queue = InMemoryTaskQueue()
    assert not await replay(FirestoreDeadLetterStore(documents), queue, buried, NOW)
    assert queue.tasks == []
    with pytest.raises(NotFound):
        await replay(FirestoreDeadLetterStore(documents), queue, "nothing", NOW)


async def test_the_command_lists_and_shows_ids_and_a_code_alone(
    documents: Documents, firestore_emulator: str, uid: str, buried: str
) -> None:
    async def command(*words: str) -> tuple[int, str]:
        environment = os.environ | {
            "PYTHONPATH": str(ROOT / "functions"),
            "GOOGLE_CLOUD_PROJECT": firestore_emulator,
            "FF_APP_URL": "http://localhost:5000",
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "scripts.dead_letters",
            *words,
            cwd=ROOT,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, _ = await process.communicate()
        return process.returncode or 0, out.decode()

    code, out = await command("list")
    assert code == 0
    assert [line for line in out.splitlines() if buried in line and "source_unavailable" in line]
    code, out = await command("show", buried)
    names = [line.partition(":")[0] for line in out.splitlines()]
    assert (code, names) == (
        0,
        ["id", "queue", "uid", "job_id", "connection_id", "error", "at", "replayed_at"],
    )
    assert (await command("show", "nothing"))[0] == 1
