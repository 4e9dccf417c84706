"""Names as they are compared: folded, in one language, shortened where a text says so."""

from __future__ import annotations

import pytest

from onrecord.reconcile.aliases import (
    folded,
    introduced,
    is_short_for,
    organisation_key,
    sound_of,
)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Cartel de los Remos", "the Cartel de los Remos"),
        ("Ejército de Liberación Nacional", "National Liberation Army"),
        ("Frente Popular", "Popular Front"),
        ("Harbour Workers' Unions", "the Harbour Workers’ Union"),
        ("Consejo de la Guardia Nacional", "Council of the National Guard"),
    ],
)
def test_one_organisation_has_one_key_in_two_languages(name: str, other: str) -> None:
    assert organisation_key(name) == organisation_key(other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Port Orlan Workers' Union", "Lisk Workers' Union"),
        ("National Liberation Army", "National Liberation Front"),
        ("Red Cross", "Red Crescent"),
    ],
)
def test_organisations_of_other_words_have_other_keys(name: str, other: str) -> None:
    assert organisation_key(name) != organisation_key(other)


def test_short_forms_and_other_names_count_where_the_text_gives_them() -> None:
    text = (
        "The Velmaran Federation of Wharfmen (VFW) struck on Monday. NRG (the Northern Relief Group) "
        "sent boats. The Tern Brigade, also known as the Night Crew, denied it. The Orlan Relief "
        "Committee, or ORC, did not."
    )
    assert [(folded(one.long), folded(one.short)) for one in introduced(text)] == [
        ("velmaran federation of wharfmen", "vfw"),
        ("northern relief group", "nrg"),
        ("tern brigade", "night crew"),
        ("orlan relief committee", "orc"),
    ]
    assert text[introduced(text)[0].extent.start :].startswith("The Velmaran")


def test_letters_in_brackets_that_open_other_words_are_no_short_form() -> None:
    assert introduced("The Velmaran Federation of Wharfmen (ABC) struck.") == ()
    assert not is_short_for("VFX", "Velmaran Federation of Wharfmen")


def test_spellings_of_one_sound_sound_alike_and_others_do_not() -> None:
    assert sound_of("Araqchi") == sound_of("Araghchi")
    assert sound_of("Haftar") == sound_of("Hifter")
    assert sound_of("Korb") != sound_of("Petrel")
