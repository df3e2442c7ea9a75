# The guided start, and the help on accessibility.

start-hello = This program checks a municipality's action plan against the UN Convention on the Rights of Persons with Disabilities.
start-how = It asks { $count } questions. To answer: type a number and press the enter key. To stop: type q.
start-question = Question { $number } of { $count }: { $question }
start-option = { $number }: { $text }
start-answer = Answer:
start-answer-wrong = I do not know this answer: "{ $answer }". Possible are the numbers 1 to { $last }.
start-which-plan = Which plan shall I check?
start-other-file = Or type the name of another file.
start-example = an example plan of an invented town, to try it out
start-example-file = example-plan.md
start-example-written = The example plan is now in this folder: { $path }
start-which-form = How do you want to read the result?
start-form-plain = here, one fact per line: good for screen readers
start-form-table = here, as text with columns
start-form-html = in the browser: one page that can be printed too
start-which-field = On which topic?
start-every-field = on all topics
start-working = The plan is being checked.
start-page = To open the page: double-click on { $path }
start-same = The same without questions: { $command }
start-next = How to go on. Every line is a command:
start-next-sheet = Print a sheet for the meeting: { $command }
start-sheet-file = sheet.html
start-next-draft = Draft a question to the council: { $command }
start-next-easy = The result in short sentences: { $command }
start-draft = crpd-check draft anfrage { $plan }
start-bye = Goodbye.
start-cut-off = There was no more answer.
start-cut-off-help = "start" needs a keyboard. Without questions: crpd-check audit PLAN.md

topic-accessibility = Accessibility of crpd-check
    For screen readers and braille displays: --plain behind any command writes one fact per line, without columns and without double spaces.
    Always so: CRPD_CHECK_PLAIN=1 or ACCESSIBLE=1 in the environment, or "plain: true" in the file crpd-check.yaml.
    The program writes no colours, no borders, no pictographs and no moving progress. Every state is a word.
    The result stands in the first and in the last line. Every number has a name.
    In narrow windows nothing is cut off.
    Only "start" asks questions. They are numbered and answered by typing.
    In the browser: --format html --output report.html. The page has headings, named tables and no scripts; it follows dark colours, more contrast and large print.
    On paper in large print: crpd-check worksheet PLAN --font 20 --format html --output sheet.html
    In short German sentences: crpd-check easy PLAN. That is a draft; it is tested only when people with learning difficulties have read it.
    Nobody with a disability has tested this program yet. Please report what does not work: docs/accessibility.md says how it was tested.
