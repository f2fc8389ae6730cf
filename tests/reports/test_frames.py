"""Frames as they look: each of these texts was read by a person before it was kept."""

from inspect import cleandoc

import pytest

from argmap.diagnostics import Diagnostic, Related, Severity
from argmap.reports.frames import frames
from argmap.text import Span, Text

FERRY = Text(
    "maps/ferry.argmap.yaml",
    "argmap: 1\n"
    "statements:\n"
    "  ferry:\n"
    "    conclusion: The ferry should run at night.\n"
    "    because: demnad + subsidy + demnad\n"
    "  demand:\n"
    "    premise: >-\n"
    "      Many would\n"
    "      use it.\n"
    "\n",
)


def at(excerpt: str, text: Text = FERRY) -> Span:
    start = text.content.index(excerpt)
    return Span(text, start, start + len(excerpt))


def finding(
    span: Span | None,
    *related: Related,
    message: str = "demnad is not defined",
    severity: Severity = Severity.ERROR,
    hint: str | None = None,
    subject: str | None = None,
) -> Diagnostic:
    return Diagnostic(
        "AM101", "dangling-reference", severity, message, span, subject, related, hint
    )


def shown(*findings: Diagnostic, width: int | None = 60, encoding: str = "utf-8") -> str:
    report = frames(findings, width=width, encoding=encoding)
    assert report.endswith("\n")
    assert not any(line.endswith(" ") for line in report.splitlines())
    return report.rstrip("\n")


def test_a_frame_has_message_place_line_caret_and_help() -> None:
    assert shown(finding(at("demnad"), hint='did you mean "demand"?')) == cleandoc("""
        error[AM101]: demnad is not defined
         --> maps/ferry.argmap.yaml:5:14
          |
        5 |     because: demnad + subsidy + demnad
          |              ^^^^^^
        help: did you mean "demand"?
    """)


def test_nothing_found_is_nothing_shown() -> None:
    assert frames([]) == ""


def test_an_empty_line_parts_two_findings() -> None:
    assert shown(
        finding(at("ferry"), message="one", severity=Severity.WARNING),
        finding(None, message="two", severity=Severity.INFO),
    ) == cleandoc("""
        warning[AM101]: one
         --> maps/ferry.argmap.yaml:3:3
          |
        3 |   ferry:
          |   ^^^^^

        info[AM101]: two
         --> the map
    """)


@pytest.mark.parametrize(
    ("name", "subject", "place"),
    [
        ("m.yaml", None, "m.yaml"),
        (None, "demand", "demand"),
        ("m.yaml", "demand", "m.yaml (demand)"),
        (None, None, "the map"),
    ],
)
def test_a_finding_without_a_place_names_its_map_and_element(
    name: str | None, subject: str | None, place: str
) -> None:
    report = frames([finding(None, subject=subject)], name=name)
    assert report == f"error[AM101]: demnad is not defined\n --> {place}\n"


def test_related_places_in_the_same_text_share_its_frame() -> None:
    last = FERRY.content.rindex("demnad")
    assert shown(
        finding(
            Span(FERRY, last, last + 6),
            Related("first here", at("demnad")),
            Related("the target", at("ferry")),
            message="a premise is named twice",
        )
    ) == cleandoc("""
        error[AM101]: a premise is named twice
         --> maps/ferry.argmap.yaml:5:33
          |
        3 |   ferry:
          |   ----- the target
        ...
        5 |     because: demnad + subsidy + demnad
          |                                 ^^^^^^
          |              ------ first here
    """)


def test_lines_that_follow_each_other_are_not_parted() -> None:
    assert shown(finding(at("ferry"), Related("here", at("conclusion")))) == cleandoc("""
        error[AM101]: demnad is not defined
         --> maps/ferry.argmap.yaml:3:3
          |
        3 |   ferry:
          |   ^^^^^
        4 |     conclusion: The ferry should run at night.
          |     ---------- here
    """)


def test_a_related_place_in_another_text_has_a_frame_below() -> None:
    base = Text("base.argmap.yaml", "argmap: 1\nstatements: {ferry: {claim: It runs.}}\n")
    assert shown(finding(at("ferry"), Related("in the base", at("ferry", base)))) == cleandoc("""
        error[AM101]: demnad is not defined
         --> maps/ferry.argmap.yaml:3:3
          |
        3 |   ferry:
          |   ^^^^^
         ::: base.argmap.yaml:2:14
          |
        2 | statements: {ferry: {claim: It runs.}}
          |              ----- in the base
    """)


