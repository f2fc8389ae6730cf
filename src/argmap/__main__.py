"""`python -m argmap` is the command `argmap`."""

from argmap.cli import run

if __name__ == "__main__":
    run()
