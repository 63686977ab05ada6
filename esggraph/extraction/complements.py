"""What stands around the noun of a document named in lower case: "① guidelines on ② issued by ③", "a policy for ②"."""

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

ACRONYM = r"(?: \([^()\n]{2,60}\))?"
# between the authority and the noun: what the rules are about
TOPIC = (
    r"(?:(?!(?:and|or|the|a|an|of|in|on|for|to|with|by|from|as|at|its|their|our|all|other|any|relevant|applicable"
    r"|such|these|this|those|that|which|who|has|have|had|is|are|was|were|will|new|existing|current|latest|following"
    r"|provides?|sets?|issues?|gives?|offers?|recommends?|launch(?:es)?|adopts?|local|various|several|own"
    r"|also|under|not)\b|\w+ed\b(?<!based)(?<!related))[A-Za-z0-9][\w’'&/-]*(?: (?:and|&)(?= [a-z]))? )"
)
SMALL_TOPIC = TOPIC.replace("[A-Za-z0-9]", "[a-z0-9]")
ABOUT = (
    r"(?: (?:directed at|addressed to|on|for|regarding|concerning|about|relating to|related to|regulating"
    rf"|governing|against) (?:the )?{COMPLEMENT})"
)
ISSUED = (
    r"(?: (?:of|from)|,? (?:as )?(?:issued|published|released|drawn up|laid down|set(?: out| forth)?|established"
    r"|developed|provided|given|defined|adopted|recommended|promulgated|formulated) (?:by|in \d{4} by))(?: the)?"
)
