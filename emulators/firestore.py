"""Firestore locally: finds Google's official emulator and says how to start it."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from emulators.children import ROOT, ChildFailed
from emulators.ports import LOOPBACK

_PACKAGE = "google-cloud-cli-firestore-emulator"
_LAUNCHER = "cloud_firestore_emulator"
_CLOUD_CLI_JAR = "cloud-firestore-emulator.jar"
_JVM_FLAGS = ("-Duser.language=en", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_JVM_MAIN = "com.google.cloud.datastore.emulator.firestore.CloudFirestore"
_CLASS_FORMAT_OFFSET = 44  # class format 45 was Java 1
_MISSING = f"""no Firestore emulator found. Install one of these:
    Debian, Ubuntu   apt-get install {_PACKAGE}   (from Google's package repository)
    Google Cloud CLI gcloud components install cloud-firestore-emulator
    firebase-tools   npx firebase setup:emulators:firestore   (needs Java 21 or newer)
or set FIRESTORE_EMULATOR_HOST to one that runs already."""
_NO_JAVA = "the Firestore emulator needs Java 21 or newer (17 for an older emulator); install e.g. openjdk-21-jre-headless"


def command(port: int, rules: Path = ROOT / "firestore.rules") -> list[str]:
    """The command that serves the emulator at `port`. Raises ChildFailed when a prerequisite is missing."""
    java = shutil.which("java")
    if java is None:
        raise ChildFailed(_NO_JAVA)
    jar = find_jar()
    if jar is None:
        raise ChildFailed(_MISSING)
    serve = [f"--host={LOOPBACK}", f"--port={port}", f"--rules={rules}"]
    if jar.name == _CLOUD_CLI_JAR:  # this one names no main class
        return [java, *_JVM_FLAGS, "-cp", str(jar), _JVM_MAIN, "start", *serve]
    return [java, *_JVM_FLAGS, "-jar", str(jar), *serve]


def find_jar() -> Path | None:
    """The emulator's jar: of the Google Cloud CLI if installed, else the newest that firebase-tools has downloaded."""
    for launcher in _launchers():
        jar = launcher.with_name(_CLOUD_CLI_JAR)
        if jar.is_file():
            return jar
    downloads = Path(os.environ.get("FIREBASE_EMULATORS_PATH") or Path.home() / ".cache/firebase/emulators")
    found = sorted(downloads.glob("cloud-firestore-emulator-v*.jar"), key=_version)
    return found[-1] if found else None


def _launchers() -> Iterator[Path]:
    if on_path := shutil.which(_LAUNCHER):
        yield Path(on_path).resolve()
    if gcloud := shutil.which("gcloud"):
        yield Path(gcloud).resolve().parent.parent / "platform/cloud-firestore-emulator" / _LAUNCHER
    if dpkg := shutil.which("dpkg"):
        listing = subprocess.run([dpkg, "-L", _PACKAGE], capture_output=True, text=True, check=False)
        yield from (Path(line) for line in listing.stdout.splitlines() if line.endswith(f"/{_LAUNCHER}"))


def _version(jar: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", jar.stem))


def needed_java(jar: Path) -> int:
    """The oldest Java version that runs the emulator, from the format of its main class (61 is Java 17)."""
    with zipfile.ZipFile(jar) as archive, archive.open(_JVM_MAIN.replace(".", "/") + ".class") as main_class:
        return int.from_bytes(main_class.read(8)[6:]) - _CLASS_FORMAT_OFFSET


def main() -> int:
    """Make sure that there is an emulator, by the download of firebase-tools if need be, and that Java runs it."""
    parser = argparse.ArgumentParser(prog="emulators.firestore", description=__doc__)
    parser.add_argument("--java", type=int, required=True, help="the version that is installed")
    options = parser.parse_args()
    firebase = ROOT / "node_modules/.bin/firebase"
    if find_jar() is None and firebase.exists():
        print("fetching the Firestore emulator with firebase-tools", file=sys.stderr)
        subprocess.run([firebase, "setup:emulators:firestore"], stdout=sys.stderr, check=False)
    jar = find_jar()
    if jar is None:
        print(_MISSING, file=sys.stderr)
        return 1
    if options.java < (needed := needed_java(jar)):
        print(
            f"{jar} needs Java {needed} or newer, this is {options.java}; "
            f"install e.g. openjdk-{needed}-jre-headless",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
