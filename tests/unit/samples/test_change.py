"""A changed dossier differs from its base in what the changes say, and in nothing else."""

from pathlib import Path

import pytest
import yaml
from samples.change import apply
from samples.papers import Paper, Spec, SpecError
from samples.spec import load

BASE = """
deliver: {case.docx: all}
header: 案号：<case>
footer: 第 {page} 页
look: {size: "12"}
names: {case: 云市监立案〔2024〕41号, party: 惠邻超市, whole: 当事人<party>}
papers:
  - title: 立案审批表
    number: <case>
    date: 2024.03.13
    blocks:
      - form:
          - [当事人, <party>]
          - &shared
            - [住所, 望湖路218号]
            - [电话, "19900000218"]
          - [意见, {t: 同意立案。, by: 签名：秦海峰, on: 2024年3月13日, h: "2.2"}]
  - title: 送达回证
    blocks:
      - receipt: {to: <party>, date: 2024年3月28日, papers: [[告知书, 罚告1号], [清单, 清单1号]]}
  - title: 送达回证
    blocks:
      - text: |
          <whole>收到。
          2024年3月28日
      - numbered: [没收牛奶。, 罚款。]
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "case.yml"
    path.write_text(BASE, "utf-8")
    return path


def changed(base: Path, *changes: object) -> Spec:
    derived = base.with_name("derived.yml")
    derived.write_text(yaml.safe_dump({"base": base.name, "change": list(changes)}, allow_unicode=True), "utf-8")
    return load(derived)


def paper(spec: Spec, title: str, nth: int = 0) -> Paper:
    return [p for p in spec.papers if p.title == title][nth]


def test_without_changes_a_derived_dossier_is_its_base(base: Path) -> None:
    assert changed(base).papers == load(base).papers


def test_found_words_change_in_the_named_paper_only(base: Path) -> None:
    spec = changed(base, {"paper": "立案审批表", "find": "2024年3月13日", "put": "2024年3月14日"})
    [(_, form)] = paper(spec, "立案审批表").blocks
    assert form[-1][1] == {"t": "同意立案。", "by": "签名：秦海峰", "on": "2024年3月14日", "h": "2.2"}
    assert spec.papers[1:] == load(base).papers[1:]


def test_a_paper_of_a_title_that_comes_twice_is_named_by_its_number(base: Path) -> None:
    spec = changed(base, {"paper": "送达回证#2", "find": "2024年3月28日", "put": "2024年3月29日"})
    assert dict(paper(spec, "送达回证", 1).blocks)["text"] == "当事人惠邻超市收到。\n2024年3月29日"
    assert paper(spec, "送达回证") == paper(load(base), "送达回证")


def test_words_that_stand_more_than_once_need_their_number(base: Path) -> None:
    change = {"paper": "立案审批表", "find": "218号", "put": "219号"}
    assert changed(base, change).papers
    with pytest.raises(SpecError, match=r"derived\.yml: change 1: 立案审批表: “8” stands there 2 times, not 1"):
        changed(base, change | {"find": "8"})
    spec = changed(base, {"paper": "立案审批表", "find": "8", "put": "9", "times": 2})
    assert "19900000219" in str(paper(spec, "立案审批表").blocks)


def test_rows_items_and_lines_are_dropped_one_by_one(base: Path) -> None:
    spec = changed(
        base,
        {"paper": "立案审批表", "row": "199000", "drop": True},
        {"paper": "送达回证#1", "row": "清单1号", "drop": True},
        {"paper": "送达回证#2", "row": "罚款", "drop": True},
        {"paper": "送达回证#2", "row": "3月28日", "drop": True},
    )
    [(_, form)] = paper(spec, "立案审批表").blocks
    assert form[1] == [["住所", "望湖路218号"]]
    [(_, receipt)] = paper(spec, "送达回证").blocks
    assert receipt["papers"] == [["告知书", "罚告1号"]]
    assert paper(spec, "送达回证", 1).blocks == (("text", "当事人惠邻超市收到。"), ("numbered", ["没收牛奶。"]))


def test_everywhere_reaches_papers_catalogue_and_running_lines(base: Path) -> None:
    spec = changed(base, {"everywhere": "〔2024〕41号", "put": "〔2024〕42号"})
    assert spec.header == "案号：云市监立案〔2024〕42号"
    assert paper(spec, "立案审批表").number == "云市监立案〔2024〕42号"


def test_a_day_changes_however_it_is_printed(base: Path) -> None:
    ways = "2024年3月13日、2024年03月13日、2024.3.13、2024.3.131、2024-03-13、2024/3/13、二〇二四年三月十三日；2024年3月1日、2024年3月13日9时"
    change = {"after": "立案审批表", "add": {"title": "某表", "blocks": [{"text": ways}]}}
    spec = changed(base, change, {"day": "2024-03-13", "put": "2024-10-20"})
    told = "2024年10月20日、2024年10月20日、2024.10.20、2024.3.131、2024-10-20、2024/10/20、二〇二四年十月二十日；2024年3月1日、2024年10月20日9时"
    assert dict(paper(spec, "某表").blocks)["text"] == told
    assert paper(spec, "立案审批表").date == "2024.10.20"
    assert "2024年10月20日" in str(paper(spec, "立案审批表").blocks)
    only = changed(base, change, {"paper": "立案审批表", "day": "2024-03-13", "put": "2024-03-31"})
    assert (paper(only, "立案审批表").date, dict(paper(only, "某表").blocks)["text"]) == ("2024.03.31", ways)


def test_papers_go_come_and_get_another_entry(base: Path) -> None:
    new = {"title": "延期审批表", "date": "2024.04.01", "listed": False, "blocks": [{"text": "<party>"}]}
    spec = changed(
        base,
        {"paper": "送达回证#1", "drop": True},
        {"before": "送达回证", "add": new},
        {"after": "送达回证", "add": new | {"title": "结案审批表"}},
        {"paper": "立案审批表", "set": {"date": "2024.03.14", "number": "/"}},
    )
    assert [p.title for p in spec.papers] == ["立案审批表", "延期审批表", "送达回证", "结案审批表"]
    assert spec.papers[1] == Paper(title="延期审批表", date="2024.04.01", listed=False, blocks=(("text", "惠邻超市"),))
    assert (spec.papers[0].date, spec.papers[0].number) == ("2024.03.14", "/")
    assert spec.papers[0].blocks == load(base).papers[0].blocks


def test_names_of_the_derived_dossier_are_put_into_its_base(base: Path) -> None:
    derived = base.with_name("derived.yml")
    derived.write_text("base: case.yml\nnames: {party: 邻里超市}\ndeliver: {other: each}\nheader: ''\n", "utf-8")
    spec = load(derived)
    assert (spec.name, spec.deliver, spec.header, spec.footer) == ("derived", {"other": "each"}, "", "第 {page} 页")
    assert dict(paper(spec, "送达回证", 1).blocks)["text"].startswith("当事人邻里超市收到。")


def test_a_base_may_rest_on_another_but_not_on_itself(base: Path) -> None:
    changed(base, {"everywhere": "惠邻", "put": "邻里"})
    last = base.with_name("last.yml")
    last.write_text("base: derived.yml\nchange: [{everywhere: 邻里, put: 街坊}]\n", "utf-8")
    assert "街坊超市" in str(load(last).papers)
    last.write_text("base: last.yml\n", "utf-8")
    with pytest.raises(SpecError, match=r"last\.yml: base: the specs rest on each other in a circle"):
        load(last)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"paper": "立案表", "drop": True}, "no paper 立案表; there are 立案审批表、送达回证、送达回证"),
        ({"paper": "送达回证", "drop": True}, "2 papers 送达回证: say which"),
        ({"paper": "送达回证#3", "drop": True}, "no paper 送达回证#3"),
        ({"paper": "立案审批表", "drop": False}, "drop: expected true"),
        ({"paper": "立案审批表", "find": "不在此", "put": ""}, "“不在此” stands there 0 times, not 1"),
        ({"paper": "立案审批表", "find": "", "put": "某"}, "find is empty"),
        ({"paper": "立案审批表", "find": "<partie>", "put": "某"}, "unknown names partie"),
        ({"paper": "立案审批表", "row": "不在此", "drop": True}, "“不在此” stands in 0 rows, not 1"),
        ({"paper": "立案审批表", "set": {"dat": "2024.03.14"}}, "unknown dat"),
        ({"paper": "立案审批表", "put": "某"}, "paper, put: not a change"),
        ({"everywhere": "不在此", "put": "某"}, "“不在此” stands nowhere"),
        ({"after": "立案审批表", "add": {"title": "某表"}}, "blocks missing"),
        ({"day": "2024年3月13日", "put": "2024-03-14"}, "day: expected a day like 2024-04-09"),
        ({"day": "2024-03-15", "put": "2024-03-16"}, "2024-03-15 is printed nowhere"),
    ],
)
def test_a_change_that_cannot_be_made_is_refused_with_its_place(base: Path, change: object, message: str) -> None:
    good = {"everywhere": "惠邻", "put": "邻里"}
    with pytest.raises(SpecError, match=r"derived\.yml: change 2: ") as caught:
        changed(base, good, change)
    assert message in str(caught.value)


def test_changes_may_use_the_names_of_a_loaded_dossier(base: Path) -> None:
    spec = apply(load(base), [{"everywhere": "<party>", "put": "<party>分店"}], "mutant")
    assert "惠邻超市分店" in str(spec.papers)
