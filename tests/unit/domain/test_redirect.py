"""Where a browser may be sent after signing in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.redirect import allowed_redirect, with_outcome
from future_finance.errors import InvalidInput

ORIGINS = {"https://app.example.in", "http://localhost:5000"}


@pytest.mark.parametrize(
    "uri", ["https://app.example.in", "https://app.example.in/a?b=c", "http://localhost:5000/"]
)
def test_pages_of_our_origins_are_allowed(uri: str) -> None:
    assert allowed_redirect(uri, ORIGINS) == uri


@given(st.text(max_size=60))
def test_nothing_after_a_foreign_host_makes_it_ours(rest: str) -> None:
    with pytest.raises(InvalidInput):
        allowed_redirect(f"https://evil.example{rest}", ORIGINS)


@given(st.text(alphabet=st.characters(max_codepoint=0x7F), max_size=40))
def test_whatever_is_allowed_stays_on_our_origin(rest: str) -> None:
    try:
        allowed = allowed_redirect("https://app.example.in" + rest, ORIGINS)
    except InvalidInput:
        return
    parts = urlsplit(allowed)
    assert (parts.scheme, parts.hostname, parts.port) == ("https", "app.example.in", None)


def test_the_outcome_joins_the_query_and_cannot_be_faked_by_it() -> None:
    target = with_outcome(
        "https://app.example.in/a?tab=home&status=success", status="error", code="forbidden"
    )
    assert parse_qs(urlsplit(target).query) == {"tab": ["home"], "status": ["error"], "code": ["forbidden"]}


def test_a_parameter_without_a_value_is_kept_unless_it_fakes_the_outcome() -> None:
    target = with_outcome("https://app.example.in/?empty=&flag&code", status="success", code="")
    given = parse_qs(urlsplit(target).query, keep_blank_values=True)
    assert given == {"empty": [""], "flag": [""], "status": ["success"], "code": [""]}


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=4))
def test_the_outcome_loses_nothing_that_the_page_was_called_with(query: dict[str, str]) -> None:
    target = with_outcome(f"https://app.example.in/?{urlencode(query)}", status="success")
    assert parse_qs(urlsplit(target).query, keep_blank_values=True) == {
        key: [value] for key, value in {**query, "status": "success"}.items()
    }
