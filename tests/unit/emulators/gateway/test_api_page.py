"""The API page shows the whole document and fetches nothing."""

from __future__ import annotations

import re

from emulators.gateway.api_page import api_page

_DOCUMENT = {
    "info": {"title": "Future Finance", "version": "1", "description": "Numbers <checked>"},
    "paths": {
        "/api/profile": {
            "get": {
                "summary": "Your profile",
                "parameters": [{"name": "period", "in": "query", "description": "1m"}],
                "responses": {"404": {"$ref": "#/components/responses/NotFound"}},
            },
            "put": {
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Profile"}}}
                },
                "responses": {"200": {"description": "Saved"}},
            },
        }
    },
    "components": {
        "schemas": {"Profile": {"type": "object"}},
        "responses": {"NotFound": {"description": "There is nothing here."}},
    },
}


def test_every_operation_and_schema_is_shown() -> None:
    page = api_page(_DOCUMENT)
    for text in (
        "Your profile",
        "period",
        "There is nothing here.",
        "Saved",
        'id="Profile"',
        "#/components/schemas/",
    ):
        assert text in page


def test_text_of_the_document_cannot_become_markup() -> None:
    assert "Numbers &lt;checked&gt;" in api_page(_DOCUMENT)


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert not re.search(r"https?://|<script|<link|@import", api_page(_DOCUMENT))
