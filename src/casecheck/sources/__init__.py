"""Bytes to SourceText: readers of files, and what protects the tool from them."""
