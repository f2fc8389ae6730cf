"""Where settings come from, which go before others, and what they cannot be."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import layout
from argmap.diagnostics import Severity
from argmap.errors import ArgmapError
from argmap.formats import Limits
from argmap.pipeline import CATALOGUE
from argmap.settings import InvalidSettings, Settings, resolve
from argmap.settings.keys import ENGINES, KEYS
from argmap.settings.layers import nearest
from argmap.settings.shown import shown

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a file below the current folder, which holds nothing else."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        return path

    return write


def settings(
    folder: str = ".",
    *,
    environment: Mapping[str, str] | None = None,
    options: Mapping[str, str] | None = None,
    isolated: bool = False,
) -> Settings:
    return resolve(
        Path(folder),
        CATALOGUE,
        environment=environment or {},
        options=options or {},
        isolated=isolated,
    )


def refused(**more: Mapping[str, str]) -> str:
    """The message for settings that cannot be, with its hint behind `|`."""
    with pytest.raises(InvalidSettings) as raised:
        settings(**more)  # type: ignore[arg-type]  # one of two keywords, both mappings of texts
    assert isinstance(raised.value, ArgmapError)
    return f"{raised.value}|{raised.value.hint or ''}"


def test_nothing_is_set(write: Write) -> None:
    found = settings()
    assert found == Settings(folder=Path.cwd())
    assert found.limits == Limits()
    assert found.fails_at is Severity.ERROR
    assert {found.origin(key) for key in KEYS} == {"default"}


def test_the_nearest_file_counts_alone(write: Write) -> None:
    write("argmap.toml", 'fail-on = "info"\nmax-size = 7')
    write("a/pyproject.toml", '[project]\nname = "argmap"\n')
    write("a/b/pyproject.toml", '[tool.argmap]\nfail-on = "warning"')
    write("a/b/c/d/.keep", "")
    deep, middle = settings("a/b/c/d"), settings("a")
    assert (deep.fail_on, deep.origin("fail-on")) == ("warning", "a/b/pyproject.toml:2")
    assert (deep.max_size, deep.origin("max-size")) == (Limits().size, "default")
    assert (middle.fail_on, middle.origin("fail-on")) == ("info", "argmap.toml:1")
    assert settings("a/b/c", isolated=True) == Settings(folder=Path.cwd())
    assert settings("a/nowhere/at/all").fail_on == "info"


def test_of_both_files_in_a_folder_argmap_toml_counts(write: Write) -> None:
    write("argmap.toml", "")
    write("pyproject.toml", '[tool.argmap]\nfail-on = "warning"')
    assert settings().fail_on == "error"


def test_a_file_elsewhere_is_named_in_full(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a/argmap.toml", 'fail-on = "info"')
    write("b/.keep", "")
    monkeypatch.chdir("b")
    assert settings("../a").origin("fail-on") == f"{path}:1"


@pytest.mark.parametrize(
    "content", ["", "[tool]\nx = 1", 'tool = "argmap"', "[tool.other]\nargmap = 1", "argmap = ["]
)
def test_a_project_without_settings_is_passed_over(write: Write, content: str) -> None:
    """What does not say `tool` and `argmap` holds none, be it TOML or not."""
    write("argmap.toml", 'fail-on = "info"')
    write("a/pyproject.toml", content)
    assert settings("a").fail_on == "info"


@pytest.mark.parametrize(
    "content",
    [
        '[tool.argmap]\nfail-on = "warning"',
        '[ tool . "argmap" ] # ours\nfail-on = "warning"',
        """["tool".'argmap']\nfail-on = "warning\"""",
        '[project]\nname = "argmap"\n\n[tool]\nargmap = {fail-on = "warning"}',
        '  [ "tool" ]\nargmap.fail-on = "warning"',
        'tool.argmap.fail-on = "warning"',
        'tool = {argmap = {fail-on = "warning"}}',
        'tool = {"argmap".fail-on = "warning"}',
    ],
)
def test_the_table_is_found_however_it_is_written(write: Write, content: str) -> None:
    write("pyproject.toml", content)
    assert settings(".").fail_on == "warning"


def test_a_map_that_is_a_link_stands_where_it_was_found(write: Write) -> None:
    write("a/argmap.toml", 'fail-on = "info"')
    write("b/argmap.toml", 'fail-on = "warning"')
    Path("b/link").symlink_to("../a", target_is_directory=True)
    assert settings("b/link").fail_on == "info"  # its own folder has a file
    assert settings("b/link/nowhere/..").fail_on == "info"
    Path("a/argmap.toml").unlink()
    assert settings("b/link").fail_on == "warning"


