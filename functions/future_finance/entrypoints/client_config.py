"""GET /api/config: what the front end needs before anyone signs in."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from future_finance import __version__
from future_finance.config import settings
from future_finance.domain.notice import NOTICES
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import require_method


async def client_config(request: Request) -> Response:
    """Public facts only: a Firebase API key names a project, it opens nothing."""
    require_method(request, "GET")
    here = settings()
    return json_response(
        {
            "firebase": {
                "apiKey": here.firebase_api_key,
                "authDomain": here.firebase_auth_domain,
                "projectId": here.project,
                "appId": here.firebase_app_id,
                "authEmulatorUrl": f"http://{here.auth_emulator}" if here.auth_emulator else None,
            },
            "streamUrl": here.stream_url,
            "features": {
                "googleSignIn": bool(here.google_client_id),
                "streaming": here.stream_url is not None,
            },
            "limits": {"syncsPerDay": here.syncs_per_day},
            "notices": [
                {
                    "id": notice.id,
                    "place": notice.place,
                    "text": {"en": notice.english, "hi": notice.hindi},
                }
                for notice in NOTICES
            ],
            "versions": {"api": __version__, "commit": here.commit},
        }
    )
