# Council papers: inquiry, motion, statement, examination.

paper-anfrage = Inquiry
paper-antrag = Motion
paper-stellungnahme = Statement
paper-pruefauftrag = Motion for an examination
submitter-fraktion = Council group
submitter-beirat = Advisory board
submitter-einwohner = Residents
council-county = county council
council-independent-city = city council
council-town = town council
council-municipality = municipal council
council-association = council
head-of-county = Head of the county
head-of-independent-city = Lord mayor
head-of-town = Mayor
head-of-municipality = Mayor
head-of-association = Head of the administration

draft-blank = ____
draft-blank-spoken = (please fill in)
draft-title = { $paper } on the plan “{ $title }”
draft-banner = Draft: check the local rules of procedure.
draft-found = A program has read the plan. “Not found” means: the text search found no passage. Please read the plan.
draft-left-open = Money, dates and votes are left open for those who file the paper. This English text is for reading: councils in Germany get the German one.

# Before filing
draft-before = Before filing (delete this section afterwards)
draft-rules = Local rules
draft-source = Source
draft-read-on = Facts taken over on
draft-note = Note
draft-called = Local name
draft-who = Who may file
draft-not-stated = The rules say nothing on this kind of paper. Please ask the council office: who may file, until when, and how many questions are allowed?
draft-deadline = Time limit
draft-days-calendar = { $days } calendar days before the session; the day of the session is not counted
draft-days-working = { $days } working days from Monday to Friday before the session; the day of the session is not counted, public holidays are not known to the program
draft-deadline-not-stated = not stated; please ask the council office
draft-filing = Filing
draft-last-day = last day { $day } for the session on { $session }
draft-last-day-weekend = last day { $day } for the session on { $session }; that is a weekend, so better earlier
draft-last-day-unknown = last day for the session on { $session } not known; please ask the council office
draft-limits = Number of questions
draft-most-questions = at most { $most }, in this draft { $count }; the section “For each answer” is a request and no further question
draft-most-parts = Each question may have at most { $most } parts. The program does not count parts: please shorten.
draft-most-papers = At most { $most } such papers for a session.
draft-most-topics = At most { $most } topic for each paper. The topic of this draft is the plan; if you must ask more narrowly, choose questions of one field with --criteria.
draft-written = The paper must be in writing.
draft-reasons = The paper must give reasons.
draft-kind = Competence
draft-kind-asked = written for: { $kind }
draft-kind-stated = written for: { $kind }, as the plan says
draft-kind-town = written for a town that belongs to a county; if it is independent, make the draft again with --municipality kreisfreie-stadt
draft-kind-assumed = written for a municipality that belongs to a county, because the plan does not say whose it is; otherwise make it again with --municipality
draft-beyond = { $count ->
    [one] One item is
   *[other] { $count } items are
  } beyond the competence of the municipality. There the draft only asks to work towards it with others.

# Head
draft-head = Head
draft-submitter = Filed by
draft-council = Body
draft-to = To
draft-session = Session
draft-paper = Kind
draft-number = Paper no.
draft-committees = Order of deliberation
draft-subject = Subject

# Occasion
draft-occasion-heading = Occasion
draft-occasion = The basis is the plan “{ $title }”.
draft-occasion-place = The basis is the plan “{ $title }” ({ $place }).
draft-edition = Edition: { $edition }.
draft-adopted = Adopted on { $date }.
draft-not-adopted = Adopted on { $blank }.
draft-read = The plan was read with the checklist “{ $checklist }”. Of { $criteria } questions, { $covered } are answered by planned or binding measures or statements, { $open } are open.
draft-chosen = { $count ->
    [one] This paper takes up one item.
   *[other] This paper takes up { $count } items.
  }

# Inquiry
draft-questions = Questions
draft-questions-lead = We ask the administration to answer these questions:
draft-question = Question { $number }: { $field }
draft-question-shared = As far as others decide here as well, please say how the administration works towards a solution with them.
draft-question-beyond = Others decide here. What does the administration do to work towards the following with the bodies in charge: { $clause }?
draft-question-beyond-ask = Others decide here. What does the administration know of it, and how does it work towards a solution with the bodies in charge: { $ask }
draft-each = For each answer
draft-each-lead = Please address these points in each answer:
draft-each-state = the present state
draft-each-unit = the office or unit responsible
draft-each-date = the time by which action is taken (year or quarter)
draft-each-money = the funds and the budget item
draft-each-participation = the participation of the advisory board and of persons with disabilities
draft-answer = Answer
draft-answer-by = We ask for a written and accessible answer by { $blank }.

