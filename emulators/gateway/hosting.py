"""The hosting section of firebase.json: which function serves a path, which headers it gets, which file it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from emulators.gateway.glob import compile_glob


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Requests whose path matches go to a Cloud Run service, or get a static file."""

    source: re.Pattern[str]
    service: str | None = None
    destination: str | None = None


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """Headers that answers get whose path matches."""

    source: re.Pattern[str]
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Hosting:
    """What Firebase Hosting does with a path: static files first, then the first rewrite that matches."""

    public: Path
    rewrites: tuple[Rewrite, ...]
    header_rules: tuple[HeaderRule, ...]

    @classmethod
    def from_file(cls, path: Path) -> Hosting:
        """Raises ValueError for a rewrite that is neither to a Cloud Run service nor to a file."""
        section: dict[str, Any] = json.loads(path.read_text())["hosting"]
        rewrites = []
        for rule in section.get("rewrites", []):
            if "source" not in rule or ("run" in rule) == ("destination" in rule):
                raise ValueError(
                    f"{path.name}: the gateway knows rewrites from a source to `run` or to a `destination` only: {rule}"
                )
            service = rule["run"]["serviceId"] if "run" in rule else None
            rewrites.append(Rewrite(compile_glob(rule["source"]), service, rule.get("destination")))
        header_rules = [
            HeaderRule(compile_glob(rule["source"]), {each["key"]: each["value"] for each in rule["headers"]})
            for rule in section.get("headers", [])
        ]
        return cls((path.parent / section["public"]).resolve(), tuple(rewrites), tuple(header_rules))

    def service_for(self, path: str) -> str | None:
        rule = self._rewrite(path)
        return rule.service if rule else None

    def rewritten_file(self, path: str) -> Path | None:
        """The static file that a rewrite names for this path."""
        rule = self._rewrite(path)
        return self.file_for(rule.destination) if rule and rule.destination else None

    def headers_for(self, path: str) -> dict[str, str]:
        """The headers of every rule that matches; of two with the same key the later wins."""
        found: dict[str, str] = {}
        for rule in self.header_rules:
            if rule.source.fullmatch(path):
                found.update(rule.headers)
        return found

    def file_for(self, path: str) -> Path | None:
        """The static file at exactly this path; for a directory its index.html."""
        try:
            file = (self.public / path.lstrip("/")).resolve()
            if file.is_dir():
                file /= "index.html"
            return file if file.is_file() and file.is_relative_to(self.public) else None
        except (OSError, ValueError):  # no file can have this name: it is too long, or holds a null character
            return None

    def _rewrite(self, path: str) -> Rewrite | None:
        return next((rule for rule in self.rewrites if rule.source.fullmatch(path)), None)
