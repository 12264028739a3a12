"""金额的种类: which facts state a sum, which of them must be the same, and the words a sum stands behind elsewhere."""

from dataclasses import dataclass

from casecheck.model.words import Words

SAME_RULE, NOTICE_RULE = "FACT-AMOUNT-SAME", "PROC-NOTICE-RENOTICE"
"""The checks that judge whether papers give the same sums, and whether the decision stays within the notice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of sum.

    The first fact of `must` is the measure (the decision): the other ones must equal it; those of `may` (papers of an
    earlier stage) may differ for a reason; that of `ceiling` (the notice) may be higher. `word` is the pattern of the words
    before a sum of this kind in running text; empty where only facts count.
    """

    name: str
    title: Words
    must: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    ceiling: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    word: str = ""


KINDS = (
    Kind(
        name="罚款",
        title=Words(zh="罚款", en="fine"),
        must=("行政处罚决定书.罚款金额", "行政处理决定审批表.罚款金额", "集体讨论记录.罚款金额", "结案审批表.罚款金额"),
        may=("案件调查终结报告.建议罚款金额", "案件审核表.罚款金额"),
        ceiling=("行政处罚告知书.拟罚款金额",),
        others=("当场行政处罚决定书.罚款金额", "告知审批.罚款金额", "有关事项审批表.罚款金额"),
    ),
    Kind(
        name="没收违法所得",
        title=Words(zh="没收违法所得", en="illegal income confiscated"),
        must=("行政处罚决定书.没收违法所得金额",),
        may=("案件调查终结报告.建议没收违法所得金额",),
        ceiling=("行政处罚告知书.拟没收违法所得金额",),
        others=("当场行政处罚决定书.没收违法所得金额",),
    ),
    Kind(
        name="违法所得",
        title=Words(zh="违法所得", en="illegal income"),
        must=("行政处罚决定书.违法所得金额",),
        may=("案件调查终结报告.违法所得金额",),
        word="(?<!没收)(?:违法|非法)所得",
    ),
    Kind(
        name="货值金额",
        title=Words(zh="货值金额", en="value of the goods"),
        must=("行政处罚决定书.货值金额",),
        may=("案件调查终结报告.货值金额",),
        word="货值",
    ),
    Kind(
        name="违法经营额",
        title=Words(zh="违法经营额", en="illegal turnover"),
        must=("行政处罚决定书.违法经营额金额",),
        may=("案件调查终结报告.违法经营额金额",),
        word="(?:违法|非法)经营(?:数)?额",
    ),
    Kind(
        name="广告费用",
        title=Words(zh="广告费用", en="advertising cost"),
        must=("行政处罚决定书.广告费用金额",),
        may=("案件调查终结报告.广告费用金额",),
        word="广告费用?",
    ),
    Kind(
        name="销售金额",
        title=Words(zh="销售金额", en="sales"),
        word="销售(?:金额|额|收入|总额|总金额|总价|款|货款)|营业(?:额|收入)|销货款|成交金额",
    ),
    Kind(name="库存", title=Words(zh="库存（未售）货值", en="goods in stock"), word="(?:库存|未(?:销售?|售出?)|剩余)[^。；，、元]{0,12}?(?:货值|金额|价值)"),
    Kind(
        name="成本",
        title=Words(zh="成本、进货款", en="cost, purchase price"),
        word="成本|(?:进货|购进|采购|购货)(?:金额|价款|货款|总价|总额|款|成本|价格合计)|进价(?:合计|共计|总计)",
    ),
    Kind(name="获利", title=Words(zh="获利", en="profit"), word="获利|盈利|毛利|利润"),
    Kind(name="退款", title=Words(zh="退款", en="refund"), word="(?:退还|退款|退赔|清退|退费|赔偿|赔付)(?:给?消费者|金额|款项|多收价款|费用)*"),
    Kind(name="缴款", title=Words(zh="缴款", en="payment"), others=("缴款凭证.金额",)),
)  # fmt: skip
"""In the order of the table."""
