"""What a capture says of each format."""

from __future__ import annotations

from onrecord.capture.capture import Capture, canonical_url, capture, text_root
from onrecord.capture.origin import Origin
from onrecord.domain.ids import sha256_hex
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Ferry turned back - The Cape Courier</title>
<meta property="og:site_name" content="The Cape Courier">
<link rel="canonical" href="https://www.capecourier.example/ferry?utm_source=feed">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebPage", "name": "x"},
 {"@type": "NewsArticle", "headline": "Ferry turned back", "datePublished": "2031-06-02T23:30:00-05:00",
  "dateModified": "2031-06-09", "author": [{"@type": "Person", "name": "A. Writer"}],
  "publisher": {"@type": "Organization", "name": "The Cape Courier"}}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry turned back</h1>
<p class="byline">By A. Writer</p>
<p>The ferry to Tarn &amp; Holm was turned back on Sunday by two grey boats, its master said, and
nobody on board was hurt.</p>
<figure><img src="a.jpg"><figcaption>The ferry in 2019, when 40 people drowned.</figcaption></figure>
<p>&ldquo;They gave no reason,&rdquo; the master told the harbour office on his return to port late at night.</p>
<p>Read more: Storm closes the pass</p></article>
<div class="signup">Subscribe to our newsletter for more.</div></body></html>"""

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Cape Courier</title><language>en</language>
<item><title>Ferry turned back</title><link>https://capecourier.example/ferry</link>
<pubDate>Mon, 02 Jun 2031 22:10:00 GMT</pubDate>
<source url="https://wire.example/feed">The Strand Wire</source>
<description><![CDATA[<p>The ferry was turned <b>back</b> on Sunday.</p><p>Nobody was hurt.</p>]]></description></item>
<item><title>Pass closed</title><guid isPermaLink="false">item-2</guid>
<description>&lt;p&gt;Snow closed the pass.&lt;/p&gt;</description></item>
</channel></rss>"""


def read(words: str | bytes, name: str = "note.txt", **known: str) -> Capture:
    content = words.encode() if isinstance(words, str) else words
    (one,) = capture(content, origin=Origin(name, f"/in/{name}", **known))  # type: ignore[arg-type]
    return one


def passages(one: Capture, role: str) -> list[str]:
    return [p.extent.of(one.text) for p in one.document.passages if p.role == role]


def test_a_page_says_what_it_is() -> None:
    document = read(PAGE, "page.html").document
    assert document.origin_key == document.url == "https://www.capecourier.example/ferry"
    assert (document.title, document.publisher) == ("Ferry turned back", "The Cape Courier")
    assert (document.author, document.genre, document.language) == ("A. Writer", "article", "en-GB")
    assert (document.media_type, document.version_of) == ("text/html", None)


def test_the_date_stands_as_written_and_is_not_that_of_a_change() -> None:
    date = read(PAGE, "page.html").document.doc_date
    assert isinstance(date, When)
    assert (date.edtf, date.basis, date.inputs) == (
        "2031-06-02",
        "metadata",
        ("JSON-LD datePublished",),
    )


def test_page_furniture_is_kept_and_not_read() -> None:
    one = read(PAGE, "page.html")
    assert passages(one, "boilerplate") == [
        "By A. Writer",
        "The ferry in 2019, when 40 people drowned.",
        "Read more: Storm closes the pass",
        "Subscribe to our newsletter for more.",
    ]
    assert passages(one, "heading") == ["Ferry turned back"]
    assert len(passages(one, "body")) == 2


def test_letters_of_a_page_lead_back_to_its_source() -> None:
    one = read(PAGE, "page.html")
    assert one.document.offsets.pieces
    for piece in one.document.offsets.pieces:
        end = piece.source_start + piece.length
        words = one.text[piece.text_start : piece.text_start + piece.length]
        assert words == PAGE[piece.source_start : end]
    amp = one.text.index("&")
    assert not any(
        p.text_start <= amp < p.text_start + p.length for p in one.document.offsets.pieces
    )


def test_digests_and_root_fit_what_is_archived() -> None:
    one = read(PAGE, "page.html")
    assert one.document.bytes_sha256 == sha256_hex(one.content)
    assert one.document.text_sha256 == sha256_hex(one.text.encode())
    assert one.document.text_root == text_root(one.text, one.document.passages)


