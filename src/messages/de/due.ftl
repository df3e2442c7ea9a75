# Was fällig ist.

due-title = Fälliges: { $title } ({ $file }), Stand { $today }
due-result = { $overdue ->
    [0] Keine Maßnahme ist überfällig, { $coming } kommen noch.
    [one] 1 Maßnahme ist überfällig, { $coming } kommen noch.
   *[other] { $overdue } Maßnahmen sind überfällig, { $coming } kommen noch.
}
due-rest = Als erledigt oder abgelehnt berichtet: { $settled }. Ohne Datum, das man prüfen kann: { $undated }.
due-note = Überfällig heißt: Die Frist ist vorbei, und der Plan berichtet nicht, dass die Maßnahme umgesetzt oder abgelehnt ist. Vielleicht ist sie es trotzdem.
due-overdue = Überfällig
due-coming = Als Nächstes fällig
due-units = Nach zuständiger Stelle
due-latest = Spätestens
due-what = Was
due-overdue-word = überfällig
due-coming-word = kommt noch
due-no-unit = keine genannt
due-no-status = kein Stand berichtet
due-end = { $overdue ->
    [0] Keine Maßnahme ist überfällig. Alle Maßnahmen:
    [one] 1 Maßnahme ist überfällig. Alle Maßnahmen:
   *[other] { $overdue } Maßnahmen sind überfällig. Alle Maßnahmen:
}
gate-overdue = { $count ->
    [one] Überfällig: { $plan } hat am { $today } 1 überfällige Maßnahme (--fail-overdue).
   *[other] Überfällig: { $plan } hat am { $today } { $count } überfällige Maßnahmen (--fail-overdue).
}
