# Zwei Fassungen eines Plans.

diff-title = Vergleich zweier Fassungen: { $title } ({ $file })
diff-result = Ergebnis: Kriterien neu erfüllt { $met }, verbessert { $better }, gleich { $same }, schlechter { $worse }, weggefallen { $dropped }; Maßnahmen ohne ein Wort weggefallen { $lost }.
diff-old = Alte Fassung
diff-new = Neue Fassung
diff-version = { $title } ({ $file })
diff-today = Beide Fassungen sind mit der heutigen Checkliste geprüft. Frühere Ergebnisse zählen hier nicht.
diff-before-now = vorher { $old }, jetzt { $new }
diff-none = keine Angabe
diff-dated = { $text } (spätestens { $latest })
diff-old-text = Alter Text, { $lines }
diff-new-text = Neuer Text, { $lines }
diff-old-place = Ort alt
diff-new-place = Ort neu

# Kriterien
turn-newly-met = Neu erfüllt
turn-better = Verbessert
turn-same = Gleich
turn-worse = Schlechter
turn-dropped = Weggefallen
diff-criteria-of = Kriterien: { $turn }
diff-no-turn = Kein Kriterium ist neu erfüllt, verbessert, schlechter oder weggefallen.

# Maßnahmen
diff-lost = Maßnahmen: ohne ein Wort weggefallen
diff-lost-note = Die Textsuche fand diese Maßnahmen in der neuen Fassung nicht. Bitte nachlesen und nachfragen.
diff-worse = Maßnahmen: verschoben, weicher oder mit weniger Angaben
diff-retold = Maßnahmen: nicht mehr eigens aufgeführt, aber noch erwähnt
diff-done = Maßnahmen: erledigt
diff-changed = Maßnahmen: sonst geändert
diff-added = Maßnahmen: neu
diff-kept = Maßnahmen: unverändert
diff-what = Was
diff-now-done = jetzt als erledigt berichtet
diff-settled = war als erledigt oder abgelehnt berichtet, wird nicht mehr genannt
diff-still-told = In der neuen Fassung noch erwähnt, { $lines }
diff-told-before = In der alten Fassung schon erwähnt, { $lines }
change-date-gone = Kein prüfbares Datum mehr
change-date-later = Frist später
change-date-earlier = Frist früher
change-date-set = Prüfbares Datum neu
change-unit-gone = Keine zuständige Stelle mehr
change-unit-other = Zuständig ist eine andere Stelle
change-unit-named = Zuständige Stelle neu
change-money-gone = Keine Summe mehr
change-money-other = Summe anders
change-money-named = Summe neu
change-softer = Weicher formuliert
change-firmer = Fester formuliert
change-given-up = Zurückgestellt oder abgelehnt
change-done = Erledigt
change-status = Stand anders
change-reworded = Anders formuliert.

# Zahlen
diff-numbers = In Zahlen
diff-number = Anzahl
diff-points-old = Punkte alt
diff-points-new = Punkte neu
diff-all-fields = Alle Handlungsfelder
diff-old-sum = Prüfsumme der alten Fassung (SHA-256)
diff-new-sum = Prüfsumme der neuen Fassung (SHA-256)
diff-method-turn = Neu erfüllt heißt: jetzt geplant oder verbindlich, vorher nicht. Weggefallen heißt: vorher mindestens beabsichtigt, jetzt höchstens erwähnt.
diff-method-match = Maßnahmen werden nach Wortlaut und Nummer einander zugeordnet. Das kann irren, vor allem bei geteilten, verbundenen und ganz neu geschriebenen Maßnahmen.
diff-end = { $lost ->
    [0] Keine Maßnahme ist ohne ein Wort weggefallen, { $worse } sind verschoben, weicher oder sagen weniger. Was jetzt fällig ist:
    [one] 1 Maßnahme ist ohne ein Wort weggefallen, { $worse } sind verschoben, weicher oder sagen weniger. Was jetzt fällig ist:
   *[other] { $lost } Maßnahmen sind ohne ein Wort weggefallen, { $worse } sind verschoben, weicher oder sagen weniger. Was jetzt fällig ist:
}

# Fehler
diff-one-input = Die Standardeingabe kann nur eine der beiden Fassungen sein.
diff-one-input-help = Für die andere Fassung eine Datei angeben: crpd-check diff ALT.md -
