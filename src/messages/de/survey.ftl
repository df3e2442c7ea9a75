# Überblick über viele Pläne. Kein Rang, keine Gesamtpunkte: Die Pläne stehen nach dem Namen ihrer Datei.

survey-title = { $count ->
    [one] Überblick über 1 Plan
   *[other] Überblick über { $count } Pläne
}
survey-result = Ergebnis: { $open } von { $criteria } Kriterien sind in mehr als der Hälfte der Pläne weder geplant noch verbindlich.
survey-end = Ergebnis: { $open } von { $criteria } Kriterien lässt die Mehrheit der Pläne offen. Weiter:
survey-order = Die Pläne stehen nach dem Namen ihrer Datei geordnet. Das ist keine Rangliste.
survey-mixed = Die Pläne sind von verschiedener Art: { $kinds }. Die Aufgaben sind verschieden. Deshalb steht jede Art für sich.
survey-notices = Hinweise zu den Dateien
survey-gaps = Was die meisten Pläne offen lassen
survey-gaps-note = { $count ->
    [0] Kein Kriterium ist in mehr als der Hälfte der Pläne offen.
    [one] 1 Kriterium ist in mehr als der Hälfte der Pläne weder geplant noch verbindlich.
   *[other] { $count } Kriterien sind in mehr als der Hälfte der Pläne weder geplant noch verbindlich.
}
survey-open-in = Offen in Plänen
survey-open-by-kind = Nach Art
survey-unit = Mit Stelle
survey-date = Mit Datum
survey-measures = Maßnahmen je Plan
survey-plans = Die gelesenen Dateien
survey-file = Datei
survey-place = Kommune
survey-kind = Art
survey-ags = Amtlicher Gemeindeschlüssel
survey-edition = Fassung
survey-licence = Lizenz
survey-damaged = Beschädigte Zeilen, dort sind Urteile unsicher
survey-field-title = Titel des Handlungsfelds
survey-possible = Mögliche Punkte
survey-progress = { $done } von { $count } Plänen sind gelesen.
survey-folder-needed = Das Datenpaket braucht einen Ordner.
survey-folder-help = Einen neuen Ordner nennen: crpd-check survey ORDNER --format datapackage -o PAKET

place-county = { $count ->
    [one] 1 Landkreis
   *[other] { $count } Landkreise
}
place-independent-city = { $count ->
    [one] 1 kreisfreie Stadt
   *[other] { $count } kreisfreie Städte
}
place-town = { $count ->
    [one] 1 Stadt
   *[other] { $count } Städte
}
place-municipality = { $count ->
    [one] 1 Gemeinde
   *[other] { $count } Gemeinden
}
place-association = { $count ->
    [one] 1 Gemeindeverband
   *[other] { $count } Gemeindeverbände
}
place-unknown = { $count ->
    [one] 1 Plan ohne Angabe der Art
   *[other] { $count } Pläne ohne Angabe der Art
}
place-name-county = Landkreis
place-name-independent-city = kreisfreie Stadt
place-name-town = Stadt
place-name-municipality = Gemeinde
place-name-association = Gemeindeverband
place-name-unknown = ohne Angabe

header-none = Die Datei hat keinen Kopf mit Angaben zum Plan. Kommune und Art sind nicht bekannt.
header-kind = Der Kopf der Datei sagt nicht, von welcher Art die Kommune ist. So wird es klar: art: "Stadt"
header-ags-quotes = Der Gemeindeschlüssel steht ohne Anführungszeichen. Andere Programme verlieren dann die führende Null. Richtig ist: ags: "{ $mended }"
header-ags-digits = Der Gemeindeschlüssel „{ $written }“ hat nicht acht Ziffern. Gemeint ist vielleicht: ags: "{ $mended }"
header-ags-unknown = Der Gemeindeschlüssel „{ $written }“ hat nicht acht Ziffern. Er besteht aus zwei Ziffern für das Land, drei für den Kreis und drei für die Gemeinde und steht in Anführungszeichen.

# Datenpaket
package-title = { $count ->
    [one] Prüfung von 1 kommunalen Aktionsplan gegen die UN-Behindertenrechtskonvention
   *[other] Prüfung von { $count } kommunalen Aktionsplänen gegen die UN-Behindertenrechtskonvention
}
package-description = Was eine Textsuche in Aktionsplänen fand. Nicht gefunden heißt nicht, dass es das vor Ort nicht gibt. Punkte sind ganze Zahlen: erreichte und mögliche. Texte der Pläne stehen nicht darin.
package-plans = Pläne
package-fields = Ergebnisse nach Plan und Handlungsfeld
package-criteria = Fragen der Checkliste
package-results = Ergebnisse nach Plan und Kriterium
package-measures = Zahl der Maßnahmen nach Plan
package-language = Sprache des Plans
package-articles = Artikel der UN-BRK
package-damaged = Beschädigte Zeilen
