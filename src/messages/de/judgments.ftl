# Urteile der Gruppen, Arbeitsblätter und Übereinstimmung. „gemeinsam“ ist ein Name, den auch das Programm kennt.

verdict-yes = ja
verdict-partly = teilweise
verdict-no = nein
verdict-unsure = weiß ich nicht
outcome-joint = gemeinsam beschlossen
outcome-agreed = einig
outcome-majority = Mehrheit der Gruppen
outcome-disputed = uneinig, es gilt die Textsuche
outcome-unsure = keine Gruppe weiß es, es gilt die Textsuche
outcome-outdated = veraltet, es gilt die Textsuche

# Im Prüfbericht
judgments = Urteile der Gruppen
judgments-result = { $count ->
    [one] 1 Kriterium zählt nach dem Urteil von Menschen.
   *[other] { $count } Kriterien zählen nach dem Urteil von Menschen.
} Nach der Textsuche allein wären es { $earned } von { $possible } Punkten und { $covered } von { $criteria } abgedeckten Kriterien.
judgments-note = { $count ->
    [one] 1 Kriterium wurde beurteilt.
   *[other] { $count } Kriterien wurden beurteilt.
} Ein Urteil von Menschen geht der Textsuche vor. Ja zählt mindestens wie geplant, teilweise wie beabsichtigt, nein gibt keine Punkte.
judgments-groups = Gruppen
judgments-sum = Prüfsumme der Urteile
judgments-outdated = { $count ->
    [one] Veraltet: Bei 1 Kriterium hat sich die Textstelle seit dem Urteil geändert. Bitte neu urteilen.
   *[other] Veraltet: Bei { $count } Kriterien hat sich die Textstelle seit dem Urteil geändert. Bitte neu urteilen.
}
judgments-disputed = { $count ->
    [one] Uneinig sind die Gruppen bei 1 Kriterium.
   *[other] Uneinig sind die Gruppen bei { $count } Kriterien.
}
judgments-unasked = Urteile zu Kriterien, nach denen diesmal nicht gefragt wird: { $names }
judgment = Urteil
judgment-outcome = Wie entschieden
judgment-by-text = Nach der Textsuche
judgment-now = Es gilt
judgment-none = kein Urteil
level-by-people = { $level } (Urteil: { $verdict }, { $outcome }; Textsuche: { $found })
level-still-by-search = { $level } (Textsuche; Urteile: { $outcome })
judged-by = Gruppe { $group }
judged-old = { $verdict } (veraltet: die Textstelle hat sich geändert)
judged-place = Fundstelle: { $place }
judged-comment = Kommentar: { $comment }
judged-day = am { $day }
annotation-judged = Urteil der Gruppen: { $verdict }.
annotation-unjudged = Urteile der Gruppen: { $outcome }.

# Arbeitsblatt
sheet-title = Arbeitsblatt: { $title } ({ $file })
sheet-lead = { $count ->
    [one] 1 Frage an den Plan. Ein Programm hat im Text gesucht, jetzt urteilen Menschen.
   *[other] { $count } Fragen an den Plan. Ein Programm hat im Text gesucht, jetzt urteilen Menschen.
}
sheet-group = Name der Gruppe (ein Buchstabe genügt)
sheet-day = Tag
sheet-privacy = Bitte keine Namen von Personen, keine Behinderungen und keine Krankheiten eintragen.
sheet-how = So geht es
sheet-start = Vorher, 20 Minuten: Plan und Konvention vorstellen (5), Ergebnis vorlesen (5), die Antworten erklären (5), eine Frage gemeinsam zur Probe (5).
sheet-work = { $minutes ->
    [one] In Gruppen, 1 Minute: je Frage etwa { $each }.
   *[other] In Gruppen, { $minutes } Minuten: je Frage etwa { $each }.
}
sheet-close = { $minutes ->
    [one] Zum Schluss, 1 Minute: Unterschiede vergleichen; Anfrage oder Antrag wählen.
   *[other] Zum Schluss, { $minutes } Minuten: Unterschiede vergleichen; Anfrage oder Antrag wählen.
}
sheet-answers = Die Antworten
sheet-answer-yes = ja: Der Plan sagt, was getan wird.
sheet-answer-partly = teilweise: Der Plan sagt etwas, aber nicht genug oder nicht fest.
sheet-answer-no = nein: Im Plan steht dazu nichts, was hilft.
sheet-answer-unsure = weiß ich nicht: Das ist eine gute Antwort. Dann bitte nachfragen.
sheet-doubt = Das Programm liest Text und irrt sich manchmal. Nicht gefunden heißt nicht, dass es nichts gibt. Das Urteil von Menschen zählt mehr.
sheet-questions = Fragen
sheet-question = Frage { $number } von { $count }: { $field }
sheet-id = Kennung
sheet-finding = Die Textsuche sagt
sheet-place = Fundstelle (Seite oder Zeile)
sheet-comment = Kommentar
sheet-later = Für später
sheet-rest = { $count ->
    [0] Nach allen Lücken wird hier gefragt.
    [one] 1 weitere Lücke steht nicht auf diesem Blatt. Alle Kriterien:
   *[other] { $count } weitere Lücken stehen nicht auf diesem Blatt. Alle Kriterien:
}
sheet-end = { $count ->
    [one] Ende des Blattes mit 1 Frage. Ausgefüllte Tabellen (CSV) einlesen:
   *[other] Ende des Blattes mit { $count } Fragen. Ausgefüllte Tabellen (CSV) einlesen:
}
sheet-import = crpd-check judge import blatt.csv --plan { $plan }
sheet-page = Seite
sheet-page-of = von
sheet-minutes-few = { $minutes } Minuten reichen für keine Frage: { $wrap } zum Schluss und { $each } je Frage.
sheet-minutes-few-help = Mehr Zeit angeben: --minutes 40, oder die Fragen wählen: --criteria, --all

