"""The page where a person picks one of the demo accounts."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from emulators.google_oauth.grant import Account


def accounts_page(accounts: Sequence[Account], query: dict[str, str]) -> str:
    """Each account is a link back to the same request with a login_hint."""
    rows = "".join(
        f'<li><a href="?{escape(urlencode(query | {"login_hint": account.email}))}">'
        f"<strong>{escape(account.name)}</strong><br><small>{escape(account.email)}</small></a></li>"
        for account in accounts
    )
    cancel = escape(urlencode(query | {"deny": "1"}))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<title>Choose an account (local stand-in for Google)</title>"
        '<link rel="icon" href="data:,">'
        "<style>body{font:16px system-ui;margin:10vh auto;max-width:24rem;padding:0 1rem}"
        "ul{list-style:none;padding:0}li{border-bottom:1px solid #ddd}"
        "a{display:block;padding:.7rem;color:inherit;text-decoration:none}a:hover{background:#f2f2f2}"
        "small{color:#555}</style>"
        "<h1>Choose an account</h1><p>A local stand-in for Google: these people are invented.</p>"
        f'<ul>{rows}</ul><p><a href="?{cancel}">Cancel</a></p></html>'
    )
