"""Which method is recomputed by which module, and which methods are still to come."""

from tests.reference.cases import (
    alpha,
    clusters,
    correlation,
    groups,
    kitagawa,
    mean,
    mixture,
    multiplicity,
    partitions,
    proportion,
    retention,
    survival,
    trend,
    two_proportions,
)
from tests.reference.cases.checker import Checker

CHECKERS: dict[str, Checker] = {
    "ARI, NMI, Jaccard": partitions.CHECKER,
    "Change decomposition": kitagawa.CHECKER,
    "Cochran-Armitage": trend.COCHRAN_ARMITAGE,
    "Cronbach alpha": alpha.CHECKER,
    "Gaussian mixture": mixture.CHECKER,
    "Group comparison": groups.CHECKER,
    "Kaplan-Meier": survival.CHECKER,
    "Kaplan-Meier, log-rank, Cox": survival.CHECKER,
    "Mann-Kendall, Sen slope": trend.MANN_KENDALL,
    "Mean, t CI, top-2-box, fpc": mean.CHECKER,
    "Multiple comparisons": multiplicity.CHECKER,
    "Newcombe difference CI": two_proportions.CHECKER,
    "Participation / retention": retention.CHECKER,
    "Proportion CI": proportion.CHECKER,
    "Small-n correlation": correlation.CHECKER,
    "k-means, Ward, stability": clusters.CHECKER,
    "k-means, choose k": clusters.CHECKER,
}

LATER = frozenset(
    {
        "BG/BB",
        "Cross-tab",
        "HCPC (Ward on MCA)",
        "IPA quadrants",
        "Key drivers",
        "Logistic + calibration",
        "MCA",
        "MCA adjusted inertia",
        "Penalty-reward contrast",
        "RFM, ABC, Gini, value matrix",
        "Raking, Kish n_eff, weighted SE",
    }
)
