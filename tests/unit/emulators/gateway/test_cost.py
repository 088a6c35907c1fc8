"""Costs are added up from log lines."""

from __future__ import annotations

from emulators.gateway.cost import CostLedger
from emulators.gateway.function_log import log_entry

_LINE = '{"severity": "INFO", "cost": {"firestoreReads": 2, "firestoreWrites": 1, "kmsCalls": 0}}'


def test_costs_are_summed_per_function_and_in_total() -> None:
    ledger = CostLedger()
    for function in ("overview", "overview", "sync"):
        ledger.add(function, log_entry(function, _LINE))
    report = ledger.report()
    assert report["total"] == {"requests": 3, "firestoreReads": 6, "firestoreWrites": 3, "kmsCalls": 0}
    assert report["functions"]["overview"] == {
        "requests": 2,
        "firestoreReads": 4,
        "firestoreWrites": 2,
        "kmsCalls": 0,
    }
    assert ledger.requests("overview") == 2


def test_lines_without_a_cost_count_nothing() -> None:
    ledger = CostLedger()
    for line in ("Traceback (most recent call last):", "[1, 2]", '{"message": "hello"}', '{"cost": 3}'):
        ledger.add("f", log_entry("f", line))
    assert ledger.report() == {
        "total": {"requests": 0, "firestoreReads": 0, "firestoreWrites": 0, "kmsCalls": 0},
        "functions": {},
    }


def test_text_becomes_an_entry_as_in_cloud_logging() -> None:
    assert log_entry("f", "boom") == {"severity": "DEFAULT", "message": "boom", "labels": {"function": "f"}}
