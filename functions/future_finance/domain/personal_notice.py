"""What a person is told about their own account, in the app and as a push. The words hold nothing of their data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from future_finance.domain.connection import Connection, ConnectionStatus


class NoticeKind(StrEnum):
    """What it is about."""

    LOGIN_NEEDED = "login_needed"
    EXPORT_READY = "export_ready"
    SCOPE_ERASED = "scope_erased"
    CONSENT_ENDED = "consent_ended"
    ACCOUNT_INACTIVE = "account_inactive"


@dataclass(frozen=True, slots=True)
class PersonalNotice:
    """`about` names what it is about by ids, scopes and days: never an amount, a name or a narration."""

    id: str
    kind: NoticeKind
    at: datetime
    about: Mapping[str, str] = field(default_factory=dict)
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The same in both languages."""

    en: str
    hi: str


WORDS: Mapping[NoticeKind, Words] = {
    NoticeKind.LOGIN_NEEDED: Words(
        "Your Fi session has ended. Log in again whenever you want fresh figures.",
        "आपका Fi सत्र समाप्त हो गया है। नए आँकड़े चाहिए हों तो फिर से लॉग इन करें।",
    ),
    NoticeKind.EXPORT_READY: Words(
        "Your export is ready. You can download it for 24 hours.",
        "आपका डेटा तैयार है। आप इसे 24 घंटे तक डाउनलोड कर सकते हैं।",
    ),
    NoticeKind.SCOPE_ERASED: Words(
        "What you took your consent back for has been erased.",
        "जिस डेटा के लिए आपने सहमति वापस ली थी, वह मिटा दिया गया है।",
    ),
    NoticeKind.CONSENT_ENDED: Words(
        "A consent of yours has ended after a year, and what it covered is being erased. You can agree again.",
        "आपकी एक सहमति एक साल बाद समाप्त हो गई है और उससे जुड़ा डेटा मिटाया जा रहा है। आप फिर से सहमति दे सकते हैं।",
    ),
    NoticeKind.ACCOUNT_INACTIVE: Words(
        "You have not been here for almost two years. Open the app, signed in, to keep your account; else it will be erased.",
        "आप लगभग दो साल से यहाँ नहीं आए हैं। खाता बनाए रखने के लिए साइन इन रहकर ऐप खोलें, नहीं तो वह मिटा दिया जाएगा।",
    ),
}


def logins_needed(connections: Iterable[Connection], now: datetime) -> list[PersonalNotice]:
    """One a session that has ended, with the same id as long as no other one has begun.

    It follows from the connection: nobody's session has to be watched, and nothing is written when it ends.
    """
    return [
        PersonalNotice(
            id=f"login-{connection.id}-{int((connection.login_started_at or connection.created_at).timestamp())}",
            kind=NoticeKind.LOGIN_NEEDED,
            at=connection.active_until or connection.login_started_at or connection.created_at,
            about={"connectionId": connection.id},
        )
        for connection in connections
        if connection.status_at(now) is ConnectionStatus.NEEDS_LOGIN
    ]
