from __future__ import annotations

from dataclasses import replace

from onrecord.domain.revision import Revision


def test_a_revision_is_another_one_when_its_reason_is() -> None:
    revision = Revision("doc-1", "two boats", "three boats", "correction", "Alder Post")
    assert revision.id != replace(revision, reason="update").id
    assert revision.id == replace(revision).id
