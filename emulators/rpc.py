"""A gRPC service made of a table of methods, and the refusals those methods raise."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import grpc
import grpc.aio
import proto

Method = tuple[Callable[[Any], Awaitable[proto.Message | None]], type[proto.Message]]


class Refused(Exception):
    """Ends a call with a gRPC status, as the real service would."""

    def __init__(self, code: grpc.StatusCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def invalid(message: str) -> Refused:
    return Refused(grpc.StatusCode.INVALID_ARGUMENT, message)


def not_found(message: str) -> Refused:
    return Refused(grpc.StatusCode.NOT_FOUND, message)


def already_exists(message: str) -> Refused:
    return Refused(grpc.StatusCode.ALREADY_EXISTS, message)


def failed_precondition(message: str) -> Refused:
    return Refused(grpc.StatusCode.FAILED_PRECONDITION, message)


def service(name: str, methods: Mapping[str, Method]) -> grpc.GenericRpcHandler:
    """The handler of `name`: each method takes its request message; None answers Empty."""
    return grpc.method_handlers_generic_handler(
        name, {method: _unary(handler, request) for method, (handler, request) in methods.items()}
    )


def _unary(
    handler: Callable[[Any], Awaitable[proto.Message | None]], request_type: type[proto.Message]
) -> grpc.RpcMethodHandler:
    async def call(request: proto.Message, context: grpc.aio.ServicerContext) -> proto.Message | None:
        try:
            return await handler(request)
        except Refused as refusal:
            await context.abort(refusal.code, refusal.message)
            raise  # abort ends the call by raising

    return grpc.unary_unary_rpc_method_handler(
        call, request_deserializer=request_type.deserialize, response_serializer=_serialize
    )


def _serialize(message: proto.Message | None) -> bytes:
    return b"" if message is None else bytes(type(message).serialize(message))
