"""What a statement line says: its rail, who is on the other side, the note, and references.

Banks word the same payment in their own ways; what they share is a separator and the shapes of its parts
(an IFSC, a reference number, a UPI address). Parts are told by shape, names by what is left, so that a
bank not met before is read too. The text is untrusted: it is cut, split and looked up, nothing more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from future_finance.domain.cash_flow.bank_codes import BANK_BY_CODE
from future_finance.domain.cash_flow.vocabulary import (
    GENERIC_WORDS,
    PHRASES_OF_NO_MEANING,
    STARTS_OF_NO_MEANING,
)

LIMIT = 400


class Rail(StrEnum):
    """How money moved, as the narration begins."""

    UPI = "upi"
    NEFT = "neft"  # and RTGS
    IMPS = "imps"
    MANDATE = "mandate"  # ACH, NACH, ECS, standing instruction
    BILLPAY = "billpay"
    CARD = "card"  # a debit card, in a shop or online
    ATM = "atm"
    CHEQUE = "cheque"
    TRANSFER = "transfer"  # within the bank
    NONE = ""  # the bank's own words


@dataclass(frozen=True, slots=True)
class Narration:
    """One line read. `payee` and `note` are upper case; `reference` is a mandate, folio or card tail."""

    rail: Rail
    payee: str = ""
    note: str = ""
    address: str = ""  # of UPI, lower case
    reference: str = ""
    bank_code: str = ""  # first four letters of the other side's IFSC
    to_card: bool = False  # what is paid is a card, by its masked number


_WORD = re.compile(r"[A-Z][A-Z0-9]*")
_RAILS = {
    **dict.fromkeys(("NEFT", "RTGS"), Rail.NEFT),
    **dict.fromkeys(("IMPS", "MMT"), Rail.IMPS),
    **dict.fromkeys(("NACH", "ACHDR", "ACHCR", "ACHD", "ACHC", "ACH", "ECS"), Rail.MANDATE),
    **dict.fromkeys(("DIRECT DEBIT", "ME DC SI", "DC SI", "SI"), Rail.MANDATE),
    **dict.fromkeys(("BILLPAY", "IB BILLPAY", "BIL", "BPAY"), Rail.BILLPAY),
    **dict.fromkeys(("POS", "ECOM", "PUR", "PCD", "PCI", "VPS", "VIN", "IPS"), Rail.CARD),
    **dict.fromkeys(("OTHPG", "OTHPOS", "SBIPG", "SBIPOS"), Rail.CARD),
    **dict.fromkeys(("ATW", "NWD", "EAW", "ATL", "ATM", "CASH"), Rail.ATM),
    **dict.fromkeys(("CHQ", "CHEQUE", "CLG"), Rail.CHEQUE),
    **dict.fromkeys(("INFT", "INF", "IFT", "IB", "TPT", "FT"), Rail.TRANSFER),
    "UPI": Rail.UPI,
}
# A word before the rail, the rail, the way, and what parts the rest.
_LEAD = re.compile(
    r"(?:(?:TO TRANSFER|BY TRANSFER|TRF TO|TRANSFER TO|WDL TFR|DEP TFR|BULK POSTING|CREDIT|DEBIT"
    r"|BY DEBIT CARD|PURCH|RECD|SENT|COLLECT)[-:/ ]{0,2})?"
    rf"(?P<rail>{'|'.join(sorted(_RAILS, key=len, reverse=True))})(?![A-Z0-9])"
    r"(?: ?(?:CR|DR|D|C|WDL|WITHDRAWAL|PAID|IN|OUT|ONL)(?![A-Z0-9]))?"
    r" ?(?P<by>[-/*:]| |$)"
)
_ACH_OF_SBI = re.compile(r"DEBIT[- ]ACHDR (?P<code>[A-Z]{4})\w{4,24} ")
_BRANCH_OF_SBI = re.compile(r" \d{10,17} AT \d{4,6}\b")
_MARKS = frozenset(
    {
        *("UPI", "NEFT", "RTGS", "IMPS", "ACH", "NACH", "ECS", "DR", "CR", "D", "C", "P2M", "P2A", "P2P", "MOB"),
        *("ONL", "INFT", "BPAY", "INF", "FT", "MICR CTS", "MICR", "CTS", "NO"),
    }
)  # fmt: skip
_WAYS = frozenset(
    {"DR", "CR", "P2M", "P2A", "P2P", "MOB"}
)  # after them comes the name, whatever stood before
_RAIL_WITHIN = {"IMPS": Rail.IMPS, "NEFT": Rail.NEFT, "RTGS": Rail.NEFT, "INFT": Rail.TRANSFER}
_MASK = re.compile(r"\b(?:\d{1,10})?[X*]{2,16}(\d{0,6})\b")
_CARD_DIGITS = 16
_NAMELY = re.compile(r"[A-Z]{3}")
_DAY = re.compile(r"20\d{6}|\d{4}20\d{2}|\d{6}")


def read_narration(text: str) -> Narration:
    """The parts of a line. Anything may come in: what is not understood is left in `note`."""
    line = text[:LIMIT].upper()
    if not line.isprintable():
        line = "".join(letter if letter.isprintable() else " " for letter in line)
    line = line.strip(" -")
    if " AT " in line and (branch := _BRANCH_OF_SBI.search(line)):
        line = line[: branch.start()].rstrip(" -")
    if sbi := _ACH_OF_SBI.match(line):
        return _collected(line[sbi.end() :], sbi["code"])
    lead = _LEAD.match(line)
    if lead is None:
        return _unled(line)
    rail = _RAILS[lead["rail"]]
    rest = line[lead.end() :]
    if rail is Rail.CARD or (rail is Rail.ATM and lead["by"] == " "):
        return _spoken(rail, rest.replace("/", " "))
    if lead["by"] in " :" or not lead["by"]:
        rest = " ".join(word for word in rest.split() if not _is_serial(word))
        return _parted(rail, rest, "-" if "-" in rest else "/")
    return _parted(rail, rest, lead["by"])


def _parted(rail: Rail, rest: str, by: str) -> Narration:
    """A line of parts: `by` parts them."""
    names: list[str] = []
    reference = address = code = ""
    number_first = marked = to_card = False
    parts = [part for raw in rest.replace("/", by).split(by) if (part := raw.strip())]
    for place, part in enumerate(parts):
        if part in _MARKS:
            rail = rail if names else _RAIL_WITHIN.get(part, rail)
            marked = marked or part in _WAYS
        elif "@" in part and not address:
            address = part.lower()
        elif _is_code(part) and not (names and rail is Rail.MANDATE):
            code = code or part[:4]
        elif not any(map(str.isalpha, part)):
            number_first = number_first or not names
            if rail is Rail.MANDATE and not reference and len(part) > 4 and not _DAY.fullmatch(part):
                reference = part
        elif tail := _MASK.fullmatch(part):
            reference = tail[1] or reference
            to_card = to_card or (rail is Rail.BILLPAY and len(part) == _CARD_DIGITS)
        elif _is_serial(part) and not (rail is Rail.MANDATE and not names and _NAMELY.match(part)):
            number_first = number_first or not names
            reference = part
        elif part in BANK_BY_CODE or (names and _is_the_bank(rail, part, parts[place + 1 : place + 2])):
            code = code or (part if len(part) == 4 else "")
        else:
            names.append(part.removeprefix("TP ACH "))
    if by == "/" and number_first and not marked and rail is not Rail.NEFT:
        return _note_first(rail, names, address, reference, code)
    payee, note = (names[0], " ".join(names[1:])) if names else ("", "")
    if rail is Rail.MANDATE and code and _is_generic(payee):
        payee, note = BANK_BY_CODE.get(code, code), f"{payee} {note}".strip()
    return replace(_tidied(rail, payee, note, address, reference, code), to_card=to_card)


_BANK_STARTS = tuple({name[:8] for name in BANK_BY_CODE.values()})  # statements cut a bank's name short


def _is_the_bank(rail: Rail, part: str, following: list[str]) -> bool:
    """Whether a name after the first is the other side's bank: "... BANK", or four letters before an address."""
    if rail not in (Rail.UPI, Rail.IMPS, Rail.NEFT):
        return False
    if part.endswith((" BANK", " BANK LTD")) or part.startswith(_BANK_STARTS):
        return True
    return len(part) == 4 and bool(following) and ("@" in following[0] or bool(_MASK.fullmatch(following[0])))


