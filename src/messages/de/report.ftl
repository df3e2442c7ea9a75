# Texte der Berichte. Kurze Sätze, gleiche Wörter für gleiche Dinge; „nicht gefunden“, nie „fehlt“.

level-absent = nicht gefunden
level-mentioned = erwähnt
level-intended = beabsichtigt
level-planned = geplant
level-binding = verbindlich

kind-measure = Frage nach Maßnahmen
kind-statement = Frage nach einer Aussage über den Plan
kind-share = Frage nach einem Anteil der Maßnahmen

competence-yes = Die Kommune entscheidet selbst.
competence-shared = Die Kommune entscheidet gemeinsam mit anderen, zum Beispiel mit dem Kreis oder dem Land. Sie kann darauf hinwirken.
competence-no = Andere entscheiden. Die Kommune kann nur darauf hinwirken.

status-done = umgesetzt
status-ongoing = läuft
status-planned = vorgesehen
status-open = offen
status-deferred = zurückgestellt
status-rejected = abgelehnt

attribute-responsible = eine zuständige Stelle
attribute-deadline = ein Datum, das man prüfen kann
attribute-budget = Geld
attribute-indicator = eine Messgröße
attribute-action = eine feste Zusage: Stufe geplant oder verbindlich
attribute-article = ein Artikel der UN-BRK

# Zahlen und Orte
number = { $number }
part-of = { $part } von { $whole }
percent = { $number } %
percent-spoken = { $number } Prozent
line = Zeile { $number }
lines = Zeilen { $from } bis { $to }
quoted = „{ $text }“
row = { $thing } { $number } von { $count }: { $name }

# Kopf
title = Prüfbericht: { $title } ({ $file })
title-with-place = Prüfbericht: { $title }, { $place } ({ $file })
overview-title = { $count ->
    [0] Prüfbericht: Kein Plan konnte gelesen werden
   *[other] Prüfbericht über { $count } Pläne
}
overview-of-checklists = { $count ->
    [one] Prüfbericht über 1 Plan mit { $checklists } Checklisten
   *[other] Prüfbericht über { $count } Pläne mit { $checklists } Checklisten
}
overview-order = Die Pläne stehen nach ihrem Namen geordnet. Das ist keine Rangliste.
result = Ergebnis: { $earned } von { $possible } Punkten, { $percent }; abgedeckt sind { $covered } von { $criteria } Kriterien, davon { $binding } verbindlich.
measured = Wie sicher ist das? An { $passages } Textstellen gemessen: { $precision } der Fundstellen waren richtig, { $recall } des Vorhandenen wurde gefunden.
edition = Fassung
adopted = Beschlossen am
sign-language = Video in Gebärdensprache
end = Ergebnis: { $earned } von { $possible } Punkten. Weiter:
plan = Plan
unreadable = Dateien, die nicht gelesen werden konnten

# Hinweise zum Lesen
notices = Hinweise zum Text
notice-language = Der Plan ist in einer anderen Sprache als die Checkliste. Die Textsuche findet dann kaum etwas.
notice-little-text = Die Datei enthält kaum Text. Vielleicht besteht der Plan aus Bildern.
notice-no-measures = In diesem Text wurde keine Maßnahme erkannt.
damage = Der Text ist beschädigt, dort sind Urteile unsicher
damage-glued = { $count ->
    [one] verklebte Wörter in Zeile { $lines }
   *[other] verklebte Wörter in { $count } Zeilen ({ $lines })
}
damage-torn = { $count ->
    [one] zerrissene Wörter in Zeile { $lines }
   *[other] zerrissene Wörter in { $count } Zeilen ({ $lines })
}
damage-lost = { $count ->
    [one] verlorene Buchstaben in Zeile { $lines }
   *[other] verlorene Buchstaben in { $count } Zeilen ({ $lines })
}
damage-titles = { $count ->
    [one] Seitentitel im Text in Zeile { $lines }
   *[other] Seitentitel im Text in { $count } Zeilen ({ $lines })
}
damage-shredded = { $count ->
    [one] eine zerfallene Tabelle in Zeile { $lines }
   *[other] zerfallene Tabellen in { $count } Zeilen ({ $lines })
}
damage-more = { $shown } und { $count } weitere
notice-surplus-cells = Hier hat eine Tabellenzeile mehr Zellen als die Tabelle Spalten. Der Text wurde mitgelesen.
notice-grid-table = Hier steht eine gezeichnete Tabelle. Ihre Spalten sind nicht sicher lesbar.
notice-front-matter = Der Kopf der Datei ist nicht lesbar. Er wurde übergangen.
notice-torn-columns = Zuständige Stellen oder Daten sind vorhanden, aber nicht zuordenbar. Die Spalten einer Tabelle sind auseinandergerissen.
more-places = { $count ->
    [one] und 1 weitere Stelle
   *[other] und { $count } weitere Stellen
}

