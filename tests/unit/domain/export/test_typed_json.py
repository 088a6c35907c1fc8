"""Documents as JSON, and back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.export.typed_json import from_json, to_json

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.datetimes(timezones=st.just(UTC)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(st.characters(exclude_characters="$", exclude_categories=["Cs"])), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(
    st.dictionaries(
        st.text(st.characters(exclude_characters="$", exclude_categories=["Cs"])), VALUES, max_size=5
    )
)
def test_a_document_comes_back_as_it_was(fields: dict[str, Any]) -> None:
    line = to_json(fields)
    assert "\n" not in line
    assert from_json(line) == fields


def test_a_moment_is_marked_and_in_utc() -> None:
    assert to_json({"at": datetime(2026, 11, 24, 4, 0, tzinfo=UTC)}) == (
        '{"at":{"$time":"2026-11-24T04:00:00+00:00"}}'
    )


def test_what_no_document_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes"):
        to_json({"sealed": b"x"})
