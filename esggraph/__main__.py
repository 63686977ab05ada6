"""`python -m esggraph`: the command line."""

from esggraph.cli import main

if __name__ == "__main__":
    main()
