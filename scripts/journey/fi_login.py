"""The login at Fi: opens the page and posts its form, as the person's browser does."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx2

from scripts.journey.api import StepFailed

PASSCODE = "123456"  # simulators and Fi's development server take any
_CONTROLS = {"input", "select", "textarea"}


@dataclass(slots=True)
class LoginForm:
    """Where the form goes, and its fields with the values they came with."""

    action: str = ""
    fields: dict[str, str] = field(default_factory=dict)


class _FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[LoginForm] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(LoginForm(found.get("action", "")))
        elif tag in _CONTROLS and self.forms and found.get("name"):
            self.forms[-1].fields[found["name"]] = found.get("value", "")


def read_form(page: str, page_url: str) -> LoginForm:
    """The page's first form with its action resolved.

    A page that builds its form by script shows none; then it is the form of Fi's development server.
    """
    reader = _FormReader()
    reader.feed(page)
    if reader.forms and reader.forms[0].fields:
        form = reader.forms[0]
        return LoginForm(urljoin(page_url, form.action), form.fields)
    session = parse_qs(urlsplit(page_url).query).get("sessionId", [""])[0]
    return LoginForm(urljoin(page_url, "/login"), {"sessionId": session, "phoneNumber": "", "otp": ""})


def filled(form: LoginForm, phone: str) -> dict[str, str]:
    """The form's fields with the person's phone number and passcode."""
    values = dict(form.fields)
    for name in values:
        if "phone" in name.lower():
            values[name] = phone
        elif any(word in name.lower() for word in ("otp", "passcode")):
            values[name] = PASSCODE
    return values


def log_in_at_fi(login_url: str, phone: str) -> None:
    """Open the login page and send its form."""
    with httpx2.Client(timeout=30, follow_redirects=True) as browser:
        page = browser.get(login_url)
        if not page.is_success:
            raise StepFailed(f"Fi's login page answered {page.status_code}")
        form = read_form(page.text, str(page.url))
        answer = browser.post(form.action, data=filled(form, phone))
        if not answer.is_success:
            raise StepFailed(f"Fi's login answered {answer.status_code}")
