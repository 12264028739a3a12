"""What is a dossier."""

import os
from pathlib import Path

import pytest

from casecheck.sources.discover import DossierFiles, discover, group_by_content
from casecheck.sources.natural_order import natural_key
from casecheck.sources.read import read_file
from tests.unit.sources.docx_files import cell, docx, paragraph, table


def lay(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"%PDF-1.7")
    return root


def shape(found: list[DossierFiles], root: Path) -> list[tuple[str, str, list[str]]]:
    return [(Path(d.path).relative_to(root).as_posix(), d.grouping, [name for _, name in d.files]) for d in found]


def test_a_file_is_a_dossier_of_its_own(tmp_path: Path) -> None:
    lay(tmp_path, "案卷.pdf")
    (dossier,) = discover([tmp_path / "案卷.pdf"])
    assert (dossier.grouping, [name for _, name in dossier.files]) == ("file", ["案卷.pdf"])


def test_a_folder_of_numbered_papers_is_one_in_natural_order(tmp_path: Path) -> None:
    lay(tmp_path, "10-结案审批表.docx", "2-现场笔录.docx", "1-立案审批表.docx", "证据/2照片.pdf", "证据/1合同.pdf")
    assert shape(discover([tmp_path]), tmp_path) == [
        (
            ".",
            "parts",
            ["1-立案审批表.docx", "2-现场笔录.docx", "10-结案审批表.docx", "证据/1合同.pdf", "证据/2照片.pdf"],
        )
    ]


def test_volumes_are_parts_of_one(tmp_path: Path) -> None:
    lay(tmp_path, "副卷.docx", "正卷.pdf")
    assert shape(discover([tmp_path]), tmp_path) == [(".", "parts", ["正卷.pdf", "副卷.docx"])]


def test_children_of_a_folder_of_cases_are_dossiers(tmp_path: Path) -> None:
    lay(tmp_path, "甲公司案/立案.docx", "甲公司案/决定.docx", "乙公司案/正卷/1.pdf", "丙案.pdf")
    assert shape(discover([tmp_path]), tmp_path) == [
        ("丙案.pdf", "file", ["丙案.pdf"]),
        ("乙公司案", "child", ["正卷/1.pdf"]),
        ("甲公司案", "child", ["决定.docx", "立案.docx"]),
    ]


def test_the_same_paper_again_and_again_is_not_one_case(tmp_path: Path) -> None:
    lay(tmp_path, *(f"{n}号行政处罚决定书.pdf" for n in range(1, 7)))
    assert [d.grouping for d in discover([tmp_path])] == ["content"]


def test_the_unit_can_be_forced(tmp_path: Path) -> None:
    lay(tmp_path, "a/1.pdf", "a/2.pdf", "b.pdf")
    assert [d.grouping for d in discover([tmp_path], "folder")] == ["folder"]
    assert len(discover([tmp_path], "file")) == 3


def test_what_is_no_paper_is_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, "1-立案审批表.docx", "2-现场笔录.docx")
    for name in ("~$1-立案审批表.docx", ".DS_Store", "Thumbs.db", "notes.md"):
        (tmp_path / name).write_bytes(b"\0\0 no paper")
    (dossier,) = discover([tmp_path])
    assert [name for _, name in dossier.files] == ["1-立案审批表.docx", "2-现场笔录.docx"]


def test_a_paper_is_found_whatever_it_is_called(tmp_path: Path) -> None:
    lay(tmp_path, "1-立案审批表", "2-现场笔录.dat")
    (dossier,) = discover([tmp_path])
    assert len(dossier.files) == 2


def test_an_empty_folder_holds_no_dossier(tmp_path: Path) -> None:
    assert discover([tmp_path]) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only administrators make symbolic links")
def test_links_that_lead_out_are_not_followed_and_told(tmp_path: Path) -> None:
    outside = lay(tmp_path / "外", "决定书.docx")
    inside = lay(tmp_path / "案卷", "1-立案审批表.docx", "2-现场笔录.docx")
    (inside / "3-决定书.docx").symlink_to(outside / "决定书.docx")
    (inside / "循环").symlink_to(inside)
    (dossier,) = discover([inside])
    assert [name for _, name in dossier.files] == ["1-立案审批表.docx", "2-现场笔录.docx"]
    assert [(p.kind, p.file, p.blocks_absence) for p in dossier.problems] == [
        ("link-not-followed", "3-决定书.docx", True)
    ]
    (grouped,) = group_by_content(dossier, [read_file(path, name) for path, name in dossier.files])
    assert [text.name for text in grouped.files][-1] == "3-决定书.docx"
    assert grouped.files[-1].failed


