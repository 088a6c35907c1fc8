"""Firebase Cloud Messaging by the Admin SDK, whose calls are kept off the event loop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import firebase_admin
from firebase_admin import exceptions, messaging
from google.auth.exceptions import GoogleAuthError

from future_finance.domain.personal_notice import Words
from future_finance.errors import Unavailable

logger = logging.getLogger(__name__)

TITLE = "Future Finance"


class FirebasePush:
    """Pushing. `link`: what a click opens."""

    def __init__(self, project: str, link: str) -> None:
        self._app = firebase_admin.initialize_app(options={"projectId": project}, name="push")
        self._link = link

    async def send(self, tokens: Sequence[str], words: Words, notice_id: str) -> Sequence[str]:
        """Both languages are sent along; the service worker shows the person's own. `notice_id` as tag: a
        browser that gets it twice shows it once."""
        message = messaging.MulticastMessage(
            tokens=list(tokens),
            data={"en": words.en, "hi": words.hi},
            webpush=messaging.WebpushConfig(
                notification=messaging.WebpushNotification(title=TITLE, body=words.en, tag=notice_id),
                fcm_options=messaging.WebpushFCMOptions(link=self._link),
            ),
        )
        try:
            answer = await asyncio.to_thread(messaging.send_each_for_multicast, message, app=self._app)
        except (exceptions.FirebaseError, GoogleAuthError) as error:
            logger.error("Firebase Cloud Messaging failed: %s", type(error).__name__)
            raise Unavailable from None
        outcomes = list(zip(tokens, answer.responses, strict=True))
        gone = [token for token, outcome in outcomes if _is_gone(outcome.exception)]
        if not any(outcome.success for _, outcome in outcomes) and len(gone) < len(tokens):
            raise Unavailable  # nobody has seen it yet: try again
        return gone

    def close(self) -> None:
        firebase_admin.delete_app(self._app)


def _is_gone(error: Any) -> bool:
    return isinstance(error, messaging.UnregisteredError | messaging.SenderIdMismatchError)
