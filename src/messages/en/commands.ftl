# Help, errors and reasons on the command line. help-COMMAND-ARGUMENT is the help for an argument, help-COMMAND that for the command.

# Help
help = Checks a municipality's action plan against the UN Convention on the Rights of Persons with Disabilities.
help-plain = One fact per line, no columns: for screen readers
help-lang = Language of the report: de or en
help-help = Show this help
help-version = Show the version
help-audit = Check one or more plans and report the gaps
help-audit-plans = Plan as a text file (Markdown), folder of plans, or - for standard input
help-audit-checklist = Another checklist: name or YAML file
help-audit-fields = Only this field, for example mobilitaet; may be repeated
help-audit-articles = Only this article of the convention, for example 9; may be repeated
help-audit-format = table, plain, markdown or json
help-audit-output = Write the report to this file
help-audit-force = Overwrite an existing file
help-audit-fail-under = End with code 1 if a plan reaches less than P percent of the points
help-measures = List the measures of a plan
help-measures-plan = Plan as a text file (Markdown), or - for standard input
help-measures-format = table, plain, csv or json
help-measures-output = Write the list to this file
help-measures-force = { help-audit-force }
help-explain = Explain a criterion: question, article, why, what counts, examples
help-explain-id = Criterion, for example mobilitaet.haltestellen
help-explain-plan = Plan: shows which words were found where and what the nearest passages lack
help-explain-format = { help-audit-format }
help-explain-checklist = { help-audit-checklist }
help-evaluate = Measure how often a checklist is right: on passages and plans that people have labelled
help-evaluate-gold = Labelled passages (.jsonl), the measures of a plan (.truth.json), or a folder of both
help-evaluate-checklist = { help-audit-checklist }
help-evaluate-baseline = keywords: show beside it what plain keywords would find
help-evaluate-summary = Figures only, without the passages
help-evaluate-format = { help-audit-format }
help-evaluate-output = Write the evaluation to this file
help-evaluate-force = { help-audit-force }
help-checklist = Show and check checklists
help-checklist-list = List the checklists that come with the program
help-checklist-show = Show all criteria of a checklist
help-checklist-show-id = Name of a checklist that comes with the program, or YAML file
help-checklist-validate = Check a checklist of your own, with its examples
help-checklist-validate-files = YAML file; may be several
help-checklist-schema = Print the JSON Schema of checklists (for editors)

# Around the help
usage = Usage:
heading-options = Options
heading-arguments = What
heading-commands = Commands
first-try = First try: crpd-check audit PLAN.md
for-screen-readers = For screen readers: --plain writes one fact per line.
more-help = More about a command: crpd-check audit --help
exit-codes = Exit code 0: done. 1: a share you asked for (--fail-under) was not reached. 2: it could not be done.
environment = Environment: CRPD_CHECK_PLAIN=1 or ACCESSIBLE=1 work like --plain, CRPD_CHECK_LANG=en like --lang en.
value-command = COMMAND
value-options = OPTIONS
value-file = FILE
value-format = FORMAT
value-gold = GOLD
value-plan = PLAN

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
