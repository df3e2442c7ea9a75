# Mistakes in checklists, examples and labelled passages: what is wrong, and how to mend it.

# Checklists
problem-allowed = these are allowed: { $known }
problem-schema = unknown schema "{ $name }"
problem-schema-help = schema: { $schema }
problem-id = "{ $id }" is not an id
problem-id-help = only small letters a–z, digits, full stop, hyphen and underscore: mobilitaet.haltestellen
problem-double = "{ $id }" is already there
problem-double-help = choose another id
problem-double-criterion = the criterion "{ $id }" is already there
problem-double-criterion-help = choose another id; the first one is in line { $line }
problem-no-criterion = the checklist has no criterion
problem-no-criterion-help = write at least one criterion under "criteria:"
problem-list-in-itself = the list <{ $name }> contains itself
problem-list-in-itself-help = remove the name of the list from its own lines
problem-field = unknown field "{ $id }"
problem-no-article = no article of the convention is named
problem-no-article-help = articles: ["9"]
problem-article = unknown article "{ $reference }"
problem-article-help = write it like this: "9", "9(1)(a)", "27(1)(g)"; here the convention has the articles 1 to 33
problem-weight = the weight { $weight } is not possible
problem-weight-help = write a whole number from 1 to 100
problem-empty = "{ $name }" is empty
problem-empty-help = { $name }: write a sentence
problem-no-evidence = "evidence:" is not there
problem-no-evidence-help = write at least one line that counts
problem-statement-lines = with kind: statement, "evidence:" says which words reach which level
problem-statement-lines-help = write the levels mentioned, intended, planned and binding under "evidence:", each with its list
problem-levels = only kind: statement has levels under "evidence:"
problem-levels-help = write kind: statement, or write the lines as a list
problem-share-lines = kind: share has no "evidence:"
problem-share-lines-help = share: responsible | deadline | budget | indicator | action | article
problem-share = "share:" belongs to kind: share, and to nothing else
problem-share-help = kind: share and share: responsible | deadline | budget | indicator | action | article
problem-never-matches = this line can never match: "ignore:", "unless:" or its own exception rules out its words
problem-never-matches-help = remove the line, or make the exception narrower

# YAML
problem-key = unknown key "{ $name }"
problem-key-help = perhaps you mean "{ $near }"; these are allowed: { $known }
problem-variant = "{ $name }" is not possible here
problem-no-key = "{ $name }:" is not there
problem-no-key-help = add a line "{ $name }: …"
problem-double-key = the key "{ $name }" is there twice
problem-double-key-help = remove one of the two
problem-text = there is no text here
problem-text-help = write a text, or the same text in German under "de:" and in English under "en:"
problem-evidence = there are no lines of search words here
problem-evidence-help = write a list of lines; with kind: statement, write the levels with a list each
problem-too-large = the file is too large or too deeply nested
problem-too-large-help = remove references (& and *) and deep nesting
problem-empty-file = the file is empty
problem-empty-file-help = begin with "schema: { $schema }"
problem-yaml = this YAML cannot be read: { $reason }
problem-yaml-help = indent with spaces, write a space after each colon, put texts with : or # in quotation marks

# Lines of search words
pattern-same-groups = two groups of this line are the same
pattern-same-groups-help = remove one of the two groups
pattern-contradiction = this line can never match: it asks for a word and forbids it
pattern-contradiction-help = change the exception after " - "
pattern-word-lacking = a word is missing here
pattern-word-lacking-help = write at least one word between " / ", " + " and " - "
pattern-word-help = write a word
pattern-list = unknown list <{ $name }>
pattern-list-help = { $count ->
    [0] the checklist has no lists; number, year, percent, money, date are built in
   *[other] lists with a similar name: { $near }; number, year, percent, money, date are built in
}
pattern-dots = "..." must stand between two words
pattern-dots-help = write a word before it and a word after it
pattern-particle = "{ $particle }" is not a separable prefix of a German verb
pattern-particle-help = "|" is only for separable German verbs (ein|richten); write alternatives with " / " and spaces (Amt / Ämter)
pattern-verb = "{ $verb }" is not the basic form of a verb
pattern-verb-help = write the basic form: ein|richten, um|setzen
pattern-character = "{ $character }" has no meaning in search words
pattern-character-help = for parts of words: Wohn- (beginning), -wohnung (end), =Rampe (only the word itself)
pattern-no-word = "{ $word }" is not a word
pattern-no-word-help = put a space before and after "/" and "+"; write lists and classes like this: <name>
pattern-no-letter = "{ $word }" has no letter and can never be found
pattern-short = "{ $word }" is too short for a part of a word
pattern-short-help = write at least two letters

# Examples
proof-wrong = { $id }: the example for "{ $expected }" comes out as "{ $found }"
proof-and-contrary = { $level } and contrary
proof-share = { $having } of { $counted } measures were counted; check that the example is read as measures
proof-line = this line matched: "{ $line }"
proof-contrary-line = this line matched as contrary: "{ $line }"
proof-words = { $line } with { $words } ({ $level })
proof-no-line = no line of "evidence:" matched; add the line, or put the example under another level

# Labelled passages
gold-unreadable = this entry is not valid: { $reason }
gold-nothing = no passage found
gold-format = write one object on each line, with id, text and labels; docs/accuracy.md describes the format
gold-criterion = { $id }: the checklist { $checklist } has no criterion "{ $criterion }"
gold-criterion-help = perhaps you mean: { $near }
gold-levels = { $id }: the levels of "{ $criterion }" cannot be read
gold-levels-help = 1 mentioned, 2 intended, 3 planned, 4 binding; each at most once
gold-measure-level = measure "{ $title }": unknown level "{ $level }"
gold-measure-lines = measure "{ $title }": the lines { $from } to { $to } are not a range
gold-measure-help = lines: [first, last] counted from 1; level: mentioned, intended, planned or binding

# Waivers
problem-empty-value-help = { $name }: write something that others understand
problem-waiver-double = there is a waiver for "{ $id }" already
problem-waiver-double-help = remove one of them; the first stands in line { $line }
problem-day = "{ $written }" is not a day
problem-waiver-until-help = write the last day as year-month-day: until: 2026-12-31

# Settings
config-mapping = "name: value" is expected here
config-mapping-help = write one setting a line, for example: fail-under: 60
config-shape = this value does not fit "{ $name }"
config-one-help = write one value: { $name }: value
config-many-help = write a value or a list: { $name }: [one, two]
config-switch-help = write true or false: { $name }: true
config-pairs-help = write the fields below it, indented, one a line with its value: mobilitaet: 50

# Checklists for council papers, and rules for them
problem-competence = there is no competence here
problem-competence-help = write yes, shared or no, or one of them each for municipality, independent-city and county
problem-resolve = "resolve" ends with a punctuation mark or a space
problem-resolve-help = write only the end of the sentence "The administration is instructed, by …, to", without a full stop
problem-rules-source = these rules do not say where and when they were read
problem-rules-source-help = add source: address and read_on: year-month-day
problem-rules-read-on-help = write the day as year-month-day: read_on: 2026-01-31
problem-rules-empty = this rule holds for no paper or for nobody
problem-rules-empty-help = name papers and submitters, for example papers: [anfrage] and submitters: [fraktion]
problem-rules-number = the number { $number } does not work
problem-rules-number-help = write a whole number from 1 to 365
