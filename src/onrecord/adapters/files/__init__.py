"""The archive as content-addressed files."""

from onrecord.adapters.files.archive import FileArchive

__all__ = ["FileArchive"]
