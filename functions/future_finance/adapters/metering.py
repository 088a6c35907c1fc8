"""Counts what a request costs: billed Firestore reads and writes, and KMS calls."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Meter:
    """Billable operations of one request."""

    firestore_reads: int = 0
    firestore_writes: int = 0
    kms_calls: int = 0


_current: ContextVar[Meter | None] = ContextVar("meter", default=None)


def start() -> Meter:
    """A fresh meter for the request this context serves."""
    meter = Meter()
    _current.set(meter)
    return meter


def count(*, firestore_reads: int = 0, firestore_writes: int = 0, kms_calls: int = 0) -> None:
    """Add to the current request's meter; without one, nothing."""
    if meter := _current.get():
        meter.firestore_reads += firestore_reads
        meter.firestore_writes += firestore_writes
        meter.kms_calls += kms_calls
