"""scripts/setup runs it with the Unihan database of Debian's package unicode-data:
python3 pinyin_table.py Unihan_Readings.txt.bz2 TARGET

Writes how ideographs are read, without tones: a line for each syllable, "pei 培配…", ü as v. Ideographs: GB 2312 and
the Table of General Standard Characters, whose dictionary gives every reading (kTGHZ2013); where it has none, the
usual one."""
import bz2
import re
import sys
import unicodedata


def is_in_gb2312(character):
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def without_tone(reading):
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


source, target = sys.argv[1:]
readings = {"kTGHZ2013": {}, "kMandarin": {}}
with bz2.open(source, "rt", encoding="utf-8") as lines:
    for line in lines:
        code_point, _, rest = line.strip().partition("\t")
        field, _, value = rest.partition("\t")
        if field in readings and code_point.startswith("U+"):
            words = re.findall(r"[^\s\d.:,]+", value)
            readings[field][chr(int(code_point[2:], 16))] = {without_tone(word) for word in words}

syllables = {}
for character in sorted(readings["kTGHZ2013"].keys() | filter(is_in_gb2312, readings["kMandarin"])):
    for syllable in readings["kTGHZ2013"].get(character) or readings["kMandarin"][character]:
        syllables.setdefault(syllable, []).append(character)
with open(target, "w", encoding="utf-8") as table:
    table.write("# A part of the Unihan database (kTGHZ2013, kMandarin), changed: without tones, ordered by syllable.\n")
    table.write("# Copyright 1991 to this day, Unicode, Inc. Its licence is in THIRD_PARTY.md.\n")
    for syllable, characters in sorted(syllables.items()):
        table.write(syllable + " " + "".join(characters) + "\n")
