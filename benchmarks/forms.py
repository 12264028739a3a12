"""Recognition of forms: sets of blank forms of several offices, and files made to break a reader.

The folder of forms is named by the caller (`CASECHECK_CORPUS`); it holds `forms/` and `parser-stress/`, every folder below
`forms/` being a set. Nothing is judged here: the table says of each set what was recognised, as what, and why the rest was not.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casecheck.checklist.load import load_vocabulary
from casecheck.checklist.place import checklists_root
from casecheck.dossier.assemble import assemble
from casecheck.dossier.titles import Titles
from casecheck.model.dossier import CaseDocument
from casecheck.model.source import SourceText
from casecheck.model.vocabulary import Vocabulary
from casecheck.sources.limits import Limits
from casecheck.sources.read import read_file
from casecheck.text.folded import fold_text

_FURTHER_PAGE = ("续页", "共页第页")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper of a file: its printed title, and the form it was recognised as or the reason why it was not."""

    file: str
    title: str
    form: str | None
    how: str
    reason: str


def main(corpus: Path) -> None:
    """Prints the table, then for each set the forms recognised and the papers that were not."""
    vocabulary = load_vocabulary(checklists_root())
    found = {name: list(_papers(files, vocabulary)) for name, files in _sets(corpus)}
    print("\n| set | files | read | papers | recognised | not recognised, and why |\n|---|---|---|---|---|---|")
    for name, papers in found.items():
        print(_row(name, papers))
    for name, papers in found.items():
        print(f"\n{name}")
        for form, titles in _by_form(papers).items():
            print(f"  {form}: {'、'.join(f'{title} ×{count}' for title, count in titles.items())}")
        for paper in papers:
            if paper.form is None:
                print(f"  - {paper.file}: {paper.title or '(no text)'}: {paper.reason}")


def _sets(corpus: Path) -> Iterator[tuple[str, list[Path]]]:
    folders = [*sorted(p for p in (corpus / "forms").glob("*") if p.is_dir()), corpus / "parser-stress"]
    for folder in folders:
        files = sorted(p for p in folder.rglob("*") if p.is_file())
        if files:
            yield folder.name, files


def _papers(files: list[Path], vocabulary: Vocabulary) -> Iterator[Paper]:
    titles = Titles(vocabulary)
    for path in files:
        source = read_file(path, path.name, Limits())
        for document in assemble(path.name, [source], vocabulary).documents:
            reason = "" if document.form else _reason(document, source, titles)
            yield Paper(file=path.name, title=document.title, form=document.form, how=document.how, reason=reason)


def _reason(document: CaseDocument, source: SourceText, titles: Titles) -> str:
    """Why a paper is of no form; the message of the reader where nothing was read."""
    if not source.blocks:
        return "; ".join(p.message.en for p in source.problems) or "no text"
    if any(p.kind in ("page-characters-missing", "page-garbled", "page-image-only") for p in source.problems):
        return "unreadable in part: " + "; ".join(dict.fromkeys(p.kind for p in source.problems))
    lines = [fold_text(line) for block in document.blocks[:6] for line in block.text.split("\n")]
    if any(titles.is_other(line) for line in lines):
        return "a paper of another office or step, no form corresponds to it"
    if any(line in _FURTHER_PAGE for line in lines):
        return "a further page by itself, which prints no title"
    return "title not in the vocabulary"


def _row(name: str, papers: list[Paper]) -> str:
    files = {p.file for p in papers}
    unread = {p.file for p in papers if not p.title and p.form is None}
    recognised = sum(p.form is not None for p in papers)
    reasons = Counter(p.reason for p in papers if p.form is None)
    why = "; ".join(f"{count} {reason}" for reason, count in reasons.most_common())
    return f"| {name} | {len(files)} | {len(files - unread)} | {len(papers)} | {recognised} | {why} |"


def _by_form(papers: list[Paper]) -> dict[str, Counter[str]]:
    """The printed titles of each form; a paper told otherwise than by its title is marked with how."""
    forms: dict[str, Counter[str]] = {}
    for paper in papers:
        if paper.form is not None:
            shown = paper.title if paper.how == "title" else f"({paper.how})"
            forms.setdefault(paper.form, Counter())[shown] += 1
    return forms
