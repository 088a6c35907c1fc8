"""The cache of unwrapped data keys."""

from future_finance.adapters.data_key_cache import DataKeyCache


class Ticks:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_key_is_found_only_against_the_wrapped_bytes_it_came_from() -> None:
    cache = DataKeyCache()
    cache.put("asha", b"wrapped-1", b"key")
    assert cache.get("asha", b"wrapped-1") == b"key"
    assert cache.get("asha", b"wrapped-2") is None
    assert cache.get("ravi", b"wrapped-1") is None


def test_a_key_is_forgotten_after_its_lifetime() -> None:
    ticks = Ticks()
    cache = DataKeyCache(lifetime_s=300, monotonic=ticks)
    cache.put("asha", b"w", b"key")
    ticks.now = 299.9
    assert cache.get("asha", b"w") == b"key"
    ticks.now = 300
    assert cache.get("asha", b"w") is None


def test_the_key_unused_for_longest_makes_room() -> None:
    cache = DataKeyCache(max_keys=2)
    cache.put("a", b"w", b"1")
    cache.put("b", b"w", b"2")
    cache.get("a", b"w")
    cache.put("c", b"w", b"3")
    assert [cache.get(uid, b"w") for uid in "abc"] == [b"1", None, b"3"]


def test_a_user_can_be_forgotten() -> None:
    cache = DataKeyCache()
    cache.put("a", b"w1", b"1")
    cache.put("a", b"w2", b"2")
    cache.put("b", b"w", b"3")
    cache.forget("a")
    assert (cache.get("a", b"w1"), cache.get("a", b"w2"), cache.get("b", b"w")) == (None, None, b"3")
