"""Scorers of the benchmark's tasks: gold and answers in, figures out; nothing is read or guessed here.

Offsets count code points of a record's `text` from 0; spans are half-open. A record without an answer
counts as an empty answer. An answered item whose quoted `text` does not stand at its offsets matches
nothing and counts as found wrongly.
"""
