"""Trees are written `word relation governor TAG | …`; `of#2` is the second "of"."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.adapters.spacy.ud import to_universal
from onrecord.ports.linguist import Token

Tokens = tuple[Token, ...]

_BE = frozenset("is was were are be being been".split())


def tree(drawn: str) -> Tokens:
    rows = [row.split() for row in drawn.split("|")]
    names = [row[0] for row in rows]
    found: list[Token] = []
    for name, relation, governor, upos in rows:
        text = name.partition("#")[0]
        head = -1 if governor == "-" else names.index(governor)
        xpos = "TO" if text == "to" and upos == "PART" else ""
        lemma = "be" if text in _BE else text.lower()
        start = found[-1].end + 1 if found else 0
        found.append(Token(start, start + len(text), text, lemma, upos, xpos, "", head, relation))
    return tuple(found)


def turned(drawn: str) -> set[str]:
    names = [row.split()[0] for row in drawn.split("|")]
    return {
        f"{name} {token.deprel} {names[token.head] if token.head >= 0 else '-'}"
        for name, token in zip(names, to_universal(tree(drawn)), strict=True)
    }


CASES = {
    "a phrase of a verb and one of a noun": (
        "Troops nsubj struck NOUN | struck ROOT - VERB | the det port NOUN | port dobj struck NOUN |"
        "of prep port ADP | Lisk pobj of PROPN | at prep struck ADP | dawn pobj at NOUN",
        "Troops nsubj struck | struck root - | the det port | port obj struck | of case Lisk |"
        "Lisk nmod port | at case dawn | dawn obl struck",
    ),
    "a passive with its agent": (
        "Lisk nsubjpass hit PROPN | was auxpass hit AUX | not neg hit PART | hit ROOT - VERB |"
        "by agent hit ADP | rebels pobj by NOUN",
        "Lisk nsubj:pass hit | was aux:pass hit | not advmod hit | hit root - |"
        "by case rebels | rebels obl:agent hit",
    ),
    "a preposition inside a preposition": (
        "fired ROOT - VERB | from prep fired ADP | behind pcomp from ADP | walls pobj behind NOUN",
        "fired root - | from case walls | behind case walls | walls obl fired",
    ),
    "from one to the other": (
        "closed ROOT - VERB | from prep closed ADP | Monday pobj from PROPN | to prep from ADP |"
        "Friday pobj to PROPN",
        "closed root - | from case Monday | Monday obl closed | to case Friday | Friday nmod Monday",
    ),
    "a preposition of two words": (
        "according prep fell VERB | to prep according ADP | him pobj to PRON | Lisk nsubj fell PROPN |"
        "fell ROOT - VERB",
        "according case him | to fixed according | him obl fell | Lisk nsubj fell | fell root -",
    ),
    "such as": (
        "aid ROOT - NOUN | such amod as ADJ | as prep aid ADP | food pobj as NOUN",
        "aid root - | such case food | as fixed such | food nmod aid",
    ),
    "because of": (
        "fell ROOT - VERB | because prep fell SCONJ | of pcomp because ADP | rain pobj because NOUN",
        "fell root - | because case rain | of fixed because | rain obl fell",
    ),
    "two prepositions that share a noun": (
        "fell ROOT - VERB | in prep fell ADP | and cc in CCONJ | around conj in ADP |"
        "Lisk pobj around PROPN",
        "fell root - | in case Lisk | and cc around | around conj in | Lisk obl fell",
    ),
    "two phrases joined": (
        "fell ROOT - VERB | in prep fell ADP | Lisk pobj in PROPN | and cc in CCONJ |"
        "in#2 conj in ADP | Corrow pobj in#2 PROPN",
        "fell root - | in case Lisk | Lisk obl fell | and cc Corrow | in#2 case Corrow |"
        "Corrow conj Lisk",
    ),
    "clauses after prepositions": (
        "accused ROOT - VERB | of prep accused ADP | being pcomp of AUX | spies attr being NOUN |"
        "and cc of CCONJ | of#2 conj of ADP | shelling pcomp of#2 VERB | Lisk dobj shelling PROPN",
        "accused root - | of mark spies | being cop spies | spies advcl accused | and cc shelling |"
        "of#2 mark shelling | shelling conj spies | Lisk obj shelling",
    ),
    "until now": (
        "silent ROOT - ADJ | until prep silent ADP | now pcomp until ADV",
        "silent root - | until case now | now advmod silent",
    ),
    "to whom something is given, twice": (
        "gave ROOT - VERB | them dative gave PRON | food dobj gave NOUN | and cc gave CCONJ |"
        "sent conj gave VERB | tents dobj sent NOUN | to dative sent ADP | Lisk pobj to PROPN",
        "gave root - | them iobj gave | food obj gave | and cc sent | sent conj gave |"
        "tents obj sent | to case Lisk | Lisk obl sent",
    ),
    "a copula with all that hung from it": (
        "If mark was SCONJ | it nsubj was PRON | was advcl left AUX | a det trap NOUN |"
        "trap attr was NOUN | , punct left PUNCT | they nsubj left PRON | left ROOT - VERB",
        "If mark trap | it nsubj trap | was cop trap | a det trap | trap advcl left | , punct left |"
        "they nsubj left | left root -",
    ),
    "a place as predicate": (
        "She nsubj was PRON | was ROOT - AUX | n't neg was PART | in prep was ADP | Lisk pobj in PROPN |"
        "on prep was ADP | Monday pobj on PROPN",
        "She nsubj Lisk | was cop Lisk | n't advmod Lisk | in case Lisk | Lisk root - |"
        "on case Monday | Monday obl Lisk",
    ),
    "what there is": (
        "There expl were PRON | were ROOT - AUX | strikes attr were NOUN | in prep strikes ADP |"
        "Lisk pobj in PROPN",
        "There expl were | were root - | strikes nsubj were | in case Lisk | Lisk nmod strikes",
    ),
    "a clause after the predicate it belongs to": (
        "It nsubj is PRON | is ROOT - AUX | likely acomp is ADJ | that mark left SCONJ |"
        "they nsubj left PRON | left ccomp is VERB",
        "It expl likely | is cop likely | likely root - | that mark left | they nsubj left |"
        "left csubj likely",
    ),
    "a verb that is like a copula": (
        "toll nsubj remains NOUN | remains ROOT - VERB | unclear acomp remains ADJ",
        "toll nsubj remains | remains root - | unclear xcomp remains",
    ),
    "who is to do something": (
        "wants ROOT - VERB | them nsubj leave PRON | to aux leave PART | leave ccomp wants VERB",
        "wants root - | them obj wants | to mark leave | leave xcomp wants",
    ),
    "a reported clause keeps its subject": (
        "says ROOT - VERB | they nsubj left PRON | will aux left AUX | left ccomp says VERB",
        "says root - | they nsubj left | will aux left | left ccomp says",
    ),
    "three conjuncts": (
        "Lisk ROOT - PROPN | , punct Lisk PUNCT | Corrow conj Lisk PROPN | , punct Corrow PUNCT |"
        "and cc Corrow CCONJ | Ostrava conj Corrow PROPN".replace(", punct Corrow", ",#2 punct Corrow"),
        "Lisk root - | , punct Corrow | Corrow conj Lisk | ,#2 punct Ostrava | and cc Ostrava |"
        "Ostrava conj Lisk",
    ),
    "both, and a conjunction that opens the sentence": (
        "But cc fell CCONJ | both preconj Lisk CCONJ | Lisk nsubj fell PROPN | and cc Lisk CCONJ |"
        "Corrow conj Lisk PROPN | fell ROOT - VERB",
        "But cc fell | both cc:preconj Lisk | Lisk nsubj fell | and cc Corrow | Corrow conj Lisk |"
        "fell root -",
    ),
    "small words": (
        "Well intj set INTJ | all predet men DET | Lisk poss men PROPN | 's case Lisk PART |"
        "men nsubj set NOUN | set ROOT - VERB | off prt set ADP | days npadvmod ago NOUN |"
        "ago advmod set ADV | who nsubj ran PRON | ran relcl men VERB",
        "Well discourse set | all det:predet men | Lisk nmod:poss men | 's case Lisk | men nsubj set |"
        "set root - | off compound:prt set | days obl:unmarked ago | ago advmod set | who nsubj ran |"
        "ran acl:relcl men",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_words_of_content_govern(case: str) -> None:
    before, after = CASES[case]
    assert turned(before) == {" ".join(row.split()) for row in after.split("|")}


def test_a_copula_helps_and_existence_does_not() -> None:
    copula = to_universal(tree("It nsubj was PRON | was ROOT - VERB | true acomp was ADJ"))
    exists = to_universal(tree("There expl was PRON | was ROOT - AUX | fog attr was NOUN"))
    assert copula[1].upos == "AUX"
    assert exists[1].upos == "VERB"


def test_a_sentence_of_nothing_stays_so() -> None:
    assert to_universal(()) == ()


_RELATIONS = """prep pobj pcomp agent dative attr acomp conj cc punct expl nsubj nsubjpass ccomp xcomp
aux auxpass mark advmod amod dobj npadvmod relcl case poss neg ROOT""".split()
_FORMS = "be there it to , and of such as because according in Lisk left".split()


@st.composite
def trees(draw: st.DrawFn) -> Tokens:
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: -1}
    for at in range(1, size):
        heads[order[at]] = order[draw(st.integers(0, at - 1))]
    words = st.builds(
        Token,
        start=st.just(0),
        end=st.just(1),
        text=st.sampled_from(_FORMS),
        lemma=st.sampled_from(_FORMS),
        upos=st.sampled_from("NOUN VERB AUX ADP SCONJ PROPN ADV PRON PUNCT".split()),
        xpos=st.sampled_from(["TO", "IN"]),
        feats=st.just(""),
        head=st.just(0),
        deprel=st.sampled_from(_RELATIONS),
    )
    return tuple(replace(draw(words), head=heads[at], start=at, end=at + 1) for at in range(size))


@given(trees())
@settings(max_examples=400, deadline=None)
def test_whatever_the_relations_the_result_is_one_tree(before: Tokens) -> None:
    after = to_universal(before)
    assert [token.head for token in after].count(-1) == 1
    assert all((token.deprel == "root") == (token.head == -1) for token in after)
    for at in range(len(after)):
        path = [at]
        while after[path[-1]].head >= 0:
            path.append(after[path[-1]].head)
            assert len(path) <= len(after)
    assert [(one.start, one.text, one.lemma) for one in after] == [
        (one.start, one.text, one.lemma) for one in before
    ]


@given(trees())
@settings(max_examples=200, deadline=None)
def test_no_relation_of_the_other_scheme_is_left(before: Tokens) -> None:
    left = {token.deprel for token in to_universal(before)}
    assert left.isdisjoint(
        "prep pobj pcomp agent dative attr acomp nsubjpass auxpass dobj npadvmod relcl poss neg".split()
    )
