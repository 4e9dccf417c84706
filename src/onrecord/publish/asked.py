"""The section of questions: each with what was held of it and how it ended, and what nobody asked yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.domain.assessment import likelihood_in
from onrecord.domain.brief import Block, Citation, Sentence, Topic
from onrecord.domain.question import GivenForecast, GivenResolution, Question, QuestionDraft
from onrecord.domain.recorded import Recorded
from onrecord.domain.scores import has_score, scored_forecasts
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.publish.asked_forms import DRAFTED
from onrecord.publish.claims import stands_whole
from onrecord.publish.collect import Collection
from onrecord.publish.evidence import dating_follows
from onrecord.publish.judged import Shelf

#: Longer lists are cut, and say so.
MAX_DRAFTS = 12
#: What sets a day or a likelihood comes before what sets neither.
_KINDS = (
    "fut.prediction", "fut.question", "say.threat", "say.announce", "say.pledge", "say.demand",
    "fut.pathway", "fut.counterfactual",
)  # fmt: skip


def question_blocks(
    questions: Sequence[Question], drafts: Sequence[QuestionDraft], *, shelf: Shelf
) -> tuple[Block, ...]:
    """Return the questions asked, those that are not resolved first, and then the drafts.

    Args:
        questions: With what was forecast and how they ended, in the order they were asked.
        drafts: What reading found; what a question was drawn from is left out.
        shelf: The records the questions come from.

    Raises:
        CompileError: no record holds one of them.
    """
    ordered = sorted(questions, key=lambda one: one.resolution is not None or not one.is_scorable)
    topics = tuple(question_topic(one, shelf) for one in ordered)
    drawn = {one.statement for one in questions}
    told = _drafts([one for one in drafts if one.statement not in drawn], shelf.collection)
    return (*((Block(topics=topics),) if topics else ()), *told)


def question_topic(one: Question, shelf: Shelf) -> Topic:
    """Return a question with its criteria, every move after it, and its scores.

    Raises:
        CompileError: no record holds the question.
    """
    asked = replace(one, forecasts=(), resolution=None, scores=())
    names = [(shelf.record(asked.id), "question")]
    key = one.key
    moves = [each for each in shelf.recorded.values() if _question_of(each) == key]
    named = [(shelf.collection.record(each), "move") for each in moves]
    return Topic(
        shelf.collection.draft("asked", [*names, *named]),
        under=(
            *_criteria(one, names, shelf),
            *(sentence for each in moves for sentence in _move(each, names, shelf)),
            *_scores(one, names, shelf),
        ),
    )


_Names = list[tuple[str, str]]


def _question_of(recorded: Recorded) -> str:
    record = recorded.record
    return record.question if isinstance(record, GivenForecast | GivenResolution) else ""


def _criteria(one: Question, names: _Names, shelf: Shelf) -> Iterator[Sentence]:
    drawn = shelf.cite(one.statement)
    if one.criteria or one.resolvers or drawn:
        yield shelf.collection.draft("criteria", [*names, *drawn])


def _move(recorded: Recorded, names: _Names, shelf: Shelf) -> Iterator[Sentence]:
    move, draft = recorded.record, shelf.collection.draft
    held = [*names, (shelf.collection.record(recorded), "move")]
    if isinstance(move, GivenForecast):
        yield draft("forecast", [*held, *shelf.cite(move.forecast.statement)])
    elif isinstance(move, GivenResolution) and move.resolution is not None:
        yield draft("resolution", [*held, *shelf.cite(move.resolution.statement)])
    elif isinstance(move, GivenResolution):
        yield draft("unresolved", held)


def _scores(one: Question, names: _Names, shelf: Shelf) -> Iterator[Sentence]:
    if has_score(one):
        for held in scored_forecasts(one):
            yield shelf.collection.draft("score", names, given=(held.by,))


def _drafts(drafts: Sequence[QuestionDraft], collection: Collection) -> tuple[Block, ...]:
    ordered = sorted(
        (one for one in drafts if _is_told(one, collection)),
        key=lambda one: (one.band is None, not isinstance(one.due, When), _rank(one), one.id),
    )
    topics = tuple(_draft(one, collection) for one in ordered[:MAX_DRAFTS])
    rest = tuple(dict.fromkeys(one.statement for one in ordered[MAX_DRAFTS:]))
    left = (collection.draft("left_out", (), given=("questions", *rest)),) if rest else ()
    if not topics:
        return ()
    cited = dict.fromkeys((one.id, "words") for topic in topics for one in topic.sentence.support)
    return (Block(heading=collection.draft("unasked", cited), topics=topics, sentences=left),)


def _rank(one: QuestionDraft) -> int:
    return _KINDS.index(one.kind) if one.kind in _KINDS else len(_KINDS)


def _is_told(one: QuestionDraft, collection: Collection) -> bool:
    statement = collection.statements.get(one.statement)
    return statement is not None and statement.kind in DRAFTED


def _draft(one: QuestionDraft, collection: Collection) -> Topic:
    statement = collection.statement(one.statement)
    near = collection.near(statement.content)
    whole = one.text in near and stands_whole(one.text, near)
    words = one.text if whole else statement.content.exact
    due = one.due if isinstance(one.due, When) and one.due.edtf is not None else None
    follows = due is not None and _follows(due, statement, collection)
    counted = "" if due is None or follows or due.text not in near else due.text
    held = [(collection.cite(statement, dated=due if follows else None), "words")]
    read = likelihood_in(words)
    return Topic(
        collection.draft("draft", held, given=(words, counted)),
        under=() if read is None else (collection.draft("read_as", held, given=(words,)),),
    )


def _follows(due: When, statement: Statement, collection: Collection) -> bool:
    """Say whether a day is one that the words or their document give."""
    citation = Citation("", statement.content, statement.id, statement, dated=due)
    return dating_follows(citation, collection.readings[statement.document].document)
