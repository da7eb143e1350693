"""A PDF with words on its pages, as a word processor would export it: any letters, in one font that says which."""


def pdf_with(*pages: str) -> bytes:
    """The pages of a document, a paragraph a line; at most 250 different letters. An empty one is a blank page."""
    letters = sorted(set("".join(pages)) - {"\n"})
    code = {letter: number + 1 for number, letter in enumerate(letters)}
    first = 5
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/ToUnicode 4 0 R>>",
        pdf_stream(letters_told(code)),
    ]
    for number, text in enumerate(pages):
        what = f"/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {first + 1 + 2 * number} 0 R"
        objects += [f"<</Type/Page/Parent 2 0 R{what}>>".encode(), pdf_stream(_drawn(text, code))]
    return pdf_written(objects)


def letters_told(code: dict[str, int]) -> bytes:
    """Which letter each code of a font is."""
    rows = "\n".join(f"<{number:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, number in code.items())
    head = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange"
    return f"{head} {len(code)} beginbfchar\n{rows}\nendbfchar endcmap end".encode()


def _drawn(text: str, code: dict[str, int]) -> bytes:
    lines = ["".join(f"{code[letter]:02x}" for letter in line) for line in text.split("\n")]
    return ("BT /F 12 Tf 14 TL 60 780 Td " + " ".join(f"<{line}> Tj T*" for line in lines) + " ET").encode()


def pdf_stream(data: bytes, head: str = "") -> bytes:
    """Some bytes as an object of a PDF, with what else its head says."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (head.encode(), len(data), data)


def pdf_written(objects: list[bytes]) -> bytes:
    """The file of objects, numbered from 1."""
    made, places = b"%PDF-1.4\n", list[int]()
    for number, what in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, what)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + rows + end
