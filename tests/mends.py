"""What is mended in a text and what is left: one table for `check --fix` and for the form page, which mends alike."""

import unicodedata

BODIES = [
    ("Mọi người có quy\u200bền.\n", "Mọi người có quyền.\n"),
    ("nhi\u00adều bản, \ufeffnhiều xã\u202e\u2066\u200f\n", "nhiều bản, nhiều xã\n"),
    ("Một\u2028hai\x0bba\n", "Một hai ba\n"),
    (unicodedata.normalize("NFD", "Điện Biên\n"), "Điện Biên\n"),
    ("Tỉnh Ðiện Biên, Ɖảng, ðất, ɖường\n", "Tỉnh Điện Biên, Đảng, đất, đường\n"),
    ("[x](https://a.vn/b?utm_source=f&fbclid=I)\n", "[x](https://a.vn/b)\n"),
    ("[x](https://a.vn/b?id=1&amp;utm_source=f&p=2#c)\n", "[x](https://a.vn/b?id=1&p=2#c)\n"),
    ("[x](https://a.vn/b?gclid=1&id=1)\n", "[x](https://a.vn/b?id=1)\n"),
    ("<https://a.vn/?UTM_Medium=x> và https://a.vn/?zarsrc=1.\n", "<https://a.vn/> và https://a.vn/.\n"),
    ("[x][y]\n\n[y]: https://a.vn/(b)?igshid=2\n", "[x][y]\n\n[y]: https://a.vn/(b)\n"),
    ("Chữ [01] và [1, 02].\n", "Chữ [1] và [1, 2].\n"),
    ("##\u00a0Mục\n\n-\u00a0một\n-\u3000hai\n", "## Mục\n\n- một\n- hai\n"),
    ("• một\n•hai\n●\tba\n", "- một\n- hai\n- ba\n"),
    ("Đã làm:\n· một\n· hai\n", "Đã làm:\n\n- một\n- hai\n"),
    ("Đã làm:\n– một\n– hai\n", "Đã làm:\n\n- một\n- hai\n"),
    ("\uf0b7 một\n", "- một\n"),
    ("Đã làm:\n- một\n- hai\n", "Đã làm:\n\n- một\n- hai\n"),
    ("Đã làm:\n1. một\n2. hai\n", "Đã làm:\n\n1. một\n2. hai\n"),
    ("## Mục\nĐã làm:\n* một\n", "## Mục\nĐã làm:\n\n* một\n"),
    ('!!! note "Tên"\n    Đã làm:\n    - một\n', '!!! note "Tên"\n    Đã làm:\n\n    - một\n'),
    ("    Đoạn thụt vào đầu dòng.\n", "Đoạn thụt vào đầu dòng.\n"),
    ("Chữ.\n\n\tĐoạn thụt vào đầu dòng,\n\tnhư trong Word.\n", "Chữ.\n\nĐoạn thụt vào đầu dòng,\nnhư trong Word.\n"),
    ("    • một việc đã làm\n    • hai việc\n", "- một việc đã làm\n- hai việc\n"),
    ("Chữ có Ð\r\nvà\r\n- một\r\n", "Chữ có Đ\r\nvà\r\n\r\n- một\r\n"),
]

LEFT = [
    "```\nutm • Ð\u200b\n• một\n```\n",
    "Mã `Ð\u200b https://a.vn/?utm_source=1` [1].\n",
    "[x](https://web.archive.org/web/2024/https://a.vn/?utm_source=f)\n",
    "[x](https://a.vn/?source=utm&q=fbclid)\n",
    "– Ông nói vậy.\n",
    "Năm\n2026. Chữ.\n",
    "“Lời trong ngoặc” và ‘lời’ – như thế…\n",
    "    for i in range(3):\n        print(i)\n",
    "    x = y + z là mã\n",
    "- một\n\n    đoạn thứ hai của mục\n",
    "| A | B |\n| --- | --- |\n| • x | – y |\n",
    "TØnh §iÖn Biªn ®· cã n\u00adíc s¹ch ë Ð.\n",
    "Một từ\n:   Lời giải [1]\n",
    "Chữ (1) và [1][2] và ¹ và 92.86 % và **Đậm**\n\n**Đậm**\n",
    "Chữ\u00a0không ngắt [1].\n",
]
