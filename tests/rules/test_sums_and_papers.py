"""What the examples of the rules on sums, records and the catalogue cannot show: tables, images, several papers."""

from dataclasses import replace

from casecheck.model.verdict import Cause, Outcome
from tests.rules.kit import case, check, check_case, with_image

QUESTIONED = "第1页共3页 答：以上笔录我看过，与我说的一致。被询问人：何某（签名）询问人：林某（签名）第3页共3页"


def sums(text):
    return check("FACT-ARITH", {}, {"form": "案件调查终结报告", "text": text})


def test_each_row_of_a_table_is_worked_out():
    heading = "品名  数量  单价（元）  金额（元）\n"
    assert sums(f"{heading}纯牛奶  26  58.00  1508.00").outcome is Outcome.PASS
    wrong = sums(f"{heading}纯牛奶  26  58.00  1508.00\n面包  48  12.50  660.00")
    assert [f.outcome for f in wrong.findings] == [Outcome.DEFECT]
    assert "660.00" in wrong.findings[0].evidence[0].text


def test_a_table_with_other_units_or_a_discount_is_left_aside():
    assert sums("品名  数量  单价（元）  金额（万元）\n台灯  100  120  1.2").outcome is Outcome.NOT_APPLICABLE
    assert sums("品名  数量（克）  单价（元/公斤）  金额（元）\n茶叶  500  30  15").outcome is Outcome.NOT_APPLICABLE
    assert sums("品名  数量  单价  优惠  金额\n台灯  10  15  10  140").outcome is Outcome.NOT_APPLICABLE
    assert sums("品名  数量（公斤）  单价（元/kg）  金额（元）\n茶叶  5  30  160").outcome is Outcome.DEFECT


def test_a_remark_in_brackets_is_worked_out():
    assert sums("已退还大部分（未退还496479.32元-490456.32元=6023元）。").outcome is Outcome.PASS
    assert sums("已退还大部分（未退还496479.32元-490456.32元=6032元）。").outcome is Outcome.DEFECT


def test_amounts_in_ten_thousands_are_the_same_amounts():
    assert sums("摊销费用为125万元/5年*3年=75万元。").outcome is Outcome.PASS
    assert sums("摊销费用为125万元/5年*3年=75元。").outcome is Outcome.DEFECT


def test_a_table_that_counts_cases_and_prices_bottles_is_left_aside():
    heading = "品名  数量  单价  金额\n"
    assert sums(f"{heading}白酒  10箱  20元/瓶  2400元").outcome is Outcome.NOT_APPLICABLE
    assert sums(f"{heading}白酒  10瓶  20元/瓶  2400元").outcome is Outcome.DEFECT


def test_what_is_no_complete_formula_is_left_aside():
    for text in ("型号Max=6/15kg。", "某项（见附表）×3+2=7元。", "约300+480=790元。", "2023-2024年=两年。"):
        assert sums(text).outcome is Outcome.NOT_APPLICABLE, text


def test_a_page_that_an_image_may_hold_is_not_missing():
    subject = case({}, {"form": "询问笔录", "text": QUESTIONED})
    assert check_case("EVID-ASK-SIGN", subject).outcome is Outcome.DEFECT
    result = check_case("EVID-ASK-SIGN", with_image(subject))
    assert (result.outcome, result.findings[0].cause) == (Outcome.UNDETERMINED, Cause.NEEDS_IMAGE)


def test_conduct_that_the_paper_speaks_of_too_is_a_question():
    facts = {"案件.案由": "发布含有绝对化用语的广告", "行政处罚决定书.处罚依据": ["广告法 第五十五条第一款"]}
    assert check("FACT-CHAR-MATCH", facts).outcome is Outcome.DEFECT
    told = {"form": "行政处罚决定书", "text": "当事人还发布虚假广告。"}
    assert check("FACT-CHAR-MATCH", facts, told).outcome is Outcome.UNDETERMINED


