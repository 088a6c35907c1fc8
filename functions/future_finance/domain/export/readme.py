"""The words that go with an export, in English and Hindi."""

from __future__ import annotations

from future_finance.domain.export.collections import ExportFormat
from future_finance.domain.export.manifest import Manifest

_INTRODUCTION = """Future Finance: your data
=========================

Everything that we keep of you for the part you asked for, as it was at {made_at}.

"""
_FORMATS = {
    ExportFormat.JSON: """data/ has a file for each kind of document, one document a line, exactly as stored.
Amounts whose names end in Minor are in paise (hundredths of the unit); {{"$time": ...}} marks a moment in UTC.
A full export in this format can be imported into an empty account: scripts/import-export of the project.
""",
    ExportFormat.CSV: """tables/ has a file for each table: UTF-8, comma-separated, the first line names the columns.
A text that begins like a formula has an apostrophe before it, so that no spreadsheet runs it.
Lists stand in one cell, as JSON. What is computed of the rest (overview, facts) is in the json format alone.
""",
    ExportFormat.XLSX: """Future-Finance.xlsx has a sheet for each table; the first row names the columns.
Nothing in it is a formula. A text above 32,767 characters is cut there: that is a cell's limit.
Lists stand in one cell, as JSON. What is computed of the rest (overview, facts) is in the json format alone.
""",
}
_ENDING = """Amounts in tables are in rupees with two decimals, unless a column names another currency.
Dates are days in India; moments are in UTC. Ids are the same in every export.

Not in here: the sealed sign-ins to Fi and Google. They are never given out; a copy of them would open your accounts.
Nor is there anything of a kind of data whose consent you took back: it was deleted.

manifest.json names every file with its SHA-256, so that you can see that nothing was changed.
Keep this file safe: whoever has it can read it.


फ़्यूचर फ़ाइनेंस: आपका डेटा
=======================

आपने जो हिस्सा माँगा, उसका वह सब कुछ जो हम आपके बारे में रखते हैं, {made_at} (UTC) की स्थिति में।

"json" में हर दस्तावेज़ ठीक वैसा है जैसा रखा गया है (Minor पर ख़त्म होने वाली रक़में पैसे में हैं); "csv" और "xlsx" में तालिकाएँ हैं,
जिनमें रक़में रुपये में दो दशमलव तक हैं, जब तक कोई स्तंभ दूसरी मुद्रा न बताए। तारीख़ें भारत के दिन हैं, समय UTC में।

इसमें नहीं है: Fi और Google के सीलबंद साइन-इन। वे कभी बाहर नहीं दिए जाते। जिस तरह के डेटा की सहमति आपने वापस ली,
वह भी नहीं है: उसे मिटा दिया गया।

manifest.json में हर फ़ाइल का SHA-256 है, ताकि आप देख सकें कि कुछ बदला नहीं गया। इस फ़ाइल को सँभालकर रखें:
जिसके पास यह है, वह इसे पढ़ सकता है।
"""


def readme(manifest: Manifest) -> str:
    text = _INTRODUCTION + _FORMATS[manifest.format] + "\n" + _ENDING
    return text.format(made_at=manifest.made_at)
