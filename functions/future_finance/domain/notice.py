"""Lines a person must be able to see beside figures; wording fixed, English and Hindi."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """`place`: always, or beside charts of investments."""

    id: str
    place: str
    english: str
    hindi: str


NOTICES: tuple[Notice, ...] = (
    Notice(
        id="not_advice",
        place="always",
        english=(
            "Information from your own data, made by AI and checked by code. "
            "Not investment, tax or legal advice. Not SEBI-registered."
        ),
        hindi=(
            "आपके अपने डेटा से बनी जानकारी, AI ने बनाई और कोड ने जाँची। "
            "यह निवेश, कर या कानूनी सलाह नहीं है। SEBI में पंजीकृत नहीं।"
        ),
    ),
    Notice(
        id="market_risk",
        place="investment_charts",
        english=(
            "Investment in securities market are subject to market risks. "
            "Read all the related documents carefully before investing."
        ),
        hindi=("प्रतिभूति बाजार में निवेश बाजार जोखिमों के अधीन है। निवेश करने से पहले सभी संबंधित दस्तावेजों को ध्यान से पढ़ें।"),
    ),
)
