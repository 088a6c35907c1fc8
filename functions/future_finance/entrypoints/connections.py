"""/api/connections: connect, confirm, look at and end links to providers."""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from pydantic import StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from future_finance import bootstrap
from future_finance.domain.overview_view import ConnectionLine
from future_finance.domain.provider import provider_name
from future_finance.domain.user import User
from future_finance.entrypoints.answer import json_response, no_content
from future_finance.entrypoints.body import Body, Id, parse_body
from future_finance.entrypoints.nothing_found import require_account
from future_finance.entrypoints.request import path_below, query_of, require_method
from future_finance.errors import BirthYearNeeded, InvalidInput, NotFound
from future_finance.usecases.connections import Link, Linking, confirm, connect, disconnect, show

PREFIX = "/api/connections"


class NewConnection(Body):
    """Body of POST /api/connections/connect: log in at the link `connectionId`, or with `another` at a further
    one to the same provider; without either at the newest. Asked twice, `another` is one link, as long as its first
    login has just begun."""

    provider_id: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    another: bool = False
    connection_id: Id | None = None


class ConnectionView(TypedDict):
    """A link. `loginUrl` is there for its owner, while the login is pending."""

    id: str
    providerId: str
    providerName: str
    status: str
    activeUntil: str | None
    lastSyncAt: str | None
    loginUrl: NotRequired[str]


class ConnectionsView(TypedDict):
    """Answer of GET /api/connections; the oldest first."""

    connections: list[ConnectionView]


async def connections(request: Request, user: User) -> Response:
    """/api/connections, /connect, /{id}, /{id}/confirm."""
    linking = Linking(
        bootstrap.connection_store(),
        bootstrap.vault(),
        bootstrap.fi_source(),
        bootstrap.profile_store(),
        bootstrap.consents(),
    )
    now = bootstrap.clock().now()
    query = query_of(request, ("data",) if request.method == "DELETE" else ())
    match path_below(request, PREFIX):
        case []:
            require_method(request, "GET")
            return await _listed(user)
        case ["connect"]:
            require_method(request, "POST")
            body = await parse_body(request, NewConnection)
            if body.another and body.connection_id is not None:
                raise InvalidInput("another goes without connectionId")
            try:
                link = await connect(
                    linking,
                    user.uid,
                    body.provider_id,
                    now,
                    another=body.another,
                    connection_id=body.connection_id,
                )
            except BirthYearNeeded:  # as for whoever has no profile
                await require_account(user)
                raise
            return await _answer(user, link)
        case [connection_id, "confirm"]:
            require_method(request, "POST")
            return await _answer(user, await confirm(linking, user.uid, connection_id, now))
        case [connection_id]:
            if require_method(request, "GET", "DELETE") == "GET":
                return await _answer(user, await show(linking, user.uid, connection_id))
            with_data = query.get("data", "false")
            if with_data not in {"true", "false"}:
                raise InvalidInput("data must be true or false")
            await disconnect(linking, user.uid, connection_id, with_data=with_data == "true")
            return no_content()
        case _:
            raise NotFound


async def _listed(user: User) -> Response:
    linked = await bootstrap.connection_store().list(user.uid)
    await require_account(user, unless=linked)
    lines = await _lines(user)
    answer: ConnectionsView = {
        "connections": [_view(Link(connection), lines.get(connection.id)) for connection in linked]
    }
    return json_response(answer)


async def _answer(user: User, link: Link) -> Response:
    return json_response(_view(link, (await _lines(user)).get(link.connection.id)))


async def _lines(user: User) -> dict[str, ConnectionLine]:
    """When each link was last synced: the overview alone says so."""
    overview = await bootstrap.overview_store().overview(user.uid)
    return {line["id"]: line for line in overview["connections"]}


def _view(link: Link, line: ConnectionLine | None) -> ConnectionView:
    connection = link.connection
    until = connection.active_until
    view: ConnectionView = {
        "id": connection.id,
        "providerId": connection.provider_id,
        "providerName": provider_name(connection.provider_id),
        "status": connection.status_at(bootstrap.clock().now()).value,
        "activeUntil": None if until is None else until.isoformat(),
        "lastSyncAt": line["lastSyncAt"] if line else None,
    }
    if link.login_url:
        view["loginUrl"] = link.login_url
    return view
