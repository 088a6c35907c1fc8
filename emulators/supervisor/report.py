"""What the supervisor prints once the stack runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from emulators.supervisor.services import Service


def table(rows: Sequence[Sequence[str]], indent: str = "  ") -> str:
    """Rows in columns as wide as their widest cell."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(f"{indent}{line.rstrip()}" for line in lines)


def services_table(services: Iterable[Service]) -> str:
    """The service people open comes first."""
    return table([(service.title, service.address) for service in reversed(list(services))])


def exports(environment: Mapping[str, str]) -> str:
    """Lines for a shell, for a stack without a gateway."""
    return "\n".join(f"  export {name}='{value}'" for name, value in sorted(environment.items()))
