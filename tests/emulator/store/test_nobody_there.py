"""A valid ID token of somebody who was erased, or never was: what every endpoint answers, on Firestore."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest

from future_finance import bootstrap
from future_finance.adapters.firestore.accounts import FirestoreAccounts
from future_finance.adapters.firestore.documents import Documents
from future_finance.adapters.firestore.profile import FirestoreProfileStore
from future_finance.adapters.firestore.users import FirestoreUserStore
from future_finance.domain.consent_notice import notice
from future_finance.endpoints import ENDPOINTS, Caller, Trust
from future_finance.usecases.ports import SignedInPerson
from scripts.api_operations import OPERATIONS
from tests.answer import error_of
from tests.api.conftest import Api, api, environment, own_logging
from tests.consenting import consent
from tests.emulator.store.conftest import NOW
from tests.fakes.in_memory_task_queue import InMemoryTaskQueue
from tests.fakes.scripted_model import ScriptedModel
from tests.fakes.source import ScriptedSource

pytestmark = pytest.mark.emulator

__all__ = ["api", "environment", "own_logging"]  # fixtures

BROWSER = {"token": "browser-" + "x" * 40}
REQUESTS: list[tuple[str, str, str, Any]] = [
    ("financial-overview", "GET", "/api/financial/overview", None),
    ("financial-assets", "GET", "/api/financial/assets", None),
    ("financial-liabilities", "GET", "/api/financial/liabilities", None),
    ("financial-net-worth", "GET", "/api/financial/net-worth?period=all", None),
    ("financial-facts", "GET", "/api/financial/facts", None),
    ("financial-transactions", "GET", "/api/financial/transactions", None),
    ("financial-transactions", "GET", "/api/financial/transactions?kind=mf", None),
    ("financial-sync", "POST", "/api/financial/sync", {}),
    ("financial-sync", "GET", "/api/financial/sync/j1", None),
    ("connections", "GET", "/api/connections", None),
    ("connections", "POST", "/api/connections/connect", {"providerId": "fi_money"}),
    ("connections", "GET", "/api/connections/c1", None),
    ("connections", "DELETE", "/api/connections/c1", None),
    ("connections", "POST", "/api/connections/c1/confirm", None),
    ("profile", "GET", "/api/profile", None),
    ("profile", "PUT", "/api/profile", {}),
    ("consents", "GET", "/api/consents", None),
    ("consents", "GET", "/api/consents/events", None),
    ("consents", "GET", "/api/consents/access", None),
    ("consents", "GET", "/api/consents/jobs/j1", None),
    (
        "consents",
        "POST",
        "/api/consents",
        {
            "grants": [{"scope": "assets", "purpose": "sync"}],
            "noticeVersion": notice("global", "privacy@localhost").version,
            "language": "en",
        },
    ),
    ("consents", "DELETE", "/api/consents/assets", None),
    ("insights", "GET", "/api/insights", None),
    ("insights", "POST", "/api/insights/generate", {}),
    ("insights", "GET", "/api/insights/jobs/j1", None),
    ("insights", "GET", "/api/insights/i1", None),
    ("insights", "POST", "/api/insights/i1/actions", {"action": "dismiss"}),
    ("chat", "POST", "/api/chat", {"message": "What is my net worth?"}),
    ("chat-conversations", "GET", "/api/chat/conversations", None),
    ("chat-conversations", "GET", "/api/chat/conversations/x", None),
    ("chat-conversations", "DELETE", "/api/chat/conversations/x", None),
    ("simulate", "POST", "/api/simulate", {"scenario": {"kind": "retirement"}}),
    ("export", "GET", "/api/export", None),
    ("export", "POST", "/api/export", {"exportType": "full_export", "format": "json"}),
    ("export", "GET", "/api/export/e1", None),
    ("export", "GET", "/api/export/e1/download", None),
    ("notices", "GET", "/api/notices", None),
    ("notices", "POST", "/api/notices/n1", {}),
    ("push-tokens", "POST", "/api/push-tokens", BROWSER),
    ("push-tokens", "DELETE", "/api/push-tokens", BROWSER),
    ("account", "DELETE", "/api/account", None),
]


@pytest.mark.parametrize(("endpoint", "method", "path", "body"), REQUESTS, ids=lambda part: str(part))
@pytest.mark.parametrize("erasing", [False, True], ids=["nobody", "erasing"])
async def test_of_who_has_no_account_nothing_is_told_not_even_that_they_have_nothing(
    api: Api, documents: Documents, erasing: bool, endpoint: str, method: str, path: str, body: Any
) -> None:
    bootstrap.replace(
        documents=documents,
        accounts=FirestoreAccounts(documents),
        task_queue=InMemoryTaskQueue(),
        fi_source=ScriptedSource(),
        model=ScriptedModel(),
        profile_store=FirestoreProfileStore(documents, bootstrap.profile_change),
    )
    uid = f"u-{uuid.uuid4().hex}"
    if erasing:
        await FirestoreUserStore(documents).ensure(SignedInPerson(uid, None, None, None), NOW)
        await consent(documents, uid, NOW)
        await documents.ref("users", uid).update({"erasing": True})
    content = {} if body is None else {"json": body}
    answer = await api.send(endpoint, method, path, user=uid, **content)
    if erasing and endpoint == "account":
        assert answer.status_code == 202  # the erasure that runs
        return
    assert error_of(answer) == (404, "not_found")


def test_every_operation_that_people_sign_in_for_is_asked() -> None:
    personal = {row.name for row in ENDPOINTS if row.caller is Caller.USER and row.trust is not Trust.EDGE}
    asked = {
        (endpoint, method.lower(), _shape(path.partition("?")[0])) for endpoint, method, path, _ in REQUESTS
    }
    assert asked == {
        (each.endpoint, each.method, _shape(each.path)) for each in OPERATIONS if each.endpoint in personal
    }


def _shape(path: str) -> str:
    """An id, as it is documented or asked for, is one."""
    ids = r"\{\w+\}|(?<=/)(?:[a-z]1|x)(?=/|$)"
    return re.sub(ids, "ID", path).replace("/api/consents/assets", "/api/consents/ID")
