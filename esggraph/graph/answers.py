"""What lookups return: small frozen rows, whose `columns` are what a table shows, in order.

`cell` reads any column, property or field of a row by name; `record` is the whole row as plain JSON data.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A company of the graph and how much the graph has of it."""

    columns: ClassVar[tuple[str, ...]] = (
        "name", "stock_codes", "period", "reports",
        "bodies", "posts", "policies", "laws", "standards", "certifications",
    )  # fmt: skip

    iri: str
    name: str
    aliases: tuple[str, ...] = ()
    stock_codes: tuple[str, ...] = ()
    period: str = ""  # of the newest report, "2023-01-01/2023-12-31", or "" where it does not say
    reports: tuple[str, ...] = ()  # file names, the newest first
    bodies: int = 0
    posts: int = 0
    policies: int = 0
    laws: int = 0
    standards: int = 0
    certifications: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """Something that a report says; the quote is the best evidence in the newest report that says it."""

    iri: str
    confidence: float
    file: str
    line: int  # 1-based line of the file
    page: int | None  # 1-based, where the file has pages
    quote: str

    @property
    def place(self) -> str:
        """Where the quote stands: "report.pdf, page 12" or "report.txt:340"."""
        return f"{self.file}:{self.line}" if self.page is None else f"{self.file}, page {self.page}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law(Sourced):
    """A law that a company cites; `wording` has every form of its name that the company's reports use."""

    columns: ClassVar[tuple[str, ...]] = ("name", "jurisdiction", "kind", "topic", "wording", "place")

    name: str
    jurisdiction: str | None
    kind: str | None
    topic: str | None
    wording: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard(Sourced):
    """A standard that a company refers to without being certified against it."""

    columns: ClassVar[tuple[str, ...]] = ("name", "kind", "topic", "wording", "place")

    name: str
    kind: str | None
    topic: str | None
    wording: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Sourced):
    """A named internal document of a company."""

    columns: ClassVar[tuple[str, ...]] = ("name", "kind", "topic", "aliases", "place")

    name: str
    aliases: tuple[str, ...]
    kind: str
    topic: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certification(Sourced):
    """A certificate; `holder` is the name of the company or of the part that holds it."""

    columns: ClassVar[tuple[str, ...]] = ("name", "standard", "holder", "status", "topic", "place")

    name: str
    aliases: tuple[str, ...]
    standard: str
    holder: str
    status: str
    topic: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Sourced):
    """A governance unit of a company."""

    columns: ClassVar[tuple[str, ...]] = ("name", "kind", "aliases", "place")

    name: str
    aliases: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Sourced):
    """A governance role of a company; `holder` names the persons, several joined by "; "."""

    columns: ClassVar[tuple[str, ...]] = ("name", "holder", "aliases", "place")

    name: str
    aliases: tuple[str, ...]
    holder: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Sourced):
    """A relation that a report states. `iri` is the statement's; `subject` and `object` are names.

    `number` is the tier (inTier, with its `structure`) or the line of defence (lineOfDefence), else None.
    """

    columns: ClassVar[tuple[str, ...]] = ("subject", "predicate", "object", "structure", "place")

    subject: str
    predicate: str  # one of esggraph.findings.PREDICATES
    object: str
    structure: str | None
    number: int | None
    subject_iri: str
    object_iri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TierMember(Sourced):
    """A body or post that stands on a tier of a structure; tier 1 is the top. `iri` is the body's or post's."""

    columns: ClassVar[tuple[str, ...]] = ("structure", "tier", "name", "place")

    structure: str
    tier: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Defender(Sourced):
    """A body or post that stands on a line of defence: 1, 2 or 3. `iri` is the body's or post's."""

    columns: ClassVar[tuple[str, ...]] = ("line_of_defence", "name", "place")

    line_of_defence: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Sourced):
    """A company that cites a law or standard, and how its reports word the name. `iri` is the instrument's."""

    columns: ClassVar[tuple[str, ...]] = ("company", "name", "jurisdiction", "wording", "place")

    company: str
    company_iri: str
    name: str
    jurisdiction: str | None
    wording: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Sourced):
    """A quoted passage behind an entity or a statement about it. `iri` is the statement's.

    `says` is what it shows: "named" for the entity itself, else the statement in words ("reports to Board").
    `start` and `end` are offsets in the source, 0-based, the end exclusive.
    """

    columns: ClassVar[tuple[str, ...]] = ("company", "name", "says", "place", "quote")

    company: str
    name: str
    says: str
    best: bool  # whether it is the best evidence of what it shows
    start: int
    end: int


Row = Company | Sourced


@dataclass(frozen=True, slots=True)
class Table:
    """The answer of a SELECT query: one row a solution, one cell a variable; None where a variable has no value.

    Cells are plain values: str (IRIs too), int, float, bool.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def cell(row: Row, column: str) -> Any:
    """Return the value of a column, field or property of `row`. Raises AttributeError for one it has not."""
    return getattr(row, column)


def record(row: Row) -> dict[str, Any]:
    """Return all fields of `row` as plain JSON data: tuples as lists."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(row).items()}
