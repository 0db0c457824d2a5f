#include "shared/crypto/words.h"

namespace rapport {

// clang-format off
const std::array<std::string_view, 256> kWords = {
    "acorn", "acrobat", "almond", "amber", "anchor", "apple", "apron", "arrow", "aspen", "atlas",
    "attic", "autumn", "avenue", "badge", "bagel", "bamboo", "banjo", "barley", "basket", "beaver",
    "bench", "bicycle", "birch", "biscuit", "blanket", "blizzard", "blossom", "blue", "bonnet",
    "bottle", "bramble", "bread", "bridge", "brook", "bucket", "buffalo", "button", "cabin",
    "cactus", "camel", "candle", "canyon", "carpet", "carrot", "castle", "cedar", "cello", "cherry",
    "chimney", "circle", "citrus", "clover", "cobalt", "coconut", "comet", "compass", "copper",
    "coral", "cotton", "cousin", "cradle", "crayon", "cricket", "crystal", "cupboard", "curtain",
    "cushion", "daisy", "dancer", "diamond", "dinner", "dolphin", "domino", "donkey", "dragon",
    "drum", "eagle", "echo", "elephant", "elm", "emerald", "engine", "envelope", "fabric", "falcon",
    "feather", "ferry", "fiddle", "field", "finger", "flannel", "flute", "forest", "fossil",
    "fountain", "fox", "friend", "frost", "galaxy", "garden", "garlic", "gate", "giant", "glacier",
    "globe", "goose", "granite", "grape", "gravel", "guitar", "hammer", "harbor", "harvest",
    "hazel", "hedge", "helmet", "heron", "hickory", "hollow", "honey", "horse", "igloo", "indigo",
    "island", "ivory", "jacket", "jaguar", "jasmine", "jelly", "jigsaw", "jungle", "kayak",
    "kettle", "kitchen", "kite", "kiwi", "ladder", "lagoon", "lantern", "laurel", "lavender",
    "lemon", "leopard", "library", "lilac", "lobster", "lotus", "magnet", "mango", "maple",
    "marble", "meadow", "melon", "mirror", "mitten", "monsoon", "mosaic", "muffin", "mushroom",
    "napkin", "nectar", "needle", "noodle", "nutmeg", "oasis", "oatmeal", "ocean", "octopus",
    "olive", "onion", "opal", "orange", "orbit", "orchard", "otter", "oyster", "paddle", "palace",
    "panda", "paper", "peach", "pebble", "pelican", "pencil", "pepper", "piano", "pine", "planet",
    "plaza", "plum", "pocket", "pond", "poppy", "prairie", "pumpkin", "puzzle", "pyramid", "quail",
    "quartz", "quilt", "rabbit", "radio", "raft", "rainbow", "raven", "rhubarb", "ribbon", "river",
    "robin", "salmon", "sandal", "satchel", "scarf", "shadow", "shovel", "silver", "sketch",
    "sparrow", "spider", "spoon", "squirrel", "star", "sugar", "summer", "sunset", "swan", "table",
    "teapot", "thimble", "thunder", "ticket", "tiger", "timber", "tomato", "trumpet", "tulip",
    "tunnel", "turtle", "umbrella", "valley", "vanilla", "velvet", "village", "violin", "voyage",
    "waffle", "walnut", "warbler", "whale", "willow", "window", "winter", "yellow", "yogurt",
    "zebra", "zipper",
};
// clang-format on

}  // namespace rapport
