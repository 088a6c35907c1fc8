"""What a fact's label says, in both languages, with its id: worked out once, when it is asked."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from future_finance.domain.facts import Fact, Per
from future_finance.domain.grounding.reading.calendar_words import NO_YEAR
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.concepts import concepts_in
from future_finance.domain.grounding.reading.number_words import SMALL
from future_finance.domain.grounding.reading.reader import read
from future_finance.domain.grounding.reading.tokens import Kind, fiscal_year, plain, tokens_of
from future_finance.domain.grounding.reading.units import EACH, UNITS, Measure
from future_finance.domain.grounding.sheet.sides import Sided, sided

_PER_MONTH = re.compile(
    r"\bmonthly\b|\b(?:a|per|each|every) month\b|/\s?(?:month|mo)\b|हर महीने|प्रति माह|मासिक|har mahine", re.I
)
_PER_YEAR = re.compile(
    r"\b(?:yearly|annual|annually)\b|\b(?:a|per|each|every) (?:year|annum)\b|/\s?(?:year|yr)\b|p\.a\.|हर साल|सालाना|वार्षिक",
    re.I,
)
_MONTHLY = re.compile(
    r"\b(?:emi|sip|rent|salary|pension|instal\w*|subscription\w*|recurring(?! deposit)|mandate\w*|kist|wages?)\b|किस्त|किराया|वेतन|पेंशन",
    re.I,
)
_OF_A_YEAR = re.compile(
    r"\b(?:in|of|for|this|last|the) (?:the )?(?:financial |tax )?year\b|\b[FA]\.?Y\.? ?\d|साल", re.I
)
_OF_LAST_YEAR = re.compile(
    r"\b(?:of|in|over|for) (?:the )?(?:latest|last|past) (?:year|(?:12|twelve) (?:full )?months)\b", re.I
)
_YEARLY_RATE = re.compile(r"rate|xirr|return|interest|growth|cagr|yield|inflation|दर|ब्याज|रिटर्न|apr\b", re.I)
_DOWNWARD = re.compile(
    r"\b(?:loss|losses|lost|drop|fall|fell|decrease|decline|short(?![- ]term)|shortfall|deficit|reduction|reduced|saved|less|lower|fewer|overspen\w+"
    r"|below (?:last|previous|usual|average|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|budget)\w*|overdraft|negative|erosion|withdraw\w*|taken|cut|down(?! ?-?payment))\b|नुकसान|घाट|गिराव|कमी|\b(?:kami|ghata|nuksan)\b", re.I)  # fmt: skip
_GAIN = re.compile(
    r"\b(?:returns?|gains?|xirr|cagr|profit|growth|appreciation|income|salary|earned|munafa|labh)\b|मुनाफा|लाभ|रिटर्न|बढत",
    re.I,
)
_GAINED = re.compile(r"\b(?:gains?|profit|munafa|labh)\b|मुनाफा|लाभ", re.I)
_SHARE_OF = re.compile(
    r"(?:\bas an? (?:share|part|percent\w*)|: (?:share|part)|'s (?:share|part)) of (?:the |all )?([^,:(]+)",
    re.I,
)
_EACH_OF = re.compile(r"\b(?:for each|for every|per|each)\b(?! (?:month|year|annum))|प्रति (?!माह|वर्ष)", re.I)
_EITHER = re.compile(r"\b(?:gap|difference|diff|mismatch|missing|lacking)\b|अंतर|फर्क", re.I)
_CHANGE = re.compile(
    r"\b(?:chang\w*|differ\w*|gap|grow\w*|increas\w*|decreas\w*|rise|rose|fall|fell|drop\w*|higher|lower|more|less|points?|extra|movement|gains?|gained|loss|losses|saved|versus"
    r"|vs|compared|since|hike|raise|increment|appreciation|inflation|jump|reduction|reduced|swing|delta|improve\w*|variance|deviation|cut|overspen\w+|shortfall|deficit|up|down(?! ?-?payment)|return\w*|xirr|cagr|yield|mom|yoy|unseen"
    r"|(?:below|above) (?:last|previous|usual|average|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|trend|spike|additional|sooner|shorter|fewer|from (?:last|previous)|over (?:last|previous))\b|अंतर|बदलाव|बढ|घट|वृद्धि|कमी|गिराव|रिटर्न",
    re.I,
)
_BESIDE = re.compile(r"\b(?:over|above|beyond|under|below|left|unused|remaining|used)\b", re.I)
_EXCLUDED = re.compile(
    r"\(?\b(?:excluding|excl\.?|except|without|other than|not including|apart from|net of)\b.*", re.I
)
_FISCAL = re.compile(r"\d\d\s?[-–/]\s?\d\d|\b[FA]\.?Y", re.I)
_RATE = re.compile(
    r"\b(?:rates?|shares?|ratio|utili[sz]ation|use|allocation|weight|foir|returns?|xirr|yield|interest|apr|points?|inflation|limits?)\b"
    r"|दर|हिस्स|ब्याज|रिटर्न|अंक|उपयोग", re.I)  # fmt: skip
_MONTH_AGO = re.compile(
    plain(
        r"\b(?:last|previous|prior|a|one|past) month(?: ago)?\b|month[- ]on[- ]month|\bmom\b|\bpichl[ae] mah\w+|पिछले महीने|पिछले माह"
    ),
    re.I,
)
_YEAR_AGO = re.compile(
    plain(
        r"\b(?:last|previous|prior|a|one|past) year(?: ago)?\b|year[- ]on[- ]year|\byoy\b|\bpichl[ae] saal|\bek saal|पिछले साल|एक साल|पिछले वर्ष"
    ),
    re.I,
)
_SPANNING = frozenset({*SMALL, *EACH, "last", "past", "previous"})
_KEY_MONTH = re.compile(r"\b((?:19|20)\d\d)-(\d\d)\b")
_DIGIT = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|thirty)\b", re.I
)
_MONTH_NAME = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|जन|फर|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितं|अक्|नव|दिस",
    re.I,
)


class Label:
    """The words of one fact."""

    def __init__(self, id: str, english: str, hindi: str) -> None:
        self._id, self._english, self._hindi = id, english, hindi
        self.text = f"{english} {hindi}"

    @cached_property
    def lower(self) -> str:
        return self.text.lower()

    @cached_property
    def per(self) -> Per | None:
        """The one period that it names."""
        month, year = _PER_MONTH.search(self.text), _PER_YEAR.search(self.text)
        if bool(month) == bool(year):
            return None
        return Per.MONTH if month else Per.YEAR

    @cached_property
    def monthly_by_nature(self) -> bool:
        return bool(_MONTHLY.search(self.text))

    @cached_property
    def of_a_year(self) -> bool:
        """Whether it is the sum of a year: "Gross salary in the year", "for FY 2025-26"."""
        return bool(_OF_A_YEAR.search(self.text))

    @cached_property
    def of_last_year(self) -> bool:
        """Whether it is the sum of the twelve months behind: "Bank fees of the latest year"."""
        return bool(_OF_LAST_YEAR.search(self.text))

    @cached_property
    def yearly_rate(self) -> bool:
        return bool(_YEARLY_RATE.search(self.text))

    @cached_property
    def downward(self) -> bool:
        return bool(_DOWNWARD.search(self.text))

    @cached_property
    def gain(self) -> bool:
        return bool(_GAIN.search(self.text))

    @cached_property
    def gained(self) -> bool:
        """Whether it is a gain itself, and no income or return."""
        return bool(_GAINED.search(self.text))

    @cached_property
    def either_way(self) -> bool:
        return bool(_EITHER.search(self.text))

    @cached_property
    def beside(self) -> bool:
        """Whether it is what is over or left of something: "Shopping over the budget"."""
        return bool(_BESIDE.search(self.text))

    @cached_property
    def change(self) -> bool:
        return bool(_CHANGE.search(self.text))

    @cached_property
    def rate(self) -> bool:
        """Whether what changed is itself a percent, so that the change is in percentage points."""
        return bool(_RATE.search(self.text))

    @cached_property
    def counted(self) -> frozenset[Measure]:
        """What a count may be of: months of "Months paid late"."""
        tokens = tokens_of(self.text)
        return frozenset(
            UNITS[token.text]
            for before, token in zip((None, *tokens), tokens, strict=False)
            if token.text in UNITS
            and not (before and (before.kind is Kind.NUMBER or before.text in _SPANNING))
        )

    @cached_property
    def english(self) -> frozenset[str]:
        return concepts_in(_EXCLUDED.sub("", self._english))

    @cached_property
    def sided(self) -> Sided:
        return sided(self._id, self._english)

    @cached_property
    def each(self) -> bool:
        """Whether it is of each of several: "Charge for each bounced payment"."""
        return bool(_EACH_OF.search(self.text))

    @cached_property
    def whole(self) -> frozenset[str]:
        """What it is a share of: "Gold as a share of assets"."""
        found = _SHARE_OF.search(self._english)
        return concepts_in(found[1]) if found else frozenset()

    @cached_property
    def hindi(self) -> frozenset[str]:
        return concepts_in(self._hindi) if self._hindi else frozenset()

    @cached_property
    def concepts(self) -> frozenset[str]:
        """What it is about, in either language, and by its key."""
        key = self._id.partition(":")[2]
        return self.english | self.hindi | (concepts_in(key) if key else frozenset())

    @cached_property
    def ago(self) -> Per | None:
        """What a change is measured against, where it says so and is no rate."""
        return ago_of(plain(self.text)) if self.change or "ago" in self.text else None

    @cached_property
    def dated(self) -> bool:
        """Whether it or its id names a month."""
        return bool(_KEY_MONTH.search(self._id)) or _named_month(self.text)

    @cached_property
    def months(self) -> frozenset[tuple[int, int]]:
        """The calendar months that it or its id names; year 1 where none is told."""
        found = {(int(year), int(month)) for year, month in _KEY_MONTH.findall(self._id)}
        found |= {(c.on.year, c.on.month) for c in self.claims if c.on is not None}
        dated = [row for row in found if row[0] != NO_YEAR]
        if dated:  # "from September to October 2026"
            year, last = max(dated)
            found = {(told if told != NO_YEAR else year - (month > last), month) for told, month in found}
        return frozenset(found)

    @cached_property
    def of_a_month(self) -> bool:
        """Whether it is one calendar month's, and not a day's or a week's."""
        return bool(self.months) and all(claim.measure is not Measure.DATE for claim in self.claims)

    @cached_property
    def numbered(self) -> bool:
        return has_number(self.text)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Numbers and dates in it."""
        told = (self._english, self._hindi)
        return tuple(
            claim
            for label in told
            if has_number(label) or _named_month(label)
            for claim in read(label).claims
        )

    @cached_property
    def fiscal_years(self) -> tuple[int, ...]:
        """Fiscal years that it names, by the year they end in."""
        if not self.numbered or not _FISCAL.search(self.text):
            return ()
        years = [fiscal_year(token.text) for token in tokens_of(self.text) if token.kind is Kind.YEARS]
        return tuple(year for year in years if year is not None)


def label_of(fact: Fact) -> Label:
    """Labels that spell out people are not remembered."""
    make = Label if fact.names else _remembered
    return make(fact.id, fact.label, fact.label_hi)


@lru_cache(maxsize=4096)
def _remembered(id: str, english: str, hindi: str) -> Label:
    return Label(id, english, hindi)


def ago_of(text: str) -> Per | None:
    """The one distance in time that a folded text compares with."""
    month, year = _MONTH_AGO.search(text), _YEAR_AGO.search(text)
    if bool(month) == bool(year):
        return None
    return Per.MONTH if month else Per.YEAR


def has_number(text: str) -> bool:
    return _DIGIT.search(text) is not None


def _named_month(text: str) -> bool:
    return _MONTH_NAME.search(plain(text)) is not None
