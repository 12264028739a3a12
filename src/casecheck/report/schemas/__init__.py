"""JSON Schemas of the outputs."""
