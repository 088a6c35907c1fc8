"""Values of command-line options, for argparse: each raises ArgumentTypeError for what cannot be used."""

from __future__ import annotations

from argparse import ArgumentTypeError

from future_finance.addresses import Addresses
from future_finance.errors import ConfigError


def port(text: str) -> int:
    """A TCP port that a program can be told to use."""
    number = count(text)
    if number > 65_535:
        raise ArgumentTypeError("a port is a number from 1 to 65535")
    return number


def count(text: str) -> int:
    """A whole number above 0."""
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise ArgumentTypeError("a whole number above 0 is wanted")
    return int(text)


def server(text: str) -> str:
    """The http or https address of a server."""
    try:
        return Addresses(public=False).url("it", text)
    except ConfigError as error:
        raise ArgumentTypeError(str(error)) from None
