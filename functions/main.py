"""Entry point of every function: FUNCTION_TARGET names one row of the endpoint table."""

from __future__ import annotations

from typing import Any


def __getattr__(name: str) -> Any:
    from future_finance.endpoints import BY_ENTRY_POINT

    if name not in BY_ENTRY_POINT:
        raise AttributeError(name)
    from future_finance.serving import serve

    return serve(BY_ENTRY_POINT[name])
