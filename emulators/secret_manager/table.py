"""The secrets that rows of the endpoint table name, with values for local use."""

from __future__ import annotations

from collections.abc import Iterable

from emulators.secret_manager.secret import Secrets
from future_finance.endpoints import ENDPOINTS, Endpoint


def add_secrets_of_table(secrets: Secrets, project: str, endpoints: Iterable[Endpoint] = ENDPOINTS) -> None:
    """Create each secret once, with the payload `local-<id>`."""
    for secret_id in sorted({secret_id for endpoint in endpoints for secret_id in endpoint.secrets}):
        secrets.create(f"projects/{project}/secrets/{secret_id}").add(f"local-{secret_id}".encode())
