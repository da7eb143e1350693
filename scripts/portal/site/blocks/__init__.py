"""What stands under a page's text: one module, one function and one value for each word of `shows`."""

from collections.abc import Callable, Mapping
from typing import Final

from portal.site.blocks.accessibility import AccessibilityBlock, accessibility_block
from portal.site.blocks.claims import ClaimsBlock, claims_block
from portal.site.blocks.columns import ColumnsBlock, columns_block
from portal.site.blocks.contact import ContactBlock, contact_block
from portal.site.blocks.corrections import CorrectionsBlock, corrections_block
from portal.site.blocks.home import HomeBlock, home_block
from portal.site.blocks.listed.events import EventsBlock, events_block
from portal.site.blocks.listed.exhibitions import ExhibitionsBlock, exhibitions_block
from portal.site.blocks.listed.glossary import GlossaryBlock, glossary_block
from portal.site.blocks.listed.laws import LawsBlock, laws_block
from portal.site.blocks.listed.lessons import LessonsBlock, lessons_block
from portal.site.blocks.listed.listing import ListingBlock, listing_block
from portal.site.blocks.listed.publications import PublicationsBlock, publications_block
from portal.site.blocks.listed.recordings import RecordingsBlock, recordings_block
from portal.site.blocks.listed.scans import ScansBlock, scans_block
from portal.site.blocks.listed.section import SectionBlock, section_block
from portal.site.blocks.listed.site_map import SiteMapBlock, site_map_block
from portal.site.blocks.listed.tongues import TonguesBlock, tongues_block
from portal.site.blocks.listed.training import TrainingBlock, training_block
from portal.site.blocks.loudspeaker.loudspeaker import LoudspeakerBlock, loudspeaker_block
from portal.site.blocks.loudspeaker.script import ScriptBlock, script_block
from portal.site.blocks.offline import OfflineBlock, offline_block
from portal.site.blocks.open_data import OpenDataBlock, open_data_block
from portal.site.blocks.plan.bodies import BodiesBlock, bodies_block
from portal.site.blocks.plan.body import BodyBlock, body_block
from portal.site.blocks.plan.progress import Progress, progress_block
from portal.site.blocks.plan.sent import SentBlock, sent_block
from portal.site.blocks.press.press import PressBlock, press_block
from portal.site.blocks.press.press_pictures import PressPicturesBlock, press_pictures_block
from portal.site.blocks.press.press_sheet import PressSheetBlock, press_sheet_block
from portal.site.blocks.press.spokespersons import SpokespersonsBlock, spokespersons_block
from portal.site.blocks.quizzes.quiz import QuizBlock, quiz_block
from portal.site.blocks.quizzes.quizzes import QuizzesBlock, quizzes_block
from portal.site.blocks.search import SearchBlock, search_block
from portal.site.blocks.standard import StandardBlock, standard_block
from portal.site.blocks.told.document import DocumentBlock, document_block
from portal.site.blocks.told.documents import DocumentsBlock, documents_block
from portal.site.blocks.un.conventions import ConventionsBlock, conventions_block
from portal.site.blocks.un.pair import PairBlock, pair_block
from portal.site.blocks.un.recommendation import RecommendationBlock, recommendation_block
from portal.site.blocks.un.recommendations import RecommendationsBlock, recommendations_block
from portal.site.blocks.un.un_document import UnDocumentBlock, un_document_block
from portal.site.blocks.writing import WritingBlock, writing_block
from portal.site.spot import Spot

Block = (
    HomeBlock
    | SectionBlock
    | ConventionsBlock
    | SiteMapBlock
    | ContactBlock
    | SearchBlock
    | GlossaryBlock
    | LawsBlock
    | Progress
    | ClaimsBlock
    | CorrectionsBlock
    | StandardBlock
    | ListingBlock
    | OfflineBlock
    | SentBlock
    | BodiesBlock
    | BodyBlock
    | OpenDataBlock
    | WritingBlock
    | AccessibilityBlock
    | PairBlock
    | RecommendationsBlock
    | UnDocumentBlock
    | RecommendationBlock
    | DocumentsBlock
    | DocumentBlock
    | ColumnsBlock
    | LoudspeakerBlock
    | ScriptBlock
    | PublicationsBlock
    | EventsBlock
    | RecordingsBlock
    | LessonsBlock
    | ExhibitionsBlock
    | TonguesBlock
    | QuizzesBlock
    | QuizBlock
    | ScansBlock
    | PressBlock
    | PressSheetBlock
    | SpokespersonsBlock
    | PressPicturesBlock
    | TrainingBlock
)

BLOCK_MAKERS: Final[Mapping[str, Callable[[Spot], Block | None]]] = {
    "home": home_block,
    "section": section_block,
    "conventions": conventions_block,
    "site_map": site_map_block,
    "contact": contact_block,
    "search": search_block,
    "glossary": glossary_block,
    "laws": laws_block,
    "progress": progress_block,
    "claims": claims_block,
    "corrections": corrections_block,
    "standard": standard_block,
    "listing": listing_block,
    "offline": offline_block,
    "sent": sent_block,
    "bodies": bodies_block,
    "body": body_block,
    "open_data": open_data_block,
    "writing": writing_block,
    "accessibility": accessibility_block,
    "pair": pair_block,
    "recommendations": recommendations_block,
    "un_document": un_document_block,
    "recommendation": recommendation_block,
    "documents": documents_block,
    "document": document_block,
    "columns": columns_block,
    "loudspeaker": loudspeaker_block,
    "script": script_block,
    "publications": publications_block,
    "events": events_block,
    "recordings": recordings_block,
    "lessons": lessons_block,
    "tongues": tongues_block,
    "quizzes": quizzes_block,
    "quiz": quiz_block,
    "scans": scans_block,
    "press": press_block,
    "press_sheet": press_sheet_block,
    "spokespersons": spokespersons_block,
    "press_pictures": press_pictures_block,
    "training": training_block,
    "exhibitions": exhibitions_block,
}
"""What makes the value a block's template receives; None where there is nothing to show, as progress without a plan."""
