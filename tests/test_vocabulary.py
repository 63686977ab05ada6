"""The known instruments and topics: that their data is sound, and that names find the right one or none."""

from __future__ import annotations

import doctest
import time
from collections import defaultdict
from collections.abc import Iterator

import pytest

import esggraph.jurisdictions
import esggraph.vocabulary
import esggraph.vocabulary.numbers
import esggraph.vocabulary.topic_cues
import esggraph.vocabulary.translations
from esggraph.findings import LAW_KINDS, STANDARD_KINDS
from esggraph.jurisdictions import nation_words
from esggraph.vocabulary import Instrument, find_all, hiding, instruments, lookup, topic_of, topics
from esggraph.vocabulary.forms import title_key

INSTRUMENT = "https://w3id.org/esggraph/instrument/"


def slug(instrument: Instrument | None) -> str | None:
    return instrument.iri.removeprefix(INSTRUMENT) if instrument else None


# The data


def test_there_are_instruments_of_every_kind_and_of_many_jurisdictions() -> None:
    assert len(instruments()) > 1000
    assert {i.kind for i in instruments()} == {*LAW_KINDS, *STANDARD_KINDS}
    assert len({i.jurisdiction for i in instruments()}) > 30


def faults(instrument: Instrument) -> Iterator[str]:
    """Yield what is wrong with an entry."""
    if instrument.kind not in (LAW_KINDS if instrument.is_law else STANDARD_KINDS):
        yield f"kind {instrument.kind}"
    if instrument.topic not in {t.slug for t in topics()}:
        yield f"topic {instrument.topic}"
    if instrument.year is not None and not 1800 < instrument.year < 2030:
        yield f"year {instrument.year}"
    if instrument.is_law and instrument.jurisdiction not in {*nation_words().values(), "INT"}:
        yield f"jurisdiction {instrument.jurisdiction}"
    if instrument.is_law and not str(slug(instrument)).startswith(f"{instrument.jurisdiction}-".lower()):
        yield "an IRI without the jurisdiction"
    if not instrument.is_law and instrument.jurisdiction:
        yield "a standard with a jurisdiction"
    if len(set(instrument.labels)) < len(instrument.labels):
        yield "a name twice"
    for name in (*instrument.labels, *instrument.acronyms):
        if lookup(name, instrument.jurisdiction) != instrument:
            yield f"{name} does not lead to it"


def test_every_entry_is_valid_and_found_by_each_of_its_names() -> None:
    assert {slug(i): bad for i in instruments() if (bad := [*faults(i)])} == {}


def test_no_two_entries_of_a_jurisdiction_share_a_name() -> None:
    bearers = defaultdict(set)
    for instrument in instruments():
        for label in instrument.labels:
            bearers[instrument.jurisdiction, title_key(label)].add(instrument.iri)
    assert {name: iris for name, iris in bearers.items() if len(iris) > 1} == {}


def test_an_acronym_of_two_instruments_is_marked_ambiguous_in_both() -> None:
    sure = defaultdict(set)
    for instrument in instruments():
        for acronym in instrument.acronyms:
            sure[acronym].add(instrument.iri)
        assert not {*instrument.acronyms} & {*instrument.ambiguous_acronyms}
    for instrument in instruments():
        for acronym in instrument.ambiguous_acronyms:
            sure[acronym].add(instrument.iri + " (ambiguous)")
    assert {a: iris for a, iris in sure.items() if len(iris) > 1 and any(" " not in i for i in iris)} == {}


def test_the_file_is_sorted_by_jurisdiction_and_name() -> None:
    order = [(not i.is_law, i.jurisdiction or "", i.name.lower()) for i in instruments()]
    assert order == sorted(order)


def test_loading_is_a_small_part_of_a_lookup() -> None:
    times = []
    for _ in range(5):
        start = time.process_time()
        instruments.__wrapped__()
        times.append(time.process_time() - start)
    assert min(times) < 0.15  # seconds; a lookup takes about 0.3 as a whole process, and slow machines are not to fail


