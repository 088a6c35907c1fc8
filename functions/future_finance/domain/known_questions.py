"""Questions that code answers by itself: what was sent to the model, and whatever is not the person's own."""

from __future__ import annotations

from enum import StrEnum

from future_finance.domain.lazy_pattern import LazyPattern


class KnownQuestion(StrEnum):
    """A question with an answer of ours."""

    WHAT_WAS_SENT = "what_was_sent"
    NOT_YOURS = "not_yours"  # another person's data, or our instructions


_AI = r"(?:google(?! ?(?:pay|play|one|cloud|store|drive))|gemini|vertex|the (?:ai|model|assistant)|\bai\b|llm|गूगल|जेमिनी|एआई)"
_SENT = LazyPattern(
    rf"^(?!.*\b(?:i (?:send|sent|pay|paid)|payments?)\b).*\b(?:what|which|show|list|tell)\b.{{0,60}}\b(?:sent|send|sending|shared?|told|tell|given?|went|goes)\b.{{0,40}}\b(?:to|with)\s+{_AI}"
    rf"|\b(?:what|which)\b.{{0,30}}(?:has|have|did|does|do|can)\s+{_AI}\s+(?:see|seen|saw|know|read|get|got|received?)\b"
    rf"|{_AI}.{{0,30}}(?:ko|को|ne|ने).{{0,30}}(?:bhej|भेज|diya|दिया|dikha|दिखा|dekha|देखा|bataya|बताया|share)",
)
_OVERRIDE = LazyPattern(
    r"\b(?:ignore|forget|disregard|override|bypass|drop)\s+(?:(?:all|any|about|of|the|these|those|every)\s+)*(?:(?:your|previous|prior|above|earlier|system|safety|given)\s+(?:\w+\s+){0,3})?(?:rules?|instructions?|prompts?|guard ?rails?|restrictions?)\b"
    r"|\b(?:show|print|reveal|repeat|tell|give)\b.{0,30}\b(?:system prompt|your (?:prompt|instructions|rules))\b"
    r"|(?:niyam|rules?|instructions?|नियम|निर्देश).{0,20}(?:bhool|bhul|chhod d|ignore k|\btodo\b|tod do|भूल जा|छोड़ दो|तोड़ दो)",
)
_FIGURE = (
    r"(?:balance|net ?worth|salary|income|score|accounts?|loans?|transactions?|statement|portfolio|money|data"
    r"|paisa|kamai|khata|pf|epf|investments?|holdings?|बैलेंस|खाता|कमाई|सैलरी|स्कोर)"
)
_ANOTHER = LazyPattern(
    rf"\b(?:(?:an)?other|some(?:one|body)|any(?:one|body)|every(?:one|body))(?:\s+(?:else|user|person|customer|people))?(?:'s|s')\s+(?:\w+\s+)?{_FIGURE}s?\b"
    rf"|\b(?:other|another|all)\s+(?:users?|persons?|people|customers?)\b.{{0,30}}\b{_FIGURE}s?\b"
    rf"|\b{_FIGURE}\b.{{0,20}}\bof\s+(?:(?:an)?other|all)\s+(?:users?|persons?|people|customers?)\b"
    rf"|(?:kisi aur|doosre|dusre|किसी और|दूसरे)\s*(?!bank|account|khat|loan|card|fund|mahin|saal)(?:\w+\s+)?(?:ka|ki|ke|का|की|के)\s+{_FIGURE}",
)
# What begins with a capital and is no person: who keeps money of one's own, days, kin, and how a question begins.
_NO_PERSON = frozenset(
    [
        "axis", "kotak", "canara", "bandhan", "federal", "bank", "union", "indian", "central", "paytm",
        "groww", "zerodha", "upstox", "fi", "google", "amazon", "bajaj", "tata", "reliance", "what",
        "where", "who", "how", "when", "why", "which", "here", "there", "that", "this", "it", "let", "he",
        "she", "today", "yesterday", "tomorrow", "tonight", "week", "month", "year", "january", "february",
        "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "papa", "mummy",
        "mom", "mother", "dad", "father", "wife", "husband", "spouse", "son", "daughter", "brother",
        "sister",
    ]
)  # fmt: skip
_OF_A_PERSON = r"(?:balance|net ?worth|salary|income|score|portfolio|kamai|khata|pf|epf)"
_NAMED = LazyPattern(
    rf"(?<!to )(?<!from )(?<!into )\b([A-Z][a-z]{{2,20}}(?: [A-Z][a-z]{{1,20}})?)(?:'s|’s)\s+(?!my\b|our\b|the\b|mer[aei]\b)(?:\w+\s+)?{_OF_A_PERSON}\b",
    any_case=False,
)


def known_question(text: str) -> KnownQuestion | None:
    """Which of ours it is; None for one that the model may answer."""
    if _SENT.search(text):
        return KnownQuestion.WHAT_WAS_SENT
    if _OVERRIDE.search(text) or _ANOTHER.search(text):
        return KnownQuestion.NOT_YOURS
    named = _NAMED.search(text)
    if named and not _NO_PERSON & set(named[1].casefold().split()):
        return KnownQuestion.NOT_YOURS
    return None
