"""Compiled data: used while nothing has changed, never trusted when somebody else could have written it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from casecheck.checklist import cache
from casecheck.checklist.cache import compiled
from casecheck.checklist.load import load_checklist
from tests.unit.checklist.kit import RULE, RULE_FILE, write


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "a.yml"
    path.write_text("1")
    return path


class Counted:
    """Counts how often something was built."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, int]:
        self.times += 1
        return {"built": 1}


def test_built_once_for_each_content(data: Path) -> None:
    build = Counted()
    assert compiled("t", data.parent, [data], build) == compiled("t", data.parent, [data], build) == {"built": 1}
    assert build.times == 1
    data.write_text("2")
    compiled("t", data.parent, [data], build)
    assert build.times == 2
    data.write_text("1")
    compiled("t", data.parent, [data], build)
    assert build.times == 2


def test_a_changed_rule_is_seen(tmp_path: Path) -> None:
    root = write(tmp_path)
    assert load_checklist(root, "test").rules[0].level == "A"
    (root / RULE_FILE).write_text(RULE.replace("level: A", "level: B"), encoding="utf-8")
    assert load_checklist(root, "test").rules[0].level == "B"


def test_what_is_kept_belongs_to_the_user_alone(data: Path, own_cache: Path) -> None:
    compiled("t", data.parent, [data], Counted())
    assert stat.S_IMODE(own_cache.stat().st_mode) == 0o700
    assert [p.suffix for p in own_cache.iterdir()] == [".pickle"]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="the platform has no owner and mode of a folder to check")
def test_nothing_is_loaded_from_a_folder_that_others_can_write(data: Path, own_cache: Path) -> None:
    build = Counted()
    compiled("t", data.parent, [data], build)
    own_cache.chmod(0o777)
    compiled("t", data.parent, [data], build)
    assert build.times == 2


def test_half_a_file_is_read_again(data: Path, own_cache: Path) -> None:
    build = Counted()
    compiled("t", data.parent, [data], build)
    for kept in own_cache.iterdir():
        kept.write_bytes(kept.read_bytes()[:-3])
    assert compiled("t", data.parent, [data], build) == {"built": 1}
    assert build.times == 2


def test_a_folder_that_cannot_be_made_is_no_error(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(data))
    assert compiled("t", data.parent, [data], Counted()) == {"built": 1}


def test_it_can_be_turned_off(data: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASECHECK_NO_CACHE", "1")
    compiled("t", data.parent, [data], Counted())
    assert not own_cache.exists()


def test_what_cannot_be_built_is_not_kept(data: Path, own_cache: Path) -> None:
    def fail() -> int:
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        compiled("t", data.parent, [data], fail)
    assert not list(own_cache.iterdir())


def test_old_states_are_dropped(data: Path, own_cache: Path) -> None:
    for number in range(12):
        data.write_text(str(number))
        compiled("t", data.parent, [data], Counted())
    assert len(list(own_cache.glob("t-*.pickle"))) <= 8


def test_another_state_of_the_program_builds_anew(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = Counted()
    compiled("t", data.parent, [data], build)
    monkeypatch.setattr(cache, "_program", lambda: "another version")
    compiled("t", data.parent, [data], build)
    assert build.times == 2


def test_a_compiled_checklist_needs_no_validator(tmp_path: Path) -> None:
    root = write(tmp_path)
    load_checklist(root, "test")
    program = (
        "import sys; from pathlib import Path; from casecheck.checklist.load import load_checklist;"
        f"load_checklist(Path({str(root)!r}), 'test'); sys.exit('jsonschema' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
