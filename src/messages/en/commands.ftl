# Help, errors and reasons on the command line. help-COMMAND-ARGUMENT is the help for an argument, help-COMMAND that for the command.

# Help
help = Checks a municipality's action plan against the UN Convention on the Rights of Persons with Disabilities.
help-plain = One fact per line, no columns: for screen readers
help-lang = Language of the report: de or en
help-settings-file = Read this settings file instead of the nearest crpd-check.yaml
help-isolated = Read no settings file
help-help = Show this help
help-version = Show the version
help-audit = Check one or more plans and report the gaps
help-audit-plans = Plan as a text file (Markdown), folder of plans, or - for standard input
help-audit-checklist = Another checklist: name or YAML file
help-audit-fields = Only this field, for example mobilitaet; may be repeated
help-audit-articles = Only this article of the convention, for example 9; may be repeated
help-audit-format = table, plain, markdown, html, json, ndjson, csv, sarif, gitlab, junit or github
help-audit-output = Write the report to this file
help-audit-force = Overwrite an existing file
help-audit-job-summary = Append the report as Markdown to this file as well, for example to $GITHUB_STEP_SUMMARY
help-audit-fail-under = End with code 1 if a plan reaches less than P percent of the points
help-audit-waivers = Apply the waivers of this file (YAML)
help-audit-baseline = Compare with this earlier baseline file
help-audit-write-baseline = Write a baseline file: all gaps of today
help-audit-fail-under-field = End with code 1 if a plan reaches less than P percent in field F; may be repeated
help-audit-fail-on = End with code 1 if this criterion is a gap; may be repeated
help-audit-fail-on-contrary = End with code 1 if a passage works against the convention
help-audit-fail-on-new = End with code 1 if there are gaps that the baseline does not have
help-audit-today = Apply waivers as if it were this day: year-month-day
help-audit-exit-zero = Name the reasons, but end with code 0
help-measures = List the measures of a plan
help-measures-plan = Plan as a text file (Markdown), or - for standard input
help-measures-format = table, plain, html, csv or json
help-measures-output = Write the list to this file
help-measures-force = { help-audit-force }
help-due = Show which measures of a plan are overdue and which come next
help-due-plan = { help-measures-plan }
help-due-today = Seen from this day instead of today: year-month-day
help-due-format = table, plain, markdown, html, json, csv or ics (calendar)
help-due-output = Write the list to this file
help-due-force = { help-audit-force }
help-due-fail-overdue = End with code 1 if a measure is overdue
help-explain = Explain a criterion: question, article, why, what counts, examples
help-explain-id = Criterion, for example mobilitaet.haltestellen
help-explain-plan = Plan: shows which words were found where and what the nearest passages lack
help-explain-format = table, plain, markdown, html or json
help-explain-checklist = { help-audit-checklist }
help-survey = All plans of a folder beside each other: what most leave open, fields, measures; without a ranking
help-survey-folder = Folder of plans (Markdown)
help-survey-checklist = { help-audit-checklist }
help-survey-format = table, plain, markdown, html, json, csv or datapackage (a folder of tables)
help-survey-output = Write the survey to this file, the data package to this new folder
help-survey-force = Overwrite an existing file or an older data package
help-evaluate = Measure how often a checklist is right: on passages and plans that people have labelled
help-evaluate-gold = Labelled passages (.jsonl), the measures of a plan (.truth.json), or a folder of both
help-evaluate-checklist = { help-audit-checklist }
help-evaluate-baseline = keywords: show beside it what plain keywords would find
help-evaluate-summary = Figures only, without the passages
help-evaluate-format = { help-explain-format }
help-evaluate-output = Write the evaluation to this file
help-evaluate-force = { help-audit-force }
help-checklist = Show and check checklists
help-checklist-list = List the checklists that come with the program
help-checklist-show = Show all criteria of a checklist
help-checklist-show-id = Name of a checklist that comes with the program, or YAML file
help-checklist-validate = Check a checklist of your own, with its examples
help-checklist-validate-files = YAML file; may be several
help-checklist-schema = Print the JSON Schema of checklists (for editors)
help-config = Show the settings
help-config-show = Show every setting with its value and where it comes from
help-config-show-checklist = { help-audit-checklist }
help-config-show-fields = { help-audit-fields }
help-config-show-articles = { help-audit-articles }
help-config-show-waivers = { help-audit-waivers }
help-config-show-baseline = { help-audit-baseline }
help-config-show-fail-under = { help-audit-fail-under }
help-config-show-fail-under-field = { help-audit-fail-under-field }
help-config-show-fail-on = { help-audit-fail-on }
help-config-show-fail-on-contrary = { help-audit-fail-on-contrary }
help-config-show-fail-on-new = { help-audit-fail-on-new }
help-completions = Print a script that lets a shell complete commands and options
help-completions-shell = bash, zsh, fish, powershell or elvish
help-man = Print the manual page, or write the pages of all commands
help-man-folder = Write all pages to this new folder
help-man-force = Overwrite an older folder of pages

