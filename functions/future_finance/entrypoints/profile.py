"""GET and PUT /api/profile."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.local_date import local_date
from future_finance.domain.profile import VersionedProfile
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.profile_view import profile_view
from future_finance.entrypoints.request import query_of, require_method
from future_finance.errors import InvalidInput
from future_finance.usecases.profile import replace_profile

_ETAG = re.compile(r'(?:W/)?"(\d{1,9})"')


async def profile(request: Request, user: User) -> Response:
    """GET, and PUT with an optional If-Match: the ETag of the version that was edited."""
    method = require_method(request, "GET", "PUT")
    query_of(request, ())
    if method == "GET":
        found = await bootstrap.profile_store().get(user.uid)
        await require_account(user, unless=found.version)
        return _view(found)
    from future_finance.entrypoints.new_profile import profile_told

    now = bootstrap.clock().now()
    wanted = await profile_told(request, local_date(now))
    stored = await replace_profile(
        bootstrap.profile_store(),
        user.uid,
        wanted,
        _expected_version(request),
        now,
    )
    return _view(stored)


def _expected_version(request: Request) -> int | None:
    text = request.headers.get("if-match")
    if text is None or text.strip() == "*":
        return None
    match = _ETAG.fullmatch(text.strip())
    if match is None:
        raise InvalidInput(details={"fields": [{"path": "If-Match", "problem": "not_an_etag"}]})
    return int(match[1])


def _view(stored: VersionedProfile) -> Response:
    response = json_response(profile_view(stored.profile))
    response.headers["ETag"] = f'"{stored.version}"'
    return response
