"""What is assessed, in a brief: each sentence follows from cited words, and nothing altered verifies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.adapters.files import FileArchive
from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.cli.main import run
from onrecord.domain.brief import Block, Brief, Section, Sentence, Topic
from onrecord.domain.escalation import LEVELS
from onrecord.pipeline.briefing import brief_of
from onrecord.publish.check import check
from onrecord.publish.render import render_html, render_markdown
from onrecord.publish.verify import verify
from onrecord.wiring import ARCHIVE_FOLDER, gazetteer

#: Two analyses of one invented campaign, five weeks apart.
APRIL = (
    "The defence minister of Velmara, Ruan Tessel, said on April 10 that Velmaran forces will soon begin land "
    "operations against smugglers in Ilvane.\n\n"
    "Velmara's navy has killed at least 40 people in 12 strikes on smugglers' boats at sea since February.\n\n"
    "Neither the terrorist listing nor the attorney general's opinion authorises strikes on land. Tessel has said "
    "that he can strike smugglers abroad without new approval by the Assembly.\n\n"
    "More than a dozen Velmaran warships and about 9,000 Velmaran troops are now positioned in the strait.\n"
)
MAY = (
    "President Ana Duarte of Velmara confirmed on Monday that Velmara had carried out a strike against a "
    "smugglers' warehouse on Ilvanian soil.\n\n"
    "The government could have ordered an invasion of Ilvane, or an amphibious landing. It has not done so.\n\n"
    "An invasion still appears unlikely.\n"
)


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    folder = tmp_path_factory.mktemp("campaign")
    for name, text, day in (("april", APRIL, "2031-04-10"), ("may", MAY, "2031-05-13")):
        page = folder / f"{name}.txt"
        page.write_text(text, encoding="utf-8")
        bears = ["--date", day, "--publisher", f"The {name} review"]
        assert run(["add", str(page), *bears, "--store", str(folder / "s")]) == 0
    return _compiled(folder / "s")


def _compiled(store: Path) -> Brief:
    with SqliteRecordStore.open(store, read_only=True) as opened:
        return brief_of(
            opened,
            FileArchive(store / ARCHIVE_FOLDER),
            gazetteer(),
            title="Campaign",
            generator="onrecord 0.1.0",
        )


def _section(brief: Brief, name: str) -> Section:
    return next(one for one in brief.sections if one.id == name)


def _sentences(brief: Brief, form: str) -> list[Sentence]:
    return [one for one in brief.all_sentences() if one.form == form]


def test_the_brief_holds(brief: Brief) -> None:
    assert check(brief) == ()
    assert verify(render_html(brief)).ok
    assert verify(render_markdown(brief)).ok


def test_a_strike_on_land_is_said_not_to_be_covered_with_both_instruments(brief: Brief) -> None:
    land = [one for one in _sentences(brief, "gap") if one.given[2] == "land"]
    assert {one.given[0] for one in land} == {"explicitly_not_covered"}
    under = [
        line.text
        for block in _section(brief, "authority").blocks
        for topic in block.topics
        if topic.sentence in land
        for line in topic.under
    ]
    assert any("Terrorist listing is said not to cover it" in text for text in under)
    assert any("egal opinion of the executive is said not to cover it" in text for text in under)


def test_a_power_that_is_asserted_is_claimed_to_be_covered(brief: Brief) -> None:
    claimed = [one for one in _sentences(brief, "gap") if one.given[0] == "claimed_covered"]
    assert any("abroad" in one.text for one in claimed)


def test_forces_bear_their_bounds_and_their_age(brief: Brief) -> None:
    rows = [one.text for one in _sentences(brief, "element")]
    assert any("more than 12" in text and "stale (33 days old)" in text for text in rows)
    assert any("about 9,000" in text for text in rows)


def test_the_move_from_sea_to_land_is_a_step_with_both_ends_cited(brief: Brief) -> None:
    moved = [
        one
        for one in _sentences(brief, "reached")
        if one.given[:3] == ("domain", "land", "high_seas")
    ]
    assert len(moved) == 1
    assert [support.role for support in moved[0].support] == ["now", "before"]


def test_what_was_not_done_stands_among_the_thresholds(brief: Brief) -> None:
    said = {one.given for one in _sentences(brief, "threshold")}
    assert ("strike-on-land", "crossed") in said
    assert ("amphibious-landing", "not_crossed") in said
    assert not {name for name, state in said if state == "crossed"} & {
        "invasion",
        "amphibious-landing",
    }


def test_the_chart_of_steps_leads_to_its_evidence(brief: Brief) -> None:
    figures = [block.figure for block in _section(brief, "escalation").blocks if block.figure]
    assert figures
    assert {figure.kind for figure in figures} == {"vector"}
    for figure in figures:
        assert all(f'href="#{name}"' in figure.svg for name in figure.citations)


# -- nothing altered passes --------------------------------------------------------------------------

Change = Callable[[Sentence], Sentence]


def _altered(brief: Brief, form: str, change: Change) -> Iterator[Brief]:
    """Yield the brief with one sentence of a form altered, for each that the change alters."""
    targets = [one for one in _sentences(brief, form) if change(one) != one]
    assert targets
    for target in targets:
        yield replace(
            brief,
            sections=tuple(
                replace(
                    section, blocks=tuple(_with(block, target, change) for block in section.blocks)
                )
                for section in brief.sections
            ),
        )


def _with(block: Block, target: Sentence, change: Change) -> Block:
    def put(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(change(one) if one is target else one for one in sentences)

    topics = tuple(
        Topic(put((one.sentence,))[0], put(one.under), put(one.reasons)) for one in block.topics
    )
    return replace(block, topics=topics, sentences=put(block.sentences), rows=put(block.rows))


def _given(at: int, value: str) -> Change:
    def change(sentence: Sentence) -> Sentence:
        given = list(sentence.given)
        given[at] = value
        return replace(sentence, given=tuple(given))

    return change


@pytest.mark.parametrize(
    ("form", "at", "value"),
    [
        ("gap", 0, "no_cited_basis"),
        ("gap", 1, "board"),
        ("gap", 2, "cyber"),
        ("gap", 0, "lawful"),
        ("element", 0, "an aircraft carrier"),
        ("element", 1, "2031-04-11"),
        ("element", 2, "off Port Orlan"),
        ("reached", 1, "state_leadership"),
        ("reached", 1, "formally_declared"),
        ("threshold", 0, "declaration-of-war"),
        ("threshold", 1, "supposed"),
        ("fading", 0, "someday"),
    ],
)
def test_what_is_given_to_a_form_must_follow_from_its_words(
    brief: Brief, form: str, at: int, value: str
) -> None:
    for altered in _altered(brief, form, _given(at, value)):
        assert check(altered), (form, at, value)


def test_support_taken_away_breaks_a_verdict(brief: Brief) -> None:
    for altered in _altered(brief, "gap", lambda one: replace(one, support=one.support[:1])):
        assert check(altered)


def test_a_point_moved_in_the_chart_of_steps_is_refused(brief: Brief) -> None:
    section = _section(brief, "escalation")
    at = next(at for at, block in enumerate(section.blocks) if block.figure)
    figure = section.blocks[at].figure
    assert figure is not None
    moved = replace(figure, svg=figure.svg.replace("translate(", "translate(9", 1))
    blocks = (
        *section.blocks[:at],
        replace(section.blocks[at], figure=moved),
        *section.blocks[at + 1 :],
    )
    altered = replace(
        brief,
        sections=tuple(
            replace(one, blocks=blocks) if one is section else one for one in brief.sections
        ),
    )
    assert check(altered)


def test_every_level_has_words() -> None:
    from onrecord.publish.assessed_words import DIMENSION_WORDS, LEVEL_WORDS  # noqa: PLC0415

    assert set(DIMENSION_WORDS) >= set(LEVELS)
    assert {level for levels in LEVELS.values() for level in levels} <= set(LEVEL_WORDS)
