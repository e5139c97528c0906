"""Which method is recomputed by which module, and which methods are still to come."""

from tests.reference.cases import (
    abc,
    alpha,
    clusters,
    contrasts,
    correlation,
    cross_tab,
    design,
    drivers,
    grid,
    groups,
    hcpc,
    kitagawa,
    logistic,
    maps,
    mean,
    mixture,
    multiplicity,
    overlapping,
    partitions,
    priority,
    proportion,
    raking,
    retention,
    stages,
    survival,
    this_fair,
    trend,
    two_proportions,
    value,
)
from tests.reference.cases.checker import Checker

# By the names the methods go by; a case whose method is worded otherwise is recognised by its keys.
CHECKERS: dict[str, Checker] = {
    "ABC, Pareto, by edition": abc.CHECKER,
    "ARI, NMI, Jaccard": partitions.CHECKER,
    "Change decomposition": kitagawa.CHECKER,
    "Change with overlapping firms": overlapping.CHECKER,
    "Cochran-Armitage": trend.COCHRAN_ARMITAGE,
    "Cronbach alpha": alpha.CHECKER,
    "Cross-tab": cross_tab.CHECKER,
    "Design-weighted mean, share, NPS": design.CHECKER,
    "Finite population mean and share": this_fair.CHECKER,
    "Gaussian mixture": mixture.CHECKER,
    "Group comparison": groups.CHECKER,
    "HCPC (Ward on MCA)": hcpc.CHECKER,
    "IPA quadrants": grid.CHECKER,
    "Kaplan-Meier": survival.CHECKER,
    "Kaplan-Meier, log-rank, Cox": survival.CHECKER,
    "Key drivers": drivers.CHECKER,
    "Life cycle stages": stages.CHECKER,
    "Logistic + calibration": logistic.CHECKER,
    "MCA": maps.CHECKER,
    "MCA adjusted inertia": maps.INERTIA,
    "Mann-Kendall, Sen slope": trend.MANN_KENDALL,
    "Mean, t CI, top-2-box, fpc": mean.CHECKER,
    "Multiple comparisons": multiplicity.CHECKER,
    "Newcombe difference CI": two_proportions.CHECKER,
    "Participation / retention": retention.CHECKER,
    "Penalty-reward contrast": contrasts.CHECKER,
    "Proportion CI": proportion.CHECKER,
    "RFM, ABC, Gini, value matrix": priority.FIFTHS,
    "RFM, fixed bands": priority.FIXED,
    "Raking, Kish n_eff, weighted SE": raking.CHECKER,
    "Small-n correlation": correlation.CHECKER,
    "Value matrix, four indices": value.CHECKER,
    "k-means, Ward, stability": clusters.CHECKER,
    "k-means, best optimum": clusters.BEST_OPTIMUM,
    "k-means, choose k": clusters.CHECKER,
}

# Methods the product has no estimator of yet, by words of their names.
LATER = (
    r"bg/?bb|beta.?geometric|\bsbg\b"
    r"|gamma.?gamma|life.?time value|\bclv\b|difference.in.differences"
    r"|action effect|complaint|recovery|keyness|log.likelihood|priority|retention to profit"
    r"|profit|triangle"
)
