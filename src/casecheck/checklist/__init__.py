"""YAML to Vocabulary, LawBook and Checklist, with located errors."""