# Looking a name up


@pytest.mark.parametrize(
    ("name", "jurisdiction", "expected"),
    [
        ("Company Law of the People's Republic of China", None, "cn-company-law"),
        ("company law of the people’s republic of china", None, "cn-company-law"),
        ("PRC Company Law (2018 Amendment)", None, "cn-company-law"),
        ("the Company Law", "CN", "cn-company-law"),
        ("China's Data Security Law", None, "cn-data-security-law"),
        ("Law of the PRC on the Protection of Consumer Rights and Interests", None,
         "cn-law-on-the-protection-of-consumer-rights-and-interests"),
        ("Law on Protection of the Rights and Interests of Consumers", "CN",
         "cn-law-on-the-protection-of-consumer-rights-and-interests"),
        ("Prevention and Control of Water Pollution Law", "CN",
         "cn-law-on-the-prevention-and-control-of-water-pollution"),
        ("PIPL", "HK", "cn-personal-information-protection-law"),
        ("Labour Contract Law", None, "cn-labor-contract-law"),
        ("Prevention of Bribery Ordinance (Cap. 201)", None, "hk-prevention-of-bribery-ordinance"),
        ("Personal Data (Privacy) Ordinance (Chapter 486 of the Laws of Hong Kong)", None,
         "hk-personal-data-privacy-ordinance"),
        ("Hong Kong Companies Ordinance", None, "hk-companies-ordinance"),
        ("Main Board Listing Rules", "HK", "hk-listing-rules"),
        ("U.S. Foreign Corrupt Practices Act of 1977", None, "us-foreign-corrupt-practices-act-of-1977"),
        ("FCPA", None, "us-foreign-corrupt-practices-act-of-1977"),
        ("Sarbanes-Oxley Act of 2002", None, "us-sarbanes-oxley-act-of-2002"),
        ("the EU GDPR", None, "eu-general-data-protection-regulation"),
        ("General Data Protection Regulation (GDPR)", "GB", "eu-general-data-protection-regulation"),
        ("Regulation (EU) 2016/679", None, "eu-general-data-protection-regulation"),
        ("EU Regulation No. 679/2016", None, "eu-general-data-protection-regulation"),
        ("Regulation (EC) No 1907/2006", None, "eu-reach-regulation"),
        ("Directive 2014/95/EU", "IT", "eu-non-financial-reporting-directive"),
        ("UK Bribery Act", None, "gb-bribery-act-2010"),
        ("Modern Slavery Act 2015", None, "gb-modern-slavery-act-2015"),
        ("Modern Slavery Act (UK)", "AU", "gb-modern-slavery-act-2015"),
        ("Modern Slavery Act 2018", None, "au-modern-slavery-act-2018"),
        ("Modern Slavery Act", "AU", "au-modern-slavery-act-2018"),
        ("Companies Act, 2013", None, "in-companies-act"),
        ("Companies Act", "JP", "jp-companies-act"),
        ("Japan's Act on the Protection of Personal Information", None,
         "jp-act-on-the-protection-of-personal-information"),
        ("Personal Information Protection Act", "KR", "kr-personal-information-protection-act"),
        ("German Supply Chain Due Diligence Act", None, "de-supply-chain-due-diligence-act"),
        ("Lieferkettensorgfaltspflichtengesetz (LkSG)", None, "de-supply-chain-due-diligence-act"),
        ("Legislative Decree no. 231/2001", None, "it-legislative-decree-no-231-2001"),
        ("Paris Climate Agreement", None, "int-paris-agreement"),
        ("OECD (Organisation for Economic Co-operation and Development) Guidelines for Multinational Enterprises",
         None, "int-oecd-guidelines-for-multinational-enterprises"),
        ("ISO 14001:2015", None, "iso-14001"),
        ("ISO27001", None, "iso-iec-27001"),
        ("ISO/IEC 27001:2013 information security management system", None, "iso-iec-27001"),
        ("ISO 14064-3:2019", None, "iso-14064"),
        ("GB/T 24001-2016", None, "gb-t-24001"),
        ("TCFD recommendations", None, "task-force-on-climate-related-financial-disclosures"),
        ("Task Force on Climate-related Financial Disclosures (“TCFD”)", None,
         "task-force-on-climate-related-financial-disclosures"),
        ("Task Force on Climaterelated Financial Disclosures", None,
         "task-force-on-climate-related-financial-disclosures"),
        ("the United Nations Sustainable Development Goals (SDGs)", None, "un-sustainable-development-goals"),
        ("GRI Standards 2021", None, "gri-standards"),
        ("HKEX ESG Reporting Guide", None, "hkex-esg-reporting-guide"),
        ("AA1000AS v3", None, "aa1000-assurance-standard"),
    ],
)  # fmt: skip
def test_a_name_finds_its_instrument(name: str, jurisdiction: str | None, expected: str) -> None:
    assert slug(lookup(name, jurisdiction)) == expected


