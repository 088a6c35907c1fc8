"""docs/scale.md: what the simulation says, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields

from future_finance.domain.shard_page import TOGETHER
from future_finance.domain.user import SHARDS
from future_finance.usecases.model_prices import INR_PER_USD, PRICES
from scripts.scale.assumptions import LOGINS_BY_HOUR, Assumptions, listed
from scripts.scale.bill import Month
from scripts.scale.limits import limits
from scripts.scale.prices import MODEL, as_of, lines, price_table, total_inr
from scripts.scale.queue_flow import Drained
from scripts.scale.schedules import ScheduleRun
from scripts.scale.usage import Usage

_UNITS = {
    "requests": "requests",
    "vcpu_s": "vCPU-seconds",
    "gib_s": "GiB-seconds",
    "reads": "Firestore reads",
    "writes": "Firestore writes",
    "deletes": "Firestore deletes",
    "tasks": "Cloud Tasks operations",
    "kms": "KMS operations",
    "tokens_in": "tokens to the model",
    "tokens_cached": "tokens to the model, seen before",
    "tokens_out": "tokens from the model",
    "stored_gib": "GiB stored",
    "log_gib": "GiB of logs",
}


def page(months: Sequence[Month], a: Assumptions) -> str:
    """Everything but the real run."""
    return "\n".join(
        (
            _HEAD,
            _in_short(months, a),
            _schedules(months, a),
            _people(months),
            _limits(a),
            _bill(months),
            _units(months),
            _assumptions(a),
            _prices(),
        )
    )


def _in_short(months: Sequence[Month], a: Assumptions) -> str:
    largest = months[-1]
    model = Usage(
        **{name: getattr(largest.usage, name) for name in ("tokens_in", "tokens_cached", "tokens_out")}
    )
    model_share = total_inr(model, with_free=True) / total_inr(largest.usage, with_free=True)
    first = limits(a)[0]
    weeks = "; ".join(f"{_time(month.runs[1].done_at_s)} with {month.users:,}" for month in months)
    return f"""## In short

- An account costs {largest.inr_each:.2f} rupees a month, of which the model is {model_share:.0%}. More accounts make none dearer.
- The first limit is the stop of the model's tokens, at about {_round(first.users)} accounts: raise it before.
- At night next to nobody can be synced, since logins at Fi end so soon. The syncs are those of the day.
- The weekly insights have a queue of their own and take as long as they take: {weeks}. Nobody who has just synced waits for them.
"""


def _schedules(months: Sequence[Month], a: Assumptions) -> str:
    rows = [
        [f"{month.users:,}", run.name, *_run_cells(run)]
        for month in months
        for run in (*month.runs, month.if_logins_lasted)
    ]
    asleep = ", ".join(f"{month.users * a.open_sessions(1):,.0f} of {month.users:,}" for month in months)
    return f"""## Schedules

A login at Fi lasts {a.session_minutes:.0f} minutes. At 02:00 in India the sessions still open are about {asleep}; most of those
people have synced already. So the nightly run finds next to nobody, and the syncs that matter are the ones people ask
for by day. Of each due user dispatch reads two documents, the connection and the account. What a night costs in any
case are its {len(TOGETHER)} first pages, which read the {SHARDS} shards: a task each, a read for the index entries that a query on two
ranges looks at, and a read where nobody is found. So the goal of 3 reads a due user is met from {2 * len(TOGETHER)} due users on, and
below that a night costs {2 * len(TOGETHER)} reads more than its users'. Shards that one page does not hold go on side by side,
as before ([ADR 0047](adr/0047-a-page-of-several-shards.md)). The line "if logins lasted" is the same run with everybody due.

{_table(("users", "run", "due", "pages", "tasks named", "named within", "done within", "reads", "writes", "Tasks operations", "dispatch reads a due user", "INR a due user"), rows)}"""


def _run_cells(run: ScheduleRun) -> list[str]:
    usage = run.usage
    each = total_inr(usage, with_free=False) / run.due if run.due else 0.0
    return [
        f"{run.due:,}",
        f"{run.pages:,}",
        f"{run.tasks:,.0f}",
        _time(run.named_at_s),
        _time(run.done_at_s),
        f"{usage.reads:,.0f}",
        f"{usage.writes:,.0f}",
        f"{usage.tasks:,.0f}",
        f"{run.dispatch.reads / run.due:.2f}" if run.due else "-",
        f"{each:.4f}" if run.due else "-",
    ]


def _people(months: Sequence[Month]) -> str:
    rows = [
        [
            f"{month.users:,}",
            f"{month.day.logins:,.0f}",
            f"{month.day.peak_per_s:.2f}",
            *_wait_cells(month.day.syncs),
            *_wait_cells(month.day.insights),
        ]
        for month in months
    ]
    return f"""## A day of people