# Felder und Artikel
fields = Ergebnis nach Handlungsfeldern
field = Handlungsfeld
field-name = Handlungsfeld { $title }
covered = Abgedeckt
binding = Verbindlich
points = Punkte
share = Anteil
articles = Ergebnis nach Artikeln der UN-BRK
article = Artikel
article-with-title = Artikel { $number }: { $title }
uncovered = Artikel ohne abgedecktes Kriterium
uncovered-note = Zu diesen Artikeln fand die Textsuche keine geplante oder verbindliche Maßnahme.
unasked = Artikel ohne Frage
unasked-note = Nach diesen Artikeln fragt die Checkliste nicht.

# Lücken
gaps = Die größten Lücken
no-gaps = Es gibt keine Lücke: Jedes Kriterium ist geplant oder verbindlich.
gaps-note = { $count ->
    [one] Es gibt 1 Lücke.
   *[other] Es gibt { $count } Lücken. Hier stehen { $shown }, aus möglichst vielen Handlungsfeldern.
}
gaps-all = { $count ->
    [one] Es gibt 1 Lücke.
   *[other] Es gibt { $count } Lücken.
}
gap = Lücke { $number } von { $count }: { $id }
level = Stufe
level-by-search = { $level } (Textsuche)
question = Frage
nearest = Nächste Textstelle, { $lines }
please-read = Die Textsuche fand keine Stelle. Bitte nachlesen.
ask = Frage an die Verwaltung
ask-shared = Hier entscheiden auch andere mit. Wie will die Kommune darauf hinwirken? { $question }
ask-no = Hier entscheiden andere. Wie will die Kommune dort darauf hinwirken? { $question }

# Gefundenes
criterion = Kriterium
criterion-name = Kriterium { $id }
passage = { $lines }, { $level }
responsible = Zuständig
deadline = Frist
more-passages = { $count ->
    [one] und 1 weitere Textstelle
   *[other] und { $count } weitere Textstellen
}
share-of-measures = { $have } von { $of } Maßnahmen, { $percent }
not-found = Nicht gefunden
not-found-note = { $count ->
    [one] Zu 1 Kriterium fand die Textsuche keine Stelle. Bitte nachlesen.
   *[other] Zu { $count } Kriterien fand die Textsuche keine Stelle. Bitte nachlesen.
}
contrary = Gegenläufige Textstellen
contrary-note = { $count ->
    [0] Die Textsuche fand keine Stelle, die der Konvention entgegenläuft.
    [one] 1 Stelle läuft der Konvention entgegen. Sie zählt nicht. Bitte nachlesen.
   *[other] { $count } Stellen laufen der Konvention entgegen. Sie zählen nicht. Bitte nachlesen.
}

# Maßnahmen
unassigned = Maßnahmen ohne Kriterium
unassigned-note = { $count ->
    [one] 1 Maßnahme passt zu keinem Kriterium der Checkliste.
   *[other] { $count } Maßnahmen passen zu keinem Kriterium der Checkliste.
}
measure = Maßnahme
measure-title = Titel
place = Ort
more-measures = { $count ->
    [one] und 1 weitere Maßnahme
   *[other] und { $count } weitere Maßnahmen
}
measures = Maßnahmen im Plan
measures-title = Maßnahmen: { $title } ({ $file })
measures-result = { $count ->
    [0] In diesem Plan wurde keine Maßnahme erkannt.
    [one] Der Plan nennt 1 Maßnahme.
   *[other] Der Plan nennt { $count } Maßnahmen.
}
measures-count = Maßnahmen
measures-unit = Mit zuständiger Stelle
measures-date = Mit prüfbarem Datum
measures-money = Mit Geld
measures-indicator = Mit Messgröße
measures-repeated = { $count ->
    [one] 1 Wiederholung wurde nicht mitgezählt.
   *[other] { $count } Wiederholungen wurden nicht mitgezählt.
}
repeats = wiederholt { $id }
measures-end = Weiter:
status = Stand
column-plan = Plan
column-path = Abschnitt
column-line-from = Zeile von
column-line-to = Zeile bis
column-latest = Frist spätestens
column-verifiable = Frist prüfbar
column-budget = Geld
column-indicator = Messgröße
column-fields = Handlungsfelder
column-articles = Artikel
column-criteria = Kriterien
column-repeats = Wiederholt
yes = ja
no = nein

