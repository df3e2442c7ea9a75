# The texts of the reports. Short sentences, the same words for the same things; "not found", never "missing".

level-absent = not found
level-mentioned = mentioned
level-intended = intended
level-planned = planned
level-binding = binding

kind-measure = question about measures
kind-statement = question about a statement in the plan
kind-share = question about a share of the measures

competence-yes = The municipality decides this itself.
competence-shared = The municipality decides this together with others, such as the county or the state. It can work towards it.
competence-no = Others decide this. The municipality can only work towards it.

status-done = done
status-ongoing = ongoing
status-planned = planned
status-open = open
status-deferred = deferred
status-rejected = rejected

attribute-responsible = a responsible unit
attribute-deadline = a date that can be checked
attribute-budget = money
attribute-indicator = an indicator
attribute-action = a firm commitment: level planned or binding
attribute-article = an article of the UN-CRPD

# Numbers and places
number = { $number }
part-of = { $part } of { $whole }
percent = { $number } %
percent-spoken = { $number } percent
line = line { $number }
lines = lines { $from } to { $to }
quoted = “{ $text }”
row = { $thing } { $number } of { $count }: { $name }

# Head
title = Audit report: { $title } ({ $file })
title-with-place = Audit report: { $title }, { $place } ({ $file })
overview-title = { $count ->
    [0] Audit report: no plan could be read
   *[other] Audit report on { $count } plans
}
overview-of-checklists = { $count ->
    [one] Audit report on 1 plan with { $checklists } checklists
   *[other] Audit report on { $count } plans with { $checklists } checklists
}
overview-order = The plans are sorted by name. This is no ranking.
result = Result: { $earned } of { $possible } points, { $percent }; covered are { $covered } of { $criteria } criteria, { $binding } of them binding.
measured = How sure is this? Measured on { $passages } passages: { $precision } of what was found was right, { $recall } of what is there was found.
edition = Edition
adopted = Adopted on
sign-language = Video in sign language
end = Result: { $earned } of { $possible } points. Next:
plan = Plan
unreadable = Files that could not be read

# Notes on the reading
notices = Notes on the text
notice-language = The plan is in another language than the checklist. The text search will then find little.
notice-little-text = The file holds hardly any text. Perhaps the plan is made of pictures.
notice-no-measures = No measure was recognised in this text.
damage = The text is damaged, verdicts are unsure there
damage-glued = { $count ->
    [one] words run together in line { $lines }
   *[other] words run together in { $count } lines ({ $lines })
}
damage-torn = { $count ->
    [one] words torn apart in line { $lines }
   *[other] words torn apart in { $count } lines ({ $lines })
}
damage-lost = { $count ->
    [one] lost letters in line { $lines }
   *[other] lost letters in { $count } lines ({ $lines })
}
damage-titles = { $count ->
    [one] page title inside the text in line { $lines }
   *[other] page titles inside the text in { $count } lines ({ $lines })
}
damage-shredded = { $count ->
    [one] a table fallen apart in line { $lines }
   *[other] tables fallen apart in { $count } lines ({ $lines })
}
damage-more = { $shown } and { $count } more
notice-surplus-cells = A table row has more cells than the table has columns here. The text was read all the same.
notice-grid-table = There is a drawn table here. Its columns cannot be read with certainty.
notice-front-matter = The head of the file cannot be read. It was skipped.
notice-torn-columns = Responsible units or dates are present, but not assignable. The columns of a table are torn apart.
more-places = { $count ->
    [one] and 1 more place
   *[other] and { $count } more places
}

# Fields and articles
fields = Result by field
field = Field
field-name = Field { $title }
covered = Covered
binding = Binding
points = Points
share = Share
articles = Result by article of the UN-CRPD
article = Article
article-with-title = Article { $number }: { $title }
uncovered = Articles without a covered criterion
uncovered-note = The text search found no planned or binding measure on these articles.
unasked = Articles without a question
unasked-note = The checklist does not ask about these articles.

# Gaps
gaps = The largest gaps
no-gaps = There is no gap: every criterion is planned or binding.
gaps-note = { $count ->
    [one] There is 1 gap.
   *[other] There are { $count } gaps. Listed here are { $shown }, from as many fields as possible.
}
gaps-all = { $count ->
    [one] There is 1 gap.
   *[other] There are { $count } gaps.
}
gap = Gap { $number } of { $count }: { $id }
level = Level
level-by-search = { $level } (text search)
question = Question
nearest = Nearest passage, { $lines }
please-read = The text search found no passage. Please read the plan.
ask = Question to the administration
ask-shared = Others decide here as well. How will the municipality work towards it? { $question }
ask-no = Others decide here. How will the municipality work towards it with them? { $question }

