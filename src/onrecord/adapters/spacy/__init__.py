"""The `Linguist` port on any spaCy pipeline that is installed or lies in a folder.

spaCy is optional (`pip install "onrecord[spacy]"`) and imported only when such a pipeline is asked
for. In come the text of a document and where its sentences stand; out come words with exact offsets,
tags, one tree of Universal Dependencies per sentence and named entities.
"""
