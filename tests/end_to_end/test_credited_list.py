"""A list of headlines that names an outlet behind each: every outlet is a source of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli.main import run

LIST = """date: 2031-04-13
outlet: Morning Digest
title: What the papers say
---
Explosion at fish quay in Port Orlan kills 36 people (Lisk Times)
An explosion tore through the fish quay in Port Orlan on Saturday and killed 36 people.

At least 40 dead after explosion in Port Orlan (The Selden Herald)
At least 40 people were killed on Saturday in the explosion at the fish quay in Port Orlan.

Ilvane mourns (Radio Norrast)
"""


def test_a_list_can_be_read_counted_and_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "digest.txt").write_text(LIST, encoding="utf-8")
    store = str(tmp_path / "store")
    assert run(["add", str(tmp_path / "digest.txt"), "--store", store]) == 0
    capsys.readouterr()
    assert run(["events", "--store", store, "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    origins = {origin for row in rows for origin in row["lineages"]}
    assert {"lisk times", "selden herald"} <= origins
    brief = str(tmp_path / "brief.html")
    assert run(["brief", "--store", store, "--out", brief]) == 0
    assert run(["verify", brief]) == 0
