"""Google's token endpoint and Identity Toolkit in memory."""

from __future__ import annotations

from future_finance.errors import GoogleRefused
from future_finance.usecases.ports import GoogleGrant
from tests.fakes.firebase import InMemoryFirebase


class InMemoryGoogle:
    """GoogleSignIn of one person. `code` is the code that Google gave; `withdrawn`: refreshing is refused."""

    def __init__(self, firebase: InMemoryFirebase, uid: str = "asha") -> None:
        self._firebase = firebase
        self._uid = uid
        self.code = "4/good-code"
        self.withdrawn = False
        self.verifiers: list[str] = []

    async def exchange(self, code: str, code_verifier: str, nonce: str) -> GoogleGrant:
        self.verifiers.append(code_verifier)
        if code != self.code:
            raise GoogleRefused
        return GoogleGrant("google-id-token", "google-access-token", "google-refresh-token")

    async def firebase_id_token(self, grant: GoogleGrant) -> str:
        return self._firebase.id_token(self._uid)

    async def refresh(self, refresh_token: str) -> str:
        if self.withdrawn or refresh_token != "google-refresh-token":
            raise GoogleRefused
        return "fresh-access-token"
