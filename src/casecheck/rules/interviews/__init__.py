"""询问笔录 of a case: what was asked and answered, and what records have in common."""
