"""处罚条款: what a penalty provision allows, as numbers."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from casecheck.law.statutes import StatuteBook
from casecheck.text.citations import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When a tier applies. Every part that is set must hold; amounts in 分.

    `base` is measured: at least `at_least`, more than `above`, less than `below`, at most `at_most`. `none`: there is
    none of it (没有违法所得); `unclear`: it cannot be computed or is plainly too low (无法计算或者明显偏低). Both: there is none
    of it, or it cannot be established and counts as none (价格违法行为行政处罚规定 第十八条).
    `circumstance` (情节严重) and `party` (个人, 单位, 零售 …) are what only words in the papers can tell.
    """

    base: str | None = None
    at_least: int | None = None
    above: int | None = None
    below: int | None = None
    at_most: int | None = None
    none: bool = False
    unclear: bool = False
    circumstance: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A range of fines: of `minimum` to `maximum` 分, or of `low` to `high` times a `base`; both ends included.

    `deemed_base`: a smaller base counts as this much (分). `mandatory` is false where the law says 可以.
    `precondition` must be proven before there may be a fine at all (拒不改正).
    """

    minimum: int | None = None
    maximum: int | None = None
    base: str | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    deemed_base: int | None = None
    mandatory: bool = True
    when: Condition | None = None
    precondition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One penalty provision (article, paragraph, items) of a statute while it is in force.

    `prohibited_by` are the provisions that forbid the conduct, `pairing_verified` whether that pairing was read.
    `must` and `may` are the kinds of penalty besides the fine, `serious` those of the serious tier. `order` is a
    command to correct (责令改正), which is no penalty. `cap` bounds every fine (分). `fined_by` names the provision the
    fine is taken from where this one refers to another (依照……处罚). `detailed_by` are the ids of provisions that set the
    amount in detail (those of a regulation on its law). One without tiers sets no fine of its own.
    """

    id: str
    law: str
    article: int
    paragraph: int | None = None
    items: tuple[int, ...] = ()
    valid_from: date
    valid_to: date | None = None
    conduct: str
    prohibited_by: tuple[str, ...] = ()
    pairing_verified: bool = False
    must: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    serious: tuple[str, ...] = ()
    order: str | None = None
    tiers: tuple[Tier, ...] = ()
    cap: int | None = None
    fined_by: str | None = None
    detailed_by: tuple[str, ...] = ()
    precondition: str | None = None
    personal: str | None = None
    refund_first: bool = False
    reconsideration_first: bool = False
    verified: bool = False
    note: str | None = None

    @property
    def penal(self) -> bool:
        """Whether it sets a penalty; one that only says how income is repaid or reckoned (退还多付价款) sets none."""
        return bool(self.tiers or self.must or self.may or self.serious or self.fined_by or self.detailed_by)

    def covers(self, citation: Citation) -> bool:
        """Whether the citation names this provision, or an article or paragraph it stands in."""
        if citation.article != self.article or citation.sub_article:
            return False
        if citation.paragraph is not None and self.paragraph not in (None, citation.paragraph):
            return False
        return citation.item is None or not self.items or citation.item in self.items


@dataclass(frozen=True, slots=True, kw_only=True)
class PenaltyTable:
    """All penalty provisions, by the key of their statute."""

    statutes: StatuteBook
    provisions: tuple[Provision, ...] = ()

    def find(self, citation: Citation, on: date | None = None) -> tuple[Provision, ...]:
        """The provisions a citation may mean, those that may govern on a day if one is given; none when none is known."""
        statute = self.statutes.find(citation.law)
        if statute is None:
            return ()
        return tuple(
            p
            for p in self.provisions
            if p.law == statute.key and p.covers(citation) and (on is None or self.may_govern(p, on))
        )

    def may_govern(self, provision: Provision, day: date) -> bool:
        """Whether its figures may be applied on that day: it is in force, or ended lately (`StatuteBook.lately`).

        An act of that earlier time is punished by the text of its time unless the new one is milder (行政处罚法
        第三十七条); how long ago it may be, 第三十六条 says.
        """
        ended = provision.valid_to
        return provision.valid_from <= day and (ended is None or day <= ended or self.statutes.lately(ended, day))

    def provision(self, identity: str) -> Provision:
        """The provision of that id; KeyError when there is none."""
        for provision in self.provisions:
            if provision.id == identity:
                return provision
        raise KeyError(identity)