def test_a_page_without_a_date_has_none() -> None:
    page = "<html><head><meta property='article:modified_time' content='2031-01-01'></head><body><p>Fog.</p></body></html>"
    assert read(page, "page.html").document.doc_date == Unknown("the page carries no date")


def test_the_day_in_an_address_dates_a_page() -> None:
    date = read(
        "<html><p>Fog lay on the sound all day.</p></html>",
        "p.html",
        url="https://a.example/2031/06/02/fog",
    ).document.doc_date
    assert isinstance(date, When)
    assert (date.edtf, date.inputs) == ("2031-06-02", ("URL path",))


def test_dates_that_disagree_are_told() -> None:
    page = PAGE.replace(
        "<nav>", '<meta property="article:published_time" content="2031-06-05"><nav>'
    )
    date = read(page, "page.html").document.doc_date
    assert isinstance(date, When)
    assert date.conflict == (
        "JSON-LD datePublished says 2031-06-02, article:published_time says 2031-06-05"
    )


def test_one_moment_written_in_two_zones_is_no_conflict() -> None:
    page = PAGE.replace(
        "<nav>", '<meta property="article:published_time" content="2031-06-03T04:30:00+00:00"><nav>'
    )
    date = read(page, "page.html").document.doc_date
    assert isinstance(date, When)
    assert date.conflict == ""


def test_a_supplied_date_wins_and_tells_what_metadata_say() -> None:
    given = When(text="", edtf="2031-06-04", basis="supplied")
    (one,) = capture(PAGE.encode(), origin=Origin("p.html", "/p.html", supplied_date=given))
    date = one.document.doc_date
    assert isinstance(date, When)
    assert (date.edtf, date.basis) == ("2031-06-04", "supplied")
    assert "2031-06-02" in date.conflict


def test_an_address_on_another_host_is_not_taken_over() -> None:
    document = read(PAGE, "page.html", url="https://mirror.example/copy").document
    assert document.url == "https://mirror.example/copy"


def test_an_edited_article_keeps_its_key_and_changes_its_id() -> None:
    first = read(PAGE, "page.html").document
    second = read(PAGE.replace("two grey boats", "three grey boats"), "page.html").document
    assert first.origin_key == second.origin_key
    assert first.id != second.id


def test_plain_text_is_the_file_itself() -> None:
    words = "Two boats sank.\r\n\r\nNobody was hurt.\r\n"
    one = read(b"\xef\xbb\xbf" + words.encode())
    assert one.text == words
    assert [(p.text_start, p.source_start) for p in one.document.offsets.pieces] == [(0, 1)]
    assert passages(one, "body") == ["Two boats sank.", "Nobody was hurt."]


def test_a_header_block_is_kept_and_not_read() -> None:
    for fence in ("", "---\n"):
        words = f"{fence}url: https://m.example/7\ndate: 2 June 2031\noutlet: The Monitor\n---\nTwo boats sank."
        one = read(words, "note.md")
        assert one.text == words
        assert passages(one, "body") == ["Two boats sank."]
        assert passages(one, "metadata")[0].endswith("The Monitor\n---")
        assert one.document.origin_key == "https://m.example/7"
        assert one.document.date_edtf == "2031-06-02"
        assert one.document.publisher == "The Monitor"


def test_the_title_of_a_header_block_is_a_heading_unless_the_text_repeats_it() -> None:
    block = 'title: "Two boats sink off Selden"\ndate: 2 June 2031\n---\n'
    one = read(f"{block}The navy sank them on Monday, the minister said.", "note.md")
    assert passages(one, "heading") == ["Two boats sink off Selden"]
    assert passages(one, "body") == ["The navy sank them on Monday, the minister said."]
    assert one.document.title == "Two boats sink off Selden"
    again = read(f"{block}Two boats sink off Selden\n\nThe navy sank them on Monday.", "note.md")
    assert passages(again, "heading") == ["Two boats sink off Selden"]
    assert len(passages(again, "metadata")) == 1


def test_quotation_marks_inside_a_title_stay() -> None:
    one = read("title: Talks on hostages 'stopping'\n---\nNobody spoke.", "note.md")
    assert one.document.title == "Talks on hostages 'stopping'"


def test_a_first_line_with_a_colon_is_no_header_block() -> None:
    assert (
        passages(read("Update: two boats sank off the cape.\nNobody was hurt.\n"), "metadata") == []
    )