# What was found
criterion = Criterion
criterion-name = Criterion { $id }
passage = { $lines }, { $level }
responsible = Responsible
deadline = Deadline
more-passages = { $count ->
    [one] and 1 more passage
   *[other] and { $count } more passages
}
share-of-measures = { $have } of { $of } measures, { $percent }
not-found = Not found
not-found-note = { $count ->
    [one] The text search found no passage on 1 criterion. Please read the plan.
   *[other] The text search found no passage on { $count } criteria. Please read the plan.
}
contrary = Contrary passages
contrary-note = { $count ->
    [0] The text search found no passage that works against the convention.
    [one] 1 passage works against the convention. It does not count. Please read it.
   *[other] { $count } passages work against the convention. They do not count. Please read them.
}

# Measures
unassigned = Measures without a criterion
unassigned-note = { $count ->
    [one] 1 measure fits no criterion of the checklist.
   *[other] { $count } measures fit no criterion of the checklist.
}
measure = Measure
measure-title = Title
place = Place
more-measures = { $count ->
    [one] and 1 more measure
   *[other] and { $count } more measures
}
measures = Measures in the plan
measures-title = Measures: { $title } ({ $file })
measures-result = { $count ->
    [0] No measure was recognised in this plan.
    [one] The plan names 1 measure.
   *[other] The plan names { $count } measures.
}
measures-count = Measures
measures-unit = With a responsible unit
measures-date = With a date that can be checked
measures-money = With money
measures-indicator = With an indicator
measures-repeated = { $count ->
    [one] 1 repetition was not counted.
   *[other] { $count } repetitions were not counted.
}
repeats = repeats { $id }
measures-end = Next:
status = Status
column-plan = Plan
column-path = Section
column-line-from = Line from
column-line-to = Line to
column-latest = Deadline at the latest
column-verifiable = Deadline can be checked
column-budget = Budget
column-indicator = Indicator
column-fields = Fields
column-articles = Articles
column-criteria = Criteria
column-repeats = Repeats
yes = yes
no = no

# Method
method = Method and limits
method-text = The program reads the text of the plan, not the reality on the ground.
method-not-found = "Not found" means: the text search found no passage. Please read the plan.
method-points = Points: not found 0, mentioned 0, intended 1, planned 2, binding 3, times the weight. Percentages are rounded down.
program = Program
checklist = Checklist
checklist-sum = Checksum of the checklist (SHA-256)
plan-sum = Checksum of the plan (SHA-256)

# A criterion explained
explain-title = Criterion: { $id }
why = Why it matters
competence = Competence
competence-of = Competence ({ $kind })
kind = Kind
weight = Weight
counts = What counts as evidence
counts-note = How to read the search words: + means "and", / means "or", - means "without". Words in angle brackets stand for a list of words.
counts-share = Measures are counted. Wanted is { $attribute }.
counts-thresholds = From { $intended } percent of the measures intended, from { $planned } percent planned, from { $binding } percent binding.
counts-line = Search words
counts-literal = The words count as they stand.
ignored = What does not count
ignored-word = Is no hit
ignored-unless = Does not count when the same sentence holds
would-be-contrary = What would be contrary
examples = Examples
example-contrary = contrary
explain-end = All criteria:

# Checklists
checklists-title = Checklists
checklists-note = { $count ->
    [one] There is 1 checklist.
   *[other] There are { $count } checklists.
}
checklist-name = Name
checklist-version = Version
checklist-fields = Fields
checklist-criteria = Criteria
checklist-title = Checklist: { $title }
checklist-result = { $criteria } criteria in { $fields } fields, { $points } points in all.
checklists-end = Look at a checklist:
checklist-end = Have a criterion explained:

