"""Where the Cloud Tasks emulator's queues come from."""

import json
from datetime import timedelta
from pathlib import Path

from emulators.cloud_tasks.table import queues_of_file, queues_of_table


def test_every_queue_of_the_table_has_the_limits_of_its_row() -> None:
    queue = next(queue for queue in queues_of_table("p", "l") if queue.name.endswith("/sync-connection"))
    assert queue.name == "projects/p/locations/l/queues/sync-connection"
    assert queue.rate_limits.max_dispatches_per_second == 10
    assert queue.rate_limits.max_concurrent_dispatches == 20
    assert queue.retry_config.max_attempts == 12
    assert queue.retry_config.min_backoff == timedelta(seconds=2)


def test_a_file_holds_queues_as_the_rest_api_writes_them(tmp_path: Path) -> None:
    name = "projects/p/locations/l/queues/q"
    file = tmp_path / "queues.json"
    file.write_text(
        json.dumps({"queues": [{"name": name, "retryConfig": {"maxAttempts": 3, "minBackoff": "0.500s"}}]})
    )
    (queue,) = queues_of_file(file)
    assert (queue.name, queue.retry_config.max_attempts) == (name, 3)
    assert queue.retry_config.min_backoff == timedelta(seconds=0.5)
