# Fehler in Checklisten, Beispielen und Textstellen mit Urteil: was, und wie es sich beheben lässt.

# Checklisten
problem-allowed = erlaubt sind: { $known }
problem-schema = unbekanntes Schema „{ $name }“
problem-schema-help = schema: { $schema }
problem-id = „{ $id }“ ist keine id
problem-id-help = nur kleine Buchstaben a–z, Ziffern, Punkt, Bindestrich und Unterstrich: mobilitaet.haltestellen
problem-double = „{ $id }“ gibt es schon
problem-double-help = eine andere id wählen
problem-double-criterion = das Kriterium „{ $id }“ gibt es schon
problem-double-criterion-help = eine andere id wählen; die erste steht in Zeile { $line }
problem-no-criterion = die Checkliste hat kein Kriterium
problem-no-criterion-help = unter „criteria:“ mindestens ein Kriterium anlegen
problem-list-in-itself = die Liste <{ $name }> enthält sich selbst
problem-list-in-itself-help = den Verweis auf sich selbst streichen
problem-field = unbekanntes Handlungsfeld „{ $id }“
problem-no-article = es fehlt ein Artikel der Konvention
problem-no-article-help = articles: ["9"]
problem-article = unbekannter Artikel „{ $reference }“
problem-article-help = so schreiben: "9", "9(1)(a)", "27(1)(g)"; die Konvention hat hier die Artikel 1 bis 33
problem-weight = das Gewicht { $weight } geht nicht
problem-weight-help = eine ganze Zahl von 1 bis 100 schreiben
problem-empty = „{ $name }“ ist leer
problem-empty-help = { $name }: einen Satz schreiben
problem-no-evidence = es fehlt „evidence:“
problem-no-evidence-help = mindestens eine Zeile schreiben, die zählt
problem-statement-lines = bei kind: statement sagt „evidence:“, welche Worte welche Stufe erreichen
problem-statement-lines-help = unter „evidence:“ die Stufen mentioned, intended, planned und binding schreiben, jede mit ihrer Liste
problem-levels = Stufen unter „evidence:“ gibt es nur bei kind: statement
problem-levels-help = kind: statement schreiben oder die Zeilen als Liste angeben
problem-share-lines = kind: share hat keine „evidence:“
problem-share-lines-help = share: responsible | deadline | budget | indicator | action | article
problem-share = „share:“ gehört zu kind: share, und nur dazu
problem-share-help = kind: share und share: responsible | deadline | budget | indicator | action | article
problem-never-matches = diese Zeile kann nie zutreffen: „ignore:“, „unless:“ oder ihre eigene Ausnahme schließt ihre Wörter aus
problem-never-matches-help = die Zeile streichen oder die Ausnahme enger fassen

# YAML
problem-key = unbekannter Schlüssel „{ $name }“
problem-key-help = gemeint ist vielleicht „{ $near }“; erlaubt sind: { $known }
problem-variant = „{ $name }“ ist hier nicht möglich
problem-no-key = es fehlt „{ $name }:“
problem-no-key-help = eine Zeile „{ $name }: …“ ergänzen
problem-double-key = der Schlüssel „{ $name }“ steht zweimal
problem-double-key-help = einen der beiden streichen
problem-text = hier steht kein Text
problem-text-help = einen Text schreiben, oder denselben Text auf Deutsch unter „de:“ und auf Englisch unter „en:“
problem-evidence = hier stehen keine Zeilen mit Suchwörtern
problem-evidence-help = eine Liste von Zeilen schreiben, bei kind: statement die Stufen mit je einer Liste
problem-too-large = die Datei ist zu groß oder zu tief verschachtelt
problem-too-large-help = Verweise (& und *) und tiefe Verschachtelung entfernen
problem-empty-file = die Datei ist leer
problem-empty-file-help = mit „schema: { $schema }“ beginnen
problem-yaml = kein lesbares YAML: { $reason }
problem-yaml-help = Einrückung mit Leerzeichen, Doppelpunkt mit Leerzeichen dahinter, Texte mit : oder # in Anführungszeichen

