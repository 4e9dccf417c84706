"""The `Gazetteer` port on a read-only SQLite file that ships with the package.

In comes a name; out come the places of that name. `models/places` says how the file is made.
"""

from onrecord.adapters.gazetteer.sqlite import SqliteGazetteer

__all__ = ["SqliteGazetteer"]
