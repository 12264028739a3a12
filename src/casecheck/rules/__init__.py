"""Checklist and CaseFacts to RuleResult: the engine and its kinds of test."""
