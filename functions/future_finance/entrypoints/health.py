"""GET /health, and GET /health/deep for operators."""

from __future__ import annotations

from typing import TypedDict

from starlette.requests import Request
from starlette.responses import Response

from future_finance import __version__, bootstrap
from future_finance.config import settings
from future_finance.entrypoints.answer import json_response
from future_finance.entrypoints.request import require_method
from future_finance.usecases.health import check_dependencies


class HealthView(TypedDict):
    """Answer of GET /health."""

    status: str
    version: str
    commit: str


async def health(request: Request) -> Response:
    """GET /health: alive, without touching anything else."""
    require_method(request, "GET")
    view: HealthView = {"status": "ok", "version": __version__, "commit": settings().commit}
    return json_response(view)


async def deep(request: Request) -> Response:
    """GET /health/deep: each dependency with its latency; 503 when one does not answer."""
    require_method(request, "GET")
    found = await check_dependencies(bootstrap.dependencies())
    well = all(dependency.error is None for dependency in found)
    content = {
        "status": "ok" if well else "degraded",
        "version": __version__,
        "commit": settings().commit,
        "dependencies": [
            {
                "name": dependency.name,
                "status": "ok" if dependency.error is None else "error",
                "latencyMs": dependency.latency_ms,
                **({"error": dependency.error} if dependency.error else {}),
            }
            for dependency in found
        ],
    }
    return json_response(content, 200 if well else 503)
