"""A small folder of checklists on disk, to be changed by each test."""

from pathlib import Path

RULE = """\
code: PROC-WAIT
name: decided-too-early
title: {zh: 给足期限, en: Wait for the period}
principle: procedure
group: notice
severity: fatal
level: A
stage: decision
basis: [行政处罚法 第六十二条]
why: {zh: 理由, en: why}
requires: [告知书]
check:
  after: {date: 决定书.日期, end_of: {from: 告知书.送达日期, length: $告知.期限, whose: party}}
message: {zh: "{决定书.日期}决定", en: "decided {决定书.日期}"}
examples:
  - name: {zh: 早, en: early}
    outcome: defect
    facts: {决定书.日期: 2023-08-02, 告知书.送达日期: 2023-08-01}
"""

FILES = {
    "vocabulary/facts.yml": "- {name: 案件.案由, type: text, many: false, zh: 案由, en: cause}\n",
    "vocabulary/field-sets.yml": "party:\n  - {fact: 当事人, labels: [当事人, 当事人姓名或名称]}\n",
    "vocabulary/forms/02-decision.yml": "key: decision\nname: 决定书\ntitle: {zh: 决定书, en: Decision}\n"
    "stage: decision\ninclude: [party]\nfields:\n  - {fact: 罚款金额, labels: [罚款], type: money, filled: required}\n",
    "vocabulary/forms/01-notice.yml": "key: notice\nname: 行政处罚告知书\nshort: 告知书\n"
    "title: {zh: 告知书, en: Notice}\nstage: notice\ntitles: [处罚告知书]\nserved: true\n",
    "law/statutes.yml": "statutes:\n  - key: XZCF\n    title: 中华人民共和国行政处罚法\n    short: [行政处罚法]\n"
    "    kind: law\n    versions:\n      - {label: '2021', from: 2021-07-15, articles: 86}\n",
    "law/limits.yml": "limits:\n  - name: 告知.期限\n    zh: 期限\n    en: period\n    values:\n"
    "      - {length: 5 working, from: 2021-07-15, basis: [行政处罚法 第六十二条]}\n",
    "law/penalties.yml": "provisions:\n  - id: XZCF-62\n    law: XZCF\n    article: 62\n    from: 2021-07-15\n"
    "    conduct: 行为\n    fines:\n      - {min: 50000, max: 100000}\n",
    "test/checklist.yml": "name: test\ntitle: {zh: 试验, en: Trial}\nversion: '1'\n",
    "test/rules/procedure/PROC-WAIT-decided-too-early.yml": RULE,
}

RULE_FILE = "test/rules/procedure/PROC-WAIT-decided-too-early.yml"


def write(root: Path, changes: dict[str, str] | None = None) -> Path:
    """The folder of checklists with some files written otherwise."""
    folder = root / "checklists"
    for name, text in {**FILES, **(changes or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
