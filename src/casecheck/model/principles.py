"""The names of the principles."""

from casecheck.model.verdict import Principle
from casecheck.model.words import Words

PRINCIPLES = {
    Principle.FACTS: Words(zh="事实清楚", en="facts clear"),
    Principle.EVIDENCE: Words(zh="证据充分", en="evidence sufficient"),
    Principle.PROCEDURE: Words(zh="程序合法", en="procedure lawful"),
    Principle.HANDLING: Words(zh="处理适当", en="handling appropriate"),
    Principle.FORMAT: Words(zh="文书与归档规范", en="form and filing"),
    Principle.RISK: Words(zh="签批风险提示", en="risks for the signing leader"),
}
"""四项原则 and the two groups beside them."""
