"""The fixed lines that stand by what a model wrote, and by charts of investments; English and Hindi."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One line in both languages."""

    en: str
    hi: str

    def told(self, language: str) -> str:
        return self.hi if language == "hi" else self.en


PERSISTENT = Disclosure(
    "Information from your own data, made by AI and checked by code. Not investment, tax or legal advice. "
    "Not SEBI-registered.",
    "आपके अपने डेटा से मिली जानकारी, AI ने लिखी और कोड ने जाँची। यह निवेश, कर या कानूनी सलाह नहीं है। SEBI में पंजीकृत नहीं।",
)

# The wording is fixed by SEBI, its grammar included.
SECURITIES = Disclosure(
    "Investment in securities market are subject to market risks. Read all the related documents carefully "
    "before investing.",
    "प्रतिभूति बाज़ार में निवेश बाज़ार जोखिमों के अधीन है। निवेश करने से पहले सभी संबंधित दस्तावेज़ ध्यान से पढ़ें।",
)

REGULAR_PLAN = Disclosure(
    "A direct plan of the same scheme exists; leaving may carry tax and exit load.",
    "इसी स्कीम का डायरेक्ट प्लान उपलब्ध है; निकलने पर टैक्स और एग्ज़िट लोड लग सकता है।",
)
