"""In the place of Firebase Cloud Messaging on a laptop: nothing is sent, and the log says so."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from future_finance.domain.personal_notice import Words

logger = logging.getLogger(__name__)


class SilentPush:
    """Pushing, where there is no Firebase to push by."""

    async def send(self, tokens: Sequence[str], words: Words, notice_id: str) -> Sequence[str]:
        logger.info("a push to %d browsers was not sent: this is a local cloud", len(tokens))
        return []
