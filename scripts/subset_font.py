"""scripts/setup runs it with Debian's fontTools: python3 subset_font.py FONT TARGET

Writes of the first face of FONT what the page's fallback font needs: GB 2312, punctuation, symbols and Latin letters; no
hinting, which web/later/outlines.js does not read."""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont


def wanted():
    for first, last in (
        (0x20, 0x17F),  # Latin
        (0x2000, 0x206F),  # punctuation
        (0x2100, 0x25FF),  # letterlike, numbers, arrows, mathematics, shapes
        (0x3000, 0x303F),  # punctuation of CJK
        (0x3200, 0x33FF),  # numbers in circles, units
        (0xFF00, 0xFFEF),  # full width
    ):
        yield from range(first, last + 1)
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                pass  # a gap in the table


source, target = sys.argv[1:]
options = subset.Options(
    hinting=False, layout_features=[], notdef_outline=True, name_IDs=[0, 1, 2, 13, 14], ignore_missing_unicodes=True
)
options.drop_tables += ["GPOS", "GSUB", "GDEF", "vhea", "vmtx", "DSIG", "FFTM"]
font = TTFont(source, fontNumber=0, lazy=True)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=wanted())
subsetter.subset(font)
font.save(target)
