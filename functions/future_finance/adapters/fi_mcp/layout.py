"""The layout of positional rows, checked against the description that Fi sends with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from future_finance.adapters.fi_mcp.node import Node
from future_finance.adapters.fi_mcp.refusal import Reason, Refused

_COLUMNS = re.compile(r"schema:\s*\[([^\[\]]*)\]", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)")
_CODE = re.compile(r"(\d+) for ([A-Z_]+)")
_DESCRIPTION_LIMIT = 4000


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns in order, and what the type codes in the rows stand for."""

    columns: tuple[str, ...]
    codes: Mapping[int, str]  # as Fi names them

    def check(self, root: Node) -> None:
        """Raises Refused(LAYOUT_CHANGED) unless the answer describes exactly this layout.

        New codes may come; a known one may not change its meaning.
        """
        described = _COLUMNS.search(root.text("schemaDescription", _DESCRIPTION_LIMIT))
        if not described:
            raise Refused(Reason.LAYOUT_CHANGED)
        columns = tuple(name.strip() for name in _REMARK.sub("", described[1]).split(","))
        codes = {int(code): name for code, name in _CODE.findall(described[1])}
        if columns != self.columns or any(codes.get(code) != name for code, name in self.codes.items()):
            raise Refused(Reason.LAYOUT_CHANGED)
