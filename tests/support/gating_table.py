"""The gating table as the facts (section J) and their safety review give it, transcribed by hand from those texts.

A line is a condition, what follows from it (`> other`), the cells that the texts give, and after `|` the cells
that they leave open, or milder, and that are this project's own judgement. The strictest of all of them counts.

    ta targets       wa water goal     pf mf cf potassium, magnesium, calcium foods
    ps potassium supplements and salt substitute    sa salt, pickle, vinegar    or oral rehydration
    mg ca magnesium and calcium supplements         pk painkillers              ro any routine
    st standing      lf lying flat     le leaning, twisting
    ma massage       he heat           co cold      cp compression

    r reword    a ask    L the person's own limit    W withhold; what is not named is shown
"""

from __future__ import annotations

from coach.model.ruling import Ruling, Topic

_TABLE = """
suspected-dvt            wa=W ro=W st=W lf=W le=W ma=W he=W co=W cp=W
red-flag-active          wa=W pf=W mf=W cf=W ps=W sa=W or=W mg=W ca=W pk=W ro=W st=W lf=W le=W ma=W he=W co=W cp=W
chest-pain-now           > red-flag-active
illness-or-heat          wa=r pf=r mg=r sa=r or=r ro=W he=W
sedative-tonight         st=W
cardiac-uncleared        wa=a pf=a mg=a cp=a sa=W pk=W | ps=W or=a
recent-heart-event       > cardiac-uncleared
stable-arrhythmia
kidney-disease           wa=a pf=a mg=W ca=r cp=a sa=W ps=W pk=W or=a | ca=a mf=a cf=a
dialysis                 > kidney-disease wa=W pf=W mg=W mf=W ca=r cp=a sa=W or=a
nsaid-kidney-disease     > kidney-disease pf=W ps=W pk=W
past-high-potassium      pf=W ps=W mg=a sa=r or=a
potassium-sparing        pf=W ps=W mg=a sa=r or=a | pk=W
trimethoprim             pf=W ps=W mg=a sa=r or=a
adrenal-insufficiency    wa=a pf=W sa=r | ps=W or=a
heart-failure            wa=a pf=r mg=a he=r cp=a sa=W or=a pk=W | ps=W
fluid-limit              wa=L sa=W or=a
desmopressin             wa=W | or=a
low-sodium               wa=W sa=r | or=a
liver-cirrhosis          wa=W pf=a mg=a cp=a sa=W pk=W | ps=W or=a
eating-disorder          ta=W wa=W pf=W mf=W mg=W cf=W ca=W ro=r | ps=W or=a
tube-feeding             wa=W pf=W sa=W | mf=W cf=W ps=W or=a mg=a ca=a
under-18                 ta=W wa=W pf=W mf=W mg=W cf=W ca=W ps=W ro=r | sa=a or=a pk=a
rest-in-pregnancy        > pregnancy ro=a sa=W
pregnancy-2nd-3rd-trimester > pregnancy lf=W
recent-birth             > raised-clot-risk ro=a
pelvic-girdle-pain       ro=a
pregnancy                > raised-clot-risk wa=r mg=a he=r cp=a sa=a pk=W ps=W ma=r | ca=r
breastfeeding            wa=r mg=a | pk=a
treated-dvt              > raised-clot-risk ro=r | ma=W he=a cp=a pk=a
anticoagulant            pk=W ma=r cp=a | ma=a
warfarin                 > anticoagulant pf=r | mf=r cf=r
raised-clot-risk         ma=a he=a
recent-injury-or-surgery-same-leg > raised-clot-risk he=a cp=a | ma=W
acute-calf-tear          > recent-injury-or-surgery-same-leg
acute-hamstring-tear     > recent-injury-or-surgery-same-leg
achilles-repair-recent   > recent-injury-or-surgery-same-leg
fluoroquinolone-tendon-pain > fluoroquinolone | ro=W
calf-cramp-today
foot-cramp-today
cannot-stand-safely      > balance-problem st=W
balance-problem          st=W
breathless-flat          lf=W
pad                      he=W co=W cp=W
skin-wound               ma=W he=W co=W cp=W
peripheral-neuropathy    st=r he=W co=W cp=W
impaired-sensation       he=W co=W cp=W | ma=a
dementia                 st=r he=W co=W cp=W
medicine-patch           he=W
multiple-sclerosis       > spasm-condition he=W
stroke                   > spasm-condition pk=W
spasm-condition          ro=r
hip-replacement-recent   > raised-clot-risk le=W cp=a
knee-replacement-recent  > raised-clot-risk | cp=a
spine-osteoporosis       le=W ca=r
acute-sciatica           le=W
fluoroquinolone          mg=r ca=r
achilles-tendinopathy
ankle-sprain-recent      he=r
knee-pain
hypermobility            ro=r
high-blood-calcium       ca=W cf=W
digoxin                  ps=W mg=W ca=W
myasthenia-gravis        mg=W
heart-block              mg=W
ace-inhibitor            pf=r ps=W pk=W sa=r or=a
thiazide                 > diuretic wa=r ca=W
diuretic                 wa=r pf=a mg=a st=r pk=W or=a | ps=W sa=a
high-blood-pressure      sa=W ro=r | pk=a
lithium                  wa=r sa=r pk=a | or=a
antidepressant           wa=r
carbamazepine            wa=r
epilepsy                 wa=r
kidney-stones            wa=r ca=W
oxalate-stones           > kidney-stones pf=r mf=r cf=r
diabetes                 pf=r or=r
diabetes-medicine        > diabetes
reflux-ulcer             sa=W pk=W
heavy-drinking           | pk=a
thyroid-disease          mg=r ca=r
bone-medicine            mg=r ca=r lf=r
tetracycline             mg=r ca=r
iron-tablets             mg=r ca=r
asthma-inhaler           pk=a
raynauds                 co=W
quinine
statin
unanswered               wa=W pf=W ps=W sa=W or=W mg=W ca=W pk=W st=W ma=W he=W | mf=W cf=W co=W cp=W
"""
_TOPICS = {
    "ta": Topic.TARGETS,
    "wa": Topic.WATER_GOAL,
    "pf": Topic.POTASSIUM_FOOD,
    "mf": Topic.MAGNESIUM_FOOD,
    "cf": Topic.CALCIUM_FOOD,
    "ps": Topic.POTASSIUM_SUPPLEMENT,
    "sa": Topic.SALT,
    "or": Topic.REHYDRATION,
    "mg": Topic.MAGNESIUM,
    "ca": Topic.CALCIUM,
    "pk": Topic.PAINKILLER,
    "ro": Topic.ROUTINE,
    "st": Topic.STANDING,
    "lf": Topic.LYING_FLAT,
    "le": Topic.LEANING,
    "ma": Topic.MASSAGE,
    "he": Topic.HEAT,
    "co": Topic.COLD,
    "cp": Topic.COMPRESSION,
}
_RULINGS = {"r": Ruling.REWORD, "a": Ruling.ASK, "L": Ruling.LIMIT, "W": Ruling.WITHHOLD}
_MILDEST_FIRST = (Ruling.SHOW, Ruling.REWORD, Ruling.ASK, Ruling.LIMIT, Ruling.WITHHOLD)
_LINES = {line.split()[0]: line.split()[1:] for line in _TABLE.strip().splitlines()}
CONDITIONS = tuple(_LINES)


def follows(condition: str) -> str | None:
    """What the table says follows from a condition."""
    words = _LINES[condition]
    return words[words.index(">") + 1] if ">" in words else None


def stricter(one: Ruling, other: Ruling) -> Ruling:
    return max(one, other, key=_MILDEST_FIRST.index)


def expected(*conditions: str) -> dict[Topic, Ruling]:
    """What is done with every topic for someone with all of `conditions`: the strictest."""
    strictest = dict.fromkeys(Topic, Ruling.SHOW)
    for condition in conditions:
        if also := follows(condition):
            strictest = {topic: stricter(ruling, expected(also)[topic]) for topic, ruling in strictest.items()}
        for cell in (word for word in _LINES[condition] if "=" in word):
            topic, ruling = _TOPICS[cell[:2]], _RULINGS[cell[3:]]
            strictest[topic] = stricter(strictest[topic], ruling)
    return strictest


def held(*conditions: str) -> frozenset[str]:
    """The conditions and all that follows from them."""
    found: set[str] = set()
    for condition in conditions:
        step: str | None = condition
        while step is not None:
            found.add(step)
            step = follows(step)
    return frozenset(found)
