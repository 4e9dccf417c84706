"""How well the reader's model knows English, and what it costs.

One run reads held-out treebanks through our own decoder, never through a copy of it, and scores trees,
tags, names, roles, sentence ends and who-did-what probes; then it measures speed, load time, memory and
size, and may score other analysers with the same scorer. benchmarks/README.md says what each figure means.
"""
