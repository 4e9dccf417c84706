"""Stage 1: bytes in, `Document` out.

`capture` takes the bytes of one file, page, message or feed and returns one `Capture` for each
document in it: the card, the bytes to archive and the text to archive. Nothing here reads a disk
or a network.
"""
