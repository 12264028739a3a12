"""Checks that the declarative kinds cannot say, one module for each subject."""
