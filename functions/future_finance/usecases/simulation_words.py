"""Simulate what a person asks in words: a model turns them into a scenario, and only the words go to it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from future_finance.domain.consent import Granted, Purpose
from future_finance.domain.grounding.reading.claim import Claim
from future_finance.domain.grounding.reading.reader import read
from future_finance.domain.grounding.reading.units import Measure
from future_finance.domain.private_names import names_of
from future_finance.domain.private_numbers import masked
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.domain.simulation.result import Simulation
from future_finance.domain.simulation.scenario import AnyScenario
from future_finance.domain.text import clean
from future_finance.domain.under_age import says_under_age
from future_finance.errors import AdultsOnly, ConsentMissing, NotUnderstood
from future_finance.usecases.ai_ports import AiAccess
from future_finance.usecases.model import Finish, ModelReply, ModelRequest, Role, TextPart, Turn, Usage
from future_finance.usecases.prompts import prompt
from future_finance.usecases.scenario_words import KINDS, LONGEST_TEXT, scenario_of, scenario_schema
from future_finance.usecases.simulation import Known, Simulating, known_of, worked_out

if TYPE_CHECKING:
    from future_finance.usecases.ai_ports import AccessLog, AiBudget
    from future_finance.usecases.model import Model

PROMPT, PROMPT_VERSION = "simulation", "v1"
_NONE = "none"
_TIMEOUT_S = 20.0
_NO_YEAR = 1  # of a date that was said without one
# Said of a time in one unit and filled in in another: "for 20 years" is 240 months.
_SCALES = (Decimal(1), Decimal(12))
_DEFAULTS = {
    "job_loss": "months",
    "emergency_fund_build": "months",
}  # numbers that a form without them is taken to say


@dataclass(frozen=True, slots=True)
class Understood:
    """What words were taken for. `guessed`: numbers and dates of the scenario that the person did not say."""

    scenario: AnyScenario
    guessed: tuple[str, ...]
    model: str
    stand_in: bool


@dataclass(frozen=True, slots=True)
class Interpreting:
    """What the reading of words needs besides a simulation."""

    model: Model
    budget: AiBudget
    access: AccessLog

    async def simulate(self, simulating: Simulating, uid: str, text: str) -> tuple[Understood, Simulation]:
        """Of a person's words a scenario, and what it comes to.

        Nothing but the words is sent, with known names and numbers that name somebody hidden.
        Raises AdultsOnly, NotUnderstood with the kinds, InvalidInput with the fields beyond their limits, ConsentMissing,
        what the budget and the model raise.
        """
        known = await known_of(simulating, uid)
        if not known.granted.scopes:
            raise ConsentMissing
        if says_under_age(text, known.today.year):
            raise AdultsOnly
        said = Pseudonyms(uid, names_of(known.sheet)).hide_said(masked(clean(text, LONGEST_TEXT)))
        understood = await _understand(self, uid, said, known)
        return understood, await worked_out(known, understood.scenario)


async def _understand(interpreting: Interpreting, uid: str, said: str, known: Known) -> Understood:
    permit = await interpreting.budget.begin(uid, known.now)
    usage, answered, entry = Usage(), None, None
    try:
        entry = await interpreting.access.begin(uid, _access(known.granted, known.now))
        answered = await interpreting.model.generate(request_of(said, known.today))
        usage = answered.usage
    finally:
        await interpreting.budget.end(permit, usage)
        if entry is not None:
            sent = replace(
                _access(known.granted, known.now),
                model=answered.model if answered else "",
                usage=usage,
                calls=1,
            )
            await interpreting.access.end(uid, entry, sent)
    form, guessed = as_said(_form(answered), said, known.today)
    return Understood(scenario_of(form), guessed, answered.model, answered.stand_in)


def request_of(text: str, today: date) -> ModelRequest:
    """All that is sent: the same words for everybody first, then the day and the person's own."""
    schema = dict(scenario_schema())
    properties = schema["properties"]
    kinds = {**properties["kind"], "enum": [*KINDS, _NONE]}
    asked = json.dumps({"today": today.isoformat(), "text": text}, ensure_ascii=False)
    return ModelRequest(
        system=prompt(PROMPT, PROMPT_VERSION),
        turns=(Turn(Role.USER, (TextPart(asked),)),),
        schema={**schema, "properties": {**properties, "kind": kinds}},
        temperature=0.0,
        max_output_tokens=1024,
        timeout_s=_TIMEOUT_S,
    )


def _form(reply: ModelReply) -> Mapping[str, Any]:
    refusal = NotUnderstood(details={"kinds": list(KINDS)})
    if reply.finish is not Finish.STOP:
        raise refusal
    try:
        form = json.loads(reply.text)
    except ValueError:
        raise refusal from None
    if not isinstance(form, dict) or form.get("kind") not in KINDS:
        raise refusal
    return form


def as_said(
    form: Mapping[str, Any], said: str, today: date, shown: Iterable[Decimal] = ()
) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """The form without assumptions that only the model made, and its fields whose numbers or dates the person did not
    say.

    `shown` are figures of theirs that may stand in it, too.
    """
    claims = read(said).claims
    numbers = {abs(claim.value) for claim in claims}
    known = {number * scale for number in numbers for scale in _SCALES} | {Decimal(0), *map(abs, shown)}

    def unsaid(value: object) -> bool:
        if (day := _day(value)) is not None:
            return not _is_said(day, claims, numbers, today)
        number = _number(value)
        return number is not None and abs(number) not in known

    assumed, loan = form.get("assumptions"), form.get("loan")
    if isinstance(assumed, Mapping):
        kept = {name: value for name, value in assumed.items() if not unsaid(value)}
        form = {**form, "assumptions": kept}
    flat = {**form, **(loan if isinstance(loan, Mapping) else {})}
    left_out = _DEFAULTS.get(str(form.get("kind")), "")
    filled_in = (left_out,) if left_out and not form.get(left_out) else ()
    return form, (*(field for field, value in flat.items() if unsaid(value)), *filled_in)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _is_said(day: date, claims: Iterable[Claim], numbers: Collection[Decimal], today: date) -> bool:
    """As a date or a month, or as so many months or years from today. Of "by 2030" the month is a guess."""
    months = (day.year - today.year) * 12 + day.month - today.month
    if months > 0 and any(Decimal(months) == number * scale for number in numbers for scale in _SCALES):
        return True
    for said in (claim for claim in claims if claim.on is not None):
        on = said.on
        assert on is not None
        if on.month == day.month and (on.year == day.year or (on.year == _NO_YEAR and 0 <= months <= 12)):
            return said.measure is Measure.MONTH or on.day == day.day
    return False


def _number(value: object) -> Decimal | None:
    """A number as the form has it; rupees where an amount came in paise."""
    if isinstance(value, Mapping):
        minor = _number(value.get("amountMinor"))
        return None if minor is None else minor / 100
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return Decimal(str(value))


def _access(granted: Granted, now: datetime) -> AiAccess:
    """Begun: nothing but the words is sent."""
    return AiAccess(
        at=now,
        purpose=Purpose.PORTFOLIO_ANALYSIS,
        model="",
        prompt_version=f"{PROMPT}/{PROMPT_VERSION}",
        consent_version=granted.version,
        scopes=frozenset(),
        fact_ids=(),
        rows_sent=0,
        usage=Usage(),
        calls=0,
    )
