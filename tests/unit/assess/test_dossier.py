"""A file that an analyst writes by hand, and every fault in one."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.assess.dossier import LONGEST_FILE, LONGEST_NOTES, Dossier, read_dossier
from onrecord.domain.hypothesis import Evidence, QualityFlag, Sighting
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

WHOLE = """\
question = "Why does the navy of Velmara strike boats?"

[[hypothesis]]
name = "smuggling"
kind = "explanation"
text = "The aim is to stop weapons."
assumptions = ["The boats carried weapons."]
would_change = ["Strikes go on after the landing places are closed."]

[[hypothesis]]
name = "coercion"
kind = "explanation"
text = "The aim is to press Ilvane."
competes_with = ["smuggling"]

[[evidence]]
statement = "stm-0123abcd"
words = "six strikes"
ratings = { smuggling = "I", coercion = "CC" }
note = "Nobody was searched."

[[evidence]]
statement = "89abcdef01"
ratings = { coercion = "NA" }

[[indicator]]
name = "places-closed"
observable = "The landing places are closed."
test = "Two outlets say that no boat lands."
hypothesis = "smuggling"
quality.observable = { holds = true, reason = "Harbour offices publish landings." }
quality.unique = { holds = false, reason = "Storms close them too." }

[[indicator.sighting]]
state = "not_seen"
when = 2031-03-20

