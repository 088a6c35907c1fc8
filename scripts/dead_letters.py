"""Work that was given up: list it, show one piece, deliver one again.

It works on whatever the environment names, as the functions do: a project with the caller's own credentials, or the
local cloud with the emulators' variables. A replay sends a task with a name of its own: of a job, which is opened anew,
or of a schedule's shards from their start, where whoever was reached is not reached again; for those it must come within
the period of the schedule. The letter stays, with the time of the replay, until it expires. Letters hold ids and a code,
never what the work was about.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from future_finance.adapters.cloud_tasks import CloudTasksQueue
from future_finance.adapters.firestore.client import connect, disconnect
from future_finance.adapters.firestore.dead_letters import FirestoreDeadLetterStore
from future_finance.adapters.firestore.documents import Documents
from future_finance.config import settings
from future_finance.domain.shard_page import ShardPage, text_of
from future_finance.errors import AppError, ConfigError, NotFound
from future_finance.usecases.dead_letters import DeadLetter, LostJob, replay

MOST_LISTED = 1_000


def line(letter: DeadLetter) -> str:
    replayed = f"  replayed {letter.replayed_at:%Y-%m-%d %H:%M}" if letter.replayed_at else ""
    return f"{letter.at:%Y-%m-%d %H:%M}  {letter.queue:<18} {letter.error:<22} {letter.id}{replayed}"


def lines(letters: Sequence[DeadLetter]) -> list[str]:
    """The newest last, where an operator looks."""
    return [line(letter) for letter in sorted(letters, key=lambda letter: (letter.at, letter.id))]


def shown(letter: DeadLetter) -> dict[str, object]:
    match letter.work:
        case ShardPage() as page:
            work: dict[str, object] = {
                "schedule": page.schedule,
                "period": page.period,
                "shards": text_of(page.shards),
            }
        case LostJob() as job:
            work = {"uid": job.uid, "job_id": job.job_id, "connection_id": job.connection_id}
    said = {"error": letter.error, "at": letter.at, "replayed_at": letter.replayed_at}
    return {"id": letter.id, "queue": letter.queue, **work, **said}


async def run(command: str, letter_id: str | None) -> int:
    here = settings()
    if command == "replay" and here.tasks_emulator is None and here.project_number == "0":
        raise ConfigError("FF_PROJECT_NUMBER must be set: the functions' addresses follow from it")
    client = connect(here.project)
    try:
        store = FirestoreDeadLetterStore(Documents(client))
        if command == "list":
            found = await store.list(MOST_LISTED)
            print("\n".join([*lines(found), f"{len(found)} dead letters"]))
            return 0
        assert letter_id is not None
        if command == "show":
            letter = await store.get(letter_id)
            if letter is None:
                raise NotFound
            print("\n".join(f"{name}: {value}" for name, value in shown(letter).items()))
            return 0
        queue = CloudTasksQueue(here)
        try:
            sent = await replay(store, queue, letter_id, datetime.now(UTC))
        finally:
            await queue.aclose()
        print(
            "delivered again"
            if sent
            else "the person or the job is gone, or it was done since: nothing to do"
        )
        return 0
    finally:
        await disconnect(client)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="dead-letters", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="all of them, the newest last")
    for name, said in (("show", "one of them"), ("replay", "deliver one again")):
        commands.add_parser(name, help=said).add_argument("id")
    asked = parser.parse_args()
    try:
        return asyncio.run(run(asked.command, getattr(asked, "id", None)))
    except ConfigError as error:
        print(f"dead-letters: {error}", file=sys.stderr)
        return 2
    except AppError as error:
        print(f"dead-letters: {error.message}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
