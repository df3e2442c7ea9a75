# Hilfe, Fehler und Gründe an der Befehlszeile. help-BEFEHL-ANGABE ist die Hilfe zu einer Angabe, help-BEFEHL die zum Befehl.

# Hilfe
help = Prüft den Aktionsplan einer Kommune gegen die UN-Behindertenrechtskonvention.
help-plain = Eine Angabe je Zeile, ohne Spalten: für Vorleseprogramme
help-lang = Sprache des Berichts: de oder en
help-settings-file = Diese Einstellungsdatei lesen statt der nächsten crpd-check.yaml
help-isolated = Keine Einstellungsdatei lesen
help-help = Diese Hilfe zeigen
help-version = Version zeigen
help-audit = Einen oder mehrere Pläne prüfen und die Lücken berichten
help-audit-plans = Plan als Textdatei (Markdown), Ordner mit Plänen, oder - für die Standardeingabe
help-audit-checklist = Andere Checkliste: Name oder YAML-Datei
help-audit-fields = Nur dieses Handlungsfeld, zum Beispiel mobilitaet; mehrfach möglich
help-audit-articles = Nur diesen Artikel der Konvention, zum Beispiel 9; mehrfach möglich
help-audit-format = table (Tabelle), plain, markdown, html, json, ndjson, csv, sarif, gitlab, junit oder github
help-audit-output = Bericht in diese Datei schreiben
help-audit-force = Eine vorhandene Datei überschreiben
help-audit-job-summary = Den Bericht außerdem als Markdown an diese Datei anhängen, zum Beispiel an $GITHUB_STEP_SUMMARY
help-audit-fail-under = Mit Code 1 enden, wenn ein Plan weniger als P Prozent der Punkte erreicht
help-audit-waivers = Ausnahmen aus dieser Datei anwenden (YAML)
help-audit-baseline = Mit dieser früheren Vergleichsdatei vergleichen
help-audit-write-baseline = Eine Vergleichsdatei schreiben: alle Lücken von heute
help-audit-fail-under-field = Mit Code 1 enden, wenn ein Plan im Handlungsfeld F weniger als P Prozent erreicht; mehrfach möglich
help-audit-fail-on = Mit Code 1 enden, wenn dieses Kriterium eine Lücke ist; mehrfach möglich
help-audit-fail-on-contrary = Mit Code 1 enden, wenn eine Textstelle der Konvention entgegenläuft
help-audit-fail-on-new = Mit Code 1 enden, wenn es gegenüber der Vergleichsdatei neue Lücken gibt
help-audit-today = Ausnahmen so anwenden, als wäre dieser Tag: Jahr-Monat-Tag
help-audit-exit-zero = Gründe nennen, aber mit Code 0 enden
help-measures = Die Maßnahmen eines Plans auflisten
help-measures-plan = Plan als Textdatei (Markdown), oder - für die Standardeingabe
help-measures-format = table (Tabelle), plain, html, csv oder json
help-measures-output = Liste in diese Datei schreiben
help-measures-force = { help-audit-force }
help-due = Zeigen, welche Maßnahmen eines Plans überfällig sind und welche als Nächstes fällig werden
help-due-plan = { help-measures-plan }
help-due-today = Von diesem Tag aus gesehen statt von heute: Jahr-Monat-Tag
help-due-format = table (Tabelle), plain, markdown, html, json, csv oder ics (Kalender)
help-due-output = Liste in diese Datei schreiben
help-due-force = { help-audit-force }
help-due-fail-overdue = Mit Code 1 enden, wenn eine Maßnahme überfällig ist
help-explain = Ein Kriterium erklären: Frage, Artikel, warum, was zählt, Beispiele
help-explain-id = Kriterium, zum Beispiel mobilitaet.haltestellen
help-explain-plan = Plan: zeigt, welche Wörter wo gefunden wurden und was den nächsten Textstellen fehlt
help-explain-format = table (Tabelle), plain, markdown, html oder json
help-explain-checklist = { help-audit-checklist }
help-survey = Alle Pläne eines Ordners nebeneinander: was die meisten offen lassen, Handlungsfelder, Maßnahmen; ohne Rang
help-survey-folder = Ordner mit Plänen (Markdown)
help-survey-checklist = { help-audit-checklist }
help-survey-format = table (Tabelle), plain, markdown, html, json, csv oder datapackage (Ordner mit Tabellen)
help-survey-output = Überblick in diese Datei schreiben, das Datenpaket in diesen neuen Ordner
help-survey-force = Eine vorhandene Datei oder ein älteres Datenpaket überschreiben
help-evaluate = Messen, wie oft eine Checkliste recht hat: an Textstellen und Plänen, über die Menschen geurteilt haben
help-evaluate-gold = Textstellen mit Urteil (.jsonl), Maßnahmen eines Plans (.truth.json) oder ein Ordner damit
help-evaluate-checklist = { help-audit-checklist }
help-evaluate-baseline = keywords: daneben zeigen, was bloße Stichwörter fänden
help-evaluate-summary = Nur die Zahlen, ohne die Textstellen
help-evaluate-format = { help-explain-format }
help-evaluate-output = Auswertung in diese Datei schreiben
help-evaluate-force = { help-audit-force }
help-checklist = Checklisten zeigen und prüfen
help-checklist-list = Die mitgelieferten Checklisten auflisten
help-checklist-show = Alle Kriterien einer Checkliste zeigen
help-checklist-show-id = Name einer mitgelieferten Checkliste oder YAML-Datei
help-checklist-validate = Eine eigene Checkliste prüfen, samt ihren Beispielen
help-checklist-validate-files = YAML-Datei; mehrere möglich
help-checklist-schema = JSON-Schema für Checklisten ausgeben (für Editoren)
help-config = Einstellungen zeigen
help-config-show = Jede Einstellung zeigen, mit ihrem Wert und woher er kommt
help-config-show-checklist = { help-audit-checklist }
help-config-show-fields = { help-audit-fields }
help-config-show-articles = { help-audit-articles }
help-config-show-waivers = { help-audit-waivers }
help-config-show-baseline = { help-audit-baseline }
help-config-show-fail-under = { help-audit-fail-under }
help-config-show-fail-under-field = { help-audit-fail-under-field }
help-config-show-fail-on = { help-audit-fail-on }
help-config-show-fail-on-contrary = { help-audit-fail-on-contrary }
help-config-show-fail-on-new = { help-audit-fail-on-new }
help-completions = Ein Skript ausgeben, mit dem eine Shell Befehle und Angaben ergänzt
help-completions-shell = bash, zsh, fish, powershell oder elvish
help-man = Die Handbuchseite ausgeben oder die Seiten aller Befehle schreiben
help-man-folder = Alle Seiten in diesen neuen Ordner schreiben
help-man-force = Einen älteren Ordner mit Handbuchseiten überschreiben

