"""Reading with a language model: it points at words, and everything else is ours.

The model says which words are a statement, who says so and how surely. It gives no offset, value or
date: its quotes are looked up letter for letter, and our own grammars read them.
"""
