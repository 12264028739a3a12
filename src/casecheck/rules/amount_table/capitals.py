"""大写金额: sums that a paper prints in words and in figures."""

from collections.abc import Iterator

from casecheck.model.amounts import Reckoning, Result
from casecheck.model.dossier import CaseDocument
from casecheck.model.fact import CaseFacts
from casecheck.rules.builtin.reading import passage, title_of
from casecheck.text.money import find_caps_pairs, format_yuan

RULE = "FACT-AMOUNT-CAPS"


def capitals(case: CaseFacts, paper: CaseDocument) -> Iterator[Reckoning]:
    """Each sum that the paper writes twice; malformed words have nothing computed."""
    body = passage(paper)
    for pair in find_caps_pairs(body.text):
        yield Reckoning(
            sort="capitals",
            paper=title_of(case, paper.id),
            document=paper.id,
            left=pair.caps_raw,
            stated=format_yuan(pair.digits_fen),
            computed=format_yuan(pair.caps_fen) if pair.caps_fen is not None else "",
            result=Result.OK if pair.agrees else Result.DIFFERS,
            rule=RULE,
            quote=body.quote(pair.start, pair.end, document=paper.id),
        )
