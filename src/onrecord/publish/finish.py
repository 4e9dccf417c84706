"""Writing the drafted sentences of a brief, and refusing one that does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.domain.brief import Block, Brief, Section, SectionId, Sentence, Topic
from onrecord.domain.errors import CompileError
from onrecord.publish.charts import draw_rows
from onrecord.publish.check import check
from onrecord.publish.evidence import Evidence
from onrecord.publish.forms import write
from onrecord.publish.wording import HEADINGS


def finished(block: Block, evidence: Evidence) -> Block:
    """Return the block with its texts written and, where its rows are figures, its chart drawn."""

    def written(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        return tuple(written_sentence(sentence, evidence) for sentence in sentences)

    rows = written(block.rows)
    return Block(
        heading=None if block.heading is None else written_sentence(block.heading, evidence),
        sentences=written(block.sentences),
        rows=rows,
        figure=draw_rows(rows, evidence),
        topics=tuple(
            Topic(
                written_sentence(topic.sentence, evidence),
                written(topic.under),
                written(topic.reasons),
            )
            for topic in block.topics
        ),
    )


def finished_sections(
    drafts: Mapping[SectionId, Sequence[Block]], evidence: Evidence
) -> tuple[Section, ...]:
    """Return the sections that hold anything, finished, under their usual headings."""
    return tuple(
        Section(name, HEADINGS[name], tuple(finished(block, evidence) for block in blocks))
        for name, blocks in drafts.items()
        if blocks
    )


def written_sentence(sentence: Sentence, evidence: Evidence) -> Sentence:
    """Return the sentence as its form writes it.

    Raises:
        CompileError: it does not follow from its support; the message names it.
    """
    try:
        return write(sentence, evidence)
    except CompileError as error:
        named = ", ".join(support.id for support in sentence.support)
        raise CompileError(
            f"sentence {sentence.id} ({sentence.form}, resting on {named or 'nothing'}): "
            f"{error.message()}"
        ) from error


def refuse_broken(brief: Brief) -> None:
    """Raise `CompileError` where anything in the brief does not follow from its evidence."""
    failures = check(brief)
    if failures:
        first = failures[0]
        more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
        raise CompileError(f"sentence {first.sentence_id}: {first.why}: {first.text[:160]!r}{more}")
