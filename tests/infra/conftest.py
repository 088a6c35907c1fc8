"""Plans of both environments, made once, offline."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from scripts.deployment import bundle
from tests.infra.offline.terraform import HERE, PYTHON, ROOT, Terraform, offline
from tests.infra.plan import Plan

ENVIRONMENTS = ("dev", "prod")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)  # scripts/test --fast does not set the tools up


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
        self.of = cache(self._plan)
        self.took_s: dict[str, float] = {}

    def file(self, environment: str) -> Path:
        self.of(environment)
        return self._terraform.folder / f"{environment}.json"

    def _plan(self, environment: str) -> Plan:
        started = time.perf_counter()
        document = self._terraform.plan(*variables(environment, self._archive))
        self.took_s[environment] = time.perf_counter() - started
        (self._terraform.folder / f"{environment}.json").write_text(json.dumps(document))
        return Plan(document)


def variables(environment: str, archive: Path) -> list[str]:
    return [
        f"-var-file=environments/{environment}.tfvars",
        f"-var-file={HERE.parent / 'project.tfvars'}",
        f"-var=source_archive={archive}",
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
