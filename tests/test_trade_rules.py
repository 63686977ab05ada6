"""Rules of trade and professional bodies that reports name in lower case."""

from __future__ import annotations

import pytest

from esggraph.extraction.standards.trade_rules import find_trade_rules


def names(text: str) -> list[str]:
    return [rule.name for rule in find_trade_rules(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We observe the codes of the European Federation of Toy Makers (EFTM) in all shops.",
         "codes of the European Federation of Toy Makers (EFTM)"),
        ("Divers follow the Example Marine Contractors Association (EMCA) guidelines.",
         "Example Marine Contractors Association (EMCA) guidelines"),
        ("It keeps to the guidelines of the crop protection association CropLife International.",
         "guidelines of the crop protection association CropLife International"),
        ("Our clinics keep to the protocol on burns set forth by the Example Professional Association for Surgeons.",
         "protocol on burns set forth by the Example Professional Association for Surgeons"),
        ("The examination followed attestation standards established by the Example Institute of Accountants (EIA).",
         "attestation standards established by the Example Institute of Accountants (EIA)"),
        ("Loans heed the recommendations of the Example Banking Association on lending.",
         "recommendations of the Example Banking Association on lending"),
        ("Mines apply the guidelines issued by the International Council on Stones and Metals.",
         "guidelines issued by the International Council on Stones and Metals"),
    ],
)  # fmt: skip
def test_the_rules_of_a_trade_body_are_known_by_its_name(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The principles of the Audit Committee and the rules of the Works Council apply.",
        "It is a member of the Example Association and has written guidelines.",
        "Our guidelines of any Example Association are void.",
        "The International Labour Organization's conventions and the guidelines of the State Council apply.",
    ],
)
def test_other_bodies_rules_are_no_trade_body_s(text: str) -> None:
    assert names(text) == []


def test_the_acronym_of_the_body_names_its_rules_too() -> None:
    (rule,) = find_trade_rules(text := "the codes of the Example Toy Federation (ETF) apply", 0, len(text))
    assert (rule.owner, rule.aliases) == ("ETF", ("Example Toy Federation codes", "ETF codes"))
