"""Dossier to CaseFacts: what the papers say."""
