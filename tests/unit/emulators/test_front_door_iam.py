"""The front door's IAM: whose token opens which function."""

import time
from collections.abc import Mapping

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from emulators.front_door.iam import STRIPPED_SIGNATURE, Denied, Iam
from emulators.identity_token import LIFETIME_S, Signer
from future_finance.config import read
from future_finance.endpoints import ENDPOINTS, Caller, Endpoint, Trust

SETTINGS = read(
    {
        "GOOGLE_CLOUD_PROJECT": "demo-future-finance",
        "FF_APP_URL": "http://localhost:5000",
        "FF_WORKER_URL": "http://127.0.0.1:7000/{name}",
        "FF_OPERATORS": "operator@example.in",
    }
)
SIGNER = Signer(generate_private_key(65537, 2048))
IAM = Iam(SETTINGS, SIGNER.jwks())
BY_NAME = {endpoint.name: endpoint for endpoint in ENDPOINTS}
WORKER = BY_NAME["sync-connection"]
AUDIENCE = "http://127.0.0.1:7000/sync-connection"


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def denied(endpoint: Endpoint, headers: Mapping[str, str]) -> int:
    with pytest.raises(Denied) as refusal:
        IAM.admit(endpoint, headers)
    return refusal.value.status


def test_the_callers_token_opens_the_function_and_loses_its_signature() -> None:
    token = SIGNER.mint(SETTINGS.tasks_invoker, AUDIENCE)
    unsigned = token.rpartition(".")[0]
    assert IAM.admit(WORKER, bearer(token)) == bearer(f"{unsigned}.{STRIPPED_SIGNATURE}")


def test_a_token_for_another_function_opens_nothing() -> None:
    token = SIGNER.mint(SETTINGS.tasks_invoker, "http://127.0.0.1:7000/retention")
    assert denied(WORKER, bearer(token)) == 401


def test_another_account_is_forbidden() -> None:
    token = SIGNER.mint(SETTINGS.scheduler_invoker, AUDIENCE)
    assert denied(WORKER, bearer(token)) == 403


@pytest.mark.parametrize(
    ("name", "email"),
    [("retention", SETTINGS.scheduler_invoker), ("health-deep", "operator@example.in")],
)
def test_each_row_names_its_own_caller(name: str, email: str) -> None:
    audience = SETTINGS.worker_url(name)
    assert IAM.admit(BY_NAME[name], bearer(SIGNER.mint(email, audience)))
    assert denied(BY_NAME[name], bearer(SIGNER.mint(SETTINGS.tasks_invoker, audience))) == 403


def test_an_expired_token_is_refused() -> None:
    token = SIGNER.mint(SETTINGS.tasks_invoker, AUDIENCE, now_s=time.time() - LIFETIME_S - 1)
    assert denied(WORKER, bearer(token)) == 401


def test_a_token_of_another_issuer_key_is_refused_even_under_our_key_id() -> None:
    forged = Signer(generate_private_key(65537, 2048))
    forged.key_id = SIGNER.key_id
    assert denied(WORKER, bearer(forged.mint(SETTINGS.tasks_invoker, AUDIENCE))) == 401


def test_an_unsigned_or_stripped_token_is_refused() -> None:
    claims = jwt.decode(SIGNER.mint(SETTINGS.tasks_invoker, AUDIENCE), options={"verify_signature": False})
    unsigned = jwt.encode(claims, None, algorithm="none", headers={"kid": SIGNER.key_id})
    stripped = SIGNER.mint(SETTINGS.tasks_invoker, AUDIENCE).rpartition(".")[0] + f".{STRIPPED_SIGNATURE}"
    assert denied(WORKER, bearer(unsigned)) == 401
    assert denied(WORKER, bearer(stripped)) == 401


@pytest.mark.parametrize("header", ["Bearer", "Bearer x", "Basic YTpi", "Bearer a.b.c", "Bearer ..."])
def test_what_is_no_token_is_refused(header: str) -> None:
    assert denied(WORKER, {"authorization": header}) == 401


def test_no_token_at_all_is_forbidden() -> None:
    assert denied(WORKER, {}) == 403


def test_the_serverless_header_is_the_one_that_counts() -> None:
    token = SIGNER.mint(SETTINGS.tasks_invoker, AUDIENCE)
    replaced = IAM.admit(
        WORKER, {"authorization": "Bearer app-token", "x-serverless-authorization": f"Bearer {token}"}
    )
    assert list(replaced) == ["x-serverless-authorization"]


def test_a_function_that_signs_people_in_itself_lets_every_request_through_unchanged() -> None:
    public = Endpoint("p", "p:p", WORKER.trigger, Caller.USER, Trust.READER)
    assert IAM.admit(public, {"authorization": "Bearer a-firebase-token"}) == {}
