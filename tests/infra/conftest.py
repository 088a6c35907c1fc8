"""Plans of both environments, made once, offline; and what takes long, begun beside the tests."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import pytest

from scripts.deployment import bundle
from tests.infra.offline.terraform import HERE, PYTHON, ROOT, Terraform, offline
from tests.infra.plan import Plan

if TYPE_CHECKING:
    from tests.infra.broken import Broken

ENVIRONMENTS = ("dev", "prod")
OWN_DOMAIN = "app.example.in"
# Fixtures that are the future of something long. A second processor works at it while the other tests run.
BEGUN_EARLY = ("checked", "natively", "broken")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ours = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.slow)  # scripts/test --fast does not set the tools up
    last = [item for item in ours if _waits(item)]
    items[:] = [item for item in items if item not in set(last)] + last


def _waits(item: pytest.Item) -> bool:
    return any(name in getattr(item, "fixturenames", ()) for name in BEGUN_EARLY)


@pytest.fixture(scope="session", autouse=True)
def begin_early(request: pytest.FixtureRequest) -> None:
    """What none of the chosen tests waits for is not begun."""
    wanted = {name for item in request.session.items for name in getattr(item, "fixturenames", ())}
    for name in BEGUN_EARLY:
        if name in wanted:
            request.getfixturevalue(name)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of the functions as they are."""
    return bundle.build(ROOT, tmp_path_factory.mktemp("bundle"))


@pytest.fixture(scope="session")
def terraform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terraform]:
    """The configuration as it is; a test that edits takes a copy of its own."""
    assert PYTHON.exists(), "scripts/test sets up what these tests need"
    with offline(tmp_path_factory.mktemp("terraform")) as tool:
        yield tool


class Plans:
    """Plans by environment, each made once and kept as a file, for checkov."""

    def __init__(self, terraform: Terraform, archive: Path) -> None:
        self._terraform = terraform
        self._archive = archive
        self._made: dict[str, Plan] = {}
        self._one_at_a_time = Lock()
        self.took_s: dict[str, float] = {}

    def of(self, name: str) -> Plan:
        """Of an environment, or of prod with a domain of its own."""
        with self._one_at_a_time:
            if name not in self._made:
                self._made[name] = self._plan(name)
            return self._made[name]

    def file(self, name: str) -> Path:
        self.of(name)
        return self._terraform.folder / f"{name}.json"

    def _plan(self, name: str) -> Plan:
        started = time.perf_counter()
        document = self._terraform.plan(*variables(name, self._archive))
        self.took_s[name] = time.perf_counter() - started
        (self._terraform.folder / f"{name}.json").write_text(json.dumps(document))
        return Plan(document)


def variables(name: str, archive: Path) -> list[str]:
    """What a plan is given: of an environment, or of prod with a domain of its own."""
    environment = name if name in ENVIRONMENTS else "prod"
    return [
        f"-var-file=environments/{environment}.tfvars",
        f"-var-file={HERE.parent / 'project.tfvars'}",
        f"-var=source_archive={archive}",
        *([f"-var=app_domain={OWN_DOMAIN}"] if name == "own_domain" else []),
    ]


@pytest.fixture(scope="session")
def plans(terraform: Terraform, archive: Path) -> Plans:
    return Plans(terraform, archive)


@pytest.fixture(params=ENVIRONMENTS)
def plan(request: pytest.FixtureRequest, plans: Plans) -> Plan:
    """The plan of each environment."""
    return plans.of(request.param)


@pytest.fixture(scope="session")
def prod(plans: Plans) -> Plan:
    return plans.of("prod")


@pytest.fixture(scope="session")
def own_domain(plans: Plans) -> Plan:
    return plans.of("own_domain")


@pytest.fixture(scope="session")
def beside() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(max_workers=1) as worker:
        yield worker
        worker.shutdown(cancel_futures=True)


@pytest.fixture(scope="session")
def checked(plans: Plans, beside: ThreadPoolExecutor) -> Future[str]:
    """What checkov says of the plan for prod."""
    from tests.infra import scanner

    return beside.submit(lambda: scanner.checkov(plans.file("prod")))


@pytest.fixture(scope="session")
def natively(
    tmp_path_factory: pytest.TempPathFactory, archive: Path, beside: ThreadPoolExecutor
) -> Future[str]:
    """What `terraform test` says."""
    folder = tmp_path_factory.mktemp("native")

    def run() -> str:
        with offline(folder) as terraform:
            return terraform.need("test", "-no-color", f"-var=source_archive={archive}")

    return beside.submit(run)


@pytest.fixture(scope="session")
def broken(
    tmp_path_factory: pytest.TempPathFactory, archive: Path, beside: ThreadPoolExecutor
) -> Future[Broken]:
    """What became of each defect, seeded into a copy."""
    from tests.infra.broken import break_it

    folder = tmp_path_factory.mktemp("broken")
    return beside.submit(lambda: break_it(folder, archive))
