"""Rebuild the sample dossiers: `python -m samples [NAME…]`."""

import sys
from pathlib import Path

from samples.build import build
from samples.office import OfficeMissingError
from samples.papers import SpecError
from samples.spec import load

HERE = Path(__file__).parent


def main(names: list[str]) -> int:
    """Build the named dossiers, or all; 2 when the machine lacks what is needed or a spec is wrong."""
    specs = sorted((HERE / "specs").glob("*.yml"))
    for path in specs:
        if names and path.stem not in names:
            continue
        try:
            for made in build(load(path), HERE / "dossiers"):
                sys.stdout.write(f"{made.relative_to(HERE)}\n")
        except (OfficeMissingError, SpecError) as error:
            sys.stderr.write(f"{error}\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
