# Vorlagen für den Rat: Anfrage, Antrag, Stellungnahme, Prüfauftrag.

paper-anfrage = Anfrage
paper-antrag = Antrag
paper-stellungnahme = Stellungnahme
paper-pruefauftrag = Prüfauftrag
submitter-fraktion = Fraktion
submitter-beirat = Beirat
submitter-einwohner = Einwohnerinnen und Einwohner
council-county = Kreistag
council-independent-city = Stadtrat
council-town = Stadtrat
council-municipality = Gemeinderat
council-association = Rat
head-of-county = Landrätin oder Landrat
head-of-independent-city = Oberbürgermeisterin oder Oberbürgermeister
head-of-town = (Ober-)Bürgermeisterin oder (Ober-)Bürgermeister
head-of-municipality = Bürgermeisterin oder Bürgermeister
head-of-association = Leitung der Verwaltung

draft-blank = ____
draft-blank-spoken = (bitte eintragen)
draft-title = { $paper } zum Plan „{ $title }“
draft-banner = Entwurf: Geschäftsordnung vor Ort prüfen.
draft-found = Ein Programm hat den Plan gelesen. „Nicht gefunden“ heißt: Die Textsuche fand keine Stelle. Bitte im Plan nachlesen.
draft-left-open = Geld, Daten und Abstimmungen sind frei gelassen. Wer die Vorlage einreicht, trägt sie ein.

# Vor dem Einreichen
draft-before = Vor dem Einreichen (diesen Abschnitt danach löschen)
draft-rules = Örtliche Regeln
draft-source = Quelle
draft-read-on = Angaben übernommen am
draft-note = Hinweis
draft-called = Name vor Ort
draft-who = Einreichen dürfen
draft-not-stated = Zu dieser Art von Vorlage sagen die Regeln nichts. Bitte beim Büro des Rates fragen: Wer darf einreichen, bis wann, und wie viele Fragen sind erlaubt?
draft-deadline = Frist
draft-days-calendar = { $days } Kalendertage vor der Sitzung; der Tag der Sitzung zählt nicht mit
draft-days-working = { $days } Werktage von Montag bis Freitag vor der Sitzung; der Tag der Sitzung zählt nicht mit, Feiertage kennt das Programm nicht
draft-deadline-not-stated = nicht angegeben; bitte beim Büro des Rates fragen
draft-filing = Einreichen
draft-last-day = letzter Tag { $day } für die Sitzung am { $session }
draft-last-day-weekend = letzter Tag { $day } für die Sitzung am { $session }; das ist ein Wochenende, also besser vorher
draft-last-day-unknown = letzter Tag für die Sitzung am { $session } nicht bekannt; bitte beim Büro des Rates fragen
draft-limits = Zahl der Fragen
draft-most-questions = höchstens { $most }, in diesem Entwurf { $count }; der Abschnitt „Zu jeder Antwort“ ist eine Bitte und keine weitere Frage
draft-most-parts = Jede Frage darf höchstens { $most } Teile haben. Das Programm zählt Teile nicht: bitte kürzen.
draft-most-papers = Höchstens { $most } solche Vorlagen für eine Sitzung.
draft-most-topics = Höchstens { $most } Thema je Vorlage. Das Thema dieses Entwurfs ist der Plan; wer enger fragen muss, wählt Fragen eines Handlungsfelds mit --criteria.
draft-written = Die Vorlage muss schriftlich sein.
draft-reasons = Die Vorlage muss begründet sein.
draft-kind = Zuständigkeit
draft-kind-asked = geschrieben für: { $kind }
draft-kind-stated = geschrieben für: { $kind }, so steht es im Plan
draft-kind-town = geschrieben für eine Stadt, die zu einem Landkreis gehört; ist sie kreisfrei, den Entwurf mit --municipality kreisfreie-stadt neu erstellen
draft-kind-assumed = geschrieben für eine Gemeinde, die zu einem Landkreis gehört, denn der Plan sagt nicht, von wem er ist; sonst mit --municipality neu erstellen
draft-beyond = { $count ->
    [one] Ein Punkt liegt
   *[other] { $count } Punkte liegen
  } nicht in der Zuständigkeit der Kommune. Dort bittet der Entwurf nur, auf andere hinzuwirken.

