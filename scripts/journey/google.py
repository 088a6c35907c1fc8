"""Sign-in with Google at the Auth emulator, with the request that the Firebase JS SDK sends."""

from __future__ import annotations

import hashlib
import json
from urllib.parse import urlencode

import httpx2

from scripts.journey.api import StepFailed


def google_sign_in(auth_url: str, api_key: str, email: str, name: str) -> str:
    """A Firebase ID token of the Google account `email`. The emulator takes the account's claims as its Google token."""
    claims = {
        "sub": hashlib.sha256(email.encode()).hexdigest()[:21],
        "email": email,
        "email_verified": True,
        "name": name,
    }
    response = httpx2.post(
        f"{auth_url}/identitytoolkit.googleapis.com/v1/accounts:signInWithIdp",
        params={"key": api_key},
        json={
            "postBody": urlencode({"id_token": json.dumps(claims), "providerId": "google.com"}),
            "requestUri": "http://localhost",
            "returnIdpCredential": True,
            "returnSecureToken": True,
        },
        timeout=30,
    )
    if not response.is_success:
        raise StepFailed(f"Google sign-in answered {response.status_code}: {response.text[:300]}")
    token: str = response.json()["idToken"]
    return token