# Zeilen mit Suchwörtern
pattern-same-groups = zwei Gruppen dieser Zeile sind gleich
pattern-same-groups-help = eine der beiden Gruppen streichen
pattern-contradiction = diese Zeile kann nie zutreffen: sie verlangt und verbietet dasselbe
pattern-contradiction-help = die Ausnahme hinter „ - “ ändern
pattern-word-lacking = hier fehlt ein Wort
pattern-word-lacking-help = zwischen „ / “, „ + “ und „ - “ steht je mindestens ein Wort
pattern-word-help = ein Wort schreiben
pattern-list = unbekannte Liste <{ $name }>
pattern-list-help = { $count ->
    [0] die Checkliste hat keine Listen; fest eingebaut sind number, year, percent, money, date
   *[other] ähnlich heißen: { $near }; fest eingebaut sind number, year, percent, money, date
}
pattern-dots = „...“ steht zwischen zwei Wörtern
pattern-dots-help = davor und dahinter je ein Wort schreiben
pattern-particle = „{ $particle }“ ist keine trennbare Vorsilbe
pattern-particle-help = „|“ steht nur in trennbaren Verben (ein|richten); Alternativen trennt „ / “ mit Leerzeichen (Amt / Ämter)
pattern-verb = „{ $verb }“ ist keine Grundform eines Verbs
pattern-verb-help = die Grundform schreiben: ein|richten, um|setzen
pattern-character = „{ $character }“ hat in Suchwörtern keine Bedeutung
pattern-character-help = für Zusammensetzungen: Wohn- (vorn), -wohnung (hinten), =Rampe (nur das Wort selbst)
pattern-no-word = „{ $word }“ ist kein Wort
pattern-no-word-help = vor und hinter „/“ und „+“ je ein Leerzeichen setzen; Listen und Klassen so schreiben: <name>
pattern-no-letter = „{ $word }“ enthält keinen Buchstaben und kann nie gefunden werden
pattern-short = „{ $word }“ ist zu kurz für einen Wortteil
pattern-short-help = mindestens zwei Buchstaben schreiben

# Beispiele
proof-wrong = { $id }: Beispiel für „{ $expected }“ ergibt „{ $found }“
proof-and-contrary = { $level } und contrary
proof-share = gezählt wurden { $having } von { $counted } Maßnahmen; prüfen, ob das Beispiel als Maßnahmen gelesen wird
proof-line = es traf die Zeile „{ $line }“
proof-contrary-line = gegenläufig traf die Zeile „{ $line }“
proof-words = { $line } mit { $words } ({ $level })
proof-no-line = keine Zeile von „evidence:“ traf; die Zeile ergänzen oder das Beispiel unter eine andere Stufe stellen

# Textstellen mit Urteil
gold-unreadable = keine gültigen Angaben: { $reason }
gold-nothing = keine Textstelle gefunden
gold-format = je Zeile ein Objekt mit id, text und labels; docs/accuracy.md beschreibt das Format
gold-criterion = { $id }: die Checkliste { $checklist } hat kein Kriterium „{ $criterion }“
gold-criterion-help = gemeint ist vielleicht: { $near }
gold-levels = { $id }: die Stufen von „{ $criterion }“ sind nicht lesbar
gold-levels-help = 1 erwähnt, 2 beabsichtigt, 3 geplant, 4 verbindlich; jede höchstens einmal
gold-measure-level = Maßnahme „{ $title }“: unbekannte Stufe „{ $level }“
gold-measure-lines = Maßnahme „{ $title }“: die Zeilen { $from } bis { $to } sind kein Bereich
gold-measure-help = lines: [erste, letzte] ab 1; level: mentioned, intended, planned oder binding

# Ausnahmen
problem-empty-value-help = { $name }: etwas hinschreiben, das andere verstehen
problem-waiver-double = für „{ $id }“ gibt es schon eine Ausnahme
problem-waiver-double-help = eine der beiden streichen; die erste steht in Zeile { $line }
problem-day = „{ $written }“ ist kein Tag
problem-waiver-until-help = den letzten Tag als Jahr-Monat-Tag schreiben: until: 2026-12-31

# Einstellungen
config-mapping = hier wird „Name: Wert“ erwartet
config-mapping-help = je Zeile eine Einstellung schreiben, zum Beispiel: fail-under: 60
config-shape = dieser Wert passt nicht zu „{ $name }“
config-one-help = einen Wert schreiben: { $name }: Wert
config-many-help = einen Wert oder eine Liste schreiben: { $name }: [eins, zwei]
config-switch-help = true oder false schreiben: { $name }: true
config-pairs-help = darunter eingerückt je Zeile ein Handlungsfeld mit seinem Wert schreiben: mobilitaet: 50

# Checklists for council papers, and rules for them
problem-competence = hier steht keine Zuständigkeit
problem-competence-help = yes, shared oder no schreiben, oder je eines davon für municipality, independent-city und county
problem-resolve = „resolve“ endet mit einem Satzzeichen oder einem Leerzeichen
problem-resolve-help = nur das Ende des Satzes „Die Verwaltung wird beauftragt, bis zum …“ schreiben, ohne Punkt
problem-rules-source = zu diesen Regeln steht nicht, wo und wann sie gelesen wurden
problem-rules-source-help = source: Adresse und read_on: Jahr-Monat-Tag ergänzen
problem-rules-read-on-help = den Tag als Jahr-Monat-Tag schreiben: read_on: 2026-01-31
problem-rules-empty = diese Regel gilt für keine Vorlage oder für niemanden
problem-rules-empty-help = papers und submitters nennen, zum Beispiel papers: [anfrage] und submitters: [fraktion]
problem-rules-number = die Zahl { $number } geht nicht
problem-rules-number-help = eine ganze Zahl von 1 bis 365 schreiben
