"""Billable units: what a piece of work takes, and what a month of it adds up to."""

from __future__ import annotations

from dataclasses import dataclass, fields

from future_finance.endpoints import Endpoint


@dataclass(frozen=True, slots=True)
class Usage:
    """Units as they are billed. Names are those of the price table."""

    requests: float = 0.0
    vcpu_s: float = 0.0
    gib_s: float = 0.0
    reads: float = 0.0
    writes: float = 0.0
    deletes: float = 0.0
    tasks: float = 0.0  # operations of Cloud Tasks: one to enqueue, one for each attempt
    kms: float = 0.0
    tokens_in: float = 0.0  # those that the model has not seen just before
    tokens_cached: float = 0.0
    tokens_out: float = 0.0
    stored_gib: float = 0.0
    log_gib: float = 0.0

    def __add__(self, other: Usage) -> Usage:
        return Usage(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    def __mul__(self, times: float) -> Usage:
        return Usage(*(getattr(self, each.name) * times for each in fields(self)))


def on(row: Endpoint, seconds: float, requests: float, log_kib: float) -> Usage:
    """Requests of `seconds` each to a function, each alone on its instance: the dearest that it can be."""
    busy_s = requests * seconds
    return Usage(
        requests=requests,
        vcpu_s=busy_s * row.cpu,
        gib_s=busy_s * row.memory_mib / 1024,
        log_gib=requests * log_kib / 1024 / 1024,
    )
