"""What a month costs on Google Cloud, from list prices and what one person uses: python -m scripts.deployment.cost

Prices are in US dollars, in Mumbai where a price differs by region. They were read on the date below, from the pages
named; nothing here has been compared with a bill.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from future_finance.usecases.model_prices import INR_PER_USD

AS_OF = "2026-11-24"
USERS = (100, 10_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Priced:
    """Something that is paid by use. `per_user`: units a month; `free`: units a month that cost nothing."""

    name: str
    per_user: float
    unit: str
    dollars_a_unit: float
    free: float = 0.0
    ai: bool = False

    def dollars(self, users: int) -> float:
        return max(0.0, users * self.per_user - self.free) * self.dollars_a_unit


# One active person a month: 8 visits of a dozen requests, 4 syncs, 4 wordings of insights, 10 questions. Reads and
# writes are measured (docs/architecture.md, "What it costs"); durations and tokens are estimates.
BY_USE = (
    Priced("Cloud Run, CPU (Tier 2)", 100, "vCPU-second", 0.0000336, free=180_000),
    Priced("Cloud Run, memory (Tier 2)", 40, "GiB-second", 0.0000035, free=360_000),
    Priced("Cloud Run, requests", 130, "request", 0.40 / 1e6, free=2e6),
    Priced("Firestore, reads", 300, "document", 0.06 / 1e5, free=50_000 * 30),
    Priced("Firestore, writes", 100, "document", 0.18 / 1e5, free=20_000 * 30),
    Priced("Firestore, storage with recovery and backups", 0.0006, "GiB", 0.18, free=1),
    Priced("Cloud KMS, operations", 6, "operation", 0.03 / 1e4),
    Priced("Cloud Tasks", 10, "operation", 0.40 / 1e6, free=1e6),
    Priced("Logging, taken in", 0.0002, "GiB", 0.50, free=50),
    Priced("Logging, kept beyond 30 days", 0.0002 * 11, "GiB-month", 0.01),
    Priced("Hosting and network", 0.003, "GiB", 0.15, free=10),
    Priced("Gemini 3.8 Flash, input (twice from 2027)", 174_000, "token", 0.75 / 1e6, ai=True),
    Priced("Gemini 3.8 Flash, output (twice from 2027)", 12_000, "token", 3.75 / 1e6, ai=True),
)

ALERT_CONDITIONS = 35
SCHEDULES = 4
# However many people there are. Three schedules cost nothing.
FIXED = {
    "Cloud KMS, key versions": 0.06 * 4,
    "Secret Manager": 0.06,
    "Artifact Registry": 0.30,
    "Cloud Scheduler": 0.10 * (SCHEDULES - 3),
    "Monitoring, alert conditions": 0.10 * ALERT_CONDITIONS,
}

# People signed in during a month, in steps: up to, dollars each.
IDENTITY_PLATFORM = ((50_000, 0.0), (100_000, 0.0055), (1_000_000, 0.0046), (10_000_000, 0.0032))


def identity_platform(users: int) -> float:
    """Dollars a month for monthly active users."""
    dollars, below = 0.0, 0
    for up_to, each in IDENTITY_PLATFORM:
        dollars += max(0, min(users, up_to) - below) * each
        below = up_to
    return dollars


def rows() -> Iterator[tuple[str, list[float]]]:
    """Every line of the bill, with what it is for each number of people."""
    for priced in BY_USE:
        yield priced.name, [priced.dollars(users) for users in USERS]
    yield "Identity Platform", [identity_platform(users) for users in USERS]
    for name, dollars in FIXED.items():
        yield name, [dollars] * len(USERS)


def table() -> str:
    """As docs/deploy.md shows it."""
    ai = {priced.name for priced in BY_USE if priced.ai}
    lines = [
        f"| US dollars a month, {AS_OF} | {' | '.join(f'{users:,}' for users in USERS)} |",
        "|---|" + "---:|" * len(USERS),
    ]
    without, whole = [0.0] * len(USERS), [0.0] * len(USERS)
    for name, dollars in rows():
        lines.append(_line(name, dollars))
        whole = [a + b for a, b in zip(whole, dollars, strict=True)]
        if name not in ai:
            without = [a + b for a, b in zip(without, dollars, strict=True)]
    lines.append(_line("**All but AI**", without))
    lines.append(_line("**All**", whole))
    each = [total * float(INR_PER_USD) / users for total, users in zip(whole, USERS, strict=True)]
    lines.append(f"| **A person, in rupees** | {' | '.join(f'{rupees:.2f}' for rupees in each)} |")
    return "\n".join(lines)


def _line(name: str, dollars: list[float]) -> str:
    return f"| {name} | {' | '.join(f'{amount:,.2f}' for amount in dollars)} |"


if __name__ == "__main__":
    print(table())
