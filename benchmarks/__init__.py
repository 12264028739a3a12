"""Measurements: speed as ratios in one run, and extraction against labelled papers."""
