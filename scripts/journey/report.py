"""The journey for the terminal: progress while it runs, then what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from emulators.supervisor.report import table
from scripts.journey.agreement import Agreed
from scripts.journey.journey import Findings
from scripts.journey.leaving import Left
from scripts.journey.rupees import rupees, shown
from scripts.journey.steps import Step

_SHOWN_ROWS = 5
_BAR_WIDTH = 30


def progress(step: Step, note: str) -> str:
    """One line for a finished step."""
    mark = "ok" if step.ok else "FAILED"
    return f"  {step.name:<24} {mark:<7}{step.ms:>6} ms" + (f"\n    {note}" if note else "")


def report(found: Findings) -> str:
    """Everything, in sections."""
    overview = found.overview
    sections = [
        ("What was agreed to", _agreed(found.agreed)),
        ("Net worth", _net_worth(overview)),
        ("Assets", _lines(overview["allocation"])),
        ("Liabilities", _lines(overview["liabilities"])),
        ("Does it add up?", _reconciliation(overview["reconciliation"])),
        ("Largest holdings", _holdings(overview["topHoldings"])),
        ("Credit and provident fund", _credit_and_epf(overview)),
        ("Latest transactions", _transactions(found)),
        ("Net worth over time", _points(found.points)),
        ("Insights", _insights(found.talk.insights)),
        ("Questions", _turns(found.talk.turns)),
        ("What if", _simulations(found.talk.simulations)),
        ("What it cost", _cost(found.cost)),
        ("Taken along, taken back, erased", _left(found.left)),
    ]
    return "\n\n".join(f"{title}\n{body}" for title, body in sections if body)


def _agreed(agreed: Agreed) -> str:
    receipt, notice = agreed.receipt, agreed.notice
    lines = []
    for purpose in notice["purposes"]:
        scopes = [grant["scope"] for grant in receipt["grants"] if grant["purpose"] == purpose["id"]]
        lines.append((purpose["title"]["en"], ", ".join(scopes) or "no"))
    head = f"  receipt {receipt['receiptId']}, notice {receipt['noticeVersion']}, sha256 {receipt['noticeSha256'][:16]}..."
    return head + "\n" + table(lines)


def _net_worth(overview: dict[str, Any]) -> str:
    worth = overview["netWorth"]
    if worth is None:
        return f"  not available: {overview['unavailable']}"
    rows = [(name, shown(worth[name])) for name in ("assets", "liabilities", "net")]
    as_of = f"\n  as of {worth['asOf']}" if worth["asOf"] else ""
    return _right(rows) + as_of


def _lines(lines: Sequence[dict[str, Any]]) -> str:
    return _right(
        [
            (
                line["label"],
                shown(line["value"]),
                "" if line["sharePct"] is None else f"{line['sharePct']:.1f}%",
            )
            for line in lines
        ]
    )


def _reconciliation(check: dict[str, Any]) -> str:
    head = f"  {check['status']}: Fi states {shown(check['stated'])}, the parts sum to {shown(check['computed'])}"
    if check["difference"] and check["difference"]["amountMinor"]:
        head += f", {rupees(abs(check['difference']['amountMinor']))} does not add up"
    gaps = [
        (line["label"], f"stated {shown(line['stated'])}", f"its detail {shown(line['detail'])}")
        for line in check["lines"]
        if line["gap"] and line["gap"]["amountMinor"]
    ]
    return head + ("\n" + table(gaps, indent="    ") if gaps else "")


def _holdings(holdings: Sequence[dict[str, Any]]) -> str:
    rows = [
        (line["name"], shown(line["value"]), f"{line['sharePct']:.1f}%") for line in holdings[:_SHOWN_ROWS]
    ]
    return _right(rows)


def _credit_and_epf(overview: dict[str, Any]) -> str:
    lines = []
    if score := overview["creditScore"]:
        band = f", {score['band']}" if score["band"] else ""
        lines.append(f"  score {score['score']}{band} ({score['bureau']}, {score['reportDate']})")
    if epf := overview["epf"]:
        past = f", of which {shown(epf['pastEmployers'])} with past employers"
        lines.append(f"  EPF {shown(epf['total'])}" + (past if epf["pastEmployers"]["amountMinor"] else ""))
    return "\n".join(lines)


def _transactions(found: Findings) -> str:
    newest = sorted(found.transactions, key=lambda row: row["date"], reverse=True)[:_SHOWN_ROWS]
    if not newest:
        return "  none"
    signs = {"out": "-", "in": "+"}
    rows = [
        (
            row["date"],
            signs.get(row.get("direction", ""), "") + shown(row["amount"]),
            row.get("narration") or row.get("name") or row.get("isin", ""),
        )
        for row in newest
    ]
    return table(rows) + f"\n  ... {len(found.transactions)} rows in all"


def _points(points: Sequence[dict[str, Any]]) -> str:
    largest = max((abs(point["net"]["amountMinor"]) for point in points), default=0)
    if not largest:
        return ""
    return table(
        [
            (
                point["date"],
                shown(point["net"]).rjust(16),
                "#" * round(_BAR_WIDTH * abs(point["net"]["amountMinor"]) / largest),
            )
            for point in points
        ]
    )


def _insights(insights: Sequence[dict[str, Any]]) -> str:
    rows = []
    for insight in insights[:_SHOWN_ROWS]:
        impact = insight["impact"]
        worth = "" if impact["amount"] is None else f"{shown(impact['amount'])} {impact['kind']}"
        rows.append((insight["severity"], insight["title"], worth))
    more = f"\n  ... {len(insights)} in all" if len(insights) > _SHOWN_ROWS else ""
    return table(rows) + more if rows else "  none"


def _turns(turns: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"  > {question}\n    {' '.join(answer.split())}" for question, answer in turns)


def _simulations(simulations: Sequence[dict[str, Any]]) -> str:
    told = []
    for found in simulations:
        summary = " ".join(sentence["en"] for sentence in found["summary"])
        missing = " ".join(lack["ask"]["en"] for lack in found["unavailable"])
        told.append(f"  > {found['understoodAs']['en']}\n    {summary or missing}")
    return "\n".join(told)


def _cost(cost: dict[str, dict[str, int]]) -> str:
    rows: list[tuple[str, ...]] = [("", "reads", "writes", "KMS calls")]
    rows += [
        (
            name.replace("_", " "),
            *(str(spent[key]) for key in ("firestore_reads", "firestore_writes", "kms_calls")),
        )
        for name, spent in cost.items()
    ]
    return table(rows)


def _left(left: Left) -> str:
    if not left.receipts:
        return ""
    documents = sum(left.manifest["counts"].values())
    lines = [
        f"  export: {documents} documents, {left.export_bytes:,} bytes; imported elsewhere, {left.same_screens} of "
        f"{left.same_screens} screens the same",
        f"  {left.taken_back['scope']} taken back: {_counted(left.taken_back['counts'])}",
    ]
    for receipt in left.receipts:
        lines.append(
            f"  erased, receipt {receipt['receiptId']}: {_counted(receipt['counts'])}, left {receipt['left']}"
        )
    copies = left.receipts[0]["copies"]
    lines.append(
        f"  copies last until {copies['pointInTimeRecoveryUntil'][:10]} (recovery) and {copies['backupsUntil'][:10]} "
        "(backups); what was sealed cannot be opened any more"
    )
    return "\n".join(lines)


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _right(rows: Sequence[tuple[str, ...]]) -> str:
    """A table whose first column is words and whose others are figures."""
    if not rows:
        return "  none"
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  "
        + "  ".join(
            cell.ljust(width) if number == 0 else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