# Verfahren
method = Verfahren und Grenzen
method-text = Das Programm liest den Text des Plans, nicht die Wirklichkeit vor Ort.
method-not-found = „Nicht gefunden“ heißt: Die Textsuche fand keine Stelle. Bitte im Plan nachlesen.
method-points = Punkte: nicht gefunden 0, erwähnt 0, beabsichtigt 1, geplant 2, verbindlich 3, mal Gewicht. Prozente sind abgerundet.
program = Programm
checklist = Checkliste
checklist-sum = Prüfsumme der Checkliste (SHA-256)
plan-sum = Prüfsumme des Plans (SHA-256)

# Erklärung eines Kriteriums
explain-title = Kriterium: { $id }
why = Warum ist das wichtig
competence = Zuständigkeit
competence-of = Zuständigkeit ({ $kind })
kind = Art
weight = Gewicht
counts = Was als Fundstelle zählt
counts-note = So liest man die Suchwörter: + heißt „und“, / heißt „oder“, - heißt „ohne“. Wörter in spitzen Klammern stehen für eine Wortliste.
counts-share = Gezählt werden Maßnahmen. Gesucht ist { $attribute }.
counts-thresholds = Ab { $intended } Prozent der Maßnahmen beabsichtigt, ab { $planned } Prozent geplant, ab { $binding } Prozent verbindlich.
counts-line = Suchwörter
counts-literal = Die Wörter zählen, wie sie dastehen.
ignored = Was nicht zählt
ignored-word = Zählt nicht als Treffer
ignored-unless = Zählt nicht, wenn im selben Satz steht
would-be-contrary = Was gegenläufig wäre
examples = Beispiele
example-contrary = gegenläufig
explain-end = Alle Kriterien:

# Checklisten
checklists-title = Checklisten
checklists-note = { $count ->
    [one] Es gibt 1 Checkliste.
   *[other] Es gibt { $count } Checklisten.
}
checklist-name = Name
checklist-version = Version
checklist-fields = Handlungsfelder
checklist-criteria = Kriterien
checklist-title = Checkliste: { $title }
checklist-result = { $criteria } Kriterien in { $fields } Handlungsfeldern, zusammen { $points } Punkte.
checklists-end = Eine Checkliste ansehen:
checklist-end = Ein Kriterium erklären lassen:

# Auswertung
evaluation-title = Auswertung: { $title }
evaluation-result = { $passages } Textstellen mit Urteil über Kriterien. Von den Fundstellen sind { $precision } richtig. Von allem, was Menschen dort sehen, fand das Programm { $recall }.
evaluation-passages = Textstellen mit Urteil
evaluation-passages-more = Textstellen mit Urteil: Verbindlichkeit und Angaben
evaluation-fields = Nach Handlungsfeldern
evaluation-criteria = Nach Kriterien
evaluation-plans = Maßnahmen in Plänen
evaluation-plans-more = Maßnahmen in Plänen: weitere Angaben
evaluation-file = Datei
evaluation-all = alle zusammen
evaluation-keywords = { $name }, nur Stichwörter
evaluation-intact = unbeschädigte Pläne zusammen
evaluation-damaged = beschädigte Pläne zusammen
evaluation-count = Textstellen
evaluation-right = richtig
evaluation-false = falsch
evaluation-missed = übersehen
evaluation-precision = Genauigkeit
evaluation-recall = Trefferquote
evaluation-f1 = F1
evaluation-f1-firm = F1 ab beabsichtigt
evaluation-level = Stufe richtig
evaluation-clean = ohne Urteil, nichts gefunden
evaluation-commitment = Verbindlichkeit richtig
evaluation-contrary = gegenläufig erkannt
evaluation-unit-f1 = F1 zuständige Stelle
evaluation-date-f1 = F1 Frist
evaluation-money-f1 = F1 Geld
evaluation-indicator-f1 = F1 Messgröße
evaluation-status-f1 = F1 Stand
evaluation-repeated = F1 Wiederholung
evaluation-places-clean = keine Maßnahme, keine gefunden
evaluation-open = nicht zuordenbar, offen gelassen
evaluation-level-confusion = Stufen im Vergleich
evaluation-commitment-confusion = Verbindlichkeit im Vergleich
evaluation-people = Menschen sagen
evaluation-program = Programm: { $name }
evaluation-mistakes = Abweichungen in { $name }
evaluation-wanted = Urteil
evaluation-found = gefunden
evaluation-by = Zeile der Checkliste
evaluation-text = Text
evaluation-method = Genauigkeit: richtige von allen Fundstellen. Trefferquote: gefundene von allen vorhandenen. F1: beides zugleich. Strittige Paare zählen nicht. Jede Textstelle wird für sich unter einer neutralen Überschrift gelesen.
commitment-none = keine
commitment-intended = beabsichtigt
commitment-committed = zugesagt
commitment-done = getan
fault-missed = Übersehen: { $count }
fault-false-alarm = Falsch gefunden: { $count }
fault-wrong-level = Stufe anders: { $count }
fault-missed-contrary = Gegenläufig, nicht erkannt: { $count }
fault-false-contrary = Fälschlich gegenläufig: { $count }
fault-wrong-commitment = Verbindlichkeit anders: { $count }
fault-missed-measure = Maßnahme übersehen: { $count }
fault-false-measure = Keine Maßnahme oder Teil einer anderen: { $count }
fault-wrong-attribute = Angabe der Maßnahme anders: { $count }

