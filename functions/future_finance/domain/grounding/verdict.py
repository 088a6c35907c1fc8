"""What the check of a text found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Reason(StrEnum):
    """Why a mention is not supported."""

    WRONG_VALUE = "wrong_value"
    WRONG_UNIT = "wrong_unit"
    WRONG_SIGN = "wrong_sign"
    WRONG_PERIOD = "wrong_period"
    SWAPPED_LABEL = "swapped_label"
    WORDLESS_CLAIM = "wordless_claim"
    NOT_A_FACT = "not_a_fact"
    SAID_UNMARKED = "said_unmarked"


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A claim of a text as it stands there. `near` is the id of the fact it probably meant."""

    text: str
    value: Decimal | date | None
    unit: str
    reason: Reason = Reason.NOT_A_FACT
    near: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`cited` are the ids of the facts that the supported numbers rest on, in order of mention."""

    unsupported: tuple[NumberMention, ...] = ()
    cited: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.unsupported
