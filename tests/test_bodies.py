"""Which of the bodies that a text names are the company's governance bodies."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from esggraph.extraction import pipeline  # noqa: F401  (registers the factories)
from esggraph.extraction.bodies.unnamed_units import find_labelled
from esggraph.extraction.mentions import Mention, mentions


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    for name in ("esg_sentences", "esg_bodies"):
        nlp.add_pipe(name)
    return nlp


def found(nlp: Language, text: str) -> list[Mention]:
    return [m for m in mentions(nlp(text), "bodies") if not m.anaphor]


def names(nlp: Language, text: str) -> list[str]:
    return list(dict.fromkeys(m.name for m in found(nlp, text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Company has established an Anti-Fraud Committee.", ["Anti-Fraud Committee"]),
        ("We have set up a safety review task force to check our sites.", ["safety review task force"]),
        ("The Legal Department is responsible for compliance reviews.", ["Legal Department"]),
        ("Our data governance unit monitors data protection.", ["data governance unit"]),
        ("The Example Working Group consists of the Finance Department and the Brand Department.",
         ["Example Working Group", "Finance Department", "Brand Department"]),
        ("Internal Audit reports directly to the Audit Committee.", ["Internal Audit", "Audit Committee"]),
        ("The risk team reports to the CEO’s Office.", ["risk team", "CEO’s Office"]),
        ("The Audit Committee Office is responsible for the minutes.", ["Audit Committee Office"]),
        ("We created a separate team to manage cyber risks.", ["separate team to manage cyber risks"]),
        ("Functional departments, such as Safety Supervision, Human Resources, and Legal are responsible for it.",
         ["Safety Supervision Department", "Human Resources Department", "Legal Department"]),
        ("The task force involves several departments, including Sustainability.", ["Sustainability Department"]),
        ("We worked with many functions, such as Legal and Procurement.", ["Legal Function", "Procurement Function"]),
        ("We have offices in many regions, with departments including Shanghai and London.", []),
        ("The three groups (green operation, low-carbon products, and training) carry out the plan.",
         ["green operation group", "low-carbon products group", "training group"]),
        ("On the first line of defence, business units manage risks.", ["business units"]),
        ("Our Sustainable Finance Group oversees green bonds, and the Group pays.", ["Sustainable Finance Group"]),
        ("We have an organizational unit dedicated to EHS management.",
         ["organizational unit dedicated to EHS management"]),
        ("In 2020 the Company established an independent team specializing in sustainable packaging.",
         ["independent team specializing in sustainable packaging"]),
        ("We have a dedicated team of cyber security professionals.",
         ["dedicated team of cyber security professionals"]),
        ("Gifts are reported to the local compliance team.", ["local compliance team"]),
        ("The Supply Chain Management unit defines the rules.", ["Supply Chain Management unit"]),
        ("Results are shared with the Group Safety and Wellbeing team.", ["Group Safety and Wellbeing team"]),
        ("The CEO Office deals with strategy.", ["CEO Office"]),
        ("The Chief Executive and Executive Committee are accountable.", ["Executive Committee"]),
        ("Our internal audit team monitors risks.", ["internal audit team"]),
        ("Cases go to the Ethics Committee; Procurement, Legal and Corporate Security have a seat.",
         ["Ethics Committee", "Procurement", "Legal", "Corporate Security"]),
        ("The Chief Ethics Officer chairs the Ethics Committee, in which sit Legal, Internal Audit and Human Resources.",
         ["Ethics Committee", "Legal", "Internal Audit", "Human Resources"]),
        ("An ESG Working Group (Finance, Legal and Internal Audit) checks the figures.",
         ["ESG Working Group", "Finance", "Legal", "Internal Audit"]),
        ("Our Ethics Working Group brings together the Legal, Shipping and People teams.",
         ["Ethics Working Group", "Legal team", "Shipping team", "People team"]),
        ("Corporate EHS is a global function headed by a Vice President.", ["Corporate EHS"]),
        ("Responsible Buying, part of the Procurement Department, runs the programme.",
         ["Responsible Buying", "Procurement Department"]),
        ("Twenty executives in charge of Procurement, HR, Legal, Sales and Plants take part.", []),
        ("The BOD Office assists the directors.", ["BOD Office"]),
        ("The SHE Committee meets quarterly.", ["SHE Committee"]),
        ("The Chief Risk Office monitors compliance.", ["Chief Risk Office"]),
        ("We set up a team of employees dedicated to information security.",
         ["team of employees dedicated to information security"]),
        ("We formed a special working group to analyse various climate scenarios.",
         ["special working group to analyse various climate scenarios"]),
        ("We maintain an area dedicated to information security.", ["area dedicated to information security"]),
        ("We have an organizational unit dedicated to managing the work environment.",
         ["organizational unit dedicated to managing the work environment"]),
        ("We established a leading team for pandemic prevention.", ["leading team for pandemic prevention"]),
        ("There are Accident Prevention Committees (APCs) at all of our sites.", ["Accident Prevention Committees"]),
        ("The plan was approved at the 1st Climate Committee.", ["Climate Committee"]),
        ("VCU: Vehicle Control Unit, ACU: Airbag Control Unit are controlled.", []),
        ("Former) Head of the Fair Practices Committee of another company.", []),
        ("The Category Gender Audit Committee is chaired by a director.", []),
        ("Structure\nLegal Centre\nHR Centre\nMarketing Centre\nBrand Centre\nRisk Control Centre",
         ["Legal Centre", "HR Centre", "Marketing Centre", "Brand Centre", "Risk Control Centre"]),
        ("Places\nOslo Office\nRome Office\nBerlin Office\nMarketing Centre\nBrand Centre", []),
        ("We negotiate with trade unions. Trade union rights are guaranteed.", []),
        ("Leaders stand behind it across these functions: Communications, Facilities, global Security, and Operations.",
         ["Communications", "Facilities", "global Security", "Operations"]),
        ("We set up a privacy management team, which monitors data use.", ["privacy management team"]),
        ("The crisis management team reports to the management team.", ["crisis management team", "management team"]),
        ("It is the role of the corporate responsibility committee, a committee of the board.",
         ["corporate responsibility committee", "Board"]),
        ("We set up an employee relations committee.", ["employee relations committee"]),
        ("The Human Rights Commission was divided into two subcommittees.", ["Human Rights Commission"]),
        ("The Antitrust Office of our Legal Department monitors compliance.", ["Antitrust Office", "Legal Department"]),
        ("The Board has four standing committees: Audit; Pay & People; Finance; and Climate.",
         ["Board", "Audit committee", "Pay & People committee", "Finance committee", "Climate committee"]),
        ("The Board has three standing committees, each with a charter: Audit, Pay and Climate.",
         ["Board", "Audit committee", "Pay committee", "Climate committee"]),
        ("We have four new groups: Printing, Imaging, Medical, and Industrial.", []),
        ("We formed a dedicated working group to manage AI safety and issued rules.",
         ["dedicated working group to manage AI safety"]),
        ("Staff can raise concerns to their manager, Human Resources or Sales.", ["Human Resources"]),
        ("The Executive Office met, and breaches are reported to the Supervisory Body.",
         ["Executive Office", "Supervisory Body"]),
        ("The Committee on Social Matters was established in 1990.", ["Committee on Social Matters"]),
        ("The Board oversees risks, while management is responsible for controls.", ["Board", "management"]),
        ("Employees are represented by the labour union of the Company.", ["labour union"]),
    ],
)  # fmt: skip
def test_a_body_of_the_company_counts(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We are a member of the Technical Committee of the National Standards Institute.",
        "The European Commission and the Financial Stability Board published guidance.",
        "The IFRS Foundation hosts the International Sustainability Standards Board.",
        "The programme was organised by the Quality Council of the Industry Association.",
        "Example is a member of the Transparency in Sample Chains Advisory Group, which meets.",
        "The Center for Process Safety is responsible for research on safety.",
        "The city asked the Sample City Council.",
        "two groups (those who had no contact with the projects at all, and others)",
        "Trials are approved by an Institutional Review Board.",
        "We take part in the Sample Council on the Protection of Users.",
        "The Sales Department held a party.",
        "Visit our regional office.",
        "The working groups met.",
        "The advanced Board Secretary award was given.",
        "Our data centres save energy.",
    ],
)
def test_what_is_no_body_of_the_company_does_not_count(nlp: Language, text: str) -> None:
    assert names(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Board of Directors, BoD, the Board and our Board", "board"),
        (
            "2021 annual meeting of shareholders, annual general meeting, General Meeting of Shareholders, AGM, shareholders’ meeting",
            "general-meeting",
        ),
        ("The General Assembly elects them. The Ordinary General Assembly decides.", "general-meeting"),
        ("The Managing Board decides. It is called the Board of Executive Directors.", "management-board"),
        ("The B of D set it up. It reports to the Plc Board.", "board"),
        ("Supervisory Board, Board of Statutory Auditors, Board of Supervisors", "supervisory-board"),
    ],
)
def test_every_wording_of_a_standing_body_is_one_body(nlp: Language, text: str, key: str) -> None:
    assert {m.key for m in found(nlp, text)} == {key}


def test_the_management_counts_only_with_a_part(nlp: Language) -> None:
    assert names(nlp, "We train senior management.") == []
    assert names(nlp, "The results are reported to senior management.") == ["senior management"]
    assert names(nlp, "The policy on management of water was approved.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The code was approved by Senior Management.",
        "The Board and management see the risks.",
        "The committee guides management on climate.",
        "Both management and the audited units receive it.",
        "Overall direction is determined by top management, which sets the goals.",
        "Members of the Executive Management sit on it.",
        "It gives management guidance on safety.",
        "The ELT is ultimately accountable for safety.",
        "It holds management to account.",
        "It oversees the acts of management and is independent.",
        "Three directors sit on it, and management reports to it on trends.",
        "Every member of executive management has a reporting line to the chair.",
        "Senior management runs the office for social matters.",
    ],
)
def test_the_management_has_a_part_where_it_acts_or_is_told(nlp: Language, text: str) -> None:
    assert {m.key for m in found(nlp, text)} - {"board"} == {"management"}


def test_a_full_name_and_its_short_form_are_one_body(nlp: Language) -> None:
    text = (
        "The Company set up the HSE Management Committee. The HSE Committee met twice.\n"
        "Our AI Safety Governance Committee (“AI Safety Committee”) advises. The AI Safety Committee met."
    )
    assert len({m.key for m in found(nlp, text)}) == 2


def test_a_name_printed_with_and_without_a_defined_acronym_keeps_the_acronym_as_alias(nlp: Language) -> None:
    (body,) = found(nlp, "The Example Leadership Committee (ELC) leads the company.")
    assert (body.name, body.aliases) == ("Example Leadership Committee", ("ELC",))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Audit Committee under the Board reviews risks.", "board_committee"),
        ("The Company set up an Ethics Committee.", "committee"),
        ("The Company set up a Risk Subcommittee.", "subcommittee"),
        ("The Company set up an ESG Task Force.", "working_group"),
        ("The Group Works Council negotiates for the employees.", "union"),
    ],
)
def test_the_kind_of_a_body_follows_its_head_and_who_set_it_up(nlp: Language, text: str, kind: str) -> None:
    assert kind in {m.subkind for m in found(nlp, text)}


def test_functions_that_are_represented_somewhere_count_and_places_do_not(nlp: Language) -> None:
    text = (
        "The advisory group includes experts from Finance, the Legal Affairs, Investor Relations and Human Resources."
    )
    assert names(nlp, text)[-4:] == ["Finance", "Legal Affairs", "Investor Relations", "Human Resources"]
    assert names(nlp, "We invited experts from France, Japan, Brazil and Canada.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tax TeamㅣA. SampleㅣSenior Manager", ["Tax Team"]),
        ("Sales TeamㅣA. SampleㅣSenior Manager", []),
        ("Safety Audit Team Risk Control Team\nAudit Committee", ["Safety Audit Team", "Risk Control Team", "Audit Committee"]),
        ("Four working groups - Green Sites, People, Fair Supply and Products - carry out the plan.",
         ["Green Sites working group", "People working group", "Fair Supply working group", "Products working group"]),
        ("The Example Sustainability Council is chaired by the CEO. It was the idea of the Steering Council.", ["Example Sustainability Council", "Steering Council"]),
        ("The Risk Management Council met. The RM Council is chaired by the CEO.", ["Risk Management Council", "RM Council"]),
        ("Safety and Health Committees are composed of workers.", ["Safety and Health Committees"]),
        ("The CRO-led Risk Council is responsible for limits.", ["Risk Council"]),
        ("The Ethics Bureau operates the hotline.", ["Ethics Bureau"]),
        ("Signals are collected by the Pharmacovigilance Department.", ["Pharmacovigilance Department"]),
        ("The ESG Office is a unit set within the Market Planning Department.", ["ESG Office", "Market Planning Department"]),
        ("The Discipline Inspection Commission of the Company’s Party Committee investigates.",
         ["Discipline Inspection Commission", "Party Committee"]),
        ("The Office of the Customer Advocate reviews complaints.", ["Office of the Customer Advocate"]),
        ("An Internal Committee (IC) has been set up at each location.", ["Internal Committee"]),
        ("We formed an organization dedicated to supporting compliance.", ["organization dedicated to supporting compliance"]),
        ("We run a specialized organization to comply with tax laws.", ["specialized organization to comply with tax laws"]),
        ("The Vorstand reports to the Aufsichtsrat.", ["Vorstand", "Aufsichtsrat"]),
        ("The Collegio Sindacale and the Conselho Fiscal supervise it.", ["Collegio Sindacale", "Conselho Fiscal"]),
        ("The partner joined a Law Office in 2001.", []),
    ],
)  # fmt: skip
def test_names_in_lists_labels_and_other_tongues(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The Audit Committee is chaired by a director. The Statutory Audit Committee reviews the accounts.", 1),
        ("The Outside Director Nomination Committee met. The Independent Director Candidate Recommendation Committee "
         "was set up in 2020.", 1),
        ("The Company set up an HSE Committee. The Safety, Environment and Health Committee reviews accidents.", 1),
        ("The Company set up an HSE Committee. The HSE Commission was set up under it.", 2),
        ("We set up a Labor-Management Council. The Labormanagement Council reviews complaints.", 1),
        ("We set up an Ethics Committee. The Committee on Ethics reviews complaints.", 1),
        ("The Ombudsman’s Office handles complaints. The Office of the Ombudsman handles grievances.", 1),
        ("The Internal Audit Department reviews controls. The Internal Auditing Division reviews controls.", 1),
        ("The Quality Planning Team reviews safety. The Quality Planning Division reviews safety.", 2),
        ("The Privacy Office reviews data. At two of our sites the Privacy Department took part. The Privacy Office "
         "decides.", 1),
        ("The Legal Division reviews contracts of all units. At our sites the Legal Affairs Department handles it.", 1),
        ("We have a Data Privacy Committee, which reviews data.\n\nThe CEO coordinates the Privacy Committee.", 1),
        ("We set up a Climate Transition Steering Council. It met twice this year. "
         "It is the Transition Steering Council that decides on all of our targets.", 1),
        ("The Board has a Risk Committee. The Reputational Risk Committee approves deals.", 3),
        ("The Board has a Safety Committee. The Local Safety Committee meets at each site.", 3),
        ("We set up an Ethics Council. The Temporary Ethics Council met in May.", 1),
        ("The Carbon Neutral Council meets. Later the Carbon Neutrality Council reported its results.", 1),
        ("We set up a Supply Chain Quality (SCQ) Centre for risk control. The SCQ Centre reviews suppliers.", 1),
        ("We set up an Ethics Council (now the Integrity Council). The Integrity Council decides.", 1),
        ("All members of the Audit Committee are independent of us. It is since May that the Audit and Sustainability "
         "Committee also approves the plan for the climate.", 1),
        ("We set up a subcommittee of the Disclosure Committee called the ESG Council.", 2),
        ("The Good Governance Committee of ours changed its name to the Corporate Conduct Committee.", 1),
        ("The Safety Committee was formed in 2022 out of the Works Safety and Planet Committee.", 1),
        ("The ESG Council replaces the former Climate Task Force.", 1),
        ("The Executive Board decides. The Management Board advises it.", 2),
        ("The Executive Board decides. The executive board meets.", 1),
    ],
)  # fmt: skip
def test_variants_of_one_name_are_one_body(nlp: Language, text: str, keys: int) -> None:
    assert len({m.key for m in found(nlp, text)}) == keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Board of Directors has six Statutory Advisory Committees.", ["Board of Directors"]),
        ("In 2022 numerous trade union agreements were signed.", []),
        ("Consultations with trade unions on organizational changes are reported.", []),
        ("The trade union of the Company supports its members.", ["trade union"]),
        ("Risk Indicator Name Unit of Measure is reported.", []),
        ("Foundation Activity Data Foundation Activity Data committee reviews ethics.", []),
        ("The company-wide safety council manages incidents.", ["company-wide safety council"]),
        ("The Company set up a Human Rights Commission.", ["Human Rights Commission"]),
        ("Complaints went to the Human Rights Commission.", []),
    ],
)  # fmt: skip
def test_collectives_foreign_unions_and_table_cells_do_not_count(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are four executive management areas with duties for the environment: Finance; Investor Relations; "
         "Health, Safety, and Environment; and Human Resources.",
         ["Finance", "Investor Relations", "Health, Safety, and Environment", "Human Resources"]),
        ("It works with the other departments, namely: ■ Legal, ■ Tax, ■ Risk Officer, ■ Human Resources.",
         ["Legal", "Tax", "Human Resources"]),
        ("The Sustainability, Public Affairs, and Legal Affairs areas are responsible for the antennas.",
         ["Sustainability", "Public Affairs", "Legal Affairs"]),
        ("We report on three areas: Ethics; Safety; Climate.", []),
        ("The Legal Department reviews contracts. The legal team handles complaints. It reports to Group Legal.",
         ["Legal Department", "legal team", "Group Legal"]),
    ],
)  # fmt: skip
def test_units_in_lists_of_functions_and_with_another_head(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


def test_a_unit_in_lower_case_or_without_head_is_the_one_in_title_case(nlp: Language) -> None:
    text = "The Legal Department reviews contracts. The legal team handles complaints. It reports to Group Legal."
    assert len({m.key for m in found(nlp, text)}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Social, ethics and transformation committee reviews ethics.",
         ["Social, ethics and transformation committee"]),
        ("Audit and risk committee. Remuneration and nominations committee.",
         ["Audit and risk committee", "Remuneration and nominations committee"]),
        ("The Dam safety review board advises on dams.", ["Dam safety review board"]),
        ("The Data governance forum oversees data protection.", ["Data governance forum"]),
        ("Example Holdings has a unitary board of eleven.", []),
    ],
)  # fmt: skip
def test_names_in_sentence_case(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "boards"),
    [
        ("The risk officer reports to the board.", 1),
        ("Our board approved it. The board charter is on our website.", 1),
        ("The Board approved it. Directors may sit on the board of others.", 1),
        ("The supervisory board meets. The board reports to it.", 0),
    ],
)
def test_the_board_in_lower_case_counts_where_it_is_never_printed_with_a_capital(
    nlp: Language, text: str, boards: int
) -> None:
    assert sum(m.key == "board" for m in found(nlp, text)) == boards


def test_a_clipped_short_form_means_its_body(nlp: Language) -> None:
    text = "The executive committee (Exco) monitors risks. The officer reports to Exco."
    assert [m.key for m in mentions(nlp(text), "bodies")] == ["executive committee"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Audit Committee and the Legal Team meet each month.", ["Audit Committee", "Legal Team"]),
        ("Contracts are read by the Legal Team.\nThe Audit Committee reviews them.", ["Legal Team", "Audit Committee"]),
        ("The Board and the Audit Committee hear about the plan of the internal audit department.",
         ["Board", "Audit Committee", "internal audit department"]),
        ("The Audit Committee thanked the Head of the Legal Team.", ["Audit Committee"]),
        ("The Board and the Audit Committee have a monitoring function.", ["Board", "Audit Committee"]),
        ("The Risk Function and the Compliance Function make up the second line of defence.",
         ["Risk Function", "Compliance Function"]),
        ("The IT Security Board decides, and the Chief Risk Officer's team helps.", ["IT Security Board"]),
        ("A Human Rights Council meets monthly. The World Human Rights Council advised it.", ["Human Rights Council"]),
        ("Staff sit on the Joint Consultative Committee.", ["Joint Consultative Committee"]),
        ("Employees like the Legal Team.", []),
        ("Local Ethics Committees exist in 58 markets.", ["Local Ethics Committees"]),
        ("Plant Safety Committees feed into it.", ["Plant Safety Committees"]),
        ("The Conduct and Compliance Group deals with money laundering.", ["Conduct and Compliance Group"]),
        ("ESG team ...... runs reporting\nOwners ...... buyers", ["ESG team"]),
        ("Risk Management Division. Has charge of fraud.", ["Risk Management Division"]),
        ("Sustainability Advisory Panel – experts who advise us", ["Sustainability Advisory Panel"]),
        ("The officer runs the Incident Response Team.", ["Incident Response Team"]),
        ("She sits on the Apex Compliance Committee.", ["Apex Compliance Committee"]),
        ("Site Risk Committees at Northtown and Eastham report monthly.",
         ["Site Risk Committee at Northtown", "Site Risk Committee at Eastham"]),
        ("The Ministry met the Legal Team of others.", []),
        ("The Ethics Function, with the counsel over it, gives training.", ["Ethics Function"]),
        ("Local Ethics Committees, set apart by law, read all cases.", ["Local Ethics Committees"]),
        ("The Purchasing Department became its secretary.", ["Purchasing Department"]),
        ("It is supported by the Sustainability Council.", ["Sustainability Council"]),
        ("Committees formed by the Supervisory Board: Audit Committee, Standing Committee.",
         ["Supervisory Board", "Audit Committee", "Standing Committee"]),
        ("A BCM steering committee of four executives meets.", ["BCM steering committee"]),
        ("The recall management office works under the Quality Department.",
         ["recall management office", "Quality Department"]),
        ("The Board set up a project team to fetch the vaccine.", ["Board"]),
        ("Our Law & Policy teams provide updates to the Audit Committee.", ["Law & Policy teams", "Audit Committee"]),
        ("It names the Purchasing Department, the Legal Department and the Spare Parts Centre.",
         ["Purchasing Department", "Legal Department", "Spare Parts Centre"]),
        ("It has coordinators from Human Resources, Procurement and Legal Affairs.",
         ["Human Resources", "Procurement", "Legal Affairs"]),
        ("The Sustainability¹ Committee and the Remuneration Committee2 meet.",
         ["Sustainability Committee", "Remuneration Committee"]),
        ("The OHS Committee is made up of the unions and management.", ["OHS Committee", "management"]),
        ("The CSR Promotion Team in the Corporate Planning Division is its secretary.",
         ["CSR Promotion Team", "Corporate Planning Division"]),
        ("Experts advise the Board and the Example Management Team (EMT).", ["Board", "Example Management Team"]),
        ("In February 2023: the Legal Department was set up.", ["Legal Department"]),
        ("It is a team in which the retail division, the car division and the common functions are represented.",
         ["retail division", "car division", "common functions"]),
        ("The Council for Health and Safety at Work is appointed by law.", ["Council for Health and Safety at Work"]),
        ("It has the group risk oversight committee (GROC), led by an officer.", ["group risk oversight committee"]),
        ("Focus teams: Water · Waste · Supply Chain", ["Water focus team", "Waste focus team", "Supply Chain focus team"]),
        ("The group draws people from Supply Chain, Legal, Tax and Human Resources.",
         ["Supply Chain", "Legal", "Tax", "Human Resources"]),
        ("The Executive Team reviews risks, and the Board of Officers decides.", ["Executive Team", "Board of Officers"]),
        ("Secretary: the Board of Directors Office, which reports to the Board.",
         ["Board of Directors Office", "Board"]),
        ("STANDING TEAM FOR SUSTAINABLE DEVELOPMENT\nThe Board leads it.",
         ["STANDING TEAM FOR SUSTAINABLE DEVELOPMENT", "Board"]),
        ("The Sample Club has a Legal Team policy; the Audit Committee reads it.", ["Audit Committee"]),
    ],
)  # fmt: skip
def test_a_unit_counts_among_bodies_that_are_certain(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four working groups support it: Strategy, Environment, People and Disclosure.",
         ["Strategy working group", "Environment working group", "People working group", "Disclosure working group"]),
        ("Three ESG Sub-Committees, Planet, People and Community, make strategies.",
         ["Planet ESG Sub-Committee", "People ESG Sub-Committee", "Community ESG Sub-Committee"]),
        ("Two teams work under it: “water safety” and “climate.”", ["water safety team", "climate team"]),
        ("Three units watch over it: the Audit Division, the Legal Division and the Quality Assurance Section.",
         ["Audit Division", "Legal Division", "Quality Assurance Section"]),
        ("It has two working groups: the climate working group and the water working group.",
         ["climate working group", "water working group"]),
        ("It has three business units: retail, wholesale and logistics.", []),
        ("Four workgroups help: Planet and People.", []),
    ],
)  # fmt: skip
def test_a_counted_list_names_its_units(nlp: Language, text: str, expected: list[str]) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Board Risk and People Committee reports to the Board.", ["Board Risk and People Committee", "Board"]),
        ("The Board and Risk Committee meet.", ["Board", "Risk Committee"]),
        ("The Corporate Management Team monitors progress.", ["Corporate Management Team"]),
        ("The Brand Management Team designs shops.", []),
        ("The Executive Management Team (EMT) decides.", ["Executive Management Team"]),
        ("The Sustainability Network coordinates local steps.", ["Sustainability Network"]),
        ("The Women’s Network met in May.", []),
    ],
)
def test_boards_beside_committees_teams_that_run_the_company_and_networks(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Climate Committee may pass duties on to the Climate Executive Committee.",
         ["climate committee", "climate executive committee"]),
        ("The Climate Executive Committee meets monthly. The Climate Committee reports to the Board.",
         ["climate executive committee", "board"]),
        ("Our top body is the ESG Committee (also called the Climate Council). It meets monthly.", ["esg committee"]),
        ("The Ethics Committee, formerly the Conduct Committee, reviews cases.", ["ethics committee"]),
        ("The Risk Committee was renamed in 2020 as the Audit and Risk Committee.", ["risk committee"]),
        ("Write to the Ethics Committee or the Risk Committee.", ["ethics committee", "risk committee"]),
        ("The Group ExCo approves the plan. The Executive Committee meets monthly.", ["executive committee"]),
        ("The Example Committee (ExCo) approves the plan. The ExCo meets.", ["example committee"]),
        ("A Sample, who sits on the Executive Committee, is in charge.", ["executive committee"]),
    ],
)  # fmt: skip
def test_names_in_one_sentence_are_two_bodies_and_clipped_ones_mean_what_they_always_mean(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert list(dict.fromkeys(m.key for m in found(nlp, text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was audited with Group Internal Audit, as each year.", ["Group Internal Audit"]),
        ("Corporate Audit, working on behalf of the owners, looks at it.", ["Corporate Audit"]),
        (
            "The plan was set by Group Compliance, Group HR and Group Procurement.",
            ["Group Compliance", "Group HR", "Group Procurement"],
        ),
        ("We read about Group Strategy.", []),
        ("Its members come from Procurement, Finance and Legal.", ["Procurement", "Finance", "Legal"]),
    ],
)
def test_functions_of_a_group_and_functions_whose_people_are_members(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert names(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GEC sub-committees: Safety, Health and Environment · Risk · Tax",
         ["Safety, Health and Environment sub-committee", "Risk sub-committee", "Tax sub-committee"]),
        ("Sub-committees: Site Risks; Contractor Safety; Training & Talks",
         ["Site Risks sub-committee", "Contractor Safety sub-committee", "Training & Talks sub-committee"]),
        ("Focus teams: Water | Waste | Supply Chain", ["Water focus team", "Waste focus team", "Supply Chain focus team"]),
    ],
)  # fmt: skip
def test_a_label_for_several_teams_names_each(text: str, expected: list[str]) -> None:
    assert [name.name for name in find_labelled(text)] == expected
