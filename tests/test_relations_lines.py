"""Lines of reporting, parts and oversight in the wordings of many countries; the ends are marked in the text."""

from __future__ import annotations

import pytest
from marked import triples

REPORTS = [
    (
        "The [ESG Office] has a solid line to the {CSO} and a dotted line to the [Audit Committee].",
        {"ESG Office reportsTo CSO", "ESG Office reportsTo Audit Committee"},
    ),
    (
        "The [Compliance Department] functionally answers to the [Audit Committee] and administratively reports to the {CEO}.",
        {"Compliance Department reportsTo Audit Committee", "Compliance Department reportsTo CEO"},
    ),
    ("The {CCO} is a direct report of the {CRO}.", {"CCO reportsTo CRO"}),
    ("The {CCO}, a direct report to the {CEO}, reads every case.", {"CCO reportsTo CEO"}),
    ("The {CISO} apprises the [Audit Committee] of incidents.", {"CISO reportsTo Audit Committee"}),
    ("The [Risk Committee] accounts to the [Council] each quarter.", {"Risk Committee reportsTo Council"}),
    ("The [Ethics Committee] gives the [Board] an account of its work.", {"Ethics Committee reportsTo Board"}),
    ("The {CCO} is subordinate to the {CFO}.", {"CCO reportsTo CFO"}),
    (
        "The {CCO} reports to the [Audit Committee] twice a year, in urgent cases ad hoc to the {Chairman}.",
        {"CCO reportsTo Audit Committee", "CCO reportsTo Chairman"},
    ),
    ("The {CCO} has unrestricted access to the [Audit Committee].", {"CCO reportsTo Audit Committee"}),
    ("The [Board] is kept apprised of progress by the [ESG Committee].", {"ESG Committee reportsTo Board"}),
    ("The [Board] is provided with monthly reports by the [Audit Office].", {"Audit Office reportsTo Board"}),
    ("Each quarter, the [Board] hears from the {CRO} on new risks.", {"CRO reportsTo Board"}),
    (
        "The {CSO} attends each meeting of the [ESG Committee] and presents an update.",
        {"CSO reportsTo ESG Committee"},
    ),
    ("Results are reported to the [Board] by the [Audit Office].", {"Audit Office reportsTo Board"}),
    ("Reports are made to the [Board] by the [ESG Committee] once a year.", {"ESG Committee reportsTo Board"}),
    ("The [Ethics Committee] places its findings before the [Board].", {"Ethics Committee reportsTo Board"}),
    ("The reporting line of the {CRO} is to the {CEO}.", {"CRO reportsTo CEO"}),
    ("The {Head of Audit} reports into the {CFO}.", {"Head of Audit reportsTo CFO"}),
    (
        "The [management], including the {CEO}, reports to the [Board] every quarter.",
        {"management reportsTo Board", "CEO reportsTo Board", "management hasMember CEO"},
    ),
    (
        "The [Board] receives reports from the [Risk Office] and from the [ESG Committee] on risk.",
        {"Risk Office reportsTo Board", "ESG Committee reportsTo Board"},
    ),
    (
        "The [Climate Team] reports its progress via the [ESG Committee] to the [Board].",
        {"Climate Team reportsTo Board"},
    ),
    (
        "The [Audit Committee] and the [Risk Committee] meet every quarter. Both inform the plenary of the [Board].",
        {"Audit Committee reportsTo Board", "Risk Committee reportsTo Board"},
    ),
    (
        "The [ESG Committee] meets twice a year. Its findings are submitted to the [Board] every June.",
        {"ESG Committee reportsTo Board"},
    ),
    (
        "The [Climate Team] is supervised by the [ESG Committee], to which it gives a briefing every May.",
        {"Climate Team reportsTo ESG Committee", "ESG Committee oversees Climate Team"},
    ),
    ("Complaints go to the {CQO}, to whom the {safety managers} report.", {"safety managers reportsTo CQO"}),
    (
        "The [Risk Committee] looks at risks once a year, after which a report is made to the [Board].",
        {"Risk Committee reportsTo Board"},
    ),
]

