# Texte in den Formaten für Maschinen.

# Meldungen für Bauserver
annotation-gap = Lücke: { $id }
annotation-contrary = Gegenläufig: { $id }
annotation-level = { $question } Stufe: { $level }.
annotation-share = { $have } von { $of } Maßnahmen haben das Gesuchte.
annotation-nearest = Nächste Textstelle: { $quote }
annotation-ask = Frage an die Verwaltung: { $question }
annotation-contrary-message = Diese Textstelle läuft der Konvention entgegen: { $quote } Sie zählt nicht. Bitte nachlesen. Frage der Checkliste: { $question }
annotation-more-title = Weitere Meldungen
annotation-more = { $count ->
    [one] 1 weitere Meldung wird hier nicht angezeigt. Alle stehen im Bericht.
   *[other] { $count } weitere Meldungen werden hier nicht angezeigt. Alle stehen im Bericht.
}
summary-cut = Hier ist der Bericht zu Ende, weil er für diese Seite zu lang ist. Ganz steht er in der Datei, die crpd-check mit -o schreibt.
column-possible = Punkte möglich
column-quote = Textstelle
column-contrary = Gegenläufig in Zeile
