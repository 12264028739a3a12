"""`python -m casecheck`."""

from casecheck.cli.app import main

main()
