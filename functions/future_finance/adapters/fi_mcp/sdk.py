"""The client side of the official MCP SDK, without the rest of it.

The SDK's packages import their server, and every revision of the protocol's schema, as soon as any module of
theirs is imported: 1.0 s of a cold start. The transport and the JSON-RPC dispatcher below need a third of it.
So the two packages are entered into sys.modules first, to run their own __init__ only when a name of theirs
is asked for; nothing of the SDK is copied or changed.
"""

from __future__ import annotations

import logging
import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType


class _Deferred(ModuleType):
    """A package whose __init__ runs at the first use of a name of its own, not at a submodule's import."""

    def __getattr__(self, name: str) -> object:
        spec = self.__spec__
        if name.startswith("__") or spec is None or spec.loader is None:
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]  # deferred no more
        spec.loader.exec_module(self)
        return getattr(self, name)


def _defer(package: str) -> None:
    if package in sys.modules or (spec := find_spec(package)) is None:
        return
    module = module_from_spec(spec)
    module.__class__ = _Deferred
    sys.modules[package] = module


_defer("mcp")
_defer("mcp.client")

from mcp.client.streamable_http import streamable_http_client  # noqa: E402  after the deferral
from mcp.shared.exceptions import MCPError  # noqa: E402
from mcp.shared.jsonrpc_dispatcher import JSONRPCDispatcher  # noqa: E402

# These log session ids, headers and bodies, errors with their input included.
for _name in ("mcp", "httpx2", "httpcore2"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

__all__ = ["JSONRPCDispatcher", "MCPError", "streamable_http_client"]
