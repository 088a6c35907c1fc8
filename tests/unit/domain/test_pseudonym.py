"""Names that never reach a model, and come back by code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from future_finance.domain.pseudonym import UNKNOWN, Pseudonyms

NAMES = ("Ramesh Traders", "Ramesh", "SUNITA DEVI", "Blue Lotus Pvt Ltd", "रमेश")


def test_a_name_is_hidden_in_any_case_and_comes_back_as_it_was_given() -> None:
    pseudonyms = Pseudonyms("u-1", NAMES)
    hidden = pseudonyms.hide("Rent to sunita devi and RAMESH TRADERS, salary of Blue Lotus Pvt Ltd; रमेश")
    assert not any(name.casefold() in hidden.casefold() for name in NAMES)
    assert pseudonyms.reveal(hidden) == (
        "Rent to SUNITA DEVI and Ramesh Traders, salary of Blue Lotus Pvt Ltd; रमेश"
    )


def test_the_longer_of_two_names_is_hidden_whole() -> None:
    pseudonyms = Pseudonyms("u-1", NAMES)
    assert pseudonyms.hide("Ramesh Traders") == pseudonyms.of("Ramesh Traders")
    assert pseudonyms.of("Ramesh Traders") != pseudonyms.of("Ramesh")


def test_a_name_inside_a_word_is_left() -> None:
    assert Pseudonyms("u-1", ["Ram Das"]).hide("program dashed, Ramdas") == "program dashed, Ramdas"


def test_pseudonyms_are_stable_for_a_person_and_others_for_another() -> None:
    mine = Pseudonyms("u-1", NAMES)
    assert mine.of("Ramesh") == Pseudonyms("u-1", reversed(NAMES)).of("ramesh")
    assert mine.of("Ramesh") != Pseudonyms("u-2", NAMES).of("Ramesh")


def test_one_that_was_never_given_out_names_nobody() -> None:
    assert Pseudonyms("u-1", []).reveal("paid Person QQQ today") == f"paid {UNKNOWN} today"


@pytest.mark.parametrize("written", ["{}", "{} को", "{}को", "**{}**", "{}'s", "({})", "{}."])
def test_it_comes_back_however_a_model_writes_it(written: str) -> None:
    pseudonyms = Pseudonyms("u-1", NAMES)
    code = pseudonyms.of("SUNITA DEVI").removeprefix("Person ")
    for said in (
        f"Person {code}",
        f"person {code}",
        f"PERSON {code}",
        f"Person-{code}",
        f"person {code.lower()}",
    ):
        assert pseudonyms.reveal(written.format(said)) == written.format("SUNITA DEVI")


def test_a_word_after_person_is_left() -> None:
    pseudonyms = Pseudonyms("u-1", NAMES)
    for text in ("one person bought it", "a person with PPF", "in person", "person pht"):
        assert pseudonyms.reveal(text) == text


def test_nothing_of_a_pseudonym_is_a_figure() -> None:
    assert not any(letter.isdigit() for letter in Pseudonyms("u-1", NAMES).of("Ramesh"))


@pytest.mark.parametrize("name", ["", " ", "Al"])
def test_what_is_too_short_to_be_told_from_words_is_left(name: str) -> None:
    assert Pseudonyms("u-1", [name]).hide("Al will pay") == "Al will pay"


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=3, max_size=12), max_size=200))
def test_no_two_names_share_a_pseudonym(names: list[str]) -> None:
    pseudonyms = Pseudonyms("u", names)
    assert len({pseudonyms.of(name) for name in names}) == len({name.casefold() for name in names})
    hidden = pseudonyms.hide(" and ".join(names))
    assert pseudonyms.reveal(hidden).casefold() == " and ".join(names).casefold()


def test_a_part_of_a_persons_name_is_hidden_in_what_is_said_as_the_person() -> None:
    pseudonyms = Pseudonyms("u-1", ["RAMESH KUMAR", "Blue Lotus Pvt Ltd"])
    hidden = pseudonyms.hide_said("How much did I send to ramesh, not to the blue lotus?")
    assert hidden == f"How much did I send to {pseudonyms.of('Ramesh Kumar')}, not to the blue lotus?"
    assert pseudonyms.reveal(hidden).count("RAMESH KUMAR") == 1
    assert pseudonyms.hide("ramesh") == "ramesh"


def test_a_part_that_several_people_share_stands_for_any_of_them() -> None:
    pseudonyms = Pseudonyms("u-1", ["RAMESH KUMAR", "Ramesh Iyer"])
    hidden = pseudonyms.hide_said("How much to Ramesh, Ramesh Iyer and Iyer?")
    assert "ramesh" not in hidden.casefold()
    assert hidden.count(pseudonyms.of("Ramesh Iyer")) == 2
    assert pseudonyms.reveal(hidden) == "How much to Ramesh, Ramesh Iyer and Ramesh Iyer?"


def test_a_part_in_devanagari_is_hidden_where_the_word_ends() -> None:
    pseudonyms = Pseudonyms("u-1", ["रमेश कुमार"])
    assert pseudonyms.hide_said("रमेश को कितना दिया?").startswith(pseudonyms.of("रमेश कुमार"))
    assert pseudonyms.hide_said("रमेशी को?") == "रमेशी को?"


def test_names_that_are_learnt_later_are_hidden_and_the_first_keep_their_pseudonyms() -> None:
    pseudonyms = Pseudonyms("u-1", ["Ramesh Kumar"])
    before = pseudonyms.of("Ramesh Kumar")
    pseudonyms.know(["SUNITA DEVI", "Ramesh Kumar"])
    assert pseudonyms.hide("Sunita Devi and Ramesh Kumar") == f"{pseudonyms.of('Sunita Devi')} and {before}"
