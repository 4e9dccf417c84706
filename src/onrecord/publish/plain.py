"""A brief as plain text for a terminal: each sentence, and under it the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.domain.brief import Brief, Sentence
from onrecord.publish.evidence import Evidence, evidence_in
from onrecord.publish.forms import text_of
from onrecord.publish.parts import outlet, quoted
from onrecord.publish.wording import reasons_words

#: More citations than this stand in the page, the Markdown and the JSON, not here.
_MAX_SHOWN = 6


def plain_text(brief: Brief) -> str:
    """Return lead and sections of a brief; under each sentence its quoted support, indented."""
    evidence = evidence_in(brief)
    return "\n".join(_lines(brief, evidence)) + "\n"


def _lines(brief: Brief, evidence: Evidence) -> Iterator[str]:
    if brief.lead is not None:
        yield brief.lead.text
    for section in brief.sections:
        if section.id == "sources":
            continue
        yield from ("", section.heading, "=" * len(section.heading))
        for block in section.blocks:
            yield ""
            if block.heading is not None:
                yield block.heading.text
            for topic in block.topics:
                yield from _sentence(topic.sentence, evidence)
                for sentence in topic.under:
                    yield from _sentence(sentence, evidence, indent="  ")
                for sentence in topic.reasons:
                    yield f"    {reasons_words(topic.sentence.form).lower()}: {sentence.text}"
            for sentence in (*block.sentences, *block.rows):
                yield from _sentence(sentence, evidence)


def _sentence(sentence: Sentence, evidence: Evidence, *, indent: str = "") -> Iterator[str]:
    yield f"{indent}- {' '.join(sentence.text.split())}"
    names = dict.fromkeys(one.id for one in sentence.support if one.id in evidence.citations)
    for name in list(names)[:_MAX_SHOWN]:
        citation = evidence.citation(name)
        source = evidence.source_of(citation)
        words = text_of(tuple(quoted(citation.span.exact)))
        yield f"{indent}    {' '.join(words.split())} [{text_of(tuple(outlet(source)))}]"
    if len(names) > _MAX_SHOWN:
        yield f"{indent}    and {len(names) - _MAX_SHOWN} more"
