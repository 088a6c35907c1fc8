"""The addresses that settings may hold: anywhere on a laptop, public https on Cloud Run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from future_finance.errors import ConfigError

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
# The last label begins with a letter: no IP address is such a name, in whatever notation.
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+(?P<top>[a-z]{{2,63}}|xn--[a-z0-9-]{{2,59}})")
_NEVER_PUBLIC = frozenset(
    {"arpa", "corp", "example", "home", "internal", "intranet", "invalid", "lan"}
    | {"local", "localdomain", "localhost", "private", "test"}
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_NEVER_IN_A_URL = re.compile(r"[\x00-\x20\\\x7f]")


@dataclass(frozen=True, slots=True)
class Addresses:
    """What is checked of each; every method raises ConfigError naming the variable `name`."""

    public: bool  # https alone, on a domain that the internet can resolve

    def origin(self, name: str, value: str) -> str:
        """`value` as a browser sends it in Origin: in lower case, without the scheme's own port."""
        parts = self._split(name, value)
        if parts.path not in {"", "/"} or parts.query or parts.fragment:
            raise ConfigError(f"{name} takes an origin such as https://app.example.in, without a path")
        host = parts.hostname or ""  # in lower case, and an IPv6 address without its brackets
        host = f"[{host}]" if ":" in host else host
        port = "" if parts.port in {None, _DEFAULT_PORTS[parts.scheme]} else f":{parts.port}"
        return f"{parts.scheme}://{host}{port}"

    def url(self, name: str, value: str) -> str:
        """`value`, with whatever path."""
        self._split(name, value)
        return value

    def url_template(self, name: str, value: str, **fields: str) -> str:
        """`value`, a URL with {name} in it, tried once with `fields`."""
        if "{name}" not in value:
            raise ConfigError(f"{name} must hold {{name}}")
        try:
            filled = value.format(name="health", **fields)
        except (LookupError, ValueError, AttributeError):
            known = ", ".join(f"{{{field}}}" for field in ("name", *fields))
            raise ConfigError(f"{name} may hold {known} and no other braces") from None
        self.url(name, filled)
        return value

    def host(self, name: str, value: str) -> str:
        """`value` in lower case: a host without scheme and port."""
        lower = value.lower()
        if self.public:
            domain = _DOMAIN.fullmatch(lower)
            if domain is None or domain["top"] in _NEVER_PUBLIC:
                raise ConfigError(f"{name} must name a public host on Cloud Run")
        return lower

    def _split(self, name: str, value: str) -> SplitResult:
        try:
            parts = urlsplit(value)
            usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        except ValueError:
            usable = False
        if not usable or "@" in parts.netloc or _NEVER_IN_A_URL.search(value):
            raise ConfigError(f"{name} takes an address such as https://app.example.in")
        if self.public and parts.scheme != "https":
            raise ConfigError(f"{name} must be an https address on Cloud Run")
        self.host(name, parts.hostname or "")
        return parts
