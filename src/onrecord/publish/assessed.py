"""Blocks of what is assessed: what is said to permit acts, forces as reported, steps and thresholds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

from onrecord.domain.brief import Block, Sentence, Topic
from onrecord.domain.escalation import EscalationStep, Threshold, ThresholdState
from onrecord.domain.gap import Gap
from onrecord.domain.posture import PostureElement
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.publish.authority_forms import (
    ActWords,
    Classes,
    act_of,
    bearings_in,
    no_classes,
    no_gap,
)
from onrecord.publish.collect import Collection
from onrecord.publish.escalation_forms import actors_of, no_mention, no_value
from onrecord.publish.parts import PRONOUNS

#: Longer lists are cut, and say so.
MAX_GAPS, MAX_COVERAGES, MAX_ELEMENTS = 12, 8, 30
MAX_THRESHOLDS, MAX_MENTIONS, MAX_STEPS = 20, 4, 30
#: What has no day comes last.
_UNDATED = 10**6
#: What a reader must not miss comes first.
_STATES = get_args(ThresholdState)
_ORDER = ("explicitly_not_covered", "contested", "claimed_covered", "no_cited_basis", "unknown")


def authority_blocks(gaps: Sequence[Gap], *, collection: Collection) -> tuple[Block, ...]:
    """Return what the cited words come to for each act, with the words.

    An act whose classes or verdict do not follow from what can be cited is left out and counted. Acts for
    which nobody is cited and nothing stands beside them say nothing, and are left to the command.
    """
    told = [one for one in gaps if one.bearings and one.verdict != "unknown"]
    ordered = sorted(told, key=lambda one: (_ORDER.index(one.verdict), one.act.id))
    topics: dict[str, Topic] = {}
    left: list[str] = []
    for one in ordered:
        first = one.act.statements[0]
        # Of states that act together the same words tell; which one a verdict is of, a reader cannot see.
        room = len(topics) < MAX_GAPS and first not in topics
        topic = _gap_topic(one, collection) if room else None
        if topic is None:
            left.append(first)
        else:
            topics[first] = topic
    cut = _left_out([name for name in left if name not in topics], collection)
    return (Block(topics=tuple(topics.values()), sentences=cut),) if topics else ()


def posture_blocks(
    elements: Sequence[PostureElement], *, today: date | None, collection: Collection
) -> tuple[Block, ...]:
    """Return forces as reported, the newest reports first, each with how far it has aged."""
    if today is None or not elements:
        return ()
    shown = [one for one in elements if _is_told(one, collection)]
    ordered = sorted(shown, key=lambda one: (_age(one, today), one.owner, one.id))
    rows = [_element_row(one, today, collection) for one in ordered[:MAX_ELEMENTS]]
    left = [one.latest.statement for one in ordered[MAX_ELEMENTS:]]
    if not rows:
        return ()
    newest = [(one.support[0].id, "newest") for one in rows]
    rule = collection.draft("fading", newest, given=(today.isoformat(),))
    return (Block(sentences=(rule, *_left_out(left, collection)), rows=tuple(rows)),)


def escalation_blocks(
    steps: Sequence[EscalationStep], thresholds: Sequence[Threshold], *, collection: Collection
) -> tuple[Block, ...]:
    """Return the thresholds that are and are not crossed, then the steps of each party by dimension.

    A step or a mention that its own words do not bear out again is left to the command. Rates are told
    with the counts they come from, and what covers an act in its own section.
    """
    topics = [topic for one in thresholds if (topic := _threshold_topic(one, collection))]
    ordered = sorted(topics, key=lambda one: _STATES.index(one.sentence.given[1]))
    blocks = [Block(topics=tuple(ordered[:MAX_THRESHOLDS]))] if ordered else []
    for party in dict.fromkeys(one.party for one in steps):
        own = [one for one in steps if one.party == party]
        rows = [row for one in own if (row := _step_row(one, collection))]
        if rows:
            blocks.append(_vector(own, rows[:MAX_STEPS], collection))
    return tuple(blocks)


def _threshold_topic(one: Threshold, collection: Collection) -> Topic | None:
    """Return a threshold as the first words that say where it stands, with what else is said below."""
    told = [
        (statement, mention.state)
        for mention in one.mentions
        if (statement := collection.statements.get(mention.statement)) is not None
        and not no_mention(statement, one.name, mention.state)
    ]
    standing = [each for each in told if each[1] == one.state]
    if not standing:
        return None
    first = standing[0]
    once = {(each[0].content.exact, each[1]): each for each in reversed(told)}
    rest = [each for key, each in once.items() if key != (first[0].content.exact, first[1])]
    rest.reverse()
    return Topic(
        _mention(one.name, first, collection),
        under=tuple(_mention(one.name, each, collection) for each in rest[:MAX_MENTIONS]),
    )


def _mention(name: str, told: tuple[Statement, str], collection: Collection) -> Sentence:
    statement, state = told
    return collection.draft(
        "threshold", [(collection.cite(statement), "words")], given=(name, state)
    )


def _step_row(one: EscalationStep, collection: Collection) -> Sentence | None:
    statement = collection.statements.get(one.statement)
    value = one.to_value
    if statement is None or not isinstance(value, str) or no_value(statement, one.dimension, value):
        return None
    names = [(collection.cite(statement, dated=one.when), "now")]
    before, earlier = one.from_value, collection.statements.get(one.earlier)
    known = isinstance(before, str) and earlier is not None
    if known and isinstance(before, str) and earlier is not None:
        if no_value(earlier, one.dimension, before):
            known = False
        else:
            names.append((collection.cite(earlier), "before"))
    first = "first" if one.first_time is True else ""
    given = (one.dimension, value, str(before) if known else "", first)
    return collection.draft("reached", names, given=given)


def _vector(
    steps: Sequence[EscalationStep], rows: Sequence[Sentence], collection: Collection
) -> Block:
    """Return the steps of one party under its name as the words have it."""
    cited = [(support.id, "step") for row in rows for support in row.support]
    name, naming = _party_name(steps, collection)
    head = [(collection.cite(naming), "named")] if naming is not None else []
    return Block(
        heading=collection.draft(
            "vector", [*head, *dict.fromkeys(cited)], given=(name,) if name else ()
        ),
        rows=tuple(rows),
    )


def _party_name(
    steps: Sequence[EscalationStep], collection: Collection
) -> tuple[str, Statement | None]:
    """Return the shortest words that name the party that acts, with the statement that has them."""
    found: list[tuple[bool, bool, int, str, Statement]] = []
    for one in steps:
        statement = collection.statements.get(one.statement)
        if statement is None or not one.party:
            continue
        near = collection.near(statement.content)
        found += [
            (name != one.party, name[:1].islower(), len(name), name, statement)
            for name in _doers(statement, one)
            if name.casefold() not in PRONOUNS and name in near
        ]
    if not found:
        return "", None
    *_, name, named = min(found, key=lambda each: each[:4])
    return name, named


def _doers(statement: Statement, step: EscalationStep) -> tuple[str, ...]:
    """Return the words that may name who acts; who speaks acts only where speaking is the step."""
    if step.to_value == "verbal" or step.dimension == "overtness":
        return actors_of(statement)
    voices = {voice.label for voice in statement.voices} - {statement.actor}
    return tuple(name for name in actors_of(statement) if name not in voices)


def _gap_topic(one: Gap, collection: Collection) -> Topic | None:
    """Return an act with what is said of it, or `None` where what can be cited does not give it."""
    told = collection.statements.get(one.act.statements[0])
    if told is None:
        return None
    classes = _supported(one, told, collection)
    cited = list(_cited(one, collection))
    if no_gap(one.verdict, classes, told, cited) and one.deciding:
        # What stands beside for its law or its time is told apart by the record, not by its words alone.
        cited = list(_cited(one, collection, beside=False))
    if no_gap(one.verdict, classes, told, cited):
        return None
    names = [(collection.cite(told), "act"), *((collection.cite(each), "words") for each in cited)]
    sentence = collection.draft("gap", names, given=(one.verdict, *classes))
    act = act_of(classes, told)
    deciding = {name for each in one.deciding for name in each.statements}
    lines = {
        each.id: collection.draft("coverage", [(collection.cite(each), "words")], given=classes)
        for each in cited
        if any(True for _ in bearings_in(each, act))
    }
    return Topic(
        sentence,
        under=tuple(line for name, line in lines.items() if name in deciding),
        reasons=tuple(line for name, line in lines.items() if name not in deciding),
    )


def _cited(one: Gap, collection: Collection, *, beside: bool = True) -> Iterator[Statement]:
    """Yield each statement that a bearing rests on once, the deciding ones first.

    Of those that only stand beside an act, claims of a power are told: a reader will ask about them.
    """
    deciding = {each.id for each in one.deciding}
    near = [each for each in one.bearings if each.closeness != "beside" or (beside and each.gives)]
    ordered = sorted(near, key=lambda each: each.coverage.id not in deciding)
    names = dict.fromkeys(name for each in ordered for name in each.coverage.statements)
    found = [collection.statements[name] for name in names if name in collection.statements]
    yield from found[:MAX_COVERAGES]


def _supported(one: Gap, told: Statement, collection: Collection) -> Classes:
    """Return the classes of an act that its own words bear out; the others are left empty."""
    words = ActWords(told, collection.near(told.content))
    values = [
        "" if isinstance(value, Unknown) else value
        for value in (one.act.action, one.act.domain, one.act.target)
    ]
    kept = ["", "", ""]
    for at, value in enumerate(values):
        alone = ["", "", ""]
        alone[at] = value
        if not no_classes(words, (alone[0], alone[1], alone[2])):
            kept[at] = value
    return kept[0], kept[1], kept[2]


def _is_told(element: PostureElement, collection: Collection) -> bool:
    """Say whether the newest report names the element in words that can be cited."""
    newest = element.latest
    statement = collection.statements.get(newest.statement)
    return statement is not None and any(
        force.span.exact == newest.words for force in statement.forces
    )


def _element_row(element: PostureElement, today: date, collection: Collection) -> Sentence:
    newest, oldest = element.latest, element.sightings[0]
    statement = collection.statement(newest.statement)
    names = [(collection.cite(statement, dated=newest.as_of), "newest")]
    if oldest != newest and oldest.statement in collection.statements:
        first = collection.statement(oldest.statement)
        names.append((collection.cite(first, dated=oldest.as_of), "first"))
    area = newest.area if isinstance(newest.area, str) else ""
    known = area if area in collection.near(statement.content) else ""
    return collection.draft("element", names, given=(newest.words, today.isoformat(), known))


def _age(element: PostureElement, today: date) -> int:
    when = element.latest.as_of
    if isinstance(when, Unknown) or when.latest is None:
        return _UNDATED
    return (today - when.latest).days


def _left_out(names: Sequence[str], collection: Collection) -> tuple[Sentence, ...]:
    cut = tuple(dict.fromkeys(names))
    return (collection.draft("left_out", (), given=("statements", *cut)),) if cut else ()
