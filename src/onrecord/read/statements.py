"""From a read sentence to its statements: content, voices, certainty, time, place, numbers, act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.domain.span import Extent, Span, span_at
from onrecord.domain.statement import (
    Act,
    Counted,
    Factuality,
    QuotationMode,
    Statement,
    StatementKind,
    Voice,
)
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read.acts import ACTS, TALK
from onrecord.read.attribution import (
    Attribution,
    attribution_of_quotation,
    attributions_of,
    cue_heads,
    source_of,
)
from onrecord.read.certainty import Certainty, certainty_of
from onrecord.read.clauses import Clause
from onrecord.read.cues import CUES, LOADED_LABELS, Cue
from onrecord.read.kinds import Facts, kind_of
from onrecord.read.law import codings_of
from onrecord.read.places import place_of
from onrecord.read.quantities import FoundQuantity
from onrecord.read.quotations import Quotation
from onrecord.read.sentence import SentenceReading
from onrecord.read.times import FoundTime
from onrecord.read.voices import Names, subject_before, voice_at

AUTHOR = "author"
_MIN_WORDS = 3
_LOADED = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(label) for label in LOADED_LABELS) + r")s?(?!\w)",
    re.IGNORECASE,
)
_PLAIN_KINDS = frozenset({"occ.context", "say.report", "jdg.assessment"})


def statements_of(
    sentence: SentenceReading, *, doc_date: When | Unknown, names: Names, carried: tuple[Voice, ...]
) -> tuple[Statement, ...]:
    """Return the statements of one sentence, in order of their content.

    Args:
        sentence: The sentence with its analysis.
        doc_date: The document's date, for clauses that state no time.
        names: The people named so far; brought up to date.
        carried: The voices of a quotation that ended right before this sentence in the same
            passage; they carry a quotation that stands alone.
    """
    maker = _Maker(sentence, doc_date, names)
    made = [*maker.from_quotations(carried), *maker.from_clauses()]
    maker.remember()
    return tuple(sorted(made, key=lambda one: (one.content.start, one.content.end, one.id)))


class _Maker:
    """Makes the statements of one sentence; holds what every step needs."""

    def __init__(self, sentence: SentenceReading, doc_date: When | Unknown, names: Names) -> None:
        self.sentence = sentence
        self.tree = sentence.tree
        self.doc_date = doc_date
        self.names = names
        self.utterances = tuple(
            one
            for one in sentence.quotations
            if one.is_utterance(sentence.text) and not self._is_embedded(one)
        )
        self.cues = cue_heads(self.tree)

    # -- quotations ------------------------------------------------------------------------------

    def from_quotations(self, carried: tuple[Voice, ...]) -> Iterator[Statement]:
        """Yield one statement per utterance that starts in this sentence."""
        for quotation in self.utterances:
            if not self.sentence.extent.start <= quotation.outer.start < self.sentence.extent.end:
                continue
            step = attribution_of_quotation(self.tree, quotation, self.sentence.quotations)
            chain = () if step is None else (*self._outer(step), step)
            voices = self._voices(chain)
            if step is None:
                voices = carried or (Voice("unattributed", "unattributed"),)
            yield self._quoted(quotation, step, voices)

    def _outer(self, step: Attribution) -> tuple[Attribution, ...]:
        verb = step.cue[-1]
        return attributions_of(self.tree, verb)

    def _quoted(
        self, quotation: Quotation, step: Attribution | None, voices: tuple[Voice, ...]
    ) -> Statement:
        content = self._span(quotation.outer)
        inner = [
            clause
            for clause in self.sentence.clauses
            if quotation.outer.start <= self.tree.tokens[clause.head].start < quotation.outer.end
        ]
        cue = step.cue_word if step is not None else None
        best = self._telling_clause(inner, cue)
        if best is None:
            value = Factuality(voices[-1].label, "Uu")
            return Statement(
                document=self.sentence.document,
                content=content,
                kind=(cue.kind if cue and cue.kind else "say.report"),
                factuality=(Factuality(AUTHOR, "Uu"), value),
                cue=self._cue_span(step),
                voices=voices,
                mode="direct",
                when=self._utterance_time(step),
                names=self._names_in(quotation.outer),
            )
        clause, kind, certainty = best
        widened = replace(clause, extent=quotation.outer)
        return self._statement(
            widened, kind, certainty, content=content, cue=cue, cue_span=self._cue_span(step),
            voices=voices, mode="direct", step=step,
        )  # fmt: skip

    def _telling_clause(
        self, clauses: Sequence[Clause], cue: Cue | None
    ) -> tuple[Clause, StatementKind, Certainty] | None:
        judged = [(clause, *self._judge(clause, cue, spoken=True)) for clause in clauses]
        telling = [one for one in judged if one[1] not in _PLAIN_KINDS]
        return (telling or judged or [None])[0]

    def _is_embedded(self, quotation: Quotation) -> bool:
        """Say whether a quotation is only part of a clause of the author's own words."""
        inside = [
            at
            for at, token in enumerate(self.tree.tokens)
            if quotation.outer.start <= token.start < quotation.outer.end
        ]
        if not inside:
            return False
        heads = {clause.head for clause in self.sentence.clauses} & set(inside)
        tops = [
            at
            for at in inside
            if self.tree.tokens[at].head not in inside and self.tree.tokens[at].upos != "PUNCT"
        ]
        if not tops:
            return False
        own = [self._is_whole(top) for top in tops]
        return not heads or not any(own)

    def _is_whole(self, top: int) -> bool:
        relation, governor = self.tree.relation(top), self.tree.tokens[top].head
        if relation in ("root", "ccomp", "parataxis"):
            return True
        if governor >= 0 and self.tree.lemma(governor) in CUES:
            return relation in ("obj", "xcomp", "dep", "advcl", "conj")
        return relation == "conj" and self.tree.is_predicate(top)

    # -- clauses ---------------------------------------------------------------------------------

    def from_clauses(self) -> Iterator[Statement]:
        """Yield one statement per clause that is neither quoted whole nor a mere cue."""
        for clause in self.sentence.clauses:
            if self._is_quoted_whole(clause) or self._is_mere_cue(clause):
                continue
            if self._word_count(clause) < _MIN_WORDS:
                continue
            yield self._from_clause(clause)

    def _from_clause(self, clause: Clause) -> Statement:
        chain = attributions_of(self.tree, clause.head)
        step = chain[-1] if chain else None
        cue = step.cue_word if step is not None else None
        kind, certainty = self._judge(clause, cue, spoken=bool(chain))
        voices = self._voices(chain)
        cue_span = self._cue_span(step)
        if kind.startswith("say.") and not chain:
            voices, cue_span, cue = self._own_speech(clause)
        if not voices and self._has_word(clause, ("allegedly", "reportedly", "alleged")):
            voices = (Voice("unattributed", "unattributed"),)
        mode: QuotationMode = "indirect" if chain else "none"
        if any(
            clause.extent.start <= one.outer.start and one.outer.end <= clause.extent.end
            for one in self.sentence.quotations
        ):
            mode = "mixed"
        return self._statement(
            clause, kind, certainty, content=self._span(clause.extent), cue=cue, cue_span=cue_span,
            voices=voices, mode=mode, step=step,
        )  # fmt: skip

    def _own_speech(self, clause: Clause) -> tuple[tuple[Voice, ...], Span | None, Cue | None]:
        """Return the voice of a clause whose own verb speaks: "Caracas has rejected the plan"."""
        source = source_of(self.tree, clause.head)
        token = self.tree.tokens[clause.head]
        cue_span = self._span(Extent(token.start, token.end), role="cue")
        if source is None:
            return (Voice("unattributed", "unattributed"),), cue_span, CUES.get(token.lemma)
        return (self._voice(source),), cue_span, CUES.get(token.lemma.lower())

    def _is_quoted_whole(self, clause: Clause) -> bool:
        head = self.tree.tokens[clause.head]
        return any(one.outer.start <= head.start < one.outer.end for one in self.utterances) or any(
            one.outer.contains(clause.extent) for one in self.utterances
        )

    def _is_mere_cue(self, clause: Clause) -> bool:
        if clause.head in self.cues:
            return True
        if self.tree.lemma(clause.head) not in CUES:
            return False
        if any(self.tree.lemma(at) == "as" for at in self.tree.dependants(clause.head, "mark")):
            return True
        quoted = {
            step.cue[-1]
            for one in self.utterances
            if (step := attribution_of_quotation(self.tree, one, self.sentence.quotations))
        }
        return clause.head in quoted

    def _word_count(self, clause: Clause) -> int:
        return sum(self.tree.tokens[at].upos not in ("PUNCT", "SYM") for at in clause.members)

    def _has_word(self, clause: Clause, words: tuple[str, ...]) -> bool:
        return any(self.tree.tokens[at].text.lower() in words for at in clause.members)

    # -- what both need --------------------------------------------------------------------------

    def _judge(
        self, clause: Clause, cue: Cue | None, *, spoken: bool
    ) -> tuple[StatementKind, Certainty]:
        certainty = certainty_of(
            self.tree,
            clause,
            self.sentence.clauses,
            text=self.sentence.text,
            document=self.sentence.document,
        )
        quantities = tuple(one.quantity for one in self._quantities(clause))
        return kind_of(Facts(self.tree, clause, certainty, cue, quantities, spoken)), certainty

    def _statement(  # noqa: PLR0913 - the parts of a statement
        self,
        clause: Clause,
        kind: StatementKind,
        certainty: Certainty,
        *,
        content: Span,
        cue: Cue | None,
        cue_span: Span | None,
        voices: tuple[Voice, ...],
        mode: QuotationMode,
        step: Attribution | None,
    ) -> Statement:
        actor, recipient = self._parties(clause)
        lemmas = self.sentence.lemmas(clause)
        when = self._when(clause, step, kind, certainty)
        return Statement(
            document=self.sentence.document,
            content=content,
            kind=kind,
            factuality=_factualities(kind, certainty, cue, voices),
            cue=cue_span,
            voices=voices,
            mode=mode,
            act=self._act(kind, clause),
            actor=actor,
            recipient=recipient,
            when=when,
            where=place_of(self.tree, clause, self.sentence.entities, self.sentence.text),
            quantities=tuple(self._counted(one) for one in self._quantities(clause)),
            hedges=certainty.hedges,
            authority=codings_of(kind, lemmas, negated=certainty.negated),
            loaded_labels=self._loaded(content),
            names=self._names_in(clause.extent),
            notes=(when.conflict,) if isinstance(when, When) and when.conflict else (),
        )

    def _quantities(self, clause: Clause) -> tuple[FoundQuantity, ...]:
        members = set(clause.members)
        found: list[FoundQuantity] = []
        for one in self.sentence.quantities:
            inside = set(self.tree.indices_in(one.number)) or {
                at
                for at, token in enumerate(self.tree.tokens)
                if token.start < one.number.end and one.number.start < token.end
            }
            quoted = clause.extent.contains(one.number) and not clause.extent.contains(
                self.sentence.extent
            )
            if inside & members or (quoted and self._in_utterance(clause, one)):
                found.append(one)
        return tuple(found)

    def _in_utterance(self, clause: Clause, one: FoundQuantity) -> bool:
        return any(
            quotation.outer == clause.extent and quotation.outer.contains(one.number)
            for quotation in self.utterances
        )

    def _counted(self, one: FoundQuantity) -> Counted:
        return Counted(self._span(one.extent, role="quantity"), one.quantity)

    def _parties(self, clause: Clause) -> tuple[str, str]:
        head = clause.head
        agent = source_of(self.tree, head) if self.tree.dependants(head, "nsubj:pass") else None
        subjects = self.tree.dependants(head, "nsubj")
        passive = [s for s in subjects if self.tree.tokens[s].deprel == "nsubj:pass"]
        active = [s for s in subjects if s not in passive]
        objects = self.tree.dependants(head, "obj", "iobj")
        actor = agent if passive else (active[0] if active else None)
        recipient = passive[0] if passive else (objects[0] if objects else None)
        return self._party(actor), self._party(recipient)

    def _party(self, index: int | None) -> str:
        if index is None:
            return ""
        words = self.tree.phrase(index).of(self.sentence.text)
        if self.tree.tokens[index].upos == "PRON":
            near = subject_before(self.tree, index, self.sentence.entities, self.sentence.text)
            return self._person(words.lower(), near) or words
        return words

    def _person(self, pronoun: str, near: str) -> str:
        if near and pronoun in ("he", "she", "him", "her"):
            return self.names.full(near)
        return self.names.person_for(pronoun)

    def _act(self, kind: StatementKind, clause: Clause) -> Act | None:
        if kind in TALK:
            return TALK[kind]
        if kind.startswith(("jdg.", "fut.", "meta.")):
            return None
        return ACTS.get(self.tree.lemma(clause.head)) or next(
            (ACTS[self.tree.lemma(at)] for at in clause.members if self._names_act(at)), None
        )

    def _names_act(self, index: int) -> bool:
        return self.tree.tokens[index].upos == "NOUN" and self.tree.lemma(index) in ACTS

    # -- time ------------------------------------------------------------------------------------

    def _when(
        self, clause: Clause, step: Attribution | None, kind: StatementKind, certainty: Certainty
    ) -> When | Unknown:
        own = self._time_in(clause.extent, clause)
        if own is not None:
            return own
        if step is not None:
            uttered = self._utterance_time(step)
            if isinstance(uttered, When) and uttered.basis != "document":
                return uttered
        for head in self.tree.ancestors(clause.head):
            governing = next((one for one in self.sentence.clauses if one.head == head), None)
            if governing is not None:
                found = self._time_in(governing.extent, governing)
                if found is not None and kind.startswith(("law.", "say.", "tgt.", "occ.")):
                    return found
        if kind.startswith("fut.pathway"):
            return Unknown("a possibility has no time")
        return self._document_time(clause, certainty)

    def _utterance_time(self, step: Attribution | None) -> When | Unknown:
        if step is None:
            return self._document_time(None, None)
        verb = step.cue[-1]
        clause = next(
            (one for one in self.sentence.clauses if verb in one.members or one.head == verb), None
        )
        if clause is not None:
            found = self._time_in(clause.extent, clause)
            if found is not None:
                return found
        return self._document_time(None, None)

    def _time_in(self, extent: Extent, clause: Clause) -> When | None:
        members = set(clause.members)
        dated: list[FoundTime] = []
        for one in self.sentence.times:
            inside = set(self.tree.indices_in(one.extent))
            if one.kind in ("duration", "set") or not extent.contains(one.extent):
                continue
            if inside and not inside & members and not self._in_utterance_extent(extent):
                continue
            dated.append(one)
        known = [one for one in dated if one.when.edtf is not None]
        if known:
            return known[0].when
        # "very soon" says less than the document's date does; without that date it is all there is.
        anchored = isinstance(self.doc_date, When) and self.doc_date.edtf is not None
        return None if anchored or not dated else dated[0].when

    def _in_utterance_extent(self, extent: Extent) -> bool:
        return any(one.outer == extent for one in self.utterances)

    def _document_time(self, clause: Clause | None, certainty: Certainty | None) -> When | Unknown:
        """Return the document's date as the time a clause holds for, when it states none.

        What has happened is placed on or before that date, what is or will be on it.
        """
        if isinstance(self.doc_date, Unknown):
            return Unknown("no time is stated and the document has no date")
        if self.doc_date.edtf is None:
            return Unknown("no time is stated and the document's date is not known")
        past = clause is not None and self._is_past(clause)
        if certainty is not None and "future" in certainty.aux:
            past = False
        latest = self.doc_date.latest
        edtf = f"../{latest.isoformat()}" if past and latest is not None else self.doc_date.edtf
        return When(text="", edtf=edtf, basis="document", anchor=self.doc_date.edtf)

    def _is_past(self, clause: Clause) -> bool:
        head = self.tree.tokens[clause.head]
        auxiliaries = [
            self.tree.tokens[at] for at in self.tree.dependants(clause.head, "aux", "cop")
        ]
        tags = {token.xpos for token in auxiliaries}
        perfect = any(token.lemma.lower() == "have" for token in auxiliaries)
        return (head.xpos == "VBD" or perfect or "VBD" in tags) and "MD" not in tags

    # -- voices ----------------------------------------------------------------------------------

    def _voices(self, chain: Sequence[Attribution]) -> tuple[Voice, ...]:
        found: list[Voice] = []
        for step in chain:
            if step.source is None:
                found.append(Voice("unattributed", "unattributed"))
            else:
                found.append(self._voice(step.source))
        return tuple(found)

    def _voice(self, index: int) -> Voice:
        return voice_at(
            self.tree,
            index,
            text=self.sentence.text,
            document=self.sentence.document,
            entities=self.sentence.entities,
            names=self.names,
        )

    def _cue_span(self, step: Attribution | None) -> Span | None:
        if step is None:
            return None
        return self._span(self.tree.extent(step.cue), role="cue")

    # -- words -----------------------------------------------------------------------------------

    def _span(self, extent: Extent, role: str = "content") -> Span:
        return span_at(
            self.sentence.text,
            extent,
            document=self.sentence.document,
            role=role,  # type: ignore[arg-type]  # the callers pass literals
        )

    def _names_in(self, extent: Extent) -> tuple[str, ...]:
        return tuple(
            self.sentence.text[entity.start : entity.end]
            for entity in self.sentence.entities
            if extent.start <= entity.start and entity.end <= extent.end
        )

    def _loaded(self, content: Span) -> tuple[Span, ...]:
        return tuple(
            self._span(Extent(content.start + match.start(), content.start + match.end()))
            for match in _LOADED.finditer(content.exact)
        )

    def remember(self) -> None:
        """Bring the names up to date for the sentences that follow."""
        for entity in self.sentence.entities:
            if entity.label == "PER":
                self.names.add(self.sentence.text[entity.start : entity.end])
        for entity in self.sentence.entities:
            if entity.label != "PER":
                continue
            for at in self.tree.indices_in(Extent(entity.start, entity.end)):
                tops = (at, *self.tree.ancestors(at))
                if any(self.tree.relation(top) == "nsubj" for top in tops[:2]):
                    name = self.sentence.text[entity.start : entity.end]
                    self.names.last_subject = self.names.full(name)


def _factualities(
    kind: StatementKind, certainty: Certainty, cue: Cue | None, voices: tuple[Voice, ...]
) -> tuple[Factuality, ...]:
    """Return one commitment per source, the author first (domain rules 9 and 10)."""
    value, aux = certainty.value, certainty.aux
    if kind == "say.deny":
        value, aux = "CT-", tuple(dict.fromkeys((*aux, "negation")))
    elif kind == "say.decline":
        value, aux = "Uu", ()
    elif kind == "say.demand":
        value = "Uu"
    if not voices:
        return (Factuality(AUTHOR, value, aux),)
    unattributed = voices[-1].identity == "unattributed" and value not in ("CT-",)
    innermost = Factuality(voices[-1].label, "Uu" if unattributed else value, aux)
    factive = cue is not None and cue.stance == "factive"
    author = Factuality(AUTHOR, value if factive else "Uu", aux)
    between = tuple(Factuality(voice.label, "Uu", aux) for voice in voices[:-1])
    return (author, *between, innermost)
