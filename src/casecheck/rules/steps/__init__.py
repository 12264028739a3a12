"""办案步骤: the steps of a case against the lawful order of its path."""
