"""ID tokens signed as Google signs them, and the two services that a verification asks."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from emulators.ports import LOOPBACK
from emulators.signing_key import SigningKey


class Issuer:
    """A key of its own, its certificate, and tokens of a project."""

    def __init__(self, project: str) -> None:
        self._project = project
        self._key = SigningKey()
        self.certificates = {self._key.key_id: self._key.pem}

    def token(self, uid: str) -> str:
        """An ID token as Firebase Auth would issue it now."""
        now = int(time.time())
        claims = {
            "iss": f"https://securetoken.google.com/{self._project}",
            "aud": self._project,
            "sub": uid,
            "user_id": uid,
            "iat": now,
            "auth_time": now,
            "exp": now + 3600,
            "email_verified": True,
            "firebase": {"identities": {}, "sign_in_provider": "google.com"},
        }
        return self._key.sign(claims)


@contextmanager
def serving(issuer: Issuer, lookup_delay_s: float) -> Iterator[dict[str, str]]:
    """Certificates, and account look-ups that take `lookup_delay_s`; answers the environment to use."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(issuer.certificates)

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            time.sleep(lookup_delay_s)
            self._answer({"users": [{"localId": asked["localId"][0], "validSince": "0"}]})

        def _answer(self, content: object) -> None:
            body = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Cache-Control", "max-age=3600")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer((LOOPBACK, 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://{LOOPBACK}:{server.server_port}"
    try:
        yield {"FF_ID_TOKEN_CERTS_URL": address, "FF_IDENTITY_TOOLKIT_URL": address}
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
