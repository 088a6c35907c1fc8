"""The error tree: what can go wrong for a person, with a stable code and an HTTP status.

A class's docstring is the sentence shown to the person; `code` never changes.
"""

from __future__ import annotations

from collections.abc import Mapping


class AppError(Exception):
    """Something went wrong on our side. Please try again."""

    code = "internal"
    status = 500

    def __init__(
        self,
        message: str | None = None,
        *,
        retry_after_s: int | None = None,
        details: Mapping[str, object] | None = None,
    ) -> None:
        self.message = message or (type(self).__doc__ or "").strip().splitlines()[0]
        self.retry_after_s = retry_after_s
        self.details = dict(details or {})
        super().__init__(self.message)


class BadRequest(AppError):
    """The request could not be read."""

    code = "bad_request"
    status = 400


class InvalidInput(AppError):
    """Some of the values sent are not valid."""

    code = "invalid_input"
    status = 422


class NotUnderstood(InvalidInput):
    """I could not make a scenario of that. Choose one of the kinds, or say it in other words."""

    code = "not_understood"


class NotSignedIn(AppError):
    """Please sign in."""

    code = "not_signed_in"
    status = 401


class SessionExpired(NotSignedIn):
    """Your session has ended. Please sign in again."""

    code = "session_expired"


class SessionRevoked(NotSignedIn):
    """You were signed out. Please sign in again."""

    code = "session_revoked"


class Forbidden(AppError):
    """You may not do this."""

    code = "forbidden"
    status = 403


class OriginRefused(Forbidden):
    """This request came from a page that may not make it."""

    code = "origin_refused"


class OAuthStateRefused(Forbidden):
    """This sign-in was started elsewhere or was already used. Please sign in again."""

    code = "oauth_state_refused"


class GoogleRefused(Forbidden):
    """Google did not confirm this sign-in. Please try again."""

    code = "google_refused"


class NotFound(AppError):
    """There is nothing here."""

    code = "not_found"
    status = 404


class MethodNotAllowed(AppError):
    """This address does not take that method."""

    code = "method_not_allowed"
    status = 405


class Conflict(AppError):
    """That is not possible in the present state."""

    code = "conflict"
    status = 409


class ConnectionChanged(Conflict):
    """This connection was changed meanwhile. Look at it again."""

    code = "connection_changed"


class OtherPerson(Conflict):
    """These accounts are not the ones this connection had. Add them as another connection."""

    code = "other_person"


class LoginPending(Conflict):
    """Fi has not seen your login yet. Finish it in the Fi tab, then try again."""

    code = "login_pending"


class LoginRequired(Conflict):
    """Your Fi session has ended. Log in again to refresh your data."""

    code = "login_required"


class LoginRefused(Conflict):
    """Fi did not accept that phone number. Check it and log in again."""

    code = "login_refused"


class BirthYearNeeded(Conflict):
    """Tell us your birth year first: this service is for adults."""

    code = "birth_year_needed"


class NoticeChanged(Conflict):
    """The consent notice has changed meanwhile. Read the new one and decide again."""

    code = "notice_changed"


class IdempotencyMismatch(Conflict):
    """This Idempotency-Key was used for a different request."""

    code = "idempotency_mismatch"


class BodyTooLarge(AppError):
    """The request is larger than 1 MiB."""

    code = "body_too_large"
    status = 413


class UnsupportedMediaType(AppError):
    """Send JSON, with the header Content-Type: application/json."""

    code = "unsupported_media_type"
    status = 415


class TooManyRequests(AppError):
    """Too many requests. Please wait a little."""

    code = "too_many_requests"
    status = 429


class QuotaSpent(TooManyRequests):
    """You have reached today's limit. It starts afresh tomorrow."""

    code = "quota_spent"


class Unavailable(AppError):
    """A service we need does not answer. Please try again in a minute."""

    code = "unavailable"
    status = 503


class SourceUnavailable(Unavailable):
    """Fi does not answer right now. Nothing you have was changed."""

    code = "source_unavailable"


class SourceAnswerRefused(AppError):
    """Fi answered in a way we do not understand. Nothing you have was changed."""

    code = "source_answer_refused"
    status = 502


class LoginUrlRefused(SourceAnswerRefused):
    """Fi sent a login address that is not on our list, so we did not pass it on."""

    code = "login_url_refused"


class VaultUnavailable(Unavailable):
    """Your sealed data cannot be opened right now. Please try again in a minute."""

    code = "vault_unavailable"


class SealBroken(AppError):
    """A sealed value could not be opened. Connect again to replace it."""

    code = "seal_broken"
    status = 409


class Busy(Unavailable):
    """Another update of your data is running. Please try again in a moment."""

    code = "busy"


class IdentityUnchecked(Unavailable):
    """Fi did not say whose accounts these are. Nothing you have was changed; please try again."""

    code = "identity_unchecked"


class DeadlineExceeded(Unavailable):
    """This took too long. Please try again."""

    code = "deadline_exceeded"


class ConfigError(Exception):
    """The environment is not usable; the message says which variable and why."""


class ModelUnavailable(Unavailable):
    """The assistant does not answer right now. Your figures are all still here."""

    code = "model_unavailable"


class ModelBlocked(AppError):
    """The assistant would not answer that. Try to ask it in another way."""

    code = "model_blocked"
    status = 502


class TurnsInFlight(TooManyRequests):
    """Two of your questions are still being answered. Wait for one of them."""

    code = "turns_in_flight"


class AiStopped(Unavailable):
    """The assistant rests until tomorrow. Your figures are all still here."""

    code = "ai_stopped"


class AdultsOnly(Forbidden):
    """This service is for adults. Come back when you are 18."""

    code = "adults_only"


class ConsentMissing(Forbidden):
    """You have not agreed to this use of your data."""

    code = "consent_missing"
