# Der geführte Anfang, und die Hilfe zur Barrierefreiheit.

start-hello = Dieses Programm prüft den Aktionsplan einer Kommune gegen die UN-Behindertenrechtskonvention.
start-how = Es stellt { $count } Fragen. Antworten: eine Nummer tippen und die Eingabetaste drücken. Aufhören: q tippen.
start-question = Frage { $number } von { $count }: { $question }
start-option = { $number }: { $text }
start-answer = Antwort:
start-answer-wrong = Diese Antwort kenne ich nicht: „{ $answer }“. Möglich sind die Nummern 1 bis { $last }.
start-which-plan = Welchen Plan soll ich prüfen?
start-other-file = Oder den Namen einer anderen Datei tippen.
start-example = ein Beispielplan eines erfundenen Ortes, zum Ausprobieren
start-example-file = beispielplan.md
start-example-written = Der Beispielplan liegt jetzt in diesem Ordner: { $path }
start-which-form = Wie wollen Sie das Ergebnis lesen?
start-form-plain = hier, eine Angabe je Zeile: gut für Vorleseprogramme
start-form-table = hier, als Text mit Spalten
start-form-html = im Browser: eine Seite, die sich auch drucken lässt
start-which-field = Zu welchem Thema?
start-every-field = zu allen Themen
start-working = Der Plan wird geprüft.
start-page = Die Seite öffnen: Doppelklick auf { $path }
start-same = Das Gleiche ohne Fragen: { $command }
start-next = So geht es weiter. Jede Zeile ist ein Befehl:
start-next-sheet = Ein Blatt für die Sitzung drucken: { $command }
start-sheet-file = blatt.html
start-next-draft = Eine Anfrage an den Rat entwerfen: { $command }
start-next-easy = Das Ergebnis in kurzen Sätzen: { $command }
start-draft = crpd-check draft anfrage { $plan }
start-bye = Auf Wiedersehen.
start-cut-off = Es kam keine Antwort mehr.
start-cut-off-help = „start“ braucht eine Tastatur. Ohne Fragen: crpd-check audit PLAN.md

topic-accessibility = Barrierefreiheit von crpd-check
    Für Vorleseprogramme und Braillezeilen: --plain hinter jedem Befehl schreibt eine Angabe je Zeile, ohne Spalten und ohne doppelte Leerzeichen.
    Immer so: CRPD_CHECK_PLAIN=1 oder ACCESSIBLE=1 in der Umgebung, oder „plain: true“ in der Datei crpd-check.yaml.
    Das Programm schreibt keine Farben, keine Rahmen, keine Bildzeichen und keinen laufenden Fortschritt. Jeder Zustand ist ein Wort.
    Das Ergebnis steht in der ersten und in der letzten Zeile. Jede Zahl hat einen Namen.
    In schmalen Fenstern wird nichts abgeschnitten.
    Fragen stellt nur „start“. Sie haben Nummern und werden durch Tippen beantwortet.
    Im Browser: --format html --output bericht.html. Die Seite hat Überschriften, Tabellen mit Namen und keine Skripte; sie folgt dunklen Farben, mehr Kontrast und großer Schrift.
    Auf Papier in großer Schrift: crpd-check worksheet PLAN --font 20 --format html --output blatt.html
    In kurzen Sätzen: crpd-check easy PLAN. Das ist ein Entwurf; geprüft ist er erst, wenn Menschen mit Lernschwierigkeiten ihn gelesen haben.
    Noch hat niemand mit Behinderung dieses Programm getestet. Bitte melden, was nicht geht: docs/accessibility.md sagt, wie geprüft wurde.
