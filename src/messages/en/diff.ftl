# Two versions of a plan.

diff-title = Two versions compared: { $title } ({ $file })
diff-result = Result: criteria newly met { $met }, better { $better }, same { $same }, worse { $worse }, dropped { $dropped }; measures dropped without a word { $lost }.
diff-old = Old version
diff-new = New version
diff-version = { $title } ({ $file })
diff-today = Both versions are audited with today's checklist. Earlier results do not count here.
diff-before-now = before { $old }, now { $new }
diff-none = nothing said
diff-dated = { $text } (at the latest { $latest })
diff-old-text = Old text, { $lines }
diff-new-text = New text, { $lines }
diff-old-place = Old place
diff-new-place = New place

# Criteria
turn-newly-met = Newly met
turn-better = Better
turn-same = Same
turn-worse = Worse
turn-dropped = Dropped
diff-criteria-of = Criteria: { $turn }
diff-no-turn = No criterion is newly met, better, worse or dropped.

# Measures
diff-lost = Measures: dropped without a word
diff-lost-note = The text search did not find these measures in the new version. Please read and ask.
diff-worse = Measures: later, softer or with less said
diff-retold = Measures: no longer listed, but still spoken of
diff-done = Measures: done
diff-changed = Measures: changed otherwise
diff-added = Measures: new
diff-kept = Measures: unchanged
diff-what = What
diff-now-done = now reported as done
diff-settled = had been reported as done or rejected, is no longer named
diff-still-told = Still spoken of in the new version, { $lines }
diff-told-before = Already spoken of in the old version, { $lines }
change-date-gone = No date to check any more
change-date-later = Date later
change-date-earlier = Date earlier
change-date-set = Date to check is new
change-unit-gone = No responsible unit any more
change-unit-other = Another unit is responsible
change-unit-named = Responsible unit is new
change-money-gone = No sum any more
change-money-other = Other sum
change-money-named = Sum is new
change-softer = Softer wording
change-firmer = Firmer wording
change-given-up = Deferred or rejected
change-done = Done
change-status = Other status
change-reworded = Other wording.

# Numbers
diff-numbers = In numbers
diff-number = Number
diff-points-old = Points before
diff-points-new = Points now
diff-all-fields = All fields
diff-old-sum = Checksum of the old version (SHA-256)
diff-new-sum = Checksum of the new version (SHA-256)
diff-method-turn = Newly met means: planned or binding now, and not before. Dropped means: at least intended before, mentioned at most now.
diff-method-match = Measures are matched by wording and number. This can go wrong, above all with measures that were split, merged or written anew.
diff-end = { $lost ->
    [0] No measure was dropped without a word, { $worse } are later, softer or with less said. What is due now:
    [one] 1 measure was dropped without a word, { $worse } are later, softer or with less said. What is due now:
   *[other] { $lost } measures were dropped without a word, { $worse } are later, softer or with less said. What is due now:
}

# Mistakes
diff-one-input = Standard input can be only one of the two versions.
diff-one-input-help = Name a file for the other version: crpd-check diff OLD.md -