def test_a_related_place_is_drawn_where_the_finding_has_none() -> None:
    assert shown(finding(None, Related("here", at("ferry")), subject="ferry")) == cleandoc("""
        error[AM101]: demnad is not defined
         --> ferry
         ::: maps/ferry.argmap.yaml:3:3
          |
        3 |   ferry:
          |   ----- here
    """)


def test_from_the_sixth_on_related_places_are_told_in_a_line_each() -> None:
    places = [Related(f"step {n}", Span(FERRY, n, n + 1)) for n in range(7)]
    report = shown(finding(at("ferry"), *places, Related("and so on")))
    assert report.splitlines()[-4:] == [
        "  |   ^^^^^",
        "note: step 5 (maps/ferry.argmap.yaml:1:6)",
        "note: step 6 (maps/ferry.argmap.yaml:1:7)",
        "note: and so on",
    ]


def test_of_several_lines_the_first_is_underlined() -> None:
    """Blank lines that end the span do not count."""
    start = FERRY.content.index(">-")
    span = Span(FERRY, start, len(FERRY.content))
    assert shown(finding(span, Related("text", span))) == cleandoc("""
        error[AM101]: demnad is not defined
         --> maps/ferry.argmap.yaml:7:14
          |
        7 |     premise: >-
          |              ^^ (to line 9)
          |              -- text (to line 9)
    """)


@pytest.mark.parametrize(
    ("content", "start", "end", "frame"),
    [
        ("a: b\n", 2, 2, "1 | a: b\n  |   ^"),  # empty
        ("a: b\n", 4, 4, "1 | a: b\n  |     ^"),  # behind the last character
        ("a: b\r\n", 4, 6, "1 | a: b\n  |     ^"),  # the line break alone
        ("a: b\r\n", 5, 5, "1 | a: b\n  |     ^"),  # inside the line break
        ("a: b\n", 5, 5, "2 |\n  | ^"),  # behind the last line break
        ("a: b\n", 99, 200, "2 |\n  | ^"),  # beyond the text
        ("", 0, 0, "1 |\n  | ^"),
        ("a: b\n\nc", 1, 6, "1 | a: b\n  |  ^^^"),  # what follows is blank
        ("  \n\nc", 0, 4, "1 |\n  | ^^"),  # all of it is
    ],
)
def test_spans_at_the_edges(content: str, start: int, end: int, frame: str) -> None:
    text = Text("m.yaml", content)
    assert shown(finding(Span(text, start, end))).partition("  |\n")[2] == frame


def test_a_long_line_is_cut_around_the_place() -> None:
    text = Text("m.yaml", f"x: {'so ' * 60}here{' it' * 60}\n")
    assert shown(finding(at("here", text))) == cleandoc("""
        error[AM101]: demnad is not defined
         --> m.yaml:1:184
          |
        1 | …so so so so so so here it it it it it it it it it it i…
          |                    ^^^^
    """)


def test_a_long_line_is_shown_from_its_front_or_to_its_end_where_the_place_allows() -> None:
    text = Text("m.yaml", f"front {'so ' * 40}back")
    front, back = shown(finding(at("front", text))), shown(finding(at("back", text)))
    assert front.splitlines()[-2:] == [
        "1 | front so so so so so so so so so so so so so so so so s…",
        "  | ^^^^^",
    ]
    assert back.splitlines()[-2:] == [
        "1 | …so so so so so so back",
        "  |                    ^^^^",
    ]


def test_a_place_longer_than_the_page_is_marked_as_far_as_it_is_shown() -> None:
    text = Text("m.yaml", f"key: {'so ' * 80}")
    assert shown(finding(Span(text, 5, 200)), width=40).splitlines()[-2:] == [
        "1 | …so so so so so so so so so so so s…",
        "  |  " + "^" * 34,
    ]


def test_the_line_is_shown_again_for_a_mark_beyond_the_cut() -> None:
    text = Text("m.yaml", f"front {'so ' * 40}back")
    assert shown(finding(at("front", text), Related("there", at("back", text)))) == cleandoc("""
        error[AM101]: demnad is not defined
         --> m.yaml:1:1
          |
        1 | front so so so so so so so so so so so so so so so so s…
          | ^^^^^
        1 | …so so so so so so back
          |                    ---- there
    """)


