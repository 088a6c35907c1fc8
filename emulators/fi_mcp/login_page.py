"""The page on which a person logs in: demo people to choose from, any passcode."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from emulators.fi_mcp.people.catalogue import DemoPerson

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --accent: #00796b; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 34rem; padding: 1.5rem; }
h1 { font-size: 1.4rem; } .note { opacity: .75; }
fieldset { border: 0; margin: 0; padding: 0; } legend { font-weight: 600; padding: 0; }
label.person { border: 1px solid var(--line); border-radius: .75rem; cursor: pointer; display: flex; gap: .75rem;
  margin: .5rem 0; padding: .6rem .9rem; }
label.person:has(:checked) { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
label.person span { display: block; } .person small { opacity: .75; }
.field { display: block; margin: 1rem 0; } .field input { font: inherit; padding: .5rem; width: 100%; box-sizing: border-box; }
button { background: var(--accent); border: 0; border-radius: .75rem; color: #fff; font: inherit; font-weight: 600;
  min-height: 44px; padding: .6rem 1.4rem; width: 100%; }
"""


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>{body}</body></html>"
    )


def login_page(session_id: str, people: Iterable[DemoPerson], recorded: Iterable[str]) -> str:
    """The form; it posts sessionId, phoneNumber and otp to /login."""
    choices = "".join(
        f'<label class="person"><input type="radio" name="phoneNumber" value="{escape(person.phone)}" required>'
        f"<span><b>{escape(person.name)}</b> <small>{escape(person.phone)}</small>"
        f"<small><span>{escape(person.line)}</span></small></span></label>"
        for person in people
    )
    choices += "".join(
        f'<label class="person"><input type="radio" name="phoneNumber" value="{escape(phone)}" required>'
        f"<span><b>{escape(phone)}</b> <small>recorded account</small></span></label>"
        for phone in recorded
    )
    session = f'<input type="hidden" name="sessionId" value="{escape(session_id)}">'
    return _page(
        "Log in to Fi (simulator)",
        '<h1>Log in to Fi</h1><p class="note">This is a simulator with invented people. No real bank is behind it.</p>'
        f'<form method="post" action="/login">{session}<fieldset><legend>Who are you?</legend>{choices}</fieldset>'
        '<label class="field">Passcode from the Fi app (any digits will do)'
        '<input name="otp" inputmode="numeric" autocomplete="one-time-code" value="123456" required></label>'
        "<button>Log in</button></form>"
        f'<details><summary>Another phone number</summary><form method="post" action="/login">{session}'
        '<label class="field">Phone number<input name="phoneNumber" inputmode="tel" required></label>'
        '<input type="hidden" name="otp" value="123456"><button>Log in</button></form></details>',
    )


def logged_in_page() -> str:
    return _page(
        "Logged in",
        "<h1>You are logged in</h1><p>You can close this page and go back to the app. "
        "The login lasts 30 minutes.</p>",
    )
