"""Values that flow between the stages: frozen dataclasses and enums, nothing else."""
