"""The data sets: where each is published, under which licence, how it was cut, and what its table tells an editor."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where the data of a folder come from."""

    title: str
    at: str
    licence: str
    cut: str
    means: str
    """What the numbers mean for an editor."""


_CLAIM_CUT = "items whose claim and passage both hold a digit or a number word"
PUBLICATIONS: Mapping[str, Publication] = {
    "vitaminc_pages": Publication(
        title="VitaminC-real (Schuster, Fisch, Barzilay, NAACL 2021)",
        at="github.com/TalSchuster/talschuster.github.io, static/vitaminc_real.zip, vitaminc_real/test.jsonl",
        licence="CC BY-SA 3.0 or the terms of the Wikipedia page",
        cut=f"{_CLAIM_CUT}, of the pages not kept apart for judging; not comparable with published test scores",
        means="A number or date in a claim is set against one passage of an encyclopaedia. Precision is how far a"
        " finding can be trusted; what is not covered is left to the editor; a decision on *not enough info* is one too"
        " many.",
    ),
    "vitaminc_numeric": Publication(
        title="VitaminC (Schuster, Fisch, Barzilay, NAACL 2021)",
        at="github.com/INK-USC/Lifelong-ICL, data/vitaminc at commit 8b0d36b",
        licence="CC BY-SA 3.0 or the terms of the Wikipedia page",
        cut=f"{_CLAIM_CUT}, from the train and validation splits",
        means="The same question on other pages, few items: a check that the numbers above are not one corpus's luck.",
    ),
    "fever_symmetric_numeric": Publication(
        title="FEVER Symmetric v0.2, dev (Schuster et al., EMNLP 2019)",
        at="github.com/TalSchuster/FeverSymmetric, symmetric_v0.2/fever_symmetric_dev.jsonl at commit fa25d17",
        licence="CC BY-SA 3.0 or the terms of the Wikipedia page",
        cut=_CLAIM_CUT,
        means="Every claim has a passage for it and one against it, so that nothing is won by the claim's own tone.",
    ),
    "fm2_numeric": Publication(
        title="Fool Me Twice, dev (Eisenschlos et al., NAACL 2021)",
        at="github.com/google-research/fool-me-twice, dataset/dev.jsonl at commit d9db753",
        licence="Apache-2.0; the passages are Wikipedia text, CC BY-SA 3.0",
        cut=_CLAIM_CUT,
        means="Claims written to fool people; many need reckoning or outside knowledge, where silence is right.",
    ),
    "equate_stress": Publication(
        title="Numerical stress test (Naik et al., COLING 2018; EQUATE, Ravichander et al., CoNLL 2019)",
        at="github.com/nvk518/fp-dataset-artifacts, Numerical_Reasoning/multinli_0.9_quant_hard.jsonl"
        " at commit 31a02b7",
        licence="MIT (of EQUATE)",
        cut="half of the sentences by a hash of their words without numbers; 1,200 pairs of those by hash order",
        means="*More than*, *less than* and changed numbers in one sentence: the bare logic of hedges.",
    ),
    "equate_awpnli": Publication(
        title="AWPNLI (EQUATE, Ravichander et al., CoNLL 2019)",
        at="github.com/zihao-wang/Number-NLI, labeled_data/AWPNLI.jsonl at commit d71a2ba",
        licence="MIT (of EQUATE)",
        cut="half of the premises by hash",
        means="Sums and differences, which the project does not work out: every decision here is one too many,"
        " and coverage is the number to keep low.",
    ),
    "recognizers_text": Publication(
        title="Recognizers-Text specifications, English (Microsoft)",
        at="github.com/microsoft/Recognizers-Text, Specs at commit 90e968e",
        licence="MIT",
        cut="half of the input texts by hash",
        means="Whether a figure or a date is read whole, with its place and its value: what is misread here would be"
        " compared wrongly everywhere.",
    ),
    "quantulum3": Publication(
        title="quantulum3 test cases",
        at="github.com/nielstron/quantulum3, quantulum3/_lang/en_US/tests at commit 168aef7",
        licence="MIT",
        cut="half of the texts by hash",
        means="Quantities with units, on the cases another reader of quantities was built for.",
    ),
    "measeval": Publication(
        title="MeasEval, trial and training (Harper et al., SemEval-2021 Task 8)",
        at="github.com/harperco/MeasEval, data at commit 1fa738b",
        licence="CC BY 4.0",
        cut="all paragraphs of trial and train",
        means="Figures in science writing, dense with units and ranges.",
    ),
    "edtf": Publication(
        title="Extended Date/Time Format cases",
        at="github.com/CarlAllenn/edtf, tests/fixtures at commit 2c2a1ed",
        licence="MIT or Apache-2.0",
        cut="half of the strings by hash",
        means="Dates as fact files write them: a wrong string must be refused, a right one accepted.",
    ),
    "gum_dates": Publication(
        title="GUM, training documents from Wikinews, Wikipedia and Wikivoyage (Zeldes 2017)",
        at="github.com/amir-zeldes/gum, dep/*.conllu at commit 72ce5ac",
        licence="annotations CC BY 4.0; texts CC BY 2.5 or CC BY-SA 3.0",
        cut="sentences with a date, a digit or a calendar word",
        means="Dates as news and biographies write them, relative ones against the day of the text.",
    ),
    "event_dates": Publication(
        title="SemEval-2015 Task 4, corpus 1: Wikinews on aircraft makers (Minard et al.)",
        at="github.com/qiangning/StructTempRel-EMNLP17, data/SemEval2015-Task4-TimeLine at commit d6518a5",
        licence="CC BY 3.0",
        cut="every event of the gold time lines with at least a year",
        means="How far one gets with the date that stands nearest to an event: not far enough to build a check on.",
    ),
    "gum_quotes": Publication(
        title="GUM, as above: attributed speech",
        at="github.com/amir-zeldes/gum, dep/*.conllu at commit 72ce5ac",
        licence="annotations CC BY 4.0; texts CC BY 2.5 or CC BY-SA 3.0",
        cut="attributions with an explicit speaker; scored here: the direct ones",
        means="Who is quoted in news reports.",
    ),
    "litbank_quotes": Publication(
        title="LitBank quotations (Sims and Bamman 2020)",
        at="github.com/dbamman/litbank, quotations and coref at commit 3e50db0",
        licence="CC BY 4.0",
        cut="half of the books by hash",
        means="Quotations in novels: where they start and end, with every kind of mark; speakers are named more rarely"
        " than in news.",
    ),
    "claimbuster": Publication(
        title="ClaimBuster sentences (Arslan, Hassan, Li, Tremayne, ICWSM 2020)",
        at="github.com/utaresearch/claimbuster-spotter, data/two_class/train.json at commit 332bba0",
        licence="GPL-3.0 as obtained",
        cut="2,000 training sentences by hash order",
        means="Most sentences worth checking hold no figure and no date: figures alone cover part of an article. The"
        " ranking is what the report puts first among what nobody checked; it never makes a finding.",
    ),
}
