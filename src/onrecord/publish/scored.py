"""Blocks of the scorecard: means by forecaster, and how often what was forecast came."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from onrecord.domain.brief import Block
from onrecord.domain.question import Question
from onrecord.domain.scores import ScoreRule, bands_of, forecasts_in
from onrecord.publish.collect import Collection
from onrecord.publish.people import People

_RULES: tuple[str, ...] = get_args(ScoreRule)


def mean_blocks(people: People, *, collection: Collection) -> tuple[Block, ...]:
    """Return a row for each forecaster and rule, in order of name, and how they are to be read."""
    names = _names(people)
    found: dict[tuple[str, str, str], list[str]] = {}
    for one in people.losses:
        found.setdefault((one.by, one.rule, one.baseline), []).append(names[one.question])
    ordered = sorted(found, key=lambda named: (named[0], _RULES.index(named[1]), named[2]))
    rows = tuple(
        collection.draft("forecaster", _named(found[named]), given=named) for named in ordered
    )
    return (Block(rows=rows, sentences=(collection.draft("how_scored", ()),)),) if rows else ()


def calibration_blocks(people: People, *, collection: Collection) -> tuple[Block, ...]:
    """Return a row for each ICD 203 band that holds a forecast, and what the table rests on."""
    names = _names(people)
    questions = tuple(people.questions.values())
    bands = [one for one in bands_of(questions) if one.forecasts]
    rows = tuple(
        collection.draft(
            "band",
            _named(names[one.key] for one in questions if _lies_in(one, band.band)),
            given=(band.band,),
        )
        for band in bands
    )
    every = collection.draft("calibrated", _named(names.values()))
    return (Block(rows=rows, sentences=(every,)),) if rows else ()


def _lies_in(question: Question, band: str) -> bool:
    return any(named == band for named, _ in forecasts_in([question]))


def _names(people: People) -> dict[str, str]:
    """Return the name inside the brief of each question, by its key."""
    records = ((held.record, name) for name, held in people.records.items())
    return {one.key: name for one, name in records if isinstance(one, Question)}


def _named(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, "question") for name in names]
