"""Parts that are built at their first use, kept, and closed together."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

_parts: dict[str, Any] = {}
_known: set[str] = set()
_closers: list[Callable[[], Any]] = []


def part[T](build: Callable[[], T]) -> Callable[[], T]:
    """A factory whose product is built at the first call and kept."""
    _known.add(build.__name__)

    @wraps(build)
    def built() -> T:
        if build.__name__ not in _parts:
            _parts[build.__name__] = build()
        product: T = _parts[build.__name__]
        return product

    return built


def replace(**products: object) -> None:
    """Put products in the place of what the factories of these names would build."""
    unknown = [name for name in products if name not in _known]
    if unknown:
        raise LookupError(f"no such part: {', '.join(unknown)}")
    _parts.update(products)


def closing(close: Callable[[], Any]) -> None:
    """`close` is called when everything is closed."""
    _closers.append(close)


async def aclose() -> None:
    """Close what was built, newest first, and forget it; the next call builds anew."""
    _parts.clear()
    while _closers:
        ending = _closers.pop()()
        if ending is not None:
            await ending
