from __future__ import annotations

from fractions import Fraction

import pytest

from onrecord.domain.numeral_tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("two hundred and a half", ["unit", "hundred", "article", "half"]),
        ("a boat, an hour", []),
        ("TWENTY-ONE Million", ["tens", "unit", "scale"]),
        ("$3bn and 4", ["digits", "digits"]),
        ("B-52s over 10.4.2", []),
        ("weighty tense onetime scoresheet", []),
    ],
)
def test_words_of_numerals_are_found_and_others_are_not(text: str, roles: list[str]) -> None:
    assert [token.role for token in tokens_of(text)] == roles


def test_a_token_stands_where_it_says() -> None:
    text = "About €1.5bn, or a fifth, in 2031"
    assert [text[token.start : token.end] for token in tokens_of(text)] == [
        "1.5bn", "a", "fifth", "2031",
    ]  # fmt: skip


def test_a_suffix_multiplies() -> None:
    (token,) = tokens_of("€1.5bn")
    assert token.value == Fraction(1_500_000_000)
    assert token.suffixed
