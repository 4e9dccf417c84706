"""Accuracy and cost of each task on data given by path, beside a simple baseline and published figures."""
