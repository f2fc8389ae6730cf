"""The README, run as a stranger would: its files are made, its commands give what it shows.

`pytest --update-golden` writes what the commands print into the README. Its Python examples run as
doctests.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from argmap.cli.program import main

README = Path("README.md").resolve()
FILE = re.compile(r"```yaml\n# (\S+)\n(.*?)```", re.DOTALL)
CONSOLE = re.compile(r"```console\n\$ (.*?)\n(.*?)```", re.DOTALL)


def test_the_examples_of_the_readme_give_what_they_show(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    readme = README.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    shown, given = [], []
    for block in re.finditer(
        f"{FILE.pattern}|{CONSOLE.pattern}|<!-- mend (.*?) -> (.*?) -->", readme, re.DOTALL
    ):
        name, content, command, printed, slip, mended = block.groups()
        if name:
            Path(name).write_text(content, encoding="utf-8")
        elif slip:
            for file in tmp_path.glob("*.yaml"):
                file.write_text(file.read_text().replace(f"{slip}\n", f"{mended}\n", 1))
        else:
            main(shlex.split(command)[1:])
            shown.append(printed)
            given.append(capsys.readouterr().out)
    assert len(given) >= 2
    if request.config.getoption("--update-golden"):
        for old, new in zip(shown, given, strict=True):
            readme = readme.replace(f"\n{old}```", f"\n{new}```", 1)
        README.write_text(readme, encoding="utf-8")
    else:
        assert given == shown
