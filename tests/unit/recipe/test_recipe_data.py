import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from recipe import corpora, settings

_CONFIG = Path(corpora.__file__).parent / "config"


def _row(**changes: Any) -> dict[str, Any]:
    return {
        "doc": "d", "sid": "s", "words": ["Ports", "closed"], "upos": ["NOUN", "VERB"],
        "xpos": ["NNS", "VBD"], "feats": ["_", "_"], "lemma": ["port", "close"], "head": [2, 0],
        "deprel": ["nsubj", "root"], "misc": ["_", "_"], "ner": ["B-MISC", "O"], "permissive": True,
    } | changes  # fmt: skip


def _write(folder: Path, name: str, *rows: dict[str, Any]) -> None:
    with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("ewt_train", "ewt_dev", "gum_dev"):
        _write(tmp_path, name, _row())
    _write(tmp_path, "gum_train", _row(), _row(permissive=False, words=["Not", "ours"]))
    _write(tmp_path, "wikigold", {"words": ["Ports", "closed"], "ner": ["B-MISC", "B-LOC"]})
    _write(tmp_path, "re3d_sents_train", {"words": ["Rifles", "."], "ner": ["B-Weapon", "O"]})
    frame = {"predicate": 1, "roleset": "close.01", "args": [[0, 1, "ARG1"], [1, 2, "V"]]}
    for name in ("srl_train", "srl_dev"):
        _write(tmp_path, name, {"sid": "s", "words": ["Ports", "closed"], "frames": [frame]})
    return tmp_path


def test_what_may_not_be_trained_on_is_not_read(folder: Path) -> None:
    found = corpora.training_sentences(folder, derived_trust=0.5)
    assert [one.corpus for one in found] == ["ewt", "gum", "wikigold", "re3d"]
    assert all(one.words != ("Not", "ours") for one in found)
    assert len(corpora.lemma_rows(folder)) == 4


def test_frames_join_their_sentence_and_other_kinds_of_name_go(folder: Path) -> None:
    ewt, gum, wikigold, re3d = corpora.training_sentences(folder, derived_trust=0.5)
    assert ewt.frames == (corpora.Frame(1, ((0, 1, "ARG1"), (1, 2, "V"))),)
    assert gum.frames is None
    assert (ewt.names, wikigold.names) == (("O", "O"), ("O", "B-LOC"))
    assert (gum.trust, re3d.kinds) == (0.5, ("B-Weapon", "O"))


def test_changed_data_is_refused(folder: Path) -> None:
    with pytest.raises(corpora.CorpusError, match=r"ewt_train\.jsonl\.gz has SHA-256"):
        corpora.verify(folder)
    with pytest.raises(corpora.CorpusError, match=r"no ewt_train\.jsonl\.gz"):
        corpora.verify(folder / "elsewhere")


def test_the_table_of_corpora_names_a_digest_and_a_licence_each() -> None:
    table = corpora.DATA_TABLE.read_text(encoding="utf-8")
    assert table.count("sha256 = ") == table.count("licence = ") == 8
    assert hashlib.sha256(b"").hexdigest() not in table


def test_a_place_that_acts_stays_a_place() -> None:
    place = corpora.Sentence("gum", "", ("Peru",), names=("B-LOC",))
    acting = corpora.Sentence("gum", "", ("Peru", "said"), names=("B-ORG", "O"))
    club = corpora.Sentence("gum", "", ("Interpol", "said"), names=("B-ORG", "O"))
    found = corpora.places_stay_places([place, acting, club])
    assert [one.names for one in found] == [("B-LOC",), ("B-LOC", "O"), ("B-ORG", "O")]


def test_one_configuration_changes_another() -> None:
    base, smoke = (settings.read(_CONFIG / name) for name in ("base.toml", "smoke.toml"))
    assert (smoke.steps, smoke.limit, base.limit) == (12, 300, None)
    assert (smoke.seed, smoke.loss, smoke.rates) == (base.seed, base.loss, base.rates)


def test_settings_read_back_as_written(tmp_path: Path) -> None:
    plan = settings.read(_CONFIG / "base.toml")
    settings.write(plan, tmp_path / "settings.json")
    assert settings.read(tmp_path / "settings.json") == plan
