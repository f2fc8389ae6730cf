"""A first map, with a comment to each line, for those who have never written one."""

from __future__ import annotations

import json

from argmap.errors import InvalidValue
from argmap.formats.schema import FILE_NAME
from argmap.model import ArgumentMap
from argmap.text import forbidden_characters

#: The title of a map that has none yet.
TITLE = "What this map is about"
_NAMES = ("first-reason", "second-reason", "hidden-assumption", "finding", "objection", "reply")
_TEMPLATE = """\
# An argument map: what a text argues for, why, and what speaks against it.
# Put your own words in place of these. What stands behind a # is a note to you, not to the map.

argmap: 1 # the version of the format: leave this line as it is
title: {title}
main: {main} # the name of the statement that all others lead to
text: article # the name of the source that you map

sources: # what statements are drawn from, each under a short name of your choice
  article: {{title: Title of the article, author: Its author, date: 2025-05-08}}
  report: {{title: Title of a report, date: 2024}} # the month and the day may be left out

statements: # each under a name of your choice: a letter, then letters, digits, - and _
  {main}:
    conclusion: What the article argues for, in one sentence.
    at: p1.1 # where it says so: paragraph 1, sentence 1
    because: # why; each line that begins with - is a reason of its own
      - {first-reason} + {hidden-assumption} # joined by +, they are a reason only together
      - {second-reason}
    against: {objection} # what speaks against it

  {first-reason}:
    claim: A reason for it, for which there is a reason in turn.
    at: p2.1
    because: {finding}

  {hidden-assumption}:
    assumption: Something taken for granted that the article does not say.

  {finding}:
    evidence: What the report found, with its figures.
    at: report via p2.2 # found in the report, and told in the article at p2.2

  {second-reason}:
    premise: Another reason for it, put forward without argument.
    at: p3.1 "words of the article" # the words themselves may follow, in quotes

  {objection}:
    claim: What an opponent would say, as the article tells it.
    at: p4.1
    against: {reply} # an objection is answered in the same way

  {reply}:
    premise: Why that does not settle the matter.
    at: p4.2
"""


def template(
    title: str | None = None,
    *,
    main: str = "main-conclusion",
    schema: str | None = FILE_NAME,
) -> str:
    """Return the text of a small map that asks to be replaced piece by piece.

    The reader and the rules find nothing wrong with it.

    Args:
        title: title of the map.
        main: id of the main conclusion.
        schema: where editors find the schema: a path as seen from the map, or an address. It
            stands in the first line, where the YAML extension of VS Code and others look for it.
            None leaves the line out.

    Raises:
        InvalidValue: a title or an id that no map can hold, or a space in the path of the schema,
            where editors would stop reading.

    >>> print(template("Night ferry", main="ferry").splitlines()[5])
    title: "Night ferry"
    """
    ArgumentMap(title=title, main=[main])  # refuses what a map cannot hold
    names = {name: name if name != main else f"{name}-2" for name in _NAMES}
    quoted = json.dumps(title or TITLE, ensure_ascii=False)  # JSON is YAML, in double quotes
    text = _TEMPLATE.format_map({**names, "title": quoted, "main": main})
    return text if schema is None else f"{modeline(schema)}\n{text}"


def modeline(schema: str) -> str:
    """Return the first line of a map, by which editors find the schema.

    Raises:
        InvalidValue: a space in the path, where editors would stop reading.
    """
    if schema.split() != [schema] or next(forbidden_characters(schema), None) is not None:
        msg = f"schema: {schema!r} is no path that an editor can read: it may hold no spaces"
        raise InvalidValue(msg)
    return f"# yaml-language-server: $schema={schema}"
