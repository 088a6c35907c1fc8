"""Letting a caller in, by what the endpoint's row says, and counting those who call too often."""

from __future__ import annotations

from starlette.requests import Request

from future_finance import bootstrap
from future_finance.config import Settings
from future_finance.domain.user import User
from future_finance.endpoints import Caller, Endpoint, Trust
from future_finance.entrypoints.identity import verified_user
from future_finance.errors import NotSignedIn
from future_finance.serving.client_address import client_address
from future_finance.serving.oidc_caller import require_oidc_caller
from future_finance.serving.rate_limit import RateLimit

_IP_WINDOW_S = 15 * 60
_USER_WINDOW_S = 60


class CallerGate:
    """One endpoint's gate, with this instance's counts."""

    def __init__(self, endpoint: Endpoint, settings: Settings) -> None:
        self._endpoint = endpoint
        self._settings = settings
        self._per_ip = RateLimit(settings.requests_per_ip, _IP_WINDOW_S)
        self._per_user = RateLimit(settings.requests_per_user, _USER_WINDOW_S)

    async def admit(self, request: Request) -> User | None:
        """The user; None where nobody signs in. Raises NotSignedIn, Forbidden, TooManyRequests, Unavailable."""
        match self._endpoint.caller:
            case Caller.ANYONE:
                self._per_ip.hit(client_address(request))
                return None
            case Caller.TASKS | Caller.SCHEDULER | Caller.OPERATOR:
                authorization = request.headers.get("authorization", "")
                require_oidc_caller(self._endpoint, self._settings, authorization)
                return None
            case Caller.USER | Caller.USER_OR_COOKIE:
                return await self._signed_in(request)

    def trusts(self, user: User) -> bool:
        """Whether no look-up is due for this session. Raises SessionRevoked when one has found it revoked."""
        if self._endpoint.trust is Trust.EDGE:
            return True  # shows nothing personal, and its account may not look anyone up
        return not self._endpoint.check_revoked and bootstrap.revocation().recall(user)

    async def require_not_revoked(self, user: User) -> None:
        """Raises SessionRevoked; Unavailable where the row wants a look-up now and there is no answer."""
        if self._endpoint.check_revoked:
            await bootstrap.revocation().require_now(user)
        else:
            await bootstrap.revocation().require_lately(user)

    async def _signed_in(self, request: Request) -> User:
        try:
            user = await verified_user(request, cookie=self._endpoint.caller is Caller.USER_OR_COOKIE)
        except NotSignedIn:
            self._per_ip.hit(client_address(request))
            raise
        self._per_user.hit(user.uid)
        return user
