"""What follows the noun of a document named in lower case: "guidelines on ①", "a policy for ①"."""

from __future__ import annotations

_NO_TOPIC = (
    "be|ensure|help|achieve|all|its|our|their|each|which|this|that|these|how|a|an|the"
    "|subjects?|matters?|topic|issue|part|behalf|basis"
)
_VERBS = (
    "is|are|was|were|has|have|had|will|can|shall|may|must|should|which|that|who|such|as|by|when|while|where|from|at"
    "|we|it|see|in|also|including|so|if|during|under|after|before|into|through|via|because|however|both|but|than"
    "|appl(?:y|ies)|requires?|provides?|sets?|recommends?|states?|came|defines?|serves?|helps?|covers?"
)
# until a verb, a relative clause, a date or the next article
COMPLEMENT = (
    rf"(?!(?:{_NO_TOPIC})\b)(?:[a-z]|[A-Z]{{2,5}}(?= ))[\w-]*"
    rf"(?:,? (?!(?:{_VERBS})\b|\w+ed\b|(?:and|or|for|of|to|on) (?:the|its|our|their|a|an|with|by|are|is|as)\b"
    r"|(?:and|or|for|of|to|on)\b(?! [a-z])|the\b)[a-z][\w/-]*){0,8}"
)
