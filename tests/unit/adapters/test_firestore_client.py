"""Firestore's client on a machine that has nothing to connect with."""

from __future__ import annotations

from pathlib import Path

import pytest

from future_finance.adapters.firestore.client import connect
from future_finance.errors import ConfigError


def test_without_credentials_it_says_where_to_get_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("FIRESTORE_EMULATOR_HOST", "GOOGLE_APPLICATION_CREDENTIALS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path))
    monkeypatch.setenv("NO_GCE_CHECK", "true")
    monkeypatch.setenv("PATH", str(tmp_path))  # no gcloud
    with pytest.raises(ConfigError, match="gcloud auth application-default login"):
        connect("some-project")
