"""casecheck: checks Chinese administrative-penalty case dossiers (行政处罚案卷)."""

__version__ = "0.1.0"
