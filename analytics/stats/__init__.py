"""The field's standard estimators, one concept a file. Numbers and arrays in, frozen results out;
no database, no screen.

What comes in
    arrays              checked vectors, matrices and labels
    standardise         z-scores before clustering
    critical_values     quantiles and p values of the normal, t, F and chi-square distributions
    one_thread          a fit on a shared machine, one thread at a time

How high, how sure
    mean                mean with interval, weighted mean, differences, the smallest to be seen
    overlapping_change  a change between editions that share firms
    finite_population   shares of the exhibitors of this fair
    proportion          Wilson intervals, Newcombe differences
    clustered_share     shares when the same people count several times
    net_promoter        the net promoter score with its interval
    two_by_two          odds and risk ratios; the cell that ought to be empty
    reliability         Cronbach's alpha

Who differs
    group_difference    Welch's ANOVA, Games–Howell pairs, Hedges' g, eta² and omega²
    studentized_range   the distribution behind Games–Howell's p and interval
    multiplicity        Holm and Benjamini–Hochberg with the size of the family
    cross_tab           do two questions go together, and in which cells
    v_test              what sets a group apart: categories and means
    keyness             what sets a group of comments apart: words

What changes
    mann_kendall        is there a trend; exact for up to ten editions
    sen                 how steep is it
    cochran_armitage    does a share rise or fall
    kitagawa            rate and composition
    action_effect       did an item move more than those nobody touched
    triangle_balance    three sides of a fair as indices, visitors ahead of renewals

What goes together
    correlation         Pearson, Spearman, Kendall, detrended, first differences, power
    permutation         exact p values for a few pairs

What matters
    pairwise            correlations over pairs of items, repaired when they contradict each other
    standardised_betas  correlations, standardised coefficients, variance inflation
    relative_weights    Johnson's weights of drivers that go together
    lmg                 general dominance: R² shared out over all orders
    importance_performance  what to fix first: the grid, its crosshair, borderline items
    action_priority     importance × gap × reach × stake, with intervals
    penalty_reward      what must be there, what delights
    impact_asymmetry    how sure it is that one side outweighs the other
    least_squares       coefficients and their errors from cross-products
    group_bootstrap     intervals from sums by group of answers

Who comes back
    retention           new, returning, reactivated, lapsed; cohorts; steps for survival
    kaplan_meier        survival curves, median, log-rank
    time_to_close       days until a complaint is closed for good, open ones counted
    service_recovery    do those whose complaint was put right come back more often
    bgbb                still a customer, how often from here on: beta-geometric/beta-Bernoulli
    bgbb_futures        what may become of a firm, drawn at random
    sbg                 retention of those who stayed so far: shifted beta-geometric
    gamma_gamma         money per edition attended, between a firm's own mean and that of all
    margin_multiple     what a constant retention is worth, in margins
    retention_readings  three readings of five per cent, and what each is worth
    log_box             the most likely positive parameters, from several starts
    logit               the odds of an event, variable by variable
    streamed_logit      the same, for rows that need not be in memory together
    calibration         do predicted probabilities come true

Who is worth what
    concentration       shares of the largest, A, B and C, Gini
    priority_scores     recency, frequency and money in bands, priority points
    value_classes       value now against potential, indices from 0 to 100

Which kinds there are
    mca                 a map of answers from two-way tables
    mca_inertia         how much the map shows
    mca_supplement      other categories on the map
    hcpc                clusters on the map
    cluster_profile     the answers that set a cluster apart
    shuffled_columns    are groups more than any data would give
    prediction_interval what share will it be next time
    kmeans              k-means, the best optimum
    exchanges           single rows and whole centres in better places, for k-means
    mixture             Gaussian mixtures by BIC
    ward                Ward's tree and its cuts
    weighted_ward       Ward's tree of rows that stand for several people
    criteria_for_k      criteria for the number of clusters, one cluster included
    stability           would the clusters come back: Hennig's bootstrap
    agreement           do two partitions say the same
    cluster_order       clusters numbered by size

Whom it stands for, and what may be shown
    raking              weights that match the register, and what they cost
    suppression         small bases, and the parts that must be hidden with a hidden one

Conventions. What cannot be estimated is NaN (None where a whole number would be), never a warning
and never an interval of width 0; results that carry `is_reliable` say whether their interval may be
shown as one. ValueError means a mistake of the caller. Shares are 0–1, levels 0–1 (0.95), p values
two-sided unless named otherwise. Heavy libraries are imported inside the functions that need them.
"""
