"""The committed sample dossiers say what their specs say, and the planted defects stand where they are said to."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from docx import Document
from samples import office
from samples.build import Counted, compose, save
from samples.papers import Node, Paper, Spec, SpecError
from samples.spec import load

from casecheck.text.identifiers import resident_id_valid, uscc_valid

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = tuple(sorted(path.stem for path in (SAMPLES / "specs").glob("*.yml")))
PLANTED_CODES = {
    "price-marking": {"92990302MA6R9T57X5"},
    "simple-procedure-faults": {"92990412MA8D3L29QX"},
    "no-filing-faults": {"92990611MA8J2N37TU"},
    "crime-transfer-faults": {"92990602MA4F7L9E53"},
}


def spec_of(name: str) -> Spec:
    return load(SAMPLES / "specs" / f"{name}.yml")


def text_of(path: Path) -> str:
    body = Document(str(path)).element.body
    return "\n".join("".join(t.text or "" for t in p.iter("{*}t")) for p in body.iter("{*}p"))


def printed(spec: Spec, papers: list[Paper], folder: Path) -> str:
    path = folder / "built.docx"
    save(compose(spec, [Counted(paper=p, pages=1) for p in papers]), path)
    return text_of(path)


@pytest.mark.parametrize("name", sorted(path.stem for path in (SAMPLES / "expected").glob("*.yml")))
def test_every_expected_quote_stands_in_the_named_paper(name: str, tmp_path: Path) -> None:
    spec = spec_of(name)
    expected = yaml.safe_load((SAMPLES / "expected" / f"{name}.yml").read_text("utf-8"))
    for defect in expected["defects"]:
        papers = [p for p in spec.papers if p.title == defect["document"]]
        assert len(papers) == 1, defect
        words = printed(spec, papers, tmp_path)
        if any(kind == "catalogue" for kind, _ in papers[0].blocks):  # set only when the pages are counted
            words += "\n".join("\n".join((p.title, p.number, p.date)) for p in spec.papers)
        assert defect["quote"] in words, defect


def words_of(node: Node) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    else:
        for part in node.values() if isinstance(node, dict) else node:
            yield from words_of(part)


@pytest.mark.parametrize("name", NAMES)
def test_check_characters_are_right_except_where_planted(name: str) -> None:
    text = "\n".join(words for paper in spec_of(name).papers for _, node in paper.blocks for words in words_of(node))
    codes = set(re.findall(r"(?<![0-9A-Z])9[12]99[0-9A-Z]{14}(?![0-9A-Z])", text))
    persons = set(re.findall(r"(?<![0-9A-Z])99\d{4}(?:19|20)\d{9}[0-9X](?![0-9A-Z])", text))
    assert codes | persons
    assert {code for code in codes if not uscc_valid(code)} == PLANTED_CODES.get(name, set())
    assert all(resident_id_valid(p) for p in persons)


def test_committed_files_are_what_the_specs_print(tmp_path: Path) -> None:
    spec = spec_of("false-advertising")
    files = sorted((SAMPLES / "dossiers" / "false-advertising").iterdir())
    assert len(files) == len(spec.papers)
    for paper, path in zip(spec.papers, files, strict=True):
        assert path.stem.endswith(paper.title)
        if paper.listed and path.suffix == ".docx":
            assert text_of(path) == printed(spec, [paper], tmp_path), f"{path.name}: run make samples"
    spec = spec_of("food-expired")
    committed = text_of(SAMPLES / "dossiers" / "food-expired.docx")
    assert printed(spec, [p for p in spec.papers if p.listed], tmp_path) in committed


def test_the_catalogue_counts_the_pages_of_the_file() -> None:
    table = Document(str(SAMPLES / "dossiers" / "food-expired.docx")).tables[1]
    spans = [row.cells[5].text for row in table.rows[1:]]
    pages = [n for span in spans for n in range(int(span.split("-")[0]), int(span.split("-")[-1]) + 1)]
    assert pages == list(range(1, len(pages) + 1))
    cover, catalogue, memo = 1, 2, 1
    assert office.page_count(SAMPLES / "dossiers" / "food-expired.pdf") == len(pages) + cover + catalogue + memo


@pytest.mark.parametrize("name", NAMES)
def test_a_dossier_is_of_the_usual_size(name: str) -> None:
    assert 12 <= len(spec_of(name).papers) <= 60


def test_the_committed_files_are_small() -> None:
    for dossier in (SAMPLES / "dossiers").iterdir():
        files = [dossier] if dossier.is_file() else list(dossier.iterdir())
        assert sum(path.stat().st_size for path in files) < 700_000, dossier.name


def test_the_same_spec_gives_the_same_bytes(tmp_path: Path) -> None:
    spec = spec_of("price-marking")
    papers = [Counted(paper=p, pages=1) for p in spec.papers[:4]]
    for name in ("a.docx", "b.docx"):
        save(compose(spec, papers), tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_an_unknown_name_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "wrong.yml"
    path.write_text(
        "deliver: {wrong.docx: all}\nheader: ''\nfooter: ''\nlook: {}\nnames: {party: 某店}\n"
        "papers:\n  - title: 立案审批表\n    blocks:\n      - title: <partie>\n",
        "utf-8",
    )
    with pytest.raises(SpecError, match=r"wrong\.yml: 立案审批表: unknown names partie"):
        load(path)


def test_a_missing_office_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(office.OfficeMissingError, match="apt-get install libreoffice-writer fonts-noto-cjk"):
        office.find_office()