Logins follow the hours of a day (`LOGINS_BY_HOUR` in `scripts/scale/assumptions.py`); each brings a sync, most syncs bring insights.
"Waits" is the longest time from asking to the end of the work, with the queues as they are set now. The
weekly insights are in a queue of their own, and keep nobody waiting.

{_table(("users", "logins a day", "a second in the busiest hour", "a sync waits", "most syncs waiting", "insights wait", "most insights waiting"), rows)}"""


def _wait_cells(drained: Drained) -> list[str]:
    return [_time(drained.longest_wait_s), f"{drained.most_waiting:,.0f}"]


def _limits(a: Assumptions) -> str:
    rows = [
        [limit.what, _round(limit.users), "yes" if limit.ours else "no", limit.then] for limit in limits(a)
    ]
    return f"""## What binds, and when

From what one account adds to each limit; the lowest comes first.

{_table(("limit", "binds at, accounts", "ours to raise", "what happens then"), rows)}"""


def _bill(months: Sequence[Month]) -> str:
    sizes = [f"{month.users:,}" for month in months]
    parts = [
        [name, *(f"{total_inr(month.parts[name], with_free=False) / month.users:.4f}" for month in months)]
        for name in months[0].parts
    ]
    by_line = [dict(lines(month.usage, with_free=True)) for month in months]
    bill = [[name, *(f"{each[name]:,.0f}" for each in by_line)] for name in by_line[0]]
    total = ["**all**", *(f"**{total_inr(month.usage, with_free=True):,.0f}**" for month in months)]
    each = ["**an account**", *(f"**{month.inr_each:.2f}**" for month in months)]
    model = {name for name in by_line[0] if name.startswith(MODEL)}
    without = [
        "an account, the model left out",
        *(
            f"{sum(v for name, v in found.items() if name not in model) / month.users:.2f}"
            for month, found in zip(months, by_line, strict=True)
        ),
    ]
    return f"""## A month in rupees

By what it is for, in rupees an account, with nothing taken off for what is free:

{_table(("what for", *sizes), parts)}
The bill in rupees, what is free taken off. Identity Platform, Hosting and what costs the same for any number of people
are in [deploy.md](deploy.md#what-it-costs). An account is anybody who signed up: {Assumptions().active_share:.0%} of them open the app in a month.

{_table(("line", *sizes), [*bill, total, each, without])}"""


def _units(months: Sequence[Month]) -> str:
    rows = [
        [_UNITS[each.name], *(f"{getattr(month.usage, each.name):,.0f}" for month in months)]
        for each in fields(Usage)
    ]
    return f"""## A month in units

{_table(("unit", *(f"{month.users:,}" for month in months)), rows)}"""


def _assumptions(a: Assumptions) -> str:
    rows = [[name.replace("_", " "), f"{value:,g}", unit, source] for name, value, unit, source in listed(a)]
    hours = ", ".join(f"{share:.1%}" for share in LOGINS_BY_HOUR)
    return f"""## Assumptions

Every request is reckoned alone on its instance, which is the dearest case. Share of a day's logins in each hour from
midnight: {hours}.

{_table(("what", "value", "unit", "source"), rows)}"""


def _prices() -> str:
    rows = [
        [
            price.name,
            f"{price.dollars * 1e6:,.2f}",
            price.unit,
            f"{price.free:,.0f}",
            price.verified,
            price.note,
        ]
        for price in price_table()
    ]
    rows += [
        [f"{MODEL}, {way}", f"{inr / INR_PER_USD:,.3f}", "token", "0", "yes", f"from {price.as_of}"]
        for price in PRICES[MODEL]
        for way, inr in (
            ("input", price.input_inr),
            ("input seen before", price.cached_inr),
            ("output", price.output_inr),
        )
    ]
    sources = sorted({price.source for price in price_table()})
    return f"""## Prices

As of {as_of()}, {INR_PER_USD} rupees a dollar, in `scripts/scale/prices.json`; the model's are in
`usecases/model_prices.py`. "Verified": whether the page itself could be read again on that day. No bill has been seen.
Sources: {", ".join(sources)}.

{_table(("what", "dollars a million", "unit", "free a month", "verified", "note"), rows)}"""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", "|---|" + "---:|" * (len(head) - 1)]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def _time(seconds: float) -> str:
    for unit, size in (("days", 86_400.0), ("h", 3_600.0), ("min", 60.0)):
        if seconds >= 2 * size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.1f} s"


def _round(users: float) -> str:
    """Two digits: more would pretend to be known."""
    digits = 10 ** max(0, len(str(int(users))) - 2)
    return f"{round(users / digits) * digits:,}"


_HEAD = """# Scale

What schedules, queues and a month cost for many users. Written by `scripts/simulate-scale --write`: the queues of the
endpoint table and the fan-out's shards and pages, replayed in simulated time. Nothing here was measured on Google Cloud.
"""
