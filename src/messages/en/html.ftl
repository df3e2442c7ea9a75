# What only the HTML page says.

skip-contents = Skip to the report
contents = Contents
accessible = Accessibility: this page is meant to follow WCAG 2.2 AA. Programs check its template.
accessible-untested = People with disabilities have not tested it yet.
accessible-contact = Please report barriers to those who gave you this report.
