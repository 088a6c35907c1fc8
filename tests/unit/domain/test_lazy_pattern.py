"""Patterns that are compiled at their first use."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from emulators.children import ROOT
from future_finance.domain.lazy_pattern import LazyPattern


def test_one_of_several_patterns_is_found_in_any_case() -> None:
    pattern = LazyPattern("buy", "sell now")
    assert [found[0] for found in pattern.finditer("BUY or Sell now")] == ["BUY", "Sell now"]
    assert pattern.sub(lambda found: "-" * len(found[0]), "buy") == "---"
    assert pattern.match("a buy") is None
    assert LazyPattern("Fund", any_case=False).search("a fund") is None


@pytest.mark.parametrize("module", ["advice_guard", "urgent_help", "known_questions"])
def test_what_guards_words_compiles_nothing_until_there_are_words(module: str) -> None:
    told = f"""
import future_finance.domain.{module} as guard
from future_finance.domain.lazy_pattern import LazyPattern
lazy = [each for each in vars(guard).values() if isinstance(each, LazyPattern)]
assert lazy and not [each for each in lazy if "compiled" in vars(each)]
"""
    found = {**os.environ, "PYTHONPATH": str(ROOT / "functions")}
    subprocess.run([sys.executable, "-c", told], env=found, check=True)