# Spalten der ausgefüllten Tabelle: so heißen sie in der Datei, und so werden sie wiedererkannt.
column-sheet-criterion = kriterium
column-sheet-question = frage
column-sheet-finding = textsuche
column-sheet-lines = zeilen
column-sheet-quote = textstelle
column-sheet-verdict = urteil
column-sheet-place = fundstelle
column-sheet-comment = kommentar
column-sheet-group = gruppe
column-sheet-day = datum
column-sheet-mark = prüfmarke
sheet-words-yes = ja, j, yes, y
sheet-words-partly = teilweise, teils, t, partly, p
sheet-words-no = nein, n, no
sheet-words-unsure = weiß ich nicht, weiss ich nicht, weiß nicht, weiss nicht, wei? ich nicht, unklar, w, ?, i do not know, don't know, unsure

# Einlesen
import-mistakes = { $count ->
    [one] 1 Zeile lässt sich nicht übernehmen. Geschrieben wurde nichts, damit nichts verloren geht.
   *[other] { $count } Zeilen lassen sich nicht übernehmen. Geschrieben wurde nichts, damit nichts verloren geht.
}
import-done = { $count ->
    [one] 1 Urteil übernommen
   *[other] { $count } Urteile übernommen
} ({ $groups ->
    [one] 1 Gruppe
   *[other] { $groups } Gruppen
}). Nicht beantwortet: { $open }.
import-encoding = { $path }: Die Datei ist nicht in UTF-8 gespeichert; gelesen wie von Excel geschrieben (Windows-1252).
import-outdated = { $count ->
    [one] 1 Urteil gilt einer Textstelle, die sich seit dem Arbeitsblatt geändert hat.
   *[other] { $count } Urteile gelten Textstellen, die sich seit dem Arbeitsblatt geändert haben.
}
import-next = Weiter: { $command }
problem-sheet-columns = das ist kein ausgefülltes Arbeitsblatt: die Spalten „kriterium“ und „urteil“ stehen nicht in der ersten Zeile
problem-sheet-columns-help = ein Arbeitsblatt schreiben, ausfüllen und als CSV speichern: crpd-check worksheet PLAN --output blatt.csv
problem-sheet-double-column = die Spalte „{ $name }“ steht zweimal
problem-sheet-double-column-help = eine der beiden umbenennen oder löschen
problem-sheet-verdict = „{ $written }“ ist kein Urteil
problem-sheet-verdict-help = eines davon schreiben: ja, teilweise, nein, weiß ich nicht
problem-sheet-no-verdict = zu „{ $id }“ steht eine Fundstelle oder ein Kommentar, aber kein Urteil
problem-sheet-criterion = das Kriterium „{ $id }“ gibt es nicht
problem-sheet-near = gemeint ist vielleicht: { $near }
problem-sheet-criterion-help = die Kennung aus dem Arbeitsblatt übernehmen
problem-sheet-day = „{ $written }“ ist kein Tag
problem-sheet-day-help = den Tag so schreiben: 10.02.2026 oder 2026-02-10
problem-sheet-group = zu „{ $id }“ steht keine Gruppe
problem-sheet-group-help = in die Spalte „gruppe“ einen Buchstaben schreiben, oder für die ganze Datei: --group A
problem-sheet-person = „{ $name }“ sieht nach einer Person aus, nicht nach einer Gruppe
problem-sheet-person-help = einen Namen für die Gruppe schreiben, zum Beispiel A; höchstens 40 Zeichen, ohne Adresse
problem-sheet-cells = die Zeile hat { $have } Zellen, die erste Zeile hat { $want }
problem-sheet-cells-help = Text mit Komma oder Semikolon in Anführungszeichen setzen
problem-sheet-torn = diese Zeile lässt sich nicht lesen
problem-sheet-empty = die Tabelle enthält kein Urteil
problem-sheet-empty-help = in die Spalte „urteil“ je Zeile ja, teilweise, nein oder weiß ich nicht schreiben
problem-judged-twice = Gruppe „{ $group }“ urteilt zweimal über „{ $id }“
problem-judged-twice-help = eines der beiden streichen; das erste steht in Zeile { $line }
judgments-mistakes = Die Datei mit den Urteilen hat Fehler.
judgments-other-plan = { $path }: Die Urteile gelten „{ $theirs }“, das wird hier nicht geprüft.
judgments-other-plan-help = Den Plan prüfen, zu dem die Urteile gehören, oder in der Datei unter „plan:“ seinen Namen berichtigen
judgments-other-checklist = { $path }: Die Urteile gehören zur Checkliste „{ $theirs }“, geprüft wird mit „{ $ours }“.
judgments-other-checklist-help = Mit derselben Checkliste prüfen: --checklist { $theirs }
judgments-two-files = Für „{ $plan }“ gibt es zwei Dateien mit Urteilen: { $first } und { $second }
judgments-two-files-help = Zuerst zusammenführen: crpd-check judge merge { $first } { $second } --output urteile.yaml
merge-plans = Diese Dateien gelten verschiedenen Plänen oder Checklisten: { $first } und { $second }
merge-plans-help = Nur Urteile zu einem Plan und einer Checkliste zusammenführen
merge-conflicts = { $count ->
    [one] 1 Urteil steht verschieden in den Dateien. Geschrieben wurde nichts.
   *[other] { $count } Urteile stehen verschieden in den Dateien. Geschrieben wurde nichts.
}
merge-conflict = Gruppe „{ $group }“, { $id }: { $first } und { $second }
merge-conflicts-help = Das falsche streichen, oder beiden einen Tag geben (date: 2026-02-10); dann gilt das spätere

# Übereinstimmung
agreement-title = Übereinstimmung der Gruppen: { $plan }
agreement-result = { $pairs ->
    [0] Kein Kriterium wurde von zwei Gruppen beurteilt.
   *[other] { $equal } von { $pairs } Vergleichen zweier Gruppen sind gleich, das sind { $percent }.
}
agreement-count = { $groups ->
    [one] 1 Gruppe
   *[other] { $groups } Gruppen
}, { $items ->
    [one] 1 Kriterium
   *[other] { $items } Kriterien
}, davon { $comparable } von mindestens zwei Gruppen beurteilt.
agreement-items = Wo die Gruppen am weitesten auseinanderliegen
agreement-width = Abstand
agreement-width-0 = keiner
agreement-width-1 = ein Schritt
agreement-width-2 = von nein bis ja
agreement-verdicts = Urteile
agreement-alpha-heading = Krippendorffs Alpha
agreement-alpha = Alpha (ordinal): { $alpha }
agreement-reliable = Ab 0,800 gilt das als verlässlich.
agreement-tentative = Ab 0,667 gilt das als vorläufig brauchbar, ab 0,800 als verlässlich.
agreement-unreliable = Unter 0,667 gelten Urteile als nicht verlässlich. Bitte über die größten Abstände sprechen.
agreement-source = Grenzen nach Krippendorff (2004). Die Zahl ersetzt kein Gespräch.
no-alpha-few-groups = Kein Alpha: Dafür braucht es mindestens { $groups } Gruppen; sonst wäre die Zahl Zufall.
no-alpha-few-items = Kein Alpha: Dafür braucht es mindestens { $items } Kriterien, die zwei Gruppen beurteilt haben; sonst wäre die Zahl Zufall.
no-alpha-no-variation = Kein Alpha: Alle Urteile sind gleich, es gibt nichts zu vergleichen.
no-alpha-many-groups = Kein Alpha: Es sind zu viele Gruppen für die genaue Rechnung.
agreement-next-audit = crpd-check audit { $plan } --judgments { $file }
agreement-next-merge = crpd-check judge merge { $files } --output urteile.yaml
agreement-end = Was gemeinsam beschlossen wird, als Gruppe „gemeinsam“ eintragen. Weiter:
