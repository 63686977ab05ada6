"""How long reading and extracting a report takes beside spaCy's tokeniser and sentencizer on the same text.

    python tests/benchmarks/extraction.py REPORT.txt

runs both as whole processes, in turn, and prints the median seconds of each and their ratio. The peer does far less:
it is what any program over spaCy pays before it has found anything.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 3
PEER = """
import spacy, sys
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
for line in open(sys.argv[1], encoding="utf-8"):
    nlp(line)
"""


def seconds(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("name one report, a text file")
    report = sys.argv[1]
    turns = [
        (seconds("-m", "esggraph", "extract", report, "--format", "json"), seconds("-c", PEER, report))
        for _ in range(RUNS)
    ]
    ours, peer = (statistics.median(times) for times in zip(*turns, strict=True))
    print(
        f"esggraph extract: {ours:.1f} s; spaCy blank pipeline with sentencizer: {peer:.1f} s; ratio {ours / peer:.1f}"
    )


if __name__ == "__main__":
    main()
