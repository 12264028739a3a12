"""Officers of a record whose place for them is empty."""

from collections.abc import Callable

import pytest

from casecheck.model.fact import CaseFacts

Read = Callable[..., CaseFacts]
DIALOGUE = "\n我们是青湖县市场监督管理局的执法人员白小舟、江一帆，现依法向你询问。"


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("询问人：________执法证号：", []),
        ("询问人：", []),
        ("询问人：白小舟、江一帆", ["白小舟", "江一帆"]),
        ("询问地点：本局", ["白小舟", "江一帆"]),
    ],
)
def test_the_dialogue_does_not_fill_an_empty_place(read: Read, head: str, names: list[str]) -> None:
    case = read(("询问笔录", f"询问笔录\n{head}\n被询问人：陆小曼{DIALOGUE}"))
    assert [f.value for f in case.named("询问笔录.询问人")] == names
