"""Accuracy and speed, beside a baseline, on data given by path."""
