"""A file is what it holds, not what it is called."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from casecheck.sources.read import read_bytes, read_file
from casecheck.sources.sniff import sniff
from tests.unit.sources.docx_files import docx, paragraph


def archive(*names: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        for name in names:
            written.writestr(name, "<x/>")
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.4", "pdf"),
        (docx(paragraph("甲")), "docx"),
        (archive("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        (archive("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        (archive("a.docx"), "zip"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + "Workbook".encode("utf-16-le"), "xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\x00\x00\x00\x18ftypheic", "image"),
        (b"{\\rtf1", "rtf"),
        ("\ufeff\r\n<!DOCTYPE html>".encode(), "html"),
        (b'<%@ page language="java"%>', "html"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "xml"),
        ("行政处罚决定书".encode(), "unknown"),
    ],
)
def test_formats(content: bytes, name: str) -> None:
    assert sniff(content).name == name


def test_what_is_not_read_says_what_it_is_and_what_to_do() -> None:
    source = read_bytes(OLE + "WordDocument".encode("utf-16-le"), "合议后/决定书.docx")
    (problem,) = source.problems
    assert source.failed
    assert (problem.kind, problem.file, problem.blocks_absence) == ("file-unsupported", "合议后/决定书.docx", True)
    assert ".doc" in problem.message.zh
    assert problem.hint is not None
    assert "DOCX" in problem.hint.zh


def test_a_film_is_refused_by_its_head(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(1 << 20))
    source = read_file(tmp_path / "a.mp4", "a.mp4")
    assert [p.kind for p in source.problems] == ["file-unsupported"]
    assert len(source.sha256) == 64


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    source = read_file(tmp_path / "无.pdf", "无.pdf")
    assert [p.kind for p in source.problems] == ["file-missing"]
    assert str(tmp_path) not in source.problems[0].message.zh