def test_a_repealed_rule_in_a_decision_of_unknown_day_is_not_called_repealed():
    text = {"form": "行政处罚决定书", "text": "依据《工商行政管理机关行政处罚案件违法所得认定办法》认定违法所得。"}
    assert check("HAND-INCOME-OLD37", {}, text).outcome is not Outcome.DEFECT


def text_last(subject):
    """The same case with the text of its paper behind the fields that carry the facts."""
    (paper,) = subject.dossier.documents
    title, text, *fields = paper.blocks
    paper = replace(paper, blocks=(title, *fields, text))
    return replace(subject, dossier=replace(subject.dossier, documents=(paper,)))


def test_names_typed_with_a_date_below_the_confirmation_are_signatures():
    people = {"询问笔录.被询问人": "何秀云", "询问笔录.询问人": "林知远", "询问笔录.记录人": "周明礼"}
    said = "询问人：林知远 答：没有补充。以上笔录我看过，与我说的一致。"

    def asked(below):
        return check_case("EVID-ASK-SIGN", text_last(case(people, {"form": "询问笔录", "text": said + below})))

    assert asked("何秀云 2023年5月6日 林知远 周明礼").outcome is Outcome.PASS
    only_one = asked("何秀云 2023年5月6日")
    assert [f.cause for f in only_one.findings] == [Cause.NEEDS_IMAGE]
    assert "办案人员" in only_one.findings[0].message.zh
    assert "被询问人" not in only_one.findings[0].message.zh
    assert asked("何秀云 林知远").outcome is Outcome.UNDETERMINED


ACTS = (
    "综上，一、对经营过期糕点的行为，减轻处罚如下：1.没收违法所得300元；2.罚款2000元；罚没款合计2300元。"
    "二、对未明码标价的行为，罚款500元。"
)
WHOLE = {"行政处罚决定书.罚款金额": 2500, "行政处罚决定书.没收违法所得金额": 300, "结案审批表.罚款金额": 2500}


def totals(text):
    paper = {"form": "行政处罚决定书", "text": text}
    return {code: check(code, WHOLE, paper).outcome for code in ("FACT-AMOUNT-SAME", "FACT-ARITH")}


def test_the_total_of_one_act_is_measured_by_its_own_list():
    end = "综上，决定处罚如下：1.没收违法所得300元；2.罚款2500元；罚没款合计2800元。"
    assert set(totals(ACTS + end).values()) == {Outcome.PASS}
    wrong = ACTS.replace("合计2300元", "合计2400元")
    assert set(totals(wrong + end).values()) == {Outcome.DEFECT}


def test_the_total_of_the_whole_is_still_worked_out():
    end = "综上，决定处罚如下：1.没收违法所得300元；2.罚款2500元；罚没款合计2500元。"
    assert set(totals(ACTS + end).values()) == {Outcome.DEFECT}
    assert set(totals("上述罚没款合计2900元。").values()) == {Outcome.DEFECT}


def test_that_there_was_no_income_is_no_base_of_a_multiple():
    facts = {"行政处罚决定书.罚款金额": 6000, "行政处罚决定书.违法所得金额": 0}
    paper = {"form": "行政处罚决定书", "text": "决定处罚如下：处违法所得0.6倍的罚款即6000元。"}
    assert check("HAND-FINE-CALC", facts, paper).outcome is Outcome.UNDETERMINED
    assert check("HAND-FINE-CALC", facts | {"行政处罚决定书.违法所得金额": 9000}, paper).outcome is Outcome.DEFECT


def test_expired_raw_material_is_conduct_of_its_own():
    facts = {"案件.案由": "使用超过保质期的食品原料", "行政处罚决定书.违反条款": ["食品安全法 第三十四条第（三）项"]}
    assert check("FACT-CHAR-MATCH", facts).outcome is Outcome.PASS
    sold = facts | {"案件.案由": "经营超过保质期的食品"}
    assert check("FACT-CHAR-MATCH", sold).outcome is not Outcome.PASS
