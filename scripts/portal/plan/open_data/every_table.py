"""All open tables of a portal: what it knows, what its plan asks, what was made and reported."""

from datetime import date

from portal.language.locales import LANGUAGES
from portal.plan.ledger import Registers
from portal.plan.open_data.claims import claims_table
from portal.plan.open_data.known import bodies_table, convention_tables, figure_table, figures_table
from portal.plan.open_data.plan_tables import plan_tables
from portal.plan.open_data.recommended import recommendation_tables
from portal.plan.open_data.report_tables import reports_table
from portal.plan.open_data.tables import OpenTable
from portal.plan.open_data.words import dictionary_table


def open_data(registers: Registers, as_of: date) -> tuple[OpenTable, ...]:
    """The open tables, counted up to a day; without a plan those that need none. Nothing personal is in them: what a
    register or a report may hold names no person, and where a row was entered is left out."""
    library, ledger = registers.library, registers.ledger
    data = library.data
    figures = [figure_table(figure, lang) for figure in data.figures.values() for lang in LANGUAGES]
    of_plan = (*plan_tables(ledger, as_of), reports_table(ledger.reports)) if ledger else ()
    known = (bodies_table(data.agencies), *of_plan, figures_table(data.figures), claims_table(library))
    treaties = convention_tables(data.conventions) if data.conventions else ()
    told = recommendation_tables(data.recommendations) if data.recommendations else ()
    tables = (*known, *treaties, *told, *figures)
    return (*tables, dictionary_table(tables))
