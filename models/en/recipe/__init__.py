"""How the English weights are made: corpora in, one int8 ONNX model out.

Run through the Make targets `model-data`, `model-train`, `model-export`, `model-eval` and
`model-wheel`; README.md beside this file says what each does. Torch is needed here and nowhere else.
"""
