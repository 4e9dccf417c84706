"""Blocks of what is assessed: what is said to permit acts, forces as reported, steps and thresholds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.domain.brief import Block, Sentence, Topic
from onrecord.domain.escalation import EscalationStep, Threshold
from onrecord.domain.gap import Gap
from onrecord.domain.posture import Posture, PostureElement
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

#: Longer lists are cut, and say so.
MAX_GAPS, MAX_COVERAGES, MAX_ELEMENTS = 12, 8, 30
#: What has no day comes last.
_UNDATED = 10**6
#: What a reader must not miss comes first.
_ORDER = ("explicitly_not_covered", "contested", "claimed_covered", "no_cited_basis", "unknown")


def authority_blocks(gaps: Sequence[Gap], *, collection: Collection) -> tuple[Block, ...]:
    """Return what the cited words come to for each act, with the words.

    An act whose classes or verdict do not follow from what can be cited is left out and counted. Acts for
    which nobody is cited and nothing stands beside them say nothing, and are left to the command.
    """
    told = [one for one in gaps if one.bearings and one.verdict != "unknown"]
    ordered = sorted(told, key=lambda one: (_ORDER.index(one.verdict), one.act.id))
    topics: list[Topic] = []
    left: list[str] = []
    for one in ordered:
        topic = _gap_topic(one, collection) if len(topics) < MAX_GAPS else None
        if topic is None:
            left.append(one.act.statements[0])
        else:
            topics.append(topic)
    return (Block(topics=tuple(topics), sentences=_left_out(left, collection)),) if topics else ()


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
    """Return the steps of each dimension, and the thresholds that are and are not crossed."""
    _ = steps, thresholds, collection
    return ()


def _gap_topic(one: Gap, collection: Collection) -> Topic | None:
    """Return an act with what is said of it, or `None` where what can be cited does not give it."""
    told = collection.statements.get(one.act.statements[0])
    if told is None:
        return None
    cited = list(_cited(one, collection))
    classes = _supported(one, told, collection)
    if no_gap(one.verdict, classes, told, cited):
        return None
    names = [(collection.cite(told), "act"), *((collection.cite(each), "words") for each in cited)]
    sentence = collection.draft("gap", names, given=(one.verdict, *classes))
    act = act_of(classes, told)
    under = [
        collection.draft("coverage", [(collection.cite(each), "words")], given=classes)
        for each in cited
        if any(True for _ in bearings_in(each, act))
    ]
    return Topic(sentence, under=tuple(under))


def _cited(one: Gap, collection: Collection) -> Iterator[Statement]:
    """Yield each statement that a bearing rests on once, the deciding ones first."""
    deciding = {each.id for each in one.deciding}
    ordered = sorted(one.bearings, key=lambda each: each.coverage.id not in deciding)
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
    return _words_of(element.latest, collection) != ""


def _words_of(posture: Posture, collection: Collection) -> str:
    """Return the words in which a statement names an element; empty where it names none like it."""
    statement = collection.statements.get(posture.statement)
    if statement is None:
        return ""
    return next(
        (
            force.span.exact
            for force in statement.forces
            if force.kind == posture.element_kind and force.name == posture.name
            and (isinstance(posture.count, Unknown) or force.count == posture.count)
        ),
        "",
    )  # fmt: skip


def _element_row(element: PostureElement, today: date, collection: Collection) -> Sentence:
    newest, oldest = element.latest, element.sightings[0]
    statement = collection.statement(newest.statement)
    names = [(collection.cite(statement, dated=newest.as_of), "newest")]
    if oldest != newest and oldest.statement in collection.statements:
        first = collection.statement(oldest.statement)
        names.append((collection.cite(first, dated=oldest.as_of), "first"))
    return collection.draft(
        "element", names, given=(_words_of(newest, collection), today.isoformat())
    )


def _age(element: PostureElement, today: date) -> int:
    when = element.latest.as_of
    if isinstance(when, Unknown) or when.latest is None:
        return _UNDATED
    return (today - when.latest).days


def _left_out(names: Sequence[str], collection: Collection) -> tuple[Sentence, ...]:
    cut = tuple(dict.fromkeys(names))
    return (collection.draft("left_out", (), given=("statements", *cut)),) if cut else ()
