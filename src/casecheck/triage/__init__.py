"""RuleResult to CaseReport: fingerprints, verdicts, the gate."""
