"""python3 -m unittest, in this folder: what prepare.py refuses, and what it holds out."""

import gzip
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

from letters import tokenize
from prepare import is_language, rare_verbs

HERE = pathlib.Path(__file__).parent


def lines(seed, count=80):
    """Lines of twelve vocalised words, no two alike."""
    draw = random.Random(seed)
    return [
        " ".join("".join(draw.choice("ابتثجحخد") + draw.choice("َُِ") for _ in range(4)) for _ in range(12))
        for _ in range(count)
    ]


def prepare(sources):
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder)
        for name, text in sources.items():
            with gzip.open(data / f"{name}.txt.gz", "wt", encoding="utf-8") as file:
                file.write("\n".join(text) + "\n")
        run = subprocess.run(
            [sys.executable, HERE / "prepare.py", "--data", data, "--out", data / "out"],
            capture_output=True,
            text=True,
        )
        held = data / "out" / "news.txt"
        return run.returncode, run.stderr, held.read_text("utf-8") if held.exists() else ""


SOURCES = {
    "hadith": lines(1000),
    "tashkeela-val": lines(2000),
    "aljazeera": lines(3000),
    "arabic-speech-corpus": lines(4000),
}


class Prepare(unittest.TestCase):
    def test_counts_passives_persons_and_imperatives(self):
        for text, share in {
            "قُتِلَ الرَّجُلُ": 1 / 2,
            "وَذَهَبْتُ إِلَى السُّوقِ": 1 / 3,
            "اكْتُبْ": 1,
            "لَمْ يُكْتَبْ": 1 / 2,
            "ذَهَبَ الرَّجُلُ وَيُعْلِنُ": 0,
        }.items():
            self.assertAlmostEqual(rare_verbs(*tokenize(text)), share, msg=text)

    def test_takes_sources_beside_a_test_set(self):
        status, error, held = prepare({**SOURCES, "fadel-test": lines(5000)})
        self.assertEqual(status, 0, error)
        self.assertEqual(held.strip().split("\n"), lines(3000)[24:32])

    def test_refuses_a_test_set_by_another_name(self):
        fadel = lines(5000)
        for source in SOURCES:
            status, error, _ = prepare({**SOURCES, "fadel-test": fadel, source: SOURCES[source] + fadel[:5]})
            self.assertNotEqual(status, 0)
            self.assertRegex(error, f"{source}: 5 of 85 lines stand in fadel-test")

    def test_leaves_out_what_is_no_language(self):
        for line in (
            "تَزِّسَوَّرَ وَتَزِّسَرَ وَتُزِّسَ تَسِزِّ",
            "ضَسْبَرَ وَتَضَسَّرَ وَتِضَصوضٍ وَسَضٍّ تَسَرُّضَ",
            "قَيّومٌ وَقَيَّومٌ",
            "وَأَصبَحَ هَذا لصَّرحُ مَتحَفَن رَسمِيَّن",
            "فَلسَفَةَن رُوحِيَّة",
        ):
            self.assertFalse(is_language(line), line)
        for line in (
            "وَيُصَوِّرُ حَيَاةَ النَّاسِ حِينَمَا تَجْتَاحُهُمْ مُتَغَيِّرَاتٌ",
            "لِلْقِطَاعِ الْخَاصِّ لَنْ يَكُونَ لَوْحَةً لِي",
            "صَوَّرَ وَسَرَدَ لَاجِئٌ",
        ):
            self.assertTrue(is_language(line), line)


if __name__ == "__main__":
    unittest.main()
