# Was nur die HTML-Seite sagt.

skip-contents = Zum Bericht springen
contents = Inhalt
accessible = Barrierefreiheit: Diese Seite soll die Regeln WCAG 2.2 AA einhalten. Programme prüfen die Vorlage.
accessible-untested = Menschen mit Behinderungen haben sie noch nicht getestet.
accessible-contact = Barrieren bitte der Stelle melden, von der dieser Bericht kommt.
