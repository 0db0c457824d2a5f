#!/usr/bin/env bash
# Makes the fonts of this folder of Debian's packages fonts-inter and fonts-noto-core (and python3-fonttools): only the letters
# that our languages need, so that the tablet app stays small. To be run by hand when a letter is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

inter=/usr/share/fonts/opentype/inter
noto=/usr/share/fonts/truetype/noto
latin='U+0000-024F,U+0259,U+02B0-02FF,U+0300-036F,U+1E00-1EFF,U+2000-2070,U+2074-207F,U+2080-208E,U+20A0-20BF,U+2113,U+2116'
latin+=',U+2122,U+2190-2193,U+2212,U+2215,U+2248,U+2260,U+2264-2265,U+25CC,U+FB01-FB02'
arabic='U+0020-007E,U+00A0,U+00AB,U+00B7,U+00BB,U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200B-200F,U+2010-2015,U+2018-201F'
arabic+=',U+2026,U+202A-202E,U+2066-2069,U+25CC,U+FB50-FDFF,U+FE70-FEFF'
features='kern,liga,calt,ccmp,mark,mkmk,locl,init,medi,fina,isol,rlig,rclt,mset,curs'

# subset FILE LETTERS
subset() {
  /usr/bin/python3 -m fontTools.subset "$1" --unicodes="$2" --output-file="$(basename "$1")" \
    --layout-features="$features" --name-IDs='*' --no-hinting
}

for weight in Regular Medium SemiBold Bold; do subset "$inter/Inter-$weight.otf" "$latin"; done
subset "$inter/InterDisplay-Bold.otf" "$latin"
subset "$noto/NotoSerif-Regular.ttf" "$latin"
for name in NaskhArabic-Regular SansArabic-Regular SansArabic-Bold; do subset "$noto/Noto$name.ttf" "$arabic"; done
