# Expected numbers for Gray's test, by R's cmprsk.
#
# Usage: Rscript bench/peers/gray.R > tests/metrics/golden/gray.json
#
# Needs R with cmprsk and jsonlite (Debian: r-cran-cmprsk r-cran-jsonlite). The TypeScript tests read
# the file and compare to 1e-9. Nothing here is shared with metrics/.

suppressMessages(library(cmprsk))
library(jsonlite)
set.seed(20261124)

histogram <- function(time, cause, days) {
  count <- function(code) as.list(tabulate(time[cause == code] + 1, days))
  list(events = count(1), competing = count(2), censored = count(0))
}

# time, cause (0 open, 1 awaited, 2 competing) and group of every case
compared <- function(name, d) {
  days <- max(d$time) + 1
  groups <- lapply(sort(unique(d$group)), function(g)
    histogram(d$time[d$group == g], d$cause[d$group == g], days))
  tests <- lapply(c(0, 1, -0.5), function(rho) {
    found <- cuminc(d$time, d$cause, d$group, rho = rho)$Tests["1", ]
    list(rho = rho, chi2 = found[["stat"]], p = found[["pv"]], df = found[["df"]])
  })
  list(name = name, groups = groups, tests = tests)
}

cohort <- function(sizes, scales, competing, follow_up) {
  parts <- lapply(seq_along(sizes), function(g) {
    n <- sizes[g]
    wait <- rgeom(n, 1 / scales[g])
    seen <- sample(follow_up, n, TRUE)
    cause <- ifelse(runif(n) < competing[g], 2, 1)
    data.frame(time = pmin(wait, seen), cause = ifelse(wait <= seen, cause, 0), group = g)
  })
  do.call(rbind, parts)
}

spread <- function(n, groups) {
  data.frame(time = sample(1:(3 * n), n), cause = sample(0:2, n, TRUE), group = sample(groups, n, TRUE))
}

no_events <- cohort(c(60, 50), c(8, 8), c(0.2, 0.2), 10:30)
no_events$cause[no_events$group == 2 & no_events$cause == 1] <- 2
quiet <- cohort(c(60, 50), c(8, 8), c(0.2, 0.2), 10:30)
quiet$time[quiet$time > 5] <- quiet$time[quiet$time > 5] + 40
early <- cohort(c(60, 50), c(12, 12), c(0.2, 0.2), 20:40)
shorter <- early$group == 2 & early$time > 6
early$time[shorter] <- 6
early$cause[shorter] <- 0

# On day 0 all of one group end, of the other one; it is followed no further.
one_day <- data.frame(time = 0, cause = rep(c(1, 1, 0), c(10, 1, 9)), group = rep(1:2, each = 10))

sets <- list(
  compared("no ties", spread(40, 1:2)),
  compared("no ties, three groups", spread(60, 1:3)),
  compared("ties", cohort(c(120, 90), c(10, 14), c(0.2, 0.3), 15:77)),
  compared("heavy ties", cohort(c(400, 500), c(3, 3), c(0.3, 0.2), 5:20)),
  compared("heavy censoring", cohort(c(150, 130), c(40, 30), c(0.1, 0.2), 0:15)),
  compared("three groups", cohort(c(80, 200, 40), c(10, 14, 12), c(0.2, 0.3, 0.25), 15:77)),
  compared("five groups", cohort(c(80, 60, 40, 30, 20), c(10, 14, 12, 11, 9), rep(0.2, 5), 5:40)),
  compared("empty days", quiet),
  compared("no event in a group", no_events),
  compared("all ended", cohort(c(30, 35), c(5, 7), c(0.3, 0.3), 500)),
  compared("one group followed for six days", early),
  compared("nothing competes", cohort(c(50, 60), c(9, 12), c(0, 0), 10:40)),
  compared("a group of three", cohort(c(300, 3), c(10, 10), c(0.2, 0.2), 15:77)),
  compared("one day", one_day),
  compared("large", cohort(c(20000, 24000), c(20, 20.4), c(0.25, 0.24), 15:77))
)

# Small random cohorts with many ties; those that cmprsk cannot solve (-1) are left out.
random <- list()
while (length(random) < 60) {
  k <- sample(2:4, 1)
  n <- sample(6:40, 1)
  d <- data.frame(
    time = sample(0:sample(2:12, 1), n, TRUE),
    cause = sample(0:2, n, TRUE, prob = runif(3)),
    group = sample(1:k, n, TRUE)
  )
  if (length(unique(d$group)) < 2 || !any(d$cause == 1)) next
  one <- compared("random", d)
  if (one$tests[[1]]$chi2 >= 0) random[[length(random) + 1]] <- list(groups = one$groups, test = one$tests[[1]])
}
cat(toJSON(list(sets = sets, random = random), digits = NA, auto_unbox = TRUE), "\n")
