"""One run of insights: detect, word, check, store. Twice, or cut off anywhere, ends the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from future_finance.domain.consent import Granted, Purpose
from future_finance.domain.facts import FactSheet
from future_finance.domain.finding import Finding, told_today
from future_finance.domain.insight import (
    Figure,
    Insight,
    InsightText,
    Step,
    faded,
    materially_other,
    measured,
    merged,
)
from future_finance.domain.job import Job, JobStatus, JobType
from future_finance.domain.local_date import local_date
from future_finance.domain.plain_text import defused
from future_finance.domain.profile import Language, Profile
from future_finance.domain.pseudonym import Pseudonyms
from future_finance.errors import AiStopped, ConsentMissing, TooManyRequests
from future_finance.usecases.ai_ports import (
    AccessLog,
    AiAccess,
    AiBudget,
    ConsentReader,
    FactStore,
)
from future_finance.usecases.event import Event, report
from future_finance.usecases.insight_ports import InsightStore, Run
from future_finance.usecases.insight_wording import DETECTOR_OF_MODEL, PROMPT_VERSION, Worded, word
from future_finance.usecases.model import Model
from future_finance.usecases.ports import Clock, LeaseRefusal, ProfileStore
from future_finance.usecases.work_jobs import WorkJobStore, hash_of, one_delivery

type Detect = Callable[[FactSheet, Profile], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Generating:
    """What a run needs."""

    jobs: WorkJobStore
    insights: InsightStore
    facts: FactStore
    profiles: ProfileStore
    consents: ConsentReader
    budget: AiBudget
    access: AccessLog
    model: Callable[[], Model]  # built only when there is something to word
    detect: Detect
    clock: Clock


@dataclass(frozen=True, slots=True)
class InsightDelivery:
    """One delivery of the task. `after_sync`: the payload names the sync that it follows."""

    uid: str
    job_id: str
    after_sync: bool
    last: bool


async def generate_insights(generating: Generating, delivery: InsightDelivery) -> str:
    """One delivery of the job, as one_delivery has it; without consent the job ends at once."""
    now = generating.clock.now()
    job_id = hash_of("insights", delivery.job_id) if delivery.after_sync else delivery.job_id
    wanted = Job(
        id=job_id,
        uid=delivery.uid,
        connection_id="",
        type=JobType.INSIGHTS,
        status=JobStatus.QUEUED,
        created_at=now,
    )
    return await one_delivery(
        generating.jobs,
        wanted,
        lambda: _attempt(generating, wanted, now),
        generating.clock,
        last=delivery.last,
    )


async def _attempt(generating: Generating, wanted: Job, now: datetime) -> str:
    begun = await generating.jobs.begin(wanted, now)
    if isinstance(begun, LeaseRefusal):
        return begun.value
    try:
        return await _run(generating, begun)
    except ConsentMissing as refusal:
        await generating.jobs.end(wanted, JobStatus.FAILED, refusal.code, now)
        return refusal.code


async def _run(generating: Generating, job: Job) -> str:
    now = generating.clock.now()
    granted = await generating.consents.granted(job.uid, Purpose.INSIGHTS, now)
    if not granted.scopes:
        raise ConsentMissing
    whole = await generating.facts.sheet(job.uid, local_date(now))
    sheet = whole.within(granted.scopes)
    profile = (await generating.profiles.get(job.uid)).profile
    categories = frozenset(job.request.get("categories", ()))
    findings = [
        replace(finding, id=finding.id.replace(":", "-"))  # an id of ours that a path can hold
        for finding in generating.detect(sheet, profile)
        if not categories or finding.category in categories
    ]
    stored = await generating.insights.stored(job.uid)
    to_word = [f for f in findings if _needs_words(f, stored.get(f.id), profile.language)]
    worded = await _worded(generating, job, granted, to_word, sheet, profile.language)
    found = {finding.id: _insight(finding, worded, job, now, stored.get(finding.id)) for finding in findings}
    for finding in worded.further:
        if not categories or finding.category in categories:
            found.setdefault(finding.id, _insight(finding, worded, job, now, None))

    def reconcile(before: Mapping[str, Insight]) -> Mapping[str, Insight]:
        return reconciled(before, found, sheet, categories, now)

    run = Run(job, sheet.data_version, granted.version)
    ended = await generating.insights.commit(run, reconcile, now)
    for finding in findings:
        if finding.id not in stored:
            report(Event.INSIGHT_GENERATED, category=finding.category.value, severity=finding.severity.value)
    return ended.status.value


def reconciled(
    before: Mapping[str, Insight],
    found: Mapping[str, Insight],
    sheet: FactSheet,
    categories: frozenset[str],
    now: datetime,
) -> dict[str, Insight]:
    """The insights that are other than stored. Those of categories that this run left out stay as they are."""
    after = {
        insight_id: merged(before.get(insight_id), insight, now) for insight_id, insight in found.items()
    }
    for insight_id, insight in before.items():
        if insight_id in after or (categories and insight.category not in categories):
            continue
        if insight.detector != DETECTOR_OF_MODEL or _moved_on(insight, sheet):
            after[insight_id] = faded(
                insight, told_today((figure.fact_id for figure in insight.figures), sheet), now
            )
    after = {
        insight_id: measured(insight, sheet.facts, fires=insight_id in found, now=now)
        for insight_id, insight in after.items()
    }
    return {key: insight for key, insight in after.items() if not _same(before.get(key), insight)}


def _moved_on(insight: Insight, sheet: FactSheet) -> bool:
    """Whether the facts of an observation of the model's, which no detector repeats, say something else now."""
    facts = [sheet.get(figure.fact_id) for figure in insight.figures]
    return materially_other(insight.figures, [Figure.of(fact) for fact in facts if fact is not None])


