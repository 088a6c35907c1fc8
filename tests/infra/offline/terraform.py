"""Runs Terraform without a network: the real core against the schema of the real providers."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
TOOLS = ROOT / ".local" / "infra"
PYTHON = TOOLS / "venv" / "bin" / "python"
TIMEOUT_S = 120
PROJECT = "future-finance-test"
PROJECT_NUMBER = "123456789012"

# What the configuration reads of the project beside itself.
BESIDE = (
    "firebase.json",
    "firestore.indexes.json",
    "firestore.rules",
    "firestore.vault.indexes.json",
    "firestore.vault.rules",
)
_USED = re.compile(r'^\s*(?:resource|data)\s+"(google_\w+)"', re.M)


class Terraform:
    """A copy of the configuration in a folder of its own, initialised; `edit` it as you like."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self._environment = environment

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(PYTHON), str(HERE / "core.py"), *arguments],
            cwd=self.folder,
            env=dict(self._environment),
            capture_output=True,
            text=True,
            timeout=TIMEOUT_S,
            check=False,
        )

    def need(self, *arguments: str) -> str:
        """What the command prints. Raises AssertionError with its errors when it fails."""
        done = self.run(*arguments)
        assert done.returncode == 0, f"terraform {' '.join(arguments)}\n{done.stdout}{done.stderr}"
        return done.stdout

    def plan(self, *variables: str) -> dict[str, Any]:
        """The plan as JSON."""
        self.need("plan", "-input=false", "-no-color", "-lock=false", "-out=plan", *variables)
        plan: dict[str, Any] = json.loads(self.need("show", "-json", "plan"))
        return plan

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace `old`, which must be there."""
        path = self.folder / file
        text = path.read_text()
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new))


def copy_configuration(to: Path) -> Path:
    """The configuration with the files beside it that it reads; answers the folder of the configuration."""
    for name in BESIDE:
        shutil.copy(ROOT / name, to / name)
    folder = to / "infra" / "terraform"
    ignored = shutil.ignore_patterns(".terraform", ".terraform.lock.hcl", "*.tfstate*", "*.project.tfvars")
    shutil.copytree(ROOT / "infra" / "terraform", folder, ignore=ignored)
    return folder


@contextmanager
def offline(to: Path, also: Iterable[str] = ()) -> Iterator[Terraform]:
    """Terraform in a copy below `to`, with stand-ins for its providers while the context lasts.

    The stand-ins know the kinds of resources that the configuration uses, and `also` these.
    """
    folder = copy_configuration(to)
    (folder / "backend_override.tf").write_text('terraform {\n  backend "local" {}\n}\n')
    schemas = list(_used_schemas(folder, to, also))
    with subprocess.Popen(
        [str(PYTHON), str(HERE / "stub_provider.py"), str(to), PROJECT, PROJECT_NUMBER, *map(str, schemas)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as stub:
        try:
            assert stub.stdout is not None
            plain = {
                key: value for key, value in os.environ.items() if not key.startswith(("TF_", "GOOGLE_"))
            }
            environment = plain | {
                "TF_REATTACH_PROVIDERS": stub.stdout.readline().strip(),
                "CHECKPOINT_DISABLE": "1",
                "TF_IN_AUTOMATION": "1",
                "TF_CLI_CONFIG_FILE": os.devnull,
                "GOGC": "400",  # a quarter less time for some more memory
            }
            terraform = Terraform(folder, environment)
            terraform.need("init", "-input=false", "-no-color")
            yield terraform
        finally:
            stub.terminate()


def _used_schemas(folder: Path, to: Path, also: Iterable[str]) -> Iterable[Path]:
    """The providers' schemas cut down to what the configuration names: Terraform reads them at each command."""
    used = {kind for file in folder.rglob("*.tf") for kind in _USED.findall(file.read_text())} | set(also)
    for name in ("google", "google-beta"):
        schema = json.loads((TOOLS / f"{name}.json").read_text())
        for part in ("resources", "data"):
            schema[part] = {kind: each for kind, each in schema[part].items() if kind in used}
        path = to / f"{name}.json"
        path.write_text(json.dumps(schema))
        yield path
