"""Tables as csv files and as sheets of a workbook, row by row: what is not in memory waits in a temporary file."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from typing import IO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from future_finance.domain.export.document import StoredDocument
from future_finance.domain.export.table import Cell, Table, rows_of
from future_finance.domain.export.tables import TABLES

_IN_MEMORY = 256 * 1024  # of a table, before it goes to a file
_LONGEST_TEXT = 32_767  # characters of a cell of a workbook
_MOST_DIGITS = 15  # of a number that a workbook holds exactly
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
WORKBOOK = "Future-Finance.xlsx"


class CsvTables:
    """One file a table."""

    def __init__(self) -> None:
        self._open: list[_CsvFile] = []

    def begin(self, collection: str) -> None:
        self._open += [_CsvFile(table) for table in TABLES if table.collection == collection]

    def add(self, document: StoredDocument) -> None:
        for file in self._open:
            if file.table.collection == document.collection:
                for row in _rows(file.table, document):
                    file.write(row)

    def files(self) -> Iterator[tuple[str, int, IO[bytes]]]:
        for file in self._open:
            yield f"tables/{file.table.name}.csv", file.rows, file.content()

    def close(self) -> None:
        for file in self._open:
            file.close()


class _CsvFile:
    """UTF-8 with a mark at the beginning, by which spreadsheets know it."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.rows = 0
        self._bytes = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        self._text = io.TextIOWrapper(self._bytes, "utf-8-sig", newline="", write_through=True)
        self._writer = csv.writer(self._text, lineterminator="\r\n")
        self._writer.writerow(table.header)

    def write(self, row: tuple[Cell, ...]) -> None:
        self.rows += 1
        self._writer.writerow([_inert(cell) for cell in row])

    def content(self) -> IO[bytes]:
        self._text.flush()
        self._bytes.seek(0)
        return self._bytes

    def close(self) -> None:
        self._text.close()


class XlsxTables:
    """A workbook with a sheet a table. Texts are written as texts: nothing is a formula or a link."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
        self._book = xlsxwriter.Workbook(self._file, {"constant_memory": True})
        self._bold = self._book.add_format({"bold": True})
        self._money = self._book.add_format({"num_format": "#,##0.00"})
        self._sheets: list[tuple[Table, Worksheet]] = []
        self._rows: dict[str, int] = {}
        self._closed = False

    def begin(self, collection: str) -> None:
        for table in TABLES:
            if table.collection == collection:
                sheet = self._book.add_worksheet(table.name)
                sheet.freeze_panes(1, 0)
                for column, name in enumerate(table.header):
                    sheet.write_string(0, column, name, self._bold)
                self._sheets.append((table, sheet))
                self._rows[table.name] = 0

    def add(self, document: StoredDocument) -> None:
        for table, sheet in self._sheets:
            if table.collection == document.collection:
                for row in _rows(table, document):
                    self._rows[table.name] += 1
                    self._write(sheet, self._rows[table.name], row)

    def files(self) -> Iterator[tuple[str, int, IO[bytes]]]:
        self._close_book()
        self._file.seek(0)
        yield WORKBOOK, sum(self._rows.values()), self._file

    def close(self) -> None:
        self._close_book()
        self._file.close()

    def _write(self, sheet: Worksheet, at: int, row: tuple[Cell, ...]) -> None:
        for column, cell in enumerate(row):
            if cell is None:
                continue
            if isinstance(cell, Decimal) and len(cell.as_tuple().digits) <= _MOST_DIGITS:
                sheet.write_number(at, column, cell, self._money if _has_paise(cell) else None)
            elif isinstance(cell, int) and abs(cell) < 10**_MOST_DIGITS:
                sheet.write_number(at, column, cell)
            else:
                sheet.write_string(at, column, str(cell)[:_LONGEST_TEXT])

    def _close_book(self) -> None:
        if not self._closed:
            self._closed = True
            if not self._sheets:
                self._book.add_worksheet()  # a workbook without a sheet cannot be closed
            self._book.close()


def _rows(table: Table, document: StoredDocument) -> Iterator[tuple[Cell, ...]]:
    fields = document.fields
    if document.parent_id is not None:
        fields = {"conversationId": document.parent_id, **fields}
    return rows_of(table, document.id, fields)


def _inert(cell: Cell) -> Cell:
    """A text that a spreadsheet would run is made one that it shows.

    https://owasp.org/www-community/attacks/CSV_Injection
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell


def _has_paise(cell: Decimal) -> bool:
    exponent = cell.as_tuple().exponent
    return isinstance(exponent, int) and exponent == -2
