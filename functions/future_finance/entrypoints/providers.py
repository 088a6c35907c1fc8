"""GET /api/providers: whose accounts can be connected."""

from __future__ import annotations

from typing import TypedDict

from starlette.requests import Request
from starlette.responses import Response

from future_finance.domain.provider import PROVIDERS
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import query_of, require_method


class ProviderView(TypedDict):
    """A provider; `logo` is a path of the web app."""

    id: str
    name: str
    type: str
    logo: str
    brings: list[str]


class ProvidersView(TypedDict):
    """Answer of GET /api/providers."""

    providers: list[ProviderView]


async def providers(request: Request, _user: User) -> Response:
    """The catalogue, which ships with the code."""
    require_method(request, "GET")
    query_of(request, ())
    view: ProvidersView = {
        "providers": [
            {
                "id": provider.id,
                "name": provider.name,
                "type": provider.type,
                "logo": provider.logo,
                "brings": list(provider.brings),
            }
            for provider in PROVIDERS
        ]
    }
    return json_response(view)
