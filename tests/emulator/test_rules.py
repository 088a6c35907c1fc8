"""What a client with a Firebase token may do in Firestore itself: read its own views and jobs, and nothing else."""

from __future__ import annotations

import base64
import json
import os
import uuid
from collections.abc import Iterator

import httpx2
import pytest

pytestmark = pytest.mark.emulator

OWN_READABLE = ("views/overview", "views/facts", "jobs/job-1")
OWN_HIDDEN = (
    "profile/main",
    "connections/c-1",
    "accounts/a-1",
    "assets/c-1_savings",
    "liabilities/c-1",
    "ledger/c-1_2026-10",
    "trades/c-1_2026",
    "netWorth/2026",
    "creditScores/c-1_2026-10-01",
    "epf/c-1",
    "views/overview/history/1",
)
NOBODYS = ("oauthStates/s-1", "deadLetters/d-1", "erasures/e-1", "providers/fi_money")


def _token(project: str, uid: str) -> str:
    """An ID token as the Auth emulator issues it: unsigned."""
    claims = {
        "iss": f"https://securetoken.google.com/{project}",
        "aud": project,
        "sub": uid,
        "user_id": uid,
        "iat": 1_700_000_000,
        "exp": 4_000_000_000,
    }
    parts = ({"alg": "none", "typ": "JWT"}, claims)
    encoded = (base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts)
    return ".".join(encoded) + "."


class Client:
    """Firestore's REST API as one caller: a person, nobody, or the emulator's owner, whom no rule binds."""

    def __init__(self, project: str, authorization: str | None, database: str = "(default)") -> None:
        host = os.environ["FIRESTORE_EMULATOR_HOST"]
        headers = {"Authorization": f"Bearer {authorization}"} if authorization else {}
        self._root = f"http://{host}/v1/projects/{project}/databases/{database}/documents"
        self._http = httpx2.Client(headers=headers, timeout=30)

    def read(self, path: str) -> int:
        return self._http.get(f"{self._root}/{path}").status_code

    def write(self, path: str) -> int:
        fields = {"fields": {"seen": {"booleanValue": True}}}
        return self._http.patch(f"{self._root}/{path}", json=fields).status_code

    def delete(self, path: str) -> int:
        return self._http.delete(f"{self._root}/{path}").status_code

    def close(self) -> None:
        self._http.close()


@pytest.fixture
def uid() -> str:
    return f"u-{uuid.uuid4().hex}"


@pytest.fixture
def owner(firestore_emulator: str) -> Iterator[Client]:
    client = Client(firestore_emulator, "owner")
    yield client
    client.close()


@pytest.fixture
def person(firestore_emulator: str, uid: str) -> Iterator[Client]:
    client = Client(firestore_emulator, _token(firestore_emulator, uid))
    yield client
    client.close()


@pytest.fixture
def nobody(firestore_emulator: str) -> Iterator[Client]:
    client = Client(firestore_emulator, None)
    yield client
    client.close()


@pytest.mark.parametrize("path", OWN_READABLE)
def test_a_person_reads_their_own_views_and_jobs(owner: Client, person: Client, uid: str, path: str) -> None:
    assert owner.write(f"users/{uid}/{path}") == 200
    assert person.read(f"users/{uid}/{path}") == 200


def test_a_person_lists_their_own_jobs(owner: Client, person: Client, uid: str) -> None:
    assert owner.write(f"users/{uid}/jobs/job-1") == 200
    assert person.read(f"users/{uid}/jobs") == 200


@pytest.mark.parametrize("path", OWN_READABLE)
def test_nobody_reads_anothers_documents(owner: Client, person: Client, nobody: Client, path: str) -> None:
    other = f"users/u-{uuid.uuid4().hex}/{path}"
    assert owner.write(other) == 200
    assert person.read(other) == 403
    assert nobody.read(other) == 403


@pytest.mark.parametrize("path", OWN_HIDDEN)
def test_everything_else_of_a_person_goes_through_the_api(
    owner: Client, person: Client, uid: str, path: str
) -> None:
    assert owner.write(f"users/{uid}/{path}") == 200
    assert person.read(f"users/{uid}/{path}") == 403


def test_a_persons_own_record_goes_through_the_api(owner: Client, person: Client, uid: str) -> None:
    assert owner.write(f"users/{uid}") == 200
    assert person.read(f"users/{uid}") == 403


@pytest.mark.parametrize("path", NOBODYS)
def test_no_client_reads_what_belongs_to_no_person(owner: Client, person: Client, path: str) -> None:
    assert owner.write(path) == 200
    assert person.read(path) == 403


@pytest.mark.parametrize("path", [*OWN_READABLE, *OWN_HIDDEN])
def test_a_client_writes_and_deletes_nothing(owner: Client, person: Client, uid: str, path: str) -> None:
    assert person.write(f"users/{uid}/{path}") == 403
    assert owner.write(f"users/{uid}/{path}") == 200
    assert person.write(f"users/{uid}/{path}") == 403
    assert person.delete(f"users/{uid}/{path}") == 403


def test_no_client_reaches_the_vault(firestore_emulator: str, uid: str) -> None:
    path = f"keys/{uid}"
    vault_owner = Client(firestore_emulator, "owner", database="vault")
    vault_person = Client(firestore_emulator, _token(firestore_emulator, uid), database="vault")
    try:
        assert vault_owner.write(path) == 200
        assert vault_person.read(path) == 403
        assert vault_person.write(path) == 403
        assert vault_owner.write(f"users/{uid}/views/overview") == 200
        assert vault_person.read(f"users/{uid}/views/overview") == 403
    finally:
        vault_owner.close()
        vault_person.close()
