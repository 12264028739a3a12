"""签名 and 印章: the places for them that a paper prints. Whether they are used only its image shows."""

import re
from collections.abc import Iterator

from casecheck.facts.paper import Paper
from casecheck.model.fact import Fact
from casecheck.text.folded import fold_text

UNKNOWN = "无法判断"
"""What text alone says of a signature or a seal, also where a name is printed beside the label."""
_MARK = r"(?:（?(?:签名|签字|盖章|签章)[^（）：\n]{0,12}）?)"
_SEAL = re.compile(r"（[^（）\n]{0,20}(?:印章|公章|盖章)）|sealdwy")


def signatures(paper: Paper) -> Iterator[Fact]:
    """`签名.<栏目>` for each signer whose label the paper prints, and 印章 where a place for the seal is printed."""
    if paper.form is None or paper.form.evidence:
        return
    for signer in paper.form.signers:
        label = re.escape(fold_text(signer))
        place = re.compile(rf"(?:^|(?<=[\n，、；。）：]))(?P<label>{label})(?:{_MARK}?：|{_MARK}|(?=\n|$))")
        found = place.search(paper.text)
        if found:
            yield paper.fact(f"{paper.short}.签名.{signer}", "text", UNKNOWN, *found.span("label"), how="label")
    seal = _SEAL.search(paper.text)
    if seal:
        yield paper.fact("印章", "text", UNKNOWN, *seal.span(), how="label")
