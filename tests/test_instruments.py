"""Laws, policies and standards: what a titled document is, whose, and which mentions are one."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import esggraph.extraction.pipeline  # noqa: F401  registers the factories
from esggraph.extraction.mentions import Mention, mentions
from esggraph.vocabulary import hiding, instruments


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("esg_sentences")
    pipeline.add_pipe("esg_instruments")
    return pipeline


def found(nlp: Language, text: str) -> dict[str, list[str]]:
    doc = nlp(text)
    kinds = {k: list(dict.fromkeys(m.name for m in mentions(doc, k))) for k in ("laws", "policies", "standards")}
    return {k: v for k, v in kinds.items() if v}


def one(nlp: Language, kind: str, text: str) -> Mention:
    (mention,) = mentions(nlp(text), kind)
    return mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Company strictly abides by the Measures for the Administration of Pollutant Discharge and other laws.",
            {"laws": ["Measures for the Administration of Pollutant Discharge"]},
            id="abided by: outside",
        ),
        pytest.param(
            "The Company has formulated the Measures for the Handling of Customer Complaints.",
            {"policies": ["Measures for the Handling of Customer Complaints"]},
            id="formulated: the company's own",
        ),
        pytest.param(
            "We follow the Guidelines on Green Building Design issued by the Ministry of Construction.",
            {"laws": ["Guidelines on Green Building Design"]},
            id="issued by an authority",
        ),
        pytest.param(
            "We abide by the Copyright Law and have drawn up internal rules such as the Rules for Software Use.",
            {"laws": ["Copyright Law"], "policies": ["Rules for Software Use"]},
            id="both in one sentence",
        ),
        pytest.param(
            "In 2021 the central government issued the “Guidance for Green Peaks” and the “Notice on Green Valleys”.",
            {"laws": ["Guidance for Green Peaks", "Notice on Green Valleys"]},
            id="issued by a government that stands before",
        ),
        pytest.param(
            "Staff are bound by the Code of Ethics, the Grievance Regulation and the Reward Regulation.",
            {"policies": ["Code of Ethics", "Grievance Regulation", "Reward Regulation"]},
            id="one sure neighbour where none speaks against it",
        ),
        pytest.param(
            "They follow the Code of Business Conduct and Ethics and with the Quality Policy the rest.",
            {"policies": ["Code of Business Conduct and Ethics", "Quality Policy"]},
            id="a preposition and an article after a conjunction begin anew",
        ),
        pytest.param(
            "There are the Board of Directors’ Charter, the Audit Committee’s Charter and the Tax Policy.",
            {"policies": ["Board of Directors’ Charter", "Audit Committee’s Charter", "Tax Policy"]},
            id="rules of bodies with their owners",
        ),
        pytest.param(
            "We comply with the Corporate Governance Regulations of the CMB.",
            {"laws": ["Corporate Governance Regulations of the CMB"]},
            id="of a market authority",
        ),
        pytest.param(
            "Our paramount directive is the Human Rights Charter.",
            {"policies": ["Human Rights Charter"]},
            id="capitals in the middle of a sentence",
        ),
        pytest.param(
            "We respect the United Nations Guiding Principles on business and human rights.",
            {"laws": ["United Nations Guiding Principles on business and human rights"]},
            id="known name that goes on in lower case",
        ),
        pytest.param(
            "SLAVERY AND HUMAN TRAFFICKING STATEMENT",
            {"policies": ["SLAVERY AND HUMAN TRAFFICKING STATEMENT"]},
            id="title of the text itself",
        ),
        pytest.param(
            "Laws and regulations such as the Work Safety Law and the Provisions on Fire Drills bind us.",
            {"laws": ["Work Safety Law", "Provisions on Fire Drills"]},
            id="list neighbours",
        ),
        pytest.param(
            "All suppliers sign the Integrity Pledge.",
            {"policies": ["Integrity Pledge"]},
            id="signed as a duty",
        ),
        pytest.param(
            "Our Human Rights Policy and Employee Handbook forbid discrimination.",
            {"policies": ["Human Rights Policy", "Employee Handbook"]},
            id="possessive",
        ),
        pytest.param(
            "Statements are forward-looking under the Securities Act of 1933.",
            {"laws": ["Securities Act of 1933"]},
            id="disclaimer",
        ),
        pytest.param(
            "The Board approved changes to the working rules of the Audit Committee.",
            {"policies": ["working rules of the Audit Committee"]},
            id="lower case with a document act",
        ),
        pytest.param(
            "We abide by the “Patent Law of the People’s Republic of China” and the “Law on Users’ Rights”.",
            {"laws": ["Patent Law of the People’s Republic of China", "Law on Users’ Rights"]},
            id="apostrophes inside quotation marks",
        ),
        pytest.param(
            "List of laws 1. Law on Noise Control 2. Law on Water Use 3. Measures for Saving Paper 4. Law on Dust",
            {
                "laws": [
                    "Law on Noise Control",
                    "Law on Water Use",
                    "Measures for Saving Paper",
                    "Law on Dust",
                ]
            },
            id="neighbours in a numbered list",
        ),
        pytest.param(
            "We updated our Human rights policy and the Code of conduct.",
            {"policies": ["Human rights policy", "Code of conduct"]},
            id="capital at the first word only",
        ),
        pytest.param("We live by our code of conduct every day.", {}, id="lower case without an act"),
        pytest.param("We comply with relevant laws and anti-corruption laws.", {}, id="generic laws"),
        pytest.param("We care.\nAll of us.\nEverywhere.\nEnvironmental Policy", {}, id="heading"),
        pytest.param(
            "Code of Conduct. Environmental Policy. Tax Policy. Supplier Code.",
            {"policies": ["Code of Conduct", "Environmental Policy", "Tax Policy", "Supplier Code"]},
            id="printed list of documents",
        ),
        pytest.param(
            "We are a signatory to the Investor Statement on Deforestation.",
            {},
            id="statement of others that is joined",
        ),
        pytest.param(
            "Our site applies GDPR and RoHS.",
            {"laws": ["GDPR", "RoHS"]},
            id="known acronyms without a head noun",
        ),
        pytest.param(
            "Two of our mills fall under Korea’s emissions trading scheme, one office under the UK Gender Pay Gap"
            " reporting regulation.",
            {"laws": ["Korea’s emissions trading scheme", "UK Gender Pay Gap reporting regulation"]},
            id="nation and lower-case noun",
        ),
        pytest.param(
            "Products satisfy WEEE* regulations, RoHS and REACH.",
            {"laws": ["WEEE", "RoHS", "REACH"]},
            id="acronyms that mean other things, among laws",
        ),
        pytest.param(
            "The Hinweisgeberschutzgesetz, the Ley Federal de Ejemplos and the Loi relative aux Exemples apply.",
            {"laws": ["Hinweisgeberschutzgesetz", "Ley Federal de Ejemplos", "Loi relative aux Exemples"]},
            id="titles in their own language",
        ),
        pytest.param(
            "The Sunday Trading Example Act (Beispielladenschlussgesetz) applies.",
            {"laws": ["Sunday Trading Example Act"]},
            id="own-language name in parentheses",
        ),
        pytest.param(
            "We honour the core labour standards of the International Labour Organization (ILO), OSHA regulations and"
            " the listing standards of NASDAQ.",
            {
                "laws": [
                    "core labour standards of the International Labour Organization (ILO)",
                    "OSHA regulations",
                    "listing standards of NASDAQ",
                ]
            },
            id="an authority's rules as a whole",
        ),
        pytest.param(
            "We report under the EU taxonomy and the foreign corrupt practices act.",
            {"laws": ["EU taxonomy", "foreign corrupt practices act"]},
            id="known names in lower case",
        ),
        pytest.param("OUR IMPACT AND REACH TO DATE.\nWe help many.", {}, id="acronym in a heading"),
        pytest.param(
            "We recycle WEEE and reach far.",
            {},
            id="acronym for a thing, and a word",
        ),
        pytest.param(
            "The Monopoly Regulation and Fair Trade Act binds us.",
            {"laws": ["Monopoly Regulation and Fair Trade Act"]},
            id="two head nouns in one known name",
        ),
        pytest.param(
            "We follow the Act on Example Goods (Act No. 99 of 2015) and regulation no. 12/2030 of the Ministry.",
            {"laws": ["Act on Example Goods", "regulation no. 12/2030"]},
            id="number of a titled act, and an act known by its number only",
        ),
        pytest.param(
            "We comply with the EU market and with UK rules on the regulation of markets.",
            {},
            id="nation without a name",
        ),
        pytest.param(
            "Example Group’s collective employment agreement offers six months of leave.",
            {"policies": ["collective employment agreement"]},
            id="the company's collective agreement",
        ),
        pytest.param(
            "Suppliers comply with the collective agreement of their industry.",
            {},
            id="an industry's collective agreement",
        ),
        pytest.param(
            "In May the Incident Escalation procedures were revised.",
            {"policies": ["Incident Escalation procedures"]},
            id="capitals and lower-case noun",
        ),
        pytest.param(
            "We added the “Special Conditions of Fair Dealing” and revised the “Dealer Evaluation Method of Example Holdings”.",
            {"policies": ["Special Conditions of Fair Dealing", "Dealer Evaluation Method of Example Holdings"]},
            id="conditions and methods",
        ),
        pytest.param(
            "Discrimination is banned according to the “Hiring Management System” and the “Code of Conduct”.",
            {"policies": ["Hiring Management System", "Code of Conduct"]},
            id="rules in marks beside a document",
        ),
        pytest.param(
            "Our bonds follow the Social Loan Principles 2021 and the Guide for Boards of HKEX.",
            {"laws": ["Guide for Boards of HKEX"], "standards": ["Social Loan Principles 2021"]},
            id="documents of markets and exchanges",
        ),
        pytest.param(
            "We launched a travel and expense policy for all.",
            {"policies": ["travel and expense policy"]},
            id="two topics in lower case",
        ),
        pytest.param(
            "It was compiled in line with the ‘Guidelines for GHG reporting and certification of GHG emission trading scheme"
            " (Notification No. 7 of the Ministry)’.",
            {"laws": ["Guidelines for GHG reporting and certification of GHG emission trading scheme"]},
            id="quoted title with lower case and a note",
        ),
        pytest.param(
            "The Post-2020 Soil Framework was adopted at the tenth Conference of the Parties.",
            {"laws": ["Post-2020 Soil Framework"]},
            id="framework that states adopted",
        ),
        pytest.param(
            "We follow the eMarket Regulation, which is still under negotiation.",
            {"laws": ["eMarket Regulation"]},
            id="regulation under negotiation",
        ),
        pytest.param(
            "In spring the treasury adopted a renewed Tax Control Framework.",
            {"policies": ["Tax Control Framework"]},
            id="framework that is adopted",
        ),
        pytest.param(
            "Please refer to the following documents: Example Approach to Access • Example Lending Guidelines",
            {"policies": ["Example Approach to Access", "Example Lending Guidelines"]},
            id="approach among documents that are referred to",
        ),
        pytest.param(
            "We introduced the Continuous Descent Approach and received the Statement of Objections.",
            {},
            id="approach and statement that are no documents",
        ),
        pytest.param("We established the Fair Hiring Procedure training course.", {}, id="title that names a training"),
    ],
)
def test_what_a_title_names(nlp: Language, text: str, expected: dict[str, list[str]]) -> None:
    assert found(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "jurisdiction"),
    [
        ("We abide by the Water Law of the People's Republic of China.", "law", "CN"),
        (
            "We comply with the Prevention of Example Ordinance (Chapter 999 of the Laws of Hong Kong).",
            "law",
            "HK",
        ),
        ("It acts pursuant to Directive 2099/12/EU.", "regulation", "EU"),
        ("It acts in accordance with Japan's Act on Example Materials.", "law", "JP"),
        ("It respects the International Covenant on Example Rights.", "convention", "INT"),
        ("It complies with the UK Example Act 2015.", "law", "GB"),
    ],
)
def test_kind_and_jurisdiction_of_laws(nlp: Language, text: str, kind: str, jurisdiction: str) -> None:
    law = one(nlp, "laws", text)
    assert (law.subkind, law.jurisdiction) == (kind, jurisdiction)


def test_jurisdiction_from_the_country_the_report_speaks_of(nlp: Language) -> None:
    text = "Our sites in Korea follow Korean rules. Korea is home. We comply with the Example Safety Act."
    assert one(nlp, "laws", text).jurisdiction == "KR"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Travel Policy", "policy"),
        ("Supplier Code of Conduct", "code"),
        ("Articles of Association", "charter"),
        ("Fire Drill Procedure", "procedure"),
        ("Site Safety Handbook", "handbook"),
        ("Opinions on Waste Water", "guideline"),
    ],
)
def test_kinds_of_policies(nlp: Language, name: str, kind: str) -> None:
    assert one(nlp, "policies", f"The Company revised its {name}.").subkind == kind


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Noise Control Law of the People's Republic of China", "Noise Control Law"),
        ("Law on Noise Prevention and Control", "Noise Prevention and Control Law"),
        ("Noise Act 2015", "Noise Act"),
        ("Italian Legislative Decree 999/2016", "Legislative Decree no. 999/2016"),
        ("Law No. 13,999/2016", "Law 13.999/16"),
    ],
)
def test_wordings_of_one_law_are_one(nlp: Language, first: str, second: str) -> None:
    doc = nlp(f"We comply with the {first}. We abide by the {second}.")
    assert len({m.key for m in mentions(doc, "laws")}) == 1


def test_acts_of_two_countries_stay_apart(nlp: Language) -> None:
    doc = nlp("We comply with the UK Example Act and the Canadian Example Act.")
    assert len({m.key for m in mentions(doc, "laws")}) == 2


def test_known_law_is_linked(nlp: Language) -> None:
    law = one(nlp, "laws", "We comply with the General Data Protection Regulation (GDPR).")
    assert law.instrument is not None
    assert law.instrument.endswith("eu-general-data-protection-regulation")


def test_titles_are_found_without_the_vocabulary(nlp: Language) -> None:
    text = (
        "We abide by the Company Law of the People's Republic of China, the Trade Union Law and the Paris Agreement,"
        " and comply with the UK Bribery Act 2010 and the Foreign Corrupt Practices Act (FCPA)."
    )
    known = found(nlp, text)["laws"]
    with hiding(frozenset(i.iri for i in instruments() if i.is_law)):
        assert found(nlp, text)["laws"] == known


def test_a_hyphen_behind_a_prefix_makes_no_difference(nlp: Language) -> None:
    text = "Its Anti-corruption Policy was revised; all have signed the Anticorruption Policy."
    assert len({m.key for m in mentions(nlp(text), "policies")}) == 1


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("2021 was the first year of the “14th Five-Year Plan”.", ["14th Five-Year Plan"]),
        ("We welcome the European Rail Finance Strategy and the EU Methane Strategy.",
         ["European Rail Finance Strategy", "EU Methane Strategy"]),
        ("It meets the aims of Brazil’s National Schooling Plan (NSP).", ["National Schooling Plan"]),
        ("Services follow Japan’s Digital Governance Code.", ["Digital Governance Code"]),
        ("The Strategic Plan for Wetlands was adopted at the 10th Conference of the Parties.", ["Strategic Plan for Wetlands"]),
        ("Tests follow the Guidance on Soil Samples of the European Soil Agency (ESA).", ["Guidance on Soil Samples"]),
        ("The revision of the TRN-E Regulation goes on.", ["TRN-E Regulation"]),
        ("Parliament debates the Telecoms Amendment Bill.", ["Telecoms Amendment Bill"]),
    ],
)  # fmt: skip
def test_plans_and_acts_of_states_are_known_by_their_names_and_what_is_said_of_them(
    nlp: Language, text: str, laws: list[str]
) -> None:
    assert found(nlp, f"In Example Land. {text}") == {"laws": laws}


def test_own_strategies_stay_the_company_s(nlp: Language) -> None:
    assert "laws" not in found(nlp, "In 2021 we adopted our European Retail Strategy and our Group Agenda 2030.")


def test_an_act_that_brings_a_directive_into_a_country_s_law_is_another(nlp: Language) -> None:
    text = "Sites fall under the Seveso Directive (Italian Legislative Decree 999/2015)."
    assert found(nlp, text) == {"laws": ["Seveso Directive", "Legislative Decree 999/2015"]}


def test_short_forms_in_lower_case_are_the_longer_name_s(nlp: Language) -> None:
    text = "We follow the OECD Due Diligence Guidance for Garments. The OECD guidance has five steps."
    assert len({m.key for m in mentions(nlp(text), "laws")}) == 1


def test_a_document_called_by_an_act_names_the_act_too(nlp: Language) -> None:
    text = "Please see our Foreign Corrupt Practices Act Policy and our Modern Slavery Act 2015 Statement."
    kinds = found(nlp, f"In Example Land. {text}")
    assert set(kinds["laws"]) == {"Foreign Corrupt Practices Act", "Modern Slavery Act 2015"}
    assert kinds["policies"] == ["Foreign Corrupt Practices Act Policy"]


def test_how_an_exchange_wants_issuers_to_report_is_a_standard(nlp: Language) -> None:
    text = "Factors follow the Reporting Guidance on Environmental KPIs promulgated by HKEX."
    assert found(nlp, text) == {"standards": ["Reporting Guidance on Environmental KPIs"]}


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("We back the Paris Agreement of 2015.", "Paris Agreement"),
        ("We respect the ILO Declaration on fundamental principles and rights at work.", "ILO Declaration on fundamental principles and rights at work"),
    ],
)  # fmt: skip
def test_laws_have_shorter_and_longer_names(nlp: Language, text: str, alias: str) -> None:
    mention = one(nlp, "laws", text)
    assert alias in (mention.name, *mention.aliases)


@pytest.mark.parametrize(
    "text",
    [
        "Law 14,999/2031 was enacted in August and called the New Gas Law.",
        "Under Law 11.999/2029 (Gas Markets Law) prices are free.",
        "It follows the OECD Due Diligence Guidance for Responsible Supply Chains of Minerals from ConflictAffected and High-Risk"
        " Areas; the OECD Due Diligence Guidance for Responsible Mineral Supply Chains has five steps.",
    ],
)
def test_two_names_of_one_law_are_one_entry(nlp: Language, text: str) -> None:
    assert len({m.key for m in mentions(nlp(text), "laws")}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Act No. 90/2012 Coll., on Business Matters, applies.", "Act No. 90/2012 Coll., on Business Matters"),
        ("It follows the Act of 1 March 2018 on Counteracting Fraud.", "Act of 1 March 2018 on Counteracting Fraud"),
        ("Books are kept under Act C of 2000 on Accounting.", "Act C of 2000 on Accounting"),
        ("We report under CVM Instruction 586.", "CVM Instruction 586"),
        ("OSFI Guideline B-10 binds the bank.", "OSFI Guideline B-10"),
        ("National Instrument 52-110 asks for it.", "National Instrument 52-110"),
        ("Conflict minerals are reported under Rule 13p-1.", "Rule 13p-1"),
    ],
)
def test_acts_and_rules_cited_by_number_with_their_subject(nlp: Language, text: str, expected: str) -> None:
    (law,) = mentions(nlp(text), "laws")
    assert expected in (law.name, *law.aliases)


def test_laws_in_brackets_of_the_company_s_titles(nlp: Language) -> None:
    doc = nlp("We issued the Export Compliance Manual (ITAR, EAR).")
    assert [m.name for m in mentions(doc, "policies")] == ["Export Compliance Manual"]
    assert {m.name for m in mentions(doc, "laws")} == {"ITAR", "EAR"}
