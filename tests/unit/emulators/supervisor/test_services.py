"""The services of a stack."""

from __future__ import annotations

from pathlib import Path

import pytest

from emulators.children import ChildFailed
from emulators.ports import free_port
from emulators.supervisor.addresses import Addresses
from emulators.supervisor.services import services


def test_an_emulator_that_is_named_and_does_not_run_is_told_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nowhere = f"127.0.0.1:{free_port()}"
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", nowhere)
    with pytest.raises(ChildFailed, match=f"nothing answers at {nowhere}: unset it"):
        services(Addresses.choose(5000), ["firestore"], tmp_path)
    assert services(Addresses.choose(5000), ["cloud_kms"], tmp_path)[0].name == "cloud_kms"