def _same(old: Insight | None, new: Insight) -> bool:
    """Whether nothing but the time of the run differs."""
    return old is not None and old == replace(new, updated_at=old.updated_at, job_id=old.job_id)


def _needs_words(finding: Finding, old: Insight | None, language: Language) -> bool:
    """The model is not asked again for what it has worded of the same figures."""
    if old is None or old.prompt_version != PROMPT_VERSION or language.value not in old.texts:
        return True
    if not old.state.open and not materially_other(old.figures, _figures(finding)):
        return False  # dismissed, and still nothing new to say
    return old.figures != _figures(finding) or old.severity != finding.severity


async def _worded(
    generating: Generating,
    job: Job,
    granted: Granted,
    findings: Sequence[Finding],
    sheet: FactSheet,
    language: Language,
) -> Worded:
    """The model's words where it may be asked; none where the budget is spent or the assistant rests."""
    worded = Worded(language)
    if not findings:
        return worded
    now = generating.clock.now()
    try:
        permit = await generating.budget.begin(job.uid, now)
    except (TooManyRequests, AiStopped):
        return worded
    entry = None
    try:
        facts = [*sheet.facts.values(), *(fact for finding in findings for fact in finding.facts)]
        pseudonyms = Pseudonyms(job.uid, {name for fact in facts for name in fact.names})
        worded.sends(findings, sheet)
        entry = await generating.access.begin(job.uid, _access(worded, granted, now))
        await word(generating.model(), findings, sheet, pseudonyms, worded)
    finally:
        try:
            if entry is not None:
                sent = _access(worded, granted, now) if worded.calls else None
                await generating.access.end(job.uid, entry, sent)
        finally:
            await generating.budget.end(permit, worded.usage)
    return worded


def _access(worded: Worded, granted: Granted, now: datetime) -> AiAccess:
    return AiAccess(
        at=now,
        purpose=Purpose.INSIGHTS,
        model=worded.model or "",
        prompt_version=PROMPT_VERSION,
        consent_version=granted.version,
        scopes=worded.scopes,
        fact_ids=worded.fact_ids,
        rows_sent=0,
        usage=worded.usage,
        calls=worded.calls,
    )


def _figures(finding: Finding) -> tuple[Figure, ...]:
    return tuple(Figure.of(fact) for fact in finding.facts)


def _insight(finding: Finding, worded: Worded, job: Job, now: datetime, old: Insight | None) -> Insight:
    texts = {
        Language.ENGLISH.value: _template(finding, Language.ENGLISH),
        Language.HINDI.value: _template(finding, Language.HINDI),
    }
    model, stand_in, version, tokens = None, False, None, 0
    if finding.detector == DETECTOR_OF_MODEL or finding.id in worded.texts:
        model, stand_in, version = worded.model, worded.stand_in, PROMPT_VERSION
        tokens = worded.usage.total
    elif old is not None and old.figures == _figures(finding) and old.severity == finding.severity:
        texts, tokens = dict(old.texts), old.tokens
        model, stand_in, version = old.model, old.stand_in, old.prompt_version
    if text := worded.texts.get(finding.id):
        of_model = texts if finding.detector == DETECTOR_OF_MODEL else (worded.language.value,)
        texts |= dict.fromkeys(of_model, text)
    return Insight(
        id=finding.id,
        detector=finding.detector,
        category=finding.category.value,
        severity=finding.severity,
        confidence=finding.confidence,
        raise_confidence=finding.raise_confidence,
        raise_confidence_hi=finding.raise_confidence_hi,
        impact=finding.impact,
        texts=texts,
        figures=_figures(finding),
        steps=tuple(Step(step.text, step.text_hi) for step in finding.steps),
        created_at=now,
        updated_at=now,
        model=model,
        stand_in=stand_in,
        prompt_version=version,
        tokens=tokens,
        job_id=job.id,
    )


def _template(finding: Finding, language: Language) -> InsightText:
    text = finding.text_hi if language is Language.HINDI else finding.text
    return InsightText(defused(text.title), defused(text.description), defused(text.next_step))
