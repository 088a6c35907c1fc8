"""oauthStates/{state}: sign-ins that have begun; single use, ten minutes."""

from __future__ import annotations

import hmac
from datetime import datetime

from future_finance.adapters.firestore.documents import Documents, Transaction
from future_finance.usecases.ports import OAuthState

_COLLECTION = "oauthStates"


class FirestoreOAuthStateStore:
    """OAuthStateStore in (default). `expireAt` is the TTL field; it is checked here too, as TTL is late."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    async def put(self, state: OAuthState) -> None:
        async def write(transaction: Transaction) -> None:
            transaction.set(
                self._documents.ref(_COLLECTION, state.state),
                {
                    "schemaVersion": 1,
                    "browserHash": state.browser_hash,
                    "codeVerifier": state.code_verifier,
                    "nonce": state.nonce,
                    "redirectUri": state.redirect_uri,
                    "expireAt": state.expire_at,
                },
            )

        await self._documents.transact(write)

    async def take(self, state: str, browser_hash: str, now: datetime) -> OAuthState | None:
        ref = self._documents.ref(_COLLECTION, state)

        async def consume(transaction: Transaction) -> OAuthState | None:
            (fields,) = await transaction.get_all([ref])
            if fields is None or fields["expireAt"] <= now:
                return None
            if not hmac.compare_digest(fields["browserHash"], browser_hash):
                return None
            transaction.delete(ref)
            return OAuthState(
                state=state,
                browser_hash=browser_hash,
                code_verifier=fields["codeVerifier"],
                nonce=fields["nonce"],
                redirect_uri=fields["redirectUri"],
                expire_at=fields["expireAt"],
            )

        return await self._documents.transact(consume)
