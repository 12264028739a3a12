"""Word documents to PDF with a headless LibreOffice, and the number of pages of a PDF."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC")
INSTALL = "apt-get install libreoffice-writer fonts-noto-cjk"


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
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600", "TZ": "UTC"}
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=600)  # noqa: S603
    results = [folder / f"{source.stem}.pdf" for source in sources]
    absent = [result.name for result in results if not result.is_file()]
    if absent:
        raise RuntimeError(f"LibreOffice made no PDF of: {', '.join(absent)}")
    return results


def page_count(pdf: Path) -> int:
    """Number of pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
