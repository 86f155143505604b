"""Expected numbers for tests, design effects, dispersion and the like, by scipy and statsmodels.

Usage: python3 bench/peers/comparisons.py > tests/metrics/golden/comparisons.json

Needs scipy, statsmodels, numpy. The TypeScript tests read the file and compare to 1e-9. Nothing here
is shared with metrics/.
"""

import json
import math
import warnings

import numpy as np
import statsmodels.api as sm
from scipy import optimize, stats
from statsmodels.stats import proportion as prop
from statsmodels.stats import rates
from statsmodels.stats.multitest import multipletests

warnings.simplefilter("ignore")
generator = np.random.default_rng(20261124)


def distributions():
    rows = []
    for df in [1, 2, 3, 7, 29, 250]:
        for x in [1e-6, 0.3, 1.0, 3.84, 25.0, 300.0]:
            rows.append({"name": "chi", "x": x, "df": df, "p": float(stats.chi2.sf(x, df))})
            rows.append({"name": "t", "x": x, "df": df, "p": float(2 * stats.t.sf(x, df))})
            for df2 in [1, 5, 17, 400]:
                rows.append({"name": "f", "x": x, "df": df, "df2": df2, "p": float(stats.f.sf(x, df, df2))})
    for x in [0.0, 1e-8, 0.5, 1.96, 5.0, 20.0]:
        rows.append({"name": "normal", "x": x, "p": float(2 * stats.norm.sf(x))})
    for k, n, share in [(0, 10, 0.3), (3, 10, 0.3), (9, 10, 0.99), (480, 1000, 0.5), (71, 100000, 0.001), (52000, 100000, 0.5)]:
        rows.append({"name": "binomial", "x": k, "df": n, "share": share, "p": float(stats.binom.cdf(k, n, share))})
    quantiles = []
    for level in [0.5, 0.9, 0.95, 0.99, 0.9975, 0.998, 0.99995]:
        quantiles.append({"level": level, "value": float(stats.norm.isf((1 - level) / 2))})
        for df in [1, 2, 5, 29]:
            quantiles.append({"level": level, "df": df, "value": float(stats.t.isf((1 - level) / 2, df))})
    return {"tails": rows, "quantiles": quantiles}


def intervals():
    """Existing intervals at other levels, with a design effect and Student's t."""
    rows = []
    for level, deff, df in [(0.95, 1, None), (0.998, 1, None), (0.99, 2.5, None), (0.95, 1.7, 12), (0.9, 3.2, 3)]:
        alpha = 1 - level if df is None else float(2 * stats.norm.sf(stats.t.isf((1 - level) / 2, df)))
        for a, n, b, m in [(56, 70, 48, 80), (9, 10, 3, 10), (0, 20, 0, 30), (10, 10, 0, 20), (500, 900, 470, 910)]:
            one = prop.proportion_confint(a / deff, n / deff, alpha=alpha, method="wilson")
            two = prop.confint_proportions_2indep(a / deff, n / deff, b / deff, m / deff, method="newcomb", compare="diff", alpha=alpha)
            rows.append({
                "level": level, "deff": deff, "df": df, "a": a, "n": n, "b": b, "m": m,
                "wilson": [float(v) for v in one], "newcombe": [float(v) for v in two],
            })
    garwood = []
    for level in [0.9, 0.99, 0.998]:
        for count in [0, 1, 12, 400]:
            low = 0.0 if count == 0 else float(stats.chi2.ppf((1 - level) / 2, 2 * count) / 2)
            garwood.append({"level": level, "count": count, "low": low, "high": float(stats.chi2.isf((1 - level) / 2, 2 * count + 2) / 2)})
    return {"shares": rows, "poisson": garwood}


def clusters(m, share, spread):
    """Cases and hits by cluster, and the sums that the estimator is given."""
    n = generator.integers(1, 40, size=m)
    p = np.clip(generator.normal(share, spread, size=m), 0.02, 0.98)
    x = generator.binomial(n, p)
    sums = {"clusters": m, "n": n.sum(), "x": x.sum(), "nn": (n * n).sum(), "xn": (x * n).sum(), "xx": (x * x).sum()}
    return n, x, {key: int(value) for key, value in sums.items()}