def _note_first(rail: Rail, names: list[str], address: str, reference: str, code: str) -> Narration:
    """rail/number/NOTE/PAYEE: the style that puts the note before the name; UPI there gives the address only."""
    if rail is Rail.UPI and address:
        return _tidied(rail, "", " ".join(names), address, reference, code)
    if rail in (Rail.IMPS, Rail.TRANSFER) and len(names) > 1:
        return _tidied(rail, names[1], " ".join((names[0], *names[2:])), address, reference, code)
    return _tidied(rail, names[0] if names else "", " ".join(names[1:]), address, reference, code)


def _collected(rest: str, code: str) -> Narration:
    """A mandate in running words: collector, purpose, reference."""
    words = rest.removeprefix("TP ACH ").split()
    reference = words.pop() if words and any(map(str.isdigit, words[-1])) else ""
    reference = reference if _is_serial(reference) else ""
    cut = next((n for n, word in enumerate(words) if n and word in _PURPOSES), len(words))
    return _tidied(Rail.MANDATE, " ".join(words[:cut]), " ".join(words[cut:]), "", reference, code)


_PURPOSES = frozenset(
    {"SIP", "EMI", "PREMIUM", "LOAN", "EDUCATION", "HOME", "PERSONAL", "AUTO", "SENIOR", "LIC"}
)


