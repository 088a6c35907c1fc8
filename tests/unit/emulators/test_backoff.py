"""Back-off between attempts."""

from hypothesis import given
from hypothesis import strategies as st

from emulators.backoff import interval_s


def test_the_intervals_are_those_of_the_documented_example() -> None:
    found = [interval_s(retry, min_s=10, max_s=300, doublings=3) for retry in range(8)]
    assert found == [10, 20, 40, 80, 160, 240, 300, 300]


@given(
    retry=st.integers(0, 10_000),
    min_s=st.floats(0.1, 100),
    max_s=st.floats(100, 3600),
    doublings=st.integers(0, 16),
)
def test_an_interval_never_shrinks_and_stays_between_its_bounds(
    retry: int, min_s: float, max_s: float, doublings: int
) -> None:
    first = interval_s(retry, min_s=min_s, max_s=max_s, doublings=doublings)
    second = interval_s(retry + 1, min_s=min_s, max_s=max_s, doublings=doublings)
    assert min_s <= first <= second <= max_s