PARTS = [
    (
        "The [ESG Office], a standing unit set within the [Legal Department], meets often.",
        {"ESG Office subUnitOf Legal Department"},
    ),
    (
        "The [Trade Office], an organ of the [Legal Department], screens exports.",
        {"Trade Office subUnitOf Legal Department"},
    ),
    ("The [Energy Office] operates within the [Legal Department].", {"Energy Office subUnitOf Legal Department"}),
    ("The [Safety Department] houses the [Rescue Team].", {"Rescue Team subUnitOf Safety Department"}),
    ("The [Climate Committee] derives its authority from the [Board].", {"Climate Committee subUnitOf Board"}),
    (
        "The [ESG Team], which she runs, hosts two working groups: the [Climate Group] and the [Nature Group].",
        {"Climate Group subUnitOf ESG Team", "Nature Group subUnitOf ESG Team"},
    ),
    (
        "The [Safety Department] works day and night. Inside it sits the [Fire Office], which inspects sites.",
        {"Fire Office subUnitOf Safety Department"},
    ),
    (
        "The [Safety Committee] is the top body for safety; under it a [Site Committee] works at each plant.",
        {"Site Committee subUnitOf Safety Committee"},
    ),
    (
        "The [Council] deliberates on matters. Three entities are positioned directly beneath it: the [ESG Committee], the [Risk Committee], and the [Deal Committee].",
        {"ESG Committee subUnitOf Council", "Risk Committee subUnitOf Council", "Deal Committee subUnitOf Council"},
    ),
    (
        "The [ESG Committee] meets monthly. Its subordinate organizations are the [Climate Group] and the [People Group].",
        {"Climate Group subUnitOf ESG Committee", "People Group subUnitOf ESG Committee"},
    ),
    (
        "The [Audit Committee], the [Pay Committee] and the [Risk Committee] meet quarterly. All three were set up by the [Board].",
        {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    (
        "The [Board] has three standing committees, viz. the [Audit Committee], the [Pay Committee] and the [Risk Committee].",
        {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    ("The [Board] has in place an [ESG Committee].", {"ESG Committee subUnitOf Board"}),
]

OVERSIGHT = [
    (
        "The [Executive Board] manages the company and the [Supervisory Board] advises and monitors it.",
        {"Supervisory Board oversees Executive Board"},
    ),
    ("The [Board] supervises the execution of duties by the [management].", {"Board oversees management"}),
    ("Oversight of the [ESG Office] is exercised by the [ESG Committee].", {"ESG Committee oversees ESG Office"}),
    (
        "The [Executive Committee] provides guidance to the [Climate Team].",
        {"Executive Committee oversees Climate Team"},
    ),
    ("The [Audit Committee] holds the [management] to account.", {"Audit Committee oversees management"}),
    ("Supervised by the [ESG Committee], the [ESG Office] writes the report.", {"ESG Committee oversees ESG Office"}),
    (
        "The {CCO} is supervised by and reports to the [Audit Committee].",
        {"Audit Committee oversees CCO", "CCO reportsTo Audit Committee"},
    ),
]

NOTHING = [
    "The [ESG Committee] gives input to the [Board].",
    "Neither of them: the [Audit Committee] meets. Both employees inform the [Board] of nothing.",
    "The [Climate Team] is not subordinate to the [Board].",
]


@pytest.mark.parametrize(("marked", "expected"), [*REPORTS, *PARTS, *OVERSIGHT])
def test_line_is_stated(marked: str, expected: set[str]) -> None:
    assert triples(marked) == expected


@pytest.mark.parametrize("marked", NOTHING)
def test_nothing_is_stated(marked: str) -> None:
    assert triples(marked) == set()