[[indicator.sighting]]
state = "seen"
statement = "stm-0123abcd"
words = "closed"
when = "2031-04"
note = "On the north shore."
"""


def read(text: str) -> Dossier:
    found = read_dossier(text)
    assert isinstance(found, Dossier), [str(one) for one in found]
    return found


def faults(text: str) -> list[str]:
    found = read_dossier(text)
    assert not isinstance(found, Dossier)
    assert found
    return [str(one) for one in found]


def test_each_hypothesis_holds_its_column_of_the_evidence() -> None:
    dossier = read(WHOLE)
    smuggling, coercion = dossier.hypotheses
    note = "Nobody was searched."
    assert smuggling.evidence == (Evidence("stm-0123abcd", "I", note, "six strikes"),)
    assert coercion.evidence == (
        Evidence("stm-0123abcd", "CC", note, "six strikes"),
        Evidence("89abcdef01", "NA"),
    )
    assert {one.question for one in dossier.hypotheses} == {dossier.question}
    assert smuggling.assumptions == ("The boats carried weapons.",)
    assert smuggling.would_change == ("Strikes go on after the landing places are closed.",)
    assert coercion.competes_with == ("smuggling",)


def test_an_indicator_holds_its_states_in_order_and_the_flags_somebody_judged() -> None:
    (indicator,) = read(WHOLE).indicators
    assert indicator.hypothesis == "smuggling"
    assert indicator.history == (
        Sighting("not_seen", When("", "2031-03-20", "supplied")),
        Sighting(
            "seen", When("", "2031-04", "supplied"), "stm-0123abcd", "closed", "On the north shore."
        ),
    )
    assert indicator.quality.observable == QualityFlag(True, "Harbour offices publish landings.")
    assert indicator.quality.unique == QualityFlag(False, "Storms close them too.")
    assert isinstance(indicator.quality.stable, Unknown)


def test_a_sighting_without_a_day_has_none() -> None:
    (indicator,) = read(WHOLE.replace("when = 2031-03-20\n", "")).indicators
    assert isinstance(indicator.history[0].when, Unknown)


def test_notes_after_the_front_matter_are_kept_letter_for_letter() -> None:
    notes = "# Evening\n\n  * [ ] *read* `again` – <later>\n+++\n"
    dossier = read(f"+++\n{WHOLE}+++\n{notes}")
    assert dossier.notes == notes
    assert {one.notes for one in dossier.hypotheses} == {notes}
    plain = read(WHOLE)
    assert [replace(one, notes="") for one in dossier.hypotheses] == list(plain.hypotheses)


def test_a_mark_of_byte_order_and_line_ends_of_another_system_do_no_harm() -> None:
    assert read("\ufeff" + WHOLE.replace("\n", "\r\n")) == read(WHOLE)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[[hypothesis]]", "colour = 1\n[[hypothesis]]", "unknown key 'colour'"),
        ("question =", "#", "question is missing"),
        ('"The aim is to stop weapons."', '" "', "line 3, hypothesis 1 (smuggling): text is missing"),
        ('kind = "explanation"', 'kind = "theory"', "kind is 'theory'; write one of explanation"),
        ('name = "smuggling"', 'name = "Sea Lane"', "use lower-case letters"),
        ('name = "coercion"', 'name = "smuggling"', "is taken by line 3, hypothesis 1"),
        ('name = "places-closed"', 'name = "coercion"', "is taken by line 10, hypothesis 2"),
        ('["smuggling"]', '["coercion"]', "competes with itself"),
        ('["smuggling"]', '"smuggling"', "competes_with is a list"),
        ('["The boats carried weapons."]', "[3]", "assumptions is a text"),
        ('smuggling = "I"', 'smuggling = "--"', "the rating for 'smuggling' is '--'; write one of CC"),
        ('smuggling = "I"', 'sumggling = "I"', "'sumggling', which is no [[hypothesis]]"),
        ('{ coercion = "NA" }', "{}", "line 22, evidence 2 (89abcdef01): it rates no hypothesis"),
        ('{ coercion = "NA" }', '"NA"', "ratings is a table"),
        ('"89abcdef01"', '"0123abc"', "is no id; write stm- and 8 or more"),
        ('"89abcdef01"', '"evt-89abcdef01"', "is no id"),
        ('"89abcdef01"', '"stm-0123abcd"', "has a row already: line 16, evidence 1"),
        ('test = "Two', 'tset = "Two', "unknown key 'tset'"),
        ('hypothesis = "smuggling"', 'subject = "thing"', "write one of deed, word"),
        ('hypothesis = "smuggling"', 'question = "Will they?"', "is no key; write qkey-"),
        ("holds = true", 'holds = "yes"', "holds is true or false"),
        ('"Storms close them too."', '""', "quality.unique: reason is missing"),
        ("quality.unique", "quality.fresh", "unknown key 'fresh'"),
        ('state = "seen"', 'state = "gone"', "state is 'gone'; write one of not_seen"),
        ('state = "not_seen"', 'state = "partial"', "an indicator moves on nothing else"),
        ('when = "2031-04"', 'when = "April"', "when is 'April', no day"),
        ("when = 2031-03-20", "when = 2031-03-20T10:00:00", "no day"),
        ('[[indicator.sighting]]\nstate = "not', '[indicator.sighting]\nstate = "not', "not TOML"),
        ('[[evidence]]\nstatement = "stm', '[[evidenc]]\nstatement = "stm', "unknown key 'evidenc'"),
        ('weapons."', "weapons.", "not TOML"),
        ("to press", "to \\u202e press", "hidden control characters"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(old: str, new: str, fault: str) -> None:
    assert old in WHOLE
    found = faults(WHOLE.replace(old, new, 1))
    assert any(fault in one for one in found), found


def test_every_fault_is_named_at_once() -> None:
    text = WHOLE.replace('"I"', '"x"').replace('"CC"', '"y"').replace('"seen"', '"z"')
    assert len(faults(text)) == 3


def test_a_broken_line_of_front_matter_is_named_by_its_line_in_the_file() -> None:
    (fault,) = faults('+++\nquestion = "Why?"\nhere = \n+++\n')
    assert "line 3" in fault
    (fault,) = faults('+++\nquestion = "Why?"\n')
    assert "line 1: +++ opens" in fault


def test_where_lines_cannot_be_told_none_is_named() -> None:
    text = WHOLE.replace('"The aim is to press Ilvane."', '"""\n[[hypothesis]]\nto press"""')
    found = faults(text.replace('"explanation"', '"theory"'))
    assert [one.partition(":")[0] for one in found] == [
        "hypothesis 1 (smuggling)", "hypothesis 2 (coercion)",
    ]  # fmt: skip


def test_what_is_empty_or_too_long_is_refused() -> None:
    assert "no [[hypothesis]]" in faults("")[0]
    assert "cut it in two" in faults("#" * (LONGEST_FILE + 1))[0]
    long = WHOLE.replace("Nobody was searched.", "x" * 3_000)
    assert "more than 2,000 characters" in faults(long)[0]
    assert "shorten them" in faults(f"+++\n{WHOLE}+++\n{'x' * (LONGEST_NOTES + 1)}")[0]


def test_notes_are_kept_with_hypotheses_or_refused() -> None:
    indicator = WHOLE[WHOLE.index("[[indicator]]") :]
    assert read(indicator).hypotheses == ()
    assert "notes" in faults(f"+++\n{indicator}+++\nread again")[0]


def test_the_file_that_the_page_shows_has_no_fault() -> None:
    page = Path(__file__).parents[3] / "docs" / "hypotheses.md"
    (example,) = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert len(read(example).hypotheses) == 2


def test_assumptions_alone_need_no_question() -> None:
    text = '[[hypothesis]]\nname = "truce"\nkind = "assumption"\ntext = "The truce holds."\n'
    assert read(text).question == ""


@pytest.mark.parametrize("text", ["x = " + "[" * 50_000, "x = " + "9" * 5_000, "\x00", "+++"])
def test_what_is_no_file_of_ours_is_a_fault_and_no_crash(text: str) -> None:
    assert faults(text)


_JSON = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(deadline=None)
@given(key=st.sampled_from(sorted(tomllib.loads(WHOLE))), value=_JSON)
def test_whatever_stands_under_a_key_gives_values_or_faults(key: str, value: object) -> None:
    """Only values that TOML can write are tried."""
    text = f"{key} = {_toml(value)}"
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = read_dossier(text)
    assert isinstance(found, Dossier) or found


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        pairs = (f"{_toml(str(key))} = {_toml(item)}" for key, item in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, str):
        return '"' + "".join(one if one.isalnum() else "-" for one in value) + '"'
    return str(value)