# Kopf
draft-head = Kopf
draft-submitter = Eingereicht von
draft-council = Gremium
draft-to = An
draft-session = Sitzung
draft-paper = Art
draft-number = Vorlage-Nr.
draft-committees = Beratungsfolge
draft-subject = Betreff

# Anlass
draft-occasion-heading = Anlass
draft-occasion = Grundlage ist der Plan „{ $title }“.
draft-occasion-place = Grundlage ist der Plan „{ $title }“ ({ $place }).
draft-edition = Fassung: { $edition }.
draft-adopted = Beschlossen am { $date }.
draft-not-adopted = Beschlossen am { $blank }.
draft-read = Der Plan wurde mit der Checkliste „{ $checklist }“ gelesen. Von { $criteria } Fragen sind { $covered } mit geplanten oder verbindlichen Maßnahmen oder Festlegungen beantwortet, { $open } sind offen.
draft-chosen = { $count ->
    [one] Diese Vorlage greift einen Punkt heraus.
   *[other] Diese Vorlage greift { $count } Punkte heraus.
  }

# Anfrage
draft-questions = Fragen
draft-questions-lead = Wir bitten die Verwaltung, diese Fragen zu beantworten:
draft-question = Frage { $number }: { $field }
draft-question-shared = Soweit hier auch andere entscheiden, bitten wir zu sagen, wie die Verwaltung dort auf eine Lösung hinwirkt.
draft-question-beyond = Hier entscheiden andere. Was tut die Verwaltung, um bei den zuständigen Stellen auf Folgendes hinzuwirken: { $clause }?
draft-question-beyond-ask = Hier entscheiden andere. Was weiß die Verwaltung dazu, und wie wirkt sie bei den zuständigen Stellen auf eine Lösung hin: { $ask }
draft-each = Zu jeder Antwort
draft-each-lead = Wir bitten, in jeder Antwort auf diese Punkte einzugehen:
draft-each-state = der heutige Stand
draft-each-unit = das zuständige Amt oder die zuständige Stelle
draft-each-date = der Zeitpunkt, bis zu dem gehandelt wird (Jahr oder Quartal)
draft-each-money = die Mittel und die Haushaltsstelle
draft-each-participation = die Beteiligung des Beirats und der Menschen mit Behinderungen
draft-answer = Antwort
draft-answer-by = Wir bitten um eine schriftliche und barrierefreie Antwort bis zum { $blank }.

# Antrag und Prüfauftrag
draft-resolution = Beschlussvorschlag
draft-resolves = Der { $council } beschließt:
draft-instruct = Die Verwaltung wird beauftragt, bis zum { $blank } { $clause }.
draft-instruct-shared = Die Verwaltung wird beauftragt, gemeinsam mit den anderen zuständigen Stellen bis zum { $blank } { $clause }.
draft-instruct-beyond = Die Verwaltung wird beauftragt, bei den zuständigen Stellen auf Folgendes hinzuwirken und bis zum { $blank } über das Ergebnis zu berichten: { $clause }.
draft-examine = Die Verwaltung wird beauftragt, bis zum { $blank } zu prüfen, wie und mit welchen Kosten es möglich ist, { $clause }.
draft-examine-shared = Die Verwaltung wird beauftragt, bis zum { $blank } gemeinsam mit den anderen zuständigen Stellen zu prüfen, wie und mit welchen Kosten es möglich ist, { $clause }.
draft-examine-beyond = Die Verwaltung wird beauftragt, bis zum { $blank } zu prüfen, wie sie bei den zuständigen Stellen auf Folgendes hinwirken kann: { $clause }.
draft-clause = zu der Frage „{ $question }“ einen Vorschlag mit Zuständigkeit, Zeitpunkt und Kosten vorzulegen
draft-report-yearly = Die Verwaltung berichtet dem { $council } bis zum { $blank } und danach jährlich schriftlich über den Stand.
draft-report-once = Die Verwaltung legt dem { $council } das Ergebnis der Prüfung bis zum { $blank } schriftlich vor: mit Umfang, Kosten und Zeitplan.
draft-involve = Der Beirat und die Organisationen der Menschen mit Behinderungen sind von Anfang an zu beteiligen (Artikel 4 Absatz 3 UN-BRK).
draft-reasons-heading = Begründung
draft-reason = Zu Punkt { $number }: { $field }
draft-money = Finanzielle Auswirkungen
draft-money-open = Bitte vor dem Einreichen ausfüllen. Das Programm kennt keine Kosten und nennt keine.
draft-money-any = Finanzielle Auswirkungen (ja, nein oder nicht bekannt)
draft-money-amount = Betrag
draft-money-cover = Deckung
draft-money-later = Folgekosten
draft-effects = Auswirkungen auf Menschen mit Behinderungen
draft-effects-fields = Der Beschluss soll Lücken des Plans in diesen Bereichen schließen: { $fields }.
draft-effects-board = Stellungnahme des Beirats vom