# Around the help
usage = Usage:
heading-options = Options
heading-arguments = What
heading-commands = Commands
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-more = NOTES
man-version = VERSION
first-try = First try: crpd-check audit PLAN.md
for-screen-readers = For screen readers: --plain writes one fact per line.
more-help = More about a command: crpd-check audit --help
exit-codes = Exit code 0: done. 1: a condition you asked for (--fail-…) is not met. 2: it could not be done.
environment = Environment: CRPD_CHECK_PLAIN=1 or ACCESSIBLE=1 work like --plain, CRPD_CHECK_LANG=en like --lang en; and so does every other setting (crpd-check config show).
value-command = COMMAND
value-options = OPTIONS
value-date = DAY
value-file = FILE
value-folder = FOLDER
value-format = FORMAT
value-gold = GOLD
value-plan = PLAN
value-shell = SHELL

# Errors and ways out
complaint = Error: { $what }
way-out = Help: { $help }
perhaps = Perhaps you mean: { $names }
possible = Possible are: { $values }
all-possibilities = See all possibilities with: crpd-check --help
unknown-command = There is no command "{ $command }".
unknown-command-help = To check a plan: crpd-check audit "{ $path }"
unknown-option = There is no option "{ $option }" here.
option-value-lacking = A value is missing after "{ $option }".
option-twice = "{ $option }" may be given only once.
wrong-value = "{ $value }" does not work for "{ $option }".
share-help = Give a number from 0 to 100 with at most two decimals: 60 or 62.5
argument-lacking = Missing: { $argument }.
command-lacking = A command is missing.
arguments-do-not-fit = These arguments do not fit together.
unknown-criterion = There is no such criterion: "{ $id }"
unknown-criterion-help = See all criteria with: crpd-check checklist show
unknown-field = There is no such field: "{ $id }"
unknown-article = The checklist has no criterion on article "{ $number }".
nothing-left = No criterion belongs to both this field and this article.
nothing-left-help = Give only one of the two.

# Checklists
checklist-mistakes = The checklist has mistakes.
checklist-mistakes-in = { $count ->
    [one] { $name }: 1 problem.
   *[other] { $name }: { $count } problems.
}
checklist-fine = { $name }: fine. Criteria: { $criteria }. Examples: { $examples }.
known-checklists = These come with the program: { $names }

# Input and output
standard-input = standard input
written = Written: { $path }
gate-under = Not reached: { $plan } has { $earned } of { $possible } points, which is { $share } percent; { $asked } percent are asked for (--fail-under).

# Settings
settings-mistakes = The settings file has mistakes.
settings-misfit = "{ $value }" does not work for { $place }.
switch-help = Give true or false
pair-help = Give a field and a percentage: mobilitaet=50
field-not-asked = Nothing is asked about the field "{ $id }" this time.
field-not-asked-help = Widen --field and --article, or leave out --fail-under-field
criterion-not-asked = Nothing is asked about the criterion "{ $id }" this time.
criterion-not-asked-help = Widen --field and --article, or leave out --fail-on
no-baseline = There is no baseline for --fail-on-new.
no-baseline-help = Name a baseline: --baseline FILE. To make one: --write-baseline FILE
settings = Settings
settings-file = Settings file: { $file }
settings-no-file = There is no settings file here (crpd-check.yaml).
settings-order = What holds, in this order: option, environment, settings file, default.
setting = Setting
setting-value = Value
setting-origin = From
setting-none = none
origin-flag = option { $name }
origin-variable = environment { $variable }
origin-file = { $file }, line { $line }
origin-default = default

# Waivers and baselines
waiver-mistakes = The waiver file has mistakes.
today-help = Write the day as year-month-day: 2026-12-31
baseline-json = { $place }: not a readable baseline: { $reason }
baseline-other = { $path }: not a baseline: "{ $name }"
baseline-checklist = { $path }: this baseline belongs to the checklist "{ $theirs }", but "{ $ours }" is used.
baseline-help = Write it anew: crpd-check audit PLAN --write-baseline { $path } --force
gate-under-field = Not reached: { $plan } has { $earned } of { $possible } points in the field { $field }, which is { $share } percent; { $asked } percent are asked for (--fail-under-field).
gate-on = Not met: { $plan }, criterion { $id }: { $level }; planned or binding is asked for (--fail-on).
gate-contrary = Contrary: { $plan }, { $lines }, criterion { $id } (--fail-on-contrary).
gate-new-gap = New gap: { $plan }, criterion { $id }: { $level } (--fail-on-new).
gate-new-contrary = Newly contrary: { $plan }, { $lines }, criterion { $id } (--fail-on-new).
gate-expired = Expired: the waiver for { $id } held until { $until }.
gates-closed = Not passed: { $count } conditions are not met ({ $gates }).
gate-expired-name = expired waiver
