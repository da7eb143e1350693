"""Whether a piece of an English page is in Vietnamese: copied to be translated, and forgotten."""

import re
from typing import Final

from portal.content.rules.refused_words import unquoted

_WORD: Final = re.compile(r"[^\W\d_]+")
_MARKED: Final = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
_LEAST_MARKED: Final = 3
"""Words with Vietnamese marks, in small letters as no name is, that no English sentence has; half of it must be so."""


def reads_vietnamese(text: str) -> bool:
    """Whether half of the words outside quotations are Vietnamese and no names."""
    words = _WORD.findall(unquoted(text))
    marked = len([word for word in words if word[0].islower() and _MARKED.search(word)])
    return marked >= _LEAST_MARKED and 2 * marked >= len(words)