def _spoken(rail: Rail, rest: str) -> Narration:
    """A line of words after the rail, such as a card, a merchant and a city."""
    words = [word for word in rest.split() if not _is_number(word)]
    return _tidied(rail, " ".join(words), "", "", "", "")


def _unled(line: str) -> Narration:
    """The bank's own words: "SALARY CREDIT - ACME CORP - JULY 2024", "PAYMENT TO AMEX CREDIT CARD XXXX1005"."""
    tail = _MASK.search(line)
    reference = tail[1] if tail else ""
    said = " ".join(word for word in line.split() if word == "-" or not _is_number(word))
    names = [name for part in said.replace(" - ", "-").split("-") if (name := _without_generic(part.strip()))]
    return _tidied(Rail.NONE, names[0] if names else "", said, "", reference, "")


def _tidied(rail: Rail, payee: str, note: str, address: str, reference: str, code: str) -> Narration:
    if note in PHRASES_OF_NO_MEANING or note.startswith(STARTS_OF_NO_MEANING):
        note = ""
    if not payee and address:
        payee = address
    elif "XX" in payee and (tail := _MASK.search(payee)):
        payee, reference = payee[: tail.start()].rstrip() or payee, tail[1] or reference
    return Narration(rail, payee, note, address, reference, code)


def _is_serial(part: str) -> bool:
    """Whether it is one word with four digits or more: a reference, not a name."""
    return " " not in part and sum(map(str.isdigit, part)) >= 4


def _is_code(part: str) -> bool:
    """Whether it is an IFSC."""
    return len(part) == 11 and part[4] == "0" and part[:4].isalpha() and part.isalnum()


def _is_number(word: str) -> bool:
    return not any(map(str.isalpha, word)) or _MASK.fullmatch(word) is not None


def _is_generic(name: str) -> bool:
    return all(word in GENERIC_WORDS for word in _WORD.findall(name))


def _without_generic(part: str) -> str:
    """Without references, and without generic words at its start and end."""
    words = [word for word in part.split() if not _is_serial(word)]
    while words and words[0] in GENERIC_WORDS:
        del words[0]
    while words and words[-1] in GENERIC_WORDS:
        del words[-1]
    return " ".join(words)