def test_key_by_key_the_nearer_goes_before(write: Write) -> None:
    write("argmap.toml", 'fail-on = "info"\nengine = "dot"\nignore = ["AM6"]\nmax-size = 9')
    environment = {
        "ARGMAP_FAIL_ON": "warning",
        "ARGMAP_ENGINE": "graphviz-pure",
        "ARGMAP_IGNORE": "",
    }
    found = settings(environment=environment, options={"fail-on": "never", "ignore": "AM2,AM109"})
    assert (found.fail_on, found.fails_at) == ("never", None)
    assert (found.engine, found.max_size, found.ignore) == ("graphviz-pure", 9, ("AM2", "AM109"))
    assert {key: found.origin(key) for key in ("fail-on", "engine", "ignore", "max-size")} == {
        "fail-on": "--fail-on",
        "engine": "ARGMAP_ENGINE",
        "ignore": "--ignore",
        "max-size": "argmap.toml:4",
    }
    assert settings(environment=environment).ignore == ("AM6",)


def test_what_is_selected_on_the_spot_is_not_ignored_from_afar(write: Write) -> None:
    write("argmap.toml", 'ignore = ["AM602"]\nselect = ["AM"]')
    assert settings().ignore == ("AM602",)
    found = settings(options={"select": "AM602"})
    assert (found.select, found.ignore, found.origin("ignore")) == (("AM602",), (), "default")
    both = settings(environment={"ARGMAP_IGNORE": "AM602", "ARGMAP_SELECT": "AM6"})
    assert (both.select, both.ignore) == (("AM6",), ("AM602",))
    assert settings(options={"ignore": "AM1"}).select == ("AM",)


def test_every_setting_on_one_line(write: Write) -> None:
    environment = {
        "ARGMAP_SELECT": "AM1, question-as-claim ,",
        "ARGMAP_IGNORE": "AM109",
        "ARGMAP_SEVERITY": "AM2=info,main-conclusion = warning",
        "ARGMAP_PER_FILE_IGNORES": "a=b/*=AM1,*.yaml=AM2,a=b/*=AM6",
        "ARGMAP_FAIL_ON": " info ",
        "ARGMAP_OUTPUT_FORMAT": "json",
        "ARGMAP_ENGINE": "dot",
        "ARGMAP_MAX_SIZE": "10",
        "ARGMAP_MAX_ELEMENTS": "20",
        "ARGMAP_TRACEBACK": "1",
    }
    assert settings(environment=environment) == Settings(
        select=("AM1", "AM602"),
        ignore=("AM109",),
        severity={"AM2": Severity.INFO, "AM108": Severity.WARNING},
        per_file_ignores={"a=b/*": ("AM1", "AM6"), "*.yaml": ("AM2",)},
        fail_on="info",
        output_format="json",
        engine="dot",
        max_size=10,
        max_elements=20,
        folder=Path.cwd(),
    )
    assert settings(environment=environment).limits == Limits(size=10, elements=20)


