# Hilfe, Fehler und Gründe an der Befehlszeile. help-BEFEHL-ANGABE ist die Hilfe zu einer Angabe, help-BEFEHL die zum Befehl.

# Hilfe
help = Prüft den Aktionsplan einer Kommune gegen die UN-Behindertenrechtskonvention.
help-plain = Eine Angabe je Zeile, ohne Spalten: für Vorleseprogramme
help-lang = Sprache des Berichts: de oder en
help-help = Diese Hilfe zeigen
help-version = Version zeigen
help-audit = Einen oder mehrere Pläne prüfen und die Lücken berichten
help-audit-plans = Plan als Textdatei (Markdown), Ordner mit Plänen, oder - für die Standardeingabe
help-audit-checklist = Andere Checkliste: Name oder YAML-Datei
help-audit-fields = Nur dieses Handlungsfeld, zum Beispiel mobilitaet; mehrfach möglich
help-audit-articles = Nur diesen Artikel der Konvention, zum Beispiel 9; mehrfach möglich
help-audit-format = table (Tabelle), plain, markdown oder json
help-audit-output = Bericht in diese Datei schreiben
help-audit-force = Eine vorhandene Datei überschreiben
help-audit-fail-under = Mit Code 1 enden, wenn ein Plan weniger als P Prozent der Punkte erreicht
help-measures = Die Maßnahmen eines Plans auflisten
help-measures-plan = Plan als Textdatei (Markdown), oder - für die Standardeingabe
help-measures-format = table (Tabelle), plain, csv oder json
help-measures-output = Liste in diese Datei schreiben
help-measures-force = { help-audit-force }
help-explain = Ein Kriterium erklären: Frage, Artikel, warum, was zählt, Beispiele
help-explain-id = Kriterium, zum Beispiel mobilitaet.haltestellen
help-explain-plan = Plan: zeigt, welche Wörter wo gefunden wurden und was den nächsten Textstellen fehlt
help-explain-format = { help-audit-format }
help-explain-checklist = { help-audit-checklist }
help-evaluate = Messen, wie oft eine Checkliste recht hat: an Textstellen und Plänen, über die Menschen geurteilt haben
help-evaluate-gold = Textstellen mit Urteil (.jsonl), Maßnahmen eines Plans (.truth.json) oder ein Ordner damit
help-evaluate-checklist = { help-audit-checklist }
help-evaluate-baseline = keywords: daneben zeigen, was bloße Stichwörter fänden
help-evaluate-summary = Nur die Zahlen, ohne die Textstellen
help-evaluate-format = { help-audit-format }
help-evaluate-output = Auswertung in diese Datei schreiben
help-evaluate-force = { help-audit-force }
help-checklist = Checklisten zeigen und prüfen
help-checklist-list = Die mitgelieferten Checklisten auflisten
help-checklist-show = Alle Kriterien einer Checkliste zeigen
help-checklist-show-id = Name einer mitgelieferten Checkliste oder YAML-Datei
help-checklist-validate = Eine eigene Checkliste prüfen, samt ihren Beispielen
help-checklist-validate-files = YAML-Datei; mehrere möglich
help-checklist-schema = JSON-Schema für Checklisten ausgeben (für Editoren)

# Um die Hilfe herum
usage = Aufruf:
heading-options = Angaben
heading-arguments = Was
heading-commands = Befehle
first-try = Erster Versuch: crpd-check audit PLAN.md
for-screen-readers = Für Vorleseprogramme: --plain schreibt eine Angabe je Zeile.
more-help = Mehr zu einem Befehl: crpd-check audit --help
exit-codes = Ende mit Code 0: erledigt. 1: Ein verlangter Anteil (--fail-under) wurde nicht erreicht. 2: Es ging nicht.
environment = Umgebung: CRPD_CHECK_PLAIN=1 oder ACCESSIBLE=1 wirken wie --plain, CRPD_CHECK_LANG=en wie --lang en.
value-command = BEFEHL
value-options = ANGABEN
value-file = DATEI
value-format = FORMAT
value-gold = GOLD
value-plan = PLAN

# Fehler und Auswege
complaint = Fehler: { $what }
way-out = Hilfe: { $help }
perhaps = Gemeint ist vielleicht: { $names }
possible = Möglich sind: { $values }
all-possibilities = Alle Möglichkeiten zeigt: crpd-check --help
unknown-command = Den Befehl „{ $command }“ gibt es nicht.
unknown-command-help = So wird ein Plan geprüft: crpd-check audit "{ $path }"
unknown-option = Die Angabe „{ $option }“ gibt es hier nicht.
option-value-lacking = Hinter „{ $option }“ fehlt ein Wert.
option-twice = „{ $option }“ darf nur einmal stehen.
wrong-value = „{ $value }“ geht nicht bei „{ $option }“.
share-help = Eine Zahl von 0 bis 100 mit höchstens zwei Stellen nach dem Komma angeben: 60 oder 62,5
argument-lacking = Es fehlt: { $argument }.
command-lacking = Es fehlt ein Befehl.
arguments-do-not-fit = Diese Angaben passen nicht zusammen.
unknown-criterion = Dieses Kriterium gibt es nicht: „{ $id }“
unknown-criterion-help = Alle Kriterien zeigt: crpd-check checklist show
unknown-field = Dieses Handlungsfeld gibt es nicht: „{ $id }“
unknown-article = Zu Artikel „{ $number }“ hat die Checkliste kein Kriterium.
nothing-left = Kein Kriterium gehört zugleich zu diesem Handlungsfeld und zu diesem Artikel.
nothing-left-help = Nur eines von beiden angeben.

# Checklisten
checklist-mistakes = Die Checkliste hat Fehler.
checklist-mistakes-in = { $count ->
    [one] { $name }: 1 Fehler.
   *[other] { $name }: { $count } Fehler.
}
checklist-fine = { $name }: in Ordnung. Kriterien: { $criteria }. Beispiele: { $examples }.
known-checklists = Mitgeliefert sind: { $names }

# Ein- und Ausgabe
standard-input = Standardeingabe
written = Geschrieben: { $path }
gate-under = Nicht erreicht: { $plan } hat { $earned } von { $possible } Punkten, das sind { $share } Prozent; verlangt sind { $asked } Prozent (--fail-under).
