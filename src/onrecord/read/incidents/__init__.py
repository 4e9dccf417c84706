"""Incidents in a document: who did what violence to whom, where, when, and what it cost.

In come sentences as the reader has them; out come `Incident`s. `triggers.py` and `naming.py` find the
words that tell of an act, `told.py` leaves out what is not told as done, `roles.py` and `parties.py`
find who and whom, `settings.py` where and when; `merging.py` joins what tells of the same act,
`salience.py` leaves out what is only touched upon, `reading.py` puts it together.
"""
