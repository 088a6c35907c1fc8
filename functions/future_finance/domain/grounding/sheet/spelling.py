"""English names of labels as Hindi letters write them: "दिवाली" is "Diwali", "फ्लैट" is "flat"."""

from __future__ import annotations

from future_finance.domain.grounding.reading.concepts import CORE, concept
from future_finance.domain.grounding.reading.sound import consonants, lettered, spelled
from future_finance.domain.grounding.reading.tokens import Kind, Token
from future_finance.domain.grounding.sheet.index import Sheet


def respell(tokens: list[Token], sheet: Sheet) -> list[Token]:
    """Tokens with words of Hindi letters that no list knows put as the label's word that sounds like them."""
    if not any(token.kind is Kind.WORD and not token.text.isascii() for token in tokens):
        return tokens
    return [
        token._replace(text=_heard(token.text, sheet) or token.text) if _foreign(token) else token
        for token in tokens
    ]


def _foreign(token: Token) -> bool:
    return token.kind is Kind.WORD and not token.text.isascii() and concept(token.text) not in CORE | {None}


def _heard(word: str, sheet: Sheet) -> str | None:
    """The label's word of this sound: Hindi writes the s of "Prism" as a z, and adds one to "Networks"."""
    letters = lettered(word)
    if letters and concept(letters) in sheet.names:
        return letters
    sound = consonants(word)
    return (
        sheet.sounds.get(sound)
        or sheet.sounds.get(sound.replace("j", "s"))
        or sheet.sounds.get(sound.removesuffix("s"))
        or sheet.persons.get(spelled(word))
    )
