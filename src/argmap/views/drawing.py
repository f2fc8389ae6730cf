"""The nodes and edges of a diagram, line by line; `diagram` says how and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from argmap.graphs import Graph
from argmap.model import ArgumentMap, Kind, Premise, PremiseKind, Statement
from argmap.views import attributes, boxes, style
from argmap.views.beside import Beside
from argmap.views.boxes import LabelText
from argmap.views.edges import Edge, written
from argmap.views.evaluation import Mark, Overlay
from argmap.views.homes import Homes
from argmap.views.ids import Ids
from argmap.views.reach import PlacedStep
from argmap.views.selection import Selection
from argmap.views.style import Line, Sort, sort_of
from argmap.views.wrapping import lines

#: At which side the main conclusion stands.
Direction: TypeAlias = Literal["left", "right", "up", "down"]

_JOINT_COLUMNS = 14
_TITLE_COLUMNS = 60

# How hard Graphviz pulls an edge straight: the line of first reasons hardest, so that the eye can
# follow it and the main conclusion stands in the first screen; a statement used again hardly.
_FIRST, _NEXT, _AGAIN = 40, 3, 1


class Drawing:
    """A selection of a map as the lines of a DOT file."""

    def __init__(
        self,
        argument_map: ArgumentMap,
        graph: Graph,
        selection: Selection,
        *,
        direction: Direction,
        ids: Ids,
        text: LabelText = "full",
        theme: str = "light",
        prefix: str = "",
        overlay: Overlay | None = None,
        beside: Beside | None = None,
    ) -> None:
        """Draw every statement and every step.

        Args:
            argument_map: the map.
            graph: its graph.
            selection: what to draw of it.
            direction: the side at which the main conclusion stands.
            ids: where the ids of SVG elements come from.
            text: what a box holds.
            theme: the name of its colours.
            prefix: put before the name of each node, where a file holds two drawings.
            overlay: what an evaluation says of statements and steps.
            beside: what the text says at their places.
        """
        self._map = argument_map
        self._style = attributes.of_theme(theme)
        self._selection = selection
        self._text = text
        self._port = "w" if direction == "left" else "e"
        self._columns = direction in ("left", "right")
        self._main = frozenset(graph.main)
        self._homes = Homes(argument_map, self._main, selection.statements, selection.steps)
        self._ids = ids
        self._prefix = prefix
        self._overlay = overlay or Overlay()
        self._beside = beside or Beside(argument_map, None)
        #: The node of each statement and step, by id; the joint of each step.
        self._nodes: dict[str, str] = {}
        self._joints = {id(placed.step): f"{prefix}s{placed.number}" for placed in selection.steps}
        self._aimed_at = {id(placed.target) for placed in selection.steps}
        self._used = {name for placed in selection.steps for name in placed.premises}
        #: The section of each node, and the lines of each section; under None what is in none.
        self._sections: dict[str, str | None] = {}
        self._lines: dict[str | None, list[str]] = {None: []}
        self._lines.update((section.id, []) for section in argument_map.sections)
        #: The edges by their ends: from a joint to a statement there is one at most.
        self._edges: dict[tuple[str, str], Edge] = {}
        self._led_from: set[str] = set()
        self._led_to: set[str] = set()
        self._labelled: set[str] = set()
        self._add_statements()
        self._add_closed()
        self._add_steps()
        self._add_mentions()

    @property
    def first(self) -> str | None:
        """The node of the first main conclusion, if one is drawn."""
        return next((node for name, node in self._nodes.items() if name in self._main), None)

    def body(self) -> Iterator[str]:
        """Yield the lines: what is in no section, the sections, the edges."""
        yield from self._lines[None]
        titles = {section.id: section.title for section in self._map.sections}
        for number, (section, inside) in enumerate(self._lines.items()):
            if section is not None and inside:
                yield from self._frame(number, section, titles.get(section), inside)
        yield from self._edge_lines()

    def _frame(
        self, number: int, section: str, title: str | None, inside: Iterable[str]
    ) -> Iterator[str]:
        """Yield the lines of a section."""
        name = self._ids.of_section(section)
        label = attributes.left_aligned(lines(title or section, _TITLE_COLUMNS))
        yield f"\tsubgraph cluster_{self._prefix}{number} {{\n"
        frame = f'class="argmap-section" id="{name}" label="{label}" {self._style.frame}'
        yield f"\t\tgraph [{frame}]\n"
        for line in inside:
            yield f"\t{line}"
        yield "\t}\n"

    def _edge_lines(self) -> Iterator[str]:
        main = [node for name, node in self._nodes.items() if name in self._main]
        return written(self._edges.values(), main, self._sections, columns=self._columns)

    def _add_node(self, node: str, section: str | None, attributes: str) -> None:
        self._sections[node] = section
        self._lines.setdefault(section, []).append(f"\t{node} [{attributes}]\n")

    def _add_edge(
        self, tail: str, head: str, line: str, arrow: str | None = None, more: str = ""
    ) -> None:
        if (tail, head) in self._edges:
            return
        weight = _NEXT if tail in self._led_from else _FIRST
        if head in self._led_to:
            weight = _AGAIN
        self._led_from.add(tail)
        self._led_to.add(head)
        self._edges[tail, head] = Edge(tail, head, line, arrow, weight, more)

    # Statements

    def _add_statements(self) -> None:
        shown = {statement.id for statement in self._selection.statements}
        for number, statement in enumerate(self._map.statements, 1):
            if statement.id in shown:
                self._nodes[statement.id] = node = f"{self._prefix}n{number}"
                self._add_statement(node, statement)

    def _add_statement(self, node: str, statement: Statement) -> None:
        main = statement.id in self._main
        mark = self._overlay.of(statement.id)
        names = [f"argmap-statement argmap-{statement.kind.value}"]
        names += [*(["argmap-main"] if main else []), *attributes.classes(mark)]
        words = lines(boxes.words(statement, self._text), boxes.COLUMNS)
        label = attributes.left_aligned(words)
        said = [mark.spoken] if mark is not None and mark.spoken else []
        below = boxes.below(self._selection.hidden.get(statement.id))
        more = attributes.right_aligned([*said, *below])
        beside = self._beside.at(statement.anchors)
        tip = attributes.tooltip(boxes.tip(statement, mark, main=main, beside=beside))
        self._add_node(
            node,
            self._homes.of(statement.id),
            f'class="{" ".join(names)}" id="{self._ids.of(statement.id)}"'
            f' label="{label}{more}" tooltip="{tip}"'
            f" {self._style.box(statement.kind, mark, main=main)}"
            f"{attributes.least_width(words)}",
        )

    def _add_closed(self) -> None:
        """Add the boxes that stand for statements that are not drawn one by one."""
        inside: dict[str, list[str]] = {}
        for statement, closed in self._selection.inside.items():
            inside.setdefault(closed, []).append(statement)
        for number, box in enumerate(self._selection.closed, 1):
            self._nodes[box.name] = node = f"{self._prefix}c{number}"
            label = attributes.left_aligned(lines(box.title, boxes.COLUMNS))
            standing = self._overlay.counts(inside.get(box.name, ()))
            said = lines(standing, boxes.COLUMNS) if standing else []
            count = attributes.right_aligned([boxes.count(box), *said])
            tip = attributes.tooltip(boxes.closed_tip(box, standing))
            name = self._ids.of_section(box.section or "elsewhere")
            self._add_node(
                node,
                None,
                f'class="argmap-closed" id="{name}" label="{label}{count}"'
                f' tooltip="{tip}" {self._style.closed}',
            )

    def _node(self, name: str) -> str:
        """Return the node that a premise names; of a name that nothing goes by, one that says so.

        A premise that names a step leads to the step's joint.
        """
        if name not in self._nodes:
            node = self._nodes[name] = f"{self._prefix}u{len(self._nodes)}"
            said = f"not defined: {name}"
            label = attributes.left_aligned(lines(said, boxes.COLUMNS))
            self._add_node(
                node,
                self._homes.of(name),
                f'class="argmap-undefined" id="{self._ids.of(name)}" label="{label}"'
                f' tooltip="{attributes.tooltip(said)}" {self._style.undefined}',
            )
        return self._nodes[name]

    # Steps

    def _add_steps(self) -> None:
        for placed in self._selection.steps:
            self._nodes.setdefault(placed.step.id, self._joints[id(placed.step)])
        for placed in self._selection.steps:
            sort = sort_of(placed.step.position, on_a_step=placed.target is not None)
            if placed.target is None:
                self._add_joint(placed, self._homes.of_step(placed), sort, sort.value.word)
                target, arrow = self._nodes[placed.statement], sort.value.head
                joint = self._joints[id(placed.step)]
                self._add_edge(target, joint, self._style.line(sort, self._mark(placed)), arrow)
                self._add_premises(placed, sort)
            elif self._is_plain(placed):
                self._add_line(placed, self._joints[id(placed.target)], sort)
            else:
                self._add_beside(placed, self._joints[id(placed.target)], sort)
                self._add_premises(placed, sort)

    def _is_plain(self, placed: PlacedStep) -> bool:
        """Return whether a step aimed at a step is a single line from its premise to the joint.

        Where ranks are rows there is no room for the word of such a line, and more for its joint.
        """
        inference = placed.step.inference
        return (
            self._columns
            and len(placed.premises) == 1
            and id(placed.step) not in self._aimed_at
            and placed.step.id not in self._used
            and not (inference.scheme or inference.label)
            and self._selection.bundles.get(placed.number, 1) == 1
            and not self._said(placed)
            and (self._joints[id(placed.target)], self._node(placed.premises[0])) not in self._edges
        )

    def _add_line(self, placed: PlacedStep, target: str, sort: Sort) -> None:
        """Add such a line, with its word where it leaves the premise, if there is none yet."""
        node = self._node(placed.premises[0])
        more = f" headport={self._port}"
        if node not in self._labelled:
            self._labelled.add(node)
            more += f" {self._style.word_on_line(sort)}"
        look = self._style.line(sort, self._mark(placed), plain_step=True)
        line = f'id="{self._ids.of(placed.step.id)}" {look}'
        self._add_edge(target, node, line, sort.value.head, more)

    def _add_beside(self, placed: PlacedStep, target: str, sort: Sort) -> None:
        """Add the joint of a step aimed at a step, and on the line between them its word.

        The word stands where the premises of the other step stand, so that joints stay with joints.
        """
        section = self._sections[target]
        word, joint = f"{self._prefix}w{placed.number}", self._joints[id(placed.step)]
        self._add_word(word, section, sort.value, sort)
        look = self._style.line(sort, self._mark(placed))
        self._add_edge(target, word, look, sort.value.head)
        self._add_joint(placed, section, sort, None)
        self._add_edge(word, joint, look)

    def _add_word(
        self, node: str, section: str | None, line: Line, sort: Sort | None = None
    ) -> None:
        shape = self._style.word(line, sort)
        tip = attributes.tooltip(line.meaning)
        self._add_node(node, section, f'class="argmap-word" tooltip="{tip}" {shape}')

    def _add_joint(
        self, placed: PlacedStep, section: str | None, sort: Sort, word: str | None
    ) -> None:
        inference = placed.step.inference
        scheme = inference.scheme and inference.scheme.replace("-", " ").replace("_", " ")
        said = inference.id if self._text == "id" else inference.label or scheme
        bundle = self._selection.bundles.get(placed.number, 1)
        if bundle > 1:
            said = f"{bundle:,} {'reasons' if placed.step.is_support else 'objections'}"
        words = [*([word] if word else []), *(lines(said, _JOINT_COLUMNS) if said else [])]
        mark, stands = self._mark(placed), self._said(placed)
        words += lines(stands, _JOINT_COLUMNS) if stands else []
        by = scheme and f"by {scheme}"
        tip = ", ".join(filter(None, [sort.value.meaning, inference.id, by, stands]))
        shape = self._style.joint(sort, words, mark, linked=len({*placed.premises}) > 1)
        names = " ".join([f"argmap-step argmap-{sort.value.name}", *attributes.classes(mark)])
        self._add_node(
            self._joints[id(placed.step)],
            section,
            f'class="{names}" id="{self._ids.of(placed.step.id)}"'
            f' tooltip="{attributes.tooltip(tip)}" {shape}',
        )

    def _add_premises(self, placed: PlacedStep, sort: Sort) -> None:
        joint = self._joints[id(placed.step)]
        mark = self._mark(placed)
        for premise, name in zip(placed.step.inference.premises, placed.premises, strict=True):
            assumed = self._is_assumed(premise, name)
            self._add_edge(joint, self._node(name), self._style.line(sort, mark, assumed=assumed))

    def _is_assumed(self, premise: Premise, name: str) -> bool:
        found = self._map.find(name)
        return premise.kind is PremiseKind.ASSUMPTION or (
            isinstance(found, Statement) and found.kind is Kind.ASSUMPTION
        )

    # What an evaluation says

    def _mark(self, placed: PlacedStep) -> Mark | None:
        """Return what is said of a step, or of all the steps that it stands for."""
        if not self._overlay.marks:
            return None
        return self._overlay.of_all(self._selection.bundled.get(placed.number, [placed.step.id]))

    def _said(self, placed: PlacedStep) -> str:
        """Return what is said of a step in a few words, or how many of several fail."""
        bundled = self._selection.bundled.get(placed.number, ())
        if len(bundled) > 1:
            return self._overlay.failing(bundled)
        mark = self._overlay.of(placed.step.id)
        return "" if mark is None else mark.spoken_of_step

    # Second mentions

    def _add_mentions(self) -> None:
        inside = self._selection.inside
        for statement in self._selection.statements:
            original = statement.restates and self._map.find(statement.restates)
            if not isinstance(original, Statement):
                continue
            first = self._nodes.get(inside.get(original.id, original.id))
            if first is not None:
                node = self._nodes[statement.id]
                word = node.replace("n", "m")
                self._add_word(word, self._sections[node], style.MENTION)
                self._add_edge(first, word, self._style.mention)
                self._add_edge(word, node, self._style.mention)
