"""SourceText to Dossier: the 文书 in the files."""