def cases(n, x, group, first_cluster):
    """One row a case: hit, group, cluster."""
    hits = np.concatenate([np.r_[np.ones(b), np.zeros(a - b)] for a, b in zip(n, x)])
    return hits, np.full(len(hits), group), np.repeat(np.arange(len(n)) + first_cluster, n)


def design():
    """Cluster-robust variance of the mean by statsmodels, over the binomial one."""
    single, pooled = [], []
    shapes = [(2, 0.5, 0.2), (12, 0.4, 0.15), (40, 0.9, 0.05), (13, 0.2, 0.1), (60, 0.7, 0.25)]
    groups = []
    for shape in shapes:
        n, x, sums = clusters(*shape)
        hits, _, label = cases(n, x, 0, 0)
        fit = sm.OLS(hits, np.ones(len(hits))).fit(cov_type="cluster", cov_kwds={"groups": label, "use_correction": True})
        p = hits.mean()
        variance = float(fit.cov_params()[0, 0])
        single.append({"sums": sums, "ratio": variance / (p * (1 - p) / len(hits))})
        groups.append((sums, p, len(hits), variance))
    for i, j in [(1, 2), (3, 4), (0, 1), (2, 4)]:
        (one, p1, n1, v1), (two, p2, n2, v2) = groups[i], groups[j]
        p = (p1 * n1 + p2 * n2) / (n1 + n2)
        # Chi-square of the pooled score test over Wald's with the robust variances.
        z, _ = prop.proportions_ztest([one["x"], two["x"]], [n1, n2])
        wald = (p1 - p2) ** 2 / (v1 + v2)
        pooled.append({"groups": [one, two], "ratio": float(z**2 / wald), "df": one["clusters"] + two["clusters"] - 2})
    return {"single": single, "pooled": pooled, "paired": [paired(m) for m in [3, 9, 40]]}


def paired(m):
    """Two groups in the same clusters: robust variance of a group's effect by statsmodels."""
    share = generator.normal(0.5, 0.15, size=m) + generator.normal(0, 0.15, size=(2, m))
    n = generator.integers(0, 30, size=(2, m))
    n[0] += n[1] == 0
    x = generator.binomial(n, np.clip(share + [[0.05], [-0.05]], 0.02, 0.98))
    parts = [cases(n[g], x[g], g, 0) for g in [0, 1]]
    hits, group, label = (np.concatenate(column) for column in zip(*parts))
    fit = sm.OLS(hits, np.c_[np.ones(len(hits)), group]).fit(cov_type="cluster", cov_kwds={"groups": label, "use_correction": True})
    # The package corrects for two parameters where the ratio estimator has none to correct for.
    variance = float(fit.cov_params()[1, 1]) * (len(hits) - 2) / (len(hits) - 1)
    p, (n1, n2) = hits.mean(), n.sum(axis=1)
    sums = [
        {key: int(value) for key, value in {
            "clusters": (n[g] > 0).sum(), "n": n[g].sum(), "x": x[g].sum(),
            "nn": (n[g] ** 2).sum(), "xn": (x[g] * n[g]).sum(), "xx": (x[g] ** 2).sum(),
        }.items()}
        for g in [0, 1]
    ]
    cross = {"clusters": m, "xx": x[0] @ x[1], "xn": x[0] @ n[1], "nx": n[0] @ x[1], "nn": n[0] @ n[1]}
    return {
        "groups": sums, "cross": {key: int(value) for key, value in cross.items()},
        "ratio": variance / float(p * (1 - p) * (1 / n1 + 1 / n2)),
    }


def score():
    two, many = [], []
    for a, n, b, m in [(56, 70, 48, 80), (9, 10, 3, 10), (0, 20, 5, 30), (10, 10, 0, 20), (50020, 90000, 47000, 91000)]:
        z, p = prop.proportions_ztest([a, b], [n, m])
        t = z / math.sqrt(1.8)
        two.append({
            "a": a, "n": n, "b": b, "m": m, "z": float(z), "p": float(p),
            "t": float(t), "clustered": float(2 * stats.t.sf(abs(t), 17)),
        })
    for parts, wholes in [([5, 9, 14], [20, 22, 25]), ([0, 3, 1, 40], [10, 12, 11, 80]), ([500, 530], [900, 910])]:
        chi2, p, _ = prop.proportions_chisquare(parts, wholes)
        df = len(parts) - 1
        many.append({
            "parts": parts, "wholes": wholes, "chi2": float(chi2), "p": float(p),
            "clustered": float(stats.f.sf(chi2 / 2.2 / df, df, 11)),
        })
    return {"two": two, "many": many}


