# A survey of many plans. No rank, no totals: plans stand by the names of their files.

survey-title = { $count ->
    [one] Survey of 1 plan
   *[other] Survey of { $count } plans
}
survey-result = Result: { $open } of { $criteria } criteria are neither planned nor binding in more than half of the plans.
survey-end = Result: most plans leave { $open } of { $criteria } criteria open. Next:
survey-order = Plans stand in the order of their files' names. This is no ranking.
survey-mixed = The plans are of different kinds: { $kinds }. Their duties differ. So each kind stands by itself.
survey-notices = Remarks on the files
survey-gaps = What most plans leave open
survey-gaps-note = { $count ->
    [0] No criterion is open in more than half of the plans.
    [one] 1 criterion is neither planned nor binding in more than half of the plans.
   *[other] { $count } criteria are neither planned nor binding in more than half of the plans.
}
survey-open-in = Open in plans
survey-open-by-kind = By kind
survey-unit = With a unit
survey-date = With a date
survey-measures = Measures of each plan
survey-plans = The files that were read
survey-file = File
survey-place = Municipality
survey-kind = Kind
survey-ags = Official municipality key
survey-edition = Edition
survey-licence = Licence
survey-damaged = Damaged lines, verdicts there are less sure
survey-field-title = Title of the field
survey-possible = Possible points
survey-progress = { $done } of { $count } plans are read.
survey-folder-needed = The data package needs a folder.
survey-folder-help = Name a new folder: crpd-check survey FOLDER --format datapackage -o PACKAGE

place-county = { $count ->
    [one] 1 county
   *[other] { $count } counties
}
place-independent-city = { $count ->
    [one] 1 independent city
   *[other] { $count } independent cities
}
place-town = { $count ->
    [one] 1 town
   *[other] { $count } towns
}
place-municipality = { $count ->
    [one] 1 municipality
   *[other] { $count } municipalities
}
place-association = { $count ->
    [one] 1 association of municipalities
   *[other] { $count } associations of municipalities
}
place-unknown = { $count ->
    [one] 1 plan that does not tell its kind
   *[other] { $count } plans that do not tell their kind
}
place-name-county = county
place-name-independent-city = independent city
place-name-town = town
place-name-municipality = municipality
place-name-association = association of municipalities
place-name-unknown = not told

header-none = The file has no front matter. Municipality and kind are not known.
header-kind = The front matter does not tell the kind of municipality. Write for example: art: "Stadt"
header-ags-quotes = The municipality key stands without quotation marks. Other programs then lose the leading zero. Write: ags: "{ $mended }"
header-ags-digits = The municipality key "{ $written }" does not have eight digits. Perhaps you mean: ags: "{ $mended }"
header-ags-unknown = The municipality key "{ $written }" does not have eight digits. It has two digits for the state, three for the county and three for the municipality, and stands in quotation marks.

# Data package
package-title = { $count ->
    [one] Audit of 1 municipal action plan against the UN Convention on the Rights of Persons with Disabilities
   *[other] Audit of { $count } municipal action plans against the UN Convention on the Rights of Persons with Disabilities
}
package-description = What a text search found in action plans. Not found does not mean that it does not exist on the ground. Points are whole numbers, earned and possible. The texts of the plans are not part of it.
package-plans = Plans
package-fields = Results by plan and field
package-criteria = Questions of the checklist
package-results = Results by plan and criterion
package-measures = Number of measures by plan
package-language = Language of the plan
package-articles = Articles of the CRPD
package-damaged = Damaged lines
