"""When a statement's content holds: its own time, that of its cue, or what the document's date allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.domain.span import Extent
from onrecord.domain.statement import StatementKind
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read.attribution import Attribution
from onrecord.read.certainty import Certainty
from onrecord.read.clauses import Clause, is_according
from onrecord.read.quotations import Quotation
from onrecord.read.sentence import SentenceReading
from onrecord.read.time_lengths import TIME_OF_DAY
from onrecord.read.time_values import NO_DOCUMENT_DATE, VAGUE
from onrecord.read.times import FoundTime

#: Kinds of content that take their time from the clause they hang from.
_DATED_BY_GOVERNOR = ("law.", "say.", "tgt.", "occ.")


#: What opens a clause of what came before.
_BACKGROUND = frozenset({"since", "after"})
#: Why a time without days says nothing against the day of the cue, the governor or the document.
_OPEN_TO_OTHERS = frozenset({VAGUE, TIME_OF_DAY, NO_DOCUMENT_DATE})


@dataclass(frozen=True, slots=True)
class Moments:
    """The times of one sentence, given out to its statements.

    Attributes:
        sentence: The sentence with its times.
        doc_date: The document's date, for what states no time.
        utterances: Its quotations that hold somebody's whole words.
    """

    sentence: SentenceReading
    doc_date: When | Unknown
    utterances: tuple[Quotation, ...]

    def of_clause(
        self,
        clause: Clause,
        chain: Sequence[Attribution],
        *,
        kind: StatementKind,
        certainty: Certainty,
    ) -> When | Unknown:
        """Return when the content of a clause holds, or why that is not known."""
        own = self._own(clause)
        if own is not None and (not chain or self._dates_predicate(own, clause)):
            return own
        told = self._dating(clause) if chain else None
        if told is not None:
            return told
        for step in reversed(chain):
            uttered = self._of_step(step) or self._between(step, clause)
            if uttered is not None:
                standing = self._is_according(step) and self._is_present(clause)
                return _by(uttered) if standing else uttered
        if own is not None:
            return own
        governing = self._of_governors(clause) if kind.startswith(_DATED_BY_GOVERNOR) else None
        if governing is not None:
            return governing
        if kind == "fut.pathway":
            return Unknown("a possibility has no time")
        ahead = "future" in certainty.aux
        past = self._is_told_as_past(clause, chain, ahead=ahead)
        # what an author makes of it, ", creating a risk", holds as he writes
        happened = kind.startswith("occ.") and not ahead and self._follows_past(clause)
        return self._of_document(past=past or happened)

    def _own(self, clause: Clause) -> When | None:
        """Return the time a clause states for itself, if only by words that name no days."""
        own = self._in(clause.extent, clause) or self._of_antecedent(clause)
        if own is None or self._only_names(own, clause):
            return self._unresolved(clause)
        return own

    def _unresolved(self, clause: Clause) -> When | None:
        """Return a time that says when a clause holds, where its days cannot be told.

        "Three weeks earlier" is no time of the clause around it, nor of the document. What only
        says "now" or "soon", and an hour without its day, leave the day to the others.
        """
        return next(
            (
                one.when
                for one in self.sentence.times
                if one.when.edtf is None
                and one.when.reason not in _OPEN_TO_OTHERS
                and self._dates(one, clause.extent, clause)
                and not self._only_names(one.when, clause)
            ),
            None,
        )

    def _of_antecedent(self, clause: Clause) -> When | None:
        """Return the time a clause with "when" says more of: "in mid-May, when aides told …"."""
        tree = self.sentence.tree
        opening = tree.tokens[min(clause.members)]
        if opening.text.lower() != "when":
            return None
        return next(
            (
                self._settled(one.parts[-1] if one.parts else one)
                for one in self.sentence.times
                if one.when.edtf is not None
                and one.extent.end <= opening.start
                and self.sentence.text[one.extent.end : opening.start].strip(" ,–—-") == ""
            ),
            None,
        )

    def _settled(self, one: FoundTime) -> When:
        """Return a time, or the numbered day where a holiday of the same occasion contradicts it.

        A "Thanksgiving call" of "November 28" is dated by the number; the conflict goes with it.
        """
        for conflict in self.sentence.conflicts:
            if conflict.holiday.when == one.when:
                return replace(conflict.day.when, conflict=conflict.message)
        return one.when

    def _dating(self, clause: Clause) -> When | None:
        """Return a time of the clause that dates it, where an earlier one says which thing is meant.

        The parser may hang the time of the cue from the clause; "said on Tuesday" dates it either way.
        """
        return next(
            (
                one.when
                for one in self.sentence.times
                if one.when.edtf is not None
                and one.kind not in ("duration", "set")
                and set(self.sentence.tree.indices_in(one.extent)) & set(clause.members)
                and self._dates_predicate(one.when, clause)
            ),
            None,
        )

    def _only_names(self, when: When, clause: Clause) -> bool:
        """Say whether a time tells which thing is meant and nothing of when the clause holds.

        So does "2019" in "it has weathered the protests of 2019" and in "the law, which was passed in
        2019, stays"; what a past event happened to mostly shares its day: "Monday's raid failed".
        """
        if self._dates_predicate(when, clause):
            return False
        tree = self.sentence.tree
        relations = {
            tree.relation(step)
            for one in self.sentence.times
            if one.when == when
            for at in tree.indices_in(one.extent)
            for step in self._below(at, clause)
        }
        if "acl" in relations:
            return True
        tags = {tree.tokens[at].xpos for at in tree.dependants(clause.head, "aux", "cop")}
        holds = {tree.tokens[clause.head].xpos, *tags} & {"VBZ", "VBP", "MD"}
        return bool(holds) and "nsubj" not in relations

    def _below(self, at: int, clause: Clause) -> tuple[int, ...]:
        """Return a token and what it hangs from, up to the head of the clause."""
        path = (at, *self.sentence.tree.ancestors(at))
        return path[: path.index(clause.head)] if clause.head in path else path[:1]

    def _dates_predicate(self, when: When, clause: Clause) -> bool:
        """Say whether a time says when the clause holds, rather than which thing is meant.

        In "said on Friday it had counted 38 dead from the explosion of April 12" only Friday does.
        """
        tree = self.sentence.tree
        for one in self.sentence.times:
            if one.when != when:
                continue
            for at in tree.indices_in(one.extent):
                below = self._below(at, clause)
                if not any(tree.relation(step) in ("nmod", "acl", "appos") for step in below):
                    return True
        return False

    def of_utterance(self, step: Attribution | None) -> When | Unknown:
        """Return when words were said whose content has no clause to be dated."""
        found = None if step is None else self._of_step(step)
        if found is not None:
            return found
        return self._of_document(past=step is not None and self._is_past_cue(step))

    def _of_governors(self, clause: Clause) -> When | None:
        for head in self.sentence.tree.ancestors(clause.head):
            governing = self._clause_headed(head)
            found = None if governing is None else self._in(governing.extent, governing)
            if governing is not None and found is not None:
                return None if self._only_names(found, governing) else found
        return None

    def _clause_headed(self, head: int) -> Clause | None:
        return next((one for one in self.sentence.clauses if one.head == head), None)

    def _of_step(self, step: Attribution) -> When | None:
        """Return when the words were said: a time beside the cue or with its source."""
        verb = step.cue[-1]
        clause = next(
            (one for one in self.sentence.clauses if verb in one.members or one.head == verb), None
        )
        found = None
        if clause is not None:
            found = self._in(clause.extent, clause) or self._of_antecedent(clause)
            if found is not None and self._is_background(found, clause):
                found = None
        if found is not None or step.source is None:
            return found
        source = self._words_of_source(step)
        for one in self.sentence.times:
            inside = set(self.sentence.tree.indices_in(one.extent))
            if inside and inside <= source and one.when.edtf is not None:
                return one.when
        return None

    def _is_background(self, when: When, clause: Clause) -> bool:
        """Say whether a time beside a cue dates what was before: "since the revolt a week ago, he said"."""
        tree = self.sentence.tree
        return any(
            tree.relation(step) in ("acl", "advcl")
            and any(tree.lemma(mark) in _BACKGROUND for mark in tree.dependants(step, "mark"))
            for one in self.sentence.times
            if one.when == when
            for at in tree.indices_in(one.extent)
            for step in self._below(at, clause)
        )

    def _between(self, step: Attribution, clause: Clause) -> When | None:
        """Return a time between a cue and its content: "told sailors on Monday that …"."""
        end = self.sentence.tree.tokens[step.cue[-1]].end
        return next(
            (
                one.when
                for one in self.sentence.times
                if end <= one.extent.start
                and one.extent.end <= clause.extent.start
                and one.when.edtf is not None
            ),
            None,
        )

    def _words_of_source(self, step: Attribution) -> set[int]:
        """Return the words that name a source with its date: "the Herald's reporting from May"."""
        tree, top = self.sentence.tree, step.source
        if top is None:
            return set()
        governor = tree.tokens[top].head
        if governor >= 0 and is_according(tree, governor):
            top = governor
        heads = [one.head for one in self.sentence.clauses if one.head != top]
        return set(tree.subtree(top, without=heads))

    def _is_according(self, step: Attribution) -> bool:
        return self.sentence.tree.tokens[step.cue[0]].text.lower() == "according"

    def _is_past_cue(self, step: Attribution) -> bool:
        tokens = [self.sentence.tree.tokens[at] for at in step.cue]
        return any(
            token.xpos in ("VBD", "VBN") or token.text.lower() in ("has", "have", "had")
            for token in tokens
        )

    def _is_told_as_past(
        self, clause: Clause, chain: Sequence[Attribution], *, ahead: bool
    ) -> bool:
        """Say whether content without a time was so before the document, by its cue or its verb."""
        past = bool(chain) and self._is_past_cue(chain[-1])
        if past and self._is_perfect_cue(chain[-1]):
            past = not self._is_present(clause)
        return past or (not ahead and self._is_past(clause))

    def _is_perfect_cue(self, step: Attribution) -> bool:
        """Say whether a cue is a perfect: what "experts have noted" in the present still holds."""
        tree, verb = self.sentence.tree, step.cue[-1]
        return any(
            tree.tokens[at].text.lower() in ("has", "have") for at in tree.dependants(verb, "aux")
        )

    def _in(self, extent: Extent, clause: Clause) -> When | None:
        """Return the first dated time of a clause, or one that opens it ("two days after …")."""
        dated = [one for one in self.sentence.times if self._dates(one, extent, clause)]
        dated.sort(
            key=lambda one: (
                extent.contains(one.extent),
                not self._dates_predicate(one.when, clause),
            )
        )
        known = [one for one in dated if one.when.edtf is not None]
        if known:
            return self._settled(known[0])
        # "very soon" says less than the document's date does; without that date it is all there is.
        anchored = isinstance(self.doc_date, When) and self.doc_date.edtf is not None
        return None if anchored or not dated else dated[0].when

    def _dates(self, one: FoundTime, extent: Extent, clause: Clause) -> bool:
        if one.kind in ("duration", "set"):
            return False
        inside = set(self.sentence.tree.indices_in(one.extent))
        if not extent.contains(one.extent):
            return bool(inside) and max(inside) == min(clause.members)
        quoted = any(utterance.outer.contains(extent) for utterance in self.utterances)
        return not inside or bool(inside & set(clause.members)) or quoted

    def _of_document(self, *, past: bool) -> When | Unknown:
        """Return the document's date as the time a clause holds for, when it states none.

        What has happened is placed on or before that date, what is or will be on it.
        """
        if isinstance(self.doc_date, Unknown):
            return Unknown("no time is stated and the document has no date")
        if self.doc_date.edtf is None:
            return Unknown("no time is stated and the document's date is not known")
        latest = self.doc_date.latest
        edtf = f"../{latest.isoformat()}" if past and latest is not None else self.doc_date.edtf
        return When(text="", edtf=edtf, basis="document", anchor=self.doc_date.edtf)

    def _is_present(self, clause: Clause) -> bool:
        """Say whether a clause is told in the present, as what still holds."""
        tree = self.sentence.tree
        verbs = [clause.head, *tree.dependants(clause.head, "aux", "cop")]
        return any(tree.tokens[at].xpos in ("VBZ", "VBP") for at in verbs) and not self._is_past(
            clause
        )

    def _follows_past(self, clause: Clause) -> bool:
        """Say whether a clause without a tense, ", killing six", hangs from one told as past."""
        if not self._is_participial(clause):
            return False
        for head in self.sentence.tree.ancestors(clause.head):
            governing = self._clause_headed(head)
            if governing is not None and not self._is_participial(governing):
                return self._is_past(governing)
        return False

    def _is_participial(self, clause: Clause) -> bool:
        """Say whether a clause hangs by a bare participle: ", killing six", ", with six people killed"."""
        tree, head = self.sentence.tree, clause.head
        if tree.tokens[head].head < 0 or tree.dependants(head, "aux", "cop"):
            return False
        verbs = [head, *(at for at in tree.dependants(head, "acl") if tree.relation(head) == "obl")]
        return any(tree.tokens[at].xpos in ("VBG", "VBN") for at in verbs)

    def _is_past(self, clause: Clause) -> bool:
        tree = self.sentence.tree
        auxiliaries = [tree.tokens[at] for at in tree.dependants(clause.head, "aux", "cop")]
        tags = {token.xpos for token in auxiliaries}
        perfect = any(token.lemma.lower() == "have" for token in auxiliaries)
        if "MD" in tags:
            return perfect
        return tree.tokens[clause.head].xpos == "VBD" or perfect or "VBD" in tags


def _by(when: When) -> When:
    """Return the time of what stood when it was reported: it may have stood for long."""
    latest = when.latest
    if latest is None:
        return when
    return replace(when, edtf=f"../{latest.isoformat()}", inputs=(*when.inputs, "as reported then"))
