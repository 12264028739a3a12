"""What looks odd and is lawful: none of it may be reported as a defect."""

from datetime import date

import pytest

from casecheck.dossier.assemble import assemble
from casecheck.facts.read import read_facts
from casecheck.model.source import Block, BlockKind, SourceText
from casecheck.model.verdict import Outcome
from casecheck.rules.engine import evaluate
from casecheck.run import load_knowledge
from casecheck.settings import Settings

AS_OF = date(2026, 11, 22)

PRICE = """青禾县市场监督管理局
行政处罚决定书
青市监处罚〔2023〕118号
当事人：青禾县顺意粮油商行
主体资格证照名称：营业执照
统一社会信用代码：9299**********7X6T
住所（住址）：青禾县河西街18号
法定代表人（负责人、经营者）：周某某
身份证件号码：9902**********1234
2023年10月9日，我局执法人员对当事人进行检查，发现当事人销售的3瓶（共405克）香辛料未标明价格，收取未予标明的包装费。2023年10月13日，经批准，我局对本案立案调查。
上述事实，主要有以下证据证明：
1、现场笔录1份，证明检查情况；
2、询问笔录1份，证明当事人未标明价格的事实。
2023年12月20日，我局向当事人送达了《行政处罚告知书》（青市监罚告〔2023〕118号），当事人在法定期限内未提出陈述、申辩意见。
本局认为，当事人的行为违反了《中华人民共和国价格法》第十三条第一款、第二款的规定，依据《价格违法行为行政处罚规定》第十三条第（一）项、第（四）项的规定，责令当事人改正，决定处罚如下：
一、对未明码标价的行为，罚款800元；
二、对收取未标明的费用的行为，没收违法所得120元，罚款200元。
合计罚款1000元，罚没款共计1120元。
当事人应当自收到本决定书之日起十五日内将罚没款缴至青禾农村商业银行。到期不缴纳罚款的，依据《中华人民共和国行政处罚法》第七十二条第一款第（一）项的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额；逾期不缴纳违法所得的，依据《价格违法行为行政处罚规定》第二十一条的规定，每日按违法所得数额的2‰加处罚款。
当事人如不服本决定，应当自收到本决定书之日起六十日内先向青禾县人民政府申请行政复议；对复议决定不服的，可以自收到复议决定书之日起十五日内依法向青禾县人民法院提起行政诉讼。
青禾县市场监督管理局
2024年1月5日
本文书一式三份，一份送达，一份归档，一份留存。"""

BEFORE_2015 = """青禾县工商行政管理局
行政处罚决定书
青工商处字〔2014〕36号
当事人：青禾县顺意粮油商行
住所：青禾县河西街18号
经查，2014年10月8日，当事人在其粮油商行销售以次充好的大豆油12桶，其行为违反了《中华人民共和国产品质量法》第三十九条的规定，依据《中华人民共和国产品质量法》第五十条的规定，决定罚款3000元。
当事人应当自收到本决定书之日起十五日内缴纳罚款。
如不服本决定，可以自收到本决定书之日起六十日内向青禾县人民政府申请行政复议，也可以在三个月内向青禾县人民法院提起行政诉讼。
青禾县工商行政管理局
2014年11月20日"""


def defects_of(text):
    blocks = tuple(
        Block(
            file="决定书.docx",
            index=number,
            kind=BlockKind.PARAGRAPH,
            text=line,
            centred=number < 3,
            page_break_before=number == 0,
        )
        for number, line in enumerate(text.splitlines())
    )
    knowledge = load_knowledge(Settings(as_of=AS_OF))
    source = SourceText(name="决定书.docx", format="docx", sha256="0" * 64, blocks=blocks)
    case = read_facts(assemble("决定书.docx", [source], knowledge.vocabulary), knowledge.vocabulary)
    assert [d.form for d in case.dossier.documents] == ["行政处罚决定书"]
    results = evaluate(knowledge.checklist, case, knowledge.law, AS_OF)
    return [(f.rule, f.message.zh) for r in results for f in r.findings if f.outcome is Outcome.DEFECT]


@pytest.mark.parametrize("text", [PRICE, BEFORE_2015], ids=["price, 2024", "before May 2015"])
def test_lawful_peculiarities_raise_nothing(text):
    assert defects_of(text) == []


def test_the_same_paper_with_one_thing_wrong_is_reported():
    assert [
        code
        for code, _ in defects_of(
            PRICE.replace("应当自收到本决定书之日起六十日内先向", "可以自收到本决定书之日起三十日内向")
        )
    ]
    assert [code for code, _ in defects_of(PRICE.replace("2024年1月5日", "年　月　日"))]
