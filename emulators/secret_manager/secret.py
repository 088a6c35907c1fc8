"""Secrets and their versions, by resource name."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from emulators.rpc import already_exists, invalid, not_found

MAX_PAYLOAD_BYTES = 64 * 1024
_SECRET = re.compile(r"projects/[^/]+/secrets/[A-Za-z0-9_\-]{1,255}")
_VERSION = re.compile(rf"({_SECRET.pattern})/versions/([0-9]{{1,9}}|latest)")


@dataclass(frozen=True, slots=True)
class SecretVersion:
    name: str
    payload: bytes = field(repr=False)
    created_at: datetime


@dataclass(slots=True)
class LocalSecret:
    """Version ids start at 1, in order of addition."""

    name: str
    created_at: datetime
    versions: list[SecretVersion] = field(default_factory=list)

    def add(self, payload: bytes) -> SecretVersion:
        if len(payload) > MAX_PAYLOAD_BYTES:
            raise invalid("The secret payload may have at most 64KiB.")
        version = SecretVersion(f"{self.name}/versions/{len(self.versions) + 1}", payload, datetime.now(UTC))
        self.versions.append(version)
        return version


class Secrets:
    """All secrets."""

    def __init__(self) -> None:
        self._by_name: dict[str, LocalSecret] = {}

    def seed(self, path: Path) -> None:
        """Read `{"projects/<p>/secrets/<id>": "payload", ...}`."""
        for name, payload in json.loads(path.read_text()).items():
            self.create(name).add(payload.encode())

    def create(self, name: str) -> LocalSecret:
        if not _SECRET.fullmatch(name):
            raise invalid("The secret id must match [A-Za-z0-9_-]{1,255}.")
        if name in self._by_name:
            raise already_exists(f"Secret [{name}] already exists.")
        self._by_name[name] = LocalSecret(name, datetime.now(UTC))
        return self._by_name[name]

    def get(self, name: str) -> LocalSecret:
        if name not in self._by_name:
            raise not_found(f"Secret [{name}] not found.")
        return self._by_name[name]

    def version(self, name: str) -> SecretVersion:
        """`name` ends in a version number or in `latest`."""
        found = _VERSION.fullmatch(name)
        if not found:
            raise invalid("Not the resource name of a SecretVersion.")
        versions = self.get(found[1]).versions
        number = len(versions) if found[2] == "latest" else int(found[2])
        if not 1 <= number <= len(versions):
            raise not_found(f"Secret Version [{name}] not found.")
        return versions[number - 1]

    def all(self) -> list[LocalSecret]:
        return list(self._by_name.values())
