"""Reading in processes of its own: what aborts, hangs or eats memory costs one file, never the run.

A process pool of the standard library is of no use here: its first dead worker ends it. Each worker is a plain
interpreter that reads one file after the other; a thread of ours waits for it and stops it at the deadline.
"""

import contextlib
import os
import pickle
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import casecheck
from casecheck.model.source import SourceText
from casecheck.sources.limits import DEFAULT, Limits
from casecheck.sources.problems import problem

Item = tuple[Path, str]
"""A file and the name it has in its dossier."""

_START = "import sys; sys.path.append(sys.argv[1]); from casecheck.sources.reading_process import main; main()"
_LENGTH = struct.Struct(">Q")
_RECYCLE_AFTER = 500
"""Files after which a worker is replaced, so that what native code leaks stays small."""


class Readers:
    """A context manager over `jobs` workers; they start when the first file needs them."""

    def __init__(self, jobs: int = 1, limits: Limits = DEFAULT) -> None:
        self._jobs = max(jobs, 1)
        self._limits = limits
        self._idle: deque[_Worker] = deque()
        self._workers: set[_Worker] = set()
        self._threads: ThreadPoolExecutor | None = None

    def __enter__(self) -> Self:
        self._threads = ThreadPoolExecutor(self._jobs, thread_name_prefix="reader")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)
            # On an interrupt the workers are ended first, so that no thread waits for them.
            if kind is not None:
                for worker in list(self._workers):
                    worker.kill()
            self._threads.shutdown(wait=True)
            self._threads = None
        for worker in list(self._workers):
            worker.stop()
        self._workers.clear()
        self._idle.clear()

    def read(self, items: Iterable[Item]) -> Iterator[SourceText]:
        """The files as text, in the order given. Reading runs a little ahead of what is taken."""
        if self._threads is None:
            raise RuntimeError("Readers is used outside its with block")
        waiting: deque[Future[SourceText]] = deque()
        for path, name in items:
            waiting.append(self._threads.submit(self._read_one, path, name))
            if len(waiting) >= 4 * self._jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _read_one(self, path: Path, name: str) -> SourceText:
        try:
            worker = self._idle.pop()
        except IndexError:
            worker = _Worker(self._limits)
            self._workers.add(worker)
        result = worker.read(path, name)
        if worker.alive and worker.served < _RECYCLE_AFTER:
            self._idle.append(worker)
        else:
            worker.stop()
            self._workers.discard(worker)
        return result


class _Worker:
    """One reading process and the pipes to it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.served = 0
        package_home = str(Path(casecheck.__file__).resolve().parents[1])
        # -P: the working directory may be a dossier, and nothing in it may be imported.
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-c", _START, package_home],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        with contextlib.suppress(OSError):
            send(self._input, limits)

    @property
    def alive(self) -> bool:
        """Whether it can read another file."""
        return self._process.poll() is None

    @property
    def _input(self) -> IO[bytes]:
        assert self._process.stdin is not None  # noqa: S101 - opened above
        return self._process.stdin

    @property
    def _output(self) -> IO[bytes]:
        assert self._process.stdout is not None  # noqa: S101 - opened above
        return self._process.stdout

    def read(self, path: Path, name: str) -> SourceText:
        """The file as text; a dead or late worker becomes a problem of the file."""
        self.served += 1
        seconds = self._limits.deadline(_size(path))
        late = threading.Event()
        timer = threading.Timer(seconds, self._end_late, args=(late,))
        timer.daemon = True
        timer.start()
        try:
            send(self._input, (str(path), name))
            result = receive(self._output)
        except (OSError, EOFError, pickle.UnpicklingError, ValueError):
            result = None
        finally:
            timer.cancel()
        if isinstance(result, SourceText):
            return result
        self.kill()
        self._process.wait()
        failure = (
            problem("reader-timeout", name, seconds=round(seconds)) if late.is_set() else problem("reader-killed", name)
        )
        return SourceText(name=name, format="", sha256="", problems=(failure,))

    def _end_late(self, late: threading.Event) -> None:
        late.set()
        self.kill()

    def kill(self) -> None:
        """Ends the process; whoever waits for its answer gets none."""
        self._process.kill()

    def stop(self) -> None:
        """Ends the process and lets go of its pipes."""
        for stream in (self._input, self._output):
            # What was not sent to a dead process is lost with it.
            with contextlib.suppress(OSError):
                stream.close()
        self._process.kill()
        self._process.wait()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def send(stream: IO[bytes], value: object) -> None:
    """Writes one value, its length first."""
    content = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Reads one value; EOFError when the other side is gone. Both sides are this package."""
    head = _exactly(stream, _LENGTH.size)
    return pickle.loads(_exactly(stream, _LENGTH.unpack(head)[0]))  # noqa: S301


def _exactly(stream: IO[bytes], count: int) -> bytes:
    content = stream.read(count)
    if len(content) < count:
        raise EOFError
    return content
