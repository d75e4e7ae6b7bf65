"""Vocalised text to arrays: python3 prepare.py --data FOLDER --out FOLDER

Writes train.npz (chunks of 320 characters from every source, each with its weight) and the held-out
modern text as plain lines: dev.txt (looked at while training) and news.txt (scored once, at the end).

Nothing is trained on a test set: neither a file that is called one, nor one that holds the lines of
a file beside it that is.

Of arabic-speech-corpus, what was read for its syllables alone is left out, and what is spelt as it
sounds (lissukkari for لِلسُّكَّرِ).

Held out: of aljazeera.txt.gz, cut into runs of eight lines, run k goes to news.txt where k % 10 == 3
and to dev.txt where k % 30 == 6. A line of any source that shares eight bare words in a row with a
held-out line is left out of training.
"""

import argparse
import collections
import gzip
import pathlib
import re

import numpy as np

from letters import CLASSES, EDGE, FIRST_LETTER, IGNORE, KASRA, LETTERS, CLASS_OF, SHADDA_CLASS, _CODE, tokenize

SOURCES = ["hadith", "tashkeela-val", "aljazeera", "arabic-speech-corpus"]
HADITH, CLASSICAL, NEWS, SPEECH = range(4)
CHUNK = 320
SHINGLE = 8


def read(folder, name):
    if "test" in name:
        raise SystemExit(f"{name} is a test set: nothing is trained on it")
    with gzip.open(folder / f"{name}.txt.gz", "rt", encoding="utf-8") as file:
        return [re.sub(r"<[^>]*>|\s+", " ", line).strip() for line in file]


