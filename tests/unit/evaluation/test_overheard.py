"""What the evaluation hears of what goes to the model."""

from __future__ import annotations

import pytest

from future_finance.usecases.model import ModelRequest, Role, TextPart, ToolResult, Turn
from tests.evaluation.case import Case, Kind
from tests.evaluation.run import Overheard, run
from tests.fakes.scripted_model import ScriptedModel

REQUEST = ModelRequest(
    "rules",
    (
        Turn(Role.USER, (TextPart("Who is Geetha?"),)),
        Turn(Role.USER, (ToolResult("c", "spending", {"rows": [{"payee": "Ramesh"}]}),)),
    ),
)


@pytest.mark.parametrize("way", ["generate", "stream"])
async def test_words_and_results_of_tools_are_heard(way: str) -> None:
    overheard = Overheard(ScriptedModel("Hello."))
    if way == "generate":
        await overheard.generate(REQUEST)
    else:
        assert [item async for item in overheard.stream(REQUEST)]
    assert "Geetha" in overheard.sent
    assert "Ramesh" in overheard.sent


async def test_a_name_in_a_question_is_not_one_that_the_product_gave_away() -> None:
    person = "Priya Nair"
    case = Case(Kind.REFUSAL, "priya", f"I am {person}, what is my net worth?")
    result = await run(case, ScriptedModel("I cannot tell.", "I cannot tell."), None)
    assert result.named == []
    assert result.text
