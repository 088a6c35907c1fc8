"""How Indian banks word a statement line: one writer per rail, in three house styles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from random import Random
from zlib import crc32


class Style(StrEnum):
    """House styles seen on Indian statements."""

    DASH = "dash"  # UPI-PAYEE-VPA-IFSC-RRN-NOTE
    SLASH = "slash"  # UPI/RRN/NOTE/VPA/BANK
    TRANSFER = "transfer"  # TO TRANSFER-UPI/DR/RRN/PAYEE/BANK/VPA/NOTE


@dataclass(frozen=True, slots=True)
class Bank:
    """An invented bank. `code` is the four letters its IFSCs begin with."""

    name: str
    code: str
    style: Style = Style.DASH

    @property
    def fip(self) -> str:
        return f"{self.name.split()[0].upper()}-FIP"

    def ifsc(self, branch: int) -> str:
        return f"{self.code}0{branch:06d}"


SAHYADRI = Bank("Sahyadri Bank", "SHYB", Style.DASH)
CAUVERY = Bank("Cauvery National Bank", "CVNB", Style.SLASH)
KONKAN = Bank("Konkan Mercantile Bank", "KNKB", Style.DASH)
GODAVARI = Bank("Godavari Bank", "GDVB", Style.SLASH)
SATLUJ = Bank("Satluj State Bank", "STLB", Style.TRANSFER)
ARAVALLI = Bank("Aravalli Bank", "ARVB", Style.DASH)
CHAMUNDI = Bank("Chamundi Bank", "CHMB", Style.TRANSFER)
BANKS = (SAHYADRI, CAUVERY, KONKAN, GODAVARI, SATLUJ, ARAVALLI, CHAMUNDI)


class Type:
    """transactionType codes of the wire."""

    CREDIT = 1
    DEBIT = 2
    INTEREST = 4
    TDS = 5
    INSTALMENT = 6
    OTHERS = 8


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a writer may use: when, at which bank, whether money comes in, and its own dice."""

    on: date
    bank: Bank
    incoming: bool
    dice: Random

    def digits(self, count: int) -> str:
        return "".join(str(self.dice.randrange(10)) for _ in range(count))

    @property
    def rrn(self) -> str:
        """UPI and IMPS reference: last digit of the year, day of the year, eight digits."""
        return f"{self.on.year % 10}{self.on.timetuple().tm_yday:03d}{self.digits(8)}"

    def utr(self, sender: Bank) -> str:
        """NEFT reference: bank, N, year, day of the year, digits."""
        return f"{sender.code}N{self.on:%y%j}{self.digits(8)}"

    @property
    def month(self) -> str:
        return f"{self.on:%b}".upper()


@dataclass(frozen=True, slots=True)
class Line:
    """Words, mode and type code of one statement line."""

    narration: str
    mode: str
    type: int


Writer = Callable[[Occasion], Line]


@dataclass(frozen=True, slots=True)
class Payee:
    """The other side: always at the same bank and branch."""

    name: str
    vpa: str = ""

    @property
    def bank(self) -> Bank:
        handle = self.vpa.rpartition("@")[2]
        at = [bank for bank in BANKS if handle.startswith(bank.code[:3])]
        return at[0] if at else BANKS[crc32(self.name.encode()) % len(BANKS)]

    @property
    def ifsc(self) -> str:
        return self.bank.ifsc(1 + crc32(self.name.encode()) % 900)


def _direction(occasion: Occasion) -> int:
    return Type.CREDIT if occasion.incoming else Type.DEBIT


def upi(payee: str, vpa: str, note: str) -> Writer:
    other = Payee(payee, vpa)

    def write(o: Occasion) -> Line:
        if o.bank.style is Style.DASH:
            text = f"UPI-{payee[:24]}-{vpa}-{other.ifsc}-{o.rrn}-{note}"
        elif o.bank.style is Style.SLASH:
            text = f"UPI/{o.rrn}/{note}/{vpa.lower()}/{other.bank.name}"
        else:
            way, arrow = ("CR", "BY") if o.incoming else ("DR", "TO")
            text = f"{arrow} TRANSFER-UPI/{way}/{o.rrn}/{payee[:16]}/{other.bank.code}/{vpa.lower()}/{note}--"
        return Line(text, "FT" if o.incoming else "OTHERS", _direction(o))

    return write


def one_of(*writers: Writer) -> Writer:
    """A line of one of several payees, chosen by the occasion's dice."""

    def write(o: Occasion) -> Line:
        return writers[o.dice.randrange(len(writers))](o)

    return write


