"""Every kind of bad input ends in one clear line, never in a traceback."""

from __future__ import annotations

import ctypes
import gzip
import io
import time

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from onrecord.capture.capture import MAX_HTML_BYTES, Capture, capture
from onrecord.capture.origin import Origin
from onrecord.domain.errors import ContentError

PAGE = b"<html><body><article><p>The harbour was closed on Monday.</p></article></body></html>"


def read(content: bytes, name: str = "file.txt", media_type: str | None = None) -> Capture:
    (one,) = capture(content, origin=Origin(name, f"/in/{name}", media_type=media_type))
    return one


def refusal(content: bytes, name: str = "file.txt", media_type: str | None = None) -> str:
    with pytest.raises(ContentError) as caught:
        capture(content, origin=Origin(name, f"/in/{name}", media_type=media_type))
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert "\n" not in message
    return message


def pdf(words: str) -> bytes:
    """Make a PDF of one page that holds `words`."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(400, 400)
    font = pdfium.FPDFText_LoadStandardFont(document.raw, b"Helvetica")
    for number, line in enumerate(words.split("\n")):
        text = pdfium.FPDFPageObj_CreateTextObj(document.raw, font, 10.0)
        encoded = line.encode("utf-16-le") + b"\0\0"
        buffer = ctypes.create_string_buffer(encoded)
        pdfium.FPDFText_SetText(text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, 20, 360 - 14 * number)
        pdfium.FPDFPage_InsertObject(page.raw, text)
    page.gen_content()
    held = io.BytesIO()
    document.save(held)
    pdfium.FPDFFont_Close(font)
    document.close()
    return held.getvalue()


#: A PDF whose standard security handler asks for a password nobody gave.
ENCRYPTED = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<0000000000000000000000000000000000000000000000000000000000000000>/U<0000000000000000000000000000000000000000000000000000000000000000>>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>
%%EOF
"""


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf \n", b"\xc2\xa0\n"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    assert "holds no text" in refusal(content)


def test_an_html_page_without_words_is_refused() -> None:
    assert "without words" in refusal(b"<html><body><script>var a = 1;</script></body></html>")


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 40, b"\x01\x02\x03\x04" * 100, b"text\0" * 50]
)
def test_binary_is_refused(content: bytes) -> None:
    assert "is not text" in refusal(content)


@pytest.mark.parametrize("content", [b"PK\x03\x04rest", b"\x89PNG\r\n\x1a\nrest", b"WARC/1.1\r\n"])
def test_a_file_of_another_kind_is_named(content: bytes) -> None:
    assert "add text, HTML, PDF" in refusal(content)


