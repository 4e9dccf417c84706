"""The section of running counts: scope, table and chart of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.domain.brief import Block, Sentence
from onrecord.domain.errors import CompileError
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.tally import Observation, Scope, Tally
from onrecord.domain.when import When
from onrecord.publish.claims import field_follows, no_denial, no_retraction
from onrecord.publish.collect import Collection
from onrecord.publish.wording import DOMAIN_WORDS

#: Longer lists are cut, and say so.
MAX_TALLIES, MAX_ROWS = 12, 30


def count_blocks(tallies: Sequence[Tally], *, collection: Collection) -> tuple[Block, ...]:
    """Return a block for each tally, those with most observations first."""
    ordered = sorted(tallies, key=lambda tally: (-len(tally.observations), tally.id))
    blocks = [_block(tally, collection) for tally in ordered[:MAX_TALLIES]]
    rest = [tally.id for tally in ordered[MAX_TALLIES:]]
    if rest:
        blocks.append(
            Block(sentences=(collection.draft("left_out", (), given=("tallies", *rest)),))
        )
    return tuple(blocks)


def cite_observation(observation: Observation, collection: Collection) -> str:
    """Cite the figure of an observation as of its day.

    Raises:
        CompileError: its statement is on no reading or does not hold the figure.
    """
    statement = collection.statement(observation.statement)
    counted = Counted(observation.span, observation.quantity)
    if counted not in statement.quantities:
        raise CompileError(f"{statement.id} does not state the figure {observation.span.exact!r}")
    return collection.cite(statement, counted=counted, dated=observation.as_of)


def _block(tally: Tally, collection: Collection) -> Block:
    names = [(cite_observation(one, collection), "figure") for one in tally.observations]
    heading = collection.draft(
        "scope", names, given=scope_given(tally.scope, tally.observations, collection=collection)
    )
    rows = [collection.draft("observation", [name]) for name in names[-MAX_ROWS:]]
    sentences: list[Sentence] = [collection.draft("origins", names)]
    sentences += _taken_back(tally, collection)
    cut = list(dict.fromkeys(one.statement for one in tally.observations[:-MAX_ROWS]))
    if cut:
        sentences.append(collection.draft("left_out", (), given=("statements", *cut)))
    return Block(heading=heading, sentences=tuple(sentences), rows=tuple(rows))


def _taken_back(tally: Tally, collection: Collection) -> Iterator[Sentence]:
    """Yield the figures their own issuer denies or withdraws, each with the words that do so."""
    for one in tally.observations[-MAX_ROWS:]:
        against = collection.statements.get(one.against)
        if against is None:
            continue
        figure = collection.statement(one.statement)
        if one.standing == "denied":
            form, why_not = "denial", no_denial(figure, against)
        else:
            form, why_not = "retraction", no_retraction(collection.near(against.content))
        if not why_not:
            names = [(cite_observation(one, collection), "earlier")]
            yield collection.draft(form, [*names, (collection.cite(against), "later")])


def scope_given(
    scope: Scope, observations: Sequence[Observation], *, collection: Collection
) -> tuple[str, ...]:
    """Return the fields of a scope that the cited statements give; what they do not is not printed."""
    statements = [collection.statement(one.statement) for one in observations]
    given: list[str] = []
    fields = (("group", scope.group), ("actor", scope.actor), ("area", scope.area))
    for name, words in fields:
        if any(
            field_follows(name, words, statement=one, near=collection.near) for one in statements
        ):
            given.append(f"{name}:{words}")
    if scope.domain in DOMAIN_WORDS and _domain_follows(scope.domain, statements):
        given.append(f"domain:{scope.domain}")
    if scope.window_start and _window_follows(scope.window_start, statements):
        given.append(f"window:{scope.window_start}")
    return tuple(given)


def _domain_follows(domain: str, statements: Sequence[Statement]) -> bool:
    alike = {domain} | ({"territorial_sea", "high_seas"} if domain == "sea" else set())
    alike |= {"airspace"} if domain == "air" else set()
    return any(one.where is not None and one.where.domain in alike for one in statements)


def _window_follows(start: str, statements: Sequence[Statement]) -> bool:
    return any(
        isinstance(when, When) and (when.edtf or "").partition("/")[0] == start
        for statement in statements
        for when in (
            statement.when,
            *(counted.quantity.window for counted in statement.quantities),
        )
    )
