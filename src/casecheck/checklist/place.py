"""Where the checklists are."""

from pathlib import Path

import casecheck
from casecheck.errors import CaseCheckError
from casecheck.model.words import Words


def checklists_root() -> Path:
    """The folder of checklists: inside the installed package, else beside the sources it is run from."""
    package = Path(casecheck.__file__).parent
    for root in (package / "checklists", package.parent.parent / "checklists"):
        if (root / "vocabulary").is_dir():
            return root
    raise CaseCheckError(
        Words(zh="找不到检查清单数据（checklists）", en="the checklist data (checklists) cannot be found"),
        hint=Words(zh="请重新安装casecheck", en="install casecheck again"),
    )
