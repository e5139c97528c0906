"""Which method is recomputed by which module, and which methods are still to come."""

from tests.reference.cases import (
    alpha,
    bgbb,
    clusters,
    contrasts,
    correlation,
    cross_tab,
    design,
    drivers,
    gamma_gamma,
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
    proportion,
    raking,
    retention,
    sbg,
    survival,
    this_fair,
    trend,
    two_proportions,
)
from tests.reference.cases.checker import Checker

# By the names the methods go by; a case whose method is worded otherwise is recognised by its keys.
CHECKERS: dict[str, Checker] = {
    "ARI, NMI, Jaccard": partitions.CHECKER,
    "BG/BB": bgbb.CHECKER,
    "BG/BB, staggered, hold-out": bgbb.CHECKER,
    "Change decomposition": kitagawa.CHECKER,
    "Change with overlapping firms": overlapping.CHECKER,
    "Cochran-Armitage": trend.COCHRAN_ARMITAGE,
    "Cronbach alpha": alpha.CHECKER,
    "Cross-tab": cross_tab.CHECKER,
    "Design-weighted mean, share, NPS": design.CHECKER,
    "Finite population mean and share": this_fair.CHECKER,
    "Gamma-gamma spend": gamma_gamma.CHECKER,
    "Gaussian mixture": mixture.CHECKER,
    "Group comparison": groups.CHECKER,
    "HCPC (Ward on MCA)": hcpc.CHECKER,
    "IPA quadrants": grid.CHECKER,
    "Kaplan-Meier": survival.CHECKER,
    "Kaplan-Meier, log-rank, Cox": survival.CHECKER,
    "Key drivers": drivers.CHECKER,
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
    "Raking, Kish n_eff, weighted SE": raking.CHECKER,
    "Small-n correlation": correlation.CHECKER,
    "sBG retention": sbg.CHECKER,
    "k-means, Ward, stability": clusters.CHECKER,
    "k-means, best optimum": clusters.BEST_OPTIMUM,
    "k-means, choose k": clusters.CHECKER,
}

# Methods the product has no estimator of yet, by words of their names.
LATER = (
    r"\babc\b|pareto|\brfm\b|recency|value matrix|four indices|gini|life.?cycle|stages"
    r"|difference.in.differences|action effect|complaint|recovery|keyness|log.likelihood|priority"
    r"|retention to profit|profit|triangle"
)