def test_every_setting_in_a_file(write: Write) -> None:
    write(
        "a/argmap.toml",
        """\
select = ["ALL"]
ignore = []
fail-on = "never"
output-format = "sarif"
engine = "graphviz-pure"
max-size = 1
max-elements = 1_000_000_000
[severity]
am6 = "error"
[per-file-ignores]
"drafts/" = ["AM109", "AM2"]
""",
    )
    found = settings("a")
    assert found == Settings(
        fail_on="never",
        output_format="sarif",
        engine="graphviz-pure",
        max_size=1,
        max_elements=1_000_000_000,
        severity={"AM6": Severity.ERROR},
        per_file_ignores={"drafts/": ("AM109", "AM2")},
        folder=Path.cwd() / "a",
    )
    assert found.origin("severity") == "a/argmap.toml:8"
    assert found.origin("engine") == "a/argmap.toml:5"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("slect = []", 'there is no setting "slect"|did you mean "select"?'),
        ("fail_on = 1", 'there is no setting "fail_on"|did you mean "fail-on"?'),
        ("folders = {}", 'there is no setting "folders"|the settings are select, ignore,'),
        ('select = "AM1"', 'select: "AM1" is not a list of codes|write one in brackets'),
        ('select = ["AM777"]', 'select: no rule goes by "AM777"|'),
        ('ignore = ["disconected"]', 'ignore: no rule goes by "disconected"|did you mean'),
        ('ignore = ["AM012"]', 'ignore: "AM012" cannot be ignored: '),
        ("ignore = [1]", "ignore: 1 is no code of a rule|"),
        ('fail-on = "warn"', 'fail-on: "warn" is none of error, warning, info, never|'),
        ('fail-on = "Error"', 'fail-on: "Error" is none of error, warning, info, never|did you'),
        ("fail-on = true", "fail-on: true is none of error"),
        ('output-format = "xml"', 'output-format: "xml" is none of full, concise, json'),
        ('engine = "/bin/sh"', 'engine: "/bin/sh" is none of graphviz-pure, dot|'),
        ('engine = ["dot"]', "engine: ['dot'] is none of graphviz-pure, dot|"),
        ("max-size = 0", "max-size: 0 is not a whole number from 1 to 1,000,000,000|"),
        ("max-size = 1.5", "max-size: 1.5 is not a whole number"),
        ("max-size = true", "max-size: true is not a whole number"),
        ("max-size = 1000000001", "max-size: 1000000001 is not a whole number"),
        ('max-elements = "many"', 'max-elements: "many" is not a whole number'),
        (f"max-elements = {'9' * 90}", f"max-elements: {'9' * 57}... is not a whole number"),
        ("severity = 1", "severity: 1 is not a table|write one in braces"),
        ('severity = {AM1 = "bad"}', 'severity: AM1: "bad" is none of info, warning, error|'),
        ('severity = {AM012 = "info"}', 'severity: AM012: "AM012" stays an error'),
        ('severity = {X = "info"}', 'severity: X: no rule goes by "X"|'),
        (
            'severity = {AM109 = "info", disconnected = "error"}',
            'severity: disconnected: "disconnected" means AM109, which stands there twice|',
        ),
        ("per-file-ignores = []", "per-file-ignores: [] is not a table|"),
        ('per-file-ignores = {x = "AM1"}', 'per-file-ignores: x: "AM1" is not a list'),
        ('per-file-ignores = {x = ["AM0"]}', 'per-file-ignores: x: "AM0" cannot be ignored'),
        ('per-file-ignores = {"" = ["AM1"]}', "per-file-ignores: : an empty pattern means no"),
    ],
)
def test_what_cannot_be_is_said_with_its_place(write: Write, line: str, message: str) -> None:
    write("pyproject.toml", f"[tool.argmap]\n# so\n{line}\n")
    assert refused().startswith(f"pyproject.toml:3: {message}")


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [
        ("fail-on", "eror", '"eror" is none of error, warning, info, never|did you mean "error"?'),
        ("select", "AM777", 'no rule goes by "AM777"|'),
        ("max-size", "1 kB", '"1 kB" is not a whole number from 1 to 1,000,000,000|'),
        ("max-size", "-1", "-1 is not a whole number"),
        ("max-size", "9" * 5_000, '"99999'),
        ("severity", "AM109", '"AM109" is not one more pair such as AM109=info|'),
        ("severity", "AM109=info,AM109=info", '"AM109=info" is not one more pair'),
        ("severity", "AM6=bad", 'AM6: "bad" is none of info, warning, error|'),
        ("per-file-ignores", "drafts/*", '"drafts/*" is not a pair such as drafts/*=AM109|'),
    ],
)
def test_a_variable_and_an_option_are_named(
    write: Write, key: str, text: str, message: str
) -> None:
    variable = "ARGMAP_" + key.upper().replace("-", "_")
    assert refused(environment={variable: text}).startswith(f"{variable}: {message}")
    assert refused(options={key: text}).startswith(f"--{key}: {message}")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[tool.argmap\n", "a/pyproject.toml:1:13: not TOML: "),
        ("[tool]\n\nargmap = 1\n", "a/pyproject.toml:3: tool.argmap must be a table of settings|"),
        ("tool.argmap = []", "a/pyproject.toml:1: tool.argmap must be a table"),
        ("# tool.argmap\nx = " + "[" * 5_000, "a/pyproject.toml: nested too deeply"),
        ("[tool.argmap]\n#" + "x" * 1_100_000, "a/pyproject.toml is larger than 1,048,576 bytes"),
    ],
)
def test_a_file_that_is_broken(write: Write, content: str, message: str) -> None:
    write("a/pyproject.toml", content)
    with pytest.raises(InvalidSettings, match=f"^{re.escape(message.partition('|')[0])}"):
        settings("a")


def test_a_file_in_another_encoding(write: Write) -> None:
    write("argmap.toml", "").write_bytes('fail-on = "info"\n'.encode("utf-16"))
    assert refused() == "argmap.toml:1: not UTF-8 (byte 0xff)|save the file as UTF-8"
    Path("argmap.toml").write_bytes(b'\xef\xbb\xbffail-on = "info"\r\n')
    assert settings().fail_on == "info"


def test_what_is_no_file(write: Write) -> None:
    link = Path("argmap.toml")
    link.symlink_to("argmap.toml")
    assert refused() == "argmap.toml cannot be read: too many levels of symbolic links|"
    link.unlink()
    link.symlink_to("nowhere")
    assert refused() == "argmap.toml cannot be read: no such file or directory|"
    link.unlink()
    link.mkdir()
    assert refused() == "argmap.toml is not a file|"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(write: Write) -> None:
    os.mkfifo("pyproject.toml")
    assert refused() == "pyproject.toml is not a file|"


