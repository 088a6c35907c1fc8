"""Files that follow from the endpoint table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from future_finance.endpoints import (
    ENDPOINTS,
    Caller,
    Endpoint,
    OwnUrl,
    PublicPath,
    Schedule,
    TaskQueue,
    Trust,
)
from scripts.endpoint_files import ROOT, files, page, rewrites, stale, terraform_variables

_ROWS = (
    Endpoint("home", "home:home", PublicPath(("/api/home", "/api/home/**")), Caller.USER, Trust.READER),
    Endpoint(
        "work", "work:work", TaskQueue("work", max_attempts=3), Caller.TASKS, Trust.SYNC, memory_mib=512
    ),
    Endpoint(
        "sweep",
        "sweep:sweep",
        Schedule("30 1 * * *"),
        Caller.SCHEDULER,
        Trust.RETENTION,
        enqueues=frozenset({"work"}),
    ),
    Endpoint("deep", "deep:deep", OwnUrl("/deep"), Caller.OPERATOR, Trust.CONNECT, secrets=("s",)),
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder with a hand-kept firebase.json, whose files are all up to date."""
    (tmp_path / "firebase.json").write_text(
        json.dumps({"hosting": {"public": "web", "headers": [{"source": "**"}]}})
    )
    (tmp_path / "web").mkdir()
    (tmp_path / "web/screens.json").write_text('["debts"]')
    for path, content in list(files(tmp_path, _ROWS)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return tmp_path


def test_only_public_paths_are_rewritten_in_the_order_of_the_table() -> None:
    assert rewrites(_ROWS) == [
        {"source": "/api/home", "run": {"serviceId": "home", "region": "asia-south1"}},
        {"source": "/api/home/**", "run": {"serviceId": "home", "region": "asia-south1"}},
    ]


def test_an_address_of_a_screen_gets_the_app_after_all_functions(repository: Path) -> None:
    hosting = json.loads((repository / "firebase.json").read_text())["hosting"]
    assert hosting["rewrites"] == [
        *rewrites(_ROWS),
        {"source": "/debts", "destination": "/index.html"},
        {"source": "/debts/**", "destination": "/index.html"},
    ]


def test_every_row_has_the_same_attributes_for_terraform() -> None:
    rows = terraform_variables(_ROWS)["endpoints"]
    assert len({tuple(row) for row in rows.values()}) == 1
    assert rows["work"]["queue"]["max_attempts"] == 3
    assert rows["sweep"]["schedule"] == {"cron": "30 1 * * *", "time_zone": "Asia/Kolkata"}
    assert rows["deep"]["secrets"] == ["s"]
    assert rows["sweep"]["enqueues"] == ["work"]
    assert [name for name, row in rows.items() if row["hosted"]] == ["home"]


def test_the_page_has_a_line_for_each_function() -> None:
    assert all(f"| {row.name} |" in page(_ROWS) for row in _ROWS)


def test_what_is_kept_by_hand_in_firebase_json_stays(repository: Path) -> None:
    hosting = json.loads((repository / "firebase.json").read_text())["hosting"]
    assert hosting["headers"] == [{"source": "**"}]
    assert stale(repository, _ROWS) == []


@pytest.mark.parametrize(
    "name", ["firebase.json", "infra/terraform/endpoints.auto.tfvars.json", "docs/endpoints.md"]
)
def test_a_changed_table_makes_every_file_stale(repository: Path, name: str) -> None:
    assert Path(name) in stale(repository, _ROWS[1:])


def test_a_missing_file_is_stale(repository: Path) -> None:
    (repository / "docs/endpoints.md").unlink()
    assert stale(repository, _ROWS) == [Path("docs/endpoints.md")]


def test_the_files_of_this_repository_are_up_to_date() -> None:
    assert stale(ROOT, ENDPOINTS) == []
