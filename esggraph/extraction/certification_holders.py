"""Who or what holds a certificate: the company, or the part of it that the sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from esggraph.names import normalise

_NAME = (
    r"(?:[A-Z][\w&'’()®.-]*(?:,? (?:of|de|del|the|and|&) (?=[A-Z])|,? (?=(?:Co|Ltd|Inc|LLC|Limited)\b)| )?)+"
)
_KIND = (
    r"(?:Co\.,? ?Ltd|Ltd|Limited|Inc|GmbH|AG|S\.p\.A|LLC|Division|Plant|Plants|Factory|Refinery|Centre|Center|Site|Station|Campus|Building"
    r"|Tower|Branch|Cloud|Park|Headquarters|Laboratory|Lab|Terminal|Mine|Port|Hospital|Hotel|Mall|Base|Warehouse|Office|Complex|Works)"
)
_COUNTED = re.compile(
    r"\b(?P<count>\d[\d,]*|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen"
    r"|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty)\s+(?:of (?:our|its|the) )?(?P<what>(?:[a-z-]+ ){0,3}"
    r"(?:subsidiaries|plants|sites|factories|bases|products|models|data cent(?:er|re)s|companies|facilities|buildings|offices|projects|stores|units))\b"
)
_VERB = r"(?:obtained|acquired|achieved|received|passed|earned|attained|gained|holds?|held|maintain(?:s|ed)|was|were|is|are|has|have|renewed)"
_SUBJECT = re.compile(
    rf"(?P<name>{_NAME})\s*,?\s*(?:(?:the latter of which|which|also|both|successfully|all) )*(?={_VERB}\b)"
)
_AFTER = re.compile(
    rf"[^.;]{{0,45}}?\b(?:certificat\w+|registrations?|accreditation) (?:of|for|at|acquired by|granted to|by) (?:the |our |its )?(?P<name>{_NAME})"
)


def holder(left: str, right: str, company: Iterable[str] = ()) -> str:
    """Return the holder that the sentence names before (`left`) or after (`right`) the certificate, else "company".

    `company`: the names of the reporting company, none of which is a part of it.
    """
    own = {normalise(name) for name in company}
    after = _AFTER.match(right)
    if after and _is_part(after["name"], own):
        return _clean(after["name"])
    for subject in reversed(list(_SUBJECT.finditer(left[-220:]))):
        return _clean(subject["name"]) if _is_part(subject["name"], own) else "company"
    if counted := _COUNTED.search(left[-140:]):
        return f"{counted['count']} {counted['what']}"
    return "company"


def _clean(name: str) -> str:
    return re.sub(r"^(?:In|At|Both|The|As|Our) ", "", name).strip(" ,.&").removesuffix("’s")


def _is_part(name: str, own: set[str]) -> bool:
    plain = normalise(_clean(name))
    return bool(plain) and plain not in own and re.search(rf"\b{_KIND}\b", name) is not None
