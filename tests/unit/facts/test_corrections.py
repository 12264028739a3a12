"""更正: a corrected value counts instead of the one that was read, says so, and keeps what was read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casecheck.dossier.corrected import corrected
from casecheck.facts.read import read_facts
from casecheck.model.correction import AppliedCorrection, Correction
from casecheck.model.fact import CaseFacts, Origin
from casecheck.model.vocabulary import Vocabulary

DECIDED = "行政处罚决定书.决定日期"
TEXT = "青禾县市场监督管理局\n行政处罚决定书\n当事人：青禾县味佳餐饮店\n处罚款5000元。\n2023年9月8日"
NOTICE = "行政处罚告知书\n青禾县味佳餐饮店：\n2023年8月1日"

Read = Callable[..., CaseFacts]


def correction(number: int = 1, **what: Any) -> Correction:
    return Correction(number=number, line=number + 1, who="顾青", when=date(2024, 5, 6), why="原件如此", **what)


def again(vocabulary: Vocabulary, case: CaseFacts, *corrections: Correction) -> CaseFacts:
    dossier = corrected(replace(case.dossier, corrections=corrections), vocabulary)
    return read_facts(dossier, vocabulary)


def only(case: CaseFacts) -> AppliedCorrection:
    (told,) = case.corrections
    return told


def test_the_right_value_counts_and_the_words_of_the_paper_stay(read: Read, vocabulary: Vocabulary) -> None:
    case = again(vocabulary, read(("行政处罚决定书", TEXT)), correction(fact=DECIDED, value=date(2023, 9, 18)))
    (fact,) = case.named(DECIDED)
    assert (fact.value, fact.origin, fact.correction) == (date(2023, 9, 18), Origin.CORRECTED, 1)
    assert fact.raw == "2023年9月8日"
    assert fact.places
    told = only(case)
    assert (told.document, told.before, told.after, told.refused) == ("d01", "2023-09-08", "2023-09-18", None)


def test_what_is_worked_out_of_a_corrected_value_tells_of_it(read: Read, vocabulary: Vocabulary) -> None:
    plain = read(("行政处罚决定书", TEXT))
    assert plain.named("当事人.名称")[0].correction is None
    case = again(vocabulary, plain, correction(fact="行政处罚决定书.当事人", value="青禾县味嘉餐饮店"))
    (party,) = case.named("当事人.名称")
    assert (party.value, party.origin, party.correction) == ("青禾县味嘉餐饮店", Origin.DERIVED, 1)


def test_a_value_that_was_not_read_is_added_and_one_that_is_not_there_taken_away(
    read: Read, vocabulary: Vocabulary
) -> None:
    case = again(
        vocabulary,
        read(("行政处罚决定书", TEXT)),
        correction(1, fact="行政处罚决定书.住所", value="青禾县建设路12号"),
        correction(2, fact="行政处罚决定书.罚款金额", absent=True),
    )
    (address,) = case.named("行政处罚决定书.住所")
    assert (address.document, address.origin, address.places) == ("d01", Origin.CORRECTED, ())
    assert not case.named("行政处罚决定书.罚款金额")
    assert [(t.before, t.after) for t in case.corrections] == [(None, "青禾县建设路12号"), ("5000.00", None)]


@pytest.mark.parametrize(
    "what",
    [
        {"fact": DECIDED, "value": date(2023, 9, 18), "was": date(2023, 9, 9)},
        {"fact": "立案审批表.案由", "value": "某案"},
        {"fact": DECIDED, "value": date(2023, 9, 18), "document": "d07"},
        {"fact": "行政处罚决定书.住所", "absent": True},
        {"document": "d07", "form": "行政处罚告知书"},
        {"document": "d01", "begins": "没有这一行"},
        {"document": "d01", "begins": "青禾县市场监督管理局"},
        {"document": "d01", "part_of": "d01"},
    ],
)
def test_what_fits_nothing_changes_nothing_and_is_told(
    read: Read, vocabulary: Vocabulary, what: dict[str, Any]
) -> None:
    plain = read(("行政处罚决定书", TEXT))
    case = again(vocabulary, plain, correction(**what))
    assert only(case).refused is not None
    assert [(f.name, f.value) for f in case.facts] == [(f.name, f.value) for f in plain.facts]


def test_a_form_with_several_papers_needs_the_paper_or_the_value_that_was_read(
    read: Read, vocabulary: Vocabulary
) -> None:
    plain = read(("行政处罚决定书", TEXT), ("行政处罚决定书", TEXT.replace("9月8日", "9月9日")))
    right = date(2023, 9, 18)
    assert only(again(vocabulary, plain, correction(fact=DECIDED, value=right))).refused is not None
    for what in ({"document": "d02"}, {"was": date(2023, 9, 9)}):
        case = again(vocabulary, plain, correction(fact=DECIDED, value=right, **what))
        assert [f.value for f in case.named(DECIDED)] == [date(2023, 9, 8), right]


def test_a_paper_of_another_form_is_read_anew_and_its_facts_say_so(read: Read, vocabulary: Vocabulary) -> None:
    plain = read(("行政处罚告知书", TEXT))
    assert not plain.named(DECIDED)
    case = again(vocabulary, plain, correction(document="d01", form="行政处罚决定书"))
    (fact,) = case.named(DECIDED)
    assert (fact.value, fact.origin, fact.correction) == (date(2023, 9, 8), Origin.EXTRACTED, 1)
    assert case.dossier.documents[0].how == "corrected"


def test_a_paper_is_cut_at_a_line_and_joined_again(read: Read, vocabulary: Vocabulary) -> None:
    plain = read(("行政处罚决定书", f"{TEXT}\n{NOTICE}"))
    cut = correction(1, document="d01", begins="行政处罚告知书", form="行政处罚告知书")
    case = again(vocabulary, plain, cut)
    assert [(d.id, d.form) for d in case.dossier.documents] == [("d01", "行政处罚决定书"), ("d02", "行政处罚告知书")]
    assert case.named("行政处罚告知书.日期")[0].value == date(2023, 8, 1)
    back = again(vocabulary, plain, cut, correction(2, document="d02", part_of="d01"))
    assert [d.blocks for d in back.dossier.documents] == [d.blocks for d in plain.dossier.documents]
    assert len(back.corrections) == 2


def test_a_value_that_is_only_recited_stays_recited(read: Read, vocabulary: Vocabulary) -> None:
    told = TEXT.replace("处罚款", "本局于2023年5月6日立案调查。处罚款")
    plain = read(("行政处罚决定书", told))
    assert [f.origin for f in plain.named("立案审批表.批准日期")] == [Origin.RECITED]
    what = correction(fact="立案审批表.批准日期", document="d01", value=date(2023, 5, 8))
    (fact,) = again(vocabulary, plain, what).named("立案审批表.批准日期")
    assert (fact.value, fact.origin, fact.correction) == (date(2023, 5, 8), Origin.RECITED, 1)
