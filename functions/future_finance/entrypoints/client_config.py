"""GET /api/config: what the front end needs before anyone signs in."""

from __future__ import annotations

from typing import TypedDict

from starlette.requests import Request
from starlette.responses import Response

from future_finance import __version__
from future_finance.config import settings
from future_finance.domain.notice import NOTICES
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import query_of, require_method


class FirebaseView(TypedDict):
    """What the Firebase SDK is set up with; the emulators' URLs on a laptop alone."""

    apiKey: str
    authDomain: str
    projectId: str
    appId: str
    authEmulatorUrl: str | None
    firestoreEmulatorUrl: str | None


class FeaturesView(TypedDict):
    """What this deployment offers."""

    googleSignIn: bool
    streaming: bool


class LimitsView(TypedDict):
    """Limits a person can run into."""

    syncsPerDay: int


class TextView(TypedDict):
    """One text in the languages of the app."""

    en: str
    hi: str


class NoticeView(TypedDict):
    """A text that has to be shown at `place`."""

    id: str
    place: str
    text: TextView


class VersionsView(TypedDict):
    """What answers."""

    api: str
    commit: str


class ClientConfigView(TypedDict):
    """Answer of GET /api/config. `streamUrl`: where answers stream, past Hosting, which buffers."""

    firebase: FirebaseView
    streamUrl: str | None
    features: FeaturesView
    limits: LimitsView
    grievanceContact: str
    notices: list[NoticeView]
    versions: VersionsView


async def client_config(request: Request) -> Response:
    """Public facts only: a Firebase API key names a project, it opens nothing."""
    require_method(request, "GET")
    query_of(request, ())
    here = settings()
    view: ClientConfigView = {
        "firebase": {
            "apiKey": here.firebase_api_key,
            "authDomain": here.firebase_auth_domain,
            "projectId": here.project,
            "appId": here.firebase_app_id,
            "authEmulatorUrl": f"http://{here.auth_emulator}" if here.auth_emulator else None,
            "firestoreEmulatorUrl": f"http://{here.firestore_emulator}" if here.firestore_emulator else None,
        },
        "streamUrl": here.stream_url,
        "features": {
            "googleSignIn": bool(here.google_client_id),
            "streaming": here.stream_url is not None,
        },
        "limits": {"syncsPerDay": here.syncs_per_day},
        "grievanceContact": here.grievance_contact,
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
    return json_response(view)
