"""Claims without a number: "doubled", "most of", "no overdue", "higher than last month", "your largest cost"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from future_finance.domain.grounding import evidence
from future_finance.domain.grounding.calendar_words import MONTH_OF
from future_finance.domain.grounding.claim import Bound, Claim
from future_finance.domain.grounding.concepts import concepts
from future_finance.domain.grounding.known import Known, Sheet
from future_finance.domain.grounding.reading import Reading
from future_finance.domain.grounding.surroundings import text_at
from future_finance.domain.grounding.tokens import NUKTA, fold
from future_finance.domain.grounding.units import (
    ABOUT,
    AFTER_OVER,
    AFTER_UNDER,
    DOWN,
    SAID_WORDS,
    THAN_OVER,
    THAN_UNDER,
    UP,
    Measure,
)


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(fold(pattern).replace(NUKTA, ""), re.IGNORECASE | re.VERBOSE)


_MULTIPLES = {
    Decimal(2): _re(r"\b(?:doubled|twice|dugn[aei]|dogun[aei]|double\ (?:ho|hua|hui)|has\ doubled|is\ double|double\ (?:that|what|the|your|of))\b|दोगुन[ाेी]|दुगन[ाेी]|दुगुन[ाेी]|दोगुना"),
    Decimal(3): _re(r"\b(?:tripled|trebled|thrice|tigun[aei]|triple\ (?:ho|that|what|the|your))\b|तिगुन[ाेी]|तीन\ गुन[ाेी]"),
    Decimal(4): _re(r"\b(?:quadrupled|chaugun[aei])\b|चौगुन[ाेी]"),
    Decimal("0.5"): _re(r"\b(?:halved|aadh[aei]\ (?:ho|rah)\w*\ ?(?:gay\w+|gai|gya)?)\b|आध[ाेी]\ (?:हो|रह)\ ग"),
}  # fmt: skip
_MAJORITY = _re(
    r"\b(?:most\ of\ (?:your|the|what\ you|it|this|that|aapk\w)(?!\ time)|most\ (?:income|spending|assets|money|savings)|(?:the\ |a\ )?(?:vast\ )?majority\ of|(?:the\ )?(?:bulk|lion's\ share)\ of|mostly\ in"
    r"|zyada?tar|jyada?tar|adhiktar|adhikansh)\b|अधिकांश|ज्?यादातर|अधिकतर"
)
_NEARLY_ALL = _re(
    r"\b(?:almost|nearly|virtually|practically)\ (?:all|everything|the\ (?:entire|whole))\b|\blagbhag\ (?:saar[aei]|sab|poor[aei])\b|लगभग\ (?:सार[ाेी]|सब|पूर[ाेी])"
)
_ALL = _re(
    r"\ball\ of\ your\ (?:income|assets|money|savings|spending|debts?|salary)\b|\byour\ (?:entire|whole)\ (?:income|salary|savings|spending|portfolio)\b"
)

_ZERO_NOUN = (
    r"(?:(?:credit\ )?cards?(?!\ (?:debt|due|dues|balance|bill|interest|overdue|data))|insurance|subscriptions?|dependants?|deposits?|fds?|overdues?|past[\ -]dues?|dues|debts?|loans?|emis?|fees?|charges?|late\ (?:payments?|months?|fees?)|missed\ (?:payments?|emis?)|(?:credit\ )?(?:enquir\w+|inquir\w+)|bounces?|bounced\ payments?|penalt\w+|defaults?"
    r"|liabilit\w+|savings|income|investments?|outstanding|arrears|interest|surplus|mutual\ funds?|sips?|shares|stocks|karz\w?|karj\w?|bakaya|udhaar?|atidey|jurmana|byaj|nivesh|aamdani|bachat|kist"
    r"|बकाया|अतिदेय|कर्ज|कर्जा|लोन|ऋण|शुल्क|जुर्माना|ब्याज|निवेश|आमदनी|बचत|किस्त|पूछताछ)"
)
_NONE = _re(
    rf"\b(?:no|zero|nil|without\ any|not\ (?:have\ )?any|don't\ have\ any|nothing)\ (?P<gap>(?:[\w'-]+\ ){{0,2}}?)(?P<noun>{_ZERO_NOUN})(?![\w\u0900-\u097f])"
    rf"|(?:\bkoi\ (?:bhi\ )?|कोई\ (?:भी\ )?)(?P<gap2>(?:\S+\ ){{0,2}}?)(?P<noun2>{_ZERO_NOUN})\ [^.;,।]{{0,18}}?(?:nahi|nahin|नहीं)"
    rf"|(?P<noun3>{_ZERO_NOUN})\ (?:is|are)\ (?:zero|nil|nothing|none)\b|(?P<noun4>{_ZERO_NOUN})\ (?:shunya|zero)\ hai|(?P<noun5>{_ZERO_NOUN})\ शून्य\ ह"
    r"|\b(?P<debtfree>debt[\ -]free|karz[\ -]?mukt|karj[\ -]?mukt)\b|(?P<debtfree2>कर्ज[\ -]?मुक्त)"
    r"|\b(?P<late>(?:never|not\ once)\ (?:been\ )?(?:missed|late|paid\ late|defaulted|delayed)|(?:always|all|every)\b[^.;,]{0,30}\bon\ time|none\ (?:of\ [^.;,]{0,30})?(?:late|missed|overdue))\b"
)
_NO_DATA = _re(
    r"\b(?:data|records?|information|details?|figures?|facts?|history|reports?|statements?|need|longer|guarantee|change|sign|way|idea|limit|cap|doubt|jankari|jaankari)\b|जानकारी|डेटा|रिकॉर्ड|डाटा"
)

_UPWARD = r"(?:higher|more|greater|larger|bigger|above|better|zyada|jyada|zyaada|adhik|ज्?यादा|अधिक)"
_DOWNWARD = r"(?:lower|less|fewer|smaller|below|worse|kam|कम)"
_PAST = r"(?:last|previous|prior|the\ month\ before|the\ year\ before|before|earlier|a\ (?:month|year)\ ago|usual|average|pichl\w+|pehle|पिछल\S+|पहले)"
_TREND_UP = _re(
    r"\b(?:increased|rose|risen|grew|grown|jumped|climbed|surged|improved|went\ up|gone\ up|going\ up|is\ up|are\ up|(?:is|are|been|keeps?)\ (?:rising|growing|increasing|climbing|improving)|badh\ (?:gay\w+|gai|rah\w+|chuk\w+)|badh[aei]\ (?:hai|hain)|badh\w*\ hua)\b"
    rf"|\b{_UPWARD}\ than\ {_PAST}|{_PAST}\ (?:mahine|maah|saal|महीने|माह|साल)?\ ?(?:se|ke\ mukable|से|के\ मुकाबले|की\ तुलना\ में)\ (?:[^.;,।\d]{{0,12}})?{_UPWARD}|बढ़\ (?:ग|रह|चुक)|बढ़[ाेी]\ ह"
)
_TREND_DOWN = _re(
    r"\b(?:decreased|fell|fallen|dropped|declined|shrank|shrunk|slipped|worsened|went\ down|gone\ down|come\ down|came\ down|going\ down|is\ down|are\ down|(?:is|are|been|keeps?)\ (?:falling|shrinking|declining|dropping|decreasing)|ghat\ (?:gay\w+|gai|rah\w+|chuk\w+)|ghat[aei]\ (?:hai|hain)|gir\ (?:gay\w+|gai|rah\w+)|kam\ (?:ho\ (?:gay\w+|gai|rah\w+)|hu[aei]))\b"
    rf"|\b{_DOWNWARD}\ than\ {_PAST}|{_PAST}\ (?:mahine|maah|saal|महीने|माह|साल)?\ ?(?:se|ke\ mukable|से|के\ मुकाबले|की\ तुलना\ में)\ (?:[^.;,।\d]{{0,12}})?{_DOWNWARD}|घट\ (?:ग|रह|चुक)|घट[ाेी]\ ह|गिर\ (?:ग|रह)|कम\ (?:हो\ (?:ग|रह)|हु)"
)
_SAME = _re(
    r"\b(?:unchanged|the\ same\ as\ (?:last|before)|did\ not\ change|has\ not\ changed|no\ change|(?:is|was|stayed|remained|been|held)\ (?:flat|steady|stable|the\ same)|utna\ hi\ raha|wahi\ raha)\b"
)
_MORE = _re(
    r"\b(?:(?P<up>more|higher|greater|larger|bigger|above)\ than|(?P<down>less|lower|smaller|fewer)\ than|(?P<exceed>exceeds?|exceeded|outweighs?|outstrips?)|(?P<below>falls?\ short\ of)|(?:is|are|was|runs?|stays?|remains?)\ (?:\w+\ )?(?:(?P<above>above|over)|(?P<under>below|under))\ (?=your|the|what))\b"
)
_MORE_HINDI = _re(
    r"(?:\bse|से)\ (?:kahin\ |कहीं\ |bahut\ |बहुत\ |thoda\ |थोड़ा\ )?(?:(?P<up>zyada|jyada|zyaada|adhik|badi|bada|ज्?यादा|अधिक|बड़[ाेी])|(?P<down>kam|chhota|chhoti|कम|छोट[ाेी]))"
)
_THAN_MONTH = _re(r"\b(?:(?P<up>more|higher|greater)|(?P<down>less|lower))\b[^.;,\d]{0,30}\bthan\b")
_MONTH_LAST = re.compile(rf"(?:^|\s)(?:{'|'.join(MONTH_OF)})\s*$", re.IGNORECASE)
_OTHERS = _re(
    r"\bthan\ (?:most|average|the\ average|others|other\ people|typical|many|peers)|\b(?:above|below)\ average|\btop\ \d+\ ?(?:%|per\ ?cent)|\baverage\ (?:indian|person)"
)
_LARGEST = _re(
    r"\b(?:largest|biggest|highest|sabse\ (?:bad[aei]|zyada|jyada|adhik))\b|सबसे\ (?:बड़[ाेी]|ज्?यादा|अधिक)"
)
_SMALLEST = _re(r"\b(?:smallest|lowest|least|sabse\ (?:kam|chhot[aei]))\b|सबसे\ (?:कम|छोट[ाेी])")
_SCALES = {10**3: _re(r"\b(?:thousands|hazaaron|hazaro|hajaron)\b|हजारों"), 10**5: _re(r"\b(?:lakhs|lacs|lakhon|lakho)\b(?!\ ?\w*\d)|लाखों"), 10**7: _re(r"\b(?:crores|karodon|crorepati)\b|करोड़ों|करोड़पति")}  # fmt: skip
_BANDS = ("poor", "fair", "good", "very good", "excellent")
_BAND = re.compile(r"\b(?:is|are|as|in the|:|a|rated|counts as)\s+(?:\w+ )?(poor|fair|good|excellent)\b")
_STATUS = _re(
    r"\b(?:is|are|stays?|remains?|was|mein|hai)\ (?:still\ |now\ |a\ )?(?P<positive>positive)\b|\b(?P<positive2>positive)\ (?:hai|mein)|\b(?:is|are|stays?|remains?|was)\ (?:still\ |now\ |a\ )?(?P<negative>negative|in\ the\ red)\b|\b(?P<negative2>negative|minus)\ (?:hai|mein)|(?P<negative3>ऋणात्मक)|(?P<positive3>धनात्मक|सकारात्मक)"
)
_UNREAL = re.compile(
    r"\b(?:would|could|(?-i:may)|might|can|will|when|whether|should|once|unless|to see|in case|let's|want|kya|sakta|sakti|sakte|to)\b(?=.{0,40}$)|\?|चाहें|सकत",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    words: str
    about: frozenset[str]
    number: int


def wordless_claims(
    reading: Reading, sheet: Sheet, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """Position, words and nearest fact of each claim that the facts do not carry."""
    for sentence in _sentences(reading):
        words = sentence.words
        supposed = any(word in SAID_WORDS for word in re.findall(r"[^\W\d_]+", words.lower()))
        if not supposed:
            yield from _multiples(sentence, sheet, reading, supports)
            yield from _trends(sentence, sheet, reading, supports)
        yield from _majorities(sentence, sheet)
        yield from _nones(sentence, sheet)
        yield from _comparisons(sentence, sheet)
        yield from _compared(sentence, reading, supports)
        yield from _extremes(sentence, sheet, _stated(sentence, reading, supports))
        yield from _scales(sentence, sheet, reading)
        yield from _bands(sentence, sheet)
        yield from _signs(sentence, sheet)


def _sentences(reading: Reading) -> Iterator[_Sentence]:
    folded = fold(reading.text)
    first = 0
    while first < len(reading.tokens):
        number = reading.clauses.sentence[first]
        end = first
        while end < len(reading.tokens) and reading.clauses.sentence[end] == number:
            end += 1
        start = reading.tokens[first].start
        words = re.sub(" +", " ", folded[start : reading.tokens[end - 1].end].replace(NUKTA, ""))
        yield _Sentence(start, words, concepts(reading.tokens, first, end), number)
        first = end


def _directed(sentence: _Sentence, reading: Reading, supports: list[list[Known]]) -> set[int]:
    """The directions of the numbers of this sentence that facts carry."""
    found: set[int] = set()
    for claim, facts in zip(reading.claims, supports, strict=True):
        if claim.sentence == sentence.number and facts:
            if claim.direction:
                found.add(1 if claim.direction > 0 else -1)
            found |= {
                -1 if known.negative or known.downward else 1
                for known in facts
                if not claim.direction and known.change and known.size
            }
    return found


def _stated(sentence: _Sentence, reading: Reading, supports: list[list[Known]]) -> list[Known]:
    return [facts[0] for claim, facts in zip(reading.claims, supports, strict=True) if claim.sentence == sentence.number and facts and claim.on is None]  # fmt: skip


def _multiples(
    sentence: _Sentence, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    stated = _stated(sentence, reading, supports)
    for factor, pattern in _MULTIPLES.items():
        found = pattern.search(sentence.words)
        if not found:
            continue
        nearly = sentence.words[: found.start()].split()[-1:]
        rough = bool(nearly) and nearly[0].lower() in ABOUT
        if not evidence.multiplied(factor, sentence.about, sheet, stated, nearly=rough):
            yield sentence.start + found.start(), found.group(), None


def _majorities(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    for pattern, least in ((_MAJORITY, 50), (_NEARLY_ALL, 85), (_ALL, 99)):
        found = pattern.search(sentence.words)
        if found and not evidence.share(Decimal(least), Bound.OVER, sentence.about, sheet):
            yield sentence.start + found.start(), found.group(), None


def _nones(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    for found in _NONE.finditer(sentence.words):
        told = found.groupdict()
        between = (told["gap"] or "") + (told["gap2"] or "")
        after = sentence.words[found.end() : found.end() + 14]
        if (
            _NO_DATA.search(between)
            or re.search(r"\bof\b|\bfor\b|\bin\b", between)
            or _NO_DATA.match(after.strip())
        ):
            continue
        if told["late"]:
            noun = "late"
        elif told["debtfree"] or told["debtfree2"]:
            noun = "debts loans"
        else:
            noun = between + next(
                told[key] for key in ("noun", "noun2", "noun3", "noun4", "noun5") if told[key]
            )
        zero, near = evidence.is_zero(noun, sentence.about, sheet)
        if not zero:
            yield sentence.start + found.start(), found.group(), near


def _trends(
    sentence: _Sentence, sheet: Sheet, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    for pattern, direction in ((_TREND_UP, 1), (_TREND_DOWN, -1)):
        found = pattern.search(sentence.words)
        if (
            not found
            or _UNREAL.search(sentence.words[: found.start()])
            or sentence.words.rstrip().endswith("?")
        ):
            continue
        if direction in _directed(sentence, reading, supports):
            continue
        told = evidence.trend(
            sentence.about,
            sheet,
            _stated(sentence, reading, supports),
            ordered=not re.search(r"\bfrom\b|\bthan\b", sentence.words),
        ) or _from_to(sentence, reading, supports)
        if told != direction and not (told == 0 and evidence.both_ways(sentence.about, sheet)):
            yield sentence.start + found.start(), found.group(), None
    yield from _between_months(sentence, sheet, reading)
    found = _SAME.search(sentence.words)
    if found and not evidence.unchanged(sentence.about, sheet):
        yield sentence.start + found.start(), found.group(), None


def _between_months(
    sentence: _Sentence, sheet: Sheet, reading: Reading
) -> Iterator[tuple[int, str, Known | None]]:
    """ "Food was higher in March than in February"."""
    found = _THAN_MONTH.search(sentence.words) or _MORE_HINDI.search(sentence.words)
    told_months = [c for c in reading.claims if c.sentence == sentence.number and c.measure is Measure.MONTH]
    if not found or len(told_months) != 2:
        return
    # Hindi names the month that is compared with right before "se"
    told_months.sort(key=lambda claim: text_at(reading.tokens, claim.end) in {"se", "से"})
    one, other = (claim.on.month for claim in told_months if claim.on is not None)
    told = evidence.between(sentence.about, sheet, one, other)
    if told != (1 if found["up"] else -1):
        yield sentence.start + found.start(), found.group(), None


def _from_to(sentence: _Sentence, reading: Reading, supports: list[list[Known]]) -> int:
    """The direction of "to B from A", "from A to B", "B, up from A"; 0 where two such numbers are not stated."""
    rows = _numbers(sentence, reading, supports)
    earlier = [at for at, (claim, _) in enumerate(rows) if text_at(reading.tokens, claim.first - 1) == "from"]
    if len(rows) != 2 or len(earlier) != 1:
        return 0
    before, after = rows[earlier[0]][1], rows[1 - earlier[0]][1]
    return (after > before) - (after < before)


def _numbers(
    sentence: _Sentence, reading: Reading, supports: list[list[Known]]
) -> list[tuple[Claim, Decimal]]:
    """Claims of the sentence that facts carry, with the facts' values; of the measure told first."""
    rows = [
        (claim, facts[0])
        for claim, facts in zip(reading.claims, supports, strict=True)
        if claim.sentence == sentence.number and facts and claim.on is None and not claim.part
    ]
    return [
        (claim, known.value)
        for claim, known in rows
        if known.measure is rows[0][1].measure and isinstance(known.value, Decimal)
    ]


