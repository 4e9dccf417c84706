"""The vocabulary: frozen values and their laws. Standard library only."""
