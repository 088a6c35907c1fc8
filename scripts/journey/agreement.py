"""What comes before anything is fetched: a birth year, and consent as the notice asks for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from scripts.journey.api import Api, StepFailed

_NOT_NEEDED = "analytics"  # nothing depends on it, which the journey proves by going on without


@dataclass(slots=True)
class Agreed:
    """The notice that was shown, and the receipt of what was agreed to."""

    notice: dict[str, Any] = field(default_factory=dict)
    receipt: dict[str, Any] = field(default_factory=dict)


def introduce(api: Api, birth_year: int) -> None:
    """Tell the birth year, and leave the rest of the profile as it is."""
    profile = api.get("/api/profile")
    api.put("/api/profile", {**profile, "birthYear": birth_year})


def agree(api: Api) -> Agreed:
    """Agree to every scope for every purpose but statistics. Raises StepFailed where the receipt says otherwise."""
    shown = api.get("/api/consents")["notice"]
    grants = [
        {"scope": scope["id"], "purpose": purpose["id"]}
        for scope in shown["scopes"]
        for purpose in shown["purposes"]
        if purpose["id"] != _NOT_NEEDED
    ]
    receipt = api.post("/api/consents", {"grants": grants, "noticeVersion": shown["version"]})
    if receipt["grants"] != grants or receipt["noticeSha256"] != shown["sha256"]:
        raise StepFailed("the receipt is not of what was agreed to")
    granted = [line for line in api.get("/api/consents")["consents"] if line["status"] == "granted"]
    if len(granted) != len(grants):
        raise StepFailed("what was agreed to is not what is kept as agreed to")
    return Agreed(shown, receipt)
