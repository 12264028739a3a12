"""询问笔录: what two records have in common, and what a single record of another case looks like."""

from dataclasses import replace

from casecheck.model.source import Block, BlockKind
from casecheck.model.verdict import Cause, Outcome
from casecheck.rules.interviews.likeness import MOST_RECORDS, likenesses
from casecheck.rules.interviews.records import interviews
from tests.rules.kit import case, check, check_case, variants, with_image

LONG = (
    "面包放在烘焙货架第二层，有价签，顾客可以直接拿到收银台结账。春节以后人手少，两名理货员先后离职，"
    "每周一次的清查就没有做，箱子上印的日期很清楚，是我们疏忽了，没有及时下架。"
)


def record(*turns):
    return {"form": "询问笔录", "text": "".join(f"问：{question}答：{answer}" for question, answer in turns)}


def people(*names):
    return {"询问笔录.被询问人": [{"value": name, "document": n} for n, name in enumerate(names, start=1)]}


def alike(first, second, names=("何立群", "程小满")):
    subject = case(people(*names), first, second)
    return list(likenesses(interviews(subject), alike=90, shortest=15))


def test_questions_and_answers_are_parted_and_the_signatures_left_out():
    (read,) = interviews(
        case({}, {"form": "询问笔录", "text": "问：进了多少？问：一共多少？答：38箱。\n被询问人：何立群"})
    )
    assert [(t.question.text, t.answer.text) for t in read.turns] == [("一共多少？", "38箱。")]


def test_a_passage_is_told_with_its_place_on_both_sides_and_a_figure():
    (found,) = alike(record(("怎样销售？", LONG)), record(("说一下经过。", f"我是店长。{LONG}")))
    (passage,) = found.passages
    assert passage.one.text == passage.two.text == LONG
    assert found.one.quote(passage.one).text == found.two.quote(passage.two).text == LONG
    assert (round(passage.alike), round(found.share)) == (100, 100)


def test_small_changes_do_not_hide_a_copy_and_lower_its_figure():
    (found,) = alike(record(("怎样销售？", LONG)), record(("怎样销售？", LONG.replace("第二层", "第三层"))))
    assert 90 <= found.passages[0].alike < 100


def test_moved_sentences_are_found():
    first, second, rest = LONG.partition("。")
    (found,) = alike(record(("怎样销售？", LONG)), record(("一？", rest), ("二？", first + second)))
    assert found.length == len(LONG) - sum(LONG.count(mark) for mark in "，。")


def test_other_people_say_other_things():
    assert not alike(
        record(("怎样销售？", LONG)), record(("怎样销售？", "我是送货的，货放到后门就走，店里的事情一概不知道。"))
    )


def test_two_records_of_one_person_are_not_compared():
    assert not alike(record(("怎样销售？", LONG)), record(("怎样销售？", LONG)), names=("何立群", "何立群"))
    assert not alike(record(("怎样销售？", LONG)), record(("怎样销售？", LONG)), names=("何立群", "何某某"))


def test_the_work_is_bounded():
    several = [record(("怎样销售？", f"{LONG}{n}" * 40)) for n in range(MOST_RECORDS + 5)]
    names = [f"何{chr(0x4E00 + n)}" for n in range(len(several))]
    found = list(likenesses(interviews(case(people(*names), *several)), alike=90, shortest=15))
    assert len({likeness.two.paper.id for likeness in found}) < len(several)


def test_each_two_records_that_agree_are_a_question_of_their_own():
    copied = [record(("怎样销售？", LONG)) for _ in range(3)]
    result = check("EVID-ASK-COPYPASTE", people("何立群", "程小满", "沈大有"), *copied)
    assert (result.outcome, len(result.findings)) == (Outcome.UNDETERMINED, 3)


def test_a_person_addressed_as_somebody_else():
    facts = {**people("程小满"), "询问笔录.性别": "女"}
    assert variants(check("EVID-ASK-COPYPASTE", facts, record(("程先生，货是哪里来的？", "送来的。")))) == ["addressed"]
    assert variants(check("EVID-ASK-COPYPASTE", facts, record(("周女士，货是哪里来的？", "送来的。")))) == ["addressed"]
    assert variants(check("EVID-ASK-COPYPASTE", facts, record(("程女士，货是哪里来的？", "送来的。")))) == []