@pytest.mark.parametrize(
    ("name", "jurisdiction"),
    [
        ("Data Security Law Committee", "CN"),
        ("Data Security", "CN"),
        ("Company Law", None),  # of many countries
        ("Company Law", "KR"),
        ("Company Law of the Republic of Utopia", None),
        ("Korean Company Law", "CN"),
        ("Companies Act", None),
        ("Companies Act 1956", "IN"),  # an earlier act
        ("Data Protection Act 1998", "GB"),
        ("Companies (Amendment) Ordinance", "HK"),
        ("Cybersecurity Law", "VN"),  # its own, or China's
        ("Contract Labour Act", "GB"),
        ("GDPR Steering Committee", None),
        ("ISO 9001 Quality Committee", None),
        ("ISO 14001 and ISO 45001", None),
        ("ISO 99999", None),
        ("Regulation (EU) 2099/1", None),
        ("Code of Conduct", None),
        ("Employee Handbook", "CN"),
        ("reach", None),
        ("gap", None),
        ("", None),
    ],
)
def test_a_near_name_finds_nothing(name: str, jurisdiction: str | None) -> None:
    assert lookup(name, jurisdiction) is None


# Finding names in text


def found(text: str, jurisdiction: str | None = None) -> list[tuple[str, str | None]]:
    return [(text[f.start : f.end], slug(f.instrument)) for f in find_all(text, jurisdiction)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We obey the Company Law of the People's Republic of China and the GDPR.",
         [("Company Law of the People's Republic of China", "cn-company-law"),
          ("GDPR", "eu-general-data-protection-regulation")]),
        ("Example Holdings reports under the UK Modern Slavery Act 2015.",
         [("Modern Slavery Act 2015", "gb-modern-slavery-act-2015")]),
        ("Sites hold ISO 14001:2015, ISO45001 and ISO/IEC 27001-2022 certificates.",
         [("ISO 14001:2015", "iso-14001"), ("ISO45001", "iso-45001"), ("ISO/IEC 27001-2022", "iso-iec-27001")]),
        ("It is in line with Regulation (EU) 2020/852 and Directive 2014/95/EU.",
         [("Regulation (EU) 2020/852", "eu-taxonomy-regulation"),
          ("Directive 2014/95/EU", "eu-non-financial-reporting-directive")]),
        ("THE PRINCIPLES FOR RESPONSIBLE INVESTMENT",
         [("PRINCIPLES FOR RESPONSIBLE INVESTMENT", "principles-for-responsible-investment")]),
        ("the Task Force on Climaterelated Financial Disclosures",
         [("Task Force on Climaterelated Financial Disclosures",
           "task-force-on-climate-related-financial-disclosures")]),
        ("the “Labour Law of the PRC”", [("Labour Law of the PRC", "cn-labor-law")]),
    ],
)  # fmt: skip
def test_names_in_text_are_found_with_their_nation_and_edition(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_longest_name_wins() -> None:
    text = "the Regulations on the Implementation of the Labor Contract Law of the People's Republic of China"
    assert [s for _, s in found(text)] == ["cn-regulation-on-the-implementation-of-the-labor-contract-law"]


def test_a_short_title_needs_a_jurisdiction() -> None:
    text = "Directors observe the Company Law."
    assert found(text) == []
    assert found(text, "CN") == [("Company Law", "cn-company-law")]
    assert found("Directors observe China’s Company Law.") == [("Company Law", "cn-company-law")]


@pytest.mark.parametrize(
    "text",
    [
        "local labor law and company law",  # generic, not titles
        "the Maritime Labor Law",
        "the Korean Company Law",
        "the GDPR Steering Committee and the Data Security Law Committee",
        "Measures for the Implementation of the Labor Law",
        "a SoC 2 processor within reach",
        "ISO 140015 is no standard, nor is GRIP",
        "our pri, and the PRI of patents",
    ],
)
def test_what_only_looks_like_a_name_is_not_found(text: str) -> None:
    assert found(text, "CN") == []


def test_an_ambiguous_acronym_counts_beside_the_name_and_from_then_on() -> None:
    text = "We signed the Principles for Responsible Investment (PRI). The PRI asks for a report."
    assert [form for form, _ in found(text)] == ["Principles for Responsible Investment", "PRI", "PRI"]
    assert found("We signed the Principles for Responsible Investment. PRI grew by 3%.")[1:] == []


def test_offsets_hold_where_letters_grow_in_lower_case() -> None:
    assert found("İİİ GDPR") == [("GDPR", "eu-general-data-protection-regulation")]


def test_hidden_instruments_are_unknown_until_the_block_ends() -> None:
    gdpr = lookup("GDPR")
    assert gdpr
    with hiding(frozenset({gdpr.iri})):
        assert lookup("GDPR") is None
        assert found("GDPR and FCPA") == [("FCPA", "us-foreign-corrupt-practices-act-of-1977")]
    assert lookup("GDPR") == gdpr


def test_everything_may_be_hidden() -> None:
    with hiding(frozenset(i.iri for i in instruments())):
        assert found("GDPR, Regulation (EU) 2016/679, ISO 14001") == []


# Topics


def test_topics_have_a_definition_cues_and_known_broader_topics() -> None:
    slugs = {t.slug for t in topics()}
    assert len(slugs) == len(topics()) > 25
    for topic in topics():
        assert topic.definition
        assert topic.cues
        assert topic.broader is None or topic.broader in slugs


def test_no_cue_points_to_two_topics() -> None:
    cues = [c.lower() for t in topics() for c in t.cues]
    assert sorted(c for c in set(cues) if cues.count(c) > 1) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anti-Fraud and Anti-Bribery Policy", "anti-corruption"),
        ("Code of Conduct", "business-ethics"),
        ("Supplier Code of Conduct", "supply-chain"),
        ("Employee Privacy Notice", "data-protection"),
        ("Information Security Management Measures", "information-security"),
        ("Environmental, Health and Safety Policy", "health-and-safety"),
        ("Environmental Policy", "environment"),
        ("Human Rights Statement", "human-rights"),
        ("Board Diversity Policy", "diversity"),
        ("Conflict Minerals Policy", "conflict-minerals"),
        ("Responsible AI Principles", "ai-ethics"),
        ("Climate Change Action Plan", "climate"),
        ("Audit Committee Charter", "corporate-governance"),
        ("Export Control Rules", "trade"),
        ("ISO 14001:2015", "environment"),
        ("Reaching Higher", None),
        ("Articles", None),
    ],
)
def test_the_words_of_a_name_tell_its_topic(name: str, expected: str | None) -> None:
    assert topic_of(name) == expected


@pytest.mark.parametrize(
    "module",
    [
        esggraph.jurisdictions,
        esggraph.vocabulary,
        esggraph.vocabulary.numbers,
        esggraph.vocabulary.topic_cues,
        esggraph.vocabulary.translations,
    ],
    ids=lambda m: m.__name__,
)
def test_the_examples_in_the_docstrings_hold(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.failed == 0
    assert result.attempted > 0
