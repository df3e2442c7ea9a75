# Dateien, die sich nicht lesen oder schreiben lassen: warum, und was dann hilft.

file-missing = Diese Datei gibt es nicht.
file-missing-help = Name und Ordner prüfen. Namen mit Leerzeichen in Anführungszeichen setzen.
file-is-folder = Das ist ein Ordner, keine Datei.
file-is-folder-help = Eine Datei aus diesem Ordner angeben.
file-no-plan = In diesem Ordner liegt kein Plan.
file-no-plan-help = Gesucht werden Dateien, die auf .md oder .markdown enden. Verborgene Ordner und solche aus .gitignore werden übergangen.
file-no-labels = In diesem Ordner liegen keine Textstellen mit Urteil.
file-no-labels-help = Gesucht werden Dateien, die auf .jsonl oder .truth.json enden.
file-too-large = Die Datei ist zu groß: { $size } MB. Gelesen werden höchstens { $most } MB.
file-too-large-help = Den Plan in Teile teilen oder Bilder und Anlagen entfernen.
file-not-utf8 = Zeile { $line }, Spalte { $column }: Dieses Zeichen (Byte { $byte }) ist kein UTF-8.
file-not-utf8-help = Die Datei im Editor öffnen und mit „Speichern unter“ und der Codierung UTF-8 speichern; in Word: „Nur Text“, Codierung „Unicode (UTF-8)“.
file-broken-utf16 = Die Datei ist als UTF-16 gespeichert und beschädigt.
file-broken-utf16-help = Die Datei im Editor öffnen und mit „Speichern unter“ und der Codierung UTF-8 neu speichern.
file-word = Das ist ein Word- oder LibreOffice-Dokument, kein Text.
file-word-help = In Word: „Speichern unter“, „Nur Text“, Codierung „Unicode (UTF-8)“. Tabellen erhält das Programm pandoc: pandoc plan.docx -t gfm -o plan.md
file-pdf = Das ist ein PDF, kein Text.
file-pdf-help = Den Plan als Word-Datei oder Text bei der Kommune erbitten oder den Text aus dem PDF in eine Textdatei kopieren.
file-exists = Diese Datei gibt es schon.
file-exists-help = Einen anderen Namen wählen, oder mit --force überschreiben.
file-denied = Für diese Datei fehlt die Berechtigung.
file-denied-help = Die Datei schließen, falls sie offen ist, oder in einem eigenen Ordner arbeiten.
file-other = Das Lesen oder Schreiben ist gescheitert: { $error }.
file-other-help = Prüfen, ob Laufwerk und Ordner erreichbar sind und Platz haben.
