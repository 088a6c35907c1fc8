"""GET /api/providers: whose accounts can be connected."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from future_finance.domain.provider import PROVIDERS
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import require_method


async def providers(request: Request, _user: User) -> Response:
    """The catalogue, which ships with the code."""
    require_method(request, "GET")
    return json_response(
        {
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
    )
