"""A small vocabulary and a way to write files of blocks, for the tests of the dossier layer."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from casecheck.model.source import Block, BlockKind, CellPosition, Page, SourceText
from casecheck.model.vocabulary import Form, FormField, Vocabulary
from casecheck.model.words import Words


def _form(name: str, titles: str = "", labels: str = "", phrases: str = "", **more: object) -> Form:
    fields = tuple(FormField(fact=f"{name}.{label}", labels=(label,)) for label in labels.split())
    form = Form(
        key=name,
        name=name,
        short=name,
        title=Words(zh=name, en=name),
        stage="test",
        titles=tuple(titles.split()),
        fields=fields,
        phrases=tuple(phrases.split()),
    )
    return replace(form, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """Twelve forms, enough to be confused with one another."""
    party = "当事人 住所 法定代表人 统一社会信用代码"
    return Vocabulary(
        forms=(
            _form("卷内文件目录", "卷内目录", "序号 题名 页号 责任者", "责任者 题名"),
            _form("立案/不予立案审批表", "立案审批表", f"{party} 案由 案件来源 经办人意见 部门负责人意见", "立案理由"),
            _form("现场笔录", "现场检查笔录", f"{party} 检查时间 检查地点 检查人员", "现场情况"),
            _form("询问笔录", "询问调查笔录", "询问时间 询问地点 被询问人 询问人 记录人", "以上笔录看过 被询问人"),
            _form("行政处罚告知书", "行政处罚听证告知书 处罚告知书", party, "特此告知", number_words=("罚告",)),
            _form("行政处罚决定书", "处罚决定书", party, "处罚如下 不服本处罚决定 行政复议", number_words=("处罚",)),
            _form("不予行政处罚决定书", "", party, "不予行政处罚", number_words=("不罚",)),
            _form("送达回证", "送达回执", "受送达人 送达文书名称、文号 送达方式 送达地点 送达人", "送达方式 受送达人"),
            _form("行政处罚文书送达公告", "送达公告", "", "公告送达 视为送达"),
            _form("情况说明/整改报告", "情况说明 整改报告", "", "整改措施", evidence=True),
            _form("照片", "现场照片", "拍摄时间 拍摄人", "拍摄地点", evidence=True),
            _form("合同", "广告合同", "甲方 乙方", "违约责任", evidence=True),
        )
    )


class Writer:
    """Writes the blocks of one file, page by page."""

    def __init__(self, name: str = "案卷.pdf", *, paged: bool = True) -> None:
        self._name = name
        self._paged = paged
        self._page = 1
        self._on_page = 0
        self._table = -1
        self._broken = False
        self._verdicts: dict[int, str] = {}
        self._blocks: list[Block] = []

    def page(self, verdict: str | None = None) -> "Writer":
        """Begin the next page; with a verdict, a page on which nothing was read comes between."""
        self._page += 1
        self._on_page = 0
        self._broken = True
        if verdict:
            self._verdicts[self._page] = verdict
            self._page += 1
        return self

    def line(self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, **look: object) -> "Writer":
        """A paragraph (or a block of another kind)."""
        block = Block(
            file=self._name,
            index=self._on_page if self._paged else len(self._blocks),
            kind=kind,
            text=text,
            page=self._page if self._paged else None,
            page_break_before=self._broken and not self._paged,
        )
        self._on_page += 1
        self._broken = False
        self._blocks.append(replace(block, **look))  # type: ignore[arg-type]
        return self

    def lines(self, *texts: str) -> "Writer":
        """Several paragraphs."""
        for text in texts:
            self.line(text)
        return self

    def title(self, text: str) -> "Writer":
        """A centred line in large type."""
        return self.line(text, size=22.0, centred=True)

    def table(self, *rows: tuple[str, ...]) -> "Writer":
        """A ruled table; a row with fewer cells ends in one that spans the rest."""
        self._table += 1
        columns = max(len(row) for row in rows)
        for row_number, row in enumerate(rows):
            for column, text in enumerate(row):
                span = columns - column if column == len(row) - 1 else 1
                at = CellPosition(table=self._table, row=row_number, column=column, column_span=span)
                self.line(text, BlockKind.CELL, cell=at)
        return self

    def source(self) -> SourceText:
        """The file."""
        pages = tuple(
            Page(number=n, width=595, height=842, verdict=self._verdicts.get(n, "text"))
            for n in range(1, self._page + 1)
        )
        return SourceText(
            name=self._name,
            format="pdf" if self._paged else "docx",
            sha256="0" * 64,
            blocks=tuple(self._blocks),
            pages=pages if self._paged else (),
        )


@pytest.fixture
def write() -> Callable[..., Writer]:
    """A new file to write."""
    return Writer


@pytest.fixture(scope="session")
def write_any() -> Callable[..., Writer]:
    """As `write`, for tests that run many times."""
    return Writer
