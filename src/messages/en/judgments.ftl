# Judgments of groups, worksheets and agreement. "joint" is a name that the program knows too.

verdict-yes = yes
verdict-partly = partly
verdict-no = no
verdict-unsure = I do not know
outcome-joint = decided together
outcome-agreed = agreed
outcome-majority = majority of the groups
outcome-disputed = groups disagree, the text search counts
outcome-unsure = no group knows, the text search counts
outcome-outdated = out of date, the text search counts

# In the audit report
judgments = Judgments of the groups
judgments-result = { $count ->
    [one] 1 criterion counts by the judgment of people.
   *[other] { $count } criteria count by the judgment of people.
} By the text search alone it would be { $earned } of { $possible } points, { $covered } of { $criteria } criteria covered.
judgments-note = { $count ->
    [one] 1 criterion was judged.
   *[other] { $count } criteria were judged.
} A judgment of people goes before the text search. Yes counts at least as planned, partly as intended, no gives no points.
judgments-groups = Groups
judgments-sum = Checksum of the judgments
judgments-outdated = { $count ->
    [one] Out of date: the passage of 1 criterion has changed since it was judged. Please judge it again.
   *[other] Out of date: the passages of { $count } criteria have changed since they were judged. Please judge them again.
}
judgments-disputed = { $count ->
    [one] The groups disagree on 1 criterion.
   *[other] The groups disagree on { $count } criteria.
}
judgments-unasked = Judgments on criteria that are not asked this time: { $names }
judgment = Judgment
judgment-outcome = How it was decided
judgment-by-text = By the text search
judgment-now = What counts
judgment-none = no judgment
level-by-people = { $level } (judgment: { $verdict }, { $outcome }; text search: { $found })
level-still-by-search = { $level } (text search; judgments: { $outcome })
judged-by = Group { $group }
judged-old = { $verdict } (out of date: the passage has changed)
judged-place = place: { $place }
judged-comment = comment: { $comment }
judged-day = on { $day }
annotation-judged = Judgment of the groups: { $verdict }.
annotation-unjudged = Judgments of the groups: { $outcome }.

# Worksheet
sheet-title = Worksheet: { $title } ({ $file })
sheet-lead = { $count ->
    [one] 1 question to the plan. A program has searched the text, now people judge.
   *[other] { $count } questions to the plan. A program has searched the text, now people judge.
}
sheet-group = Name of the group (a letter is enough)
sheet-day = Day
sheet-privacy = Please write down no names of persons, no impairments and no illnesses.
sheet-how = How it works
sheet-start = Before, 20 minutes: introduce plan and convention (5), read the result aloud (5), explain the answers (5), try one question together (5).
sheet-work = { $minutes ->
    [one] In groups, 1 minute: about { $each } for each question.
   *[other] In groups, { $minutes } minutes: about { $each } for each question.
}
sheet-close = { $minutes ->
    [one] At the end, 1 minute: compare differences; choose a question or a motion to the council.
   *[other] At the end, { $minutes } minutes: compare differences; choose a question or a motion to the council.
}
sheet-answers = The answers
sheet-answer-yes = yes: the plan says what will be done.
sheet-answer-partly = partly: the plan says something, but not enough or not firmly.
sheet-answer-no = no: the plan says nothing that helps.
sheet-answer-unsure = I do not know: that is a good answer. Then ask.
sheet-doubt = The program reads text and is wrong at times. Not found does not mean that there is nothing. The judgment of people counts more.
sheet-questions = Questions
sheet-question = Question { $number } of { $count }: { $field }
sheet-id = Id
sheet-finding = The text search says
sheet-place = Place (page or line)
sheet-comment = Comment
sheet-later = For later
sheet-rest = { $count ->
    [0] All gaps are asked about here.
    [one] 1 more gap is not on this sheet. All criteria:
   *[other] { $count } more gaps are not on this sheet. All criteria:
}
sheet-end = { $count ->
    [one] End of the sheet with 1 question. Read filled tables (CSV):
   *[other] End of the sheet with { $count } questions. Read filled tables (CSV):
}
sheet-import = crpd-check judge import sheet.csv --plan { $plan }
sheet-page = Page
sheet-page-of = of
sheet-minutes-few = { $minutes } minutes are enough for no question: { $wrap } for the end and { $each } for each question.
sheet-minutes-few-help = Give more time: --minutes 40, or choose the questions: --criteria, --all

# Columns of the filled table: that is how they are called in the file, and how they are recognised.
column-sheet-criterion = criterion
column-sheet-question = question
column-sheet-finding = text search
column-sheet-lines = lines
column-sheet-quote = passage
column-sheet-verdict = verdict
column-sheet-place = place
column-sheet-comment = comment
column-sheet-group = group
column-sheet-day = date
column-sheet-mark = mark
sheet-words-yes = yes, y
sheet-words-partly = partly, p
sheet-words-no = no, n
sheet-words-unsure = i do not know, i don't know, do not know, don't know, unsure, ?

