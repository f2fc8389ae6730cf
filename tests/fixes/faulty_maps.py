"""Map files with slips of the pen in them, in many layouts, and with comments."""

from __future__ import annotations

from hypothesis import strategies as st

# Some of them near to each other, so that a slip may be of several.
IDS = ["demand", "subsidy", "night-boats", "night-boat", "police_count", "cost-1", "cost-2", "sea"]
KINDS = ["claim", "premise", "conclusion", "assumption", "evidence"]
TYPES = ["fact", "causal", "policy", "statistic", "poll"]
LETTERS = "abcdenst_-1A"


@st.composite
def slips(draw: st.DrawFn, word: str) -> str:
    """A word with one or two letters wrong, missing, added, in another order or case."""
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(word) - 1))
        letter = draw(st.sampled_from(LETTERS))
        head, tail = word[:at], word[at + 1 :]
        word = draw(
            st.sampled_from(
                [
                    head + letter + tail,
                    head + letter + word[at:],
                    head + tail or "x",
                    head + tail[:1] + word[at] + tail[1:],
                    head + word[at].swapcase() + tail,
                ]
            )
        )
    return word


def perhaps(word: str) -> st.SearchStrategy[str]:
    right = st.just(word)
    return st.one_of(right, right, right, right, slips(word))


names = st.sampled_from(IDS).flatmap(perhaps)
keys = {
    key: perhaps(key)
    for key in (*KINDS, "type", "because", "against", "despite", "at", "from", "assuming", "note")
}
comments = st.one_of(st.just(""), st.integers(0, 99).map(lambda number: f"   # remark {number}"))


@st.composite
def joined(draw: st.DrawFn) -> str:
    """Ids joined by +, some of them twice, in quotes or not."""
    sign = draw(st.sampled_from([" + ", "+", "  +\t"]))
    premises = draw(st.lists(names, min_size=1, max_size=3))
    if draw(st.integers(0, 3)) == 0:
        premises.insert(draw(st.integers(0, len(premises))), premises[0])
    quote = draw(st.sampled_from(["", "", "'", '"']))
    return f"{quote}{sign.join(premises)}{quote}"


@st.composite
def steps(draw: st.DrawFn, indent: str) -> str:
    """What stands behind `because:`, its line break included."""
    remark = draw(comments)
    one, *more = draw(st.lists(joined(), min_size=1, max_size=3))
    from_, assuming = draw(keys["from"]), draw(keys["assuming"])
    items = ", ".join([one, *more])
    layout = draw(st.integers(0, 5))
    if layout == 0:
        return f" {one}{remark}\n"
    if layout == 1:
        return f" [{items}]{remark}\n"
    if layout == 2:
        return f" {{{from_}: [{items}], {assuming}: {one}}}{remark}\n"
    if layout == 3:
        roles = ", ".join(f"r{number}: {item}" for number, item in enumerate([one, *more]))
        return f" {{{from_}: {{{roles}}}}}{remark}\n"
    lines = "".join(f"{indent}- {item}{draw(comments)}\n" for item in [one, *more])
    if layout == 4:
        return f"{remark}\n{lines}"
    return f"\n{indent}- {from_}:{remark}\n{lines.replace('- ', '    - ')}"


@st.composite
def statements(draw: st.DrawFn, name: str) -> str:
    kind = draw(st.sampled_from(KINDS))
    lines = [f"  {name}:{draw(comments)}\n", f"    {draw(keys[kind])}: It is so.{draw(comments)}\n"]
    for key in draw(st.lists(st.sampled_from(["because", "against", "despite"]), unique=True)):
        lines.append(f"    {draw(keys[key])}:{draw(steps('      '))}")
    if draw(st.booleans()):
        word = draw(st.sampled_from(TYPES).flatmap(perhaps))
        quote = draw(st.sampled_from(["", "'", '"']))
        lines.append(f"    {draw(keys['type'])}: {quote}{word}{quote}{draw(comments)}\n")
    if draw(st.booleans()):
        source = draw(st.sampled_from(["survey", "census"]).flatmap(perhaps))
        rest = draw(st.sampled_from(["", " p3", ' p2 "so they say"']))
        lines.append(f"    {draw(keys['at'])}: {source}{rest}{draw(comments)}\n")
    return "".join(lines)


@st.composite
def contents(draw: st.DrawFn) -> str:
    """A map file; mostly one that can be read to its end."""
    held = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=4, unique=True))
    body = "".join(draw(statements(name)) for name in held)
    head = "argmap: 1\nsources: {survey: {title: Survey}, census: {title: Census}}\n"
    content = f"{head}statements:\n{body}"
    return content.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))