def test_a_path_reaches_the_record_only_as_a_digest() -> None:
    document = read("Two boats sank.").document
    assert document.origin_key == f"locator:{sha256_hex(b'/in/note.txt')}"


def test_a_message_takes_date_sender_and_subject_from_its_headers() -> None:
    mail = (
        b"Date: Mon, 02 Jun 2031 23:50:00 -0500\r\nFrom: Cape Desk <desk@cape.example>\r\n"
        b"Subject: =?utf-8?q?Ferry_at_B=C3=B8?=\r\nMessage-ID: <7@cape.example>\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"The ferry was turned ba=\r\nck at B=C3=B8.\r\n"
    )
    one = read(mail, "note.eml")
    assert one.text == "The ferry was turned back at Bø.\n"
    assert one.document.date_edtf == "2031-06-02"
    assert (one.document.title, one.document.publisher) == ("Ferry at Bø", "Cape Desk")
    assert (one.document.origin_key, one.document.genre) == ("mid:7@cape.example", "message")


def test_an_html_message_is_read_without_its_markup() -> None:
    mail = b"From: a@b.example\nSubject: x\nMessage-ID: <2@b.example>\nContent-Type: text/html\n\n<p>The ferry <b>sank</b>.</p><script>no()</script>"
    assert read(mail, "note.eml").text == "The ferry sank."


def test_a_mailbox_holds_several_messages() -> None:
    message = b"From a@b.example Mon Jun  2 10:00:00 2031\nFrom: a@b.example\nSubject: %d\nMessage-ID: <%d@b>\n\nBoat %d sank.\n\n"
    box = message % (1, 1, 1) + message % (2, 2, 2)
    found = capture(box, origin=Origin("box.mbox", "/box.mbox"))
    assert [one.text.strip() for one in found] == ["Boat 1 sank.", "Boat 2 sank."]


def test_each_item_of_a_feed_is_a_document() -> None:
    first, second = capture(
        FEED.encode(), origin=Origin("feed.xml", "https://capecourier.example/feed")
    )
    assert first.document.origin_key == "https://capecourier.example/ferry"
    assert second.document.origin_key == "item:item-2"
    assert (
        first.text
        == "Ferry turned back\n\nThe ferry was turned back on Sunday.\n\nNobody was hurt."
    )
    assert second.text == "Pass closed\n\nSnow closed the pass."
    assert first.document.date_edtf == "2031-06-02"
    assert second.document.doc_date == Unknown("the feed item carries no date")
    assert (first.document.lineage.origin, first.document.lineage.basis) == (
        "strand wire",
        "feed source",
    )
    assert (first.document.genre, first.document.publisher) == ("feed item", "Cape Courier")


def test_an_item_is_archived_alone_so_a_longer_feed_changes_nothing() -> None:
    grown = FEED.replace(
        "<item><title>Pass",
        "<item><title>New</title><description>Fog.</description></item><item><title>Pass",
    )
    first = capture(FEED.encode(), origin=Origin("feed.xml", "u"))[0]
    again = capture(grown.encode(), origin=Origin("feed.xml", "u"))[0]
    assert first == again
    for piece in first.document.offsets.pieces:
        words = first.text[piece.text_start : piece.text_start + piece.length]
        assert first.content.decode()[piece.source_start :].startswith(words)


def test_a_wall_at_the_end_of_a_short_text_gates_it() -> None:
    assert read("Two boats sank.\n\nSubscribe to continue reading.").document.access == "gated"
    assert read("Two boats sank.").document.access == "open"
    locked = PAGE.replace('"headline"', '"isAccessibleForFree": false, "headline"')
    assert read(locked, "page.html").document.access == "gated"


def test_a_live_blog_keeps_its_hours_as_headings() -> None:
    entry = "<h3>{}:05</h3><p>The coast guard said that boat number {} had come back to port without a scratch.</p>"
    page = (
        "<html><body><article>"
        + "".join(entry.format(n, n) for n in (11, 12, 13))
        + "</article></body></html>"
    )
    assert passages(read(page, "live.html"), "heading")[-2:] == ["12:05", "13:05"]


def test_the_address_of_a_page_loses_what_only_tracks() -> None:
    assert canonical_url("HTTP://A.Example:80/x?fbclid=1&b=2#c") == "http://a.example/x?b=2"
