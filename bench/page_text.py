"""The page of results, with places for what a run measured."""

PAGE = """\
# Results of `make bench`

Written by `make bench` on {date}. Do not edit: run it again.

## Budgets

The figure is the median of the ratios of all rounds.

{budgets}

Not measured in this run:

{missing}
## How to repeat

```sh
make bench                         # everything: about twelve minutes of CPU time
make bench SIZES="1000 10000"      # fewer sizes: the page goes to build/bench/ instead
make bench ROUNDS=9                # more rounds
make bench ARGS="--only yaml label" # only jobs with one of these words in their name
make bench ARGS=--strict           # exit code 1 where a budget is missed
```

The target makes `.venv` with argmap and `build/bench-venv` with the peers. The gate measures no
time.

## What was measured

**How.** Every figure is the CPU time (user and system) of one process. Each case and size runs in
a fresh process. A round runs all of them in turn, so that an hour of a busy machine falls on all
of them alike; ratios are taken within a round, and the median over the rounds counts. Rounds:
{rounds_of}; {rounds} for diagrams; three times as many for start-up; above 20,000 statements one
for arguebuf and for memory. Every case first runs on a map of 12
statements, outside of its clock, so that imports do not count, except for start-up; programs that
are asked about frameworks, on one of {warm} arguments, so that they have loaded their solver (those
that take long, on one of 12). Garbage collection is as Python and each library have it.

**The maps** are made by `bench/generate.py`: the same number gives the same map. A tree of
conclusions with two reasons each, half of them linked; one statement in twelve is attacked, one
linked step in ten is undercut; most statements have a type, a place and a quotation. 100,000
statements are 18 MB, more than argmap reads by default: the cases raise its limit of size.

- **B1**: `argmap.read` of a file, places kept, and `argmap.rules.check` with the rules AM1xx and
  AM2xx that need nothing but the map and the schemes; over `yaml.CBaseLoader` of the same bytes
  and a loop over `get_event`, of which nothing is made. Growth: least squares over the
  logarithms.
- **B1t**: `argmap.examine`: the same with every rule.
- **B1j**: reading the JSON form of the same map, without checks, places only where something is
  wrong; the YAML form without checks over it. Higher is better.
- **B1p**: a peer reading the same graph in its own format, over B1's work. Higher is better.
- **B2**: resident memory after reading less before, after a full garbage collection each, the map
  held; what the allocator does not give back counts. 1 kB is 1,000 bytes.
- **B3**: whole processes, with warm caches and compiled modules, over `python -c pass` of the
  same environment. The script is the installed command `argmap`. The map that is checked has
  {checked} statements and lies in a folder of its own, which belongs to no project: settings in
  TOML would take a few hundredths more to read.
- **B4**: CPU time of the steps of `argmap.diagram` in its own process (graph, wrapping, DOT text,
  running the engine, finishing of the SVG) over the CPU time of the layout engine. The
  description in words, which is the outline of the map, is measured apart.
- **B5**: `argmap.label` of the map, making the graph and the program of it included and reading
  it not, over B1's work. `Framework(...).grounded()` of a random framework with {degree} attacks
  for each argument, and the same of formal-argumentation, making its own structure included in
  both.
- **B6**: `argmap.acceptance` of a map with conflicts, over `argmap.label` of the same map, each
  with everything but reading. The map is the generated one, in which besides one pair of
  neighbouring leaves for every {conflicts_per} statements attack each other: {contested}. Random
  frameworks of {counts} arguments with {degrees} attacks for each, {seeds} of each sort: which
  arguments are in every and which in some preferred extension, and one stable extension, if there
  is any; over the fastest of the peers that answered about all {seeds} in that round. The
  smallest frameworks have no budget: there, the peers that list sets answer as well.
- **B6g**: `argmap.strength` of a graph of attacks and supports: a binary tree in which one edge in
  three attacks, and three statements in ten bear on a second one; without cycles, and with one
  statement in {cycles_per:,} attacking back what bears on it. argmap has the graph as a map of
  steps of one premise, as values in memory, and formal-argumentation as sets of names and pairs;
  its time over that of argmap, from there to the strength of every statement by its name, making
  the program's own graph included in both. Where nothing is cyclic, both take one pass for
  DF-QuAD. For quadratic energy the peer repeats passes over everything until nothing moves
  (`quadratic_energy_strengths_discrete`); its other function, which integrates in small steps, is
  hundreds of times slower and not measured. The table of times has two more ways, without a
  budget. "From a file" has reading in it: argmap reads a map in YAML with types, texts and the
  place of everything, and the peer, which has no format for such graphs, numbers in JSON, which
  takes far less. "Once more" starts from what each program has kept: argmap the numbers of
  statements and steps, the peer its graph.

- **Sources**, without a budget: texts made by `bench/texts.py`, one sentence in three with a number
  and one in four with a hedge or negation; from the file to the text of the index. Growth of the
  one round in which the largest is indexed. `argmap.examine` of maps in which each statement is
  anchored to a sentence of its own with a quote, from reading the map to the findings of every
  rule: its index is found and read, and "with text" the text as well. In "without text" it is
  missing.

**The peers that read**, as they are shipped, on the same statements, steps and texts; each run
makes sure that the peer sees as many nodes and edges as were written. They get texts, kinds and
edges, and no types, places or sources, so they have less to read than argmap.

- **arguebuf** reads AIF JSON with `arguebuf.load.file`. It validates nothing and keeps no places
  in the file. Every node has a timestamp, as in the files that AIFdb hands out; arguebuf parses
  them, which takes about half of its time, so files without them were measured as well.
- **arglib** reads its own JSON with `arglib.io.load(validate=True)`, which looks for missing
  fields and undefined ids; `diagnostics()` adds cycles, components, degrees and reachability. It
  keeps no places in the file, and duplicate keys go unseen. Its format has no step of several
  premises: a warrant with the gate AND ties their relations together.

**The peers that evaluate** get names of arguments and pairs of names. A peer is ended after
{limit} s of CPU time for {seeds} frameworks, and is then not asked about larger ones of the same
sort. Short questions are asked again until 0.02 s are over, and the mean counts. Every answer is
compared with those of the others: what most programs answer counts as right. Of stable extensions
any will do, so whether it is one is tested. Those that take long, formal-argumentation and
python-argumentation, are asked in one round.

- **clingo** gets an encoding of ours in answer set programming. Preferred extensions are listed
  with the heuristic that accepts what it can (`domRec`), which passes over parts of what was
  found.
- **pygarg** answers for one argument after the other; "listing" is its list of preferred
  extensions, of which the status follows. It needs python-sat.
- **formal-argumentation** answers with `solve_dung_acceptance` for one argument after the other,
  by z3; "listing" is its `preferred_extensions`, in Python. Strengths are from `dfquad_strengths`
  and `quadratic_energy_strengths_discrete`; its other way, which integrates, takes far longer.
- **python-argumentation** is PyArg: its lists of preferred and stable extensions.

## Times

Median (least to greatest).

{times}

{ratios}

## Evaluation

argmap unless another program is named.

{maps}

The grounded extension of random frameworks:

{grounded}

Questions about random frameworks:

{questions}

{peer_ratios}

{answers}

{notes}
## Sources

{texts}

{anchors}

## Memory

{memory}

## Start-up

{startup}

## Diagrams

{drawing}

## Machine

{facts}
"""
