"""Word documents to PDF with a headless LibreOffice, and the number of pages of a PDF."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC")
INSTALL = "apt-get install libreoffice-writer fonts-noto-cjk fonts-arphic-uming"


class OfficeMissingError(RuntimeError):
    """LibreOffice or the typefaces that the samples are set in are not installed."""


def find_office() -> str:
    """Path of the LibreOffice command; raises `OfficeMissingError` with what to install."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise OfficeMissingError(f"LibreOffice (soffice) is not installed; on Debian: {INSTALL}")
    listing = shutil.which("fc-list")
    if listing is not None:
        known = subprocess.run([listing, ":", "family"], capture_output=True, text=True, check=True).stdout  # noqa: S603
        missing = [font for font in FONTS if font not in known]
        if missing:
            raise OfficeMissingError(f"typefaces are not installed: {', '.join(missing)}; on Debian: {INSTALL}")
    return office


def to_pdf(sources: Sequence[Path], folder: Path) -> list[Path]:
    """Convert Word documents into `folder` in one run of the office; the PDFs carry a fixed date."""
    with tempfile.TemporaryDirectory() as profile:
        command = [find_office(), f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        command += ["--outdir", str(folder), *map(str, sources)]
        environment = {**os.environ, "TZ": "UTC"}
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=600)  # noqa: S603
    results = [folder / f"{source.stem}.pdf" for source in sources]
    absent = [result.name for result in results if not result.is_file()]
    if absent:
        raise RuntimeError(f"LibreOffice made no PDF of: {', '.join(absent)}")
    for result in results:
        result.write_bytes(_undated(result.read_bytes()))
    return results


def _undated(pdf: bytes) -> bytes:
    """The PDF with a fixed date and file identifier, each as long as the one it replaces (offsets must not move)."""
    pdf = re.sub(rb"(?<=/CreationDate\(D:)\d{14}", b"20260101000000", pdf)
    return re.sub(
        rb"(/ID\s*\[\s*<)(\w+)(>\s*<)(\w+)(>)|(/DocChecksum\s*/)(\w+)",
        lambda m: b"".join(b"0" * len(part) if i in (1, 3, 6) else part for i, part in enumerate(m.groups(b""))),
        pdf,
    )


def page_count(pdf: Path) -> int:
    """Number of pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