def test_a_number_and_a_day_that_no_other_paper_has_are_questions():
    inspection = {"form": "现场笔录", "text": "2024年3月12日检查。青市监扣〔2024〕7号。"}
    asked = record(("2024年5月9日我们检查时发现的货是哪里来的？", "见青市监扣〔2024〕9号。"))
    assert sorted(variants(check("EVID-ASK-COPYPASTE", people("程小满"), asked, inspection))) == ["day", "number"]
    right = record(("2024年3月12日我们检查时发现的货是哪里来的？", "见青市监扣〔2024〕7号。"))
    assert variants(check("EVID-ASK-COPYPASTE", people("程小满"), right, inspection)) == []


def test_another_party_is_only_told_where_all_papers_were_read():
    asked = record(("我们就白榆金谷商贸有限公司涉嫌无照经营一案询问你。", "好的。"))
    facts = {**people("程小满"), "立案审批表.当事人": "临江惠邻超市有限公司"}
    assert check("EVID-ASK-COPYPASTE", facts, asked).outcome is Outcome.DEFECT
    unread = {"form": None, "unread": True}
    assert check("EVID-ASK-COPYPASTE", facts, asked, unread).outcome is Outcome.UNDETERMINED


def test_the_same_officers_at_once_are_told_of_by_another_rule():
    facts = {
        **people("何立群", "程小满"),
        "询问笔录.询问人": [{"value": name, "document": n} for n in (1, 2) for name in ("李明", "王强")],
        "询问笔录.询问地点": [{"value": "和平路8号", "document": n} for n in (1, 2)],
        "询问笔录.询问开始": [
            {"value": "2023-05-08 09:30", "document": 1},
            {"value": "2023-05-08 10:00", "document": 2},
        ],
        "询问笔录.询问结束": [
            {"value": "2023-05-08 10:10", "document": 1},
            {"value": "2023-05-08 10:50", "document": 2},
        ],
    }
    assert check("EVID-ASK-INDIVIDUAL", facts).outcome is Outcome.PASS
    assert check("PROC-OFFICER-CLASH", facts).outcome is Outcome.DEFECT


def test_an_authority_that_may_be_a_picture_is_looked_up_there():
    facts = {**people("程小满"), "询问笔录.身份证号": "990105198803261021"}
    subject = case(facts, record(("你受谁委托？", "公司委托我来接受询问。")))
    assert check_case("EVID-ASK-ID", subject).outcome is Outcome.DEFECT
    assert variants(check_case("EVID-ASK-ID", with_image(subject))) == ["unseen"]


def test_who_says_that_nobody_charged_him_needs_no_authority():
    facts = {**people("程小满"), "询问笔录.身份证号": "990105198803261021"}
    for answer in ("没有，公司没有委托我。", "还没有授权委托书。", "授权委托书以后再补。"):
        assert check("EVID-ASK-ID", facts, record(("你受谁委托？", answer))).outcome is Outcome.PASS, answer


def test_a_correction_that_the_file_keeps_as_deleted_is_looked_up_on_the_paper():
    subject = case(people("何立群"), record(("卖了多少？", "14箱。")))
    (paper,) = subject.dossier.documents
    deleted = Block(file="example", index=99, kind=BlockKind.DELETED, text="12箱")
    changed = replace(paper, blocks=(*paper.blocks, deleted))
    result = check_case("EVID-ASK-ALTER", replace(subject, dossier=replace(subject.dossier, documents=(changed,))))
    assert variants(result) == ["tracked"]
    assert result.findings[0].evidence[0].text == "12箱"


def test_corrections_by_hand_may_be_in_the_pictures_of_the_file():
    subject = case(people("何立群"), record(("卖了多少？", "14箱。")))
    assert check_case("EVID-ASK-ALTER", subject).outcome is Outcome.NOT_APPLICABLE
    result = check_case("EVID-ASK-ALTER", with_image(subject))
    assert (result.outcome, result.findings[0].cause) == (Outcome.UNDETERMINED, Cause.NEEDS_IMAGE)


def test_a_refusal_may_be_recorded_on_a_picture_of_the_file():
    subject = case({}, {"form": "现场笔录", "text": "当事人拒绝签名。"})
    assert check_case("EVID-REFUSE-NOTE", subject).outcome is Outcome.DEFECT
    assert variants(check_case("EVID-REFUSE-NOTE", with_image(subject))) == ["unseen"]


def test_what_was_not_filmed_is_no_recording():
    for words in ("没有录像", "无法录音"):
        assert (
            check("EVID-REFUSE-NOTE", {}, {"form": "现场笔录", "text": f"当事人拒绝签名，{words}。"}).outcome
            is Outcome.DEFECT
        )
