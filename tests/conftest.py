"""Servers that tests share: each starts when the first test asks for it, on free ports, and ends with the session."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from emulators.supervisor.addresses import PROJECT
from emulators.supervisor.stack import Stack
from tests.running_stack import GIVEN, running_stack

# How long an example takes says more of the machine than of the code. In CI Hypothesis takes its own profile.
settings.register_profile("unhurried", deadline=None)
settings.register_profile("fast", max_examples=12, deadline=None)  # for scripts/test --fast
if not os.environ.get("CI"):
    settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """A test that configures logging, as an instance or a tool does, leaves it to the next one as it found it."""
    root, ours = logging.getLogger(), logging.getLogger("future_finance")
    handlers, levels = list(root.handlers), (root.level, ours.level)
    known = [each for each in root.manager.loggerDict.values() if isinstance(each, logging.Logger)]
    disabled = [logger.disabled for logger in known]
    yield
    for logger, was_disabled in zip(known, disabled, strict=True):
        logger.disabled = was_disabled
    root.handlers[:] = [handler for handler in root.handlers if handler in handlers]
    for logger, level in ((root, levels[0]), (ours, levels[1])):
        if logger.level != level:  # setting one empties every logger's cache
            logger.setLevel(level)


@pytest.fixture(scope="session")
def firestore_emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The project id. The emulator's address is in FIRESTORE_EMULATOR_HOST, where Google's clients look for it.

    It is never wiped: a test uses a user of its own. A query that production has no index for fails.
    """
    with pytest.MonkeyPatch.context() as patch:
        _refuse_queries_without_an_index(patch)
        if GIVEN is not None:
            yield PROJECT
            return
        with running_stack(tmp_path_factory.mktemp("firestore"), ("firestore",)) as stack:
            patch.setenv("FIRESTORE_EMULATOR_HOST", stack.environment["FIRESTORE_EMULATOR_HOST"])
            yield PROJECT


def _refuse_queries_without_an_index(patch: pytest.MonkeyPatch) -> None:
    from google.cloud.firestore_v1.async_query import AsyncQuery

    from tests.declared_indexes import BY_DATABASE, DeclaredIndexes

    declared = {database: DeclaredIndexes.of_database(database) for database in BY_DATABASE}
    stream = AsyncQuery.stream

    def checked(query: AsyncQuery, *arguments: Any, **options: Any) -> Any:
        declared[query._client._database].require(query._to_protobuf())
        return stream(query, *arguments, **options)

    patch.setattr(AsyncQuery, "stream", checked)


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The whole local cloud, with the functions behind the gateway at `at.gateway`, and a Firestore of its own."""
    with running_stack(tmp_path_factory.mktemp("stack")) as whole:
        yield whole
