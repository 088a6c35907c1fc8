"""What was sent to the model, told from the log and not by the model."""

from __future__ import annotations

from collections.abc import Sequence

from future_finance.domain.consent import Purpose
from future_finance.domain.fact_catalogue import KINDS
from future_finance.domain.local_date import local_date
from future_finance.domain.profile import Language
from future_finance.domain.rupee_words import date_text
from future_finance.usecases.ai_ports import AccessLog, AiAccess
from future_finance.usecases.chat_words import Line, line

_RECENT = 5
_MOST_LABELS = 8
_CUT_OFF = "begun and cut off; any figure that you agreed to may have been sent."
_CUT_OFF_HI = "शुरू होकर बीच में रुका; जिन आँकड़ों की आपने सहमति दी है, वे भेजे गए हो सकते हैं."


async def what_was_sent(log: AccessLog, uid: str, language: Language) -> str:
    """The latest sends: when, which figures, how many rows. Names and narrations were never among them."""
    recent = await log.recent(uid, _RECENT)
    if not recent:
        return line(Line.NOTHING_SENT, language)
    hindi = language is Language.HINDI
    head = (
        "Google के Gemini को हाल में यह भेजा गया (नाम, फ़ोन, खाता संख्या या बैंक की टिप्पणियाँ कभी नहीं):"
        if hindi
        else "This went to Google's Gemini lately (never names, phone or account numbers, or what banks wrote):"
    )
    return "\n".join([head, *(_line(access, hindi) for access in recent)])


def _line(access: AiAccess, hindi: bool) -> str:
    day = date_text(local_date(access.at), "hi" if hindi else "en")
    if not access.calls:
        return f"- {day}: {_CUT_OFF_HI if hindi else _CUT_OFF}"
    labels = _labels(access.fact_ids, hindi)
    shown = ", ".join(labels[:_MOST_LABELS]) + (" …" if len(labels) > _MOST_LABELS else "")
    rows = access.rows_sent
    asked = access.purpose is not Purpose.INSIGHTS  # those are worded without a word of the person's
    if hindi:
        figures = ("आपका सवाल; " if asked else "") + (shown or "कोई आँकड़ा नहीं")
        return f"- {day}, {access.model}: {figures}; बैंक की पंक्तियाँ (छद्म नामों से): {rows}."
    figures = ("your question; " if asked else "") + (shown or "no figures")
    return f"- {day}, {access.model}: {figures}; bank rows (under pseudonyms): {rows}."


def _labels(fact_ids: Sequence[str], hindi: bool) -> list[str]:
    """Labels of the catalogue, each once; figures without one (rows, points, results) are counted with their kind."""
    kinds = [KINDS[code] for fact_id in fact_ids if (code := fact_id.partition(":")[0]) in KINDS]
    return list(dict.fromkeys(kind.label_hi if hindi else kind.label for kind in kinds))
