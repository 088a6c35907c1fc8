"""Filling in the login page at Fi."""

from __future__ import annotations

import pytest

from scripts.journey.fi_login import PASSCODE, filled, read_form

_PAGE_URL = "http://fi.test:8080/mockWebPage?sessionId=mcp-session-1"


def test_hidden_fields_are_kept_and_the_persons_filled_in() -> None:
    page = """<form method="post" action="/login"><input type=hidden name=sessionId value="mcp-session-1">
    <input name="phoneNumber"><input name="otp" type="password"><button>Log in</button></form>"""
    form = read_form(page, _PAGE_URL)
    assert form.action == "http://fi.test:8080/login"
    assert filled(form, "9000000001") == {
        "sessionId": "mcp-session-1",
        "phoneNumber": "9000000001",
        "otp": PASSCODE,
    }


def test_a_choice_of_numbers_is_a_field_too() -> None:
    page = '<form action="go"><select name="phoneNumber"><option value="1"></select></form>'
    form = read_form(page, "http://fi.test/a/page")
    assert form.action == "http://fi.test/a/go"
    assert filled(form, "9000000002") == {"phoneNumber": "9000000002"}


@pytest.mark.parametrize("page", ["<div id=app></div>", '<form action="/search"></form>', ""])
def test_a_page_that_makes_its_form_by_script_gets_the_development_servers(page: str) -> None:
    form = read_form(page, _PAGE_URL)
    assert form.action == "http://fi.test:8080/login"
    assert filled(form, "9") == {"sessionId": "mcp-session-1", "phoneNumber": "9", "otp": PASSCODE}
