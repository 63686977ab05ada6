"""From findings to RDF: what one report says, as the quads of one named graph.

Every finding becomes a direct triple (`company esg:cites law`, `body esg:reportsTo body`) and a statement node that
repeats the triple with its confidence and its report. Evidence is a web annotation per quoted passage; its bodies are
all statements and entities that the passage shows. No node is blank.
"""

from __future__ import annotations

import re
from functools import cache, singledispatchmethod

from pyoxigraph import Literal, NamedNode, Quad

from esggraph.findings import (
    Body,
    Certification,
    Entity,
    Evidence,
    Findings,
    Law,
    Policy,
    Post,
    Relation,
    Standard,
)
from esggraph.graph import iris
from esggraph.graph.iris import Minter
from esggraph.graph.namespaces import term

_PERIOD = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
_LINES_OF_DEFENCE = ("line1", "line2", "line3")
_UNNAMED_STRUCTURE = "Governance"
_TYPE = term("rdf:type")
_LABEL = term("rdfs:label")


def describe(findings: Findings, report_slug: str | None = None) -> list[Quad]:
    """Return what `findings` say as quads of one named graph, each once, in a fixed order.

    `report_slug` is the last segment of the graph's IRI (default: made from the report's id). Raises ValueError for a
    relation whose subject or object is not among the entities, and for a finding without evidence.
    """
    return _Description(findings, report_slug or iris.slug(findings.report)).quads()


@cache
def _type_pair(names: str) -> tuple[NamedNode, ...]:
    return tuple(term(name) for name in names.split())