def test_a_file_that_may_not_be_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told by a stand-in, for root may read every file."""
    write("argmap.toml", "")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert refused() == "argmap.toml cannot be read: permission denied|"
    assert settings(isolated=True) == Settings(folder=Path.cwd())


def test_a_link_to_settings_is_followed(write: Write) -> None:
    write("shared.toml", 'fail-on = "info"')
    Path("argmap.toml").symlink_to("shared.toml")
    assert settings().origin("fail-on") == "argmap.toml:1"


def test_patterns_count_from_the_file_or_from_here(write: Write) -> None:
    write("a/argmap.toml", 'per-file-ignores = {"x" = ["AM1"]}')
    assert settings("a/b").folder == Path.cwd() / "a"
    by_variable = settings("a", environment={"ARGMAP_PER_FILE_IGNORES": "x=AM1"})
    assert by_variable.folder == Path.cwd()


def test_all_folders_of_sources_count_the_nearest_first(write: Write) -> None:
    write("a/argmap.toml", 'sources = ["seeds", "more/texts", "."]')
    found = settings("a")
    assert found.sources == tuple(map(str, (Path("a/seeds"), Path("a/more/texts"), Path("a"))))
    assert found.origin("sources") == "a/argmap.toml:1"
    both = settings(
        "a",
        environment={"ARGMAP_SOURCES": os.pathsep.join(["/texts", "", "../b"])},
        options={"sources": "here"},
    )
    assert both.sources == ("here", "/texts", "../b", *found.sources)
    assert both.origin("sources") == "--sources"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            '["../x"]',
            'argmap.toml:1: sources: "../x" is outside of the settings\' folder|name folders',
        ),
        ('["/x"]', 'argmap.toml:1: sources: "/x" is outside'),
        ('["a/../../x"]', "is outside"),
        ('[""]', 'argmap.toml:1: sources: "" is no folder|'),
        ("[3]", "3 is no folder"),
        ('["\\u0000"]', "is no folder"),
        ('"seeds"', '"seeds" is not a list of folders|write one in brackets, such as ["seeds"]'),
    ],
)
def test_folders_of_sources_that_cannot_be(write: Write, written: str, said: str) -> None:
    write("argmap.toml", f"sources = {written}")
    assert said in refused()


def test_the_engines_are_those_that_can_be_run() -> None:
    assert tuple(layout.ENGINES) == ENGINES


def test_no_file_at_all_above_the_root() -> None:
    assert nearest(Path(Path.cwd().anchor)) is None


codes = st.lists(st.sampled_from(["AM", "AM1", "AM109", "AM6"]), max_size=3).map(tuple)
severity = st.dictionaries(st.sampled_from(["AM", "AM1", "AM109"]), st.sampled_from(Severity))
every = st.builds(
    Settings,
    select=codes,
    ignore=codes.filter(lambda each: "AM" not in each),
    severity=severity,
    per_file_ignores=st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5), codes
    ),
    fail_on=st.sampled_from(["error", "never"]),
    output_format=st.sampled_from(["full", "json"]),
    engine=st.sampled_from([None, "dot"]),
    max_size=st.integers(1, 10**9),
    max_elements=st.integers(1, 10**9),
    sources=st.lists(st.sampled_from(["seeds", "a b/\xe9"]), max_size=2).map(tuple),
)


@given(every)
def test_what_is_shown_is_a_settings_file(some: Settings) -> None:
    text = shown(some)
    assert len(text.splitlines()) >= len(KEYS)
    table = tomllib.loads(text)
    read = {key.replace("-", "_"): KEYS[key].read(value, CATALOGUE) for key, value in table.items()}
    assert Settings(**read) == some  # type: ignore[arg-type]  # each reader makes its own type


def test_origins_stand_behind_the_values(write: Write) -> None:
    write("argmap.toml", '\nfail-on = "info"\n')
    text = shown(settings(options={"ignore": "AM6"}, environment={"ARGMAP_ENGINE": "dot"}))
    assert [line.split("    # ") for line in text.splitlines()] == [
        ['select = ["ALL"]      ', "default"],
        ['ignore = ["AM6"]      ', "--ignore"],
        ["per-file-ignores = {} ", "default"],
        ["severity = {}         ", "default"],
        ['fail-on = "info"      ', "argmap.toml:2"],
        ['output-format = "full"', "default"],
        ['engine = "dot"        ', "ARGMAP_ENGINE"],
        ["max-size = 16777216   ", "default"],
        ["max-elements = 200000 ", "default"],
        ["sources = []          ", "default"],
    ]
