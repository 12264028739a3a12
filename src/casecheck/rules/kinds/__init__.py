"""The closed set of tests that a rule may use, one module each."""
