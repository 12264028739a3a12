"""One file → SourceText, in this process. Native code may abort it: run it in a worker unless the file is trusted."""

import hashlib
from pathlib import Path

from casecheck.model.problem import Problem
from casecheck.model.source import SourceText
from casecheck.sources.limits import DEFAULT, Limits
from casecheck.sources.problems import ReadingError, problem
from casecheck.sources.sniff import Format, sniff

_HEAD = 1 << 17


def read_file(path: Path, name: str, limits: Limits = DEFAULT) -> SourceText:
    """The file as text with places, under the `name` it has in its dossier. Failures become problems of the result."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
            kind = sniff(head)
            # What is not read anyway (a film, say) need not be loaded; an archive shows its kind only as a whole.
            if len(head) == _HEAD and not kind.needs_all:
                stream.seek(0)
                sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
                return failed(name, _unsupported(kind, name), sha256, kind.name)
            size = path.stat().st_size
            if size > limits.file_bytes:
                detail = f"{size >> 20} MB > {limits.file_bytes >> 20} MB"
                return failed(name, problem("file-too-large", name, detail=detail))
            data = head + stream.read()
    except FileNotFoundError:
        return failed(name, problem("file-missing", name))
    except OSError as error:
        return failed(name, problem("file-closed", name, detail=error.strerror or type(error).__name__))
    return read_bytes(data, name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT) -> SourceText:
    """The same for content that is already in memory."""
    sha256 = hashlib.sha256(data).hexdigest()
    if not data.strip(b"\x00\t\r\n "):
        return failed(name, problem("file-empty", name), sha256)
    kind = sniff(data)
    try:
        return _read(kind, data, name, sha256, limits)
    except ReadingError as error:
        return failed(name, problem(error.kind, name, error.params), sha256, kind.name)
    except MemoryError:
        return failed(name, problem("reader-killed", name), sha256, kind.name)
    except RecursionError:
        return failed(name, problem("file-broken", name, detail="nested too deeply"), sha256, kind.name)


def failed(name: str, reason: Problem, sha256: str = "", kind: str = "") -> SourceText:
    """The SourceText of a file of which nothing was read."""
    return SourceText(name=name, format=kind, sha256=sha256, problems=(reason,))


def _read(kind: Format, data: bytes, name: str, sha256: str, limits: Limits) -> SourceText:
    # The readers are imported on demand: a run over DOCX files need not load the PDF library, and the reverse.
    if kind.name == "docx":
        from casecheck.sources.docx import read_docx

        return read_docx(data, name, sha256, limits)
    if kind.name == "pdf":
        from casecheck.sources.pdf import read_pdf

        return read_pdf(data, name, sha256, limits)
    if kind.name == "encrypted":
        raise ReadingError("file-encrypted")
    return failed(name, _unsupported(kind, name), sha256, kind.name)


def _unsupported(kind: Format, name: str) -> Problem:
    return problem("file-unsupported", name, what_zh=kind.zh, what_en=kind.en)