def mover():
    """Ratio limits as the roots of MOVER's limits of first - r * second."""
    rows = []
    shapes = [((12, 9, 17), (8, 6, 11)), ((30, 22, 31), (30, 10, 75)), ((4, 0, 6), (5, 3, 12)), ((7, 5, 20), (3, 2, 3))]
    for (a, al, ah), (b, bl, bh) in shapes:
        low = optimize.brentq(lambda r: a - r * b - math.hypot(a - al, r * (bh - b)), -1e-9, a / b, xtol=1e-15, rtol=1e-14)
        high = optimize.brentq(lambda r: a - r * b + math.hypot(ah - a, r * (b - bl)), a / b, 1e4, xtol=1e-13, rtol=1e-14)
        rows.append({"first": [a, al, ah], "second": [b, bl, bh], "low": low, "high": high})
    return rows


def counts():
    rows = []
    for a, e1, b, e2, phi, df in [
        (60, 1, 40, 1, 1.0, None), (60, 51477.5, 30, 54308.7, 1.0, None), (0, 1, 9, 1, 1.0, None),
        (140, 62, 100, 60, 3.2, None), (140, 62, 100, 60, 3.2, 22), (15, 2, 4, 1, 1.4, 3), (900, 1, 1000, 1, 4.0, None),
    ]:
        z, p = rates.test_poisson_2indep(a / phi, e1, b / phi, e2, method="score", compare="ratio")
        z, level = float(z), 0.95
        if df is not None:
            p = 2 * stats.t.sf(abs(z), df)
        alpha = 1 - level if df is None else float(2 * stats.norm.sf(stats.t.isf((1 - level) / 2, df)))
        # Limits: where the peer's score statistic reaches the critical value.
        edge = stats.norm.isf(alpha / 2)

        def miss(log_ratio, sign):
            found = rates.test_poisson_2indep(a / phi, e1, b / phi, e2, value=math.exp(log_ratio), method="score", compare="ratio")
            return found.statistic - sign * edge

        low = 0.0 if a == 0 else math.exp(optimize.brentq(miss, -12, 12, args=(1,), xtol=1e-14))
        high = math.exp(optimize.brentq(miss, -12, 12, args=(-1,), xtol=1e-14))
        rows.append({"a": a, "e1": e1, "b": b, "e2": e2, "phi": phi, "df": df, "z": z, "p": float(p), "low": low, "high": high})
    return rows


def dispersion():
    rows = []
    series = [
        [12, 15, 9, 22, 31, 18, 40, 35], [5, 5, 5, 5], [0, 1, 0, 3], [0, 0, 0, 0, 7, 1],
        generator.negative_binomial(10, 0.25, size=26).tolist(), (generator.poisson(400, size=12) * 3).tolist(),
    ]
    for values in series:
        for exposed in [False, True]:
            n = len(values)
            exposure = generator.integers(15, 24, size=n) if exposed else np.ones(n)
            start = [math.log(sum(values) / exposure.sum()), 0]
            model = sm.GLM(np.array(values, float), sm.add_constant(np.arange(n)), family=sm.families.Poisson(), exposure=exposure)
            fit = model.fit(start_params=start, tol=1e-15, tol_criterion="params", maxiter=300, scale="X2")
            rows.append({
                "series": [int(v) for v in values], "exposures": [int(v) for v in exposure],
                "ratio": float(fit.pearson_chi2 / (n - 2)),
            })
    constant = [0, 0, 0, 0, 7]
    fit = sm.GLM(constant, np.ones(5), family=sm.families.Poisson()).fit()
    return {"trend": rows, "constant": {"series": constant, "ratio": float(fit.pearson_chi2 / 4)}}


def multiplicity():
    rows = []
    for m in [1, 5, 40, 300]:
        p = np.concatenate([generator.random(m), generator.random(m // 4) * 1e-3])
        p[::7] = p[0]
        rows.append({"p": p.tolist(), "q": multipletests(p, method="fdr_bh")[1].tolist()})
    return rows


print(json.dumps({
    "distributions": distributions(),
    "intervals": intervals(),
    "design": design(),
    "score": score(),
    "mover": mover(),
    "counts": counts(),
    "dispersion": dispersion(),
    "multiplicity": multiplicity(),
}))
