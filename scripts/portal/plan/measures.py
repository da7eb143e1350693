"""The measures of the plan's tasks: whether a product fits one, and which measures the register tells."""

from collections.abc import Iterator

from portal.plan.bodies.asked import Measure
from portal.plan.plan import Plan
from portal.plan.register.products import Product


def fits(measure: Measure, product: Product, plan: Plan) -> bool:
    """Whether a product has, of every list a measure gives, at least one value."""
    asked_and_had = (
        (measure.formats, product.formats),
        (measure.channels, product.channels),
        (measure.audiences, product.audiences),
    )
    of_language = {"ethnic": plan.is_ethnic, "foreign": plan.is_foreign}
    belongs = of_language.get(measure.languages or "", lambda _: True)
    return all(not asked or set(asked) & set(has) for asked, has in asked_and_had) and any(
        map(belongs, product.languages)
    )


def measures_of(plan: Plan) -> Iterator[Measure]:
    """The measures that products are counted by, task by task; what bodies report is not among them."""
    return (measure for task in plan.tasks for measure in task.measures if not measure.reported)


def measure_key(measure: Measure) -> str:
    """What a measure asks for, as a name: two that ask the same have the same."""
    return measure.model_dump_json(exclude={"name"})
