"""/api/consents: what a person has agreed to, and what the language model was sent under it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, TypedDict

from pydantic import Field, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.config import settings
from future_finance.domain.consent import Consents, ConsentStatus, Purpose, Scope, status_of
from future_finance.domain.consent_notice import ConsentItem, ConsentNotice, Words, notice
from future_finance.domain.job import JobType
from future_finance.domain.profile import Language
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, parse_body
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.request import path_below, query_of, require_method
from future_finance.errors import InvalidInput, NotFound
from future_finance.usecases.ai_ports import AiAccess
from future_finance.usecases.consent_ports import ConsentEvent, Receipt, Withdrawal
from future_finance.usecases.consents import (
    agreement,
    all_consents,
    give_consent,
    take_consent_back,
)
from future_finance.usecases.work_jobs import work_job

PREFIX = "/api/consents"
MOST_SENDS = 200


class NewGrant(Body):
    """One scope for one purpose."""

    scope: Annotated[Scope, Field(strict=False)]
    purpose: Annotated[Purpose, Field(strict=False)]


class NewConsent(Body):
    """Body of POST /api/consents. `noticeVersion`: of the notice that was on the screen."""

    grants: Annotated[list[NewGrant], Field(min_length=1, max_length=50)]
    notice_version: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    language: Annotated[Language, Field(strict=False)] = Language.ENGLISH


class WordsView(TypedDict):
    """A text in both languages."""

    en: str
    hi: str


class ItemView(TypedDict):
    """One line of the notice."""

    id: str
    title: WordsView
    text: WordsView


class ConsentNoticeView(TypedDict):
    """The present notice. Its `version` goes back with a grant."""

    version: str
    sha256: str
    introduction: WordsView
    purposes: list[ItemView]
    scopes: list[ItemView]
    rights: WordsView


class ConsentView(TypedDict):
    """One scope for one purpose: pending, granted, revoked or expired."""

    scope: str
    purpose: str
    status: str
    decidedAt: str | None
    expiresAt: str | None
    noticeVersion: str | None


class ConsentsView(TypedDict):
    """Answer of GET /api/consents."""

    consentVersion: int
    notice: ConsentNoticeView
    consents: list[ConsentView]


class GrantView(TypedDict):
    """One scope for one purpose."""

    scope: str
    purpose: str


class ReceiptView(TypedDict):
    """Answer of POST /api/consents: proof of what was agreed to, word for word."""

    receiptId: str
    consentVersion: int
    at: str
    grants: list[GrantView]
    noticeVersion: str
    noticeSha256: str
    language: str
    text: list[str]


class WithdrawalView(TypedDict):
    """Answer of DELETE /api/consents/{scope}. The job deletes what the consent covered, and says what."""

    consentVersion: int
    scope: str
    purposes: list[str]
    jobId: str
    status: str


class ScopeErasureView(TypedDict):
    """Answer of GET /api/consents/jobs/{jobId}. `counts`: what was deleted by where it was; `left` is 0 when the
    job succeeds, which looks once more."""

    jobId: str
    status: str
    scope: str
    purposes: list[str]
    createdAt: str
    finishedAt: str | None
    counts: dict[str, int]
    error: str | None


class ConsentEventView(TypedDict):
    """One change: grant, revoke or expire. A grant is a receipt: its notice, and the words in its language."""

    eventId: str
    action: str
    at: str
    consentVersion: int
    grants: list[GrantView]
    noticeVersion: str | None
    noticeSha256: str | None
    language: str | None
    text: list[str]


class ConsentEventsView(TypedDict):
    """Answer of GET /api/consents/events, newest first."""

    events: list[ConsentEventView]


class AccessView(TypedDict):
    """One send to the language model: figures by id, never words."""

    at: str
    purpose: str
    model: str
    promptVersion: str
    consentVersion: int
    scopes: list[str]
    factIds: list[str]
    rowsSent: int
    calls: int
    tokens: int


class AccessLogView(TypedDict):
    """Answer of GET /api/consents/access, newest first."""

    sends: list[AccessView]


async def consents(request: Request, user: User) -> Response:
    """GET and POST /api/consents, DELETE /{scope}, GET /jobs/{jobId}, GET /events, GET /access."""
    match path_below(request, PREFIX):
        case []:
            if require_method(request, "GET", "POST") == "GET":
                query_of(request, ())
                return await _shown(user)
            query_of(request, ())
            return await _given(request, user)
        case ["jobs", job_id]:
            require_method(request, "GET")
            query_of(request, ())
            return await _erasure(user, job_id)
        case ["events"]:
            require_method(request, "GET")
            query_of(request, ())
            return await _events(user)
        case ["access"]:
            require_method(request, "GET")
            return await _sends(request, user)
        case [scope] if scope in frozenset(Scope):
            require_method(request, "DELETE")
            return await _taken_back(request, user, Scope(scope))
        case _:
            raise NotFound


async def _shown(user: User) -> Response:
    found, version = await all_consents(bootstrap.consents(), user.uid)
    now = bootstrap.clock().now()
    answer: ConsentsView = {
        "consentVersion": version,
        "notice": _notice_view(_notice()),
        "consents": [_consent_view(found, scope, purpose, now) for scope in Scope for purpose in Purpose],
    }
    return json_response(answer)


async def _given(request: Request, user: User) -> Response:
    body = await parse_body(request, NewConsent)
    shown = _notice()
    grants = [(each.scope, each.purpose) for each in body.grants]
    agreed = agreement(shown, grants, body.language, bootstrap.clock().now())
    receipt = await give_consent(bootstrap.consents(), user.uid, agreed, body.notice_version, shown)
    return json_response(_receipt_view(receipt), status=201)


async def _taken_back(request: Request, user: User, scope: Scope) -> Response:
    """`?purpose=` takes back one purpose alone; without it the scope is taken back for all."""
    purpose = query_of(request, ("purpose",)).get("purpose")
    if purpose is not None and purpose not in frozenset(Purpose):
        raise InvalidInput(details={"fields": [{"path": "purpose", "problem": "unknown"}]})
    purposes = list(Purpose) if purpose is None else [Purpose(purpose)]
    taken_back = await take_consent_back(
        bootstrap.consents(), bootstrap.task_queue(), user.uid, scope, purposes, bootstrap.clock().now()
    )
    return json_response(_withdrawal_view(taken_back), status=202)


async def _erasure(user: User, job_id: str) -> Response:
    job = await work_job(bootstrap.work_job_store(), user.uid, JobType.ERASE_SCOPE, job_id)
    answer: ScopeErasureView = {
        "jobId": job.id,
        "status": job.status.value,
        "scope": job.request["scope"][0],
        "purposes": job.request["purposes"],
        "createdAt": job.created_at.isoformat(),
        "finishedAt": None if job.finished_at is None else job.finished_at.isoformat(),
        "counts": dict(sorted(job.counts.items())),
        "error": job.error,
    }
    return json_response(answer)


async def _events(user: User) -> Response:
    answer: ConsentEventsView = {
        "events": [_event_view(event) for event in await bootstrap.consents().events(user.uid)]
    }
    return json_response(answer)


async def _sends(request: Request, user: User) -> Response:
    query_of(request, ())
    found = await bootstrap.access_log().recent(user.uid, MOST_SENDS)
    await require_account(user, unless=found)
    answer: AccessLogView = {"sends": [_access_view(access) for access in found]}
    return json_response(answer)


def _notice() -> ConsentNotice:
    return notice(settings().ai_location, settings().grievance_contact)


def _words(words: Words) -> WordsView:
    return {"en": words.en, "hi": words.hi}


def _item(item_id: str, item: ConsentItem) -> ItemView:
    return {"id": item_id, "title": _words(item.title), "text": _words(item.text)}


def _notice_view(shown: ConsentNotice) -> ConsentNoticeView:
    return {
        "version": shown.version,
        "sha256": shown.sha256,
        "introduction": _words(shown.introduction),
        "purposes": [_item(purpose.value, item) for purpose, item in shown.purposes.items()],
        "scopes": [_item(scope.value, item) for scope, item in shown.scopes.items()],
        "rights": _words(shown.rights),
    }


def _consent_view(found: Consents, scope: Scope, purpose: Purpose, now: datetime) -> ConsentView:
    consent = found.get(scope, {}).get(purpose)
    status = status_of(found, scope, purpose, now)
    expires = consent.expire_at if consent is not None and status is ConsentStatus.GRANTED else None
    return {
        "scope": scope.value,
        "purpose": purpose.value,
        "status": status.value,
        "decidedAt": None if consent is None else consent.at.isoformat(),
        "expiresAt": None if expires is None else expires.isoformat(),
        "noticeVersion": None if consent is None else consent.notice,
    }


def _receipt_view(receipt: Receipt) -> ReceiptView:
    agreed = receipt.agreement
    return {
        "receiptId": receipt.id,
        "consentVersion": receipt.consent_version,
        "at": agreed.at.isoformat(),
        "grants": _grant_views(agreed.grants),
        "noticeVersion": agreed.notice_version,
        "noticeSha256": agreed.notice_sha256,
        "language": agreed.language,
        "text": list(agreed.text),
    }


def _event_view(event: ConsentEvent) -> ConsentEventView:
    return {
        "eventId": event.id,
        "action": event.action,
        "at": event.at.isoformat(),
        "consentVersion": event.consent_version,
        "grants": _grant_views(event.grants),
        "noticeVersion": event.notice_version,
        "noticeSha256": event.notice_sha256,
        "language": event.language,
        "text": list(event.text),
    }


def _grant_views(grants: Iterable[tuple[Scope, Purpose]]) -> list[GrantView]:
    return [{"scope": scope.value, "purpose": purpose.value} for scope, purpose in grants]


def _withdrawal_view(taken_back: Withdrawal) -> WithdrawalView:
    return {
        "consentVersion": taken_back.consent_version,
        "scope": taken_back.scope.value,
        "purposes": [purpose.value for purpose in taken_back.purposes],
        "jobId": taken_back.job.id,
        "status": taken_back.job.status.value,
    }


def _access_view(access: AiAccess) -> AccessView:
    return {
        "at": access.at.isoformat(),
        "purpose": access.purpose.value,
        "model": access.model,
        "promptVersion": access.prompt_version,
        "consentVersion": access.consent_version,
        "scopes": sorted(access.scopes),
        "factIds": list(access.fact_ids),
        "rowsSent": access.rows_sent,
        "calls": access.calls,
        "tokens": access.usage.total,
    }
