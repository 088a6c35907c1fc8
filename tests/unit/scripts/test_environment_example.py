""".env.example explains every variable that the code reads."""

from __future__ import annotations

import re

from emulators.children import ROOT

_READ = re.compile(r'"((?:FF|GOOGLE|FIRESTORE|FIREBASE|STORAGE)_[A-Z_]+)"')
_EXPLAINED = re.compile(r"^#?([A-Z_]+)=", re.MULTILINE)


def test_every_variable_of_the_settings_is_in_the_example() -> None:
    config = (ROOT / "functions/future_finance/config.py").read_text()
    assert set(_READ.findall(config)) == set(_EXPLAINED.findall((ROOT / ".env.example").read_text()))
