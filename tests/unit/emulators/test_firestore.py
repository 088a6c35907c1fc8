"""Finding Google's Firestore emulator."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from emulators import firestore
from emulators.children import ChildFailed


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing installed but Java; returns its folder of programs."""
    programs = tmp_path / "bin"
    programs.mkdir()
    _program(programs / "java")
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("FIREBASE_EMULATORS_PATH", str(tmp_path / "downloads"))
    (tmp_path / "downloads").mkdir()
    return programs


def _program(path: Path, text: str = "#!/bin/sh\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


def _emulator(folder: Path) -> Path:
    _program(folder / "cloud_firestore_emulator")
    jar = folder / "cloud-firestore-emulator.jar"
    jar.touch()
    return jar


def test_the_cloud_cli_has_it_as_a_component(machine: Path, tmp_path: Path) -> None:
    _program(tmp_path / "sdk/bin/gcloud")
    (machine / "gcloud").symlink_to(tmp_path / "sdk/bin/gcloud")
    jar = _emulator(tmp_path / "sdk/platform/cloud-firestore-emulator")
    assert firestore.find_jar() == jar
    command = firestore.command(8080)
    assert command[command.index("-cp") + 1] == str(jar)
    assert "--port=8080" in command


def test_a_debian_package_is_found_off_the_path(machine: Path, tmp_path: Path) -> None:
    jar = _emulator(tmp_path / "lib")
    _program(machine / "dpkg", f"#!/bin/sh\necho /.\necho {tmp_path}/lib/cloud_firestore_emulator\n")
    assert firestore.find_jar() == jar


def test_of_downloads_by_firebase_tools_the_newest_is_taken(machine: Path, tmp_path: Path) -> None:
    for version in ("1.9.2", "1.20.0", "1.19.8"):
        (tmp_path / f"downloads/cloud-firestore-emulator-v{version}.jar").touch()
    command = firestore.command(8080)
    assert command[command.index("-jar") + 1].endswith("v1.20.0.jar")


def test_without_any_the_message_says_what_to_install(machine: Path) -> None:
    with pytest.raises(ChildFailed, match=r"apt-get install (.|\n)*FIRESTORE_EMULATOR_HOST"):
        firestore.command(8080)


def test_without_java_the_message_says_which(machine: Path) -> None:
    (machine / "java").unlink()
    with pytest.raises(ChildFailed, match="needs Java 21"):
        firestore.command(8080)


@pytest.mark.parametrize(("class_format", "version"), [(55, 11), (61, 17), (65, 21)])
def test_the_jar_says_which_java_it_needs(tmp_path: Path, class_format: int, version: int) -> None:
    jar = tmp_path / "emulator.jar"
    with zipfile.ZipFile(jar, "w") as archive:
        header = b"\xca\xfe\xba\xbe\x00\x00" + class_format.to_bytes(2)
        archive.writestr("com/google/cloud/datastore/emulator/firestore/CloudFirestore.class", header)
    assert firestore.needed_java(jar) == version