def neft(party: str, note: str) -> Writer:
    other = Payee(party)

    def write(o: Occasion) -> Line:
        utr = o.utr(other.bank if o.incoming else o.bank)
        if o.bank.style is Style.SLASH:
            text = f"NEFT/{utr}/{party}/{note}"
        elif o.bank.style is Style.DASH:
            text = f"NEFT {'CR' if o.incoming else 'DR'}-{other.ifsc}-{party}-{note}-{utr}"
        else:
            text = f"{'BY' if o.incoming else 'TO'} TRANSFER-NEFT*{other.ifsc}*{utr}*{party}*{note}--"
        return Line(text, "NEFT", _direction(o))

    return write


def salary(employer: str) -> Writer:
    def write(o: Occasion) -> Line:
        return neft(employer, f"SALARY {o.month} {o.on.year}")(o)

    return write


def imps(party: str, note: str) -> Writer:
    other = Payee(party)

    def write(o: Occasion) -> Line:
        account = f"{crc32(party.encode()) % 10_000:04d}"
        text = f"IMPS-{o.rrn}-{party}-{other.bank.code}-XXXXXXX{account}-{note}"
        if o.bank.style is Style.SLASH:
            text = f"MMT/IMPS/{o.rrn}/{note}/{party}/{other.bank.name}"
        return Line(text, "IMPS", _direction(o))

    return write


def ach(collector: str, note: str, mandate: str, type_code: int = Type.INSTALMENT) -> Writer:
    """A mandate collected over NACH: EMI, SIP, premium. `mandate` is the reference on it."""

    def write(o: Occasion) -> Line:
        if o.bank.style is Style.DASH:
            text = f"ACH D-{collector}-{note}-{mandate}"
        elif o.bank.style is Style.SLASH:
            text = f"ACH/{collector}/{note}/{mandate}/{o.on:%d%m%Y}"
        else:
            text = f"DEBIT-ACHDr {o.bank.code}{o.digits(8)} {collector} {note} {mandate}--"
        return Line(text, "ACH", type_code)

    return write


def billpay(biller: str, note: str) -> Writer:
    def write(o: Occasion) -> Line:
        if o.bank.style is Style.SLASH:
            return Line(f"BIL/ONL/{o.digits(12)}/{biller}/{note}", "BILLPAY", Type.DEBIT)
        return Line(f"BILLPAY-{biller}-{note}-{o.digits(10)}", "BILLPAY", Type.DEBIT)

    return write


def card_bill(issuer: Bank, tail: str, note: str = "FULL PAYMENT") -> Writer:
    """The bill of a credit card ending in `tail`."""

    def write(o: Occasion) -> Line:
        text = f"BILLPAY-{issuer.name.upper()} CREDIT CARD-XXXX{tail}-{note}"
        if o.bank.style is Style.SLASH:
            text = f"BIL/{o.digits(12)}/{issuer.name.upper()} CREDIT CARD XX{tail}/{note}"
        return Line(text, "CARD_PAYMENT", Type.DEBIT)

    return write


def pos(merchant: str, city: str, debit_card: str) -> Writer:
    """A swipe of the debit card ending in `debit_card`."""

    def write(o: Occasion) -> Line:
        return Line(f"POS 416021XXXXXX{debit_card} {merchant} {city}", "OTHERS", Type.DEBIT)

    return write


def atm(place: str) -> Writer:
    def write(o: Occasion) -> Line:
        return Line(f"ATW-416021XXXXXX{o.digits(4)}-S1A{o.digits(5)}-{place}", "ATM", Type.DEBIT)

    return write


def interest(note: str) -> Writer:
    """Interest that a bank credits; `note` names the deposit or the period."""

    def write(o: Occasion) -> Line:
        return Line(f"CREDIT INTEREST CAPITALISED-{note}-{o.on:%d%m%y}", "INTEREST", Type.INTEREST)

    return write


def tds(note: str) -> Writer:
    def write(o: Occasion) -> Line:
        return Line(f"TDS DEDUCTED ON INTEREST-{note}-FY {o.on.year % 100:02d}", "TDS", Type.TDS)

    return write


def charge(text: str) -> Writer:
    """A fee of the bank itself."""

    def write(o: Occasion) -> Line:
        return Line(f"{text}-{o.month} {o.on.year}-MIR{o.on:%y%j}{o.digits(10)}", "CHARGES", Type.OTHERS)

    return write


def plain(text: str, mode: str = "FT") -> Writer:
    """Words as they are, such as a transfer to the person's own deposit."""

    def write(o: Occasion) -> Line:
        return Line(text, mode, _direction(o))

    return write
