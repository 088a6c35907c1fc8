"""/api/insights: what was found, how it is asked for anew, and what a person does with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal, TypedDict

from pydantic import AwareDatetime, Field, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.disclosures import PERSISTENT, SECURITIES
from future_finance.domain.finding import FindingCategory
from future_finance.domain.insight import Action, Insight
from future_finance.domain.job import Job, JobType
from future_finance.domain.profile import Language
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.body import Body, parse_body
from future_finance.entrypoints.insight_view import InsightView, insight_view
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.request import idempotency_key, path_below, query_of, require_method
from future_finance.errors import InvalidInput, NotFound
from future_finance.usecases.insight_ports import ActionTaken
from future_finance.usecases.insights import act_on_insight, list_insights, list_put_away, one_insight
from future_finance.usecases.work_jobs import AskingForWork, ask_for_work, work_job

PREFIX = "/api/insights"
DEFAULT_LIMIT = 20
MOST_AT_ONCE = 50
_CATEGORIES = frozenset(FindingCategory)
_LISTS = {"open": list_insights, "put_away": list_put_away}


class NewGeneration(Body):
    """Body of POST /api/insights/generate: by default every category."""

    categories: Annotated[list[FindingCategory], Field(min_length=1, max_length=9)] | None = Field(
        default=None, strict=False
    )


class NewAction(Body):
    """Body of POST /api/insights/{id}/actions. `until` is for snooze, `stepsDone` for check."""

    action: Literal["seen", "dismiss", "snooze", "implement", "check", "done", "undo", "export"]
    until: Annotated[AwareDatetime, Field(strict=False)] | None = None
    steps_done: Annotated[
        list[Annotated[int, Field(ge=0, le=50)]], Field(max_length=50, default_factory=list)
    ]
    note: Annotated[str, StringConstraints(max_length=500)] = ""


class InsightsView(TypedDict):
    """Answer of GET /api/insights. `unavailable`: why there are no open ones, a stable code."""

    insights: list[InsightView]
    nextCursor: str | None
    total: int
    unavailable: str | None
    disclosures: list[str]


class OneInsightView(TypedDict):
    """Answer of GET /api/insights/{id} and of an action."""

    insight: InsightView
    disclosures: list[str]


class GenerationView(TypedDict):
    """Answer of POST /api/insights/generate."""

    jobId: str
    status: str


class InsightJobView(TypedDict):
    """Answer of GET /api/insights/jobs/{jobId}; `counts` are new and changed insights."""

    jobId: str
    type: str
    status: str
    createdAt: str
    startedAt: str | None
    finishedAt: str | None
    counts: dict[str, int]
    error: str | None


async def insights(request: Request, user: User) -> Response:
    """GET /api/insights, /{id}, /jobs/{jobId}; POST /generate, /{id}/actions."""
    match path_below(request, PREFIX):
        case []:
            require_method(request, "GET")
            return await _listed(request, user)
        case ["generate"]:
            require_method(request, "POST")
            return await _asked(request, user)
        case ["jobs", job_id]:
            require_method(request, "GET")
            query_of(request, ())
            job = await work_job(bootstrap.work_job_store(), user.uid, JobType.INSIGHTS, job_id)
            return json_response(_job_view(job))
        case [insight_id]:
            require_method(request, "GET")
            query_of(request, ())
            return await _one(user, await one_insight(bootstrap.insight_store(), user.uid, insight_id))
        case [insight_id, "actions"]:
            require_method(request, "POST")
            return await _acted(request, user, insight_id)
        case _:
            raise NotFound


async def _listed(request: Request, user: User) -> Response:
    query = query_of(request, ("state", "category", "limit", "cursor"))
    category = query.get("category")
    if category is not None and category not in _CATEGORIES:
        raise InvalidInput(details={"fields": [{"path": "category", "problem": "unknown"}]})
    state = query.get("state", "open")
    if state not in _LISTS:
        raise InvalidInput(details={"fields": [{"path": "state", "problem": "open or put_away"}]})
    now = bootstrap.clock().now()
    page = await _LISTS[state](
        bootstrap.insight_store(), user.uid, category, _limit(query.get("limit")), query.get("cursor"), now
    )
    await require_account(user, unless=page.total)
    language = await _language(user)
    answer: InsightsView = {
        "insights": [insight_view(insight, language, now) for insight in page.insights],
        "nextCursor": page.next_after,
        "total": page.total,
        "unavailable": None if page.total or state != "open" else await _why_none(user),
        "disclosures": _disclosures(page.insights, language),
    }
    return json_response(answer)


def _disclosures(shown: Sequence[Insight], language: Language) -> list[str]:
    """The persistent line, and SEBI's where investments are spoken of."""
    lines = [PERSISTENT]
    if any(insight.category == FindingCategory.INVESTMENTS for insight in shown):
        lines.append(SECURITIES)
    return [line.told(language.value) for line in lines]


async def _why_none(user: User) -> str:
    overview = await bootstrap.overview_store().overview(user.uid)
    return overview["unavailable"] or "nothing_found"


async def _asked(request: Request, user: User) -> Response:
    query_of(request, ())
    body = await parse_body(request, NewGeneration)
    wanted = [category.value for category in dict.fromkeys(body.categories or ())]
    asking = AskingForWork(bootstrap.work_job_store(), bootstrap.task_queue())
    job = await ask_for_work(
        asking,
        user.uid,
        JobType.INSIGHTS,
        {"categories": wanted} if wanted else {},
        idempotency_key(request.headers),
        bootstrap.clock().now(),
    )
    answer: GenerationView = {"jobId": job.id, "status": job.status.value}
    return json_response(answer, status=202)


async def _acted(request: Request, user: User, insight_id: str) -> Response:
    query_of(request, ())
    body = await parse_body(request, NewAction)
    taken = ActionTaken(insight_id, Action(body.action), bootstrap.clock().now(), body.note)
    insight = await act_on_insight(
        bootstrap.insight_store(),
        user.uid,
        taken,
        until=body.until,
        steps_done=frozenset(body.steps_done),
    )
    return await _one(user, insight)


async def _one(user: User, insight: Insight) -> Response:
    language = await _language(user)
    answer: OneInsightView = {
        "insight": insight_view(insight, language, bootstrap.clock().now()),
        "disclosures": _disclosures([insight], language),
    }
    return json_response(answer)


async def _language(user: User) -> Language:
    return (await bootstrap.profile_store().get(user.uid)).profile.language


def _limit(text: str | None) -> int:
    if text is None:
        return DEFAULT_LIMIT
    if not (text.isascii() and text.isdigit() and len(text) <= 2 and 1 <= int(text) <= MOST_AT_ONCE):
        raise InvalidInput(details={"fields": [{"path": "limit", "problem": f"1 to {MOST_AT_ONCE}"}]})
    return int(text)


def _job_view(job: Job) -> InsightJobView:
    return {
        "jobId": job.id,
        "type": job.type.value,
        "status": job.status.value,
        "createdAt": job.created_at.isoformat(),
        "startedAt": _moment(job.started_at),
        "finishedAt": _moment(job.finished_at),
        "counts": job.counts,
        "error": job.error,
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
