"""Instruments cited by their number or their day."""

from __future__ import annotations

import pytest

from esggraph.extraction.instruments.citations import citations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as Brazilian Law 9,999/76 demands", [("Law 9,999/76", "law", "BR")]),
        ("Under Law 9.999/2013 and Decree 8,888/22, firms pay.", [("Law 9.999/2013", "law", None), ("Decree 8,888/22", "law", None)]),
        ("Lei nº 13.999/2018 and Law No. 14,999/2021", [("Lei nº 13.999/2018", "law", "BR"), ("Law No. 14,999/2021", "law", None)]),
        ("under D.Lgs. 999/2016", [("D.Lgs. 999/2016", "law", "IT")]),
        ("Real Decreto 999/2020 applies", [("Real Decreto 999/2020", "law", "ES")]),
        ("Loi n° 2029-399 du 27 mars 2029", [("Loi n° 2029-399", "law", "FR")]),
        ("Decree Law no. 18 of 17 March 2030", [("Decree Law no. 18 of 17 March 2030", "law", None)]),
        ("law no. 12,999/10 on waste", [("law no. 12,999/10", "law", None)]),
        ("CVM Resolution No. 99/2022", [("CVM Resolution No. 99/2022", "regulation", "BR")]),
        ("as per Consob resolutions no. 99901, 99902 and 99903",
         [(f"Consob resolution no. 9990{n}", "regulation", "IT") for n in (1, 2, 3)]),
        ("European Regulations 1299/2008/EC, 899/2013/EC and 2019/1799/EC",
         [(f"Regulation {n}/EC", "regulation", "EU") for n in ("1299/2008", "899/2013", "2019/1799")]),
        ("Directive 2014/999/EU of the Council", [("Directive 2014/999/EU", "regulation", "EU")]),
        ("The ABCom Resolution No. 999/18/CONS says so.", [("ABCom Resolution No. 999/18/CONS", "regulation", None)]),
        ("Example Law of May 5, 2020 and the format of ABC Circular no. 5/2031", [("ABC Circular no. 5/2031", "government_guideline", None)]),
        ("SEBI Circular SEBI/HO/CFD/P/CIR/2031/99", [("SEBI Circular SEBI/HO/CFD/P/CIR/2031/99", "government_guideline", "IN")]),
        ("Decree of the President of the Council of Ministers of May 5, 2030",
         [("Decree of the President of the Council of Ministers of May 5, 2030", "regulation", None)]),
        ("the Ministry of Transport Decree of 5 May 2030", [("Ministry of Transport Decree of 5 May 2030", "regulation", None)]),
        ("resolution no. 477 of the national water agency", [("resolution no. 477", "regulation", None)]),
        ("labelled under 99 CFR 1910.99", [("99 CFR 1910.99", "regulation", "US")]),
        ("Supreme Decree No. 009-2035-TR and Ordinance 3.999/12-DG/XYZ",
         [("Supreme Decree No. 009-2035-TR", "law", None), ("Ordinance 3.999/12-DG/XYZ", "regulation", None)]),
        ("Circular No. 96/2030/TT-ABC and OJK Regulation No. 51/POJK.03/2017",
         [("Circular No. 96/2030/TT-ABC", "government_guideline", None), ("OJK Regulation No. 51/POJK.03/2017", "regulation", "ID")]),
        ("Executive Order 13999 and CVM Resolution 59", [("Executive Order 13999", "regulation", "US"), ("CVM Resolution 59", "regulation", "BR")]),
        ("NOM-035-STPS-2018, NR-10 and UN R155 apply",
         [("NOM-035-STPS-2018", "regulation", "MX"), ("NR-10", "regulation", "BR"), ("UN R155", "regulation", "INT")]),
        ("Article 5 of Italian Decree-Law 50 of 17/05/2032", [("Decree-Law 50 of 17/05/2032", "law", "IT")]),
        ("after the Italian Decree-Law of 1 March 2032 and the Act of 12 June 2030",
         [("Italian Decree-Law of 1 March 2032", "law", "IT"), ("Act of 12 June 2030", "law", None)]),
        ("the Directorial Decrees of 01.02.2027, 29.05.2027 and 06.10.2028",
         [(f"Directorial Decree of {day}", "regulation", None) for day in ("01.02.2027", "29.05.2027", "06.10.2028")]),
        ("Normative Resolution 23 of the Water Commission", [("Normative Resolution 23", "regulation", None)]),
        ("Resolution No. 5/2030 of the Annual General Meeting", []),
        ("purchase order no. 4711, law 3, ACT 2020-2022, the Companies Act 71 of 2008", []),
    ],
)  # fmt: skip
def test_instruments_cited_by_number_or_day(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(c.name, c.kind, c.jurisdiction) for c in citations(text)] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Law 9,999/76", "law no. 9.999/1976"),
        ("Legislative Decree 999/2001", "Legislative Decree no. 999 of 8 June 2001"),
        ("Regulation (EU) 2029/999", "Regulation 2029/999/EU"),
        ("Law 11/2018", "Ley 11/2018"),
    ],
)
def test_two_ways_to_cite_one_instrument_have_one_identity(one: str, other: str) -> None:
    first, second = citations(f"{one}; {other}.")
    assert first.key == second.key


def test_a_number_without_its_year_is_the_one_that_has_a_year_elsewhere() -> None:
    first, second = citations(
        "Decree Law no. 98 of March 17, 2020 was amended. The Decree Law no. 98 of March 17 stays."
    )
    assert first.key == second.key


def test_what_an_act_of_a_day_is_about_is_part_of_another_name() -> None:
    (law,) = citations("The Law of 5 May 2030 on the right to repair applies.")
    assert law.aliases == ("Law of 5 May 2030 on the right to repair",)
