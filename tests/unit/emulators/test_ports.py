"""Free ports."""

from __future__ import annotations

import socket

from emulators.ports import LOOPBACK, free_ports, is_free


def test_ports_asked_for_together_differ() -> None:
    assert len(set(free_ports(20))) == 20


def test_a_port_that_a_server_holds_is_not_free() -> None:
    with socket.create_server((LOOPBACK, 0)) as server:
        assert not is_free(server.getsockname()[1])


def test_a_port_that_nobody_holds_is_free() -> None:
    (port,) = free_ports(1)
    assert is_free(port)
