"""From a read sentence to its statements: content, voices, certainty, time, place, numbers, act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.domain.span import Extent, Span, SpanRole, span_at
from onrecord.domain.statement import (
    Act,
    Aux,
    Counted,
    Factuality,
    QuotationMode,
    Statement,
    StatementKind,
    Voice,
)
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where, WherePrecision, named_only
from onrecord.read.attribution import (
    Attribution,
    attributions_of,
    cue_heads,
    explains_source,
    is_negated_cue,
    source_of,
)
from onrecord.read.attribution_quotes import introduction_of
from onrecord.read.certainty import Certainty, certainty_of, in_own_clause, scheduled, under_cue
from onrecord.read.clauses import Clause
from onrecord.read.commitments import AUTHOR, factualities
from onrecord.read.cues import (
    CUES,
    ORDERING,
    Cue,
    can_speak,
    counts_thing,
    is_attributing,
    reports_thing,
)
from onrecord.read.details import Judged, authority_of, counted_alone, forces_of, targets_of
from onrecord.read.facts import Facts
from onrecord.read.forces import forces_in
from onrecord.read.kinds import kind_of
from onrecord.read.moments import Moments
from onrecord.read.parties import act_of_clause, parties_of
from onrecord.read.people import Names
from onrecord.read.places import place_of
from onrecord.read.quantities import FoundQuantity
from onrecord.read.quotations import Quotation
from onrecord.read.sentence import SentenceReading
from onrecord.read.speech import Carrier, Running, carrier_of, stands_alone, utterances_of
from onrecord.read.toponyms import Toponym
from onrecord.read.voices import named_voice, voice_at
from onrecord.read.wording import (
    balanced,
    cue_span_of,
    loaded_labels,
    names_in,
    notes_on,
    piece_of,
    span_in,
)

_MIN_WORDS = 3
#: UCDP precision of a first-level division: nothing closer is looked up for forces and targets.
_COARSEST_SAFE = 4
_UNLOCATED: WherePrecision = 6
_UNATTRIBUTED = Voice("unattributed", "unattributed")
#: With an infinitive these say that something is so: "claims to hold", "are said to hold".
_CLAIMING = frozenset("claim say report allege purport profess rumour rumor".split())
_PLAIN_KINDS = frozenset({"occ.context", "say.report", "jdg.assessment"})


@dataclass(frozen=True, slots=True)
class SentenceStatements:
    """What one sentence says, and who was speaking when it ended.

    Attributes:
        statements: In order of their content.
        running: The last quotation and its speaker, if the sentence had one; for the sentences of a
            quotation that runs on, and for one that follows without a cue.
    """

    statements: tuple[Statement, ...]
    running: Running | None


@dataclass(frozen=True, slots=True)
class Around:
    """What the rest of a document tells about one sentence.

    Attributes:
        running: Who spoke when the sentence before ended.
        tail: The sentence where the last quotation of this one ends, if it runs on, or names its
            speaker, if it is promised one.
        toponyms: The places the sentence names, as the document means them.
        contexts: What the passage is about.
    """

    running: Running | None = None
    tail: SentenceReading | None = None
    toponyms: tuple[Toponym, ...] = ()
    contexts: tuple[str, ...] = ()


def statements_of(
    sentence: SentenceReading,
    *,
    doc_date: When | Unknown,
    names: Names,
    around: Around | None = None,
) -> SentenceStatements:
    """Return the statements of one sentence, in order of their content.

    Args:
        sentence: The sentence with its analysis.
        doc_date: The document's date, for clauses that state no time.
        names: The people named so far; brought up to date.
        around: What the rest of the document tells about it.
    """
    around = around or Around()
    maker = _Maker(sentence, doc_date, names, around)
    quoted = list(maker.from_quotations(around.running, around.tail))
    made = [*quoted, *maker.from_clauses()]
    if sentence.credit is not None:
        made = [_credited(one, sentence, sentence.credit) for one in made]
    names.remember(sentence)
    made.sort(key=lambda one: (one.content.start, one.content.end, one.id))
    return SentenceStatements(tuple(made), maker.running or maker.reported_by_one(made))


def _credited(one: Statement, sentence: SentenceReading, credit: Extent) -> Statement:
    """Return the statement as that of the outlet its line credits: who wrote it is not the author."""
    span = span_at(sentence.text, credit, document=sentence.document)
    outlet = Voice(span.exact, "author", span=span)
    writer, *rest = one.factuality
    return replace(
        one,
        voices=(outlet, *one.voices),
        factuality=(Factuality(AUTHOR, "Uu"), replace(writer, source=outlet.label), *rest),
    )


class _Maker:
    """Makes the statements of one sentence; holds what every step needs."""

    def __init__(
        self,
        sentence: SentenceReading,
        doc_date: When | Unknown,
        names: Names,
        around: Around | None = None,
    ) -> None:
        self.sentence = sentence
        self.around = around or Around()
        self.tree = sentence.tree
        self.names = names
        self.utterances = utterances_of(sentence)
        self.moments = Moments(sentence, doc_date, self.utterances)
        self.cues = cue_heads(self.tree)
        self.carriers: set[int] = set()
        self.running: Running | None = None

    # -- quotations ------------------------------------------------------------------------------

    def from_quotations(
        self, running: Running | None, tail: SentenceReading | None
    ) -> Iterator[Statement]:
        """Yield one statement per utterance, or per sentence of a longer one."""
        before = running
        for quotation in self.utterances:
            if before is not None and before.quotation == quotation:
                speech = before
            else:
                speech = self._speech(quotation, before, tail)
            self.running = before = speech
            carrier = speech.carrier
            if carrier is not None and carrier.sentence is self.sentence:
                self.carriers.add(carrier.step.cue[-1])
            piece = piece_of(quotation, self.sentence.extent)
            if piece is not None and self._is_worth_keeping(piece, quotation):
                yield self._quoted(piece, speech)

    def _is_worth_keeping(self, piece: Extent, quotation: Quotation) -> bool:
        """Say whether a part of a longer quotation has two words; alone, "Erased." says nothing."""
        words = [at for at in self.tree.indices_in(piece) if not self.tree.is_loose(at)]
        return len(words) > 1 or self.sentence.extent.contains(quotation.outer)

    def reported_by_one(self, made: Sequence[Statement]) -> Running | None:
        """Return who alone is reported in the sentence, for a quotation that follows it."""
        introduction = introduction_of(self.tree)
        if introduction is not None:
            here = Quotation(self.sentence.extent, self.sentence.extent)
            return Running(here, self.voices((introduction,)))
        voices = {one.voices for one in made if one.mode in ("indirect", "mixed")}
        roots = {at for at, token in enumerate(self.tree.tokens) if token.head < 0}
        if len(voices) != 1 or not roots & self.cues:
            return None
        (chain,) = voices
        if not chain or chain[-1].identity == "unattributed":
            return None
        return Running(Quotation(self.sentence.extent, self.sentence.extent), chain)

    def _speech(
        self, quotation: Quotation, before: Running | None, tail: SentenceReading | None
    ) -> Running:
        runs_on = quotation.outer.end > self.sentence.extent.end
        last = quotation == self.sentence.quotations[-1]
        carrier = carrier_of(self.sentence, quotation, tail if runs_on or last else None)
        if carrier is not None:
            place = self if carrier.sentence is self.sentence else self._in(carrier.sentence)
            outer = attributions_of(place.tree, carrier.step.cue[-1])
            return Running(quotation, place.voices((*outer, carrier.step)), carrier)
        if before is not None and stands_alone(self.sentence):
            return Running(quotation, before.voices)
        return Running(quotation, (_UNATTRIBUTED,))

    def _in(self, sentence: SentenceReading) -> _Maker:
        return _Maker(sentence, self.moments.doc_date, self.names)

    def _quoted(self, piece: Extent, speech: Running) -> Statement:
        carrier = speech.carrier
        step = carrier.step if carrier is not None else None
        cue = step.cue_word if step is not None else None
        inner = [
            clause
            for clause in self.sentence.clauses
            if piece.start <= self.tree.tokens[clause.head].start < piece.end
        ]
        here = step if carrier is not None and carrier.sentence is self.sentence else None
        best = self._telling_clause(inner, cue, here)
        content, cue_span = self._span(piece), cue_span_of(carrier)
        if best is None:
            innermost = Factuality(speech.voices[-1].label, "Uu")
            return Statement(
                document=self.sentence.document,
                content=content,
                kind=(cue.kind if cue and cue.kind else "say.report"),
                factuality=(Factuality(AUTHOR, "Uu"), innermost),
                cue=cue_span,
                voices=speech.voices,
                mode="direct",
                when=self.moments.of_utterance(here),
                names=names_in(self.sentence, piece),
            )
        clause, judged = best
        return self._statement(
            replace(clause, extent=piece), judged, content=content, cue=cue,
            cue_span=cue_span, voices=speech.voices, mode="direct",
            chain=() if here is None else (here,),
        )  # fmt: skip

    def _telling_clause(
        self, clauses: Sequence[Clause], cue: Cue | None, step: Attribution | None
    ) -> tuple[Clause, Judged] | None:
        word = "" if step is None else self.tree.lemma(step.cue[-1])
        judged = [(one, self._judge(one, cue, word=word, spoken=True)) for one in clauses]
        telling = [one for one in judged if one[1].kind not in _PLAIN_KINDS]
        chosen = telling or judged
        return chosen[0] if chosen else None

    # -- clauses ---------------------------------------------------------------------------------

    def from_clauses(self) -> Iterator[Statement]:
        """Yield one statement per clause that is neither quoted whole nor a mere cue."""
        for clause in self.sentence.clauses:
            if self._is_quoted_whole(clause) or self._is_mere_cue(clause):
                continue
            if explains_source(self.tree, clause.head):
                continue
            if self._says_enough(clause):
                yield self._from_clause(clause)

    def _from_clause(self, clause: Clause) -> Statement:
        chain = attributions_of(self.tree, clause.head)
        step = chain[-1] if chain else None
        cue = step.cue_word if step is not None else None
        word = "" if step is None else self.tree.lemma(step.cue[-1])
        judged = self._judge(
            clause, cue, word=word, spoken=bool(chain) or self.sentence.speaker is not None
        )
        kind, certainty = judged.kind, self._under(chain, judged.certainty)
        voices, cue_span = self.voices(chain), self._own_cue(step)
        imagined = bool({"counterfactual", "hypothetical", "question"} & set(certainty.aux))
        unasked = certainty.negated and self.tree.lemma(clause.head) in ORDERING
        silent = imagined or unasked  # an order that was not given is nobody's report
        speaks = kind.startswith("say.") or (not silent and self._reports_thing(clause))
        told = self.sentence.speaker is not None and self.tree.lemma(clause.head) not in CUES
        if not chain and speaks and not told:
            voices, cue_span, cue = self._own_speech(clause)
            kind = "say.report" if kind == "occ.context" else kind
        if not voices and self._has_word(clause, ("allegedly", "reportedly", "alleged")):
            voices = (_UNATTRIBUTED,)
        voices = self._in_transcript(voices)
        extent = balanced(self.sentence, clause.extent)
        mode: QuotationMode = "indirect" if chain else "direct" if self.sentence.speaker else "none"
        if any(extent.contains(one.outer) for one in self.sentence.quotations):
            mode = "mixed"
        return self._statement(
            clause, replace(judged, kind=kind, certainty=certainty), content=self._span(extent),
            cue=cue, cue_span=cue_span, voices=voices, mode=mode, chain=chain,
        )  # fmt: skip

    def _in_transcript(self, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
        """Return a chain as the one named before the colon speaks it; "I" and "we" are that one."""
        if self.sentence.speaker is None:
            return voices
        return (
            named_voice(self.sentence, self.sentence.speaker),
            *(one for one in voices if one.text.lower() not in ("i", "we")),
        )

    def _under(self, chain: Sequence[Attribution], certainty: Certainty) -> Certainty:
        """Return the certainty of a content whose sources may not have said it at all."""
        for step in reversed(chain):
            certainty = under_cue(
                certainty,
                self.tree.lemma(step.cue[-1]),
                self._aux_of_cue(step),
                negated=is_negated_cue(self.tree, step),
            )
        return certainty

    def _aux_of_cue(self, step: Attribution) -> tuple[Aux, ...]:
        clause = next((one for one in self.sentence.clauses if one.head == step.cue[-1]), None)
        if clause is None:
            return ()
        certainty = self._certainty(clause)
        unsure = certainty.value in ("PS+", "PS-")  # "could announce that …"
        return (*certainty.aux, *(("hypothetical",) if unsure else ()))

    def _own_speech(self, clause: Clause) -> tuple[tuple[Voice, ...], Span | None, Cue | None]:
        """Return the voice of a clause whose own verb speaks: "Lisk has rejected the plan"."""
        source = source_of(self.tree, clause.head)
        token = self.tree.tokens[clause.head]
        cue_span = self._span(Extent(token.start, token.end), role="cue")
        voice = _UNATTRIBUTED if source is None else self._voice(source)
        return (voice,), cue_span, CUES.get(token.lemma.lower())

    def _reports_thing(self, clause: Clause) -> bool:
        """Say whether a clause's verb reports a thing, or claims to have done one.

        That is "reported 12 deaths", "claims to hold the dam" and "is said to hold the dam".
        """
        tree, head = self.tree, clause.head
        if counts_thing(tree, head) or reports_thing(tree, head):
            return True
        if not is_attributing(tree, head):
            return False
        claims = tree.lemma(head) in _CLAIMING and bool(tree.dependants(head, "xcomp"))
        if claims and tree.dependants(head, "nsubj:pass"):
            return True
        return claims and any(can_speak(tree, at) for at in tree.dependants(head, "nsubj"))

    def _is_quoted_whole(self, clause: Clause) -> bool:
        head = self.tree.tokens[clause.head]
        return any(
            one.outer.start <= head.start < one.outer.end or one.outer.contains(clause.extent)
            for one in self.utterances
        )

    def _is_mere_cue(self, clause: Clause) -> bool:
        if clause.head in self.cues or clause.head in self.carriers:
            return True
        if self.tree.lemma(clause.head) not in CUES:
            return False
        if self._only_cites(clause) or self._frames_quotation(clause):
            return True
        marks = {self.tree.lemma(at) for at in self.tree.dependants(clause.head, "mark", "advmod")}
        return "as" in marks or (self.tree.lemma(clause.head) == "ask" and "when" in marks)

    def _frames_quotation(self, clause: Clause) -> bool:
        """Say whether a clause's verb of talk stands right before quoted words: "he said that “…”"."""
        after = self.tree.tokens[clause.head].end
        return any(
            after <= one.outer.start
            and self.sentence.text[after : one.outer.start].strip(" ,:") in ("", "that")
            for one in self.utterances
        )

    def _only_cites(self, clause: Clause) -> bool:
        """Say whether a clause only names a source: ", citing two officials"."""
        token = self.tree.tokens[clause.head]
        return (
            token.xpos == "VBG"
            and token.lemma.lower() in ("cite", "quote")
            and not self.tree.dependants(clause.head, "nsubj", "aux", "ccomp")
        )

    def _word_count(self, clause: Clause) -> int:
        return sum(self.tree.tokens[at].upos not in ("PUNCT", "SYM") for at in clause.members)

    def _says_enough(self, clause: Clause) -> bool:
        """Say whether a clause tells something: two words do where a subject did it: "Fighting resumed"."""
        if self._word_count(clause) >= _MIN_WORDS or self._counts_people(clause):
            return True
        told = self.tree.tokens[clause.head].xpos == "VBD"
        subjects = [at for at in self.tree.dependants(clause.head, "nsubj") if at in clause.members]
        return told and any(self.tree.tokens[at].upos in ("NOUN", "PROPN") for at in subjects)

    def _counts_people(self, clause: Clause) -> bool:
        """Say whether a clause too short to tell anything else counts people: "4 killed"."""
        return any(one.quantity.unit.startswith("people_") for one in self._quantities(clause))

    def _has_word(self, clause: Clause, words: tuple[str, ...]) -> bool:
        return any(
            self.tree.tokens[at].text.lower() in words and in_own_clause(self.tree, at, clause)
            for at in clause.members
        )

    # -- what both need --------------------------------------------------------------------------

    def _certainty(self, clause: Clause) -> Certainty:
        return certainty_of(
            self.tree,
            clause,
            self.sentence.clauses,
            text=self.sentence.text,
            document=self.sentence.document,
        )

    def _judge(self, clause: Clause, cue: Cue | None, *, word: str, spoken: bool) -> Judged:
        """Return what a clause is, with what that was decided from."""
        certainty = self._certainty(clause)
        quantities = self._quantities(clause)
        facts = Facts(
            tree=self.tree,
            clause=clause,
            certainty=certainty,
            cue=cue,
            quantities=tuple(one.quantity for one in quantities),
            spoken=spoken,
            cue_word=word,
            headline=self.tree.tokens[-1].upos != "PUNCT",
            instruments=self.sentence.instruments,
            forces=forces_in(
                self.tree,
                clause,
                text=self.sentence.text,
                entities=self.sentence.entities,
                quantities=quantities,
            ),
        )
        return Judged(kind_of(facts), certainty, facts)

    def _statement(  # noqa: PLR0913 - the parts of a statement
        self,
        clause: Clause,
        judged: Judged,
        *,
        content: Span,
        cue: Cue | None,
        cue_span: Span | None,
        voices: tuple[Voice, ...],
        mode: QuotationMode,
        chain: Sequence[Attribution],
    ) -> Statement:
        kind, certainty = judged.kind, judged.certainty
        actor, recipient = parties_of(self.sentence, clause, self.names, kind)
        when = self.moments.of_clause(clause, chain, kind=kind, certainty=certainty)
        certainty = scheduled(certainty, when, self.moments.doc_date)
        counted = tuple(self._counted(one) for one in self._quantities(clause))
        forces = forces_of(self.sentence, judged, kind)
        return Statement(
            document=self.sentence.document,
            content=content,
            kind=kind,
            factuality=factualities(kind, certainty, cue, voices),
            cue=cue_span,
            voices=voices,
            mode=mode,
            act=self._act(clause, kind, actor),
            actor=actor,
            recipient=recipient,
            when=when,
            where=self._where(clause, kind),
            quantities=(*counted, *counted_alone(forces, counted)),
            hedges=certainty.hedges,
            authority=authority_of(self.sentence, judged, kind),
            forces=forces,
            targets=targets_of(judged, kind),
            loaded_labels=loaded_labels(self.sentence, content),
            names=names_in(self.sentence, clause.extent),
            contexts=self.around.contexts,
            notes=notes_on(self.sentence, when, content, cue_span),
        )

    def _act(self, clause: Clause, kind: StatementKind, actor: str) -> Act | None:
        """Return what is done; people killed by nobody in a report on a disaster were not attacked."""
        act = act_of_clause(self.tree, clause, kind)
        disaster = "disasters" in self.around.contexts
        if disaster and act is not None and act.code == "ASSAULT" and not (actor or act.mode):
            return None
        return act

    def _where(self, clause: Clause, kind: StatementKind) -> Where | None:
        """Return where a clause says it happens; of forces and targets no town is looked up."""
        where = named_only(
            place_of(
                self.tree, clause, self.sentence.entities, self.sentence.text, self.around.toponyms
            )
        )
        guarded = kind in ("occ.posture", "tgt.reported")
        if where is None or not guarded or where.precision >= _COARSEST_SAFE:
            return where
        return replace(where, place="", country="", precision=_UNLOCATED)

    def _quantities(self, clause: Clause) -> tuple[FoundQuantity, ...]:
        members = set(clause.members)
        return tuple(
            one
            for one in self.sentence.quantities
            if members & self._tokens_of(one) or self._in_utterance(clause, one)
        )

    def _tokens_of(self, one: FoundQuantity) -> set[int]:
        return set(self.tree.indices_in(one.number)) or {
            at
            for at, token in enumerate(self.tree.tokens)
            if token.start < one.number.end and one.number.start < token.end
        }

    def _in_utterance(self, clause: Clause, one: FoundQuantity) -> bool:
        return any(
            quotation.outer.contains(clause.extent)
            and clause.extent == piece_of(quotation, self.sentence.extent)
            and clause.extent.contains(one.number)
            for quotation in self.utterances
        )

    def _counted(self, one: FoundQuantity) -> Counted:
        quantity = one.quantity
        if one.change:  # "rose by 12" is no level: another unit keeps it off every count
            grown = "increase" if one.change == "up" else "decrease"
            quantity = replace(quantity, unit=f"{grown}_in_{quantity.unit or 'number'}")
        return Counted(self._span(one.extent, role="quantity"), quantity)

    # -- voices ----------------------------------------------------------------------------------

    def voices(self, chain: Sequence[Attribution]) -> tuple[Voice, ...]:
        """Return the voices of a chain, outermost first; one who is named twice in a row speaks once."""
        found: list[Voice] = []
        for step in chain:
            voice = _UNATTRIBUTED if step.source is None else self._voice(step.source)
            if not found or voice != found[-1]:
                found.append(voice)
        return tuple(found)

    def _voice(self, index: int) -> Voice:
        return voice_at(self.sentence, index, self.names)

    def _own_cue(self, step: Attribution | None) -> Span | None:
        return None if step is None else cue_span_of(Carrier(self.sentence, step))

    # -- words -----------------------------------------------------------------------------------

    def _span(self, extent: Extent, role: SpanRole = "content") -> Span:
        return span_in(self.sentence, extent, role)
