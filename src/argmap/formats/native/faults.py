"""What the reader refuses: the records AM001 to AM052.

Each record's page tells what is refused, why, and how to mend it, with an example of both.
"""

from __future__ import annotations

from argmap.diagnostics import RuleInfo, Severity


def _fault(  # noqa: PLR0917 - a table row: each argument is a column, in the order of the page
    code: str,
    name: str,
    summary: str,
    why: str,
    bad: str | None = None,
    good: str | None = None,
    *,
    severity: Severity = Severity.ERROR,
) -> RuleInfo:
    parts = [f"{code} {name}: {summary}.", f"**Why.** {why}"]
    if bad is not None:
        parts.append(f"**Bad**\n\n```yaml\n{bad.strip()}\n```")
    if good is not None:
        parts.append(f"**Good**\n\n```yaml\n{good.strip()}\n```")
    return RuleInfo(code, name, severity, summary, "\n\n".join(parts))


def _map(line: str) -> str:
    return f"argmap: 1\nstatements:\n  ferry:\n    {line}"


_CLAIM = _map("claim: The ferry should run at night.")

YAML_SYNTAX = _fault(
    "AM001",
    "yaml-syntax",
    "the file is not YAML from here on",
    "Reading ends at a fault of syntax: what stands before it is read and its faults are reported, "
    "but no rule runs, because a rule that sees half a map says what is not so. The usual cause is "
    'a text that YAML takes for something else: it holds ": ", or begins with a quote, `@`, `%` or '
    "`[`. Put such a text in single quotes.",
    _map("claim: The plan: run at night."),
    _map("claim: 'The plan: run at night.'"),
)
NOT_UTF8 = _fault(
    "AM002",
    "not-utf8",
    "a byte that is not UTF-8",
    "A map is UTF-8 text. A file in another encoding would be read with wrong letters, so it is "
    "refused. Save the file as UTF-8.",
)
FORBIDDEN_CHARACTER = _fault(
    "AM003",
    "forbidden-character",
    "a character that no map may hold",
    "Control characters, NUL, lone surrogates, NEL, U+2028 and U+2029 are invisible, and programs "
    "disagree on what they mean; most come in by copying from a document. Remove the character.",
    _map('claim: "The ferry \\x07 runs."'),
    _map('claim: "The ferry runs."'),
)
TOO_LARGE = _fault(
    "AM004",
    "too-large",
    "the file is larger than the limit",
    "A map is written by people and read by people; a file of more than 16 MiB or 200,000 elements "
    "is mostly a mistake, and may be an attack. Both limits can be raised (`argmap.Limits`).",
)
TOO_DEEP = _fault(
    "AM005",
    "too-deep",
    "more than 32 levels of nesting",
    "A statement stands by itself and is named where it is used, so a map needs few levels. Give "
    "the inner steps ids of their own, or write their premises as statements.",
    "argmap: 1\nextras: " + "[" * 33 + "]" * 33,
    "argmap: 1\nextras: {levels: [1, [2]]}\nstatements:\n  ferry:\n    claim: The ferry runs.",
)
FINDINGS_OMITTED = _fault(
    "AM006",
    "findings-omitted",
    "more findings of one code than are shown",
    "After 1,000 findings of one code the rest is only counted. Mend those that are shown, then "
    "check again.",
    severity=Severity.INFO,
)
YAML_FEATURE = _fault(
    "AM007",
    "yaml-feature",
    "a part of YAML that maps do without",
    "Aliases, anchors, merge keys, tags and second documents make a file mean something else than "
    "it seems to say, and a text that begins with `*`, `&` or `!` is taken for one of them without "
    "a word. Write the text in quotes, or the value out in full.",
    _map("claim: !important The ferry runs."),
    _map("claim: '!important The ferry runs.'"),
)
NOT_A_MAP = _fault(
    "AM008",
    "not-a-map",
    "the file holds no map",
    "A map file is a YAML mapping that begins with `argmap: 1` and has `statements`.",
    "- The ferry should run at night.",
    _CLAIM,
)
CUT_BY_COMMENT = _fault(
    "AM009",
    "text-cut-by-comment",
    "a text that YAML cut off at ` #`",
    "YAML takes a `#` behind a space as the beginning of a comment and drops the rest of the line. "
    "Directly before a letter or digit, or inside an open quote, that is hardly what was meant. "
    "Put the text in quotes; or write `# ` with a space, if it is a comment.",
    _map("claim: The ferry is issue #5 of the council."),
    _map("claim: 'The ferry is issue #5 of the council.'"),
)
SPLIT_BY_COMMA = _fault(
    "AM010",
    "text-split-by-comma",
    "a text that YAML split at a comma",
    "Inside `{ }` and `[ ]` a comma ends a value. Put a text or an anchor with a comma in quotes.",
    "argmap: 1\nstatements:\n  ferry: {claim: At night, the ferry should run.}",
    "argmap: 1\nstatements:\n  ferry: {claim: 'At night, the ferry should run.'}",
)
FORMAT_VERSION = _fault(
    "AM011",
    "format-version",
    "the format version is missing or not known",
    "The first line says which version of the format the file is written in, so that a later "
    "version of argmap still reads it rightly, and an earlier one does not guess.",
    "argmap: 2\nstatements:\n  ferry:\n    claim: The ferry runs.",
    "argmap: 1\nstatements:\n  ferry:\n    claim: The ferry runs.",
)
UNKNOWN_KEY = _fault(
    "AM012",
    "unknown-key",
    "a key that does not exist here",
    "An unknown key would be lost without a word. Data of your own goes under `extras`.",
    _map("claim: The ferry runs.\n    becuase: demand\n  demand:\n    premise: Many would use it."),
    _map("claim: The ferry runs.\n    because: demand\n  demand:\n    premise: Many would use it."),
)
DUPLICATE_KEY = _fault(
    "AM013",
    "duplicate-key",
    "a key that stands twice in one mapping",
    "Most YAML readers keep the last value and drop the first without a word. Here the first is "
    "read and the second reported.",
    _CLAIM + "\n  ferry:\n    claim: The ferry should stop.",
    _CLAIM + "\n  quay:\n    claim: The ferry should stop.",
)
WRONG_TYPE = _fault(
    "AM014",
    "wrong-type",
    "a value of another type than is needed here",
    "A text, a list or a mapping stands where another is needed.",
    "argmap: 1\nstatements:\n  ferry: The ferry runs.",
    "argmap: 1\nstatements:\n  ferry: {claim: The ferry runs.}",
)
MISSING_KEY = _fault(
    "AM015",
    "missing-key",
    "a key that is needed and not there",
    "Without it the entry says nothing.",
    _CLAIM + "\npreferences: [{better: ferry}]",
    _CLAIM,
)
STATEMENT_KIND = _fault(
    "AM016",
    "statement-kind",
    "a statement needs exactly one kind",
    "The kind is the key under which the text stands: `conclusion`, `claim`, `premise`, "
    "`assumption` or `evidence`. It says what part the statement plays, and the rules hold it to "
    "that.",
    _map("label: Night ferry"),
    _map("claim: The ferry should run at night.\n    label: Night ferry"),
)
EMPTY_TEXT = _fault(
    "AM017",
    "empty-text",
    "a text is empty",
    "An empty text is mostly a line that was begun and left. Write the text, or leave out the key.",
    _map('claim: ""'),
    _CLAIM,
)
BAD_ID = _fault(
    "AM018",
    "bad-id",
    "not a valid id",
    "An id is a letter followed by letters, digits, `_` and `-`, so that it can be used in steps, "
    "links and file names as it stands. The id of a source may not look like a place (`p3`).",
    "argmap: 1\nstatements:\n  night ferry:\n    claim: The ferry should run at night.",
    "argmap: 1\nstatements:\n  night-ferry:\n    claim: The ferry should run at night.",
)
BAD_STEP = _fault(
    "AM019",
    "bad-step",
    "a step that cannot be read",
    "A step is an id, ids joined by `+`, or a mapping with `from`. Several steps stand in a list; "
    "`a, b` in one text is one name to YAML.",
    _map(
        "conclusion: The ferry should run.\n    because: demand, money\n"
        "  demand:\n    premise: Many would use it.\n  money:\n    premise: It is paid for."
    ),
    _map(
        "conclusion: The ferry should run.\n    because: [demand, money]\n"
        "  demand:\n    premise: Many would use it.\n  money:\n    premise: It is paid for."
    ),
)
PREMISE_TWICE = _fault(
    "AM020",
    "premise-named-twice",
    "a step names one premise twice",
    "Saying a premise twice in one step adds nothing; mostly another was meant.",
    _map(
        "conclusion: The ferry should run.\n    because: demand + demand\n"
        "  demand:\n    premise: Many would use it."
    ),
    _map(
        "conclusion: The ferry should run.\n    because: demand\n"
        "  demand:\n    premise: Many would use it."
    ),
)
BAD_ANCHOR = _fault(
    "AM021",
    "bad-anchor",
    "an anchor that cannot be read",
    "An anchor names a place of the text (`p3`, `p3.2`, `p3.2-4`, `p3.2-p4.1`, `p6-8`), a source, "
    'or a source and a place, each with a quote in `"` behind it; `via` names the place where a '
    "source is read at second hand. A place without a source is a place in the map's `text`.",
    _map("claim: The ferry runs.\n    at: p2.1"),
    "argmap: 1\ntext: leaflet\nsources: {leaflet: {title: Run it at night}}\nstatements:\n"
    "  ferry:\n    claim: The ferry runs.\n    at: p2.1",
)
UNKNOWN_WORD = _fault(
    "AM022",
    "unknown-word",
    "a word that is not on the list",
    "Some keys take one of a few words only.",
    _map("claim: The ferry runs.\n    type: polcy"),
    _map("claim: The ferry runs.\n    type: policy"),
)
BAD_VALUE = _fault(
    "AM023",
    "bad-value",
    "a number, date or address that is none",
    "Dates are written 2025, 2025-05 or 2025-05-08; strengths and weights are numbers from 0 to 1; "
    "addresses begin with http:// or https://.",
    "argmap: 1\nas-of: 8 May 2025\nstatements:\n  ferry:\n    claim: The ferry runs.",
    "argmap: 1\nas-of: 2025-05-08\nstatements:\n  ferry:\n    claim: The ferry runs.",
)
UNKNOWN_RULE = _fault(
    "AM024",
    "unknown-rule",
    "a waiver for a rule that does not exist",
    "A waiver for no rule would suppress nothing for ever. `argmap explain` lists the rules.",
    _CLAIM + "\nwaive: [{rule: AM999, reason: An example.}]",
    _CLAIM,
)
SECTIONS_OVERLAP = _fault(
    "AM025",
    "sections-overlap",
    "two sections share a place",
    "A statement belongs to the section of its first place, so a place can be in one section only.",
    _CLAIM + "\nsections: {demand: {at: p1-3}, money: {at: p3-5}}",
    _CLAIM + "\nsections: {demand: {at: p1-3}, money: {at: p4-5}}",
)
KEY_OUT_OF_PLACE = _fault(
    "AM026",
    "key-out-of-place",
    "a key that does not go with the rest",
    "Each key is right somewhere else: a second mention has no reasons of its own, only evidence "
    "has a `claim-type`, only a layer has `responses`, and a layer leaves its map's head alone.",
    _CLAIM + "\nresponses: {ferry: {against: ferry}}",
    _CLAIM,
)
EMPTY_LIST = _fault(
    "AM027",
    "empty-list",
    "a list that may not be empty",
    "An empty list of main conclusions says that the map argues for nothing. Leave out the key to "
    "let the map's only sink be its main conclusion.",
    "argmap: 1\nmain: []\nstatements:\n  ferry:\n    claim: The ferry runs.",
    _CLAIM,
)
LAYER_NOT_MERGED = _fault(
    "AM050",
    "layer-not-merged",
    "a critic's layer, which this version reads but does not merge",
    "The layer is read, and its own faults are reported; its base is not, and no rule runs: a "
    "rule that sees the layer alone says what is not so of the whole.",
    "argmap: 1\nextends: ferry.argmap.yaml\nstatements: {}",
    None,
)
BAD_EXTENDS = _fault(
    "AM052",
    "bad-extends",
    "the base of a layer is not a file beside or below it",
    "`extends` is a relative path, with `/`, to a file in the folder of the layer or below, so "
    "that a map from elsewhere cannot open files of yours.",
    "argmap: 1\nextends: ../secrets.yaml\nstatements: {}",
    None,
)

#: Every record of the reader, in the order of the codes.
FAULTS: tuple[RuleInfo, ...] = tuple(
    sorted(
        (value for value in tuple(globals().values()) if isinstance(value, RuleInfo)),
        key=lambda record: record.code,
    )
)