def test_a_message_is_broken_at_spaces_in_a_column_of_its_own() -> None:
    report = shown(
        finding(
            None,
            Related("a note that takes more than a line"),
            message="the step from demnad to ferry is wrong",
            hint="write\n  because: demand",
        ),
        width=40,
    )
    assert report == cleandoc("""
        error[AM101]: the step from demnad to
                      ferry is wrong
         --> the map
        note: a note that takes more than a line
        help: write
                because: demand
    """)


def test_words_that_do_not_fit_beside_a_mark_stand_below_it() -> None:
    related = Related("where the statement was said for the first time", at("ferry should"))
    assert shown(finding(at("The"), related), width=44) == cleandoc("""
        error[AM101]: demnad is not defined
         --> maps/ferry.argmap.yaml:4:17
          |
        4 |     conclusion: The ferry should run at…
          |                 ^^^
          |                     ------------
          |                     where the statement
          |                     was said for the
          |                     first time
    """)


def test_a_name_wider_than_the_page_is_broken_anywhere() -> None:
    text = Text("a folder/" * 6 + "m.yaml", "x\n")
    assert shown(finding(Span(text, 0, 1)), width=40).splitlines()[1:3] == [
        " --> a folder/a folder/a folder/a folder",
        "     /a folder/a folder/m.yaml:1:1",
    ]


def test_without_a_width_only_lines_of_the_map_are_cut() -> None:
    text = Text("folder/" * 20 + "m.yaml", f"x: {'so ' * 60}here{' it' * 60}\n")
    report = shown(finding(at("here", text), message="word " * 40 + "end"), width=None)
    message, place, _, line, _ = report.splitlines()
    assert len(message) > 200
    assert len(place) > 140
    assert len(line) == 100


def test_a_page_is_at_least_forty_cells_wide() -> None:
    assert frames([finding(at("demnad"))], width=3) == frames([finding(at("demnad"))], width=40)


def test_wide_characters_tabs_and_controls() -> None:
    text = Text("m.yaml", "\tclaim: 船がäx \x1b[31m demnad\n")
    assert shown(finding(at("demnad", text)), finding(at("\x1b[", text))) == cleandoc("""
        error[AM101]: demnad is not defined
         --> m.yaml:1:20
          |
        1 |     claim: 船がäx <U+001B>[31m demnad
          |                                ^^^^^^

        error[AM101]: demnad is not defined
         --> m.yaml:1:14
          |
        1 |     claim: 船がäx <U+001B>[31m demnad
          |                   ^^^^^^^^^
    """)


def test_what_an_encoding_cannot_hold_is_shown_by_number_and_the_cut_in_dots() -> None:
    text = Text("m.yaml", f"båt 船 demnad {'so ' * 30}\n")
    assert shown(finding(at("demnad", text)), encoding="latin-1", width=44) == cleandoc("""
        error[AM101]: demnad is not defined
         --> m.yaml:1:7
          |
        1 | båt <U+8239> demnad so so so so so so...
          |              ^^^^^^
    """)


def test_colour() -> None:
    report = frames(
        [finding(at("ferry"), Related("here", at("demnad")), Related("so"), hint="mend it")],
        color=True,
    )
    assert report.splitlines() == [
        "\x1b[1;31merror[AM101]\x1b[0m: demnad is not defined",
        "\x1b[34m -->\x1b[0m maps/ferry.argmap.yaml:3:3",
        "\x1b[34m  |\x1b[0m",
        "\x1b[34m3 |\x1b[0m   ferry:",
        "\x1b[34m  |\x1b[0m   \x1b[1;31m^^^^^\x1b[0m",
        "\x1b[34m...\x1b[0m",
        "\x1b[34m5 |\x1b[0m     because: demnad + subsidy + demnad",
        "\x1b[34m  |\x1b[0m              \x1b[34m------\x1b[0m here",
        "\x1b[1;36mnote\x1b[0m: so",
        "\x1b[32mhelp\x1b[0m: mend it",
    ]


@pytest.mark.parametrize(
    ("severity", "parameters"),
    [(Severity.ERROR, "1;31"), (Severity.WARNING, "1;33"), (Severity.INFO, "1;36")],
)
def test_each_severity_has_its_colour(severity: Severity, parameters: str) -> None:
    report = frames([finding(None, severity=severity)], color=True)
    assert report.startswith(f"\x1b[{parameters}m{severity.value}[AM101]\x1b[0m: ")
