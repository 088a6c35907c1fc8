"""Ends registered process groups once the process that wrote to it is gone, however it went.

Run as a program: standard input takes `+<group>` and `-<group>` lines, and its end means that the owner has ended.
Needs only the standard library, so that it starts in milliseconds.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable

GRACE_S = 2.0
_POLL_S = 0.05


def alive(group: int) -> bool:
    """Whether a process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def signal_group(group: int, number: signal.Signals) -> None:
    """Send a signal to every process of a group; a group that is gone is fine."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return


def end_groups(groups: Iterable[int], grace_s: float = GRACE_S) -> None:
    """Ask every group to end, and kill those that have not within `grace_s`."""
    remaining = set(groups)
    for group in remaining:
        signal_group(group, signal.SIGTERM)
    deadline = time.monotonic() + grace_s
    while remaining and time.monotonic() < deadline:
        remaining = {group for group in remaining if alive(group)}
        if remaining:
            time.sleep(_POLL_S)
    for group in remaining:
        signal_group(group, signal.SIGKILL)


def main() -> None:
    """Keep the register until standard input ends, then end what is still in it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    groups: set[int] = set()
    for line in sys.stdin:
        sign, group = line[0], int(line[1:])
        if sign == "+":
            groups.add(group)
        else:
            groups.discard(group)
    end_groups(groups)


if __name__ == "__main__":
    main()
