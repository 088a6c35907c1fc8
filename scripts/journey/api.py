"""The app's API as the web app calls it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import httpx2

TIMEOUT_S = 75.0  # above Hosting's 60


class StepFailed(Exception):
    """A step did not get what it needs; the message says what came instead."""


class Api:
    """Calls with the signed-in person's token and browser cookies."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._client = httpx2.Client(base_url=base_url, timeout=TIMEOUT_S)
        self._headers: dict[str, str] = {}

    def sign_in(self, id_token: str) -> None:
        """Use this ID token from now on."""
        self._headers = {"Authorization": f"Bearer {id_token}"}

    def get(self, path: str, **query: str) -> dict[str, Any]:
        return self._json("GET", path, params=query, headers=self._headers)

    def post(self, path: str, body: Mapping[str, Any], **headers: str) -> dict[str, Any]:
        return self._json("POST", path, json=body, headers={**self._headers, **headers})

    def put(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        return self._json("PUT", path, json=body, headers=self._headers)

    def delete(self, path: str) -> dict[str, Any]:
        return self._json("DELETE", path, headers=self._headers)

    def file(self, path: str) -> bytes:
        return self._answer("GET", path, headers=self._headers).content

    def accepts(self, path: str) -> bool:
        """Whether a POST of nothing is answered."""
        return self._client.post(path, json={}, headers=self._headers).is_success

    def of_another_person(self) -> Api:
        """Another browser at the same stack, where nobody is signed in."""
        return Api(self._base_url)

    @property
    def port(self) -> int:
        return self._client.base_url.port or 80

    def get_by_cookie(self, path: str) -> dict[str, Any]:
        """As a page that was just opened: with the session cookie alone."""
        return self._json("GET", path)

    def events(self, url: str, body: Mapping[str, Any]) -> list[tuple[str, str]]:
        """The server-sent events of a POST to `url`, to its end: (name, data)."""
        return list(self.each_event(url, body))

    def each_event(self, url: str, body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """As events, each as it comes."""
        headers = {**self._headers, "Accept": "text/event-stream"}
        name = ""
        try:
            with self._client.stream("POST", url, json=body, headers=headers) as response:
                if not response.is_success:
                    raise StepFailed(f"POST {url} answered {response.status_code}")
                for line in response.iter_lines():
                    if line.startswith("event: "):
                        name = line.removeprefix("event: ")
                    elif line.startswith("data: "):
                        yield name, line.removeprefix("data: ")
        except httpx2.HTTPError as error:
            raise StepFailed(f"POST {url}: {type(error).__name__}") from error

    def close(self) -> None:
        self._client.close()

    def _json(self, method: str, path: str, **request: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self._answer(method, path, **request).json()
        return answer

    def _answer(self, method: str, path: str, **request: Any) -> httpx2.Response:
        try:
            response = self._client.request(method, path, **request)
        except httpx2.HTTPError as error:
            raise StepFailed(f"{method} {path}: {type(error).__name__}") from error
        if not response.is_success:
            raise StepFailed(f"{method} {path} answered {response.status_code}: {response.text[:300]}")
        return response
