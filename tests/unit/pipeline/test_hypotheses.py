"""Hypotheses on the ledger: every version stays, the newest is held, and nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from tests.fakes.memory_archive import MemoryArchive
from tests.fakes.memory_store import MemoryRecordStore
from tests.fakes.sample_records import AGENT, instant, sample_drafts, text_of
from tests.unit.reconcile.reports import Count, Said, day, report

from onrecord.adapters.sqlite import SqliteRecordStore
from onrecord.domain.decision import Decision
from onrecord.domain.errors import UsageError
from onrecord.domain.hypothesis import Hypothesis
from onrecord.domain.ledger import Draft
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act, Aux, FactualityValue
from onrecord.domain.unknown import Unknown
from onrecord.pipeline.decisions import decide
from onrecord.pipeline.hypotheses import (
    Checked,
    Put,
    board_of,
    check_dossier,
    citations_of,
    drop_name,
    load_hypotheses,
    load_indicators,
    load_versions,
    put_dossier,
)
from onrecord.ports.record_store import RecordStore

BY = "I. Ferrand"
FIRST, SECOND, THIRD = (one.record.id for one in sample_drafts(1) if one.type == "statement")


class Ticking:
    """A clock that shows another second each time."""

    def __init__(self, second: int = 0) -> None:
        self.second = second

    def now(self) -> str:
        self.second += 1
        return instant(self.second)


@contextmanager
def memory(_: Path) -> Iterator[RecordStore]:
    yield MemoryRecordStore()


def sqlite(folder: Path) -> AbstractContextManager[RecordStore]:
    return SqliteRecordStore.open(folder / "store")


@pytest.fixture(params=[memory, sqlite], ids=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RecordStore]:
    opened: Callable[[Path], AbstractContextManager[RecordStore]] = request.param
    with opened(tmp_path) as store:
        store.append(sample_drafts(1), at=instant(0))
        yield store


@pytest.fixture
def archive() -> MemoryArchive:
    kept = MemoryArchive()
    kept.put(text_of(1, statements=3).encode())
    return kept


def text(
    rating: str = "I", states: str = "", *, name: str = "smuggling", says: str = "It is."
) -> str:
    return (
        f'question = "Why?"\n[[hypothesis]]\nname = "{name}"\nkind = "explanation"\ntext = "{says}"\n'
        f'[[evidence]]\nstatement = "{FIRST}"\nratings = {{ {name} = "{rating}" }}\n'
        f'[[indicator]]\nname = "landing"\nobservable = "A landing."\ntest = "Told twice."\n{states}'
    )


def state(name: str, statement: str) -> str:
    return f'[[indicator.sighting]]\nstate = "{name}"\nstatement = "{statement}"\n'


def check(store: RecordStore, archive: MemoryArchive, written: str) -> Checked:
    return check_dossier(store, archive, written)


def put(
    store: RecordStore, archive: MemoryArchive, clock: Ticking, written: str, by: str = BY
) -> Put:
    checked = check(store, archive, written)
    assert checked.dossier is not None, [str(one) for one in checked.faults]
    return put_dossier(store, clock, checked.dossier, by=by)


def test_what_is_put_is_held_and_signed(store: RecordStore, archive: MemoryArchive) -> None:
    assert put(store, archive, Ticking(), text()).written == ("smuggling", "landing")
    (hypothesis,) = load_hypotheses(store)
    dossier = check(store, archive, text()).dossier
    assert dossier is not None
    assert (hypothesis,) == dossier.hypotheses
    assert (hypothesis.name, hypothesis.evidence[0].statement) == ("smuggling", FIRST)
    assert [one.name for one in load_indicators(store)] == ["landing"]
    assert [(one.by, one.at) for one in load_versions(store)] == [(BY, instant(1))] * 2
    (entry,) = store.entries(kind="hypothesis")
    assert (entry.header.created_by, entry.header.review) == (BY, "reviewed")
    assert entry.header.sources == (FIRST,)
    store.verify()


def test_what_says_the_same_is_not_put_again(store: RecordStore, archive: MemoryArchive) -> None:
    clock = Ticking()
    put(store, archive, clock, text())
    head = store.head()
    assert put(store, archive, clock, text(), "O. Lindqvist") == Put(
        (), ("smuggling", "landing"), {}
    )
    assert store.head() == head


def test_a_new_version_supersedes_and_the_old_one_stays(
    store: RecordStore, archive: MemoryArchive
) -> None:
    clock = Ticking()
    put(store, archive, clock, text("I"))
    done = put(store, archive, clock, text("C"), "O. Lindqvist")
    assert (done.written, done.unchanged) == (("smuggling",), ("landing",))
    assert done.replaced["smuggling"].by == BY
    first, second = store.entries(kind="hypothesis")
    assert second.header.supersedes == first.header.id
    assert [one.evidence[0].rating for one in load_hypotheses(store)] == ["C"]
    assert [one.evidence[0].rating for one in load_hypotheses(store, as_of=instant(1))] == ["I"]
    assert load_hypotheses(store, as_of=instant(0)) == ()


def test_earlier_words_can_be_put_again(store: RecordStore, archive: MemoryArchive) -> None:
    clock = Ticking()
    for rating in ("I", "C", "I"):
        assert put(store, archive, clock, text(rating)).written[0] == "smuggling"
    assert [one.evidence[0].rating for one in load_hypotheses(store)] == ["I"]
    assert len({one.record.id for one in load_versions(store)}) == 4


def test_what_a_file_does_not_name_stays_as_it_is(
    store: RecordStore, archive: MemoryArchive
) -> None:
    clock = Ticking()
    put(store, archive, clock, text())
    put(store, archive, clock, text(name="coercion"))
    assert [one.name for one in load_hypotheses(store)] == ["coercion", "smuggling"]


def test_what_is_dropped_is_held_no_longer_and_comes_back_when_put_again(
    store: RecordStore, archive: MemoryArchive
) -> None:
    clock = Ticking()
    put(store, archive, clock, text())
    drop_name(store, clock, "smuggling", by=BY, why="the landing places are open")
    assert load_hypotheses(store) == ()
    assert board_of(store, archive).matrices == ()
    assert [one.name for one in load_hypotheses(store, as_of=instant(1))] == ["smuggling"]
    last = load_versions(store)[-1].record
    assert isinstance(last, Hypothesis)
    assert last.dropped == "the landing places are open"
    with pytest.raises(UsageError, match="nothing was dropped"):
        drop_name(store, clock, "smuggling", by=BY, why="again")
    assert put(store, archive, clock, text()).written == ("smuggling",)
    assert [one.dropped for one in load_hypotheses(store)] == [""]


def test_an_indicator_keeps_its_history_even_where_it_was_dropped(
    store: RecordStore, archive: MemoryArchive
) -> None:
    clock = Ticking()
    put(store, archive, clock, text(states=state("seen", FIRST)))
    for _ in range(2):
        (fault,) = check(store, archive, text(states=state("partial", SECOND))).faults
        assert "a history only grows" in str(fault)
        if load_indicators(store):
            drop_name(store, clock, "landing", by=BY, why="no use")
    grown = state("seen", FIRST) + state("withdrawn", SECOND)
    put(store, archive, clock, text(states=grown))
    (indicator,) = load_indicators(store)
    assert [one.state for one in indicator.history] == ["seen", "withdrawn"]


def test_a_sighting_that_came_on_record_meanwhile_is_not_lost(
    store: RecordStore, archive: MemoryArchive
) -> None:
    clock = Ticking()
    mine = check(store, archive, text(states=state("seen", FIRST))).dossier
    put(store, archive, clock, text(states=state("seen", SECOND)), "O. Lindqvist")
    head = store.head()
    assert mine is not None
    with pytest.raises(UsageError, match="landing: a sighting came on record"):
        put_dossier(store, clock, mine, by=BY)
    assert store.head() == head


def test_a_file_with_faults_gives_nothing_to_put(
    store: RecordStore, archive: MemoryArchive
) -> None:
    checked = check(store, archive, text("X") + state("seen", "stm-00000000"))
    assert checked.dossier is None
    assert len(checked.faults) == 1
    checked = check(store, archive, text().replace(FIRST, "stm-00000000"))
    assert "is not on record" in str(checked.faults[0])


def test_an_empty_store_holds_nothing() -> None:
    board = board_of(MemoryRecordStore(), MemoryArchive())
    assert (board.matrices, board.hypotheses, board.indicators, board.cited) == ((), (), (), {})


def test_evidence_that_a_person_dismissed_is_set_aside_until_they_undo_it(
    store: RecordStore, archive: MemoryArchive
) -> None:
    clock = Ticking()
    put(store, archive, clock, text("II"))
    made = decide(store, clock, Decision("dismiss", (FIRST,), BY, "a drill"))
    (matrix,) = board_of(store, archive).matrices
    assert (matrix.columns[0].inconsistency, matrix.columns[0].set_aside) == (0, 2)
    assert matrix.rows[0].cited.standing == "dismissed"
    assert [one.id for one in check(store, archive, text("II")).doubtful] == [FIRST]
    (before,) = board_of(store, archive, as_of=instant(1)).matrices
    assert before.columns[0].inconsistency == 2
    assert made is not None
    decide(store, clock, Decision("undo", (), BY, "no drill", reverses=made.decision.id))
    (matrix,) = board_of(store, archive).matrices
    assert matrix.columns[0].inconsistency == 2


def test_a_record_that_nobody_named_stands_for_itself(
    store: RecordStore, archive: MemoryArchive
) -> None:
    for words in ("It is trade.", "It is weather."):
        draft = Draft("hypothesis", Hypothesis(words, "explanation", question="Why?"), AGENT)
        store.append([draft], at=instant(1))
    assert len(load_hypotheses(store)) == 2
    (matrix,) = board_of(store, archive).matrices
    assert len(matrix.columns) == 2


BEFORE = "Six boats burned off Selden on Monday.\nThe harbour office counted 14 boats in the port."
AFTER = "Six boats burned off Selden on Monday.\nThe harbour office counted 11 boats in the port."
OLD = report(
    BEFORE,
    Said("Six boats burned off Selden"),
    Said("The harbour office counted 14 boats"),
    publisher="Herald", key="page", recorded_at=instant(0),
)  # fmt: skip
NEW = report(
    AFTER,
    Said("Six boats burned off Selden"),
    Said("The harbour office counted 11 boats"),
    publisher="Herald", key="page", version_of=OLD.document.id, recorded_at=instant(5),
)  # fmt: skip


def test_words_that_an_edit_left_standing_count_and_words_it_took_do_not() -> None:
    kept, gone = OLD.statements
    cited = citations_of([kept.id, gone.id], [OLD, NEW], [])
    assert (cited[kept.id].standing, cited[kept.id].counts) == ("carried", True)
    assert cited[kept.id].lineage == "herald"
    assert (cited[gone.id].standing, cited[gone.id].counts) == ("superseded", False)
    assert "11 boats" in cited[gone.id].because


def test_a_person_who_looked_again_lets_words_count_that_an_edit_took() -> None:
    gone = OLD.statements[1].id
    accept = Decision("accept", (gone,), BY, "the office gave both figures")
    cited = citations_of([gone], [OLD, NEW], [accept])[gone]
    assert (cited.standing, cited.counts) == ("accepted", True)


def test_words_that_were_taken_back_do_not_count() -> None:
    claim, withdrawal = taken_back()
    (statement,) = claim.statements
    cited = citations_of([statement.id], [claim, withdrawal], [])[statement.id]
    assert (cited.standing, cited.counts) == ("retracted", False)
    assert cited.because


def taken_back() -> tuple[Reading, Reading]:
    said = "The ministry of Norrast withdrew its figure of 40 drowned sailors"
    return (
        report(
            "The ministry of Norrast said 40 sailors had drowned in the harbour.",
            Said(
                "40 sailors had drowned in the harbour",
                "say.report",
                (Count("40 sailors", 40, "people_killed"),),
                speaker="The ministry of Norrast",
                cue="said",
            ),
            publisher="Herald",
        ),
        report(f"{said}.", Said(said, actor="The ministry of Norrast"), publisher="Wire",
               date="2031-04-10"),
    )  # fmt: skip


def attack(words: str, *counts: Count, publisher: str) -> Reading:
    said = Said(
        words,
        counts=counts,
        actor="Norrasti jets",
        act=Act("PLOVER", "ASSAULT", "aerial"),
        place="Tessany",
        when=day("2031-04-11", "Friday"),
    )
    return report(f"{words}.", said, publisher=publisher, date="2031-04-12")


def test_other_origins_that_report_the_same_stand_beside_it() -> None:
    first = attack(
        "Norrasti jets killed 12 people in Tessany on Friday",
        Count("12 people", 12, "people_killed"),
        publisher="Wire",
    )
    same = attack(
        "Jets from Norrast killed 12 people in Tessany on Friday, two drivers said",
        Count("12 people", 12, "people_killed"),
        publisher="Post",
    )
    (statement,) = first.statements
    cited = citations_of([statement.id], [first, same], [])[statement.id]
    assert (cited.lineage, cited.backed_by) == ("wire", ("post",))
    alone = citations_of([statement.id], [first], [])[statement.id]
    assert alone.backed_by == ()


def told(words: str, by: str, value: FactualityValue, *aux: Aux) -> Reading:
    said = Said(
        words, speaker=by, act=Act("PLOVER", "ASSAULT"), when=day("2031-04-07", "Monday"),
        value=value, aux=aux,
    )  # fmt: skip
    return report(f"{by.capitalize()} said: {words}.", said, publisher=f"Paper of {by}")


def test_who_says_otherwise_stands_beside_it() -> None:
    hit = told("Two missiles hit the power plant of Quorum", "the governor", "CT+")
    no = told("No missiles hit the power plant of Quorum", "the director", "CT-", "negation")
    (statement,), (denial,) = hit.statements, no.statements
    cited = citations_of([statement.id, denial.id], [hit, no], [])
    assert cited[statement.id].disputed_by == (denial.id,)
    assert cited[denial.id].disputed_by == (statement.id,)


def test_a_line_that_credits_an_outlet_is_counted_by_it() -> None:
    said = Said("Six boats burned off Selden", speaker="The Selden Post", identity="author")
    reading = report("Six boats burned off Selden", said, publisher="Digest")
    (statement,) = reading.statements
    assert citations_of([statement.id], [reading], [])[statement.id].lineage == "selden post"


def test_what_is_not_on_record_is_missing_and_says_so() -> None:
    cited = citations_of(["stm-0"], [OLD], [])["stm-0"]
    assert (cited.standing, cited.statement) == ("missing", None)
    assert isinstance(cited.lineage, Unknown)
