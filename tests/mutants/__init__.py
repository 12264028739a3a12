"""Mutants: a clean sample dossier changed in one respect must give the one finding that the change calls for.

`python -m tests.mutants` runs those of `cases/<principle>/<CODE>.yml` and says which were killed.
"""
