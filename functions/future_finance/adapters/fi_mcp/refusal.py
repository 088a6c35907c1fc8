"""Why an answer of Fi's was not taken. No exception here ever carries what Fi sent."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Stable codes of a failed part."""

    TIMEOUT = "timeout"
    UNAVAILABLE = "unavailable"
    REDIRECTED = "redirected"
    HTML = "html"
    CONTENT_TYPE = "unexpected_content_type"
    TOO_LARGE = "too_large"
    MALFORMED_JSON = "malformed_json"
    TOOL_ERROR = "tool_error"
    UNKNOWN_TOOL = "unknown_tool"
    WRONG_TOOL = "wrong_tool"
    UNKNOWN_SHAPE = "unknown_shape"
    LAYOUT_CHANGED = "layout_changed"
    WRONG_TYPE = "wrong_type"
    BAD_AMOUNT = "bad_amount"
    BAD_DATE = "bad_date"
    UNKNOWN_CODE = "unknown_code"


class Refused(Exception):
    """The answer cannot be used; asking again would bring the same."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)


class Unreachable(Exception):
    """No answer came: a broken connection, 5xx, or 429. Asking again may help."""


class SessionEnded(Exception):
    """Fi does not know this session, or no longer."""


class PhoneRefused(Exception):
    """The phone number given at the login page is not one of Fi's."""
