"""Reading in processes of its own."""

import time
from pathlib import Path

import pytest

from casecheck.sources.read import read_file
from casecheck.sources.worker import Readers
from tests.unit.sources.docx_files import docx, paragraph


def lay(folder: Path, count: int) -> list[tuple[Path, str]]:
    for number in range(count):
        (folder / f"{number}.docx").write_bytes(docx(paragraph(f"第{number}份")))
    return [(folder / f"{number}.docx", f"卷/{number}.docx") for number in range(count)]


def test_files_come_in_their_order_and_as_read_in_process(tmp_path: Path) -> None:
    items = lay(tmp_path, 30)
    with Readers(3) as readers:
        found = list(readers.read(items))
    assert found == [read_file(path, name) for path, name in items]


def test_reading_can_go_on_with_more_files(tmp_path: Path) -> None:
    items = lay(tmp_path, 4)
    with Readers(1) as readers:
        first = list(readers.read(items[:2]))
        second = list(readers.read(items[2:]))
    assert [text.name for text in first + second] == [name for _, name in items]


def test_an_interrupt_ends_the_workers(tmp_path: Path) -> None:
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Readers(2) as readers:
        next(iter(readers.read(lay(tmp_path, 20))))
        raise KeyboardInterrupt
    assert time.monotonic() - started < 5


def test_readers_need_their_with_block(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        list(Readers().read(lay(tmp_path, 1)))
