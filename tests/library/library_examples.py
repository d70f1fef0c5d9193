"""A small whole content folder, whose parts a test replaces by broken ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from coach.library.library import Library
from coach.service.checking import content_faults

MOVE = """
name = "Wall calf stretch"
purpose = "calf"
segment = "hold"
muscles = ["gastrocnemius"]
position = "standing"
equipment = ["wall"]
start = "Face a wall."
cues = ["Heel down"]
per_side = true
withhold_if = ["balance"]
gentler = "toe-pull"
sources = ["S1"]

[dose]
hold_s = 30

[pose]
box = [-0.92, -0.06, 0.84, 1.78]
props = [{ kind = "floor" }]
target = ["calf"]

[[pose.keyframes]]
hip = [0.04, 0.955]
torso = 90
near_leg = { heel = [-0.02, 0] }
far_leg = { heel = [0.03, 0] }
near_arm = { upper = -90, fore = -80 }
far_arm = { upper = -90, fore = -80 }
"""
GENTLE_MOVE = MOVE.replace('gentler = "toe-pull"\n', "").replace('"balance"', "")
ROUTINE = """
name = "Bedtime"
when = "In the evening"
why = "It may help [S1]."
evidence = "weak"
withhold_if = ["balance"]
instead = "in-bed"
sources = ["S1"]

[[steps]]
move = "calf-wall"
"""
ROUTINE_IN_BED = (
    ROUTINE.replace('instead = "in-bed"\n', "").replace('"balance"', "").replace("calf-wall", "toe-pull")
)
CAUSE = """+++
title = "Age"
order = 1
reach = "clinician"
evidence = "strong"
evidence_note = "Strong."
summary = "Cramps grow more common."
at_risk = ["are over 50"]
routines = ["bedtime"]
items = ["stretch", "water"]
see_clinician = ["Ask."]
red_flags = ["chest-pain"]
conditions = ["balance"]
sources = ["S1"]
+++
Cramps grow more common with age [S1].
"""
RELIEF = """
name = "Calf"
order = 1
never = "Never point the toes."
follow_up = ["Rest."]
sources = ["S1"]

[[steps]]
text = "Toes up."
seconds = 30

[[steps]]
text = "Stand."
seconds = 30
after_question = true
withhold_if = ["balance"]
"""
CHECKLIST = """
[[groups]]
id = "night"
name = "Night"

[[items]]
id = "stretch"
label = "Stretch"
group = "night"
why = "It may help [S1]."
evidence = "weak"
routines = ["bedtime"]
causes = ["age"]
withhold_if = ["balance"]
sources = ["S1"]
"""
WHOLE: Mapping[str, str] = {
    "about.md": '+++\ntitle = "Cramps"\nsources = ["S1"]\n+++\nA cramp is sudden [S1].\n',
    "causes/age.md": CAUSE,
    "moves/calf-wall.toml": MOVE,
    "moves/toe-pull.toml": GENTLE_MOVE,
    "routines/bedtime.toml": ROUTINE,
    "routines/in-bed.toml": ROUTINE_IN_BED,
    "relief/calf.toml": RELIEF,
    "checklist.toml": CHECKLIST,
    "advice.toml": """
[[advice]]
id = "stretch"
title = "Stretch"
order = 1
evidence = "weak"
text = "It may help [S1]."
items = ["stretch", "water"]
routines = ["bedtime"]
causes = ["age"]
sources = ["S1"]
""",
    "red_flags.toml": """
[[red_flags]]
id = "chest-pain"
level = "emergency"
signs = "Chest pain"
problem = "heart"
action = "Call for help"
judgement = true
""",
    "drinks.toml": '[[drinks]]\nid = "water"\nname = "Water"\nnote = "Counts [S1]."\nsources = ["S1"]\n',
    "foods.toml": """
[[foods]]
id = "banana"
name = "Banana"
portion_g = 118
measure = "1 medium"
portion = { potassium_mg = 422, calcium_mg = 6, magnesium_mg = 32 }
per_100g = { potassium_mg = 358, calcium_mg = 5, magnesium_mg = 27 }
row = "NDB 09040"
sources = ["S1"]
""",
    "conditions.toml": """
[[conditions]]
id = "balance"
name = "a balance problem"
group = "balance and standing"
judgement = true
why = "A fall is worse than a cramp."
ask = "your physiotherapist"

[[conditions]]
id = "cannot-stand"
name = "not standing"
group = "balance and standing"
judgement = true
why = "A fall is worse than a cramp."
ask = "your physiotherapist"
implies = ["balance"]
""",
    "lookalikes.toml": """
[[lookalikes]]
id = "strain"
title = "A strain"
order = 1
evidence = "weak"
clue = "A pop."
text = "Rest it [S1]."
red_flags = ["chest-pain"]
conditions = ["balance"]
sources = ["S1"]
""",
    "remedies.toml": """
[[remedies]]
id = "warmth"
title = "Warmth"
order = 1
topic = "heat"
evidence = "weak"
text = "It may soothe [S1]."
causes = ["age"]
conditions = ["balance"]
sources = ["S1"]
""",
    "medicines.toml": """
[[medicines]]
id = "statin"
name = "Statins"
examples = ["simvastatin"]
evidence = "contested"
found = "Mostly not the medicine [S1]."
causes = ["age"]
conditions = ["balance"]
red_flags = ["chest-pain"]
sources = ["S1"]
""",
    "intakes.toml": """
[[intakes]]
id = "potassium-eu"
nutrient = "potassium"
area = "EU"
by = "EFSA"
people = "adults"
kind = "AI"
amount = 3500
sources = ["S1"]
""",
    "regions.toml": """
[[regions]]
id = "uk"
name = "United Kingdom"
emergency = "999"
sources = ["S1"]
""",
    "sources.toml": '[[sources]]\nid = "S1"\nshort = "Trial 2012"\ntitle = "A trial"\nby = "Someone"\n',
}


def content(folder: Path, changed: Mapping[str, str | bytes | None] | None = None) -> Path:
    """A content folder under `folder`, some files changed, or left out when None."""
    return write(folder / "content", {**WHOLE, **(changed or {})})


def write(folder: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """`files` by their paths in `folder`; those that are None are not written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return folder


def faults(folder: Path, own: Path | None = None) -> list[str]:
    """What `coach check` finds in content."""
    return [fault.message for fault in content_faults(Library(folder, own))]


def but(text: str, old: str, new: str) -> str:
    """`text` with `old` replaced, which must be in it."""
    assert old in text
    return text.replace(old, new)
