"""The `Linguist` port on ONNX weights: onnxruntime, tokenizers and numpy, no network, no torch.

In come the text of a document and where its sentences stand; out come words with exact offsets,
tags, one dependency tree per sentence and named entities.
"""
