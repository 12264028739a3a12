"""办案人员 of a case, over all its papers."""
