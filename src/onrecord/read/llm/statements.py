"""From an item of an answer to a statement: its quotes looked up, their values read by our grammars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.domain.span import Extent
from onrecord.domain.statement import Aux, Counted, QuotationMode, Statement, StatementKind, Voice
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When, undated
from onrecord.domain.where import Where, named_only
from onrecord.read.certainty import Certainty, certainty_of
from onrecord.read.clauses import Clause
from onrecord.read.commitments import factualities
from onrecord.read.cues import CUES, Cue
from onrecord.read.details import Judged, authority_of, forces_of, targets_of
from onrecord.read.facts import Facts
from onrecord.read.forces import forces_in
from onrecord.read.llm.answers import Item, Quoted
from onrecord.read.llm.quotes import copied, pin
from onrecord.read.llm.report import Unread
from onrecord.read.llm.windows import Window
from onrecord.read.parties import act_of_clause
from onrecord.read.people import Names
from onrecord.read.places import domain_of
from onrecord.read.quantities import FoundQuantity
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree
from onrecord.read.voices import voice_at
from onrecord.read.wording import loaded_labels, names_in, notes_on, span_in

_UNATTRIBUTED = Voice("unattributed", "unattributed")
_PLACES = frozenset({"LOC", "GPE", "FAC"})
#: Kinds that may support an event, and cues that hold what follows off one.
_REPORTING = frozenset({"occ.event", "occ.tally", "say.confirm"})
_HELD_TRUE = frozenset({"CT+", "PR+"})
_DENYING = frozenset({"say.deny", "say.reject"})
_NOT_READ = "no day can be read from these words"


@dataclass(slots=True)
class Maker:
    """Makes the statements of one window, in order of its sentences.

    Attributes:
        window: What the model was shown.
        doc_date: The document's date, for statements that state no time.
        names: The people named before the sentence at hand; the caller brings them up to date.
        unread: Words that stand in the text and have no value; added to.
    """

    window: Window
    doc_date: When | Unknown
    names: Names
    unread: list[Unread] = field(default_factory=list)

    def statement(self, item: Item, content: Extent) -> Statement:
        """Return the statement of an item; it is made whole or not at all.

        Args:
            item: What the model proposes.
            content: Where its content stands.

        Raises:
            UnpinnedError: one of its other quotes stands nowhere or nobody can tell where.
        """
        number = self.window.number_at(content.start)
        item = replace(item, sentence=number)  # the model may have named another one
        sentence = self.window.sentence_at(content.start)
        cue_place = None if item.cue is None else self._beside(item.cue, content)
        cue = None if cue_place is None else self._cue(cue_place)
        voices = tuple(self._voice(one, content) for one in item.speakers)
        clause = top_clause(sentence, content)
        certainty = self._certainty(sentence, item, content, cue)
        span = span_in(sentence, content, "content")
        cue_span = None if cue_place is None else span_in(sentence, cue_place, "cue")
        when = self._when(item, sentence, content)
        judged = None
        if clause is not None:
            judged = judged_as(item.kind, sentence, clause, certainty, cue)
        return Statement(
            document=sentence.document,
            content=span,
            kind=item.kind,
            factuality=factualities(item.kind, certainty, cue, voices),
            cue=cue_span,
            voices=voices,
            mode=mode_of(sentence, content, attributed=bool(voices)),
            act=None if clause is None else act_of_clause(sentence.tree, clause, item.kind),
            actor=self._copied(item.actor, number),
            recipient=self._copied(item.recipient, number),
            when=when,
            where=self._where(item, content, clause),
            quantities=self._quantities(item, content),
            hedges=certainty.hedges,
            authority=() if judged is None else authority_of(sentence, judged, item.kind),
            forces=() if judged is None else forces_of(sentence, judged, item.kind),
            targets=() if judged is None else targets_of(judged, item.kind),
            loaded_labels=loaded_labels(sentence, span),
            names=names_in(sentence, content),
            notes=notes_on(sentence, when, span, cue_span),
        )

    # -- who and how surely ----------------------------------------------------------------------

    def _beside(self, quoted: Quoted, content: Extent) -> Extent:
        return pin(self.window, quoted.words or "", quoted.sentence, near=content, outside=True)

    def _cue(self, place: Extent) -> Cue | None:
        """Return what the last attributing word of a cue does."""
        tree = self.window.sentence_at(place.start).tree
        found = [CUES[tree.lemma(at)] for at in tree.indices_in(place) if tree.lemma(at) in CUES]
        return found[-1] if found else None

    def _voice(self, quoted: Quoted, content: Extent) -> Voice:
        if quoted.words is None:
            return _UNATTRIBUTED
        place = self._beside(quoted, content)
        sentence = self.window.sentence_at(place.start)
        span = span_in(sentence, place, "source")
        head = _head_in(sentence.tree, place)
        if head is None:
            return Voice(quoted.words, "unnamed", "", span)
        return replace(voice_at(sentence, head, self.names), text=quoted.words, span=span)

    def _certainty(
        self, sentence: SentenceReading, item: Item, content: Extent, cue: Cue | None
    ) -> Certainty:
        """Return what the model says, with the words we know to lower certainty.

        What reports an occurrence is held to our own rules too: what they take for negated, planned,
        supposed, asked or merely possible supports no event, whatever the model says (law 5).
        """
        clause = _clause_around(sentence, content)
        if clause is None:
            return Certainty(item.factuality, item.aux, (), "negation" in item.aux)
        ours = certainty_of(
            sentence.tree,
            clause,
            sentence.clauses,
            text=sentence.text,
            document=sentence.document,
        )
        hedges = tuple(one for one in ours.hedges if content.contains(one.extent))
        value, aux = item.factuality, item.aux
        if item.kind in _REPORTING:
            denied: tuple[Aux, ...] = (
                ("negation",) if cue is not None and cue.kind in _DENYING else ()
            )
            held = [one for one in (*ours.aux, *denied) if one != "historical"]
            aux = tuple(dict.fromkeys((*aux, *held)))
            value = ours.value if value in _HELD_TRUE and ours.value not in _HELD_TRUE else value
        return Certainty(value, aux, hedges, "negation" in aux)

    # -- when, where, how many -------------------------------------------------------------------

    def _when(self, item: Item, sentence: SentenceReading, content: Extent) -> When | Unknown:
        if item.time is None:
            past = "future" not in item.aux and _is_past(sentence.tree, content)
            return time_of_document(self.doc_date, past=past)
        place = pin(self.window, item.time, item.sentence, near=content)
        read = [
            one.when
            for one in self.window.sentence_at(place.start).times
            if one.extent.overlaps(place)
        ]
        if not read:
            self.unread.append(Unread(item.sentence, item.time))
            return undated(item.time, _NOT_READ)
        return next((one for one in read if one.edtf is not None), read[0])

    def _where(self, item: Item, content: Extent, clause: Clause | None) -> Where | None:
        if item.place is None:
            return None
        place = pin(self.window, item.place, item.sentence, near=content)
        sentence = self.window.sentence_at(place.start)
        named = [
            sentence.text[one.start : one.end]
            for one in sentence.entities
            if one.label in _PLACES and place.contains(Extent(one.start, one.end))
        ]
        domain = "unknown" if clause is None else domain_of(sentence.tree, clause)
        return named_only(Where(item.place, named[0] if named else "", domain=domain))

    def _quantities(self, item: Item, content: Extent) -> tuple[Counted, ...]:
        found: dict[Extent, Counted] = {}
        for words in item.quantities:
            place = pin(self.window, words, item.sentence, near=content)
            sentence = self.window.sentence_at(place.start)
            read = [one for one in sentence.quantities if place.contains(one.number)]
            if not read:
                self.unread.append(Unread(item.sentence, words))
            found |= {one.extent: counted_of(sentence, one) for one in read}
        return tuple(found[extent] for extent in sorted(found))

    def _copied(self, words: str | None, number: int) -> str:
        return "" if words is None else copied(self.window, words, number)


def top_clause(sentence: SentenceReading, content: Extent) -> Clause | None:
    """Return the highest clause whose predicate stands in a content, if one does."""
    tree = sentence.tree
    inside = [one for one in sentence.clauses if content.contains(_place(tree, one.head))]
    return min(inside, key=lambda one: (len(tree.ancestors(one.head)), one.head), default=None)


def _clause_around(sentence: SentenceReading, content: Extent) -> Clause | None:
    """Return the highest clause of a content, or the one that its first word belongs to."""
    inside = sentence.tree.indices_in(content)
    holding = (one for one in sentence.clauses if inside and inside[0] in one.members)
    return top_clause(sentence, content) or next(holding, None)


def mode_of(sentence: SentenceReading, content: Extent, *, attributed: bool) -> QuotationMode:
    """Say whether a content stands in quotation marks, holds some, or is told in other words."""
    if any(one.outer.contains(content) for one in sentence.quotations):
        return "direct"
    if any(one.outer.overlaps(content) for one in sentence.quotations):
        return "mixed"
    return "indirect" if attributed else "none"


def judged_as(
    kind: StatementKind,
    sentence: SentenceReading,
    clause: Clause,
    certainty: Certainty,
    cue: Cue | None,
) -> Judged:
    """Return what a model judged a clause to be, in the form our rules for law and forces look at."""
    members = set(clause.members)
    quantities = tuple(
        one for one in sentence.quantities if members & set(sentence.tree.indices_in(one.number))
    )
    facts = Facts(
        tree=sentence.tree,
        clause=clause,
        certainty=certainty,
        cue=cue,
        quantities=tuple(one.quantity for one in quantities),
        spoken=cue is not None,
        instruments=sentence.instruments,
        forces=forces_in(
            sentence.tree,
            clause,
            text=sentence.text,
            entities=sentence.entities,
            quantities=quantities,
        ),
    )
    return Judged(kind, certainty, facts)


def counted_of(sentence: SentenceReading, one: FoundQuantity) -> Counted:
    """Return a quantity with its words; "rose by 12" is no level, so its unit keeps it off counts."""
    quantity = one.quantity
    if one.change:
        grown = "increase" if one.change == "up" else "decrease"
        quantity = replace(quantity, unit=f"{grown}_in_{quantity.unit or 'number'}")
    return Counted(span_in(sentence, one.extent, "quantity"), quantity)


def time_of_document(doc_date: When | Unknown, *, past: bool) -> When | Unknown:
    """Return the document's date as the time of what states none; what is past lies on or before it."""
    if isinstance(doc_date, Unknown) or doc_date.edtf is None:
        return Unknown("no time is stated and the document has no date")
    latest = doc_date.latest
    edtf = f"../{latest.isoformat()}" if past and latest is not None else doc_date.edtf
    return When(text="", edtf=edtf, basis="document", anchor=doc_date.edtf)


def _is_past(tree: Tree, content: Extent) -> bool:
    return any(
        tree.tokens[at].xpos in ("VBD", "VBN") and tree.tokens[at].upos in ("VERB", "AUX")
        for at in tree.indices_in(content)
    )


def _head_in(tree: Tree, place: Extent) -> int | None:
    """Return the first word of a phrase that hangs from a word outside it."""
    inside: Sequence[int] = tree.indices_in(place)
    return next((at for at in inside if tree.tokens[at].head not in inside), None)


def _place(tree: Tree, index: int) -> Extent:
    return Extent(tree.tokens[index].start, tree.tokens[index].end)