# Import
import-mistakes = { $count ->
    [one] 1 row cannot be taken. Nothing was written, so that nothing gets lost.
   *[other] { $count } rows cannot be taken. Nothing was written, so that nothing gets lost.
}
import-done = { $count ->
    [one] 1 judgment taken
   *[other] { $count } judgments taken
} ({ $groups ->
    [one] 1 group
   *[other] { $groups } groups
}). Not answered: { $open }.
import-encoding = { $path }: the file is not stored as UTF-8; read as Excel writes it (Windows-1252).
import-outdated = { $count ->
    [one] 1 judgment is about a passage that has changed since the worksheet.
   *[other] { $count } judgments are about passages that have changed since the worksheet.
}
import-next = Next: { $command }
problem-sheet-columns = this is not a filled worksheet: the columns "kriterium" and "urteil", or "criterion" and "verdict", are not in its first row
problem-sheet-columns-help = write a worksheet, fill it and save it as CSV: crpd-check worksheet PLAN --output sheet.csv
problem-sheet-double-column = the column "{ $name }" is there twice
problem-sheet-double-column-help = rename or remove one of them
problem-sheet-verdict = "{ $written }" is not a verdict
problem-sheet-verdict-help = write one of these: yes, partly, no, I do not know
problem-sheet-no-verdict = there is a place or a comment for "{ $id }" but no verdict
problem-sheet-criterion = there is no criterion "{ $id }"
problem-sheet-near = perhaps you mean: { $near }
problem-sheet-criterion-help = take the id from the worksheet
problem-sheet-day = "{ $written }" is not a day
problem-sheet-day-help = write the day like this: 2026-02-10 or 10.02.2026
problem-sheet-group = there is no group for "{ $id }"
problem-sheet-group-help = write a letter into the column "group", or for the whole file: --group A
problem-sheet-person = "{ $name }" looks like a person, not like a group
problem-sheet-person-help = write a name for the group, for example A; at most 40 characters, no address
problem-sheet-cells = the row has { $have } cells, the first row has { $want }
problem-sheet-cells-help = put text with a comma or a semicolon between quotation marks
problem-sheet-torn = this row cannot be read
problem-sheet-empty = the table holds no judgment
problem-sheet-empty-help = write yes, partly, no or I do not know into the column "verdict" of each row
problem-judged-twice = group "{ $group }" judges "{ $id }" twice
problem-judged-twice-help = remove one of them; the first stands in line { $line }
judgments-mistakes = The file of judgments has mistakes.
judgments-other-plan = { $path }: these judgments are about "{ $theirs }", which is not audited here.
judgments-other-plan-help = Audit the plan that the judgments belong to, or correct its name behind "plan:" in the file
judgments-other-checklist = { $path }: these judgments belong to the checklist "{ $theirs }", the audit uses "{ $ours }".
judgments-other-checklist-help = Audit with the same checklist: --checklist { $theirs }
judgments-two-files = There are two files of judgments on "{ $plan }": { $first } and { $second }
judgments-two-files-help = Merge them first: crpd-check judge merge { $first } { $second } --output judgments.yaml
merge-plans = These files are about different plans or checklists: { $first } and { $second }
merge-plans-help = Merge only judgments on one plan and one checklist
merge-conflicts = { $count ->
    [one] 1 judgment differs between the files. Nothing was written.
   *[other] { $count } judgments differ between the files. Nothing was written.
}
merge-conflict = Group "{ $group }", { $id }: { $first } and { $second }
merge-conflicts-help = Remove the wrong one, or give both a day (date: 2026-02-10); then the later one counts

# Agreement
agreement-title = Agreement of the groups: { $plan }
agreement-result = { $pairs ->
    [0] No criterion was judged by two groups.
   *[other] { $equal } of { $pairs } comparisons of two groups are equal, that is { $percent }.
}
agreement-count = { $groups ->
    [one] 1 group
   *[other] { $groups } groups
}, { $items ->
    [one] 1 criterion
   *[other] { $items } criteria
}, { $comparable } of them judged by at least two groups.
agreement-items = Where the groups are furthest apart
agreement-width = Distance
agreement-width-0 = none
agreement-width-1 = one step
agreement-width-2 = from no to yes
agreement-verdicts = Verdicts
agreement-alpha-heading = Krippendorff's alpha
agreement-alpha = Alpha (ordinal): { $alpha }
agreement-reliable = From 0.800 on this counts as reliable.
agreement-tentative = From 0.667 on this counts as tentatively usable, from 0.800 on as reliable.
agreement-unreliable = Below 0.667 judgments do not count as reliable. Talk about the largest distances.
agreement-source = Limits after Krippendorff (2004). The figure does not replace a conversation.
no-alpha-few-groups = No alpha: it needs at least { $groups } groups; otherwise the figure would be chance.
no-alpha-few-items = No alpha: it needs at least { $items } criteria that two groups judged; otherwise the figure would be chance.
no-alpha-no-variation = No alpha: all verdicts are the same, there is nothing to compare.
no-alpha-many-groups = No alpha: there are too many groups for the exact arithmetic.
agreement-next-audit = crpd-check audit { $plan } --judgments { $file }
agreement-next-merge = crpd-check judge merge { $files } --output judgments.yaml
agreement-end = What is decided together is entered as group "joint". Next:
