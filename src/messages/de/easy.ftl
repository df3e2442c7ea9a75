# Leicht verständliche Texte, Lesbarkeit, Worte. Die zwölf Sätze von crpd-check easy stehen in src/language/de/easy.yaml.

text-not-german = Die Regeln gelten für deutsche Texte. Dieser Text ist nicht deutsch, also sagt das Ergebnis wenig.

easy-tested-half = --tested-by und --tested-on gehören zusammen.
easy-tested-half-help = Beides angeben, zum Beispiel: --tested-by "Gruppe Klartext" --tested-on 2026-03-01

lint-title = Leicht zu lesen? { $title } ({ $file })
lint-result = { $count ->
    [0] Keine schwere Stelle gefunden.
    [one] 1 Stelle ist schwer zu lesen.
   *[other] { $count } Stellen sind schwer zu lesen.
}
lint-note = Auch ein Text ohne Fund ist noch nicht leicht. Das zeigt erst eine Prüfung durch Menschen mit Lernschwierigkeiten.
lint-places = Stellen
lint-words = Worte
lint-rule = Regel
lint-possibly = { $rule } (möglicherweise)
lint-better = Was die Regeln sagen und was hilft

readability-title = Lesbarkeit: { $title } ({ $file })
readability-counts = { $words ->
    [0] Kein laufender Text gefunden.
   *[other] Gezählt: { $sentences } Sätze, { $words } Wörter, { $syllables } Silben.
}
readability-what-counts = Es zählt nur der laufende Text: Absätze und Listenpunkte, jeder Listenpunkt mindestens als ein Satz. Überschriften, Tabellen, Inhaltsverzeichnis und Fußnoten zählen nicht.
readability-measures = Maße
readability-measure = Maß
readability-value = Wert
readability-meaning = Was das heißt
readability-sentence-length = Wörter je Satz (ASL)
readability-sentence-length-meaning = In leicht verständlichen Texten hat kein Satz mehr als 11.
readability-word-length = Silben je Wort (ASW)
readability-word-length-meaning = Je mehr, desto schwerer.
readability-lix = LIX
readability-lix-meaning = { $ease } (unter 30 sehr leicht, ab 60 sehr schwer)
readability-amstad = Amstad
readability-amstad-meaning = { $ease } (100 sehr leicht, 0 sehr schwer). Die Formel schmeichelt schweren Texten.
readability-vienna = Wiener Sachtextformel 1
readability-vienna-meaning = { $ease } (Schulstufe: 4 sehr leicht, 15 sehr schwer)
readability-limits = Was die Zahlen nicht wissen
readability-formulas = Formeln zählen Längen. Ob Menschen einen Text verstehen, zeigt nur eine Prüfung durch sie.
readability-no-score = Diese Zahlen gehen nicht in die Punkte eines Plans ein.
readability-sources = Quellen: Björnsson 1968 (LIX), Amstad 1978, Bamberger und Vanecek 1984 (Wiener Sachtextformel 1).
readability-end = Welche Stellen schwer sind, zeigt:
very-easy = sehr leicht
easy = leicht
medium = mittel
hard = schwer
very-hard = sehr schwer

wording-title = Worte: { $title } ({ $file })
wording-result = { $warnings ->
    [0] Keine Warnung
    [one] 1 Warnung
   *[other] { $warnings } Warnungen
}, { $hints ->
    [0] kein Hinweis.
    [one] 1 Hinweis.
   *[other] { $hints } Hinweise.
}
wording-left-out = Nicht beanstandet werden Zitate, Links und die Namen von Gesetzen, Ämtern und Vereinen.
wording-hint-note = Ein Hinweis heißt: Das Wort ist umstritten, oder es kommt auf den Zusammenhang an.
wording-warning = Warnung
wording-hint = Hinweis
wording-reason = Warum
wording-better = Besser
