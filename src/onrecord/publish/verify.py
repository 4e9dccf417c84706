"""Checking a published brief with nothing but its file.

The file is hostile. Its evidence is read with every field checked, each sentence is written again from
that evidence, and the whole page is rendered again: a page that differs by a letter, an element or an
attribute is not the page this evidence gives. What differs is then looked up, so that the receipt
names the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.brief import Brief
from onrecord.domain.errors import ContentError
from onrecord.domain.ledger import Head
from onrecord.publish.check import Failure, check
from onrecord.publish.compare import differing_lines, differing_page, read_page
from onrecord.publish.evidence import brief_digest
from onrecord.publish.markdown import FENCE, FIRST_LINE, LAST_LINE
from onrecord.publish.render import render_html, render_json, render_markdown
from onrecord.publish.serial import from_text

_SOURCE = "this file"
#: A brief is read whole; nothing larger is one.
MAX_CHARS = 200_000_000


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a check of one file found.

    Attributes:
        ok: Whether everything holds.
        title: The editor's title, which no rule checks; empty when the file holds no evidence.
        sentences: How many sentences were written again.
        citations: How many pieces of evidence were checked.
        documents: How many document cards were checked.
        digest: SHA-256 of the evidence as it stands in the file; empty without evidence.
        head: The end of the ledger the brief says it was compiled at; `None` without evidence.
        failures: What does not hold; empty exactly when `ok`.
    """

    ok: bool
    title: str
    sentences: int
    citations: int
    documents: int
    digest: str
    head: Head | None
    failures: tuple[Failure, ...]


def verify(content: str) -> Receipt:
    """Check a brief published as HTML, Markdown or JSON.

    Args:
        content: The whole file as text.

    Returns:
        A receipt. It never raises for a file that is a brief, however it was tampered with.

    Raises:
        ContentError: the file is empty, binary, cut short, or no brief.
    """
    text = content.removeprefix("\ufeff").replace("\r\n", "\n")
    start = text[:4096].lstrip()
    if not start:
        raise ContentError(_SOURCE, "it is empty")
    if "\0" in start or start.count("\ufffd") > len(start) // 4:
        raise ContentError(_SOURCE, "it is binary, not a brief")
    if len(text) > MAX_CHARS:
        raise ContentError(_SOURCE, f"it is larger than {MAX_CHARS:,} characters")
    if start.startswith("{"):
        return _verify_json(text)
    if start.startswith(FIRST_LINE) or f"\n{FENCE}\n" in text:
        return _verify_markdown(text)
    if start[:15].casefold().startswith(("<!doctype html", "<html")):
        return _verify_html(text)
    raise ContentError(_SOURCE, "it is neither the HTML, the Markdown nor the JSON of a brief")


def _verify_json(text: str) -> Receipt:
    brief = from_text(text)
    failures = list(check(brief))
    if render_json(brief).strip() != text.strip():
        failures.append(Failure("file", "", "it is not laid out as this evidence gives it"))
    return _receipt(brief, failures)


def _verify_markdown(text: str) -> Receipt:
    if not text.rstrip().endswith(LAST_LINE):
        raise ContentError(_SOURCE, "it is cut short: the end of the brief is missing")
    blocks = text.split(f"\n{FENCE}\n")
    if len(blocks) == 1:
        return _without_evidence(())
    brief = from_text(blocks[1].partition("\n```")[0])
    failures = list(check(brief))
    expected = render_markdown(brief) if _renders(failures) else ""
    if expected.rstrip() != text.rstrip():
        failures += differing_lines(text, expected, brief)
    return _receipt(brief, failures)


def _verify_html(text: str) -> Receipt:
    if not text.rstrip().endswith("</html>"):
        raise ContentError(_SOURCE, "it is cut short: the end of the page is missing")
    page = read_page(text)
    if not page.evidence:
        if not page.is_brief:
            raise ContentError(_SOURCE, "it is a page, but no brief made by onrecord")
        return _without_evidence(page.sentences)
    brief = from_text(page.evidence[0])
    failures = list(check(brief))
    expected = render_html(brief) if _renders(failures) else ""
    if expected.rstrip() != text.rstrip():
        failures += differing_page(page, expected, brief)
    return _receipt(brief, failures)


def _renders(failures: list[Failure]) -> bool:
    """Say whether the evidence holds well enough to be laid out again."""
    return not failures


def _receipt(brief: Brief, failures: list[Failure]) -> Receipt:
    return Receipt(
        ok=not failures,
        title=brief.title,
        sentences=len(brief.all_sentences()),
        citations=len(brief.citations),
        documents=len(brief.documents),
        digest=brief_digest(brief),
        head=brief.generated_from,
        failures=tuple(dict.fromkeys(failures)),
    )


def _without_evidence(sentences: tuple[tuple[str, str], ...]) -> Receipt:
    """Return the receipt of a brief whose evidence was taken out: no sentence stands."""
    why = "the evidence block is missing, so nothing stands behind it"
    named = [Failure(name, text, why) for name, text in sentences]
    return Receipt(
        ok=False, title="", sentences=len(sentences), citations=0, documents=0, digest="", head=None,
        failures=tuple(named or [Failure("evidence", "", why)]),
    )  # fmt: skip
