"""What metrics are counted from: one log line an event, with labels and numbers, never with anything personal."""

from __future__ import annotations

import logging
import re
from enum import StrEnum

logger = logging.getLogger(__name__)

_LABEL = re.compile(r"[a-z0-9_.-]{1,64}")


class Event(StrEnum):
    """What happened, with the measures that its metrics read (infra/terraform/metrics.tf)."""

    SYNC_ENDED = "sync_ended"  # status, type, duration_s: from being asked for to its end
    DEAD_LETTER = "dead_letter"  # queue, error
    INSIGHT_GENERATED = "insight_generated"  # category, severity
    MODEL_CALLED = "model_called"  # input_tokens, output_tokens; what for: the function that logs it
    TEXT_CHECKED = "text_checked"  # purpose, verdict: grounded or ungrounded
    FIRST_TOKEN = "first_token"  # duration_s: from the request to the first text sent
    SIGN_IN_ENDED = "sign_in_ended"  # outcome: succeeded, cancelled, failed, or unknown_state, which anybody can make; error
    AI_STOPPED = "ai_stopped"  # scope: user or everyone, whose tokens of the day are spent


def report(event: Event, **measures: str | int | float) -> None:
    """Log the event. A text must be a short code, so that no name or narration ends up as a label."""
    for name, value in measures.items():
        if isinstance(value, str) and not _LABEL.fullmatch(value):
            raise ValueError(f"{event}: {name} is not a code")
    logger.info("%s", event.value, extra={"event": event.value, "measures": measures})
