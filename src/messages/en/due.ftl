# What is due.

due-title = Due: { $title } ({ $file }), as of { $today }
due-result = { $overdue ->
    [0] No measure is overdue, { $coming } are still to come.
    [one] 1 measure is overdue, { $coming } are still to come.
   *[other] { $overdue } measures are overdue, { $coming } are still to come.
}
due-rest = Reported as done or rejected: { $settled }. Without a date that can be checked: { $undated }.
due-note = Overdue means: the deadline is over, and the plan does not report that the measure is done or rejected. It may be all the same.
due-overdue = Overdue
due-coming = Due next
due-units = By responsible unit
due-latest = At the latest
due-what = What
due-overdue-word = overdue
due-coming-word = to come
due-no-unit = none named
due-no-status = no status reported
due-end = { $overdue ->
    [0] No measure is overdue. All measures:
    [one] 1 measure is overdue. All measures:
   *[other] { $overdue } measures are overdue. All measures:
}
gate-overdue = { $count ->
    [one] Overdue: { $plan } has 1 overdue measure on { $today } (--fail-overdue).
   *[other] Overdue: { $plan } has { $count } overdue measures on { $today } (--fail-overdue).
}
