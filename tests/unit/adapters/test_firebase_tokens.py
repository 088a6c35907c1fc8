"""Which tokens speak for a person, and which do not."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import jwt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from future_finance.adapters.firebase_tokens import FirebaseTokens
from future_finance.adapters.signing_keys import SigningKeys
from future_finance.errors import NotSignedIn, SessionExpired, Unavailable
from tests.fakes.firebase import PROJECT, InMemoryFirebase, claims_of, key_pair

ISSUER = "https://securetoken.google.com/"
Change = Callable[[int], dict[str, Any]]


def verifier(firebase: InMemoryFirebase, *, emulator: bool = False) -> FirebaseTokens:
    keys = SigningKeys("https://certificates", firebase.fetch)
    return FirebaseTokens(PROJECT, keys, keys, emulator=emulator)


def unsigned(**changes: Any) -> str:
    return jwt.encode(claims_of("asha", ISSUER, **changes), key=None, algorithm="none")


async def test_a_token_of_this_project_tells_who_signed_in_and_when() -> None:
    firebase = InMemoryFirebase()
    signed_in = int(time.time()) - 60
    user = await verifier(firebase).verify_id_token(firebase.id_token("asha", auth_time=signed_in))
    assert (user.uid, user.email, user.email_verified) == ("asha", "asha@example.com", True)
    assert user.signed_in_at == datetime.fromtimestamp(signed_in, UTC)
    assert not user.by_cookie


async def test_a_session_cookie_tells_the_same() -> None:
    firebase = InMemoryFirebase()
    user = await verifier(firebase).verify_session_cookie(firebase.cookie("asha"))
    assert (user.uid, user.by_cookie) == ("asha", True)


@pytest.mark.parametrize(
    "change",
    [
        lambda now: {"aud": "another-project"},
        lambda now: {"aud": [PROJECT]},
        lambda now: {"iss": "https://securetoken.google.com/another-project"},
        lambda now: {"iss": f"https://session.firebase.google.com/{PROJECT}"},
        lambda now: {"iat": now + 300},
        lambda now: {"auth_time": now + 300},
        lambda now: {"sub": ""},
        lambda now: {"sub": "a" * 129},
        lambda now: {"sub": "a/b"},
        lambda now: {"sub": 7},
        lambda now: {"sub": None},
        lambda now: {"exp": None},
        lambda now: {"iat": None},
        lambda now: {"auth_time": None},
        lambda now: {"auth_time": "yesterday"},
        lambda now: {"auth_time": True},
    ],
)
async def test_a_token_that_breaks_one_of_firebases_rules_is_refused(change: Change) -> None:
    firebase = InMemoryFirebase()
    with pytest.raises(NotSignedIn):
        await verifier(firebase).verify_id_token(firebase.id_token("asha", **change(int(time.time()))))


async def test_an_expired_token_is_refused_as_expired() -> None:
    firebase = InMemoryFirebase()
    with pytest.raises(SessionExpired):
        await verifier(firebase).verify_id_token(firebase.id_token("asha", exp=int(time.time())))


async def test_a_token_signed_by_another_key_is_refused() -> None:
    firebase = InMemoryFirebase()
    with pytest.raises(NotSignedIn):
        await verifier(firebase).verify_id_token(firebase.id_token("asha", key="forger"))


@pytest.mark.parametrize("kid", ["unknown", "", None])
async def test_a_token_whose_key_google_does_not_list_is_refused(kid: str | None) -> None:
    firebase = InMemoryFirebase()
    with pytest.raises(NotSignedIn):
        await verifier(firebase).verify_id_token(firebase.id_token("asha", kid=kid))


async def test_claims_changed_after_signing_are_refused() -> None:
    firebase = InMemoryFirebase()
    mine, others = firebase.id_token("asha").split("."), firebase.id_token("bela").split(".")
    with pytest.raises(NotSignedIn):
        await verifier(firebase).verify_id_token(".".join([mine[0], others[1], mine[2]]))


async def test_an_unsigned_token_counts_only_on_the_auth_emulator() -> None:
    firebase = InMemoryFirebase()
    with pytest.raises(NotSignedIn):
        await verifier(firebase).verify_id_token(unsigned())
    assert (await verifier(firebase, emulator=True).verify_id_token(unsigned())).uid == "asha"


async def test_on_the_emulator_all_other_rules_hold() -> None:
    verify = verifier(InMemoryFirebase(), emulator=True).verify_id_token
    for broken in ({"aud": "another-project"}, {"iat": int(time.time()) + 300}, {"sub": ""}):
        with pytest.raises(NotSignedIn):
            await verify(unsigned(**broken))
    with pytest.raises(SessionExpired):
        await verify(unsigned(exp=1))


async def test_a_token_signed_with_the_certificate_as_a_shared_secret_is_refused() -> None:
    firebase = InMemoryFirebase()
    secret = key_pair("firebase").certificate.encode()[:64]
    token = jwt.encode(claims_of("asha", ISSUER), secret, algorithm="HS256", headers={"kid": "current"})
    with pytest.raises(NotSignedIn):
        await verifier(firebase).verify_id_token(token)


async def test_a_token_from_a_cookie_is_as_old_as_the_sign_in_behind_the_cookie() -> None:
    firebase = InMemoryFirebase()
    now = int(time.time())
    user = await verifier(firebase).verify_id_token(firebase.id_token("asha", signed_in_at=now - 3600))
    assert user.signed_in_at == datetime.fromtimestamp(now - 3600, UTC)
    user = await verifier(firebase).verify_id_token(firebase.id_token("asha", signed_in_at=now + 3600))
    assert user.signed_in_at.timestamp() <= now


async def test_without_googles_certificates_nobody_is_called_an_impostor() -> None:
    firebase = InMemoryFirebase()
    firebase.down = True
    with pytest.raises(Unavailable):
        await verifier(firebase).verify_id_token(firebase.id_token("asha"))


class Clock:
    """Seconds since the epoch, moved by hand."""

    def __init__(self) -> None:
        self.now_s = time.time()

    def __call__(self) -> float:
        return self.now_s


async def test_a_signature_is_checked_once_in_five_minutes_and_the_times_always() -> None:
    firebase, clock = InMemoryFirebase(), Clock()
    keys = CountingKeys("https://certificates", firebase.fetch)
    tokens = FirebaseTokens(PROJECT, keys, keys, now_s=clock)
    token = firebase.id_token("asha")
    for _ in range(3):
        await tokens.verify_id_token(token)
    assert keys.asked == 1
    clock.now_s += 301
    await tokens.verify_id_token(token)
    assert keys.asked == 2
    clock.now_s += 3600
    with pytest.raises(SessionExpired):
        await tokens.verify_id_token(token)


async def test_a_refused_token_is_never_remembered_as_good() -> None:
    firebase = InMemoryFirebase()
    tokens = verifier(firebase)
    forged, cookie = firebase.id_token("asha", key="forger"), firebase.cookie("asha")
    await tokens.verify_session_cookie(cookie)
    for refused in (forged, forged, cookie):
        with pytest.raises(NotSignedIn):
            await tokens.verify_id_token(refused)


class CountingKeys(SigningKeys):
    asked = 0

    async def certificate(self, kid: str) -> str | None:
        self.asked += 1
        return await super().certificate(kid)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(), st.from_regex(r"[A-Za-z0-9_\-]{0,40}\.[A-Za-z0-9_\-]{0,40}\.[A-Za-z0-9_\-]{0,40}"))
)
async def test_whatever_else_is_sent_is_not_signed_in(token: str) -> None:
    for emulator in (False, True):
        with pytest.raises(NotSignedIn):
            await verifier(InMemoryFirebase(), emulator=emulator).verify_id_token(token)