def _compared(
    sentence: _Sentence, reading: Reading, supports: list[list[Known]]
) -> Iterator[tuple[int, str, Known | None]]:
    """ "₹9,400, more than September's ₹9,200", "higher in A (₹6,200) than in B (₹3,700)", "up from ₹5,150"."""
    rows = _numbers(sentence, reading, supports)
    if len(rows) != 2:
        return
    (first, one), (second, other) = rows
    tokens = reading.tokens
    between = [tokens[at].text for at in range(first.end, second.first)]
    before = [
        tokens[at].text
        for at in range(max(0, first.first - 9), first.first)
        if reading.clauses.sentence[at] == sentence.number
    ]
    told = 0
    if "than" in between:
        words = [*before, *between[: between.index("than")]]
        told = _side(words, THAN_OVER, THAN_UNDER)
    elif between and between[-1] == "from":
        told = _side(between, UP, DOWN)
    elif text_at(tokens, second.end) in {"se", "से"}:
        after = [text_at(tokens, second.end + at) for at in (1, 2)]
        told = _side(after, AFTER_OVER, AFTER_UNDER)
    if told and told != (one > other) - (one < other):
        yield first.start, reading.text[first.start : second.stop], None


def _side(words: list[str], up: frozenset[str], down: frozenset[str]) -> int:
    """The direction of the last word that tells one."""
    for word in reversed(words):
        if word in up:
            return 1
        if word in down:
            return -1
    return 0


