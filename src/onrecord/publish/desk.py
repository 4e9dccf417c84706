"""What every form has before it, and how it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.domain.brief import Citation, Sentence
from onrecord.domain.errors import CompileError
from onrecord.publish.evidence import Evidence, Source
from onrecord.publish.parts import Part, sources_of


@dataclass(frozen=True, slots=True)
class Desk:
    """What a form has before it: the evidence, and the sentence with its text still to write."""

    evidence: Evidence
    sentence: Sentence

    def citation(self, at: int) -> Citation:
        """Return the citation at place `at` of the support, or raise `CompileError`."""
        if at >= len(self.sentence.support):
            raise CompileError("support is missing")
        return self.evidence.citation(self.sentence.support[at].id)

    def source(self, at: int) -> Source:
        """Return the document at place `at` of the support, cited or named itself."""
        if at >= len(self.sentence.support):
            raise CompileError("support is missing")
        return sources_of(self.evidence, [self.sentence.support[at].id])[0]

    def sources(self) -> list[Source]:
        """Return every distinct document behind the sentence."""
        return sources_of(self.evidence, [support.id for support in self.sentence.support])


#: What a sentence says of words that were edited, taken back or dismissed since somebody cited them.
NO_LONGER = ". Its words no longer stand: to be looked at again"


def stands_now(desk: Desk, at: int) -> bool:
    """Say whether the words cited at `at` still stand.

    They do not where they have the role `aside`, for a person or a report took them back, nor where a
    document of the evidence replaces theirs without having the same words.
    """
    card, words = desk.source(at).card, desk.citation(at).span.exact
    sources = desk.evidence.sources.values()
    newer = [one for one in sources if one.card.version_of == card.id]
    aside = desk.sentence.support[at].role == "aside"
    return not aside and (not newer or any(one.holds(words) for one in newer))


Form = Callable[[Desk], list[Part]]


def hold(why_not: str) -> None:
    """Raise `CompileError` where a claim does not hold; `why_not` is empty where it does."""
    if why_not:
        raise CompileError(why_not)
