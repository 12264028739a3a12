"""What the READMEs print runs as printed, and what they show is there."""

import re
import shlex

import pytest

from tests.unit.cli.test_commands import ROOT, run

READMES = ("README.md", "README.zh-CN.md")
# Commands that read every sample take long; the demo and the pictures run them.
SLOW = "samples/dossiers"


def commands(readme):
    for block in re.findall(r"```sh\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["casecheck"]:
                yield tuple(words[1:])


def test_both_readmes_show_the_same_commands():
    english, chinese = (list(commands(readme)) for readme in READMES)
    assert english == chinese
    assert len(english) >= 6


@pytest.mark.parametrize("arguments", sorted(c for c in set(commands(READMES[0])) if SLOW not in c))
def test_commands_run_as_printed(arguments):
    result = run(*arguments)
    assert result.returncode in (0, 1, 4)
    assert result.stdout
    assert not result.stderr


@pytest.mark.parametrize("readme", READMES)
def test_links_and_pictures_are_there(readme):
    text = (ROOT / readme).read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in t]
    assert any(t.endswith(".png") for t in targets)
    assert not [t for t in targets if not (ROOT / t).exists()]


@pytest.mark.parametrize("readme", READMES)
def test_every_option_is_told(readme):
    told = set(re.findall(r"--[a-z][a-z-]+", (ROOT / readme).read_text(encoding="utf-8")))
    offered = set(re.findall(r"--[a-z][a-z-]+", run("check", "--help", CASECHECK_LANG="en").stdout))
    assert offered - {"--help"} <= told | {"--format"}
    assert len(offered) > 10


@pytest.mark.parametrize("readme", READMES)
def test_the_corrections_shown_are_accepted(readme, tmp_path):
    from casecheck.checklist.corrections import load_corrections
    from casecheck.checklist.load import load_vocabulary
    from casecheck.checklist.place import checklists_root

    shown = re.search(r"```yaml\n(corrections:.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)
    path = tmp_path / "corrections.yml"
    path.write_text(shown[1], encoding="utf-8")
    found = load_corrections(path, path.name, load_vocabulary(checklists_root()))
    assert {c.form is not None or c.part_of is not None or c.fact is not None for c in found} == {True}
    assert len(found) == 4