def test_the_settings_of_a_folder_order_its_files_and_lose_none(tmp_path: Path) -> None:
    lay(tmp_path, "a.pdf", "b.pdf", "c.pdf")
    (tmp_path / "dossier.yaml").write_text("files: [c.pdf, a.pdf, d.pdf]\nstage: review\n", encoding="utf-8")
    (dossier,) = discover([tmp_path])
    assert [name for _, name in dossier.files] == ["c.pdf", "a.pdf", "b.pdf"]
    assert dossier.grouping == "settings"
    assert dossier.settings is not None
    assert dossier.settings.stage == "review"
    assert [(p.kind, p.file) for p in dossier.problems] == [("file-missing", "d.pdf")]


@pytest.mark.parametrize(
    "content",
    [
        "files: a.pdf",
        "fail_on: never",
        "stage: finished",
        "- a",
        "a: &x [1]\nfiles: *x",
        "files: !!python/object/apply:os.system ['true']",
        "files: [",
        "x" * (1 << 19),
    ],
)
def test_settings_that_are_not_plain_known_data_are_refused(content: str, tmp_path: Path) -> None:
    lay(tmp_path, "a.pdf")
    (tmp_path / "dossier.yaml").write_text(content, encoding="utf-8")
    (dossier,) = discover([tmp_path])
    assert dossier.settings is None
    assert [p.kind for p in dossier.problems] == ["settings-not-valid"]


def regroup(root: Path, papers: dict[str, bytes]) -> list[tuple[str, int]]:
    for name, content in papers.items():
        (root / name).write_bytes(content)
    (group,) = discover([root])
    assert group.grouping == "content"
    texts = [read_file(path, name) for path, name in group.files]
    return [(found.grouping, len(found.files)) for found in group_by_content(group, texts)]


def test_files_that_share_a_party_or_a_number_are_one_dossier(tmp_path: Path) -> None:
    papers = {
        "a.docx": docx(paragraph("立案审批表") + table(cell("当事人") + cell("甲市某某商行"))),
        "b.docx": docx(paragraph("当事人：甲市某某商行") + paragraph("甲市监罚告〔2023〕12号")),
        "c.docx": docx(paragraph("送达文书：甲市监罚告〔2023〕12号")),
        "d.docx": docx(paragraph("照片")),
    }
    assert regroup(tmp_path, papers) == [("shared", 4)]


def test_files_of_different_cases_are_dossiers_of_their_own(tmp_path: Path) -> None:
    papers = {
        "a.docx": docx(paragraph("当事人：甲市某某商行")),
        "b.docx": docx(paragraph("当事人：乙市某某超市")),
    }
    assert regroup(tmp_path, papers) == [("child", 1), ("child", 1)]


def test_two_decisions_on_one_party_are_two_dossiers(tmp_path: Path) -> None:
    decision = paragraph("甲市市场监督管理局") + paragraph("行政处罚决定书") + paragraph("当事人：甲市某某商行")
    assert regroup(tmp_path, {"a.docx": docx(decision), "b.docx": docx(decision)}) == [("child", 1), ("child", 1)]


@pytest.mark.parametrize(
    "names",
    [
        ["1.docx", "2.docx", "10.docx"],
        ["一、立案.docx", "二、笔录.docx", "十、决定.docx", "十一、回证.docx"],
        ["第一卷", "第二卷", "第十卷"],
        ["正卷", "副卷"],
    ],
)
def test_natural_order(names: list[str]) -> None:
    assert sorted(set(names), key=natural_key) == names


def test_a_paper_under_an_odd_name_is_read_and_a_pipe_is_told(tmp_path: Path) -> None:
    lay(tmp_path, "1-立案审批表.docx", "2-现场笔录.docx")
    (tmp_path / "3-决定书.bak").write_bytes(b"%PDF-1.7")
    (tmp_path / ".4-告知书").write_bytes(b"PK\x03\x04")
    (tmp_path / "notes.md").write_text("not a paper", encoding="utf-8")
    os.mkfifo(tmp_path / "5-回证.docx")
    (dossier,) = discover([tmp_path])
    names = {name for _, name in dossier.files}
    assert names == {"1-立案审批表.docx", "2-现场笔录.docx", "3-决定书.bak", ".4-告知书"}
    assert [p.file for p in dossier.problems] == ["5-回证.docx"]
