"""scripts/statistics: which months it takes."""

from __future__ import annotations

import pytest

from scripts.statistics import main


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "last", "2026-10-01", "٢٠٢٦-10"])
def test_what_is_no_month_is_refused(month: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([month])
    assert ended.value.code == 2
    assert "a month is written yyyy-mm" in capsys.readouterr().err


def test_of_a_month_that_goes_on_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["2099-12"])
    assert "not over yet" in capsys.readouterr().err
