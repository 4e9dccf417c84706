"""PDF: the text of all pages in order, hyphens at line ends rejoined.

A PDF has no decoded source that letters could be traced to, so its offset map is empty: the
archived text is what spans count in, and the archived bytes are what a reader opens beside it.
"""

from __future__ import annotations

import re
from typing import Any

import pypdfium2

from onrecord.capture.cut import Cut, Findings
from onrecord.capture.plain import split_passages
from onrecord.domain.errors import ContentError

Pdf = Any  # a pypdfium2 document: the library ships no types we can rely on

#: What pdfium writes for a hyphen that only breaks a word at the end of a line.
_SOFT_BREAK = re.compile("[\ufffe\x02]\r?\n?")
_MAX_PAGES = 2000


def cut_pdf(content: bytes, *, name: str) -> tuple[Cut, Findings]:
    """Return the text of a PDF and its title and author.

    Its date of creation is that of the file and not taken for the date of publication.

    Raises:
        ContentError: damaged, encrypted, too long, or without any text.
    """
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise ContentError(name, _why(str(error))) from error
    try:
        if len(pdf) > _MAX_PAGES:
            raise ContentError(
                name, f"has more than {_MAX_PAGES} pages; split it and add the parts"
            )
        text = "\n\n".join(filter(None, (_page_text(pdf, page, name) for page in range(len(pdf)))))
        metadata = pdf.get_metadata_dict(skip_empty=True)
    finally:
        pdf.close()
    if not text.strip():
        raise ContentError(
            name,
            "holds pictures of pages and no text; run text recognition on it and add the result",
        )
    findings = Findings(title=metadata.get("Title"), author=metadata.get("Author"))
    return Cut(text, split_passages(text)), findings


def _page_text(pdf: Pdf, index: int, name: str) -> str:
    try:
        page = pdf[index]
        words: str = page.get_textpage().get_text_bounded()
    except pypdfium2.PdfiumError as error:
        raise ContentError(
            name, f"page {index + 1} is damaged; get the whole file and add it again"
        ) from error
    joined = _SOFT_BREAK.sub("", words).replace("\r\n", "\n").replace("\r", "\n")
    return joined.replace("\0", "").strip()


def _why(message: str) -> str:
    if "password" in message.lower():
        return "is an encrypted PDF; remove its password and add it again"
    return "is not a whole PDF; get the file again and add it once more"
