"""`python -m emulators.supervisor`: the local cloud until Ctrl-C."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from types import FrameType

from emulators import option
from emulators.children import ChildFailed
from emulators.fi_mcp.people.catalogue import DEMO_PEOPLE
from emulators.ports import is_free
from emulators.supervisor.report import exports, services_table, table
from emulators.supervisor.services import NAMES
from emulators.supervisor.stack import Stack

_WATCH_EVERY_S = 0.5


class _Stopped(Exception):
    """A signal asked for the end."""


def _stop(number: int, frame: FrameType | None) -> None:
    raise _Stopped


def _names(text: str) -> list[str]:
    chosen = [name.strip() for name in text.split(",") if name.strip()]
    if unknown := [name for name in chosen if name not in NAMES]:
        raise argparse.ArgumentTypeError(
            f"no such service: {', '.join(unknown)}; choose of {', '.join(NAMES)}"
        )
    return chosen


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/dev", description="Start the whole stack on this machine.")
    parser.add_argument(
        "--port", type=option.port, default=5000, help="port of the app and its API (default: 5000)"
    )
    parser.add_argument("--only", type=_names, default=NAMES, metavar="A,B", help=f"of {', '.join(NAMES)}")
    parser.add_argument(
        "--fi-url", type=option.server, metavar="URL", help="use this Fi MCP server instead of the simulator"
    )
    parser.add_argument(
        "--vertex",
        metavar="PROJECT",
        help="ask Gemini on Vertex AI of this Google Cloud project, with the credentials of gcloud, not the stand-in",
    )
    return parser.parse_args()


def _greeting(stack: Stack) -> str:
    parts = ["", services_table(stack.services), ""]
    if "gateway" not in stack.names:
        parts += ["Environment for programs that use it:", exports(stack.environment), ""]
    if "fi_mcp" in stack.names:
        people = [(person.name, person.email, person.phone, person.line) for person in DEMO_PEOPLE]
        parts += [
            "Demo sign-ins; Fi takes any passcode:",
            table([("name", "Google account", "phone", ""), *people]),
            "",
        ]
    return "\n".join([*parts, f"Logs are in {stack.state}. Ctrl-C stops everything."])


def _run(stack: Stack) -> int:
    started = time.monotonic()
    print(f"starting {', '.join(stack.names)} ...", flush=True)
    try:
        stack.start()
        print(_greeting(stack), f"Ready after {time.monotonic() - started:.1f} s.", sep="\n", flush=True)
        while True:
            time.sleep(_WATCH_EVERY_S)
            if (ended := stack.ended()) is not None:
                raise ended.failure(f"ended with status {ended.process.returncode}")
    except _Stopped:
        print("\nstopping ...", flush=True)
        return 0
    except ChildFailed as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        stack.stop()


def main() -> int:
    options = _options()
    if not is_free(options.port):
        print(
            f"port {options.port} is in use; stop what uses it or choose another with --port", file=sys.stderr
        )
        return 1
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    return _run(Stack(options.port, options.only, options.fi_url, vertex_project=options.vertex))


if __name__ == "__main__":
    sys.exit(main())