def refuse_test_sets(folder, lines):
    """Ends here if a source is a test set by another name: Fadel's, or any `*test*` beside it."""
    for path in folder.glob("*test*.txt.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            test = {" ".join(bare_words(line)) for line in file}
        for source, text in lines.items():
            # A saying or a verse that both quote is no test set.
            long = [words for words in map(bare_words, text) if len(words) >= SHINGLE]
            shared = sum(" ".join(words) in test for words in long)
            if shared > len(long) / 100:
                raise SystemExit(
                    f"{SOURCES[source]}: {shared} of {len(long)} lines stand in {path.name}: "
                    "nothing is trained on a test set"
                )


def bare_words(line):
    return re.findall("[\u0621-\u063a\u0641-\u064a]+", re.sub("[\u0640\u064b-\u0652\u0670]", "", line))


def is_language(line):
    """Whether a line of the speech corpus is Arabic as it is written, and no material for voices."""
    words = bare_words(line)
    # Syllables in carriers: tazzisawwara wa-tazzisara, jasbara wa-tajassara; and pairs: quwwim wa-qawwim.
    if len(words) > 1 and re.search("[سص](ور|بر)$", words[0]) and re.search("^وت.*[سص]ر$", words[1]):
        return False
    if len(words) == 2 and all(re.fullmatch("و?[قأإ][ويا]{2}م", word) for word in words):
        return False
    # Spelt as it sounds: the article without its alif, so that a lam without a vowel begins a word.
    sounded = r"(?:^|\s)ل(?:[^\W\u064b-\u0652اويى]|\u064e?\u0651)|ة[\u064e-\u0650]ن(?!\w)"
    return not re.search(sounded, line)


def shingles(words):
    return {tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}


def unsure(codes, labels, source):
    """Labels that the source left out rather than decided become IGNORE."""
    letters = codes >= FIRST_LETTER
    starts = np.flatnonzero(letters & ~np.r_[False, letters[:-1]])
    ends = np.flatnonzero(letters & ~np.r_[letters[1:], False])
    alif, weak = _CODE["ا"], [_CODE[c] for c in "اىيو"]
    labels = labels.copy()
    for start, end in zip(starts, ends):
        word, marks = codes[start : end + 1], labels[start : end + 1]
        if not marks.any() and len(word) > 1:
            marks[:] = IGNORE  # a word without any mark was never vocalised
            continue
        # The hamza below an alif has no other vowel; a consonant before an alif has a vowel.
        marks[(word == _CODE["إ"]) & (marks == 0)] = CLASS_OF[KASRA]
        silent = (marks[:-1] == 0) & (word[1:] == alif) & ~np.isin(word[:-1], weak)
        marks[:-1][silent] = IGNORE
        if source in (HADITH, CLASSICAL):
            if marks[-1] == 0 and word[-1] not in weak:
                marks[-1] = IGNORE  # the ending was left off; in news that is a decision (names)
            marks[marks == SHADDA_CLASS] = IGNORE
    return labels


_L = "[\u0621-\u064a]"
_BEGINS, _ENDS = "(?<![\u0621-\u0652])", "(?![\u0621-\u0652])"
# What news has little of: passives of the past and of the present, "I", "you"
# and "we" of the past, and imperatives.
RARE = re.compile(
    "|".join(
        [
            f"{_BEGINS}(?:[وف]\u064e)?(?:[قتكفبسشصضطعغحخجدذرزنمهلوث]\u064f|أ\u064f{_L}\u0652){_L}\u0651?\u0650{_L}\u0651?(?:\u064e|\u0652?ت|\u064f?وا)",
            f"{_BEGINS}(?:[وفسل]\u064e)*[يتن]\u064f{_L}\u0652{_L}\u064e{_L}",
            f"{_L}\u0652ت[\u064e-\u0650]{_ENDS}|{_L}\u0652ت\u064fم|{_L}\u0652ن\u064eا{_ENDS}",
            f"{_BEGINS}(?:[وف]\u064e)?ا[\u064e-\u0650]?{_L}\u0652{_L}[\u064e-\u0650](?:{_L}\u0652{_ENDS}|وا{_ENDS})",
        ]
    )
)


def rare_verbs(codes, labels):
    """The share of a chunk's words that are of the kinds of RARE."""
    text = "".join(
        (LETTERS[code - FIRST_LETTER] if code >= FIRST_LETTER else " ") + (CLASSES[label] if label < len(CLASSES) else "")
        for code, label in zip(codes, labels)
    )
    return len(RARE.findall(text)) / max(1, len(text.split()))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--data", type=pathlib.Path, required=True)
    arguments.add_argument("--out", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)

    lines = {source: read(options.data, name) for source, name in enumerate(SOURCES)}
    refuse_test_sets(options.data, lines)
    lines[SPEECH] = [line for line in lines[SPEECH] if is_language(line)]
    held = {"news": [], "dev": []}
    kept = []
    for index, line in enumerate(lines[NEWS]):
        run = index // 8
        (held["news"] if run % 10 == 3 else held["dev"] if run % 30 == 6 else kept).append(line)
    lines[NEWS] = kept
    for name, text in held.items():
        (options.out / f"{name}.txt").write_text("\n".join(text) + "\n", encoding="utf-8")
    forbidden = set().union(*(shingles(bare_words(line)) for line in held["news"] + held["dev"]))

    codes, labels, sources, weights = [], [], [], []
    for source, text in lines.items():
        before = len(text)
        words = [bare_words(line) for line in text]
        keep = [not (shingles(w) & forbidden) and len(w) > 0 for w in words]
        text = [line for line, ok in zip(text, keep) if ok]
        words = [w for w, ok in zip(words, keep) if ok]
        count = collections.Counter(w for line in words for w in line)
        # Hadith repeat each other: a chunk is drawn the more often the rarer its words are.
        stream_codes, stream_labels, stream_rarity = [], [], []
        for line, line_words in zip(text, words):
            c, l = tokenize(line)
            stream_codes += [c, [EDGE]]
            stream_labels += [unsure(c, l, source), [IGNORE]]
            rarity = np.mean([count[w] ** -0.5 for w in line_words])
            stream_rarity.append(np.full(len(c) + 1, rarity, np.float32))
        c = np.concatenate(stream_codes).astype(np.uint8)
        l = np.concatenate(stream_labels).astype(np.uint8)
        r = np.concatenate(stream_rarity)
        start = chunks = 0
        while start + CHUNK <= len(c):
            stop = start + CHUNK
            codes.append(c[start:stop])
            labels.append(l[start:stop])
            sources.append(source)
            rarity = float(r[start:stop].mean()) if source == HADITH else 1.0
            # Up to three times as often, where one word in ten is such a verb.
            weights.append(rarity * (1 + 2 * min(1, rare_verbs(c[start:stop], l[start:stop]) / 0.1)))
            chunks += 1
            while stop > start + CHUNK // 2 and c[stop - 1] >= FIRST_LETTER:
                stop -= 1  # the next chunk begins at the start of a word
            start = stop
        print(f"{SOURCES[source]}: {before} lines, {len(text)} kept, {chunks} chunks")
    np.savez(
        options.out / "train.npz",
        codes=np.stack(codes),
        labels=np.stack(labels),
        sources=np.array(sources, np.uint8),
        weights=np.array(weights, np.float32),
    )
    print({name: (len(text), sum(len(bare_words(line)) for line in text)) for name, text in held.items()})


if __name__ == "__main__":
    main()
