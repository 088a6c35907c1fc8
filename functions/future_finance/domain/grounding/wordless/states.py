"""States told without a number that one fact, or two of a kind, deny: reached, nothing left, over budget, on every path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from future_finance.domain.grounding.figures.having import Standing, standing_of
from future_finance.domain.grounding.reading.concepts import CORE, KINDS, THINGS, undated
from future_finance.domain.grounding.reading.tokens import pattern
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.grounding.sheet.index import Sheet
from future_finance.domain.grounding.sheet.known import Known
from future_finance.domain.grounding.wordless.statement import Statement, piece_of
from future_finance.domain.grounding.wordless.words import CONDITIONAL, NEGATED, NEGATED_HINDI, UNREAL


def _re(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w\u0900-\u097f])(?:{pattern(words)})(?![\w\u0900-\u097f])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class State:
    """Words that say it, labels of facts that deny it, and of what measure they are."""

    told: re.Pattern[str]
    label: re.Pattern[str]
    measure: Measure


_STATES = (
    State(
        _re(r"(?:nothing|kuch (?:bhi )?na\w*|कुछ (?:भी )?नहीं|zero|no money) (?:is |was |gets |stays )?(?:left(?: over)?(?! of| on| to| in)|saved|bach\w+|बच\S*)|nothing remains|kharch ho jaat[aei]|poor[ai] (?:income|aamdani|salary) (?:nikal|kharch|khatam|chali)"),
        _re(r"left over a month|left (?:over )?(?:from|of) (?:the )?\w+|monthly surplus|surplus a month"),
        Measure.INR,
    ),
    State(
        _re(r"(?:on|in) (?:every|all|each)(?: of)?(?: the)? (?:single )?(?:paths?|cases?|runs?|simulations?)|always (?:wins?|ends? (?:up )?ahead|comes out ahead|beats)|(?:har|sabhi|saare) (?:path|raast\w+|rast\w+)|(?:हर|सभी|सारे) रास्त\S*"),
        _re(r"(?<!error of the )(?:paths in a hundred|chance|probability|odds|likelihood)"),
        Measure.PERCENT,
    ),
    State(
        _re(r"not (?:a single|one) (?:payment|mandate|cheque|emi|debit|instalment|bill)s?(?: \w+){0,2} (?:bounced?|returned|failed)|(?:no|none of your|none of the) (?:payment|mandate|cheque|emi)s? (?:has |have |was |were |got )?(?:bounced?|returned)|(?:all|every|each)(?: of)?(?: one of)?(?: your| the)? (?:mandates?|payments?|cheques?|emis?|debits?) (?:went through|was honou?red|were honou?red|cleared)|(?:koi|ek)(?: bhi)? (?:payment|emi|cheque|mandate) (?:bounce|return) na\w*|(?:कोई|एक)(?: भी)? (?:भुगतान|पेमेंट|किस्त|चेक) बाउंस नहीं"),
        _re(r"bounced?(?: payments?| cheques?| mandates?)?|returned (?:payments?|cheques?|mandates?)"),
        Measure.COUNT,
    ),
    State(
        _re(r"(?:bilkul |ekdam )?barabar|ek (?:hi|jaisi) (?:rakam|raqam)|(?:show |see |tell )?(?<!by )the same (?:amount|figure|total)s?|same rakam|no (?:gap|difference)|match(?:es)? exactly|exactly match|koi (?:fark|farq|antar) na\w*|कोई (?:फर्क|अंतर) नहीं|बिल्कुल बराबर|एक ही रकम"),
        _re(r"gap (?:of|between) (?:the )?\w+|difference (?:of|between) (?:the )?\w+"),
        Measure.INR,
    ),
)  # fmt: skip
_BELOW_ZERO = _re(r"(?:below|under|less than) (?:zero|nothing)|शून्य से (?:नीचे|कम)|zero se (?:neeche|niche|kam)|owe more than you own|more debts? than assets|(?:debts?|loans|karz|karj) (?:are |is )?(?:more|larger|bigger|greater|higher) than (?:your |the )?assets|(?:कर्ज|karz|karj) (?:संपत्ति|sampatti) से (?:ज्यादा|अधिक)")  # fmt: skip
_REACHED = _re(r"(?:already |now |has |have |fully )*(?:reached|hit|met|crossed|completed|passed)(?: already)? (?:its|the|your|their|this) (?:full )?(?:[\w-]+ ){0,3}?(?:target|goal|amount)|(?:is |are |now |already )*(?:fully funded|fully saved|complete(?:ly)? funded|all saved up)|(?:fund|goal|target|lakshya) (?:is |are )?(?:now |already )?(?:full|complete|done)(?! (?:in|by|on|within|when|once|after|sooner|earlier|at)(?!\w))|(?:fund|goal|target|lakshya|paisa) (?:poora|pura|pur[aie]) (?:ho |jama |bhar )(?:\w+ )?(?:gay\w+|chuk\w+|hai)|target jitna (?:paisa|amount) (?:jama )?ho (?:gay\w+|chuk\w+)|(?:फंड|लक्ष्य|गोल) (?:पूरा|पूरी) (?:हो|भर) (?:गया|गई|चुका|चुकी)")  # fmt: skip
_OVER = _re(r"(?:went|gone|go|goes|ran|run|is|are|was|were|spent|spending|came in|come in|crossed|broke|overshot|exceeded|blew)(?: \w+){0,2} (?:over|above|past|beyond|through|exceeded|crossed|broke|overshot|the|your|its)(?: the| your| its)? (?:[\w-]+ ){0,2}?(?:budget|limit)|over budget|budget se (?:zyada|jyada|upar|bahar|aage)|budget paar|बजट से (?:ज्यादा|अधिक|ऊपर|बाहर)|बजट पार")  # fmt: skip
_WITHIN = _re(r"(?:within|under|inside|below) (?:the |your |its )?(?:[\w-]+ ){0,2}?budget|budget (?:ke|mein) (?:andar|bheetar|bhitar)|बजट (?:के|में) (?:अंदर|भीतर)|budget se kam|बजट से कम")  # fmt: skip
_BESIDE = re.compile(r"\b(?:over|above|left|unused|remaining|under|below|number|categories)\b")
_SPENT = re.compile(r"\b(?:spent|spending|spend|cost|paid|used)\b")


def states(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """Position, words and the fact that denies them."""
    for one in _STATES:
        found = one.told.search(sentence.words)
        if found and not _unreal(sentence.words, found):
            known = next((known for known in sheet.of(one.measure) if one.label.search(known.label.lower) and _denies(known, one)), None)  # fmt: skip
            if known is not None:
                yield sentence.start + found.start(), found.group(), known
    found = _BELOW_ZERO.search(sentence.words)
    worth = [known for known in sheet.of(Measure.INR) if known.label.english == {"networth"}]
    owned = worth[0] if worth and worth[0].size and not worth[0].negative else None
    if found and owned and {"networth", "asset", "debt"} & sentence.about and not _unreal(sentence.words, found):  # fmt: skip
        yield sentence.start + found.start(), found.group(), owned
    found = _REACHED.search(sentence.words)
    if found and not _unreal(sentence.words, found):
        lacking = _lacking(sentence, sheet)
        if lacking is not None:
            yield sentence.start + found.start(), found.group(), lacking
    yield from _budgets(sentence, sheet)


def _denies(known: Known, one: State) -> bool:
    if known.negative or not known.size:
        return False
    return one.measure is not Measure.PERCENT or known.size < 100


def _lacking(sentence: Statement, sheet: Sheet) -> Known | None:
    """What is missing of the goal that a sentence names, or saved of it and less than its target."""
    about = sentence.about - KINDS - {"goal", "need"}
    money = [
        (standing, known) for known in sheet.of(Measure.INR) if (standing := standing_of(known)) is not None
    ]
    goals = [
        known.concepts - KINDS - {"goal", "need"} for standing, known in money if standing is Standing.AIM
    ]
    single = len(goals) == 1
    for standing, known in money:
        own = known.concepts - KINDS - {"goal", "need"}
        if not (own & about or (single and not about & CORE)):
            continue
        if standing is Standing.LACK and known.size:
            return known
        if standing is Standing.HAVE and any(
            other.size and known.size is not None and known.size < other.size
            for aim, other in money
            if aim is Standing.AIM and (other.concepts & known.concepts - KINDS - {"goal", "need"} or single)
        ):
            return known
    return None


def _budgets(sentence: Statement, sheet: Sheet) -> Iterator[tuple[int, str, Known | None]]:
    """ "You went over your grocery budget", by what was spent and the budget of that thing."""
    for told, over in ((_OVER, True), (_WITHIN, False)):
        found = told.search(sentence.words)
        if not found or _unreal(sentence.words, found):
            continue
        things = piece_of(sentence.words, found.start()) & THINGS
        if len(things) != 1:
            continue
        rows = [
            known
            for known in sheet.of(Measure.INR)
            if things <= known.concepts
            and not _BESIDE.search(known.label.lower)
            and _month_fits(known, sentence)
        ]
        budgets = [known for known in rows if "budget" in known.concepts]
        spent = [
            known for known in rows if "budget" not in known.concepts and _SPENT.search(known.label.lower)
        ]
        if len(budgets) == 1 and len(spent) == 1 and (spent[0].size or 0) != (budgets[0].size or 0) and ((spent[0].size or 0) > (budgets[0].size or 0)) != over:  # fmt: skip
            yield sentence.start + found.start(), found.group(), spent[0]


def _month_fits(known: Known, sentence: Statement) -> bool:
    months = known.concepts - undated(known.concepts)
    told = sentence.about - undated(sentence.about)
    return not months or not told or bool(months & told)


def _unreal(words: str, found: re.Match[str]) -> bool:
    return bool(
        CONDITIONAL.search(words)
        or NEGATED.search(words[: found.start()])
        or UNREAL.search(words[: found.start()])
        or NEGATED_HINDI.match(words, found.end())
    )
