"""Sealed values."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.adapters.envelope import Binding, new_data_key, seal, unseal
from future_finance.errors import SealBroken

KEY = new_data_key()
MINE = Binding("asha", "fi-1", "fi_session")


@given(st.binary(max_size=2000), st.text(), st.text(), st.text())
def test_what_was_sealed_opens_for_its_owner(
    plaintext: bytes, uid: str, connection: str, purpose: str
) -> None:
    binding = Binding(uid, connection, purpose)
    assert unseal(KEY, seal(KEY, plaintext, binding), binding) == plaintext


@pytest.mark.parametrize(
    "change", [{"uid": "ravi"}, {"connection_id": "fi-2"}, {"purpose": "google_refresh"}]
)
def test_it_opens_for_nobody_else(change: dict[str, str]) -> None:
    sealed = seal(KEY, b"session", MINE)
    with pytest.raises(SealBroken):
        unseal(KEY, sealed, replace(MINE, **change))


def test_parts_of_a_binding_do_not_run_into_each_other() -> None:
    sealed = seal(KEY, b"session", Binding("a", "bc", "p"))
    with pytest.raises(SealBroken):
        unseal(KEY, sealed, Binding("ab", "c", "p"))


@given(st.data())
def test_a_changed_bit_anywhere_breaks_the_seal(data: st.DataObject) -> None:
    sealed = bytearray(seal(KEY, b"session", MINE))
    position = data.draw(st.integers(0, len(sealed) - 1))
    sealed[position] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(SealBroken):
        unseal(KEY, bytes(sealed), MINE)


@pytest.mark.parametrize("length", [0, 1, 13, 20])
def test_a_cut_off_value_breaks_the_seal(length: int) -> None:
    with pytest.raises(SealBroken):
        unseal(KEY, seal(KEY, b"session", MINE)[:length], MINE)


def test_another_key_breaks_the_seal() -> None:
    with pytest.raises(SealBroken):
        unseal(new_data_key(), seal(KEY, b"session", MINE), MINE)


def test_the_same_value_is_sealed_differently_each_time() -> None:
    assert seal(KEY, b"session", MINE) != seal(KEY, b"session", MINE)
