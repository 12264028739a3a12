"""The papers of the shipped vocabulary: each title names its form, labels can be found, flags hang together."""

import pytest

from casecheck.checklist.load import load_vocabulary
from casecheck.checklist.place import checklists_root
from casecheck.dossier.assemble import assemble
from casecheck.dossier.titles import Titles
from casecheck.model.vocabulary import Vocabulary
from casecheck.text.folded import fold_text


@pytest.fixture(scope="module")
def shipped() -> Vocabulary:
    return load_vocabulary(checklists_root())


@pytest.fixture(scope="module")
def titles(shipped: Vocabulary) -> Titles:
    return Titles(shipped)


def test_all_papers_of_the_catalogue_are_there_in_filing_order(shipped):
    names = [form.name for form in shipped.forms]
    assert len(names) >= 91  # the catalogue of papers; others were added to it
    ordered = [
        "案件来源登记表",
        "立案/不予立案审批表",
        "行政处罚告知书",
        "行政处罚决定书",
        "送达回证",
        "结案审批表",
        "卷宗封面",
        "卷内备考表",
    ]
    assert [n for n in names if n in ordered] == ordered


def test_every_title_names_its_own_form_and_no_other(shipped, titles):
    wrong = []
    for form in shipped.forms:
        for title in (form.name, *form.titles):
            match = titles.match(fold_text(title))
            if match is None or match.form is not form:
                wrong.append((title, form.name, match and match.form.name))
    assert wrong == []


def test_titles_are_recognised_under_the_authority(shipped, titles):
    wrong = []
    for form in shipped.forms:
        match = titles.match(fold_text(f"某某县市场监督管理局{form.titles[0] if form.titles else form.name}"))
        if match is None or match.form is not form:
            wrong.append(form.name)
    assert wrong == []


def test_labels_are_written_as_text_is_compared(shipped):
    labels = {label for form in shipped.forms for field in form.fields for label in field.labels}
    phrases = {phrase for form in shipped.forms for phrase in form.phrases}
    assert [text for text in labels | phrases if fold_text(text) != text] == []


def test_a_paper_that_must_be_served_goes_out(shipped):
    """The law wants proof of service of papers to the party; others served go to other authorities or owners."""
    for form in shipped.forms:
        if form.to_party and form.served:
            assert not form.internal, form.name
        if form.evidence and not form.to_party:
            assert not form.internal, form.name


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("不予行政处罚决定书", "不予行政处罚决定书"),
        ("当场行政处罚决定书", "当场行政处罚决定书"),
        ("行政处罚决定审批表", "行政处理决定审批表"),
        ("行政处罚决定书送达回证", "送达回证"),
        ("解除先行登记保存证据通知书", "解除先行登记保存证据通知书"),
        ("查封（扣押）决定书", "实施行政强制措施决定书"),
        ("解除查封（扣押）决定书", "解除行政强制措施决定书"),
        ("延长查封（扣押）期限决定书", "延长行政强制措施期限决定书"),
        ("查封、扣押物品清单", "场所/设施/财物清单"),
        ("行政处罚听证告知书", "行政处罚告知书"),
        ("行政处罚听证通知书", "行政处罚听证通知书"),
        ("□立案 ☑不予立案审批表", "立案/不予立案审批表"),
        ("送达回证（一）", "送达回证"),
        ("延长办案期限审批表", "行政处罚案件有关事项审批表"),
        ("行政处罚决定履行催告书", "行政处罚决定履行催告书"),
        ("行政处罚决定书送达公告", "行政处罚文书送达公告"),
        ("检验报告", "检验报告"),
        ("检验结果告知书", "检测/检验/检疫/鉴定结果告知书"),
    ],
)
def test_titles_that_contain_one_another(titles, title, form):
    match = titles.match(fold_text(title))
    assert match is not None
    assert match.form.name == form


@pytest.mark.parametrize(
    "text",
    [
        "现场检查笔录和询问笔录",
        "依据《行政处罚决定书》",
        "本局已向当事人送达行政处罚告知书",
        "行政处罚决定书文号",
        "行政处罚决定书。",
        "不服本行政处罚决定书",
        "2023年5月6日行政处罚决定书",
        "1.营业执照复印件",
        "提供情况说明",
        "签订合同",
    ],
)
def test_texts_that_are_no_titles(titles, text):
    assert titles.match(fold_text(text)) is None


def test_a_decision_of_the_shipped_vocabulary_is_recognised(shipped, write):
    file = write("决定.pdf").lines("某市市场监督管理局", "行政处罚决定书", "某市监处罚〔2023〕12号", "当事人：某某店")
    (document,) = assemble("x", [file.source()], shipped).documents
    assert (document.form, document.number) == ("行政处罚决定书", "某市监处罚〔2023〕12号")
