"""The many wordings by which companies of different countries state one and the same relation."""

from __future__ import annotations

import pytest
from marked import triples

UNITS = [
    (
        "Four committees have been established by the [Board]: the [Audit Committee], the [Risk Committee], the [Pay Committee] and the [ESG Committee].",
        {
            "Audit Committee subUnitOf Board",
            "ESG Committee subUnitOf Board",
            "Pay Committee subUnitOf Board",
            "Risk Committee subUnitOf Board",
        },
    ),
    ("The [ESG Office] has been placed under the [Legal Department].", {"ESG Office subUnitOf Legal Department"}),
    ("The [Ethics Office] stands under the [Board].", {"Ethics Office subUnitOf Board"}),
    ("The [Ethics Office] sits under the [Legal Department].", {"Ethics Office subUnitOf Legal Department"}),
    (
        "The [Ethics Office], which is part of the [Legal Department], handles complaints.",
        {"Ethics Office subUnitOf Legal Department"},
    ),
    ("The [Management Committee] is appointed by the [Board].", {"Management Committee subUnitOf Board"}),
    (
        "The establishment of the [ESG Committee] under the [Board] was approved in May.",
        {"ESG Committee subUnitOf Board"},
    ),
    (
        "Both teams of the [Internal Audit Department], the [IT Audit Team] and the [Process Audit Team], follow the plan.",
        {"IT Audit Team subUnitOf Internal Audit Department", "Process Audit Team subUnitOf Internal Audit Department"},
    ),
    ("The [ESG Committee] falls under the responsibility of the [Board].", {"ESG Committee subUnitOf Board"}),
    ("The [Climate Team] is housed in the [Finance Department].", {"Climate Team subUnitOf Finance Department"}),
    ("The [Climate Team] is located within the [Finance Department].", {"Climate Team subUnitOf Finance Department"}),
    ("The [Climate Team] is a unit of the [Finance Department].", {"Climate Team subUnitOf Finance Department"}),
    ("The [Climate Team] is assigned to the [Finance Department].", {"Climate Team subUnitOf Finance Department"}),
    (
        "The [Climate Team] is organisationally assigned to the [Finance Department].",
        {"Climate Team subUnitOf Finance Department"},
    ),
    ("The [Climate Team] is directly subordinate to the [Board].", {"Climate Team subUnitOf Board"}),
    ("The [Climate Team], a sub-group of the [ESG Committee], meets weekly.", {"Climate Team subUnitOf ESG Committee"}),
    ("The [Climate Team] operates under the [ESG Committee].", {"Climate Team subUnitOf ESG Committee"}),
    ("The [Climate Team] works under the [ESG Committee].", {"Climate Team subUnitOf ESG Committee"}),
    ("The [Climate Team] comes under the [ESG Committee].", {"Climate Team subUnitOf ESG Committee"}),
    ("The [Climate Team] constitutes part of the [ESG Committee].", {"Climate Team subUnitOf ESG Committee"}),
    (
        "The [Board] has four standing committees: [Audit Committee], [Risk Committee], [Pay Committee] and [ESG Committee].",
        {
            "Audit Committee subUnitOf Board",
            "ESG Committee subUnitOf Board",
            "Pay Committee subUnitOf Board",
            "Risk Committee subUnitOf Board",
        },
    ),
    (
        "The [Board] is assisted by three committees, the [Audit Committee], the [Risk Committee] and the [Pay Committee].",
        {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    (
        "Three committees assist the [Board] in its work: the [Audit Committee], the [Risk Committee] and the [Pay Committee].",
        {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    (
        "There are three committees under the [Board], i.e. the [Audit Committee], [Risk Committee] and [Pay Committee].",
        {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    ("The [Board] set up an [ESG Committee] in 2020.", {"ESG Committee subUnitOf Board"}),
    ("In 2020, an [ESG Committee] was set up by the [Board].", {"ESG Committee subUnitOf Board"}),
    ("The [Board] resolved to establish the [ESG Committee].", {"ESG Committee subUnitOf Board"}),
    ("The [Board] decided on the establishment of the [ESG Committee].", {"ESG Committee subUnitOf Board"}),
    ("The [Board] has appointed an [ESG Committee] from among its members.", {"ESG Committee subUnitOf Board"}),
    (
        "The [Board] has an [Audit Committee] and a [Risk Committee].",
        {"Audit Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    ("The [Board] maintains an [Audit Committee].", {"Audit Committee subUnitOf Board"}),
    (
        "The [Audit Committee] and the [Risk Committee] are committees of the [Board].",
        {"Audit Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    (
        "The [ESG Committee] has two working groups: the [Climate Working Group] and the [Social Working Group].",
        {"Climate Working Group subUnitOf ESG Committee", "Social Working Group subUnitOf ESG Committee"},
    ),
    (
        "The [ESG Committee] has the [Climate Working Group] and the [Social Working Group] under it.",
        {"Climate Working Group subUnitOf ESG Committee", "Social Working Group subUnitOf ESG Committee"},
    ),
    (
        "Subordinate to the [ESG Committee] are the [Climate Working Group] and the [Social Working Group].",
        {"Climate Working Group subUnitOf ESG Committee", "Social Working Group subUnitOf ESG Committee"},
    ),
    (
        "Under the [ESG Committee] there is the [Climate Working Group].",
        {"Climate Working Group subUnitOf ESG Committee"},
    ),
    (
        "Below the [ESG Committee], the [Climate Working Group] has been formed.",
        {"Climate Working Group subUnitOf ESG Committee"},
    ),
    (
        "The [ESG Committee] is divided into the [Climate Subcommittee] and the [Social Subcommittee].",
        {"Climate Subcommittee subUnitOf ESG Committee", "Social Subcommittee subUnitOf ESG Committee"},
    ),
    (
        "As part of the [Legal Department], the [Compliance Office] runs the hotline.",
        {"Compliance Office subUnitOf Legal Department"},
    ),
    ("The [Compliance Office] forms part of the [Legal Department].", {"Compliance Office subUnitOf Legal Department"}),
    (
        "The [Compliance Office] is one of the units of the [Legal Department].",
        {"Compliance Office subUnitOf Legal Department"},
    ),
    (
        "The [Compliance Office] is directly under the [Legal Department].",
        {"Compliance Office subUnitOf Legal Department"},
    ),
    ("The [Compliance Office] is under the [Legal Department].", {"Compliance Office subUnitOf Legal Department"}),
    ("The [ESG Committee], an advisory body to the [Board], meets monthly.", {"ESG Committee subUnitOf Board"}),
    ("The [ESG Committee] is an advisory body of the [Board].", {"ESG Committee subUnitOf Board"}),
    (
        "The [ESG Leading Group] is set up under the [Board], with the [ESG Office] under it.",
        {"ESG Leading Group subUnitOf Board", "ESG Office subUnitOf ESG Leading Group"},
    ),
    ("The [ESG Leading Group] has set up the [ESG Office] for daily work.", {"ESG Office subUnitOf ESG Leading Group"}),
    (
        "The [Board] has five committees to assist it: the [Audit Committee], the [Risk Committee], the [Pay Committee], the [ESG Committee] and the [Nomination Committee].",
        {
            "Audit Committee subUnitOf Board",
            "ESG Committee subUnitOf Board",
            "Nomination Committee subUnitOf Board",
            "Pay Committee subUnitOf Board",
            "Risk Committee subUnitOf Board",
        },
    ),
    (
        "The [Board] is advised by the [Risk Committee], the [Audit Committee] and the [Pay Committee], which are committees of the [Board].",
        {"Audit Committee subUnitOf Board", "Pay Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    ("The [Audit Committee] is linked to the [Board].", {"Audit Committee subUnitOf Board"}),
    (
        "The [Board] approved the establishment of an [ESG Committee] under the [Governance Committee].",
        {"ESG Committee subUnitOf Governance Committee"},
    ),
]

REPORTS = [
    ("The [ESG Office] reports twice a year to the [Board].", {"ESG Office reportsTo Board"}),
    ("The [ESG Office] reports in writing to the [Board].", {"ESG Office reportsTo Board"}),
    ("The [ESG Office] reports on its work to the [Board].", {"ESG Office reportsTo Board"}),
    ("The [Board] is kept informed by the [ESG Office].", {"ESG Office reportsTo Board"}),
    ("The [Board] receives the minutes of the [ESG Committee].", {"ESG Committee reportsTo Board"}),
    (
        "The [Safety Council] meets every quarter and submits its findings to the [Board].",
        {"Safety Council reportsTo Board"},
    ),
    (
        "The [Compliance Office], which reports on a quarterly basis to the [Board], runs the hotline.",
        {"Compliance Office reportsTo Board"},
    ),
    ("The [Compliance Office] gives the [Board] an update every quarter.", {"Compliance Office reportsTo Board"}),
    ("The [Compliance Office] gives an account of its work to the [Board].", {"Compliance Office reportsTo Board"}),
    ("The [Compliance Office] presents an annual report to the [Board].", {"Compliance Office reportsTo Board"}),
    ("The [Compliance Office] regularly informs the [Board] of its findings.", {"Compliance Office reportsTo Board"}),
    ("The [Compliance Office] keeps the [Board] up to date.", {"Compliance Office reportsTo Board"}),
    ("The [Compliance Office] keeps the [Board] abreast of developments.", {"Compliance Office reportsTo Board"}),
    (
        "The [Compliance Office] communicates the results of its checks to the [Board].",
        {"Compliance Office reportsTo Board"},
    ),
    (
        "The [Compliance Office] submits its annual plan and results to the [Board] for approval.",
        {"Compliance Office reportsTo Board"},
    ),
    ("The [Compliance Office] makes regular reports to the [Board].", {"Compliance Office reportsTo Board"}),
    ("The [Compliance Office] brings matters to the attention of the [Board].", {"Compliance Office reportsTo Board"}),
    ("Matters discussed by the [ESG Committee] are reported to the [Board].", {"ESG Committee reportsTo Board"}),
    ("The deliberations of the [ESG Committee] are reported to the [Board].", {"ESG Committee reportsTo Board"}),
    (
        "The results of the [ESG Committee]'s discussions are submitted to the [Board].",
        {"ESG Committee reportsTo Board"},
    ),
    (
        "Through regular reports from the [ESG Committee], the [Board] monitors progress.",
        {"ESG Committee reportsTo Board"},
    ),
    (
        "The [Board] receives reports on climate matters from the [ESG Committee] twice a year.",
        {"ESG Committee reportsTo Board"},
    ),
    ("The [Board] is regularly briefed on progress by the [ESG Committee].", {"ESG Committee reportsTo Board"}),
    ("The [Board] is updated quarterly on cyber risk by the {CISO}.", {"CISO reportsTo Board"}),
    (
        "The {CISO} reports directly to the {CEO} and indirectly to the [Board].",
        {"CISO reportsTo Board", "CISO reportsTo CEO"},
    ),
    ("The {CISO} has a dotted line to the [Audit Committee].", {"CISO reportsTo Audit Committee"}),
    (
        "The {CISO} reports functionally to the [Audit Committee] and administratively to the {CFO}.",
        {"CISO reportsTo Audit Committee", "CISO reportsTo CFO"},
    ),
    (
        "The [Internal Audit Department] functionally reports to the [Audit Committee].",
        {"Internal Audit Department reportsTo Audit Committee"},
    ),
    (
        "The [Internal Audit Department] is answerable to the [Audit Committee].",
        {"Internal Audit Department reportsTo Audit Committee"},
    ),
    ("The [ESG Committee] is accountable for the strategy to the [Board].", {"ESG Committee reportsTo Board"}),
    (
        "The [Executive Board] reports to the [Supervisory Board] regularly, promptly and comprehensively.",
        {"Executive Board reportsTo Supervisory Board"},
    ),
    (
        "The [Supervisory Board] is informed regularly, promptly and comprehensively by the [Executive Board] about strategy.",
        {"Executive Board reportsTo Supervisory Board"},
    ),
    (
        "The [ESG Committee] deliberates on policies and reports the results to the [Board].",
        {"ESG Committee reportsTo Board"},
    ),
    (
        "The status of activities is reported regularly by the [ESG Office] to the [Board].",
        {"ESG Office reportsTo Board"},
    ),
    (
        "The [ESG Office] carries out daily work and is responsible to the [ESG Committee].",
        {"ESG Office reportsTo ESG Committee"},
    ),
    ("The [ESG Office] is responsible to and reports to the [Board].", {"ESG Office reportsTo Board"}),
]

OVERSIGHT = [
    (
        "Under the leadership of the [Board], the [ESG Committee] and the [ESG Office] carry the strategy forward.",
        {"Board oversees ESG Committee", "Board oversees ESG Office"},
    ),
    (
        "The [Risk Committee] appoints the [Risk Department] to carry out checks.",
        {"Risk Committee oversees Risk Department"},
    ),
    ("The [Risk Committee] appoints the [Risk Department].", {"Risk Committee oversees Risk Department"}),
    (
        "We created the [Fraud Committee] as our highest decision-making body against fraud. The [HR Department], [Legal Department] and [Audit Department] bear responsibility for the daily tasks.",
        {
            "Fraud Committee oversees Audit Department",
            "Fraud Committee oversees HR Department",
            "Fraud Committee oversees Legal Department",
        },
    ),
    (
        "The [Compliance Office] is under the direct control of the {President}.",
        {"President oversees Compliance Office"},
    ),
    (
        "The [Supervisory Board] advises and monitors the [Executive Board].",
        {"Supervisory Board oversees Executive Board"},
    ),
    (
        "The [Supervisory Board] appoints, monitors and advises the [Executive Board].",
        {"Supervisory Board oversees Executive Board"},
    ),
    ("The [Board] exercises oversight of the [Management Team].", {"Board oversees Management Team"}),
    ("The [Board] has oversight of the [ESG Committee].", {"Board oversees ESG Committee"}),
    ("The [Board] has ultimate oversight over the [ESG Committee].", {"Board oversees ESG Committee"}),
    ("The [ESG Committee] is subject to the supervision of the [Board].", {"Board oversees ESG Committee"}),
    ("The [ESG Committee] is supervised and directed by the [Board].", {"Board oversees ESG Committee"}),
    ("The [ESG Committee] works under the supervision of the [Board].", {"Board oversees ESG Committee"}),
    ("The [ESG Committee] directs and supervises the work of the [ESG Office].", {"ESG Committee oversees ESG Office"}),
    ("The [ESG Office] is guided by the [ESG Committee].", {"ESG Committee oversees ESG Office"}),
    (
        "The [ESG Office] executes the tasks under the guidance of the [ESG Committee].",
        {"ESG Committee oversees ESG Office"},
    ),
    ("The [ESG Committee] authorises the [ESG Office] to collect data.", {"ESG Committee oversees ESG Office"}),
    (
        "The [ESG Committee] is overseen by the {Head of Sustainability}.",
        {"Head of Sustainability oversees ESG Committee"},
    ),
]

LEADERS = [
    ("The [Risk Committee] is chaired by the {President} of the Company.", {"Risk Committee ledBy President"}),
    (
        "The [Example Committee] (ExCom) – chaired by the {Managing Director} – has full accountability to the [Board].",
        {"Example Committee ledBy Managing Director", "Example Committee reportsTo Board"},
    ),
    ("The [ESG Committee] meets monthly. It is headed by the {CEO}.", {"ESG Committee ledBy CEO"}),
    (
        "The [Audit Committee] met twice. The chairman of this [Committee=Audit Committee] is an {independent director}.",
        {"Audit Committee ledBy independent director"},
    ),
    ("The [ESG Committee] is headed by the {CEO} of the company.", {"ESG Committee ledBy CEO"}),
    ("The [ESG Committee] is presided over by the {CEO}.", {"ESG Committee ledBy CEO"}),
    ("The [ESG Committee] has the {CEO} as its chair.", {"ESG Committee ledBy CEO"}),
    ("The chair of the [ESG Committee] is the {CEO}.", {"ESG Committee ledBy CEO"}),
    ("The [ESG Committee]'s chair is the {CEO}.", {"ESG Committee ledBy CEO"}),
    ("The {CEO} is the chairperson of the [ESG Committee].", {"ESG Committee ledBy CEO"}),
    ("The {CEO} acts as chair of the [ESG Committee].", {"ESG Committee ledBy CEO"}),
    ("The {CEO} holds the chair of the [ESG Committee].", {"ESG Committee ledBy CEO"}),
    ("The {CEO} takes the chair in the [ESG Committee].", {"ESG Committee ledBy CEO"}),
    ("The {CEO} presides over the [ESG Committee].", {"ESG Committee ledBy CEO"}),
    ("The {CEO} is at the head of the [ESG Committee].", {"ESG Committee ledBy CEO"}),
    ("The {CEO} heads up the [ESG Committee].", {"ESG Committee ledBy CEO"}),
    ("The [ESG Committee], with the {CEO} as chair, meets monthly.", {"ESG Committee ledBy CEO"}),
    ("The [ESG Committee] is under the chairmanship of the {CEO}.", {"ESG Committee ledBy CEO"}),
    ("The [ESG Committee], which is chaired by our {CEO}, meets monthly.", {"ESG Committee ledBy CEO"}),
    ("The {CFO} is in charge of the [ESG Committee].", {"ESG Committee ledBy CFO"}),
    ("The [ESG Committee] (chair: {CEO}) meets monthly.", {"ESG Committee ledBy CEO"}),
    ("The [ESG Committee] (chaired by the {CEO}) meets monthly.", {"ESG Committee ledBy CEO"}),
    ("The {CEO} serves as the head of the [Climate Team].", {"Climate Team ledBy CEO"}),
    ("The {CEO} has been appointed chair of the [ESG Committee].", {"ESG Committee ledBy CEO"}),
    ("An {independent director} chairs the [Audit Committee].", {"Audit Committee ledBy independent director"}),
    (
        "The [Audit Committee] has three members and is chaired by an {independent director}.",
        {"Audit Committee ledBy independent director"},
    ),
    (
        "The [ESG Committee] was established directly under the {President}, who also chairs it.",
        {"ESG Committee ledBy President"},
    ),
    (
        "The {President} serves as the chairperson of the [ESG Committee], and the {CFO} as the vice chairperson.",
        {"ESG Committee ledBy President", "ESG Committee hasMember CFO"},
    ),
    (
        "The [ESG Committee], chaired by the {President}, deliberates on matters and makes reports and proposals to the [Board].",
        {"ESG Committee ledBy President", "ESG Committee reportsTo Board"},
    ),
    (
        "The [ESG Leading Group] takes the {Chairman} as the leader and the {CFO} as deputy leader.",
        {"ESG Leading Group ledBy Chairman"},
    ),
    ("The {Chairman} serves as group leader of the [ESG Leading Group].", {"ESG Leading Group ledBy Chairman"}),
]

MEMBERS = [
    (
        "The [ESG Council] includes members such as the {CEO}, the {CFO} and the {General Counsel}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO", "ESG Council hasMember General Counsel"},
    ),
    (
        "The {CFO} and the {General Counsel} are members of the [ESG Council].",
        {"ESG Council hasMember CFO", "ESG Council hasMember General Counsel"},
    ),
    (
        "Nine directors form the [Board], four of whom are {independent directors}.",
        {"Board hasMember independent directors"},
    ),
    (
        "The [General Meeting of Shareholders] comprises the [Board] and the [Board of Supervisors].",
        {
            "Board of Supervisors subUnitOf General Meeting of Shareholders",
            "Board subUnitOf General Meeting of Shareholders",
            "General Meeting of Shareholders hasMember Board",
            "General Meeting of Shareholders hasMember Board of Supervisors",
        },
    ),
    (
        "The [Board] and the [Board of Supervisors] are both comprised in the [General Meeting of Shareholders].",
        {
            "Board of Supervisors subUnitOf General Meeting of Shareholders",
            "Board subUnitOf General Meeting of Shareholders",
            "General Meeting of Shareholders hasMember Board",
            "General Meeting of Shareholders hasMember Board of Supervisors",
        },
    ),
    (
        "The [Audit Committee] consists entirely of {independent directors}.",
        {"Audit Committee hasMember independent directors"},
    ),
    (
        "The [Audit Committee] is made up exclusively of {independent directors}.",
        {"Audit Committee hasMember independent directors"},
    ),
    (
        "The [Audit Committee] is composed of three members, all of whom are {independent directors}.",
        {"Audit Committee hasMember independent directors"},
    ),
    (
        "All members of the [Audit Committee] are {independent directors}.",
        {"Audit Committee hasMember independent directors"},
    ),
    (
        "The majority of the members of the [Audit Committee] are {independent directors}.",
        {"Audit Committee hasMember independent directors"},
    ),
    ("The majority of the [Board] are {independent directors}.", {"Board hasMember independent directors"}),
    (
        "Of the nine members of the [Board], five are {independent directors}.",
        {"Board hasMember independent directors"},
    ),
    (
        "The [Board] has nine directors, of whom five are {independent directors}.",
        {"Board hasMember independent directors"},
    ),
    (
        "The [Board] has nine members: one {executive director} and eight {independent directors}.",
        {"Board hasMember executive director", "Board hasMember independent directors"},
    ),
    ("Five {independent directors} sit on the [Board].", {"Board hasMember independent directors"}),
    ("The [Board] counts five {independent directors} among its members.", {"Board hasMember independent directors"}),
    ("There were five {independent directors} on the [Board] in 2022.", {"Board hasMember independent directors"}),
    (
        "The members of the [ESG Council] are the {CEO}, the {CFO} and the {COO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO", "ESG Council hasMember COO"},
    ),
    (
        "The [ESG Council] counts the {CEO} and the {CFO} among its members.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
    ),
    (
        "The [ESG Council]'s members include the {CEO} and the {CFO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
    ),
    (
        "The [ESG Council] meets monthly. Its members are the {CEO} and the {CFO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
    ),
    (
        "The [ESG Council] meets monthly. It comprises the {CEO} and the {CFO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
    ),
    (
        "The [ESG Council] meets monthly. Members are the {CEO} and the {CFO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
    ),
    (
        "The [ESG Council] is composed of the heads of the [Legal Department] and the [Audit Department].",
        {"ESG Council hasMember Audit Department", "ESG Council hasMember Legal Department"},
    ),
    (
        "The [ESG Council] is staffed with the {CEO} and the {CFO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
    ),
    (
        "The {CEO}, the {CFO} and the {COO} make up the [ESG Council].",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO", "ESG Council hasMember COO"},
    ),
    (
        "The {CEO} and the {CFO} participate in the [ESG Council].",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
    ),
    ("The {CEO} belongs to the [ESG Council].", {"ESG Council hasMember CEO"}),
    ("The {CEO} has a seat on the [ESG Council].", {"ESG Council hasMember CEO"}),
    ("The {CEO} is represented on the [ESG Council].", {"ESG Council hasMember CEO"}),
    ("The {CEO} joins the [ESG Council] as a permanent member.", {"ESG Council hasMember CEO"}),
    ("The [Legal Department] is represented in the [ESG Council].", {"ESG Council hasMember Legal Department"}),
    (
        "The [Legal Department] and the [Audit Department] participate in the [ESG Council].",
        {"ESG Council hasMember Audit Department", "ESG Council hasMember Legal Department"},
    ),
    (
        "The [ESG Council] is attended by the {CEO} and the {CFO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
    ),
    (
        "The [ESG Council] consists of the {CEO} (chair), the {CFO} and the {COO}.",
        {"ESG Council hasMember CFO", "ESG Council hasMember COO", "ESG Council ledBy CEO"},
    ),
    (
        "The [ESG Council] is formed by representatives of the [Legal Department] and the [Audit Department].",
        {"ESG Council hasMember Audit Department", "ESG Council hasMember Legal Department"},
    ),
    (
        "The [ESG Council] consists of the following members: {CEO}, {CFO} and {COO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO", "ESG Council hasMember COO"},
    ),
    (
        "The [ESG Council] members are: {CEO}, {CFO} and {COO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO", "ESG Council hasMember COO"},
    ),
    (
        "The [ESG Council] has as members the {CEO} and the {CFO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
    ),
    (
        "Participants in the [ESG Council] are the {CEO} and the {CFO}.",
        {"ESG Council hasMember CEO", "ESG Council hasMember CFO"},
    ),
    (
        "The {CEO} leads the [ESG Council], whose members are the {CFO} and the {COO}.",
        {"ESG Council hasMember CFO", "ESG Council hasMember COO", "ESG Council ledBy CEO"},
    ),
    (
        "The [ESG Committee], composed of the {CEO} and the {CFO} and chaired by the {CEO}, reports to the [Board].",
        {
            "ESG Committee hasMember CEO",
            "ESG Committee hasMember CFO",
            "ESG Committee ledBy CEO",
            "ESG Committee reportsTo Board",
        },
    ),
    (
        "The [ESG Leading Group] is headed by the {Chairman} with the {CFO} and the {COO} as members.",
        {"ESG Leading Group hasMember CFO", "ESG Leading Group hasMember COO", "ESG Leading Group ledBy Chairman"},
    ),
    (
        "The [ESG Leading Group], led by the {Chairman} and comprising the {CFO}, reports to the [Board].",
        {"ESG Leading Group hasMember CFO", "ESG Leading Group ledBy Chairman", "ESG Leading Group reportsTo Board"},
    ),
    (
        "The [ESG Committee] supports the [Board] and is composed of {independent directors}.",
        {"ESG Committee hasMember independent directors"},
    ),
    (
        "The [ESG Working Group], which comprises several units (including the [Audit Department] and the [Legal Department]), reports each quarter to the [ESG Team].",
        {
            "ESG Working Group hasMember Audit Department",
            "ESG Working Group hasMember Legal Department",
            "ESG Working Group reportsTo ESG Team",
        },
    ),
    (
        "The [ESG Committee] is chaired by the {COO} and comprises several units, including the [EHS Centre] and the [Data Centre].",
        {"ESG Committee hasMember Data Centre", "ESG Committee hasMember EHS Centre", "ESG Committee ledBy COO"},
    ),
]


SEVERAL_AT_ONCE = [
    (
        "The [Board], through the [Audit Committee], oversees the [Internal Audit Department].",
        {"Board oversees Internal Audit Department"},
    ),
    (
        "The [Sustainability Department], which belongs to the [Finance Department], coordinates the topic.",
        {"Sustainability Department subUnitOf Finance Department"},
    ),
    (
        "The {Chief Sustainability Officer} leads the [Sustainability Department] and reports directly to the {CEO}.",
        {"Chief Sustainability Officer reportsTo CEO", "Sustainability Department ledBy Chief Sustainability Officer"},
    ),
    (
        "The [Sustainability Department] is headed by the {Chief Sustainability Officer}, who reports to the {CEO}.",
        {"Chief Sustainability Officer reportsTo CEO", "Sustainability Department ledBy Chief Sustainability Officer"},
    ),
    (
        "The [Sustainability Committee] is chaired by the {President & CEO} and attended by the {CFO} and the {COO}.",
        {
            "Sustainability Committee hasMember CFO",
            "Sustainability Committee hasMember COO",
            "Sustainability Committee ledBy President & CEO",
        },
    ),
    (
        "The [Sustainability Committee] is chaired by the {CEO}, with the {CFO} serving as vice chair.",
        {"Sustainability Committee ledBy CEO", "Sustainability Committee hasMember CFO"},
    ),
    (
        "The [Sustainability Committee], chaired by the {President} and consisting of {executive officers}, meets twice a year.",
        {"Sustainability Committee hasMember executive officers", "Sustainability Committee ledBy President"},
    ),
    (
        "Matters deliberated by the [Sustainability Committee] are reported to the [Board] at least once a year.",
        {"Sustainability Committee reportsTo Board"},
    ),
    (
        "The contents of discussions at the [Sustainability Committee] are reported to the [Board].",
        {"Sustainability Committee reportsTo Board"},
    ),
    (
        "Important matters are reported from the [Sustainability Committee] to the [Board].",
        {"Sustainability Committee reportsTo Board"},
    ),
    (
        "The [Board] receives reports from the [Sustainability Committee] and oversees its activities.",
        {"Sustainability Committee reportsTo Board"},
    ),
    (
        "Four subcommittees operate under the [Sustainability Committee]: the [Climate Subcommittee] and the [Social Subcommittee].",
        {
            "Climate Subcommittee subUnitOf Sustainability Committee",
            "Social Subcommittee subUnitOf Sustainability Committee",
        },
    ),
    (
        "The [ESG Secretariat] was set up in the [Corporate Planning Department] to support the [Sustainability Committee].",
        {"ESG Secretariat subUnitOf Corporate Planning Department"},
    ),
    ("The [ESG Committee] was newly established within the [Board] in 2021.", {"ESG Committee subUnitOf Board"}),
    (
        "The [Board] operates five committees, including the [Audit Committee] and the [ESG Committee].",
        {"Audit Committee subUnitOf Board", "ESG Committee subUnitOf Board"},
    ),
    (
        "The [ESG Committee] is composed of four {outside directors} and one {inside director}.",
        {"ESG Committee hasMember inside director", "ESG Committee hasMember outside directors"},
    ),
    ("The [ESG Committee] under the [Board] deliberates on key issues.", {"ESG Committee subUnitOf Board"}),
    ("The [ESG Office] under direct control of the {CEO} runs the programme.", {"CEO oversees ESG Office"}),
    (
        "The [ESG Office] reports directly to the {CEO} and is overseen by the [ESG Committee].",
        {"ESG Committee oversees ESG Office", "ESG Office reportsTo CEO"},
    ),
    (
        "The [Statutory Audit Board] supervises the [Management Board]'s activities.",
        {"Statutory Audit Board oversees Management Board"},
    ),
    ("The [Board] is chaired by an {independent director}.", {"Board ledBy independent director"}),
    ("The chairman of the [Board] is an {independent director}.", {"Board ledBy independent director"}),
    (
        "The [Internal Audit Department] reports hierarchically to the {Chairman} and functionally to the [Audit Committee].",
        {"Internal Audit Department reportsTo Audit Committee", "Internal Audit Department reportsTo Chairman"},
    ),
    (
        "The {Head of Internal Audit} reports to the [Board] through the [Audit Committee].",
        {"Head of Internal Audit reportsTo Board"},
    ),
    (
        "The [Integrity Committee] meets bimonthly and is coordinated by the {Compliance Officer}.",
        {"Integrity Committee ledBy Compliance Officer"},
    ),
    (
        "The [Board] has established the following committees: [Audit Committee], [Risk Committee].",
        {"Audit Committee subUnitOf Board", "Risk Committee subUnitOf Board"},
    ),
    (
        "The [ESG Working Group] is led by the [ESG Office] and consists of members from the [Legal Department] and the [HR Department].",
        {
            "ESG Working Group hasMember HR Department",
            "ESG Working Group hasMember Legal Department",
            "ESG Working Group ledBy ESG Office",
        },
    ),
    (
        "The [ESG Leadership Team] includes leaders from the [Legal Department], the [HR Department] and the [Finance Department].",
        {
            "ESG Leadership Team hasMember Finance Department",
            "ESG Leadership Team hasMember HR Department",
            "ESG Leadership Team hasMember Legal Department",
        },
    ),
    ("Our {CEO} has ultimate responsibility for ESG and chairs the [ESG Council].", {"ESG Council ledBy CEO"}),
    (
        "Chaired by our {CEO}, the [ESG Council] comprises the {CFO} and the {COO}.",
        {"ESG Council hasMember CFO", "ESG Council hasMember COO", "ESG Council ledBy CEO"},
    ),
    ("Our {CISO} briefs the [Audit Committee] quarterly and the [Board] annually.", {"CISO reportsTo Audit Committee"}),
]

ACROSS_SENTENCES = [
    (
        "Nine directors form the [Board], and four of them are {independent directors}.",
        {"Board hasMember independent directors"},
    ),
    (
        "The highest body in the field is the [Security Committee]. It is chaired by the {President} of the Company.",
        {"Security Committee ledBy President"},
    ),
    (
        "One tier below sits the [ESG Team]. It consists of three officers, the {COO}, the {CFO} and the {General Counsel}.",
        {"ESG Team hasMember CFO", "ESG Team hasMember COO", "ESG Team hasMember General Counsel"},
    ),
    (
        "The highest decisions on the subject are taken by the [Security Committee]. It is headed by the {CTO}.",
        {"Security Committee ledBy CTO"},
    ),
    (
        "A permanent specialist unit, the [Security Department], is appointed by the [Security Committee].",
        {"Security Committee oversees Security Department"},
    ),
    (
        "Strategies are made jointly by the [Management Team] and the [Carbon Committee], and both act under the leadership of the [Board].",
        {"Board oversees Carbon Committee", "Board oversees Management Team"},
    ),
    (
        "The [ESG Committee] is young. Its establishment under the [Governance Committee] was approved by the [Board] in May.",
        {"ESG Committee subUnitOf Governance Committee"},
    ),
    (
        "Third line: the [IT Audit Team] and the [Integrity Team], both of the [Internal Audit Department].",
        {"IT Audit Team subUnitOf Internal Audit Department", "Integrity Team subUnitOf Internal Audit Department"},
    ),
    (
        "Within our [Executive Office], our [Finance Group] serves as the centre of expertise.",
        {"Finance Group subUnitOf Executive Office"},
    ),
    (
        "Within the [Risk Department], the [Climate Risk Department] oversees climate risks.",
        {"Climate Risk Department subUnitOf Risk Department"},
    ),
    (
        "The [Board] had seven members at year's end. Among these were three {independent directors}.",
        {"Board hasMember independent directors"},
    ),
    (
        "The [Steering Group] convenes senior stakeholders, including those from the [Legal Department] and the [Risk Department].",
        {"Steering Group hasMember Legal Department", "Steering Group hasMember Risk Department"},
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*UNITS, *REPORTS, *OVERSIGHT, *LEADERS, *MEMBERS, *SEVERAL_AT_ONCE, *ACROSS_SENTENCES]
)
def test_wording_states(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The policy was approved by the [Board] and is reviewed by the [ESG Committee].",
        "The [Board] works with the [ESG Committee] on the report.",
        "The [Legal Department] and the [HR Department] train the [ESG Office].",
        "The [ESG Office] is assigned tasks by the [Board].",
        "The targets are set by the [Board] under the law.",
        "The {CEO} meets the members of the [Works Council].",
        "The [Board] has asked the [ESG Committee] for advice.",
        "The decisions form the basis for the [ESG Committee].",
        "Employees can participate in the [Works Council] elections.",
    ],
)
def test_similar_wording_states_nothing(text: str) -> None:
    assert triples(text) == set()


SUBJECTS = [
    (
        "The [Pay Committee] and the [ESG Committee] have charters, and each reports regularly to the [Board].",
        {"Pay Committee reportsTo Board", "ESG Committee reportsTo Board"},
    ),
    (
        "The [ESG Department] with the {ESG Director} reports to the {CEO}.",
        {"ESG Department reportsTo CEO", "ESG Director reportsTo CEO"},
    ),
    (
        "The [Cyber Committee] presents annually to the [Board]. The team updates the [Audit Committee] on request.",
        {"Cyber Committee reportsTo Board", "Cyber Committee reportsTo Audit Committee"},
    ),
    (
        "The {CEO} is one {Executive Director} who sits on our [Board].",
        {"Board hasMember CEO", "Board hasMember Executive Director"},
    ),
    ("(GRI 2-9) The {CRO} is appointed by the [Board] to which he reports.", {"CRO reportsTo Board"}),
    ("The [Tax Team] | meets monthly | reports to the {CFO}", {"Tax Team reportsTo CFO"}),
    (
        "The [management] began periodically reporting to the [Audit Committee].",
        {"management reportsTo Audit Committee"},
    ),
]
OTHERS = [
    (
        "The [Audit Committee] is sent quarterly reports by the [Ethics Office].",
        {"Ethics Office reportsTo Audit Committee"},
    ),
    (
        "Once a year the [Board] hears the {CRO} and the {CISO} on cyber risks.",
        {"CRO reportsTo Board", "CISO reportsTo Board"},
    ),
    ("The {CRO} reports to the [Board], which supervises him.", {"CRO reportsTo Board", "Board oversees CRO"}),
    ("The [Tax Team] works under the {CFO}.", {"CFO oversees Tax Team"}),
    (
        "Oversight of the [Tax Team] and of the [Risk Team] by the {CFO} was reviewed.",
        {"CFO oversees Tax Team", "CFO oversees Risk Team"},
    ),
    (
        "The [Ethics Office] follows the instructions of the [Audit Committee].",
        {"Audit Committee oversees Ethics Office"},
    ),
    (
        "The [management], including the {CEO}, reports to the [Board].",
        {"management hasMember CEO", "management reportsTo Board", "CEO reportsTo Board"},
    ),
    (
        "The [Management Committee] met. One of its members, the {CTO}, leads research.",
        {"Management Committee hasMember CTO"},
    ),
    (
        "The [Ethics Council], to which all heads of the [Legal Department] belong, meets monthly.",
        {"Ethics Council hasMember Legal Department"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*SUBJECTS, *OTHERS])
def test_who_does_it_and_to_whom(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


DUTIES = [
    (
        "The [ESG Committee] is mainly responsible for: (1) reviewing the ESG strategy; (2) supervising the work of the [ESG Team]; (3) reporting to the [Board] regularly.",
        {"ESG Committee oversees ESG Team", "ESG Committee reportsTo Board"},
    ),
    (
        "The [ESG Committee] (i) sets targets, (ii) oversees the [ESG Team] and (iii) reports to the [Board].",
        {"ESG Committee oversees ESG Team", "ESG Committee reportsTo Board"},
    ),
    (
        "The responsibilities of the [ESG Committee] include: a) setting targets; b) overseeing the [ESG Team]; c) reporting to the [Board].",
        {"ESG Committee oversees ESG Team", "ESG Committee reportsTo Board"},
    ),
    (
        "The functions of the [ESG Committee] include supervising the [ESG Team].",
        {"ESG Committee oversees ESG Team"},
    ),
    (
        "The main responsibilities of the [ESG Committee] are to formulate the ESG strategy, to supervise the [ESG Team] and to report to the [Board].",
        {"ESG Committee oversees ESG Team", "ESG Committee reportsTo Board"},
    ),
    (
        "The task of the [ESG Committee] is to advise, and the [ESG Team] reports to the [Board].",
        {"ESG Team reportsTo Board"},
    ),
    (
        "The [ESG Committee]: • sets targets; • oversees the [ESG Team]; • reports to the [Board].",
        {"ESG Committee oversees ESG Team", "ESG Committee reportsTo Board"},
    ),
    (
        "Figure 3. Oversees the [ESG Team].",
        set(),
    ),
    (
        "[ESG Committee]\n1. Reviews the strategy\n2. Oversees the [ESG Team]\n3. Reports to the [Board]",
        {"ESG Committee oversees ESG Team", "ESG Committee reportsTo Board"},
    ),
    (
        "[ESG Committee]\n• Responsible for reviewing the strategy and supervising the [ESG Team]\n• Responsible for reporting to the [Board]",
        {"ESG Committee oversees ESG Team", "ESG Committee reportsTo Board"},
    ),
    ("The [Ethics Committee] ensures oversight of the [Ethics Office].", {"Ethics Committee oversees Ethics Office"}),
]


@pytest.mark.parametrize(("text", "expected"), DUTIES)
def test_the_items_of_a_list_of_duties(text: str, expected: set[str]) -> None:
    assert {t for t in triples(text) if " responsibleFor " not in t} == expected