# Evaluation
evaluation-title = Evaluation: { $title }
evaluation-result = { $passages } passages labelled by criteria. Of what was found, { $precision } is right. Of all that people see there, the program found { $recall }.
evaluation-passages = Labelled passages
evaluation-passages-more = Labelled passages: commitment and details
evaluation-fields = By field
evaluation-criteria = By criterion
evaluation-plans = Measures in plans
evaluation-plans-more = Measures in plans: more details
evaluation-file = File
evaluation-all = all together
evaluation-keywords = { $name }, keywords only
evaluation-intact = intact plans together
evaluation-damaged = damaged plans together
evaluation-count = Passages
evaluation-right = right
evaluation-false = false
evaluation-missed = missed
evaluation-precision = precision
evaluation-recall = recall
evaluation-f1 = F1
evaluation-f1-firm = F1 from intended
evaluation-level = level right
evaluation-clean = no label, nothing found
evaluation-commitment = commitment right
evaluation-contrary = contrary recognised
evaluation-unit-f1 = F1 responsible unit
evaluation-date-f1 = F1 deadline
evaluation-money-f1 = F1 money
evaluation-indicator-f1 = F1 indicator
evaluation-status-f1 = F1 status
evaluation-repeated = F1 repetition
evaluation-places-clean = no measure, none found
evaluation-open = not assignable, left open
evaluation-level-confusion = Levels compared
evaluation-commitment-confusion = Commitment compared
evaluation-people = People say
evaluation-program = program: { $name }
evaluation-mistakes = Differences in { $name }
evaluation-wanted = label
evaluation-found = found
evaluation-by = line of the checklist
evaluation-text = text
evaluation-method = Precision: right of all that was found. Recall: found of all that is there. F1: both at once. Disputed pairs do not count. Each passage is read by itself below a neutral heading.
commitment-none = none
commitment-intended = intended
commitment-committed = committed
commitment-done = done
fault-missed = Missed: { $count }
fault-false-alarm = False alarms: { $count }
fault-wrong-level = Another level: { $count }
fault-missed-contrary = Contrary, not recognised: { $count }
fault-false-contrary = Wrongly contrary: { $count }
fault-wrong-commitment = Another commitment: { $count }
fault-missed-measure = Missed measure: { $count }
fault-false-measure = No measure, or part of another: { $count }
fault-wrong-attribute = Another attribute of the measure: { $count }

# A criterion in a plan
explain-in-plan = Criterion { $id } in { $file }
explain-evidence = These passages count
explain-near = These passages come nearest and do not count
explain-near-note = The text search found no passage that counts. Please read the nearest ones and judge for yourself.
explain-nothing = The text search found no passage, and none that comes near. Please check the plan.
explain-share = { $have } of { $of } measures have what is asked for: { $attribute }.
explain-passage = Passage { $number }, { $lines }
explain-quote = Text
explain-found = Found
explain-word = "{ $text }", looked for: { $group }
explain-commitment = Commitment of the sentence
explain-because = What counted for the level
explain-more = What this criterion asks and what counts:
near = Nearest passage without a match, { $lines }
near-lacking = It does not count. None of these words stands there: { $words }.
class-number = a number
class-year = a year
class-percent = a percentage
class-money = a sum of money
class-date = a date
near-apart = It does not count. The words looked for stand there, but not together.
near-excluded = It does not count. These words show that it is about something else: "{ $words }".
reason-law = the law or a rule speaks
reason-demand = others demand it
reason-negated = denied
reason-deficit = a lack is described
reason-soft = soft words
reason-reservation = a reservation
reason-modal = only "should" or "wants to"
reason-unit = a responsible unit is named
reason-date = a date that can be checked is named

# Waivers
waivers = Waivers
waivers-note = { $count ->
    [one] 1 waiver was given, as of { $today }. Waived does not mean fulfilled.
   *[other] { $count } waivers were given, as of { $today }. Waived does not mean fulfilled.
}
waivers-sum = Checksum of the waivers (SHA-256)
waived-until = Waived until { $until }: { $reason } ({ $who }).
waiver = Waiver for { $id }
waiver-standing = Standing
waiver-until = Until
waiver-reason = Reason
waiver-who = Who
waiver-every-plan = every
waiver-active = holds
waiver-expired = expired
waiver-unknown = no such criterion
waiver-unused = not needed
waiver-unasked = not asked this time
result-after-waivers = { $count ->
    [0] No waiver is about this plan.
    [one] Without 1 waived criterion: { $earned } of { $possible } points, { $percent }; covered are { $covered } of { $criteria } criteria.
   *[other] Without { $count } waived criteria: { $earned } of { $possible } points, { $percent }; covered are { $covered } of { $criteria } criteria.
}

# Compared with before
news = New since the baseline
news-note = { $count ->
    [0] There is no new gap and no new contrary passage.
    [one] 1 gap or contrary passage is new.
   *[other] { $count } gaps or contrary passages are new.
}
news-what = What
contrary-word = contrary
