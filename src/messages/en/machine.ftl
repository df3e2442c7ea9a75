# Texts in the formats for machines.

# Alerts for build servers
annotation-gap = Gap: { $id }
annotation-contrary = Contrary: { $id }
annotation-level = { $question } Level: { $level }.
annotation-share = { $have } of { $of } measures have what is asked for.
annotation-nearest = Nearest passage: { $quote }
annotation-ask = Question to the administration: { $question }
annotation-contrary-message = This passage works against the convention: { $quote } It does not count. Please read it. Question of the checklist: { $question }
annotation-more-title = More alerts
annotation-more = { $count ->
    [one] 1 more alert is not shown here. All of them stand in the report.
   *[other] { $count } more alerts are not shown here. All of them stand in the report.
}
summary-cut = The report ends here because it is too long for this page. The whole of it stands in the file that crpd-check writes with -o.
column-possible = Points possible
column-quote = Passage
column-contrary = Contrary in line
