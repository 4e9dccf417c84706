from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import onrecord.domain
from onrecord.domain.records import RECORD_CLASSES

_GLOSSARY = Path(__file__).parents[3] / "docs" / "glossary.md"
#: Words of the house that are ports, not classes of the domain.
_PORTS = {"Reader", "Store"}


def _entries(text: str) -> list[str]:
    return re.findall(r"^- \*\*(\w+)\*\*: \S.*\.$", text, re.MULTILINE)


def _public_classes() -> set[str]:
    found: set[str] = set()
    for module in pkgutil.iter_modules(onrecord.domain.__path__):
        loaded = importlib.import_module(f"onrecord.domain.{module.name}")
        found |= {
            name
            for name, value in inspect.getmembers(loaded, inspect.isclass)
            if value.__module__ == loaded.__name__ and not name.startswith("_")
        }
    return found


def test_every_public_class_of_the_domain_has_one_line_in_the_glossary() -> None:
    entries = _entries(_GLOSSARY.read_text(encoding="utf-8"))
    assert _public_classes() - set(entries) == set()
    assert len(entries) == len(set(entries))


def test_the_glossary_names_nothing_that_is_not_there() -> None:
    entries = set(_entries(_GLOSSARY.read_text(encoding="utf-8")))
    assert entries - _public_classes() == _PORTS


def test_the_glossary_lists_the_twenty_one_record_types_and_no_other() -> None:
    records = _GLOSSARY.read_text(encoding="utf-8").split("\n## ")[1]
    assert _entries(records) == [record.__name__ for record in RECORD_CLASSES.values()]