class _Description:
    """The quads of one report as they come together."""

    def __init__(self, findings: Findings, report_slug: str) -> None:
        self._quads: set[Quad] = set()
        self._findings = findings
        self._graph = self._report = NamedNode(iris.report_iri(report_slug))
        self._company = NamedNode(iris.company_iri(findings.company.name or findings.report))
        self._minters = {
            kind: Minter(f"{self._company.value}/{kind}")
            for kind in ("body", "post", "policy", "certification", "structure")
        }
        self._nodes: dict[str, NamedNode] = {}
        self._confidence: dict[NamedNode, float] = {}  # statement -> the highest of the findings that state it
        self._best: dict[NamedNode, NamedNode] = {}  # statement -> the best evidence of that finding

    def quads(self) -> list[Quad]:
        self._describe_company()
        self._describe_report()
        for entity in self._findings.entities():
            self._describe_entity(entity)
        for relation in self._findings.relations:
            self._describe_relation(relation)
        for statement, confidence in self._confidence.items():
            self._add(statement, "esg:confidence", _decimal(confidence))
            self._add(statement, "esg:bestEvidence", self._best[statement])
        return sorted(self._quads, key=lambda quad: (str(quad.subject), str(quad.predicate), str(quad.object)))

    def _add(self, subject: NamedNode, predicate: str | NamedNode, *objects: NamedNode | Literal | str | int) -> None:
        if isinstance(predicate, str):
            predicate = term(predicate)
        for value in objects:
            node = Literal(value) if isinstance(value, str | int) else value
            self._quads.add(Quad(subject, predicate, node, self._graph))

    def _call(self, subject: NamedNode, predicate: str | NamedNode, *names: str) -> None:
        """Add names, each on one line: lookups join several by newlines."""
        self._add(subject, predicate, *(" ".join(name.split()) for name in names))

    def _add_types(self, node: NamedNode, names: str) -> None:
        self._add(node, _TYPE, *_type_pair(names))

    def _describe_company(self) -> None:
        company = self._findings.company
        self._add_types(self._company, "esg:Company org:FormalOrganization")
        self._call(self._company, _LABEL, company.name or self._findings.report)
        self._call(self._company, "skos:altLabel", *company.aliases)
        self._add(self._company, "esg:stockCode", *company.stock_codes)

    def _describe_report(self) -> None:
        self._add_types(self._report, "esg:Report prov:Entity")
        self._add(self._report, "dcterms:identifier", self._findings.report)
        self._add(self._report, "dcterms:publisher", self._company)
        self._add(self._report, "esg:fileName", self._findings.file)
        if self._findings.title:
            self._add(self._report, "dcterms:title", self._findings.title)
        if dates := _PERIOD.fullmatch(self._findings.period):
            period = NamedNode(f"{self._report.value}/period")
            self._add(self._report, "dcterms:temporal", period)
            self._add_types(period, "dcterms:PeriodOfTime")
            for predicate, date in zip(("dcat:startDate", "dcat:endDate"), dates.groups(), strict=True):
                self._add(period, predicate, Literal(date, datatype=term("xsd:date")))

    def _describe_entity(self, entity: Entity) -> None:
        if entity.id in self._nodes:
            raise ValueError(f"two findings of {self._findings.report} have the id {entity.id}")
        node, statement = self._describe_kind(entity)
        self._nodes[entity.id] = node
        if entity.topic:
            self._add(node, "dcterms:subject", self._topic(entity.topic))
        self._show(entity, statement, node)

    @singledispatchmethod
    def _describe_kind(self, entity: Entity) -> tuple[NamedNode, NamedNode]:
        """Describe what only this kind of entity has; return its node and the statement that the company has it."""
        raise TypeError(f"no description for {type(entity).__name__}")

    @_describe_kind.register
    def _(self, body: Body) -> tuple[NamedNode, NamedNode]:
        node = NamedNode(self._minters["body"].mint(body.name))
        self._add_types(node, "esg:Body org:OrganizationalUnit")
        self._name(node, body)
        self._add(node, "esg:bodyKind", body.kind)
        self._add(node, "org:unitOf", self._company)
        return node, self._state(self._company, term("org:hasUnit"), node)

    @_describe_kind.register
    def _(self, post: Post) -> tuple[NamedNode, NamedNode]:
        node = NamedNode(self._minters["post"].mint(post.name))
        self._add_types(node, "esg:Post org:Post")
        self._name(node, post)
        self._add(node, "org:postIn", self._company)
        for holder in filter(None, (post.holder or "").split("; ")):
            person = NamedNode(f"{self._company.value}/person/{iris.slug(holder)}")
            self._add_types(person, "foaf:Person")
            self._add(person, "foaf:name", holder)
            self._add(node, "org:heldBy", person)
        return node, self._state(self._company, term("org:hasPost"), node)

    @_describe_kind.register
    def _(self, policy: Policy) -> tuple[NamedNode, NamedNode]:
        node = NamedNode(self._minters["policy"].mint(policy.name))
        self._add_types(node, "esg:Policy dcterms:Policy")
        self._name(node, policy)
        self._add(node, "esg:policyKind", policy.kind)
        return node, self._state(self._company, term("esg:hasPolicy"), node)

    @_describe_kind.register
    def _(self, law: Law) -> tuple[NamedNode, NamedNode]:
        node = NamedNode(law.instrument or iris.law_iri(law.name, law.jurisdiction))
        self._add_types(node, "esg:Law eli:LegalResource")
        if not law.instrument:
            self._call(node, _LABEL, law.name)
            self._add(node, "esg:instrumentKind", law.kind)
            if law.jurisdiction:
                self._add(node, "esg:jurisdiction", law.jurisdiction)
        return node, self._cite(node, law)

    @_describe_kind.register
    def _(self, standard: Standard) -> tuple[NamedNode, NamedNode]:
        node = NamedNode(standard.instrument or iris.standard_iri(standard.name))
        self._add_types(node, "esg:Standard dcterms:Standard")
        if not standard.instrument:
            self._call(node, _LABEL, standard.name)
            self._add(node, "esg:instrumentKind", standard.kind)
        return node, self._cite(node, standard)

    @_describe_kind.register
    def _(self, certification: Certification) -> tuple[NamedNode, NamedNode]:
        own = certification.holder == "company"
        names = (certification.name,) if own else (certification.name, certification.holder)
        node = NamedNode(self._minters["certification"].mint(*names))
        self._add_types(node, "esg:Certification")
        self._name(node, certification)
        self._add(node, "esg:certificationStatus", certification.status)
        holder = self._company
        if not own:
            holder = NamedNode(f"{self._company.value}/part/{iris.slug(certification.holder)}")
            self._add_types(holder, "esg:CertifiedPart")
            self._call(holder, _LABEL, certification.holder)
        self._add(node, "esg:certificationHolder", holder)
        standard = NamedNode(certification.instrument or iris.standard_iri(certification.name))
        self._add_types(standard, "esg:Standard dcterms:Standard")
        if not certification.instrument:
            self._call(standard, _LABEL, iris.standard_name(certification.name))
        self._add(node, "esg:certifiedAgainst", standard)
        return node, self._state(self._company, term("esg:hasCertification"), node)

    def _name(self, node: NamedNode, entity: Entity) -> None:
        self._call(node, _LABEL, entity.name)
        self._call(node, "skos:altLabel", *entity.aliases)

    def _cite(self, instrument: NamedNode, entity: Entity) -> NamedNode:
        statement = self._state(self._company, term("esg:cites"), instrument)
        self._call(statement, "esg:wording", entity.name, *entity.aliases)
        return statement

    def _topic(self, name: str) -> NamedNode:
        node = NamedNode(iris.topic_iri(name))
        self._add_types(node, "skos:Concept")
        self._add(node, _LABEL, iris.slug(name.removeprefix("topic:")).replace("-", " "))
        return node

    def _describe_relation(self, relation: Relation) -> None:
        subject = self._entity(relation.subject)
        predicate = term(f"esg:{relation.predicate}")
        target = self._object(relation)
        statement = self._state(subject, predicate, target)
        match relation.predicate:
            case "reportsTo":
                self._add(subject, "org:reportsTo", target)
            case "subUnitOf" if self._is_body(relation.subject) and self._is_body(relation.object):
                self._add(subject, "org:subOrganizationOf", target)
            case "hasMember" if self._is_body(relation.object):
                self._add(subject, "org:hasMember", target)
        self._show(relation, statement)

    def _is_body(self, entity_id: str) -> bool:
        return self._entity(entity_id).value.startswith(f"{self._company.value}/body/")

    def _entity(self, entity_id: str) -> NamedNode:
        try:
            return self._nodes[entity_id]
        except KeyError:
            raise ValueError(f"a relation of {self._findings.report} names no finding: {entity_id!r}") from None

    def _object(self, relation: Relation) -> NamedNode:
        match relation.predicate:
            case "lineOfDefence":
                if relation.object not in _LINES_OF_DEFENCE:
                    raise ValueError(f"no line of defence: {relation.object!r}")
                return term(f"esg:{relation.object}")
            case "inTier":
                return self._tier(relation.structure or _UNNAMED_STRUCTURE, relation.object)
            case "responsibleFor":
                return self._topic(relation.object)
            case _:
                return self._entity(relation.object)

    def _tier(self, structure_name: str, tier: str) -> NamedNode:
        number = int(tier.removeprefix("tier:"))
        structure = NamedNode(f"{self._company.value}/structure/{iris.slug(structure_name)}")
        self._add_types(structure, "esg:Structure")
        self._call(structure, _LABEL, structure_name)
        self._add(structure, "esg:structureOf", self._company)
        node = NamedNode(f"{structure.value}/tier-{number}")
        self._add_types(node, "esg:Tier")
        self._add(node, _LABEL, f"tier {number}")
        self._add(node, "esg:tierNumber", number)
        self._add(node, "esg:tierOf", structure)
        return node

    def _state(self, subject: NamedNode, predicate: NamedNode, object_: NamedNode) -> NamedNode:
        """Add the direct triple and its statement node; return the node."""
        self._add(subject, predicate, object_)
        key = " ".join((subject.value, predicate.value, object_.value))
        statement = NamedNode(f"{self._report.value}/statement/{iris.digest(key)}")
        self._add_types(statement, "esg:Statement rdf:Statement")
        self._add(statement, "rdf:subject", subject)
        self._add(statement, "rdf:predicate", predicate)
        self._add(statement, "rdf:object", object_)
        self._add(statement, "prov:hadPrimarySource", self._report)
        return statement

    def _show(self, finding: Entity | Relation, statement: NamedNode, *entities: NamedNode) -> None:
        """Add the evidence of a finding to its statement and to the entities that the statement introduces."""
        if not finding.evidence:
            raise ValueError(f"a finding of {self._findings.report} has no evidence: {statement.value}")
        annotations = [self._annotation(one) for one in finding.evidence]
        for annotation in annotations:
            self._add(annotation, "oa:hasBody", statement, *entities)
        if finding.confidence > self._confidence.get(statement, -1.0):
            self._confidence[statement] = finding.confidence
            self._best[statement] = annotations[0]

    def _annotation(self, evidence: Evidence) -> NamedNode:
        place = f"{evidence.source_start}-{evidence.source_end}"
        annotation = NamedNode(f"{self._report.value}/evidence/{place}")
        target, quote, position = (NamedNode(f"{annotation.value}/{part}") for part in ("target", "quote", "position"))
        self._add_types(annotation, "oa:Annotation")
        self._add(annotation, "oa:hasTarget", target)
        self._add_types(target, "oa:SpecificResource")
        self._add(target, "oa:hasSource", self._report)
        self._add(target, "oa:hasSelector", quote, position)
        self._add(target, "esg:line", evidence.line)
        if evidence.page is not None:
            self._add(target, "esg:page", evidence.page)
        self._add_types(quote, "oa:TextQuoteSelector")
        self._add(quote, "oa:exact", evidence.quote)
        self._add_types(position, "oa:TextPositionSelector")
        self._add(position, "oa:start", evidence.source_start)
        self._add(position, "oa:end", evidence.source_end)
        return annotation


def _decimal(number: float) -> Literal:
    return Literal(f"{number:.4f}".rstrip("0").removesuffix("."), datatype=term("xsd:decimal"))
