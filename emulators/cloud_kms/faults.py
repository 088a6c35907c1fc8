"""Faults that a test orders over HTTP: the service down, or answers damaged on their way."""

from __future__ import annotations

from enum import StrEnum

import grpc
from pydantic import BaseModel, ConfigDict, NonNegativeInt, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from emulators.rpc import Refused


class Mode(StrEnum):
    """What happens to the next calls of Encrypt and Decrypt."""

    UNAVAILABLE = "unavailable"  # refused with UNAVAILABLE
    CORRUPT = "corrupt"  # the returned checksum is wrong


class FaultOrder(BaseModel):
    """`times` calls in a row; 0 ends the fault."""

    model_config = ConfigDict(extra="forbid")

    mode: Mode
    times: NonNegativeInt


class Faults:
    """The fault in force."""

    def __init__(self) -> None:
        self._order = FaultOrder(mode=Mode.UNAVAILABLE, times=0)

    def before_call(self) -> None:
        """Raises Refused while the service is down."""
        if self._use(Mode.UNAVAILABLE):
            raise Refused(grpc.StatusCode.UNAVAILABLE, "The service is currently unavailable.")

    def checksum(self, value: int) -> int:
        return value ^ 1 if self._use(Mode.CORRUPT) else value

    def route(self) -> Route:
        async def order(request: Request) -> Response:
            try:
                self._order = FaultOrder.model_validate_json(await request.body())
            except ValidationError as error:
                return JSONResponse({"error": error.errors(include_input=False, include_url=False)}, 422)
            return Response(status_code=204)

        return Route("/__faults", order, methods=["POST"])

    def _use(self, mode: Mode) -> bool:
        if self._order.mode is not mode or not self._order.times:
            return False
        self._order.times -= 1
        return True
