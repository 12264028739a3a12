"""The loop of a reading process: a file in, a SourceText out, until the pipe closes."""

import contextlib
import os
import sys
from pathlib import Path
from typing import cast

from casecheck.sources.limits import Limits
from casecheck.sources.read import read_file
from casecheck.sources.worker import receive, send


def main() -> None:
    """Serves standard input and output."""
    # Native code may print: what goes to file 1 must not end up between our frames.
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = sys.stdin.buffer
    limits = cast(Limits, receive(requests))
    _bound(limits)
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            path, name = cast(tuple[str, str], receive(requests))
            send(results, read_file(Path(path), name, limits))


def _bound(limits: Limits) -> None:
    """Limits what the process may take; Windows knows no such limits, there only the deadline holds."""
    try:
        import resource
    except ImportError:
        return
    for kind, value in ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