# Ein Kriterium in einem Plan
explain-in-plan = Kriterium { $id } in { $file }
explain-evidence = Diese Textstellen zählen
explain-near = Diese Textstellen kommen am nächsten und zählen nicht
explain-near-note = Die Textsuche fand keine Stelle, die zählt. Bitte die nächsten Textstellen lesen und selbst urteilen.
explain-nothing = Die Textsuche fand keine Stelle, auch keine, die in die Nähe kommt. Bitte nachlesen.
explain-share = { $have } von { $of } Maßnahmen haben das Gesuchte: { $attribute }.
explain-passage = Textstelle { $number }, { $lines }
explain-quote = Text
explain-found = Gefunden
explain-word = „{ $text }“, gesucht war: { $group }
explain-commitment = Verbindlichkeit des Satzes
explain-because = Für die Stufe zählte
explain-more = Was dieses Kriterium fragt und was zählt:
near = Nächste Textstelle ohne Treffer, { $lines }
near-lacking = Sie zählt nicht. Es steht keines dieser Wörter dabei: { $words }.
class-number = eine Zahl
class-year = eine Jahreszahl
class-percent = ein Anteil in Prozent
class-money = ein Geldbetrag
class-date = ein Datum
near-apart = Sie zählt nicht. Die gesuchten Wörter stehen dort, aber nicht beieinander.
near-excluded = Sie zählt nicht. Diese Wörter zeigen, dass es um etwas anderes geht: „{ $words }“.
reason-law = Das Recht oder eine Vorschrift spricht
reason-demand = andere fordern es
reason-negated = verneint
reason-deficit = ein Mangel wird beschrieben
reason-soft = weiche Wörter
reason-reservation = ein Vorbehalt
reason-modal = nur „soll“ oder „will“
reason-unit = eine zuständige Stelle steht dabei
reason-date = ein prüfbares Datum steht dabei

# Ausnahmen
waivers = Ausnahmen
waivers-note = { $count ->
    [one] 1 Ausnahme wurde angegeben, Stand { $today }. Ausgenommen heißt nicht erfüllt.
   *[other] { $count } Ausnahmen wurden angegeben, Stand { $today }. Ausgenommen heißt nicht erfüllt.
}
waivers-sum = Prüfsumme der Ausnahmen (SHA-256)
waived-until = Ausgenommen bis { $until }: { $reason } ({ $who }).
waiver = Ausnahme für { $id }
waiver-standing = Stand
waiver-until = Bis
waiver-reason = Grund
waiver-who = Wer
waiver-every-plan = jeder
waiver-active = gilt
waiver-expired = abgelaufen
waiver-unknown = kein solches Kriterium
waiver-unused = wird nicht gebraucht
waiver-unasked = diesmal nicht gefragt
result-after-waivers = { $count ->
    [0] Keine Ausnahme betrifft diesen Plan.
    [one] Ohne 1 ausgenommenes Kriterium: { $earned } von { $possible } Punkten, { $percent }; abgedeckt sind { $covered } von { $criteria } Kriterien.
   *[other] Ohne { $count } ausgenommene Kriterien: { $earned } von { $possible } Punkten, { $percent }; abgedeckt sind { $covered } von { $criteria } Kriterien.
}

# Vergleich mit früher
news = Neu seit der Vergleichsdatei
news-note = { $count ->
    [0] Es gibt keine neue Lücke und keine neue gegenläufige Textstelle.
    [one] 1 Lücke oder gegenläufige Textstelle ist neu.
   *[other] { $count } Lücken oder gegenläufige Textstellen sind neu.
}
news-what = Was
contrary-word = gegenläufig