# Stellungnahme
draft-vote-heading = Beschluss des Beirats
draft-vote-day = Datum
draft-vote-for = Dafür
draft-vote-against = Dagegen
draft-vote-abstained = Enthaltungen
draft-good = Was gut ist
draft-good-lead = Diese Stellen des Plans beantworten Fragen der Checkliste:
draft-good-none = Die Textsuche fand keine Maßnahme, die eine Frage der Checkliste beantwortet. Bitte im Plan nachlesen und hier ergänzen.
draft-good-label = { $field }, { $lines }
draft-gaps = Lücken nach Handlungsfeld
draft-covered = Beantwortet
draft-open = Offen
draft-gap = Lücke { $number }: { $field }
draft-demands = Forderungen
draft-demand = Der Beirat fordert die Verwaltung auf, bis zum { $blank } { $clause }.
draft-demand-shared = Der Beirat fordert die Verwaltung auf, gemeinsam mit den anderen zuständigen Stellen bis zum { $blank } { $clause }.
draft-demand-beyond = Der Beirat fordert die Verwaltung auf, bei den zuständigen Stellen auf Folgendes hinzuwirken und bis zum { $blank } über das Ergebnis zu berichten: { $clause }.
draft-dissent = Offene Meinungsunterschiede
draft-dissent-open = Zu diesen Punkten gab es im Beirat verschiedene Meinungen: { $blank }

# Worauf ein Punkt beruht
draft-basis = Grundlage in der UN-BRK
draft-article = Artikel { $number }
draft-paragraph = { " " }Absatz { $part }
draft-letter = { " " }Buchstabe { $part }
draft-numeral = { " " }Ziffer { $part }
draft-asked = Offene Frage
draft-in-plan = Im Plan
draft-in-plan-lines = Im Plan, { $lines }
draft-absent = nicht gefunden
draft-share = Angegeben ist das bei { $part } von { $whole } Maßnahmen.
draft-so = Das heißt
draft-only-mentioned = Der Plan spricht davon, sagt aber keine Maßnahme zu.
draft-only-intended = Der Plan nennt eine Absicht, aber keine feste Maßnahme.
draft-planned = Der Plan sagt etwas zu, nennt aber nicht Zuständigkeit und Frist zugleich.
draft-binding = Der Plan sagt etwas mit Zuständigkeit und Frist zu.

# Schluss
draft-law = Rechtsbezug
draft-law-convention = Die UN-Behindertenrechtskonvention gilt in allen Teilen eines Bundesstaats, also auch in Ländern und Kommunen (Artikel 4 Absatz 5).
draft-law-participation = Menschen mit Behinderungen und ihre Organisationen sind bei Entscheidungen, die sie betreffen, zu beteiligen (Artikel 4 Absatz 3).
draft-law-local = Kommunalordnung des Landes und örtliche Geschäftsordnung, bitte eintragen: { $blank }
draft-annexes = Anlagen
draft-annex = Prüfbericht, zu erstellen mit
draft-annex-plan = Gelesener Plan
draft-annex-checklist = Checkliste
draft-checklist = { $title }, Version { $version }
draft-signature = Unterschrift
draft-signed = Ort, Datum, Name
