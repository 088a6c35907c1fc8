"""One running local cloud."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from emulators import children
from emulators.children import ROOT, Child
from emulators.supervisor.addresses import PROJECT, Addresses, base_environment, client_environment
from emulators.supervisor.services import NAMES, SECRETS_FILE, Service, services
from future_finance.endpoints import ENDPOINTS

READY_TIMEOUT_S = 90.0


class Stack:
    """Starts the chosen services together and stops them together. `state` is .local/stack-<port>/ by default."""

    def __init__(
        self,
        port: int,
        names: Collection[str] = NAMES,
        fi_url: str | None = None,
        state: Path | None = None,
        vertex_project: str | None = None,
    ) -> None:
        self.at = Addresses.choose(port)
        elsewhere = {name for name, there in (("fi_mcp", fi_url), ("vertex_ai", vertex_project)) if there}
        self.names = [name for name in NAMES if name in names and name not in elsewhere]
        self.state = state or ROOT / ".local" / f"stack-{port}"
        self.environment = client_environment(self.at, self.names, self.state, fi_url, vertex_project)
        self.services: list[Service] = []
        self._children: dict[str, Child] = {}

    def start(self) -> None:
        """Return when every service answers. Raises ChildFailed, with nothing left running."""
        self.state.mkdir(parents=True, exist_ok=True)
        (self.state / "clock").write_text("0")
        (self.state / SECRETS_FILE).write_text(json.dumps(_secrets()))
        self.services = services(self.at, self.names, self.state)
        self._describe()
        environment = base_environment() | self.environment
        try:
            for service in self.services:
                log = self.state / f"{service.name}.log"
                self._children[service.name] = children.start(
                    service.name, service.command, env=environment, log=log
                )
            ready = {service.name: service.ready for service in self.services}
            children.wait_until_ready(self._children, ready, READY_TIMEOUT_S)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End everything; safe to call twice."""
        running, self._children = self._children, {}
        children.stop(reversed(running.values()))

    def ended(self) -> Child | None:
        """A service that ended by itself, if any has."""
        return next((child for child in self._children.values() if not child.running), None)

    def description(self) -> dict[str, Any]:
        """What GET /__local/status tells about the stack."""
        return {
            "project": self.environment["GOOGLE_CLOUD_PROJECT"],
            "services": {service.name: service.address for service in self.services},
            "environment": self.environment,
        }

    def _describe(self) -> None:
        (self.state / "stack.json").write_text(json.dumps(self.description(), indent=2) + "\n")


def _secrets() -> dict[str, str]:
    """A value for every secret that the endpoint table names."""
    names = {name for endpoint in ENDPOINTS for name in endpoint.secrets}
    return {f"projects/{PROJECT}/secrets/{name}": f"local-{name}" for name in sorted(names)}
