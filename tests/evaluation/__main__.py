"""python -m tests.evaluation [--vertex PROJECT] [--only TEXT] [--show]: exit status 1 where a goal is missed."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from emulators.server import HOST, running
from emulators.supervisor.addresses import chosen_model
from emulators.vertex_ai.faults import Faults
from emulators.vertex_ai.server import Server
from future_finance import config
from future_finance.adapters.gemini import Gemini
from tests.dossiers import TODAY
from tests.evaluation.questions import CASES
from tests.evaluation.run import Result, run
from tests.evaluation.score import Measure, measures

LOCAL = {"GOOGLE_CLOUD_PROJECT": "demo-future-finance", "FF_APP_URL": "http://127.0.0.1:5000"}


def main() -> int:
    options = _options()
    logging.getLogger("future_finance").setLevel(logging.CRITICAL)
    began = time.monotonic()
    results = asyncio.run(_evaluate(options))
    found = measures(results, _settings(options.vertex).ai_model, TODAY)
    told = report(results, found, show=options.show)
    sys.stdout.write(f"{told}\n{len(results)} questions in {time.monotonic() - began:.0f} s.\n")
    return 1 if any(measure.good is False for measure in found) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/eval", description="Ask the chat questions with known answers."
    )
    parser.add_argument(
        "--vertex",
        metavar="PROJECT",
        help="ask Gemini on Vertex AI of this project, not the stand-in; costs money",
    )
    parser.add_argument("--only", metavar="TEXT", default="", help="cases whose title holds this")
    parser.add_argument("--show", action="store_true", help="print every answer")
    return parser.parse_args()


async def _evaluate(options: argparse.Namespace) -> list[Result]:
    cases = [case for case in CASES if options.only.casefold() in case.title.casefold()]
    if options.vertex:
        cases = [case for case in cases if case.mode is None]  # it lies and obeys of itself, or not at all
    async with _model(options.vertex) as (model, faults):
        return [await run(case, model, faults) for case in cases]


def _settings(project: str | None) -> config.Settings:
    """The real model may be another one than the default."""
    return config.read(LOCAL | (chosen_model() if project else {}))


@asynccontextmanager
async def _model(project: str | None) -> AsyncIterator[tuple[Gemini, Faults | None]]:
    settings = _settings(project)
    if project:
        model = Gemini(project, settings.ai_location, settings.ai_model)
        yield model, None
        await model.aclose()
        return
    server = Server()
    async with running(server.app()) as ports:
        model = Gemini(
            settings.ai_project, settings.ai_location, settings.ai_model, f"http://{HOST}:{ports.http}"
        )
        yield model, server.faults
        await model.aclose()
        server.closing.set()


def report(results: Sequence[Result], found: Sequence[Measure], *, show: bool = False) -> str:
    lines = []
    for result in results:
        if show or not result.right:
            lines.append(f"{'ok   ' if result.right else 'WRONG'} [{result.case.kind}] {result.case.title}")
            lines += [
                f"      {each}"
                for each in (
                    *result.wrong,
                    *(f"ungrounded: {one}" for one in result.ungrounded),
                    *(f"sent: {one}" for one in result.named),
                )
            ]
            lines.append(f"      {result.text.strip() or '(nothing)'}")
    width = max(len(measure.name) for measure in found)
    for measure in found:
        goal = (
            "" if measure.good is None else f"   goal {measure.goal}: {'met' if measure.good else 'MISSED'}"
        )
        lines.append(f"{measure.name:<{width}}  {measure.value}{goal}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