def _comparisons(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    words = sentence.words
    found = _OTHERS.search(words)
    if found:
        yield sentence.start + found.start(), found.group(), None
    found = _MORE.search(words)
    if found and not re.match(
        r"\W*(?:₹|rs|inr|\d|half|a third|two|one|last|previous|usual)", words[found.end() :], re.IGNORECASE
    ):
        left, right = words[: found.start()], words[found.end() :]
        up = bool(found["up"] or found["exceed"] or found["above"])
        if evidence.contradicts(left, right, sheet, up=up):
            yield sentence.start + found.start(), found.group(), None
        return
    found = _MORE_HINDI.search(words)
    if found and not _MONTH_LAST.search(words[: found.start()]):
        left, right = evidence.sides(words[: found.start()])
        if evidence.contradicts(left, right, sheet, up=bool(found["up"])):
            yield sentence.start + found.start(), found.group(), None


def _extremes(
    sentence: _Sentence, sheet: Sheet, stated: list[Known]
) -> Iterator[tuple[int, str, Known | None]]:
    for pattern, largest in ((_LARGEST, True), (_SMALLEST, False)):
        found = pattern.search(sentence.words)
        if found:
            if any(pattern.search(known.label) for known in stated):
                continue
            better = evidence.outdone(sentence.about, sheet, largest=largest)
            if better is not None:
                yield sentence.start + found.start(), found.group(), better


def _scales(sentence: _Sentence, sheet: Sheet, reading: Reading) -> Iterator[tuple[int, str, Known | None]]:
    for scale, pattern in _SCALES.items():
        found = pattern.search(sentence.words)
        if not found:
            continue
        place = sentence.start + found.start()
        if any(claim.start <= place < claim.stop for claim in reading.claims):
            continue
        if not evidence.of_scale(scale, sentence.about, sheet):
            yield place, found.group(), None


def _bands(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    found = _BAND.search(sentence.words.lower())
    if found and "score" in sentence.about:
        for known in evidence.texts(sheet):
            if known.value in _BANDS and "score" in known.concepts and known.value != found.group(1):
                yield sentence.start + found.start(1), found.group(1), known


def _signs(sentence: _Sentence, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    found = _STATUS.search(sentence.words)
    if found:
        told = {name.rstrip("23") for name, word in found.groupdict().items() if word}
        known = evidence.best(sentence.about, sheet)
        if known is not None and known.size and known.negative != ("negative" in told):
            yield sentence.start + found.start(), found.group(), known
