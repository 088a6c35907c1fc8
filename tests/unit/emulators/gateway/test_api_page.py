"""The API page shows the whole document and fetches nothing."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from emulators.children import ROOT
from emulators.gateway.api_page import CURL, api_page

_REFUSED = {
    "description": "Some values are not valid",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}},
}
_DOCUMENT: dict[str, Any] = {
    "info": {"title": "Future Finance", "version": "1", "description": "Numbers <checked>"},
    "paths": {
        "/api/profile": {
            "get": {
                "summary": "Your profile",
                "parameters": [{"name": "period", "in": "query", "description": "1m"}],
                "security": [{"idToken": []}, {"session": []}],
                "responses": {"204": {"description": "Done"}, "422": _REFUSED},
            },
            "put": {
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Profile"}}}
                },
                "responses": {"200": {"description": "Saved"}, "422": _REFUSED},
            },
        }
    },
    "components": {
        "schemas": {
            "Profile": {
                "type": "object",
                "required": ["language"],
                "properties": {
                    "language": {"enum": ["en", "hi"]},
                    "birthYear": {"anyOf": [{"type": "integer", "minimum": 1900}, {"type": "null"}]},
                    "goals": {"type": "array", "items": {"$ref": "#/components/schemas/Goal"}, "maxItems": 3},
                },
            },
            "Goal": {"type": "string", "description": "What for."},
            "Error": {"type": "object"},
        },
    },
}


@pytest.fixture(scope="module")
def page() -> str:
    return api_page(_DOCUMENT, "http://127.0.0.1:5000")


@pytest.mark.parametrize(
    "text",
    ["Your profile", "period", "Saved", "Signed in by ID token or session cookie", "204 Done: no body"],
)
def test_every_part_of_an_operation_is_shown(page: str, text: str) -> None:
    assert text in page


def test_a_schema_is_named_by_a_link_to_its_section(page: str) -> None:
    assert 'Body: <a href="#schema-Profile">Profile</a> as application/json' in page
    assert '<section id="schema-Profile">' in page
    assert "$ref" not in page


def test_every_link_of_the_real_page_leads_somewhere() -> None:
    document = json.loads((ROOT / "docs/openapi.json").read_text())
    real = api_page(document, "http://127.0.0.1:5000")
    links = set(re.findall(r'href="#([^"]+)"', real))
    assert len(links) > 20
    assert links <= set(re.findall(r' id="([^"]+)"', real))
    assert "$ref" not in real


@pytest.mark.parametrize(
    "text",
    [
        "<code>&quot;en&quot;</code> or <code>&quot;hi&quot;</code>",
        "<code>birthYear</code> <i>optional</i></td><td>integer, at least <code>1900</code> or null",
        'list of <a href="#schema-Goal">Goal</a>, at most <code>3</code> items',
    ],
)
def test_a_field_says_what_it_may_be(page: str, text: str) -> None:
    assert text in page


def test_errors_are_explained_once(page: str) -> None:
    assert page.count("Some values are not valid") == 1
    assert page.count('<p><a href="#errors">Errors</a>: 422</p>') == 2


def test_nothing_is_left_empty(page: str) -> None:
    assert not re.search(r"<(p|h\d|td|table|code|pre)></\1>", page)


def test_text_of_the_document_cannot_become_markup(page: str) -> None:
    assert "Numbers &lt;checked&gt;" in page


def test_nothing_is_fetched_from_elsewhere(page: str) -> None:
    assert not re.search(r"<script|<link|<img|@import|url\(|src=|href=\"(?![#/])", page)


def test_a_narrow_screen_is_not_zoomed_out(page: str) -> None:
    assert '<meta name="viewport" content="width=device-width,initial-scale=1">' in page


def test_the_way_to_a_token_is_that_of_the_readme(page: str) -> None:
    assert CURL in (ROOT / "README.md").read_text()
    assert "APP=http://127.0.0.1:5000\nAUTH=$(curl" in page
