"""SARIF 2.1.0: for code scanning and for viewers of many tools' findings.

The standard is that of OASIS, 2020 (errata 2023); the numbers in comments are its sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from textwrap import shorten

from attrs import Factory, define

from argmap.diagnostics import Diagnostic, Related, RuleInfo, Severity
from argmap.model import Waiver
from argmap.reports.document import Json, document
from argmap.reports.examined import Examined, file_of
from argmap.reports.fingerprint import Identity, numbered
from argmap.reports.places import region
from argmap.reports.uris import address
from argmap.text import Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
#: The folder that relative URIs are relative to; code scanning knows it by this name.
_ROOT = "%SRCROOT%"
#: The name changes when what fingerprints are made of does (3.27.17).
_FINGERPRINT = "ruleMapElement/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# What code scanning shows of a description.
_DESCRIPTION = 1000


def sarif(
    maps: Iterable[Examined],
    *,
    rules: Mapping[str, RuleInfo],
    version: str,
    root: str | None = None,
) -> str:
    """Return a SARIF log of all findings, the waived ones marked as suppressed.

    Args:
        maps: what was found in each map, in the order to list them.
        rules: every rule by its code; all are listed.
        version: that of argmap.
        root: the folder that argmap ran in; files inside it get relative URIs, also where they
            were named by absolute paths.

    >>> import json
    >>> json.loads(sarif([], rules={}, version="1.0"))["runs"][0]["results"]
    []
    """
    numbers = {code: number for number, code in enumerate(rules)}
    log = _Log(rules, None if root is None else PurePath(root), numbers)
    run = log.run(list(maps), version)
    return document({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


@define
class _Log:
    """A log while it is written: the rules, and the files that it has spoken of so far."""

    rules: Mapping[str, RuleInfo]
    root: PurePath | None
    #: Index of each rule in the list of them.
    numbers: dict[str, int]
    #: Each file by its URI: where it is, and its index among them all.
    files: dict[str, dict[str, Json]] = Factory(dict)

    def run(self, maps: list[Examined], version: str) -> dict[str, Json]:
        """Return the run, of which a log has one."""
        targets = {self._artifact(one.file)["uri"] for one in maps if one.file is not None}
        results = list(self._results(maps))
        invocation = {
            "executionSuccessful": all(one.unread is None for one in maps),
            "toolConfigurationNotifications": [
                notification for one in maps for notification in self._notifications(one)
            ],
        }
        rules = [_descriptor(rule) for rule in self.rules.values()]
        return {
            "tool": {"driver": {"name": "argmap", "version": version, "rules": rules}},
            "invocations": [invocation],
            "originalUriBaseIds": {
                _ROOT: {"description": {"text": "The folder that argmap ran in."}}
            },
            "artifacts": [
                {
                    "location": {key: where[key] for key in where if key != "index"},
                    **({"roles": ["analysisTarget"]} if uri in targets else {}),
                }
                for uri, where in self.files.items()
            ],
            "results": results,
            "defaultEncoding": "utf-8",
            # What argmap counts: characters, and a lone carriage return ends a line (3.14.26, 27).
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
        }

    def _results(self, maps: list[Examined]) -> Iterator[dict[str, Json]]:
        found: list[tuple[Examined, Diagnostic, Waiver | None]] = [
            *((one, finding, None) for one in maps for finding in one.diagnostics),
            *((one, by.diagnostic, by.waiver) for one in maps for by in one.waived),
        ]
        fingerprints = numbered(Identity.of(one, finding) for one, finding, _ in found)
        for (one, finding, waiver), fingerprint in zip(found, fingerprints, strict=True):
            yield {
                "ruleId": finding.code,
                **self._index("ruleIndex", finding.code),
                "level": _LEVELS[finding.severity],
                "message": {"text": _said(finding)},
                "locations": self._locations(finding.span, finding.subject, one),
                "relatedLocations": [
                    self._related(number, related)
                    for number, related in enumerate(finding.related, start=1)
                ],
                "partialFingerprints": {_FINGERPRINT: fingerprint},
                # All results say whether they are suppressed, or none does (3.27.23).
                "suppressions": [] if waiver is None else [self._suppression(waiver)],
            }

    def _index(self, key: str, code: str) -> dict[str, Json]:
        """Return the entry that says where in the list of rules a rule stands, if it does."""
        return {key: self.numbers[code]} if code in self.numbers else {}

    def _locations(
        self, span: Span | None, subject: str | None, one: Examined
    ) -> list[dict[str, Json]]:
        location = self._location(span, subject)
        if span is None and one.file is not None:
            location["physicalLocation"] = {"artifactLocation": self._artifact(one.file)}
        return [location] if location else []

    def _location(self, span: Span | None, subject: str | None) -> dict[str, Json]:
        location: dict[str, Json] = {}
        file = None if span is None else file_of(span.text.name)
        # A place in what is no file, such as standard input, cannot be told (3.29.3).
        if span is not None and file is not None:
            place = region(span)
            location["physicalLocation"] = {
                "artifactLocation": self._artifact(file),
                "region": {
                    "startLine": place.line,
                    "startColumn": place.column,
                    "endLine": place.end_line,
                    "endColumn": place.end_column,
                },
            }
        if subject:
            location["logicalLocations"] = [{"name": subject}]
        return location

    def _related(self, number: int, related: Related) -> dict[str, Json]:
        return {
            "id": number,
            "message": {"text": _plain(related.message)},
            **self._location(related.span, related.subject),
        }

    def _artifact(self, file: str) -> dict[str, Json]:
        """Return where a file is; its first mention enters it into the list of files."""
        uri, relative = address(PurePath(file), self.root)
        base = {"uriBaseId": _ROOT} if relative else {}
        return self.files.setdefault(uri, {"uri": uri, **base, "index": len(self.files)})

    def _suppression(self, waiver: Waiver) -> dict[str, Json]:
        """Return a waiver as a suppression.

        It stands in the map itself, in a form that the language of maps offers: "inSource"
        (3.35.2).
        """
        where = self._location(waiver.span, None)
        return {
            "kind": "inSource",
            "status": "accepted",
            **({"justification": waiver.reason} if waiver.reason else {}),
            **({"location": where} if where else {}),
        }

    def _notifications(self, one: Examined) -> Iterator[dict[str, Json]]:
        """Yield what was not looked at, and why (3.20.22)."""
        where = {} if one.file is None else {"locations": self._locations(None, None, one)}
        if one.unread is not None:
            message = {"text": _plain(f"{one.name} cannot be read: {one.unread}")}
            yield {"level": "error", "message": message, **where}
        for skipped in one.not_run:
            code = skipped.rule.code
            yield {
                "level": "warning",
                "message": {"text": _plain(f"{code} did not run on {one.name}: {skipped.why}")},
                "associatedRule": {"id": code, **self._index("index", code)},
                **where,
            }


def _descriptor(rule: RuleInfo) -> dict[str, Json]:
    summary = rule.summary or rule.name
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{summary[:1].upper()}{summary[1:]}."},
        "fullDescription": {"text": shorten(_description(rule), _DESCRIPTION, placeholder=" …")},
        **({"help": {"text": rule.page, "markdown": rule.page}} if rule.page else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _description(rule: RuleInfo) -> str:
    """Return what the page of a rule says before its examples, without marks of emphasis."""
    _, *paragraphs = re.split(r"\n\s*\n", rule.page)
    words = []
    for paragraph in paragraphs:
        if paragraph.startswith(("**Bad**", "**Good**", "```")):
            break
        words.append(re.sub(r"^\*\*(What|Why)\.\*\*\s+", "", paragraph).replace("`", ""))
    return " ".join(words) or rule.summary or rule.name


def _said(finding: Diagnostic) -> str:
    said = finding.message if finding.hint is None else f"{finding.message}\n{finding.hint}"
    return _plain(said if said.strip() else finding.name)


def _plain(text: str) -> str:
    """Return text for a plain text message, in which nothing is a placeholder or a link.

    Braces are doubled wherever they stand (3.11.5). Brackets and backslashes are escaped only where
    a link could be read (3.11.6): elsewhere they stand for themselves.
    """
    if not text.strip():
        return "(without words)"  # an empty text is none (3.11.8)
    text = text.replace("{", "{{").replace("}", "}}")
    return re.sub(r"([\\\[\]])", r"\\\1", text) if "](" in text else text
