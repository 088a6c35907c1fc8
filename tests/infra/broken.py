"""Seeds defects into a copy of the configuration, and plans it."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from future_finance.endpoints import ENDPOINTS, TaskQueue
from tests.infra.conftest import ENVIRONMENTS, variables
from tests.infra.defects import access, data, functions, grants, observability
from tests.infra.defects.defect import Assertion, Caught, Defect
from tests.infra.defects.refused import REFUSED
from tests.infra.offline.terraform import Terraform, offline
from tests.infra.plan import Plan

CAUGHT: Caught = access.CAUGHT | data.CAUGHT | functions.CAUGHT | grants.CAUGHT | observability.CAUGHT
OWNER = {defect: assertion for assertion, defects in CAUGHT.items() for defect in defects}
_WORKER = next(row for row in ENDPOINTS if isinstance(row.trigger, TaskQueue))
_MORE = ("google_project_iam_binding", "google_service_account_key")  # kinds that only a defect makes


@dataclass(frozen=True, slots=True)
class BrokenPlans:
    """Plans of a copy with `defects`, by name as Plans has them."""

    defects: tuple[Defect, ...]
    made: dict[str, Plan]

    def of(self, name: str) -> Plan:
        return self.made[name]

    def hold(self, assertion: Assertion) -> None:
        """Assert it of these plans: of prod, and of a function that Cloud Tasks calls. Raises AssertionError."""
        values = {
            "plan": self.made["prod"],
            "prod": self.made["prod"],
            "own_domain": self.made.get("own_domain"),
            "plans": self,
            "environment": "prod",
            "row": _WORKER,
            "database": "(default)",
        }
        given = {name: values[name] for name in inspect.signature(assertion).parameters}
        try:
            assertion(**given)
        except (ImportError, LookupError, ValueError) as error:  # it looked for something that is not there
            raise AssertionError(str(error)) from error


@dataclass(frozen=True, slots=True)
class Broken:
    """What Terraform said of the defects that it refuses, and the plans of the others, or why there is none."""

    refusals: dict[Defect, str]
    plans: dict[Defect, BrokenPlans | str]

    def of(self, defect: Defect) -> BrokenPlans:
        """Raises AssertionError where the defect could not be seeded or planned."""
        found = self.plans[defect]
        assert isinstance(found, BrokenPlans), found
        return found


def break_it(folder: Path, archive: Path) -> Broken:
    """Try every defect in a copy below `folder`."""
    plans: dict[Defect, BrokenPlans | str] = {}
    with offline(folder, _MORE) as terraform:
        refusals = {defect: _refusal(terraform, defect, archive) for defect in REFUSED}
        for batch in batches():
            wanted = sorted({name for defect in batch for name in needs(OWNER[defect])})
            try:
                with seeded(terraform, batch):
                    made = {name: Plan(terraform.plan(*variables(name, archive))) for name in wanted}
            except AssertionError as error:
                plans |= dict.fromkeys(batch, str(error))
            else:
                plans |= dict.fromkeys(batch, BrokenPlans(tuple(batch), made))
    return Broken(refusals, plans)


def needs(assertion: Assertion) -> set[str]:
    """Plans that an assertion reads."""
    parameters = set(inspect.signature(assertion).parameters)
    if "own_domain" in parameters:
        return {"prod", "own_domain"}
    if "plans" in parameters and "environment" not in parameters:
        return set(ENVIRONMENTS)
    return {"prod"}


def batches() -> list[list[Defect]]:
    """A plan takes a second, so defects share one where neither undoes nor blurs the other."""
    made: list[list[Defect]] = []
    for defect in OWNER:
        for batch in made:
            if not any(_undo(defect, other) or _blur(defect, other) for other in batch):
                batch.append(defect)
                break
        else:
            made.append([defect])
    return made


def _undo(one: Defect, other: Defect) -> bool:
    """Whether the edits touch the same words of a file."""
    if one.file != other.file or not one.old or not other.old:
        return False
    pairs = ((one.old, other.old), (other.old, one.old), (one.old, other.new), (other.old, one.new))
    return any(words in text for words, text in pairs)


def _blur(one: Defect, other: Defect) -> bool:
    """Whether the assertion that has to catch one would fail for the other as well."""
    return OWNER[one] in trips(other) or OWNER[other] in trips(one)


def trips(defect: Defect) -> set[Assertion]:
    """Assertions that fail for a defect."""
    return {OWNER[defect], *defect.trips}


@contextmanager
def seeded(terraform: Terraform, defects: Iterable[Defect]) -> Iterator[None]:
    """The defects are there while the context lasts."""
    defects = list(defects)
    paths = {terraform.folder / defect.file for defect in defects}
    kept = {path: path.read_text() for path in paths}
    try:
        for defect in defects:
            if defect.old:
                terraform.edit(defect.file, defect.old, defect.new)
            else:
                path = terraform.folder / defect.file
                path.write_text(path.read_text() + defect.new)
        yield
    finally:
        for path, text in kept.items():
            path.write_text(text)


def _refusal(terraform: Terraform, defect: Defect, archive: Path) -> str:
    """What Terraform says, on one line; empty where it refuses nothing. Else why the defect cannot be seeded."""
    try:
        with seeded(terraform, [defect]):
            done = terraform.run(
                "plan", "-input=false", "-no-color", "-lock=false", *variables("prod", archive)
            )
    except AssertionError as error:
        return str(error)
    return " ".join(done.stderr.replace("│", " ").split()) if done.returncode == 1 else ""
