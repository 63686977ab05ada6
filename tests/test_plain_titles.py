"""Documents named in lower case."""

from __future__ import annotations

import pytest

from esggraph.extraction.instruments.plain_titles import item_title, longest, plain_titles


def names(text: str) -> list[str]:
    return [title.name for title in longest(plain_titles(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We revised our anti-bribery policy in May.", ["anti-bribery policy"]),
        ("The Oil & Gas policy was extended to new fields.", ["Oil & Gas policy"]),
        ("The crisis response manual was updated.", ["crisis response manual"]),
        ("In 2022 we introduced a parental leave policy.", ["parental leave policy"]),
        ("Example's non-retaliation policy, which prohibits reprisals, binds all.", ["non-retaliation policy"]),
        ("A Post-Merger Integration (PMI) plan was announced.", []),
        ("The board adopted a diversity and inclusion (DEI) strategy.", ["diversity and inclusion (DEI) strategy"]),
        ("We have a zero-tolerance policy.", []),
        ("Public policy is made in parliament; the fiscal policy was tightened.", []),
        ("Each country has a health policy.", []),
    ],
)
def test_lower_case_names_count_with_an_act_that_documents_undergo(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guidelines on human rights are published on our website.", ["guidelines on human rights"]),
        ("In July, the policy on gender, harassment and bullying was issued.", ["policy on gender, harassment and bullying"]),
        ("New hires sign the pledge to comply with fair trade.", ["pledge to comply with fair trade"]),
        ("We updated the code of conduct for business partners.", ["code of conduct for business partners"]),
        ("Both sides keep to the ‘joint safety prevention rules’.", ["joint safety prevention rules"]),
        ("They signed a “memorandum of understanding between the union and the company”.",
         ["memorandum of understanding between the union and the company"]),
        ("We take an approach of “machine plus manual” and follow the concept of a ‘people first policy’.", []),
    ],
)  # fmt: skip
def test_names_may_begin_with_their_noun_or_stand_in_quotation_marks(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_the_guidelines_of_a_nation_are_the_government_s_and_those_of_a_company_its_own() -> None:
    text = "We abide by the German Packaging guidelines, and revised our Incident Reporting guidelines."
    assert {(t.name, t.kind, t.outside) for t in plain_titles(text, 0, len(text))} == {
        ("German Packaging guidelines", "government_guideline", True),
        ("Incident Reporting guidelines", "guideline", False),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One standard comes from the Enterprise Risk Management policy.", ["Enterprise Risk Management policy"]),
        ("The committee reviews the tax policy of the group.", ["tax policy"]),
        ("With our anti-slavery policy we aim to act fairly.", ["anti-slavery policy"]),
        ("A donation policy, monitored by it, was laid down by the board.", ["donation policy"]),
        ("Two apply in particular, the ethical trading policy and the privacy policy.",
         ["ethical trading policy", "privacy policy"]),
        ("It adopted the Group policy on personal data.", ["Group policy on personal data"]),
        ("Documents: Human rights policy; Tax policy; others.", ["Human rights policy", "Tax policy"]),
        ("The committee oversees the sales policy.", []),
        ("The Marketing policy helps our customers.", []),
    ],
)  # fmt: skip
def test_titles_in_title_case_and_policies_in_force_need_no_act(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Human rights policy", "Human rights policy"),
        ("People policy statement", "People policy statement"),
        ("Formulate a privacy policy", None),
        ("The privacy policy", None),
        ("Privacy policy and more", None),
    ],
)
def test_an_item_of_a_list_may_be_a_document(text: str, name: str | None) -> None:
    found = item_title(text, 0, len(text))
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hulls Ltd's risk appetite statement was adopted by the board.", "risk appetite statement"),
        ("The firm has established and is operating an environmental management manual.", "environmental management manual"),
        ("We have formulated a human rights guideline.", "human rights guideline"),
        ("Conduct is governed by our code of conduct.", "code of conduct"),
        ("The labour agreement was renewed for two years.", "labour agreement"),
        ("Audits follow the Group environmental policy.", "Group environmental policy"),
    ],
)  # fmt: skip
def test_documents_in_lower_case_that_are_hardly_ever_unwritten(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text", ["We follow the owner’s manual.", "The plan was approved.", "It has a guidance manual."]
)
def test_what_is_no_document_of_the_company_s(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank adopted a risk appetite statement.", ["risk appetite statement"]),
        ("A remuneration policy for the Supervisory Board was drawn up.", ["remuneration policy for the Supervisory Board"]),
        ("The ‘Bribery, crime and sanctions policy’ gives rules.", ["Bribery, crime and sanctions policy"]),
        ("We approved the ESG strategy and the growth strategy.", []),
        ("The board approved the tax strategy.", ["tax strategy"]),
    ],
)  # fmt: skip
def test_statements_policies_and_strategies_in_lower_case(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It observes the obligations under the statutory audit act.", ["statutory audit act"]),
        ("We looked for violations of the subcontracting law.", ["subcontracting law"]),
        ("Voters rejected the eID bill in March.", ["eID bill"]),
        ("Under the data protection act, customers may ask.", ["data protection act"]),
        ("Parliament adopted the climate protection law in June.", ["climate protection law"]),
        ("We comply with the applicable law and act under the rule of law.", []),
        ("Based on the energy bill, the site saved money; pursuant to the law we act.", []),
    ],
)
def test_acts_are_named_by_their_subject_where_they_are_kept_broken_or_made(text: str, expected: list[str]) -> None:
    assert [t.name for t in longest(plain_titles(text, 0, len(text))) if t.outside] == expected
