"""Run the measurements; those on real papers need the folder named by CASECHECK_CORPUS."""

import os
import sys
from pathlib import Path

from benchmarks import speed


def main() -> None:
    """Speed always; extraction, forms and findings where the folder is set."""
    speed.main()
    corpus = os.environ.get("CASECHECK_CORPUS")
    if not corpus:
        print("\nextraction skipped: CASECHECK_CORPUS names no folder of labelled papers", file=sys.stderr)
        return
    from benchmarks import extraction, findings, forms

    extraction.main(Path(corpus))
    forms.main(Path(corpus))
    findings.main(Path(corpus))


if __name__ == "__main__":
    main()
