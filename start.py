"""Sets Dialogue up and starts it; needs nothing but Python.

python start.py                     serve on this computer
python start.py --lan --port 8080   options of `serve` follow
python start.py demo                watch a simulated group go through a whole dialogue
python start.py doctor              look at address, port, disk, clock and data, and say what to do
python start.py certificate         make or renew what https needs
python start.py let-in NAME         let somebody in who lost password or second step
python start.py backup FILE         write an encrypted copy of the record
python start.py restore FILE        put such a copy in place of the record
python start.py verify              check that no record, or no sealed package, was altered
python start.py export ID           write a closed dialogue as a sealed package
python start.py import FILE         keep an export from another installation, to be read
python start.py signing-key         show the key that packages are signed with
python start.py --setup             only set up (with --dev: what tests and checks need, too)

Each command tells its options with --help, such as: python start.py serve --help
"""

# No annotations and no __future__ import: a Python of any age must get as far as the sentence below.
import os
import sys

NEEDED = (3, 11)


def refusal(version):
    """The sentence for a Python that is too old; an empty string for one that will do."""
    if tuple(version[:2]) >= NEEDED:
        return ""
    need, have = "%d.%d" % NEEDED, "%d.%d" % tuple(version[:2])  # noqa: UP031  f-strings are too young
    return (
        "Dialogue needs Python " + need + " or newer, and this is Python " + have + ": install a newer one "
        "from python.org or your system's packages, and start again with it."
    )


def main(arguments):
    """Sets up, then becomes the command asked for. Gives the exit status."""
    too_old = refusal(sys.version_info)
    if too_old:
        sys.stderr.write(too_old + "\n")
        return 1
    if arguments[:1] in (["--help"], ["-h"]):
        print(__doc__.strip())
        return 0
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from deploy import environment  # only now: an old Python cannot read it

    return environment.start(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
