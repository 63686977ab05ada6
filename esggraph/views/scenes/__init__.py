"""What each kind of page shows: from the graph to a picture, which says nothing of where the boxes stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from esggraph.graph.answers import Company
from esggraph.graph.lookup import Graph
from esggraph.views.picture import Picture
from esggraph.views.scenes.across import citing, whole
from esggraph.views.scenes.documents import certificates, laws, policies
from esggraph.views.scenes.levels import defence, tiers
from esggraph.views.scenes.structure import structure

OF_A_COMPANY: dict[str, Callable[[Graph, Company], Picture]] = {
    "structure": structure,
    "tiers": tiers,
    "defence": defence,
    "laws": laws,
    "policies": policies,
    "certificates": certificates,
}
ACROSS: dict[str, Callable[[Graph, Sequence[Company]], Picture]] = {"citing": citing, "whole": whole}