def test_a_truncated_gzip_is_refused() -> None:
    packed = gzip.compress(PAGE * 50)
    assert "end too early" in refusal(packed[: len(packed) // 2], "page.html.gz")


def test_a_damaged_gzip_is_refused() -> None:
    packed = bytearray(gzip.compress(PAGE * 50))
    packed[12:20] = b"\xff" * 8
    assert "damaged" in refusal(bytes(packed), "page.html.gz")


def test_a_whole_gzip_is_read_and_archived_unpacked() -> None:
    packed = gzip.compress(PAGE) + gzip.compress(b"\n")
    one = read(packed, "page.html.gz")
    assert one.text == "The harbour was closed on Monday."
    assert one.content == PAGE + b"\n"


def test_a_zip_bomb_is_refused_quickly() -> None:
    bomb = gzip.compress(b"0" * 60_000_000)
    started = time.monotonic()
    assert "zip bomb" in refusal(bomb, "bomb.gz")
    assert time.monotonic() - started < 10


def test_gzip_inside_gzip_is_refused() -> None:
    assert "gzip inside gzip" in refusal(gzip.compress(gzip.compress(PAGE)), "page.gz")


def test_a_pdf_is_read_page_by_page() -> None:
    one = read(pdf("Two boats sank off the cape."), "report.pdf")
    assert one.text == "Two boats sank off the cape."
    assert one.document.media_type == "application/pdf"
    assert one.document.offsets.pieces == ()


def test_a_truncated_pdf_is_refused() -> None:
    whole = pdf("Two boats sank.")
    assert "not a whole PDF" in refusal(whole[:60], "report.pdf")


def test_an_encrypted_pdf_is_refused() -> None:
    assert "encrypted" in refusal(ENCRYPTED, "report.pdf")


def test_a_pdf_of_pictures_is_refused() -> None:
    assert "no text" in refusal(pdf(" "), "scan.pdf")


def test_a_wrong_charset_declaration_is_passed_over() -> None:
    page = '<html><head><meta charset="us-ascii"></head><body><p>Zoë said no.</p></body></html>'
    assert "Zoë said no." in read(page.encode(), "page.html", "text/html; charset=koi8-r").text


def test_a_declared_charset_is_used_where_the_bytes_are_not_utf8() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Порт закрыт.</p></body></html>'
    one = read(page.encode("cp1251"), "page.html")
    assert one.text == "Порт закрыт."
    assert one.document.normaliser.endswith("windows-1251")


def test_fifty_megabytes_of_html_are_refused_within_seconds() -> None:
    started = time.monotonic()
    message = refusal(b"<html><body>" + b"<p>word</p>" * 4_600_000, "large.html")
    assert f"the limit is {MAX_HTML_BYTES // 1_000_000} MB" in message
    assert time.monotonic() - started < 5


def test_a_page_of_too_many_words_is_refused_within_seconds() -> None:
    started = time.monotonic()
    assert "words on one page" in refusal(b"<html>" + b"<p>w w w</p>" * 200_000, "large.html")
    assert time.monotonic() - started < 20


def test_deep_nesting_does_not_crash() -> None:
    page = b"<html><body>" + b"<div>" * 50_000 + b"The port was shelled again."
    assert "The port was shelled again." in read(page, "deep.html").text


def test_deeply_nested_json_ld_does_not_crash() -> None:
    script = b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>"
    assert "closed on Monday" in read(script + PAGE, "page.html", "text/html").text


def test_control_characters_stay_in_plain_text() -> None:
    words = "The quay\x0c was closed\x1b on Monday, the port office said in a statement."
    assert read(words.encode()).text == words


def test_right_to_left_marks_stay() -> None:
    page = "<html><body><p>The village of Marsa\u200f al-Nur\u200f was empty.</p></body></html>"
    assert (
        read(page.encode(), "page.html").text
        == "The village of Marsa\u200f al-Nur\u200f was empty."
    )
    assert read("Marsa\u200f was empty.".encode()).text == "Marsa\u200f was empty."


def test_a_feed_that_is_not_xml_is_refused() -> None:
    assert "is not an RSS or Atom feed" in refusal(b"hello, no feed here", "feed.rss")
    assert "is not an RSS or Atom feed" in refusal(b"nothing", "feed", "application/rss+xml")


def test_a_feed_without_items_is_refused() -> None:
    empty = b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'
    assert "without any items" in refusal(empty, "feed.xml")


def test_scripts_and_handlers_never_reach_the_text() -> None:
    page = (
        b"<html><body><article><p>The port was closed on Monday, the harbour master said.</p>"
        b"<script>document.write('forged toll of 900')</script>"
        b'<img src=x onerror="alert(\'forged\')"><p onclick="forged()">Ships waited outside.</p>'
        b"<style>.forged{}</style><!-- forged --><noscript>forged</noscript></article></body></html>"
    )
    text = read(page, "page.html").text
    assert "Ships waited outside." in text
    assert "forged" not in text


def test_a_feed_of_endless_items_is_refused_within_seconds() -> None:
    started = time.monotonic()
    endless = b"<rss><channel>" + b"<item><title>x</title>" * 100_000
    assert "more than 5000 items" in refusal(endless, "feed.xml")
    assert time.monotonic() - started < 5


def test_a_message_of_endless_parts_is_refused_within_seconds() -> None:
    started = time.monotonic()
    head = b"From: a@b\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n"
    assert "too large to read" in refusal(head + b"--a\n\n" * 100_000, "note.eml")
    assert time.monotonic() - started < 5


def test_a_message_without_text_is_refused() -> None:
    mail = b"From: a@b.example\r\nSubject: x\r\nMessage-ID: <1@b.example>\r\nContent-Type: image/png\r\n\r\nxx"
    assert "without a text part" in refusal(mail, "note.eml")
