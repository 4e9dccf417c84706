"""Incidents in a document: who did what violence to whom, where, when, and what it cost."""
