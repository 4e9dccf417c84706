"""The record store in SQLite."""

from onrecord.adapters.sqlite.store import SqliteRecordStore

__all__ = ["SqliteRecordStore"]
