"""Where the name or the address of a party ends, when other words are printed behind it in the same cell or line."""

import re

_LABELS = (
    r"(?:法定代表人|负责人|经营者|投资人|代表人|委托代理人|地址|住所|住址|联系方式|联系电话|电话|手机|邮编|邮政编码|性别|年龄|民族|职务|职业|"
    r"身份证|证件|统一社会信用代码|统一社会|注册号|主体资格|营业执照|经营范围|经营场所|企业类型|类型|字号|工作单位|案由|到场人员?|见证人|日期|时间|执法人员)"
)
_NEXT = re.compile(
    _LABELS
    + r"（[^（）：]{0,12}$|"
    + _LABELS
    + r"[\u4e00-\u9fff]{0,6}(?:（[^（）]{1,16}）)?：|[，、；][\u4e00-\u9fff]{2,8}(?:（[^（）]{1,16}）)?："
)
_BARE_LABEL = re.compile(_LABELS + r"(?:[（：]|$)")
_ANNEX = re.compile(r"（(?:附于|附在|附后|详?见|系?(?:以上|上述)|随附)")
"""A remark in brackets on where a list belongs, as lists of goods print behind the party."""
_DAY = re.compile(r"(?:[，；]|于|在)?(?:19|20)[0-9]{2}年[0-9]{1,2}月")
_ACT = re.compile(r"，?(?:因?(?:涉嫌|当事人)|到场人|根据(?!地)|经查|你单位|你（单位）)")
_SEALS = re.compile(
    r"(?:（(?:单位|个人)?(?:加盖|签名|签字|签章|盖章|公章|印章|捺印|按指印)[^（）]*）|（签名|（盖章|签名|盖章)+$"
)
_PARTY = frozenset(("当事人", "受送达人", "委托人", "被委托人", "法定代表人", "申请人", "缴款人", "供货方", "购货方"))
_ADDRESS = frozenset(("住所", "送达地址", "联系地址", "机关地址"))


def own_end(field: str, value: str) -> int:
    """The number of characters of a folded text that belong to the value; all of them where the field is no party's.

    None belong to it where the next label stands in its place.
    """
    if field not in _PARTY and field not in _ADDRESS:
        return len(value)
    if _BARE_LABEL.match(value):
        return 0
    patterns = (_NEXT, _DAY, _ACT, _ANNEX) if field in _PARTY else (_NEXT, _DAY)
    ends = [found.start() for pattern in patterns if (found := pattern.search(value)) and found.start() > 0]
    kept = value[: min(ends, default=len(value))]
    seals = _SEALS.search(kept)
    if seals and seals.start() > 0:
        kept = kept[: seals.start()]
    return len(kept.rstrip("，、；：。（ \n"))