# Motion and examination
draft-resolution = Proposed resolution
draft-resolves = The { $council } resolves:
draft-instruct = The administration is instructed, by { $blank }, to { $clause }.
draft-instruct-shared = The administration is instructed, together with the other bodies in charge and by { $blank }, to { $clause }.
draft-instruct-beyond = The administration is instructed to work towards the following with the bodies in charge and to report on the result by { $blank }: { $clause }.
draft-examine = The administration is instructed to examine, by { $blank }, how and at what cost it is possible to { $clause }.
draft-examine-shared = The administration is instructed to examine, by { $blank } and together with the other bodies in charge, how and at what cost it is possible to { $clause }.
draft-examine-beyond = The administration is instructed to examine, by { $blank }, how it can work towards the following with the bodies in charge: { $clause }.
draft-clause = present a proposal on the question “{ $question }” with unit, date and cost
draft-report-yearly = The administration reports to the { $council } in writing by { $blank } and every year after that.
draft-report-once = The administration presents the result of the examination to the { $council } in writing by { $blank }: with scope, cost and timetable.
draft-involve = The advisory board and the organisations of persons with disabilities are to be involved from the beginning (article 4 paragraph 3 UN-CRPD).
draft-reasons-heading = Reasons
draft-reason = On item { $number }: { $field }
draft-money = Financial effects
draft-money-open = Please fill in before filing. The program knows no costs and names none.
draft-money-any = Financial effects (yes, no or not known)
draft-money-amount = Amount
draft-money-cover = Cover
draft-money-later = Follow-up costs
draft-effects = Effects on persons with disabilities
draft-effects-fields = The resolution is meant to close gaps of the plan in these fields: { $fields }.
draft-effects-board = Statement of the advisory board of

# Statement
draft-vote-heading = Decision of the advisory board
draft-vote-day = Date
draft-vote-for = In favour
draft-vote-against = Against
draft-vote-abstained = Abstentions
draft-good = What is good
draft-good-lead = These passages of the plan answer questions of the checklist:
draft-good-none = The text search found no measure that answers a question of the checklist. Please read the plan and add to this.
draft-good-label = { $field }, { $lines }
draft-gaps = Gaps by field
draft-covered = Answered
draft-open = Open
draft-gap = Gap { $number }: { $field }
draft-demands = Demands
draft-demand = The advisory board calls on the administration, by { $blank }, to { $clause }.
draft-demand-shared = The advisory board calls on the administration, together with the other bodies in charge and by { $blank }, to { $clause }.
draft-demand-beyond = The advisory board calls on the administration to work towards the following with the bodies in charge and to report on the result by { $blank }: { $clause }.
draft-dissent = Open differences
draft-dissent-open = Opinions in the advisory board differed on these points: { $blank }

# What an item rests on
draft-basis = Basis in the UN-CRPD
draft-article = Article { $number }
draft-paragraph = { " " }paragraph { $part }
draft-letter = { " " }letter { $part }
draft-numeral = { " " }number { $part }
draft-asked = Open question
draft-in-plan = In the plan
draft-in-plan-lines = In the plan, { $lines }
draft-absent = not found
draft-share = This is stated for { $part } of { $whole } measures.
draft-so = That means
draft-only-mentioned = The plan speaks of it but promises no measure.
draft-only-intended = The plan states an intention but no firm measure.
draft-planned = The plan promises something but does not name both unit and date.
draft-binding = The plan promises something with unit and date.

# End
draft-law = Legal basis
draft-law-convention = The UN Convention on the Rights of Persons with Disabilities extends to all parts of federal states, so to states and municipalities too (article 4 paragraph 5).
draft-law-participation = Persons with disabilities and their organisations are to be involved in decisions that concern them (article 4 paragraph 3).
draft-law-local = Municipal code of the state and local rules of procedure, please fill in: { $blank }
draft-annexes = Annexes
draft-annex = Audit report, made with
draft-annex-plan = Plan that was read
draft-annex-checklist = Checklist
draft-checklist = { $title }, version { $version }
draft-signature = Signature
draft-signed = Place, date, name
