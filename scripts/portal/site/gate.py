"""The one gate: everything that any later step would refuse, asked alike by check and by the preview."""

from datetime import date

from portal.content.desk.code_owners import code_owner_problems
from portal.content.desk.facts import uncited_problems, unverified_problems
from portal.plan.corpus import problems_of
from portal.plan.ledger import Registers
from portal.reading.fields import Context
from portal.reading.problems import Problem, in_order
from portal.site.made.gone.moved import moved_problems
from portal.site.made.links import made_link_problems


def gate_problems(registers: Registers, today: date, as_of: date) -> tuple[Problem, ...]:
    """What is wrong in a corpus, in the order of its files: for the build, the links inside the site, the report. The
    site, which some links are asked of, is counted up to `as_of`."""
    library = registers.library
    return in_order(
        (
            *problems_of(registers),
            *unverified_problems(library, Context(today)),
            *uncited_problems(library),
            *code_owner_problems(library),
            *made_link_problems(registers, as_of),
            *moved_problems(registers, as_of),
        )
    )