# Um die Hilfe herum
usage = Aufruf:
heading-options = Angaben
heading-arguments = Was
heading-commands = Befehle
man-name = NAME
man-synopsis = ÜBERSICHT
man-description = BESCHREIBUNG
man-more = ANMERKUNGEN
man-version = VERSION
first-try = Erster Versuch: crpd-check audit PLAN.md
for-screen-readers = Für Vorleseprogramme: --plain schreibt eine Angabe je Zeile.
more-help = Mehr zu einem Befehl: crpd-check audit --help
exit-codes = Ende mit Code 0: erledigt. 1: Eine verlangte Bedingung (--fail-…) ist nicht erfüllt. 2: Es ging nicht.
environment = Umgebung: CRPD_CHECK_PLAIN=1 oder ACCESSIBLE=1 wirken wie --plain, CRPD_CHECK_LANG=en wie --lang en; so auch jede andere Einstellung (crpd-check config show).
value-command = BEFEHL
value-options = ANGABEN
value-date = TAG
value-file = DATEI
value-folder = ORDNER
value-format = FORMAT
value-gold = GOLD
value-plan = PLAN
value-shell = SHELL

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

# Einstellungen
settings-mistakes = Die Einstellungsdatei hat Fehler.
settings-misfit = „{ $value }“ geht nicht bei { $place }.
switch-help = true oder false angeben
pair-help = Handlungsfeld und Prozent angeben: mobilitaet=50
field-not-asked = Nach dem Handlungsfeld „{ $id }“ wird diesmal nicht gefragt.
field-not-asked-help = --field und --article weiter fassen, oder --fail-under-field weglassen
criterion-not-asked = Nach dem Kriterium „{ $id }“ wird diesmal nicht gefragt.
criterion-not-asked-help = --field und --article weiter fassen, oder --fail-on weglassen
no-baseline = Für --fail-on-new fehlt die Vergleichsdatei.
no-baseline-help = Eine Vergleichsdatei angeben: --baseline DATEI. So entsteht sie: --write-baseline DATEI
settings = Einstellungen
settings-file = Einstellungsdatei: { $file }
settings-no-file = Es gibt hier keine Einstellungsdatei (crpd-check.yaml).
settings-order = Es gilt der Reihe nach: Angabe, Umgebung, Einstellungsdatei, Vorgabe.
setting = Einstellung
setting-value = Wert
setting-origin = Woher
setting-none = keiner
origin-flag = Angabe { $name }
origin-variable = Umgebung { $variable }
origin-file = { $file }, Zeile { $line }
origin-default = Vorgabe

# Ausnahmen und Vergleichsdateien
waiver-mistakes = Die Datei mit den Ausnahmen hat Fehler.
today-help = Den Tag als Jahr-Monat-Tag schreiben: 2026-12-31
baseline-json = { $place }: keine lesbare Vergleichsdatei: { $reason }
baseline-other = { $path }: keine Vergleichsdatei: „{ $name }“
baseline-checklist = { $path }: Die Vergleichsdatei gehört zur Checkliste „{ $theirs }“, geprüft wird mit „{ $ours }“.
baseline-help = Neu schreiben: crpd-check audit PLAN --write-baseline { $path } --force
gate-under-field = Nicht erreicht: { $plan } hat im Handlungsfeld { $field } { $earned } von { $possible } Punkten, das sind { $share } Prozent; verlangt sind { $asked } Prozent (--fail-under-field).
gate-on = Nicht erfüllt: { $plan }, Kriterium { $id }: { $level }; verlangt ist geplant oder verbindlich (--fail-on).
gate-contrary = Gegenläufig: { $plan }, { $lines }, Kriterium { $id } (--fail-on-contrary).
gate-new-gap = Neue Lücke: { $plan }, Kriterium { $id }: { $level } (--fail-on-new).
gate-new-contrary = Neu gegenläufig: { $plan }, { $lines }, Kriterium { $id } (--fail-on-new).
gate-expired = Abgelaufen: Die Ausnahme für { $id } galt bis { $until }.
gates-closed = Nicht bestanden: { $count } Bedingungen sind nicht erfüllt ({ $gates }).
gate-expired-name = abgelaufene Ausnahme
