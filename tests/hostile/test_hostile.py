"""Crafted files: each costs one clear problem for that file, and the others are read."""

import sys
from pathlib import Path

import pytest

from casecheck.model.source import SourceText
from casecheck.sources.limits import Limits
from casecheck.sources.worker import Readers
from tests.hostile import crafted
from tests.unit.sources.docx_files import docx, paragraph
from tests.unit.sources.pdf_files import flow, pdf

LIMITS = Limits(seconds=6.0, seconds_per_megabyte=0.0, memory_bytes=1 << 29)
GOOD_PDF = pdf(lambda canvas: flow(canvas, ["当事人在法定期限内未提出陈述申辩。"]))
GOOD_DOCX = docx(paragraph("同意立案。"))


def read_all(folder: Path, files: dict[str, bytes], jobs: int = 1, limits: Limits = LIMITS) -> list[SourceText]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with Readers(jobs, limits) as readers:
        return list(readers.read([(folder / name, name) for name in files]))


CASES = {
    "a form that draws itself": (crafted.form_that_draws_itself, "a.pdf"),
    "forms that double": (crafted.forms_that_double, "a.pdf"),
    "a flate bomb": (crafted.flate_bomb, "a.pdf"),
    "pages in a circle": (crafted.pages_in_a_circle, "a.pdf"),
    "a cut PDF": (lambda: GOOD_PDF[:200], "a.pdf"),
    "a PDF of nothing": (lambda: b"%PDF-1.7\n", "a.pdf"),
    "a zip bomb": (crafted.zip_bomb, "a.docx"),
    "billion laughs": (crafted.billion_laughs, "a.docx"),
    "a cut DOCX": (lambda: GOOD_DOCX[: len(GOOD_DOCX) // 2], "a.docx"),
    "tables in tables without end": (lambda: crafted.deep_tables(2000), "a.docx"),
    "an old Word file named DOCX": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx"),
    "a web page named PDF": (lambda: "<html><body>行政处罚决定书</body></html>".encode(), "a.pdf"),
    "a picture named PDF": (lambda: b"\xff\xd8\xff\xe0" + bytes(600), "a.pdf"),
    "an empty file": (lambda: b"", "a.pdf"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_crafted_file_costs_one_problem_and_no_other_file(case: str, tmp_path: Path) -> None:
    build, name = CASES[case]
    before, crafted_file, after = read_all(tmp_path, {"前.docx": GOOD_DOCX, name: build(), "后.pdf": GOOD_PDF})
    assert [block.text for block in before.blocks] == ["同意立案。"]
    assert [block.text for block in after.blocks] == ["当事人在法定期限内未提出陈述申辩。"]
    assert crafted_file.name == name
    assert not any(block.text.strip() for block in crafted_file.blocks)
    assert len(crafted_file.problems) >= 1
    assert all(problem.message.zh and problem.message.en for problem in crafted_file.problems)


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no RLIMIT_AS; there the deadline stops the reader instead"
)
def test_what_aborts_the_reader_is_told_as_such(tmp_path: Path) -> None:
    (result,) = read_all(tmp_path, {"a.pdf": crafted.form_that_draws_itself()})
    assert [(p.kind, p.file, p.blocks_absence) for p in result.problems] == [("reader-killed", "a.pdf", True)]


def test_what_takes_too_long_is_stopped(tmp_path: Path) -> None:
    hasty = Limits(seconds=0.001, seconds_per_megabyte=0.0)
    results = read_all(tmp_path, {"a.pdf": GOOD_PDF, "b.pdf": GOOD_PDF}, limits=hasty)
    assert [[p.kind for p in result.problems] for result in results] == [["reader-timeout"], ["reader-timeout"]]


def test_several_crashing_files_among_many_keep_their_places(tmp_path: Path) -> None:
    bad = crafted.form_that_draws_itself()
    files = {f"{n}.pdf": bad if n in (1, 2) else GOOD_PDF for n in range(6)}
    results = read_all(tmp_path, files, jobs=2)
    assert [result.name for result in results] == list(files)
    assert [result.failed for result in results] == [False, True, True, False, False, False]


def test_a_huge_span_costs_nothing(tmp_path: Path) -> None:
    (result,) = read_all(tmp_path, {"a.docx": crafted.wide_span()})
    assert [block.text for block in result.blocks] == ["宽"]


def test_tables_as_deep_as_the_parser_allows_are_read(tmp_path: Path) -> None:
    (result,) = read_all(tmp_path, {"a.docx": crafted.deep_tables(70)})
    assert result.blocks[-1].text == "深"


def test_styles_that_inherit_in_a_circle_are_read(tmp_path: Path) -> None:
    (result,) = read_all(tmp_path, {"a.docx": crafted.circular_styles()})
    assert [block.text for block in result.blocks] == ["正文"]


def test_entities_never_reach_the_disk(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("口令", encoding="utf-8")
    (result,) = read_all(tmp_path, {"a.docx": crafted.outside_entity(str(tmp_path / "secret"))})
    assert "口令" not in "".join(block.text for block in result.blocks)


def test_a_protected_pdf_says_so(tmp_path: Path) -> None:
    from io import BytesIO

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("open sesame", "owner"))
    canvas.drawString(100, 700, "hidden")
    canvas.save()
    (result,) = read_all(tmp_path, {"a.pdf": buffer.getvalue()})
    assert [problem.kind for problem in result.problems] == ["file-encrypted"]


def test_a_protected_docx_says_so(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    (result,) = read_all(tmp_path, {"a.docx": data})
    assert [problem.kind for problem in result.problems] == ["file-encrypted"]


def test_a_paper_whose_name_lies_is_read_by_its_content(tmp_path: Path) -> None:
    first, second = read_all(tmp_path, {"决定书.doc": GOOD_DOCX, "回证.docx": GOOD_PDF})
    assert (first.format, second.format) == ("docx", "pdf")
    assert not first.failed
    assert not second.failed


def test_nothing_in_the_working_directory_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit('imported from a dossier')", encoding="utf-8")
    (tmp_path / "pickle.py").write_text("raise SystemExit('imported from a dossier')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (result,) = read_all(tmp_path, {"a.docx": GOOD_DOCX})
    assert not result.failed
