"""The error tree: stable codes, documented statuses, a sentence for the person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from future_finance.errors import AppError, MethodNotAllowed

DOCUMENTED = {400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 502, 503}


def tree(error: type[AppError] = AppError) -> Iterator[type[AppError]]:
    yield error
    for child in error.__subclasses__():
        yield from tree(child)


def test_every_error_has_a_code_of_its_own() -> None:
    codes = Counter(error.code for error in tree())
    assert [code for code, times in codes.items() if times > 1] == []
    assert all(re.fullmatch(r"[a-z][a-z_]*", code) for code in codes)


@pytest.mark.parametrize("error", list(tree()), ids=lambda error: error.__name__)
def test_every_error_has_a_documented_status_and_a_sentence(error: type[AppError]) -> None:
    assert error.status in DOCUMENTED
    assert "code" in vars(error)
    assert error.__doc__ is not None
    assert re.match(r"[A-Z].*[.]$", error.__doc__.strip().splitlines()[0])
    assert error().message == error.__doc__.strip().splitlines()[0]


def test_a_message_of_its_own_replaces_the_sentence() -> None:
    assert MethodNotAllowed("Only GET.").message == "Only GET."
