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


Form = Callable[[Desk], list[Part]]


def hold(why_not: str) -> None:
    """Raise `CompileError` where a claim does not hold; `why_not` is empty where it does."""
    if why_not:
        raise CompileError(why_not)
