"""What a letter is, what marks it can carry, and how text becomes numbers.

The runtime (src/arabic/tashkeel/letters.ts) holds the same tables; export.py writes them into the
weights' header so that a difference is found when the file is loaded.
"""

import unicodedata

import numpy as np

# The classes of input characters: what is not a letter is one of seven kinds, then the 36 letters.
EDGE, SPACE, DIGIT, STOP, COMMA, OTHER, FOREIGN = range(7)
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
FIRST_LETTER = 7
ALPHABET = FIRST_LETTER + len(LETTERS)

FATHATAN, DAMMATAN, KASRATAN, FATHA, DAMMA, KASRA, SHADDA, SUKUN = map(chr, range(0x64B, 0x653))
# The 15 classes of output: nothing; the seven marks; shadda alone; shadda with each of the first six.
PLAIN = [FATHATAN, DAMMATAN, KASRATAN, FATHA, DAMMA, KASRA]
CLASSES = ["", *PLAIN, SUKUN, SHADDA, *(SHADDA + mark for mark in PLAIN)]
CLASS_OF = {marks: index for index, marks in enumerate(CLASSES)}
SHADDA_CLASS = CLASS_OF[SHADDA]
UNKNOWN = len(CLASSES)  # as a hint: the author wrote no mark here
IGNORE = 255  # as a label: nothing to learn or to score here

_CODE = {letter: FIRST_LETTER + index for index, letter in enumerate(LETTERS)}
_CODE["ی"], _CODE["ک"], _CODE["ٱ"] = _CODE["ي"], _CODE["ك"], _CODE["ا"]
_DROPPED = {"ـ", "ٰ", *"\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"}


def code(char):
    """The input class of one character."""
    if char in _CODE:
        return _CODE[char]
    if char == "\n":
        return EDGE
    if char.isspace():
        return SPACE
    if char in ".!?؟…۔":
        return STOP
    if char in ",;:،؛":
        return COMMA
    if unicodedata.category(char) == "Nd":
        return DIGIT
    return FOREIGN if char.isalpha() else OTHER


def tokenize(line):
    """(codes, labels) of one line. Tatweel and dagger alif are dropped; fathatan stands before its alif."""
    codes, marks = [], []
    for char in line:
        if FATHATAN <= char <= SUKUN:
            if marks:
                marks[-1] += char
        elif char not in _DROPPED:
            codes.append(code(char))
            marks.append("")
    alif = (_CODE["ا"], _CODE["ى"])
    labels = []
    for index, written in enumerate(marks):
        if codes[index] < FIRST_LETTER:
            labels.append(IGNORE)
            continue
        if written == FATHATAN and codes[index] in alif and labels:
            if labels[-1] in (0, SHADDA_CLASS, CLASS_OF[FATHA]):
                labels[-1] = CLASS_OF[(SHADDA if labels[-1] == SHADDA_CLASS else "") + FATHATAN]
                written = ""
        doubled = SHADDA if SHADDA in written else ""
        rest = [mark for mark in written if mark != SHADDA]
        labels.append(CLASS_OF.get(doubled + (rest[0] if rest else ""), SHADDA_CLASS if doubled else 0))
    return np.array(codes, np.uint8), np.array(labels, np.uint8)
