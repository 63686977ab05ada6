"""What was found in a report: the data types between extraction and everything after it, and their JSON form.

The JSON form is the contract of the gold annotations: one object a report, with a list for each kind of finding.
`to_json` adds keys to it (confidence, mentions, instrument, topic) and never changes those it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from esggraph.report import Company

BODY_KINDS = (
    "shareholders_meeting", "board", "supervisory_board", "board_committee", "committee", "subcommittee",
    "working_group", "office", "department", "team", "management", "union", "other",
)  # fmt: skip
POLICY_KINDS = (
    "policy", "code", "charter", "rules", "procedure", "guideline", "handbook", "statement", "agreement", "plan",
    "standard", "other",
)  # fmt: skip
LAW_KINDS = ("law", "regulation", "listing_rule", "government_guideline", "convention")
STANDARD_KINDS = ("reporting_framework", "technical_standard", "initiative", "rating")
CERTIFICATION_STATUSES = ("held", "pursuing", "expired")
PREDICATES = (
    "reportsTo", "subUnitOf", "oversees", "hasMember", "ledBy", "lineOfDefence", "inTier", "responsibleFor",
)  # fmt: skip
ENTITY_LISTS = ("bodies", "posts", "policies", "laws", "standards", "certifications")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote and where it stands. `start` and `end` span `Report.text`; `source_start` and `source_end` the source."""

    quote: str  # white space normalised
    line: int  # 1-based line of the source where the quote starts
    page: int | None
    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A distinct thing that a report names."""

    id: str  # unique in the report: b1, p1, d1 (policies), l1, s1, c1
    name: str
    aliases: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...]  # the best first, then every other mention in the order of the text
    confidence: float = 1.0  # 0 to 1: the share of such findings that are right
    topic: str | None = None  # the local name of a topic concept, e.g. "anti-corruption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Entity):
    """A governance unit; `kind` is one of BODY_KINDS."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Entity):
    """A governance role; `holder` is the person, several joined by "; "."""

    holder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Entity):
    """A named internal document; `kind` is one of POLICY_KINDS."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Law(Entity):
    """An external legal instrument; `kind` is one of LAW_KINDS, `jurisdiction` an ISO country code, EU, HK or INT."""

    kind: str
    jurisdiction: str | None = None
    instrument: str | None = None  # IRI of the known instrument that it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard(Entity):
    """An external voluntary standard or framework; `kind` is one of STANDARD_KINDS."""

    kind: str
    instrument: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certification(Entity):
    """A certificate; `holder` is "company" or a named part, `status` one of CERTIFICATION_STATUSES."""

    holder: str = "company"
    status: str = "held"
    instrument: str | None = None  # IRI of the known standard it certifies


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A statement between two findings of one report.

    `subject` is an entity's id. `object` is one too, or "line1".."line3" (lineOfDefence), "tier:N" (inTier),
    "topic:…" (responsibleFor).
    """

    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    structure: str | None = None  # inTier: the name of the structure that has the tiers
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found in one report."""

    report: str  # the report's id
    file: str
    company: Company
    title: str = ""
    period: str = ""
    bodies: tuple[Body, ...] = ()
    posts: tuple[Post, ...] = ()
    policies: tuple[Policy, ...] = ()
    laws: tuple[Law, ...] = ()
    standards: tuple[Standard, ...] = ()
    certifications: tuple[Certification, ...] = ()
    relations: tuple[Relation, ...] = field(default=())

    def entities(self) -> Iterator[Entity]:
        """Yield every entity, kind after kind, in the order of the lists."""
        for kind in ENTITY_LISTS:
            yield from getattr(self, kind)

    def at_least(self, confidence: float) -> Findings:
        """Return the findings that are at least this sure, and of the relations those between them."""
        kept: dict[str, Any] = {
            kind: tuple(e for e in getattr(self, kind) if e.confidence >= confidence) for kind in ENTITY_LISTS
        }
        ids = {e.id for e in self.entities()}
        gone = ids - {e.id for entities in kept.values() for e in entities}
        relations = tuple(
            r for r in self.relations if r.confidence >= confidence and r.subject not in gone and r.object not in gone
        )
        return replace(self, **kept, relations=relations)

    def to_json(self) -> dict[str, Any]:
        """Return the findings as plain JSON data in the form of the gold annotations, with added keys."""
        return {
            "report": self.report,
            "file": self.file,
            "company": {
                "name": self.company.name,
                "aliases": list(self.company.aliases),
                "stock_codes": list(self.company.stock_codes),
                "report_title": self.title,
                "period": self.period,
            },
            **{kind: [_plain(e) for e in getattr(self, kind)] for kind in ENTITY_LISTS},
            "relations": [_plain(r) for r in self.relations],
        }

    @staticmethod
    def from_json(data: dict[str, Any]) -> Findings:
        """Return the findings that `to_json` wrote. Raises KeyError or TypeError for data of another form."""
        company = data["company"]
        types = dict(zip(ENTITY_LISTS, (Body, Post, Policy, Law, Standard, Certification), strict=True))
        return Findings(
            report=data["report"],
            file=data["file"],
            company=Company(company["name"], tuple(company["aliases"]), tuple(company["stock_codes"])),
            title=company["report_title"],
            period=company["period"],
            **{kind: tuple(_typed(types[kind], e) for e in data[kind]) for kind in ENTITY_LISTS},
            relations=tuple(_typed(Relation, r) for r in data["relations"]),
        )


def _plain(finding: Entity | Relation) -> dict[str, Any]:
    """Return one finding as JSON data: its fields, then `line` and `quote` of the best evidence, then all mentions."""
    data = {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(finding).items() if k != "evidence"}
    best = finding.evidence[0]
    return {**data, "line": best.line, "quote": best.quote, "mentions": [asdict(e) for e in finding.evidence]}


def _typed(kind: type, data: dict[str, Any]) -> Any:
    fields = {k: tuple(v) if k == "aliases" else v for k, v in data.items() if k not in ("line", "quote", "mentions")}
    return kind(**fields, evidence=tuple(Evidence(**m) for m in data["mentions"]))
