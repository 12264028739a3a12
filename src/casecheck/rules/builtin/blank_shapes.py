"""The shapes that an unfilled place (空栏) has in a printed paper."""

import re
from dataclasses import dataclass

DIGIT = "0-9〇零○一二三四五六七八九十Oo"
_LABEL = r"(?:法定代表人|负责人|经营者|身份证件?号码?|身份证|执法证号|联系电话|电话|住所|住址|经营场所|统一社会信用代码|主体资格证照名称|联系地址|其他联系方式|执法人员)"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A shape that an unfilled place has."""

    kind: str
    shape: re.Pattern[str]


PATTERNS = (
    Pattern(
        "template",
        re.compile(
            r"\$\{[^}\n]{0,40}\}|\{\{[^}\n]{0,40}\}\}|此处填入[^）\n]{0,8}|单击此处|点击此处(?:输入|添加|填写)|点击输入(?=文字|文本|内容|日期|[）)\]】。]|$|\n)|请(?:在此)?填写|[（(]填写[^）\n]{0,12}[）)]"
        ),
    ),
    Pattern("line", re.compile(r"(?<![A-Za-z0-9/=&])_{2,}(?![A-Za-z0-9])")),
    Pattern(
        "crosses",
        re.compile(
            r"(?<![0-9A-Za-z*×])(?:[X×]{2,4}年[X×]{1,2}月|[X×]{2,}(?=人民政府|人民法院|市场监督管理|市场监管|[省市县区]|银行|元[，。；）]|号))"
        ),
    ),
    Pattern(
        "date",
        re.compile(
            rf"(?:(?:19|20)\d\d)?(?<![{DIGIT}])年月日(?!\d)|(?:19|20)\d\d年月日(?!\d)|(?:19|20)\d\d年\d{{1,2}}月日(?!\d)"
        ),
    ),
    Pattern(
        "remedies",
        re.compile(
            rf"之日起[，]?日内|(?<![{DIGIT}作])日内[，]?(?:依法)?向|(?:也)?可以在内依法|[，于在]个?月内[，]?(?:依法)?向|日内[，]?(?:依法)?向(?:申请|提起|提请)(?:行政)?复议"
            r"|向(?:申请|提起|提请)(?:行政)?复议|向(?:提起|提出)(?:行政)?诉讼"
            r"|内[，]?(?:依法)?向(?:(?:人民政府|市场监督管理局|市场监督管理（总）局|或者|或|、)+)(?:申请|提起|提请)(?:行政)?复议"
        ),
    ),
    Pattern(
        "bank",
        re.compile(
            r"缴(?:到|至|入|纳)?(?:代收)?银行[，。]地址：[，。]|(?:账号|账户|户名|开户行|银行地址)：(?=[，。；）\n])"
        ),
    ),
    Pattern(
        "label",
        re.compile(
            rf"(?:法定代表人|负责人|经营者|执法证号)(?:（[^）\n]{{0,12}}）)?：(?=\n?{_LABEL}(?:（[^）\n]{{0,12}}）)?[：、])"
        ),
    ),
    Pattern("copies", re.compile(r"一式[_/]*份|[，。][_/]*份送达")),
    Pattern("number", re.compile(r"[市局管监罚处告字]{1,4}[〔\[【（]_*[〕\]】）](?:第)?_*号")),
)
IN_SENTENCES = ("remedies", "bank")
"""Kinds that stand in sentences, which may run over the end of a printed line."""
AT_FOOT = "copies"
"""The kind that many programs print in the foot of every page; once for a paper is enough."""
