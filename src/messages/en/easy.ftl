# Easy texts, readability, wording. The twelve sentences of crpd-check easy stand in src/language/de/easy.yaml.

text-not-german = The rules are for German texts. This text is not German, so the result says little.

easy-tested-half = --tested-by and --tested-on belong together.
easy-tested-half-help = Give both, for example: --tested-by "Gruppe Klartext" --tested-on 2026-03-01

lint-title = Easy to read? { $title } ({ $file })
lint-result = { $count ->
    [0] No hard place found.
    [one] 1 place is hard to read.
   *[other] { $count } places are hard to read.
}
lint-note = A text without findings is not yet easy. Only a test by people with learning difficulties shows that.
lint-places = Places
lint-words = Words
lint-rule = Rule
lint-possibly = { $rule } (possibly)
lint-better = What the rules say and what helps

readability-title = Readability: { $title } ({ $file })
readability-counts = { $words ->
    [0] No running text found.
   *[other] Counted: { $sentences } sentences, { $words } words, { $syllables } syllables.
}
readability-what-counts = Only running text counts: paragraphs and list items, each list item as at least one sentence. Headings, tables, contents and footnotes do not count.
readability-measures = Measures
readability-measure = Measure
readability-value = Value
readability-meaning = What it means
readability-sentence-length = Words in a sentence (ASL)
readability-sentence-length-meaning = In easy texts no sentence has more than 11.
readability-word-length = Syllables in a word (ASW)
readability-word-length-meaning = The more, the harder.
readability-lix = LIX
readability-lix-meaning = { $ease } (below 30 very easy, from 60 very hard)
readability-amstad = Amstad
readability-amstad-meaning = { $ease } (100 very easy, 0 very hard). The formula flatters hard texts.
readability-vienna = Vienna formula 1 (Wiener Sachtextformel)
readability-vienna-meaning = { $ease } (school year: 4 very easy, 15 very hard)
readability-limits = What the numbers do not know
readability-formulas = Formulas count lengths. Only a test by people shows whether they understand a text.
readability-no-score = These numbers are no part of the points of a plan.
readability-sources = Sources: Björnsson 1968 (LIX), Amstad 1978, Bamberger and Vanecek 1984 (Wiener Sachtextformel 1).
readability-end = Which places are hard is shown by:
very-easy = very easy
easy = easy
medium = medium
hard = hard
very-hard = very hard

wording-title = Wording: { $title } ({ $file })
wording-result = { $warnings ->
    [0] No warning
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $hints ->
    [0] no hint.
    [one] 1 hint.
   *[other] { $hints } hints.
}
wording-left-out = Quotations, links and the names of laws, offices and organisations are not flagged.
wording-hint-note = A hint means: the word is contested, or it depends on the context.
wording-warning = Warning
wording-hint = Hint
wording-reason = Why
wording-better = Better
