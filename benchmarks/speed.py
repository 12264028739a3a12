"""Speed of whole commands, as ratios in one run: a shared machine changes its pace, a ratio holds."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "dossiers"
RUNS = 5


def main() -> None:
    """Print the median wall time of each command and its ratio to a bare start of Python."""
    rows = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "casecheck --help": _casecheck("--help"),
        **{
            f"casecheck check {path.name}": _casecheck("check", str(path), "--fail-on", "never") for path in _dossiers()
        },
    }
    timings = {name: [] for name in rows}  # type: dict[str, list[float]]
    for _ in range(RUNS):
        for name, command in rows.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            timings[name].append(time.perf_counter() - start)
    bare = median(timings["python -c pass"])
    print(f"{'command':<44} {'median s':>9} {'ratio':>7}")
    for name, seconds in timings.items():
        print(f"{name:<44} {median(seconds):>9.2f} {median(seconds) / bare:>7.1f}")


def _dossiers() -> list[Path]:
    return sorted(path for path in SAMPLES.iterdir() if not path.name.startswith("."))


def _casecheck(*arguments: str) -> list[str]:
    program = "from casecheck.cli.app import main; main()"
    return [sys.executable, "-c", program, *arguments, *(["--as-of", "2026-11-22"] if arguments[0] == "check" else [])]
