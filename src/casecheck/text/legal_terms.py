"""Terms of the field in English: kinds of penalty, bases of a fine, what stops a period, lengths of time, editions of a law.

They are glosses for the reader of a report, not official translations.
"""

import re

GLOSSES = {
    "警告": "warning",
    "通报批评": "public criticism",
    "罚款": "fine",
    "没收违法所得": "confiscation of illegal income",
    "没收非法财物": "confiscation of illegal goods",
    "吊销许可证件": "revocation of a licence",
    "责令停产停业": "order to stop business",
    "违法所得": "illegal income",
    "违法收入": "illegal receipts",
    "违法经营额": "illegal turnover",
    "货值金额": "value of the goods",
    "被处置物品货值金额": "value of the goods disposed of",
    "广告费用": "advertising fee",
    "上一年度销售额": "turnover of the last year",
    "上一年度从本单位取得收入": "income from the employer in the last year",
    "虚报注册资本金额": "falsely declared capital",
    "情节严重": "serious circumstances",
    "情节较重": "rather serious circumstances",
    "拒不改正": "refusal to correct",
    "拒不改正或者情节严重": "refusal to correct, or serious circumstances",
    "两年三次以上或其他严重情节": "three times in two years, or other serious circumstances",
    "有包装产品违反27条(4)(5)项且情节严重": "packaged goods against article 27 (4) or (5), and serious circumstances",
    "尚未实施": "not yet carried out",
    "出版物": "publications",
    "一般事故": "ordinary accident",
    "较大事故": "larger accident",
    "重大事故": "major accident",
    "隐匿、伪造、毁灭证据": "evidence hidden, forged or destroyed",
    "个人": "natural person",
    "单位": "organisation",
    "生产、批发": "production, wholesale",
    "零售": "retail",
    "检验鉴定": "testing and appraisal",
    "检测": "testing",
    "检验检测鉴定": "testing, inspection, quarantine or appraisal",
    "权利人辨认": "identification by the owner of the right",
    "责令退款": "order to refund",
    "中止": "suspension",
    "听证": "hearing",
    "公告送达": "service by public notice",
    "公告": "public notice",
    "经过听证": "a hearing was held",
    "法制审核": "legal review",
    "经过法制审核": "legal review was made",
    "先行登记保存": "preservation",
    "传销": "pyramid selling",
    "多收": "overcharged sum",
    "复议或者诉讼": "reconsideration or suit",
    "延期、分期缴纳": "payment deferred or by instalments",
    "复议前置": "reconsideration comes first",
    "告知的起诉期限": "the time for a suit that was told",
    "空栏": "empty places",
    "证据材料": "evidence",
    "违法事实的叙述": "the account of the facts",
    "大写金额": "amounts in words",
    "不予处罚": "exemption from punishment",
    "处罚条款与违反条款的对应": "whether the penalty provision is that of the violation",
}
_LENGTH = re.compile(r"(\d+)个?(工作日|日|天|周|月|年|小时)")
_AMOUNT = re.compile(r"([\d,.]+) ?元")
_UNITS = {"工作日": "working day", "日": "day", "天": "day", "周": "week", "月": "month", "年": "year", "小时": "hour"}
_EDITION = re.compile(r"(\d{4})年?(修正|修订|公布|施行)?")
_EDITIONS = {"修正": "amendment", "修订": "revision", "公布": "text", "施行": "text"}


def in_english(words: str) -> str:
    """The term, or the terms with `、` between them, in English; words that are not known stay as they are."""
    if words in GLOSSES:
        return GLOSSES[words]
    if length := _LENGTH.fullmatch(words):
        number, unit = length[1], _UNITS[length[2]]
        return f"{number} {unit}" if number == "1" else f"{number} {unit}s"
    if amount := _AMOUNT.fullmatch(words):
        return f"{amount[1]} yuan"
    if (edition := _EDITION.fullmatch(words)) and edition[2]:
        return f"{edition[1]} {_EDITIONS[edition[2]]}"
    parts = words.removesuffix("等").split("、")
    if len(parts) == 1:
        return words
    return ", ".join(map(in_english, parts)) + (" …" if words.endswith("等") else "")


def glossed(term: str) -> str:
    """A term in an English sentence: its gloss, or where there is none the word in quotation marks."""
    english = in_english(term)
    return english if english != term else f"“{term}”"
