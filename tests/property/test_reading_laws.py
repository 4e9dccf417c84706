"""Laws of reading: nothing raises, every span stands, twice is the same, imagined things stay so."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.read.reading import document_of, linguist, read

from onrecord.domain.document import Passage
from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.read.quotations import find_quotations
from onrecord.read.reader import read_document
from onrecord.read.sentences import split_sentences

_WORDS = st.sampled_from(
    """the a army navy minister Reyes Varga Selden U.S. Gen. Mr. he she they it who that if unless
    whether had were would could may will not no never neither nor and but as while said says told asked
    denied confirmed warned claimed according to killed shelled seized left 12 21 83 at least more than
    dozen people boats strikes on Monday yesterday March 3, 2031 2031 port bridge evidence report claim
    reportedly allegedly there is was been citing quoted ordered""".split()
)
_MARKS = st.sampled_from(
    ['"', "“", "”", "‘", "’", "'", "«", "»", "„", "(", ")", ",", ".", "?", "!", ":", "—", "-", "…"]
)
_ODD = st.sampled_from(
    [
        "\x00",
        "🚢",
        "\u200f",
        "\u202e",
        "\u200b",
        "\ufeff",
        "İ",
        "ﬁ",
        "é",
        "日本",
        "x" * 300,
        "\ud7ff",
    ]
)
_GAPS = st.sampled_from([" ", " ", " ", " ", "", "\n", "\n\n", "\n\n\n\n", "\t", "\u00a0"])
_NEWS = st.lists(
    st.tuples(st.one_of(_WORDS, _WORDS, _WORDS, _WORDS, _MARKS, _ODD), _GAPS), max_size=45
).map(lambda parts: "".join(word + gap for word, gap in parts))
_ANY = st.text(max_size=120)
TEXTS = st.one_of(_NEWS, _NEWS, _ANY)
DATES = st.sampled_from(["2031-04-10", "2031-04", "2031", None])
_READING = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
IMAGINED = {"future", "hypothetical", "counterfactual", "question", "negation"}


@_READING
@given(TEXTS, DATES)
def test_every_span_of_every_statement_stands_in_the_text(text: str, date: str | None) -> None:
    for one in read(text, date):
        assert all(span.stands_in(text) for span in one.spans)
        assert one.content.exact.strip()


@settings(_READING, max_examples=40)
@given(TEXTS, DATES)
def test_reading_twice_gives_equal_statements(text: str, date: str | None) -> None:
    assert read(text, date) == read(text, date)


@_READING
@given(TEXTS)
def test_what_the_innermost_source_only_imagines_or_denies_supports_no_event(text: str) -> None:
    for one in read(text):
        if IMAGINED & set(one.innermost.aux) or one.innermost.value not in ("CT+", "PR+"):
            assert not one.supports_event()


@_READING
@given(TEXTS)
def test_voices_are_named_by_words_of_the_text_or_by_nobody(text: str) -> None:
    for one in read(text):
        for voice in one.voices:
            assert voice.text in text or voice.identity == "unattributed"
            assert voice.name in text
        assert len(one.factuality) == len(one.voices) + 1


@_READING
@given(TEXTS)
def test_without_a_date_of_its_own_a_text_has_only_dates_its_words_give(text: str) -> None:
    for one in read(text, None):
        if not isinstance(one.when, Unknown) and one.when.edtf is not None:
            assert one.when.text
            assert one.when.text in text


@settings(max_examples=300)
@given(TEXTS)
def test_sentences_cover_all_letters_in_order(text: str) -> None:
    """A place of filing in capitals that opens a paragraph ("LISK —") is no part of a sentence."""
    text = text.replace("—", ";").replace("-", ";")
    parts = split_sentences(text, Extent(0, len(text)))
    assert all(one.end <= two.start for one, two in pairwise(parts))
    assert "".join("".join(one.of(text).split()) for one in parts) == "".join(text.split())


@settings(max_examples=300)
@given(TEXTS)
def test_quotations_are_apart_and_inside_their_passage(text: str) -> None:
    found = find_quotations(text, [Extent(0, len(text))])
    assert all(one.outer.end <= two.outer.start for one, two in pairwise(found))
    assert all(one.outer.contains(one.inner) for one in found)


SUBJECTS = (
    "the army",
    "rebels",
    "two gunmen",
    "Norrast",
    "the coast guard",
    "a patrol of the navy",
)
DEEDS = (
    ("attacked", "the hospital"),
    ("killed", "12 villagers"),
    ("had seized", "a tanker"),
    ("shelled", "the port of Lisk on Sunday"),
    ("sank", "three boats"),
)
#: Frames in which nobody holds that the deed was done; `{x}` is the deed without its auxiliary.
UNHELD = (
    "It is not true that {c}.",
    "There is no evidence that {c}.",
    "There was a risk that {c}.",
    "The idea that {c} is absurd.",
    "Reports that {c} were false.",
    "The claim that {c} could not be verified.",
    '"It is a lie that {c}," Varga said.',
    "The minister denied that {c}.",
    "The ministry disputed that {c}.",
    "The ministry rejected claims that {c}.",
    "The army denied allegations by Varga that {c}.",
    "Ilse Varga did not say that {c}.",
    "Officials could not confirm that {c}.",
    "The minister refused to say whether {c}.",
    "The judge asked whether {c}.",
    "Investigators are checking whether {c}.",
    "It is unclear whether {c}.",
    "Nobody knows if {c}.",
    "Did the minister say that {c}?",
    "What if {c}?",
    "If {c}, the war is lost.",
    "The war is lost if {c}.",
    "Unless {c}, the war goes on.",
    "Had {x}, the war would be over.",
    "Police fear that {c}.",
    "Varga hopes that {c}.",
    "The mayor doubts that {c}.",
)
HELD = (
    "{C}.",
    "Officials said that {c}.",
    "According to the Red Crescent, {c}.",
    "{C}, Ilse Varga said.",
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(UNHELD), st.sampled_from(SUBJECTS), st.sampled_from(DEEDS))
def test_a_deed_that_nobody_holds_done_supports_no_event(
    frame: str, subject: str, deed: tuple[str, str]
) -> None:
    verb, target = deed
    clause = f"{subject} {verb} {target}"
    text = frame.format(c=clause, x=clause.replace(" had ", " "))
    done = [one for one in read(text) if target.split()[-1] in one.content.exact]
    assert not [one.content.exact for one in done if one.supports_event()]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(HELD), st.sampled_from(SUBJECTS), st.sampled_from(DEEDS))
def test_a_deed_that_somebody_holds_done_supports_an_event(
    frame: str, subject: str, deed: tuple[str, str]
) -> None:
    clause = f"{subject} {deed[0]} {deed[1]}"
    text = frame.format(c=clause, C=clause[0].upper() + clause[1:])
    assert any(one.supports_event() for one in read(text))


@settings(_READING, max_examples=40)
@given(TEXTS, st.integers(0, 60))
def test_what_stands_in_no_passage_is_not_read(text: str, at: int) -> None:
    cut = min(at, len(text))
    passages = (Passage(Extent(0, cut), "body"),) if text[:cut].strip() else ()
    document = document_of(text)
    object.__setattr__(document, "passages", passages)
    for one in read_document(document, text, linguist=linguist()):
        assert all(span.end <= cut for span in one.spans)
