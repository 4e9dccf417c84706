"""Decompressing gzip within bounds, so that a small file cannot fill the memory."""

from __future__ import annotations

import zlib

from onrecord.domain.errors import ContentError

GZIP_MAGIC = b"\x1f\x8b"
#: The most bytes that decompressing may yield.
MAX_BYTES = 100_000_000
#: Real text compresses 3 to 20 times; deflate's own limit is 1,032. Small files may exceed the
#: ratio.
MAX_RATIO = 200
_SMALL_BYTES = 5_000_000
_GZIP_WINDOW = 31
_STEP_BYTES = 1_000_000


def gunzip(content: bytes, *, name: str) -> bytes:
    """Return what the gzip members of `content` hold, one after another.

    Raises:
        ContentError: damaged, cut short, more than 100 MB, or more than 200 times its size.
    """
    held: list[bytes] = []
    size = 0
    rest = content
    while rest.startswith(GZIP_MAGIC):
        stream = zlib.decompressobj(_GZIP_WINDOW)
        while not stream.eof:
            part = _step(stream, rest, name)
            rest = stream.unconsumed_tail
            size += len(part)
            held.append(part)
            _check_size(size, len(content), name)
            is_cut = not rest and not part
            if is_cut and not _has_ended(stream):
                raise ContentError(
                    name, "the gzip data end too early; get the whole file and add it again"
                )
        rest = stream.unused_data.lstrip(b"\0")
    return b"".join(held)


def _has_ended(stream: zlib._Decompress) -> bool:
    return stream.eof


def _step(stream: zlib._Decompress, rest: bytes, name: str) -> bytes:
    try:
        return stream.decompress(rest, _STEP_BYTES)
    except zlib.error as error:
        raise ContentError(
            name, "the gzip data are damaged; get the file again and add it once more"
        ) from error


def _check_size(size: int, compressed: int, name: str) -> None:
    if size > MAX_BYTES:
        raise ContentError(
            name,
            f"decompresses to more than {MAX_BYTES // 1_000_000} MB; unpack it and add its parts",
        )
    if size > _SMALL_BYTES and size > compressed * MAX_RATIO:
        raise ContentError(
            name,
            f"decompresses to more than {MAX_RATIO} times its size, as a zip bomb does; skipped",
        )
