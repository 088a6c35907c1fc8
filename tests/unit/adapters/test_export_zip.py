"""The zip of an export: what is in it, and that it can be sent as it is written."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from future_finance.adapters.export_zip import ZipPackage
from future_finance.domain.export.collections import ExportFormat, ExportType, collections_of
from future_finance.domain.export.document import StoredDocument
from future_finance.domain.export.typed_json import from_json

AT = datetime(2026, 11, 24, 4, 0, 1, tzinfo=UTC)
FORMULA = '=HYPERLINK("http://evil")'
ROWS = [
    {"id": "r1", "on": "2026-11-01", "bank": "HDFC", "amountMinor": 10**15 + 1, "narration": FORMULA},
    {"id": "r2", "on": "2026-11-02", "bank": "HDFC", "amountMinor": -5, "narration": 'चाय, "50"\nline'},
]
SAID = [{"id": "00001-0", "text": "@home"}, {"id": "00001-1", "text": "Fine"}]
DOCUMENTS = [
    StoredDocument("ledger", "c1_2026-11", {"connectionId": "c1", "rows": ROWS}),
    StoredDocument("turns", "00001", {"messages": SAID, "at": AT}, "conv1"),
    StoredDocument("turns", "00002", {"messages": SAID[:1], "at": AT}, "conv1"),
]


def packed(wanted: ExportFormat, kind: ExportType = ExportType.FULL_EXPORT) -> zipfile.ZipFile:
    """Taken piece by piece, as a bucket would be sent it."""
    package = ZipPackage("e1", kind, wanted, AT)

    def pieces() -> Iterator[bytes]:
        for collection in collections_of(kind):
            package.begin(collection)
            for document in DOCUMENTS:
                if document.collection == collection:
                    package.add(document)
                    yield package.take()
            package.end()
        yield from package.finish()

    content = b"".join(pieces())
    package.close()
    found = zipfile.ZipFile(io.BytesIO(content))
    assert found.testzip() is None
    return found


def manifest_of(found: zipfile.ZipFile) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(found.read("manifest.json"))
    return manifest


@pytest.mark.parametrize("wanted", ExportFormat)
@pytest.mark.parametrize("kind", ExportType)
def test_the_manifest_names_every_file_with_its_sum(wanted: ExportFormat, kind: ExportType) -> None:
    found = packed(wanted, kind)
    manifest = manifest_of(found)
    assert {entry["path"] for entry in manifest["files"]} | {"manifest.json"} == set(found.namelist())
    for entry in manifest["files"]:
        content = found.read(entry["path"])
        assert (entry["bytes"], entry["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert list(manifest["counts"]) == list(collections_of(kind))
    assert (manifest["schemaVersion"], manifest["exportType"], manifest["format"]) == (1, kind, wanted)
    assert manifest["madeAt"] == "2026-11-24T04:00:01+00:00"


@pytest.mark.parametrize("wanted", ExportFormat)
def test_the_readme_says_in_two_languages_what_is_not_in_it(wanted: ExportFormat) -> None:
    text = packed(wanted).read("README.txt").decode()
    assert "sealed sign-ins to Fi and Google. They are never given out" in text
    assert "सीलबंद साइन-इन" in text
    assert "{" not in text.replace('{"$time"', "")


def test_json_has_each_document_on_a_line_as_it_is_stored() -> None:
    found = packed(ExportFormat.JSON)
    text = found.read("data/turns.json").decode()
    assert len(text.splitlines()) == 4
    assert from_json(text) == [
        {"id": "00001", "conversationId": "conv1", "fields": {"messages": SAID, "at": AT}},
        {"id": "00002", "conversationId": "conv1", "fields": {"messages": SAID[:1], "at": AT}},
    ]
    assert from_json(found.read("data/trades.json")) == []
    counts = manifest_of(found)["counts"]
    assert (counts["turns"], counts["ledger"], counts["trades"]) == (2, 1, 0)


def test_csv_keeps_amounts_exact_and_starts_no_formula() -> None:
    found = packed(ExportFormat.CSV)
    rows = list(csv.DictReader(io.StringIO(found.read("tables/transactions.csv").decode("utf-8-sig"))))
    assert [row["amount"] for row in rows] == ["10000000000000.01", "-0.05"]
    assert [row["narration"] for row in rows] == [f"'{FORMULA}", 'चाय, "50"\nline']
    messages = list(csv.DictReader(io.StringIO(found.read("tables/messages.csv").decode("utf-8-sig"))))
    assert [(row["conversationId"], row["id"], row["text"]) for row in messages[:2]] == [
        ("conv1", "00001-0", "'@home"),
        ("conv1", "00001-1", "Fine"),
    ]
    assert messages[0]["at"] == "2026-11-24T04:00:01+00:00"
    entry = next(e for e in manifest_of(found)["files"] if e["path"] == "tables/transactions.csv")
    assert entry["records"] == 2


def test_a_workbook_has_a_sheet_a_table_and_texts_as_texts() -> None:
    found = packed(ExportFormat.XLSX)
    with zipfile.ZipFile(io.BytesIO(found.read("Future-Finance.xlsx"))) as book:
        names = [
            sheet.attrib["name"]
            for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter()
            if sheet.tag.endswith("}sheet")
        ]
        sheet = book.read(f"xl/worksheets/sheet{names.index('transactions') + 1}.xml").decode()
    assert "<f>" not in sheet
    assert "<t>=HYPERLINK" in sheet
    assert "<v>-0.05</v>" in sheet
    assert "<t>10000000000000.01</t>" in sheet  # more digits than a number of a workbook holds


@pytest.mark.parametrize("wanted", ExportFormat)
def test_a_package_that_is_given_up_leaves_nothing_open(wanted: ExportFormat) -> None:
    package = ZipPackage("e1", ExportType.FULL_EXPORT, wanted, AT)
    package.begin("ledger")
    package.add(DOCUMENTS[0])
    package.close()
    package.close()
