"""Titles of older forms and of other offices: the form that each corresponds to, and the papers that are no form."""

import pytest

from casecheck.checklist.load import load_vocabulary
from casecheck.checklist.place import checklists_root
from casecheck.dossier.assemble import assemble
from casecheck.dossier.titles import Titles
from casecheck.model.source import BlockKind
from casecheck.text.folded import fold_text

VARIANTS = {
    "行政处罚事先告知书": "行政处罚告知书",
    "行政处罚听证告知书": "行政处罚告知书",
    "案件处理意见书": "案件调查终结报告",
    "现场勘验笔录": "现场笔录",
    "证据登记保存清单": "先行登记保存证据通知书",
    "登记保存物品处理通知书": "解除先行登记保存证据通知书",
    "没收物品处理清单": "涉案物品处理记录",
    "检验（检测、检疫、鉴定）告知书": "检测/检验/检疫/鉴定期间告知书",
    "解除扣押物品决定书": "解除行政强制措施决定书",
    "不予立案呈批表": "立案/不予立案审批表",
    "撤案审批表": "行政处罚案件有关事项审批表",
    "（先行登记保存证据）审批表": "行政处罚案件有关事项审批表",
    "（延长办案期限）审批表": "行政处罚案件有关事项审批表",
    "责令改正违法行为决定书": "责令改正通知书",
    "延（分）期缴纳罚款通知书": "延期/分期缴纳罚款通知书",
    "行政处罚催告通知书": "行政处罚决定履行催告书",
    "行政处罚案件法制机构审核意见书": "案件审核/法制审核表",
    "（没收）物品清单": "场所/设施/财物清单",
    "行政处罚补充告知书": "行政处罚告知书",
    "行政处罚告知书（重新告知）": "行政处罚告知书",
    "放弃陈述、申辩权利声明书": "放弃陈述申辩/听证声明",
    "放弃陈述申辩权声明书": "放弃陈述申辩/听证声明",
    "案件集体审议记录": "行政处罚案件集体讨论记录",
    "撤销立案审批表": "行政处罚案件有关事项审批表",
}
NO_FORM = (
    "行政处罚委托书",
    "陈述申辩复核意见书",
    "没收物品凭证",
    "先行处理物品通知书",
    "加处罚款决定书",
    "代履行决定书",
    "终止听证通知书",
    "撤销行政处罚决定书",
    "撤销行政强制措施决定书",
    "变更行政处罚决定书",
    "行政处罚决定书更正通知书",
    "撤回听证申请书",
)


@pytest.fixture(scope="module")
def shipped():
    return load_vocabulary(checklists_root())


@pytest.fixture(scope="module")
def titles(shipped):
    return Titles(shipped)


@pytest.mark.parametrize(("title", "form"), VARIANTS.items())
def test_an_older_title_names_the_form_of_today(titles, title, form):
    match = titles.match(fold_text(title))
    assert match is not None
    assert match.form.name == form


def test_the_authority_may_stand_before_an_older_title(titles):
    plain = [title for title in VARIANTS if not title.startswith("（")]
    found = {title: titles.match(fold_text(f"某某县市场监督管理局{title}")) for title in plain}
    assert {title: match and match.form.name for title, match in found.items()} == {t: VARIANTS[t] for t in plain}


@pytest.mark.parametrize("title", NO_FORM)
def test_a_paper_that_is_legally_another_thing_keeps_its_own_title(shipped, write, title):
    file = write(f"{title}.docx", paged=False).lines(
        "某县市场监督管理局", title, "当事人：某店", "根据有关规定，对你单位作出如下处理。", "2023年5月6日"
    )
    (document,) = assemble("x", [file.source()], shipped).documents
    assert (document.form, document.title, document.how) == (None, title, "none")


def test_such_a_paper_ends_the_one_before(shipped, write):
    file = write(paged=False).lines("陈述申辩笔录", "当事人：某店", "陈述申辩人：张三", "2023年5月6日").page()
    file.lines("陈述申辩复核意见书", "案由：某案", "复核意见：不予采纳", "2023年5月9日")
    documents = assemble("x", [file.source()], shipped).documents
    assert [(d.form, d.title) for d in documents] == [("陈述申辩笔录", "陈述申辩笔录"), (None, "陈述申辩复核意见书")]


def test_a_mention_of_such_a_paper_is_no_mention_of_a_form(titles):
    assert titles.named("行政处罚委托书") == []
    assert [form.name for _, _, form in titles.named("授权委托书")] == ["授权委托书"]


def test_a_title_that_stands_only_in_the_header_names_the_paper(vocabulary, write):
    file = write("x.docx", paged=False)
    file.line("某县市场监督管理局", BlockKind.HEADER, part="header1").line(
        "询问调查笔录", BlockKind.HEADER, part="header1"
    )
    file.line("（询问调查笔录）续页", BlockKind.HEADER, part="header2")
    file.lines("问：你的姓名？", "答：我叫张三。")
    (document,) = assemble("x", [file.source()], vocabulary).documents
    assert (document.form, document.title, document.how) == ("询问笔录", "询问调查笔录", "title")


def test_headers_that_name_two_forms_name_none(vocabulary, write):
    file = write("x.docx", paged=False)
    file.line("询问笔录", BlockKind.HEADER, part="header1").line("行政处罚决定书", BlockKind.HEADER, part="header2")
    (document,) = assemble("x", [file.lines("问：你的姓名？").source()], vocabulary).documents
    assert document.form is None


def test_a_number_that_stands_only_in_the_header_is_the_number(vocabulary, write):
    file = write("x.docx", paged=False)
    file.line("行政处罚决定书", BlockKind.HEADER, part="header1")
    file.line("某市监处罚〔2023〕12号", BlockKind.HEADER, part="header1")
    (document,) = assemble("x", [file.lines("当事人：某店", "住所：某路").source()], vocabulary).documents
    assert (document.form, document.number) == ("行政处罚决定书", "某市监处罚〔2023〕12号")
